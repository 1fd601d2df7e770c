"""The command `action-plans`: it only parses. It ends with 0 all well, 1 problems, 2 wrong use, 3 our own fault."""

import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from time import process_time
from typing import Any

import click

from action_plans.commands.waiting import waiting
from action_plans.model.errors import ActionPlansError
from action_plans.model.when import When, read_when
from action_plans.project.console import Console, file_trouble, printable_lines, speak_utf8, traceback_of
from action_plans.project.few_collections import collect_seldom
from action_plans.project.options import sensible_day
from action_plans.project.our_fault import our_fault
from action_plans.project.timings import TIMINGS

PROBLEMS = 1
WRONG_USE = 2
OUR_FAULT = 3

_TRACEBACK = "action_plans.traceback"
"""Under which the context of a call keeps whether all that Python knows of a fault of ours is shown."""


class _Command(click.Command):
    """A command that takes `--traceback`, wherever it is written."""

    def __init__(self, *arguments: Any, **said: Any) -> None:  # noqa: ANN401 -- click's own
        super().__init__(*arguments, **said)
        self.params.append(_traceback_option())


class _Group(_Command, click.Group):
    """Turns what a command raises into words and an exit status. Nothing else in the package does either."""

    command_class = _Command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- click's own
        """Run a command; the one last catch is here."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except ActionPlansError as error:
            click.echo(printable_lines(f"Error: {error}"), err=True)
            ctx.exit(WRONG_USE if error.is_wrong_use else PROBLEMS)
        except OSError as error:
            click.echo(f"Error: {file_trouble(error)}", err=True)
            ctx.exit(PROBLEMS)
        except Exception as error:  # noqa: BLE001 -- the one last catch: what nobody foresaw is a fault of ours
            shows_more = ctx.meta.get(_TRACEBACK, False)
            if shows_more:
                click.echo(traceback_of(error), err=True, nl=False)
            click.echo(our_fault(error), err=True)
            if not shows_more:
                click.echo("With --traceback it shows more, which may hold words of your plans.", err=True)
            ctx.exit(OUR_FAULT)


def _traceback_option() -> click.Option:
    def keep(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        ctx.meta[_TRACEBACK] = value or ctx.meta.get(_TRACEBACK, False)

    return click.Option(
        ["--traceback"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=keep,
        help="Should the program itself fail, show where; it may hold words of your plans.",
    )


def _day(_ctx: click.Context, _param: click.Parameter, written: str | None) -> When | None:
    if written is None:
        return None
    try:
        return sensible_day(read_when(written))
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _waiting(doing: str) -> AbstractContextManager[None]:
    return waiting(doing, sys.stderr, os.environ)


_config_file = click.option(
    "--config-file", "-f", type=click.Path(path_type=Path), help="The project's mkdocs.yml; by default the nearest."
)
_as_of = click.option(
    "--as-of", metavar="DATE", callback=_day, help="The day that counts as today, such as 2026-03-01."
)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-action-plans")
def main() -> None:
    """Improvement action plans and their evidence, checked.

    `mkdocs build` makes both sites; this command does everything else.
    """
    speak_utf8()
    collect_seldom()


@main.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "gitlab", "sarif"]),
    default="text",
    show_default=True,
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--timings", is_flag=True, help="Say at the end how long each phase took, in seconds of the processor.")
@_as_of
@_config_file
def check(form: str, strict: bool, timings: bool, as_of: When | None, config_file: Path | None) -> None:
    """Read and check everything, earlier versions in git too; write nothing."""
    started = process_time()
    TIMINGS.begin()
    from action_plans.commands.checking import check as look  # noqa: PLC0415 -- a command loads what it alone needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    console = Console.of(sys.stdout, os.environ)
    with _waiting("Reading and checking"):
        checked = look(project_settings(config_file, as_of), form, os.environ, console)
    click.echo(checked.text, nl=False, color=console.has_colour or None)
    if timings:  # beside what is checked, so that a program can read that
        for line in TIMINGS.lines(process_time(), started, "all the rest"):
            click.echo(f"timings: {line}", err=True)
    sys.exit(PROBLEMS if checked.has_errors or (strict and checked.has_warnings) else 0)


@main.command()
@click.option("--plan", metavar="ID", help="Which plan; may be left out where there is one.")
@click.option("--from", "since", metavar="REV", help="The version after which to begin; by default the first.")
@click.option("--to", "until", metavar="REV", help="The version up to which to tell; by default the newest.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_config_file
def history(plan: str | None, since: str | None, until: str | None, form: str, config_file: Path | None) -> None:
    """Say what changed in a plan, field by field, from the versions in git."""
    from action_plans.commands.history_report import history_report  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    with _waiting("Reading earlier versions"):
        report = history_report(project_settings(config_file), plan, since, until)
    click.echo(report.as_json() if form == "json" else report.as_text(), nl=False)


@main.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@_config_file
def was(file: Path, config_file: Path | None) -> None:
    """Say which evidence FILE is or was: since when, until when, and what stands there today."""
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.was_evidence import was as look  # noqa: PLC0415 -- likewise

    with _waiting("Reading earlier versions"):
        found = look(project_settings(config_file), file)
    click.echo(printable_lines(found.as_text()), nl=False)
    sys.exit(0 if found.is_known else PROBLEMS)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="What the service is called.")
@click.option("--kind", help="What kind of service it is, such as care-home or home-care.")
@click.option("--roles", metavar="CODE=ROLE,..", help="Who does the work: RM=Registered manager,DM=Deputy manager.")
@click.option("--report-date", metavar="DATE", help="When the report was published that the plan answers.")
@click.option("--no-git", is_flag=True, help="Begin no git repository.")
def init(
    folder: Path, name: str | None, kind: str | None, roles: str | None, report_date: str | None, no_git: bool
) -> None:
    """Make a ready project in the empty folder DIR.

    At a terminal it asks what is not said; elsewhere it takes what is usual.
    """
    from action_plans.commands.installed_from import installed_from  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.starter import refuse_taken, start_project  # noqa: PLC0415 -- likewise
    from action_plans.commands.starter_answers import Said, answered  # noqa: PLC0415 -- likewise
    from action_plans.project.options import Options  # noqa: PLC0415 -- likewise
    from action_plans.project.settings import today  # noqa: PLC0415 -- likewise

    refuse_taken(folder)
    day = today(Options(), os.environ)
    answers = answered(Said(name, kind, roles, report_date), day, _asks_until_read())
    click.echo(start_project(folder, answers, day, installed_from(), with_git=not no_git).in_words)


def _asks_until_read() -> Callable[[str, str, Callable[[str], object]], str] | None:
    """Return what asks whoever sits at the terminal until the answer can be taken; nothing where nobody does."""
    if not sys.stdin.isatty():
        return None

    def ask(question: str, usual: str, read: Callable[[str], object]) -> str:
        def taken(written: str) -> str:
            try:
                read(written)
            except ActionPlansError as error:
                raise click.UsageError(str(error)) from None
            return written

        click.echo(question, err=True)
        return str(click.prompt("  Enter takes", default=usual, value_proc=taken, err=True))

    return ask


@main.command()
@click.argument("kind", type=click.Choice(["plan", "evidence", "service"]), default="plan")
def schema(kind: str) -> None:
    """Print the JSON Schema for editors."""
    from action_plans.exchange.editor_schema import schema_text  # noqa: PLC0415 -- a command loads what it alone needs

    click.echo(schema_text(kind), nl=False)


@main.command()
@_config_file
def templates(config_file: Path | None) -> None:
    """List the project's own templates: the version each was copied from, and what changed since."""
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.template_report import template_report  # noqa: PLC0415 -- likewise

    report = template_report(project_settings(config_file))
    click.echo(report.text, nl=False)
    sys.exit(PROBLEMS if report.has_mistakes else 0)


