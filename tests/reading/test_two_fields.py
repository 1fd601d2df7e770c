# ruff: noqa: E501 -- each message stands on one line, as people see it

"""Several fields on one line: each is given a line of its own, and no field is lost by what the hint says."""

import re

import pytest

from tests.reading.small_files import about_plan

ROLES = "roles: {RM: Registered manager}\n"
ACTION = """\
actions:
  - id: A1
    title: One
    owner: RM
    due: 2026-07-31
    priority: high
    timescale: short-term
  - id: A2
    title: Two
    owner: RM
    due: 2026-07-31
"""


@pytest.mark.parametrize(
    ("lines", "joined", "said"),
    [
        ("    priority: high\n    timescale: short-term\n", "    priority: high, timescale: short-term\n", "10:21 AP101 timescale stands on the line of another field, priority. Write each on a line of its own: priority: high and timescale: short-term."),
        ("    title: One\n    owner: RM\n", "    title: One owner: RM\n", '7:16 AP101 owner stands on the line of another field, title. Write each on a line of its own: title: One and owner: RM. If all of it is one text, put that in quotes: title: "One owner: RM".'),
        ("    title: One\n    owner: RM\n", '    title: "One" owner: RM\n', '7:18 AP101 owner stands on the line of another field, title. Write each on a line of its own: title: "One" and owner: RM.'),
        ("    owner: RM\n    due: 2026-07-31\n    priority: high\n", "    owner: RM; due: 2026-07-31; priority: high\n", "8:16 AP101 due stands on the line of another field, owner. Write each on a line of its own: owner: RM, due: 2026-07-31 and priority: high."),
        ("  - id: A2\n    title: Two\n", "  - id: A2 title: Two\n", "12:12 AP101 title stands on the line of another field, id. Write each on a line of its own: id: A2 and title: Two."),
    ],
)  # fmt: skip
def test_each_field_gets_a_line_of_its_own(lines: str, joined: str, said: str) -> None:
    """What the hint says, on lines of their own, is the plan that was meant."""
    assert about_plan(ROLES + ACTION) == []
    assert about_plan(ROLES + ACTION.replace(lines, joined, 1)) == [said]
    told = re.findall(r"line of its own: (.*?)\.(?:$| If)", said)[0]
    indent = re.match(r"[ -]*", lines)
    assert indent is not None
    parts = re.split(r", | and ", told)
    mended = "".join((indent[0] if n == 0 else " " * len(indent[0])) + part + "\n" for n, part in enumerate(parts))
    assert about_plan(ROLES + ACTION.replace(lines, mended, 1)) == []


@pytest.mark.parametrize("title", ["Staff title: late", "Staff: late", "Two owner: RM"])
def test_words_that_are_no_field_or_one_that_is_there_already_are_a_text(title: str) -> None:
    """It goes in quotes, and nothing else is offered."""
    (line,) = about_plan(ROLES + ACTION.replace("title: Two", f"title: {title}"))
    assert line.endswith(
        f'a colon and a space stand inside a text that is not in quotes. Put the text in quotes: title: "{title}".'
    )


@pytest.mark.parametrize("title", ['"Charts" & "MARs"', '"Charts" and "MARs"', '"Charts" *and* more', '"Charts" !now'])
def test_two_words_in_quotes_are_one_text(title: str) -> None:
    """All of the text goes into one pair of quotes, wherever the parser stumbled."""
    (line,) = about_plan(ROLES + ACTION.replace("title: Two", f"title: {title}"))
    assert line == (
        '13:21 AP101 the text in quotes ends before this, at ", and more follows. '
        f"Write \\\" for a quote inside double quotes, or put all of the text in single quotes: '{title}'."
    )
    assert about_plan(ROLES + ACTION.replace("title: Two", f"title: '{title}'")) == []
