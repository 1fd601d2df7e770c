"""`action-plans export`, `import`, `pack` and `verify`, which make and read files for others: each only parses."""

import sys
from pathlib import Path
from typing import Any

import click

from action_plans.command_line import asked
from action_plans.command_line.answering import PROBLEMS, AnsweringCommand
from action_plans.model.when import When
from action_plans.project.console import printable_lines

_FORMS = ("xlsx", "csv", "json", "ics")
_OFFICE = ("xls", "xlsm", "ods", "docx", "pdf")
"""Ends of names that programs open as something else than any form is."""


@click.command(cls=AnsweringCommand)
@click.option("--format", "form", type=click.Choice(_FORMS), required=True)
@click.option("--plan", metavar="ID", help="Which plan; may be left out where there is one.")
@click.option("-o", "file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), help="The file to write.")
@asked.as_of
@asked.config_file
def export(form: str, plan: str | None, file: Path | None, as_of: When | None, config_file: Path | None) -> None:
    """Write a plan as a spreadsheet, CSV, JSON or a calendar; `-o -` writes to standard output."""
    named = file.suffix.casefold().removeprefix(".") if file is not None else ""
    if file is not None and named in {*_FORMS, *_OFFICE} and named != form:
        other = f", or ask for --format {named}" if named in _FORMS else ""
        message = f"{file} is no name for {form}: other programs open a file by the end of its name. "
        raise click.BadParameter(f"{message}Write -o {file.with_suffix(f'.{form}')}{other}.", param_hint="-o")
    from action_plans.commands.exporting import export as make  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    with asked.busy("Reading the plan"):
        made = make(project_settings(config_file, as_of), form, plan)
    if file == Path("-"):
        sys.stdout.buffer.write(made.content)
    else:
        click.echo(str(made.write(file)))


@click.command("import", cls=AnsweringCommand)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--plan", metavar="ID", help="What a new plan is called; one that was exported says so itself.")
@click.option("--service", metavar="S", help="The service that a new plan is of: its id or its name.")
@click.option("--map", "map_file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="How to read it.")
@click.option("--dates", type=click.Choice(["day-first", "month-first"]), help="How 03/04/2026 is read.")
@click.option("--green", type=click.Choice(["on-track", "closed"]), help="What green means.")
@click.option("--dry-run", is_flag=True, help="Show the lines that would change; write nothing.")
@asked.as_of
@asked.config_file
def import_(file: Path, as_of: When | None, config_file: Path | None, **how: Any) -> None:  # noqa: ANN401 -- as `Asked` has them
    """Make a plan of FILE, a spreadsheet, or write into its plan what was changed in it; nothing else changes.

    FILE is an .xlsx or .csv: one that `export` made, or any other with a column for what is done, who or by when.
    """
    from action_plans.commands.importing import import_sheet  # noqa: PLC0415 -- a command loads what it alone needs
    from action_plans.commands.importing_foreign import Asked  # noqa: PLC0415 -- likewise
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    told = import_sheet(project_settings(config_file, as_of), file, Asked(**how))
    click.echo(told.as_text(), nl=False)


@click.command(cls=AnsweringCommand)
@click.option("--service", metavar="ID", help="Only the plans of this service, and the notes that support them.")
@click.option("--to", metavar="WHO", help="Whom it is for: written into packs.yaml, with the number of the pack.")
@click.option("-o", "file", type=click.Path(path_type=Path, dir_okay=False), help="The zip to write.")
@asked.as_of
@asked.config_file
def pack(service: str | None, to: str | None, file: Path | None, as_of: When | None, config_file: Path | None) -> None:
    """Write the inspection pack: the staff edition in one zip that opens from disk, with a sum for every file."""
    from action_plans.commands.packing import pack as write  # noqa: PLC0415 -- a command loads what it alone needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    with asked.busy("Packing"):
        written = write(project_settings(config_file, as_of), service, file, to)
    click.echo(written.in_words)


@click.command(cls=AnsweringCommand)
@click.argument("pack", type=click.Path(path_type=Path, exists=True))
@click.option("--number", metavar="SUM", help="The number that was shown when the pack was made, to compare.")
def verify(pack: Path, number: str | None) -> None:
    """Name every file of an inspection pack, a zip or the folder it was unpacked to, that is not as it was packed."""
    from action_plans.pack.verify import verify as look_at  # noqa: PLC0415 -- a command loads what it alone needs

    with asked.busy("Verifying"):
        verified = look_at(pack, number)
    click.echo(printable_lines(verified.as_text()), nl=False)
    sys.exit(0 if verified.is_intact else PROBLEMS)