@main.command("family-check")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_config_file
def family_check(form: str, config_file: Path | None) -> None:
    """Say what in the words for families is hard to read or looks private."""
    from action_plans.commands.family_checking import family_check as look  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    with _waiting("Reading the words for families"):
        checked = look(project_settings(config_file), as_json=form == "json")
    click.echo(checked.text if form == "json" else printable_lines(checked.text), nl=False)
    sys.exit(PROBLEMS if checked.holds_back else 0)


@main.command()
@click.argument("plan", required=False)
@click.option("--by", metavar="ROLE", help="Write the approval of this role into the plan.")
@click.option("--theme", is_flag=True, help="The project's own pages and words for families, instead of plans.")
@_as_of
@_config_file
def approve(plan: str | None, by: str | None, theme: bool, as_of: When | None, config_file: Path | None) -> None:
    """Show the words for families that wait for approval, word by word, and the block to paste."""
    from action_plans.commands.approving import Approving  # noqa: PLC0415 -- a command loads what it alone needs
    from action_plans.commands.approving_theme import ApprovingTheme  # noqa: PLC0415 -- likewise
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    if theme:
        own = ApprovingTheme(project_settings(config_file, as_of))
        click.echo(own.text(), nl=False)
        if by is not None:
            click.echo(f"Written: {own.write(by)}, approved by {by}.")
        return
    approving = Approving(project_settings(config_file, as_of), plan)
    click.echo(printable_lines(approving.text(by)), nl=False)
    for path, count in approving.write(by) if by is not None else ():
        click.echo(f"Written into {path}: {count} approved by {by}.")


