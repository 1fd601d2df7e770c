# ruff: noqa: E501 -- each message stands on one line, as people see it

"""Lines in the wrong column: the right line is named, and what the hint says makes the plan right."""

import re

import pytest

from tests.reading.small_files import PLAN, about_note, about_plan, about_yaml

FINDINGS = "findings:\n  - id: F1\n    title: One\n  - id: F2\n"
UPDATES = "    updates:\n      - date: 2026-05-20\n        by: RM\n        text: Agreed\n"
ACTIONS = f"""\
roles: {{RM: Registered manager}}
actions:
  - id: A1
    title: One
    owner: RM
    due: 2026-07-31
{UPDATES}  - id: A2
    title: Two
    owner: RM
    due: 2026-07-31
"""


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Staff: late", '8:17 AP101 a colon and a space stand inside a text that is not in quotes. Put the text in quotes: title: "Staff: late".'),
        ("@Staff", '8:12 AP101 a text cannot begin with @ unless it is in quotes. Put it in quotes: "@Staff".'),
        ("*Staff late", '8:12 AP101 a text cannot begin with * unless it is in quotes. Put it in quotes: "*Staff late".'),
        ('"Staff" x', '8:20 AP101 the text in quotes ends before this, at ", and more follows.'),
        ("[Staff] x", "8:20 AP101 more text follows after the ] that ends the value. If all of it is one text, put it in quotes."),
        ("- x", "8:12 AP101 a list item, beginning with -, stands on the line of another field."),
    ],
)  # fmt: skip
def test_a_slip_below_the_beginning_of_an_item_is_not_blamed_on_that(title: str, said: str) -> None:
    """A line `- id: F2` stands further left than the fields around it, as it should."""
    (line,) = about_plan(f"{FINDINGS}    title: {title}\n")
    assert line.startswith(said)


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("        by: RM\n        text: Agreed\n", "      by: RM\n      text: Agreed\n", "12:7"),
        ("        by: RM\n        text: Agreed\n", "       by: RM\n       text: Agreed\n", "12:8"),
        ("    title: Two\n", "  title: Two\n", "15:3"),
        ("    title: Two\n", "   title: Two\n", "15:4"),
    ],
)
def test_fields_below_their_dash_are_told_the_column_of_the_item(right: str, wrong: str, place: str) -> None:
    """The column that the line has is never the one that it is told to begin in; what is told makes it right."""
    assert about_plan(ACTIONS) == []
    (line,) = about_plan(ACTIONS.replace(right, wrong))
    assert line.startswith(f"{place} AP101 this line begins in column {place[-1]}, which fits none of the lines above.")
    spaces = int(re.findall(r"indent it with (\d) spaces", line)[0])
    mended = "".join(" " * spaces + one.lstrip() for one in wrong.splitlines(keepends=True))
    assert about_plan(ACTIONS.replace(right, mended)) == []


@pytest.mark.parametrize(
    ("line", "wrong", "said"),
    [
        ("  - id: A2", "  -- id: A2", "14:3 AP101 an item of a list begins with one -, not with several. Write - id: A2"),
        ("  - id: A2", "  -   id: A2", "14:3 AP101 the fields of this item begin in column 7 here, and in column 5 below. Write one space after the dash: - id: A2"),
        ("  - id: A2", " - id: A2", "14:2 AP101 a list item, beginning with -, stands where a field is meant. Begin the - in column 3, as those of the other items, or below the field whose list it is."),
        ("    owner: RM\n    due", "   owner: RM\n    due", "8:4 AP101 this line begins in column 4, which fits none of the lines above. Begin it with 4 spaces or in column 1, as the lines above that it belongs to."),
    ],
)  # fmt: skip
def test_a_dash_or_a_field_in_the_wrong_column(line: str, wrong: str, said: str) -> None:
    """The line to write, or the column to begin in, is named, and is not the one that it has."""
    assert about_plan(ACTIONS.replace(line, wrong, 1)) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("  id: OAK\ntitle: Plan\n", "1:1 AP101 the file begins in column 3, and goes on in column 1 on line 2. Take 2 spaces away at the beginning of this line."),
        (" id: OAK\n title: Plan\nservice: x\n", "1:1 AP101 the file begins in column 2, and goes on in column 1 on line 3. Take 1 space away at the beginning of each line above line 3."),
    ],
)  # fmt: skip
def test_a_file_whose_first_lines_are_indented(text: str, said: str) -> None:
    """No line that ends the file is spoken of where there is none."""
    assert about_yaml(text) == [said]
    assert about_plan("", PLAN) == []


def test_a_note_whose_first_field_is_indented() -> None:
    """Front matter is told the same."""
    text = "---\n  id: E1\ntitle: Audit\ndate: 2026-05-01\nsupports: OAK/A1\n---\nSeen.\n"
    (line,) = about_note(text)
    assert line.startswith("2:1 AP101 the file begins in column 3, and goes on in column 1 on line 3.")
    assert about_note(text.replace("  id", "id")) == []
