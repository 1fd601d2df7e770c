# ruff: noqa: E501 -- each message stands on one line, as people see it

"""Fields at the wrong step: too far left, or on a part of what they are about."""

import re

import pytest

from tests.reading.small_files import about_plan

ACTION = "actions:\n  - id: A1\n    title: x\n    due: 2027-01-01\n"


@pytest.mark.parametrize(
    ("added", "hint"),
    [
        ("roles:\nRM: Manager\n", "It looks as if it belongs to roles, above: indent it with two spaces."),
        ("roles:\n  RM: Manager\nDM: Deputy\n", "It looks as if it belongs to roles, above: check the indentation."),
        (
            f"{ACTION}owner: RM\n",
            "It looks as if it belongs to actions, above: check the indentation. Did you mean lead?",
        ),
        (
            f"{ACTION}    owner: RM\n  - id: A2\ntitle: x\n",
            "If it belongs to actions, above, indent it as what stands there; else keep one of the two.",
        ),
    ],
)
def test_a_field_in_the_first_column_is_said_to_belong_above(added: str, hint: str) -> None:
    """What stands above it has such fields, or holds nothing yet."""
    assert [line for line in about_plan(added) if line.endswith(hint)] != []


KEPT = "else keep one of the two."
NEXT = f"if the next of the list begins here, write - before it, or its lost first line; {KEPT}"
FIRST = "findings:\n  - id: F1\n    title: x\n    kind: own\n    family:\n      found: y\n"


@pytest.mark.parametrize(
    ("added", "said"),
    [
        (
            FIRST + "    title: z\n    regulations: [12]\n",
            [f"10:5 AP103 title 6 If it belongs to family, above, indent it as what stands there; {NEXT}"],
        ),
        (FIRST + "    id: F2\n", [f"10:5 AP103 id 5 I{NEXT[1:]}"]),
        (FIRST + "    title: z\n    kind: own\n    family: {}\n", [f"10:5 AP103 title 6 I{NEXT[1:]}"]),
        (
            FIRST + "    title: z\n    kind: own\n    title: z\n    kind: own\n",
            [f"10:5 AP103 title 6 I{NEXT[1:]}", f"12:5 AP103 title 6 I{NEXT[1:]}"],
        ),
        (
            "findings: [{id: F1, title: x, kind: own, title: z, kind: own}]\n",
            [
                "4:42 AP103 title 4 Keep one of them; several values go into one field as a list.",
                "4:52 AP103 kind 4 Keep one of them; several values go into one field as a list.",
            ],
        ),
        (
            "regulator_ratings: [x]\nlead: RM\nlead: DM\n",
            ["6:1 AP103 lead 5 Keep one of them; several values go into one field as a list."],
        ),
    ],
)
def test_a_forgotten_dash_is_told_as_that(added: str, said: list[str]) -> None:
    """Fields of a thing in a list come again: the next one begins. What has such a field already takes no second."""
    pattern = re.compile(r"the field (\w+) is written twice: on line (\d+) and on line \d+\.")
    assert [pattern.sub(r"\1 \2", line) for line in about_plan(added) if " AP103 " in line] == said


@pytest.mark.parametrize("added", ["owner: RM\n", "roles: {RM: x}\nowner: RM\n", "actions: []\ntitel: x\n"])
def test_what_belongs_to_nothing_above_is_answered_as_a_slip(added: str) -> None:
    """A name that nothing above could hold is a slip in the name."""
    assert [line for line in about_plan(added) if "above" in line] == []


@pytest.mark.parametrize(
    ("added", "hint"),
    [
        (f"{ACTION}    owner: RM\n    tasks: [{{what: x, note: y}}]\n", "No note is taken here: write it into note of action A1."),
        (f"{ACTION}    owner: RM\n    checks: [{{date: 2026-01-01, by: RM, result: holds, extra: {{a: b}}}}]\n", "No extra is taken here: write it into extra of action A1."),
        (f"{ACTION}    owner: RM\n    updates: [{{date: 2026-01-01, text: x, Comments: y}}]\n", "No note is taken here: write it into note of action A1."),
        ("involved: [{group: Staff, note: y}]\n", "No note is taken here: write it into note of plan OAK."),
        ("measures: [{id: M1, title: x, targets: [{value: 1, note: y}]}]\n", "No note is taken here: write it into note of measure M1."),
    ],
)  # fmt: skip
def test_a_note_on_a_part_is_told_where_it_may_stand(added: str, hint: str) -> None:
    """Parts of things take no note: the thing itself does, and no indentation is to be checked."""
    (line,) = about_plan(added)
    assert line.endswith(hint)
