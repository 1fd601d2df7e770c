# ruff: noqa: E501 -- each message stands on one line, as people see it

"""A list where one value is meant: what the hint says keeps all of it, or says where the rest goes."""

import pytest

from action_plans.reading.plan_files import read_plan_text
from tests.reading.small_files import PLAN, about_note, about_plan

ACTION = "roles: {RM: Registered manager, DM: Deputy}\nactions:\n  - id: A1\n    title: One\n    owner: RM\n    due: 2026-07-31\n"
LONG = ["Every chart is looked at twice a day by whoever leads the shift.", "The nurse says so at each handover."]


@pytest.mark.parametrize(
    ("values", "meant"),
    [
        (["Families", "Staff"], "Families, Staff"),
        (["We count.", "We look."], "We count. We look."),
        (["5 of 9: gaps", "2 of 3"], '"5 of 9: gaps, 2 of 3"'),
        (["- x", "y"], '"- x, y"'),
    ],
)
@pytest.mark.parametrize("field", ["note", "done_when", "description"])
def test_short_texts_are_one_text(field: str, values: list[str], meant: str) -> None:
    """All of them stand in the line to write."""
    written = "".join(f"      - '{value}'\n" for value in values)
    assert about_plan(f"{ACTION}    {field}:\n{written}") == [
        f"11:7 AP107 {field} of action A1 is a list, where one value is meant. Write it as one text: {field}: {meant}"
    ]
    assert about_plan(f"{ACTION}    {field}: {meant}\n") == []


def test_long_texts_stay_on_lines_of_their_own() -> None:
    """What the hint says keeps every word."""
    written = "".join(f"      - {value}\n" for value in LONG)
    assert about_plan(f"{ACTION}    note:\n{written}") == [
        "11:7 AP107 note of action A1 is a list, where one value is meant. Write note: | and, on the lines below it, indented, each of these values; the - before them may stay, as part of the text."
    ]
    plan = read_plan_text(f"{PLAN}{ACTION}    note: |\n{written}".encode(), "oak.yaml").record
    assert plan is not None
    assert str(plan.actions[0].note).split("\n")[:2] == [f"- {value}" for value in LONG]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (ACTION.replace("owner: RM", "owner: [RM, DM]"), "One role answers for it: keep one, and put the others in helpers."),
        (ACTION.replace("2026-07-31", "[2026-07-31, 2026-08-31]"), "Keep the day that was agreed first, without - or [ ]; each later one goes into revised."),
        (ACTION + "    priority: [high, low]\n", "Keep one of its values, without - or [ ], and put the others into note."),
        (ACTION + "    checks: {date: 2026-08-01, by: [RM, DM], result: holds}\n", "Keep one of its values, without - or [ ], and put the others into found."),
        (ACTION + "    closed_on: [2026-08-01]\n", "Keep one of its values, without - or [ ]."),
    ],
)  # fmt: skip
def test_where_one_value_stands_the_rest_has_its_place(text: str, hint: str) -> None:
    """Nothing is to be thrown away."""
    (line,) = about_plan(text)
    assert line.endswith(f"is a list, where one value is meant. {hint}")


def test_a_note_by_two() -> None:
    """A note has a field for words."""
    (line,) = about_note("---\nid: E1\ntitle: x\ndate: 2026-05-01\nby: [DM, CL]\nsupports: OAK/A1\n---\nSeen.\n")
    assert line.endswith("Keep one of its values, without - or [ ], and put the others into note.")
