"""The command `action-plans`. Exit status: 0 all is well, 1 problems, 2 wrong use."""

import os
import sys
from datetime import date
from pathlib import Path

import click

from action_plans.model.problem import Severity
from action_plans.model.when import read_when
from action_plans.project.project_file import (
    ProjectFile,
    ProjectFileError,
    find_project_file,
    read_names,
    read_project_file,
)
from action_plans.project.settings import Options, Settings, today
from action_plans.publishing.publication import settle
from action_plans.publishing.publishing_error import PublishingError

PROBLEMS = 1

_config_file = click.option(
    "--config-file", "-f", type=click.Path(path_type=Path), help="The project's mkdocs.yml; by default the nearest."
)
_as_of = click.option("--as-of", metavar="DATE", help="The day that counts as today, such as 2026-03-01.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-action-plans")
def main() -> None:
    """Improvement action plans and their evidence, checked.

    `mkdocs build` makes both sites; this command does everything else.
    """


@main.command()
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--history", is_flag=True, help="Compare with earlier versions too: what changed since it was checked.")
@_as_of
@_config_file
def check(form: str, strict: bool, history: bool, as_of: str | None, config_file: Path | None) -> None:
    """Read and check everything; write nothing."""
    from action_plans.exchange.problem_report import FORMATS  # noqa: PLC0415 -- a command loads what it alone needs
    from action_plans.pipeline import examine, look_back  # noqa: PLC0415 -- a command loads what it alone needs

    settings = _settings(config_file, as_of)
    examined = examine(settings)
    if history:
        examined = look_back(examined, settings, keeps=False)
    click.echo(FORMATS[form](examined.problems), nl=False)
    wrong = examined.problems_of(Severity.ERROR) or (strict and examined.problems_of(Severity.WARNING))
    sys.exit(PROBLEMS if wrong else 0)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make a ready project in an empty FOLDER."""
    from action_plans.commands.starter import NotEmptyError, start_project  # noqa: PLC0415 -- a command loads what it alone needs

    try:
        files = start_project(folder)
    except NotEmptyError:
        raise click.UsageError(f"{folder} is not an empty folder. Name a new one.") from None
    except OSError as error:
        raise click.UsageError(f"{folder} cannot be written: {error.strerror}.") from None
    for path in files:
        click.echo(f"  {path}")
    click.echo(f"A project is ready in {folder}. Build it there with: mkdocs build --strict")


@main.command()
@click.argument("kind", type=click.Choice(["plan", "evidence", "service"]), default="plan")
def schema(kind: str) -> None:
    """Print the JSON Schema for editors."""
    from action_plans.exchange.editor_schema import schema_text  # noqa: PLC0415 -- a command loads what it alone needs

    click.echo(schema_text(kind), nl=False)


@main.command("family-check")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_config_file
def family_check(form: str, config_file: Path | None) -> None:
    """Say what in the words for families is hard to read or looks private."""
    from action_plans.family.family_report import family_report  # noqa: PLC0415 -- a command loads what it alone needs
    from action_plans.family.words.words_file import WordsFileError  # noqa: PLC0415 -- likewise
    from action_plans.pipeline import examine, family_options, family_templates  # noqa: PLC0415 -- likewise

    settings = _settings(config_file)
    try:
        report = family_report(examine(settings).trace, family_templates(settings), family_options(settings))
    except WordsFileError as error:
        raise click.UsageError(str(error)) from None
    click.echo(report.as_json() if form == "json" else report.as_text(), nl=False)
    sys.exit(PROBLEMS if any(page.publish and page.is_held_back for page in report.pages) else 0)


@main.command()
@click.argument("plan", required=False)
@click.option("--by", metavar="ROLE", help="Write the approval of this role into the plan.")
@click.option("--theme", is_flag=True, help="The project's own pages and words for families, instead of plans.")
@_as_of
@_config_file
def approve(plan: str | None, by: str | None, theme: bool, as_of: str | None, config_file: Path | None) -> None:
    """Show the words for families that wait for approval, word by word, and the block to paste."""
    from action_plans.commands.approving import Approving, CannotApproveError  # noqa: PLC0415 -- a command loads what it needs

    settings = _settings(config_file, as_of)
    if theme:
        _approve_theme(settings, by)
        return
    try:
        approving = Approving(settings, plan)
        click.echo(approving.text(by), nl=False)
        for path, count in approving.write(by) if by is not None else ():
            click.echo(f"Written into {path}: {count} approved by {by}.")
    except CannotApproveError as error:
        raise click.UsageError(str(error)) from None


@main.command()
@click.option("--service", metavar="ID", help="Only the plans of this service, and the notes that support them.")
@click.option("-o", "file", type=click.Path(path_type=Path, dir_okay=False), help="The zip to write.")
@_as_of
@_config_file
def pack(service: str | None, file: Path | None, as_of: str | None, config_file: Path | None) -> None:
    """Write the inspection pack: the staff edition in one zip that opens from disk, with a sum for every file."""
    from action_plans.commands.packing import CannotPackError, ErrorsInPlansError  # noqa: PLC0415 -- likewise
    from action_plans.commands.packing import pack as write  # noqa: PLC0415 -- likewise
    from action_plans.exchange.problem_report import as_text  # noqa: PLC0415 -- a command loads what it alone needs

    try:
        written = write(_settings(config_file, as_of), service, file)
    except ErrorsInPlansError as error:
        click.echo(f"{as_text(error.problems)}Nothing was packed. Put the errors right first.", err=True)
        sys.exit(PROBLEMS)
    except CannotPackError as error:
        raise click.UsageError(str(error)) from None
    click.echo(written.in_words)


@main.command()
@click.argument("pack", type=click.Path(path_type=Path, exists=True))
@click.option("--number", metavar="SUM", help="The number that was shown when the pack was made, to compare.")
def verify(pack: Path, number: str | None) -> None:
    """Name every file of an inspection pack, a zip or the folder it was unpacked to, that is not as it was packed."""
    from action_plans.pack.verify import verify as look_at  # noqa: PLC0415 -- a command loads what it needs

    verified = look_at(pack, number)
    click.echo(verified.as_text(), nl=False)
    sys.exit(0 if verified.is_intact else PROBLEMS)


def _approve_theme(settings: Settings, by: str | None) -> None:
    from action_plans.commands.approving_theme import ApprovingTheme, CannotApproveThemeError  # noqa: PLC0415 -- likewise

    try:
        approving = ApprovingTheme(settings)
        click.echo(approving.text(), nl=False)
        if by is not None:
            click.echo(f"Written: {approving.write(by)}, approved by {by}.")
    except CannotApproveThemeError as error:
        raise click.UsageError(str(error)) from None


def _settings(config_file: Path | None, as_of: str | None = None) -> Settings:
    """Return the settings of the project around this folder, after settling what a killed build left."""
    project = _project(config_file)
    options = project.options
    if as_of is not None:
        options = options.model_copy(update={"as_of": _day(as_of)})
    try:
        names = read_names(project.root, options)
    except ProjectFileError as error:
        raise click.UsageError(str(error)) from None
    return Settings(project.root, options, _today(options), project.site_name, names)


def _project(config_file: Path | None) -> ProjectFile:
    try:
        project = read_project_file(config_file or find_project_file(Path.cwd()))
        settle(project.site_dir)
    except (ProjectFileError, PublishingError) as error:
        raise click.UsageError(str(error)) from None
    return project


def _day(written: str) -> object:
    try:
        return read_when(written)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--as-of") from None


def _today(options: Options) -> date:
    try:
        return today(options, os.environ)
    except (ValueError, OverflowError, OSError):
        raise click.UsageError("SOURCE_DATE_EPOCH is not a number of seconds: unset it, or set it to one.") from None
