"""What somebody at a terminal sees of problems: the line, a mark under the place, words that fit, and colours."""

import io
import re

import click
import pytest
import wcwidth

from action_plans.commands.terminal_report import for_console
from action_plans.exchange.problem_report import as_text
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.project.console import Console

TERMINAL = Console(is_terminal=True, width=60)
WIDE = "\N{CJK UNIFIED IDEOGRAPH-65E5}\N{CJK UNIFIED IDEOGRAPH-672C}"


class Stream(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        """Somebody sits there."""
        return True


def told(line: str, column: int, console: Console = TERMINAL) -> list[str]:
    """Return what is shown of a problem in line 2 of a file, without the totals."""
    problem = Problem(
        Code.UNKNOWN_REFERENCE,
        "action A7 depends on A9, which does not exist.",
        Origin("oak.yaml", 2, column),
        "Write A8.",
    )
    return for_console([problem], console, lambda _: ["id: OAK", line]).split("\n")[:-3]


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("depends_on: A9", "A9"),
        ("depends_on: [A8, A9, A10]", "A9"),
        ("{for: F1 and F2, owner: RM}", "F1 and F2"),
        ('key_questions: "Safe, Effective"  # both', '"Safe, Effective"'),
        ("title: Room #4", "Room"),
        ("onwer: RM", "onwer"),
        ("- https://example.org/a?b", "https://example.org/a?b"),
        ("owner:", ""),
        ("\towner: RX", "RX"),
        (f"title: {WIDE}, owner: RX", "RX"),
        (f"{{note: {WIDE}, owner: RX}}", WIDE),
        ("note: e\N{COMBINING ACUTE ACCENT}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}, owner: RX", "RX"),
        ("note: a\x1b[2J\u202eb, owner: RX", "RX"),
        (f"title: {'long ' * 400}, owner: RX", "RX"),
    ],
)
def test_the_mark_stands_under_what_is_meant(line: str, marked: str) -> None:
    """Whatever stands before it: wide, of no width, a tab, a command to the terminal, a title without end."""
    _, _, quoted, mark, hint = told(line, line.rindex(marked) + 1)
    assert hint == "  Write A8."
    assert wcwidth.width(quoted) <= TERMINAL.width
    begin = mark.index("^")
    assert wcwidth.clip(quoted, begin, begin + mark.count("^")) == marked or not marked
    assert mark.count("^") == max(1, wcwidth.width(marked))
    assert "\x1b" not in quoted
    assert "\u202e" not in quoted


def test_a_value_without_end_is_marked_as_far_as_it_is_shown() -> None:
    """A title of two thousand letters takes one line, and so does its mark."""
    _, _, quoted, mark, _ = told(f"title: {'long ' * 400}", 8)
    assert wcwidth.width(quoted) == len(mark) == TERMINAL.width
    assert quoted.startswith("  2 | title: long long")
    assert quoted.endswith("\N{HORIZONTAL ELLIPSIS}")
    assert mark.startswith(f"    | {' ' * 7}^^^")


def test_words_are_broken_where_the_terminal_ends() -> None:
    """And nothing that is to be copied is broken inside."""
    hint = "Write it so: https://example.org/a-very-long-address/that-nobody-breaks/at-a-hyphen " + "and so on " * 20
    problem = Problem(Code.VAGUE, "A1 says “better”: no more.", Origin("oak.yaml", 9, 1), hint)
    lines = for_console([problem], TERMINAL, lambda _: []).split("\n")
    assert "  https://example.org/a-very-long-address/that-nobody-breaks/at-a-hyphen" in lines
    assert all(len(line) <= 60 for line in lines if "https" not in line)
    assert " ".join(" ".join(lines[1:-3]).split()) == f"{problem.message} {hint}".strip()


@pytest.mark.parametrize("code", [Code.PERSONAL_DATA, Code.PRIVATE])
def test_what_looks_private_is_not_shown_again(code: Code) -> None:
    """Neither for its own problem nor for another on the same line."""
    place = Origin("oak.yaml", 2, 1)
    both = [Problem(code, "It looks private.", place), Problem(Code.VAGUE, "It is vague.", place)]
    shown = for_console(both, TERMINAL, lambda _: ["id: OAK", "text: Mrs Example"])
    assert "Mrs Example" not in shown
    assert "It is vague." in shown


def test_no_terminal_gets_what_it_always_got() -> None:
    """One line a problem, byte for byte; forced colours change nothing else, and quote nothing."""
    problems = [
        Problem(Code.OVERDUE, "A5 is\x1b[2J late.", Origin("a error AP303.yaml", 2, 1), accepted="Agreed\nso"),
        Problem(Code.VAGUE, "A1 is vague.", Origin("oak.yaml", 1, 1), "Say more."),
    ]
    plain = for_console(problems, Console(), lambda _: ["secret"] * 3)
    coloured = for_console(problems, Console(has_colour=True), lambda _: ["secret"] * 3)
    assert plain == as_text(problems)
    assert click.unstyle(coloured) == plain
    assert coloured != plain


def test_colours_change_no_word() -> None:
    """What is coloured is what is shown without colours."""
    in_colour = Console(is_terminal=True, has_colour=True, width=60)
    coloured = told("depends_on: [A8, A9]", 18, in_colour)
    assert [click.unstyle(line) for line in coloured] == told("depends_on: [A8, A9]", 18)
    assert re.search(r"\x1b\[31m\x1b\[1m\^\^\x1b\[0m", coloured[3])


@pytest.mark.parametrize(
    ("stream", "environment", "is_terminal", "has_colour"),
    [
        (Stream(), {}, True, True),
        (Stream(), {"NO_COLOR": "1"}, True, False),
        (Stream(), {"NO_COLOR": ""}, True, True),
        (Stream(), {"TERM": "dumb"}, True, False),
        (Stream(), {"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
        (Stream(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        (io.StringIO(), {}, False, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, False, True),
        (io.StringIO(), {"FORCE_COLOR": "0"}, False, False),
        (io.StringIO(), {"FORCE_COLOR": "false"}, False, False),
    ],
)
def test_who_wants_colours(
    stream: io.StringIO, environment: dict[str, str], is_terminal: bool, has_colour: bool
) -> None:
    """A terminal does, unless it or a person says otherwise; nothing else does, unless a person says so."""
    console = Console.of(stream, environment)
    assert (console.is_terminal, console.has_colour) == (is_terminal, has_colour)