@main.command()
@click.argument("refs", nargs=-1, metavar="[REF]...")
@click.option("--check", is_flag=True, help="Write nothing; end with 0 only where something is withdrawn.")
@click.option("--online", metavar="REV", help="The newest version that was published, where later ones were not.")
@_as_of
@_config_file
def withdraw(
    refs: tuple[str, ...], check: bool, online: str | None, as_of: When | None, config_file: Path | None
) -> None:
    """Take topics off the families' pages, whatever else stands in the way; it only takes away.

    REF names topics or plans to take down besides those that are no longer to be told.
    """
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.withdrawing import Withdrawing  # noqa: PLC0415 -- likewise

    withdrawing = Withdrawing(project_settings(config_file, as_of), refs, online)
    withdrawal = withdrawing.withdrawal()
    folder = "" if check else withdrawing.write(withdrawal)
    click.echo(withdrawal.in_words(is_check=check, folder=folder))
    if check and not withdrawal.gone:
        sys.exit(PROBLEMS)


@main.command()
@click.option("--format", "form", type=click.Choice(["xlsx", "csv", "json", "ics"]), required=True)
@click.option("--plan", metavar="ID", help="Which plan; may be left out where there is one.")
@click.option("-o", "file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), help="The file to write.")
@_as_of
@_config_file
def export(form: str, plan: str | None, file: Path | None, as_of: When | None, config_file: Path | None) -> None:
    """Write a plan as a spreadsheet, CSV, JSON or a calendar; `-o -` writes to standard output."""
    from action_plans.commands.exporting import export as make  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    with _waiting("Reading the plan"):
        made = make(project_settings(config_file, as_of), form, plan)
    if file == Path("-"):
        sys.stdout.buffer.write(made.content)
    else:
        click.echo(str(made.write(file)))


@main.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--plan", metavar="ID", help="What a new plan is called; one that was exported says so itself.")
@click.option("--service", metavar="S", help="The service that a new plan is of: its id or its name.")
@click.option("--map", "map_file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="How to read it.")
@click.option("--dates", type=click.Choice(["day-first", "month-first"]), help="How 03/04/2026 is read.")
@click.option("--green", type=click.Choice(["on-track", "closed"]), help="What green means.")
@click.option("--dry-run", is_flag=True, help="Show the lines that would change; write nothing.")
@_as_of
@_config_file
def import_(file: Path, as_of: When | None, config_file: Path | None, **asked: Any) -> None:  # noqa: ANN401 -- as `Asked` has them
    """Make a plan of FILE, a spreadsheet, or write into its plan what was changed in it; nothing else changes.

    FILE is an .xlsx or .csv: one that `export` made, or any other with a column for what is done, who or by when.
    """
    from action_plans.commands.importing import import_sheet  # noqa: PLC0415 -- a command loads what it alone needs
    from action_plans.commands.importing_foreign import Asked  # noqa: PLC0415 -- likewise
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    told = import_sheet(project_settings(config_file, as_of), file, Asked(**asked))
    click.echo(told.as_text(), nl=False)


_set = click.option(
    "--set", "said", metavar="FIELD=VALUE", multiple=True, help="What a field says; as often as wanted."
)


@main.group(cls=_Group)
def new() -> None:
    """Write a new plan, finding, action, evidence note, reading or update where it belongs, and print where."""


def _asks() -> Callable[[str, str], str] | None:
    """Return what asks whoever sits at the terminal; nothing where nobody does."""
    if not sys.stdin.isatty():
        return None
    return lambda name, meaning: str(click.prompt(f"{name} ({meaning.rstrip('.')})", err=True))


@new.command("plan")
@click.argument("plan", metavar="ID")
@click.option("--from", "old", metavar="OLD", help="The plan whose service, roles and open actions it takes over.")
@_set
@_as_of
@_config_file
def new_plan(plan: str, old: str | None, said: tuple[str, ...], as_of: When | None, config_file: Path | None) -> None:
    """Begin a plan, in a file of its own."""
    from action_plans.commands.beginning import new_plan as begin  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    click.echo(begin(project_settings(config_file, as_of), plan, old, said, _asks()).in_words)


@new.command("finding")
@click.argument("plan", required=False)
@_set
@_as_of
@_config_file
def new_finding(plan: str | None, said: tuple[str, ...], as_of: When | None, config_file: Path | None) -> None:
    """Add a finding to PLAN."""
    from action_plans.commands.adding import new_finding as add  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    click.echo(add(project_settings(config_file, as_of), plan, said, _asks()).in_words)


@new.command("action")
@click.argument("plan", required=False)
@_set
@_as_of
@_config_file
def new_action(plan: str | None, said: tuple[str, ...], as_of: When | None, config_file: Path | None) -> None:
    """Add an action to PLAN."""
    from action_plans.commands.adding import new_action as add  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    click.echo(add(project_settings(config_file, as_of), plan, said, _asks()).in_words)


@new.command("evidence")
@click.argument("ref")
@_set
@_as_of
@_config_file
def new_evidence(ref: str, said: tuple[str, ...], as_of: When | None, config_file: Path | None) -> None:
    """Begin an evidence note that supports REF, such as OAK/A1."""
    from action_plans.commands.beginning import new_evidence as begin  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    click.echo(begin(project_settings(config_file, as_of), ref, said, _asks()).in_words)


@new.command("reading")
@click.argument("ref")
@click.argument("value")
@_set
@_as_of
@_config_file
def new_reading(ref: str, value: str, said: tuple[str, ...], as_of: When | None, config_file: Path | None) -> None:
    """Add a reading of today, VALUE, to the measure REF, such as OAK/M1."""
    from action_plans.commands.adding import new_reading as add  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    click.echo(add(project_settings(config_file, as_of), ref, value, said, _asks()).in_words)


@new.command("update")
@click.argument("ref")
@click.argument("text")
@_set
@_as_of
@_config_file
def new_update(ref: str, text: str, said: tuple[str, ...], as_of: When | None, config_file: Path | None) -> None:
    """Add news of today, TEXT, to the action REF, such as OAK/A1."""
    from action_plans.commands.adding import new_update as add  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    click.echo(add(project_settings(config_file, as_of), ref, text, said, _asks()).in_words)


@main.command()
@click.option("--service", metavar="ID", help="Only the plans of this service, and the notes that support them.")
@click.option("--to", metavar="WHO", help="Whom it is for: written into packs.yaml, with the number of the pack.")
@click.option("-o", "file", type=click.Path(path_type=Path, dir_okay=False), help="The zip to write.")
@_as_of
@_config_file
def pack(service: str | None, to: str | None, file: Path | None, as_of: When | None, config_file: Path | None) -> None:
    """Write the inspection pack: the staff edition in one zip that opens from disk, with a sum for every file."""
    from action_plans.commands.packing import pack as write  # noqa: PLC0415 -- a command loads what it alone needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    with _waiting("Packing"):
        written = write(project_settings(config_file, as_of), service, file, to)
    click.echo(written.in_words)


@main.command()
@click.argument("pack", type=click.Path(path_type=Path, exists=True))
@click.option("--number", metavar="SUM", help="The number that was shown when the pack was made, to compare.")
def verify(pack: Path, number: str | None) -> None:
    """Name every file of an inspection pack, a zip or the folder it was unpacked to, that is not as it was packed."""
    from action_plans.pack.verify import verify as look_at  # noqa: PLC0415 -- a command loads what it alone needs

    with _waiting("Verifying"):
        verified = look_at(pack, number)
    click.echo(printable_lines(verified.as_text()), nl=False)
    sys.exit(0 if verified.is_intact else PROBLEMS)
