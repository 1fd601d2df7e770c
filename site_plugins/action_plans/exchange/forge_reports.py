"""Problems in the forms of GitHub and GitLab, in which no text of a plan can become a command or a page."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from action_plans.checking.checker import totals
from action_plans.model.printable import printable
from action_plans.model.problem import Code, Problem, Severity

GITHUB_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable that names the file of a job's summary."""

ANNOTATIONS = 10
"""How many errors, warnings and notices each GitHub shows of one step."""

LONGEST_SUMMARY = 900_000
"""How many characters of a summary are written: GitHub refuses one of more than 1,048,576 bytes as a whole."""

_GITHUB_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.GAP: "notice"}
_GITLAB_SEVERITIES = {Severity.ERROR: "blocker", Severity.WARNING: "minor", Severity.GAP: "info"}
_UNREAD = frozenset({Code.UNREADABLE, Code.YAML, Code.NOT_A_MAPPING, Code.REFUSED_YAML, Code.FRONT_MATTER})


@dataclass(frozen=True, slots=True)
class GithubReport:
    """The workflow commands that GitHub shows beside lines, and as Markdown what it would not show."""

    annotations: str
    summary: str
    rest: str
    """What the summary says, as lines of a log."""


def as_github(problems: Iterable[Problem]) -> GithubReport:
    """Return the gravest problems as annotations and the others for the job's summary; answered ones are left out.

    Source: GitHub, "Workflow commands for GitHub Actions"; the escapes are those of its own toolkit.
    """
    held = by_gravity(problems)
    shown, rest = _shown(held)
    return GithubReport(_lines((*map(_annotation, shown), totals(held))), _summary(rest, held), _lines(rest))


def as_github_log(problems: Iterable[Problem]) -> str:
    """Return everything for GitHub's log, where there is no file for a summary."""
    report = as_github(problems)
    return report.annotations + report.rest


def as_gitlab(problems: Iterable[Problem]) -> str:
    """Return a code quality report; answered problems are left out.

    A problem keeps its fingerprint while its code, its file and what it is about stay the same: neither lines added
    above it nor days that pass make it a new one. Source: GitLab, "Code Quality", "Code Quality report format".
    """
    seen: Counter[str] = Counter()
    entries = []
    for problem in by_gravity(problems):
        about = "\0".join((problem.code.value, problem.origin.path, problem.item or problem.message))
        seen[about] += 1
        entries.append(
            {
                "description": _words(problem),
                "check_name": problem.code.value,
                "fingerprint": hashlib.sha256(f"{about}\0{seen[about]}".encode(errors="replace")).hexdigest(),
                "severity": _GITLAB_SEVERITIES[problem.severity],
                "location": {"path": printable(problem.origin.path), "lines": {"begin": problem.origin.line}},
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def by_gravity(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return what is not answered: errors, warnings, gaps; of the errors first what keeps a file from being read."""
    severities = list(Severity)
    return tuple(
        sorted(
            (problem for problem in problems if problem.is_open),
            key=lambda one: (severities.index(one.severity), one.code not in _UNREAD, one.sort_key),
        )
    )


def _shown(problems: Sequence[Problem]) -> tuple[list[Problem], list[Problem]]:
    shown: list[Problem] = []
    rest: list[Problem] = []
    counts: Counter[Severity] = Counter()
    for problem in problems:
        counts[problem.severity] += 1
        (shown if counts[problem.severity] <= ANNOTATIONS else rest).append(problem)
    return shown, rest


def _annotation(problem: Problem) -> str:
    place = problem.origin
    properties = {"file": place.path, "line": str(place.line), "col": str(place.column), "title": problem.code.value}
    written = ",".join(f"{name}={_escaped_property(value)}" for name, value in properties.items())
    return f"::{_GITHUB_COMMANDS[problem.severity]} {written}::{_escaped(_words(problem))}"


def _words(problem: Problem) -> str:
    return printable(f"{problem.message} {problem.hint}".strip())


def _escaped(text: str) -> str:
    return printable(text).replace("%", "%25")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _summary(rest: Sequence[Problem], held: Sequence[Problem]) -> str:
    """Return Markdown that says how many problems there are, and lists those that are not shown beside lines."""
    lines = ["## Improvement action plans", "", totals(held), ""]
    if rest:
        lines += [f"GitHub shows {ANNOTATIONS} of each kind beside their lines. These are the others:", ""]
    length = 0
    for number, problem in enumerate(rest):
        place, words = _as_markdown(str(problem.origin)), _as_markdown(_words(problem))
        line = f"- {place} **{problem.severity} {problem.code.value}** {words}"
        length += len(line.encode(errors="replace")) + 1
        if length > LONGEST_SUMMARY:
            lines.append(f"- and {len(rest) - number} more: `action-plans check` lists them.")
            break
        lines.append(line)
    return _lines((*lines, ""))


def _lines(lines: Iterable[object]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _as_markdown(words: str) -> str:
    """Return words as they are read in Markdown: every sign that could mean something is escaped."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", printable(words))
