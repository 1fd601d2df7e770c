"""Problems for somebody at a terminal: in colour, each with its line and a mark under the place."""

import re
from collections.abc import Callable, Iterable, Sequence

import click

from action_plans.checking.checker import totals
from action_plans.exchange.problem_report import as_line, as_text
from action_plans.model.printable import printable
from action_plans.model.problem import Code, Problem, Severity
from action_plans.project.console import Console


def for_console(problems: Iterable[Problem], console: Console, lines_of: Callable[[str], Sequence[str]]) -> str:
    """Return problems as `console` shows them: elsewhere than on a terminal one line each, as `as_text` has them.

    `lines_of` returns the lines of a file by the path that people know it by; none where it holds no text.
    """
    held = tuple(problems)
    if not console.is_terminal:
        return _in_colour(held) if console.has_colour else as_text(held)
    private = {(one.origin.path, one.origin.line) for one in held if one.code in _NOT_REPEATED}
    told = ""
    for problem in held:
        is_quoted = (problem.origin.path, problem.origin.line) not in private
        told += f"{_told(problem, console, lines_of(problem.origin.path) if is_quoted else ())}\n\n"
    return f"{told}{_styled(totals(held), console, bold=True)}\n"


_INDENT = "  "
_TAB = "    "
_CUT = "\N{HORIZONTAL ELLIPSIS}"
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.GAP: "cyan"}
_NOT_REPEATED = (Code.PERSONAL_DATA, Code.PRIVATE)
"""Problems whose line is quoted by none: what people see of a terminal is copied into e-mails."""

_VALUE = re.compile(
    r"""
      "(?:[^"\\]|\\.)*"        # a text in quotes, whole
    | '(?:[^']|'')*'
    | [\w-]+(?=\s*:(?:\s|$))  # the name of a field
    | [^\s,\[\]{}](?:[^,\[\]{}#]|(?<!\s)\#)*?(?=\s*(?:[,\[\]{}]|\s\#|$))  # a value, up to what ends it
    """,
    re.VERBOSE,
)


def _in_colour(problems: Sequence[Problem]) -> str:
    lines = []
    for problem in problems:
        line, label = as_line(problem), _label(problem)
        place, _, words = line.partition(label)
        lines.append(place + click.style(label, fg=_COLOURS[problem.severity], bold=True) + words)
    return "".join(f"{line}\n" for line in (*lines, click.style(totals(problems), bold=True)))


def _label(problem: Problem) -> str:
    return f"{problem.severity} {problem.code.value}"


def _told(problem: Problem, console: Console, lines: Sequence[str]) -> str:
    place = _styled(f"{problem.origin}:", console, bold=True)
    label = _styled(_label(problem), console, fg=_COLOURS[problem.severity], bold=True)
    said = [f"{place} {label}", *_wrapped(problem.message, console)]
    if 0 < problem.origin.line <= len(lines):
        said += _quoted(problem, console, lines[problem.origin.line - 1])
    said += _wrapped(problem.hint, console)
    if problem.accepted is not None:
        said += _wrapped(f"(accepted: {problem.accepted})", console)
    return "\n".join(said)


def _wrapped(words: str, console: Console) -> list[str]:
    """Return words in lines that the terminal has room for; no word is broken, so that it can be copied."""
    import wcwidth  # noqa: PLC0415 -- only at a terminal, and it brings large tables

    room = console.width - len(_INDENT)
    lines = wcwidth.wrap(printable(words), room, break_long_words=False, break_on_hyphens=False) if words else []
    return [f"{_INDENT}{line}" for line in lines]


def _quoted(problem: Problem, console: Console, line: str) -> tuple[str, ...]:
    """Return the line that a problem is about, and one below it that marks the place; nothing of an empty line."""
    if not line.strip():
        return ()
    import wcwidth  # noqa: PLC0415 -- only at a terminal, and it brings large tables

    start = min(problem.origin.column - 1, len(line))
    found = _VALUE.match(line, start)
    end = found.end() if found is not None else start
    number = f"{_INDENT}{problem.origin.line} | "
    room = console.width - len(number)
    left = wcwidth.width(_shown(line[:start]))
    length = max(1, wcwidth.width(_shown(line[:end])) - left)
    shift = max(0, left - room // 3) if left + length > room else 0
    quoted = _cut(_shown(line), shift, room)
    mark = " " * (left - shift) + "^" * min(length, room - (left - shift))
    gutter = f"{' ' * (len(number) - 2)}| "
    coloured = _styled(mark.lstrip(), console, fg=_COLOURS[problem.severity], bold=True)
    space = " " * (len(mark) - len(mark.lstrip()))
    return _styled(number, console, dim=True) + quoted, _styled(gutter, console, dim=True) + space + coloured


def _shown(text: str) -> str:
    """Return a part of a line as it is shown: nothing in it moves the cursor, and each sign has the width it takes."""
    return printable(text.replace("\t", _TAB))


def _cut(text: str, shift: int, room: int) -> str:
    """Return as much of a line as there is room for, from column `shift` on, and where it goes on."""
    import wcwidth  # noqa: PLC0415 -- only at a terminal, and it brings large tables

    begins, ends = (_CUT if shift else ""), (_CUT if wcwidth.width(text) - shift > room else "")
    if not begins and not ends:
        return text
    return begins + wcwidth.clip(text, shift + len(begins), shift + room - len(ends)) + ends


def _styled(
    text: str, console: Console, *, fg: str | None = None, bold: bool | None = None, dim: bool | None = None
) -> str:
    return click.style(text, fg=fg, bold=bold, dim=dim) if console.has_colour else text
