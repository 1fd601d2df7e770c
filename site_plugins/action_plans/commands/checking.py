"""`action-plans check`: everything read and checked, told in one of several forms; nothing written but a summary."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from action_plans.commands.terminal_report import for_console
from action_plans.exchange.forge_reports import GITHUB_SUMMARY, as_github
from action_plans.exchange.problem_report import FORMATS
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem, Severity
from action_plans.pipeline import examine, look_back
from action_plans.project.console import Console
from action_plans.project.settings import Settings
from action_plans.reading.yaml.file_text import decode, read_file


@dataclass(frozen=True, slots=True)
class Checked:
    """What to print, and whether there were errors or warnings."""

    text: str
    has_errors: bool
    has_warnings: bool


def check(settings: Settings, form: str, environment: Mapping[str, str], console: Console) -> Checked:
    """Check a project, and compare it with its earlier versions. `form` is a name of `FORMATS`, text for `console`.

    For GitHub, what its list of annotations has no room for is added to the file that `environment` names for the
    job's summary.

    Raises:
        OSError: that file cannot be written.
    """
    examined = look_back(examine(settings), settings, is_check=True)
    if settings.unnamed_in is not None:
        unbuilt = _not_built(settings.unnamed_in, _lines_of(settings.root)(settings.unnamed_in))
        examined = replace(examined, problems=(unbuilt, *examined.problems))
    errors, warnings = (bool(examined.problems_of(each)) for each in (Severity.ERROR, Severity.WARNING))
    summary = environment.get(GITHUB_SUMMARY)
    if form == "github" and summary:
        report = as_github(examined.problems)
        with Path(summary).open("a", encoding="utf-8", newline="\n") as file:
            file.write(report.summary)
        return Checked(report.annotations, errors, warnings)
    if form == "text":
        return Checked(for_console(examined.problems, console, _lines_of(settings.root)), errors, warnings)
    return Checked(FORMATS[form](examined.problems), errors, warnings)


def _lines_of(root: Path) -> Callable[[str], Sequence[str]]:
    @cache
    def lines(path: str) -> Sequence[str]:
        content = read_file(root / path, path)
        text = decode(content, path) if isinstance(content, bytes) else content
        return text.split("\n") if isinstance(text, str) else ()

    return lines


def _not_built(name: str, lines: Sequence[str]) -> Problem:
    """AP131: the plugin is not among those that are named, and no build says so."""
    line = next((number for number, line in enumerate(lines, 1) if line.startswith("plugins:")), None)
    message = "`plugins` does not name action-plans: `mkdocs build` would make a site without the plans."
    if line is None:
        return Problem(Code.NOT_BUILT, message, Origin(name), "Write `plugins: [search, action-plans]`.")
    hint = "Add a line below `plugins:`, `- action-plans` where the others begin with -, else `action-plans:`."
    return Problem(Code.NOT_BUILT, message, Origin(name, line), hint)
