"""The command `action-plans`: it only parses."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import click

from action_plans.command_line import asked
from action_plans.command_line.answering import PROBLEMS, AnsweringGroup
from action_plans.command_line.files import export, import_, pack, verify
from action_plans.command_line.new import new
from action_plans.model.errors import ActionPlansError
from action_plans.model.when import When
from action_plans.project.console import Console, printable_lines, speak_utf8
from action_plans.project.timings import TIMINGS


@click.group(cls=AnsweringGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-action-plans")
def main() -> None:
    """Improvement action plans and their evidence, checked.

    `mkdocs build` makes both sites; this command does everything else.
    """
    speak_utf8()
    # What plans say is for nobody else: no plugin for pydantic that happens to be installed is looked for, or told.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


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
@asked.as_of
@asked.config_file
def check(form: str, strict: bool, timings: bool, as_of: When | None, config_file: Path | None) -> None:
    """Read and check everything, earlier versions in git too; write nothing."""
    started = process_time()
    TIMINGS.begin()
    from action_plans.commands.checking import check as look  # noqa: PLC0415 -- a command loads what it alone needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    console = Console.of(sys.stdout, os.environ)
    with asked.busy("Reading and checking"):
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
@asked.config_file
def history(plan: str | None, since: str | None, until: str | None, form: str, config_file: Path | None) -> None:
    """Say what changed in a plan, field by field, from the versions in git."""
    from action_plans.commands.history_report import history_report  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    with asked.busy("Reading earlier versions"):
        report = history_report(project_settings(config_file), plan, since, until)
    click.echo(report.as_json() if form == "json" else report.as_text(), nl=False)


@main.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@asked.config_file
def was(file: Path, config_file: Path | None) -> None:
    """Say which evidence FILE is or was: since when, until when, and what stands there today."""
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.was_evidence import was as look  # noqa: PLC0415 -- likewise

    with asked.busy("Reading earlier versions"):
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
@asked.config_file
def templates(config_file: Path | None) -> None:
    """List the project's own templates: the version each was copied from, and what changed since."""
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.template_report import template_report  # noqa: PLC0415 -- likewise

    report = template_report(project_settings(config_file))
    click.echo(report.text, nl=False)
    sys.exit(PROBLEMS if report.has_mistakes else 0)


@main.command("family-check")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@asked.config_file
def family_check(form: str, config_file: Path | None) -> None:
    """Say what in the words for families is hard to read or looks private."""
    from action_plans.commands.family_checking import family_check as look  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    with asked.busy("Reading the words for families"):
        checked = look(project_settings(config_file), as_json=form == "json")
    click.echo(checked.text if form == "json" else printable_lines(checked.text), nl=False)
    sys.exit(PROBLEMS if checked.holds_back else 0)


@main.command()
@click.argument("plan", required=False)
@click.option("--by", metavar="ROLE", help="Write the approval of this role into the plan.")
@click.option("--theme", is_flag=True, help="The project's own pages and words for families, instead of plans.")
@asked.as_of
@asked.config_file
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
    for line in approving.still_held(by) if by is not None else ():
        click.echo(printable_lines(line))


@main.command()
@click.argument("refs", nargs=-1, metavar="[REF]...")
@click.option("--check", is_flag=True, help="Write nothing; end with 0 only where something is withdrawn.")
@click.option("--online", metavar="REV", help="The newest version that was published, where later ones were not.")
@asked.as_of
@asked.config_file
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


for command in (new, export, import_, pack, verify):
    main.add_command(command)
