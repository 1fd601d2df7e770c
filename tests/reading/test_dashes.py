# ruff: noqa: E501 -- each message stands on one line, as people see it

"""A dash lost, a dash too many, a list begun twice: one message, and all of the rest is read as it was meant."""

import re

import pytest

from action_plans.reading.plan_files import read_plan_text
from tests.reading.small_files import PLAN, about_plan

ROLES = "roles: {RM: Registered manager}\n"
ONE = "    title: One\n    owner: RM\n    due: 2026-07-31\n"
TWO = "    title: Two\n    owner: RM\n    due: 2026-07-31\n    depends_on: A1\n"
ACTIONS = f"{ROLES}actions:\n  - id: A1\n{ONE}  - id: A2\n{TWO}"
READINGS = "measures:\n  - id: M1\n    title: Falls\n    readings:\n"
TOO_MANY = (
    "Write one - for each thing of a list, before its first field; "
    "its other fields go below that one, in the same column, without -."
)
NEXT = "If the next of the list begins here, write - before it, or its lost first line; else keep one of the two."


def ids_in(text: str) -> list[str]:
    """Return the ids of the actions that were read."""
    plan = read_plan_text((PLAN + text).encode(), "oak.yaml").record
    assert plan is not None
    return [action.id for action in plan.actions]


def test_a_lost_dash_parts_two_things_all_the_same() -> None:
    """The fields below it are those of the next thing, not second ones of the thing above."""
    text = ACTIONS.replace("  - id: A2", "    id: A2")
    assert about_plan(ACTIONS) == []
    assert about_plan(text) == [f"10:5 AP103 the field id is written twice: on line 6 and on line 10. {NEXT}"]
    assert ids_in(text) == ["A1", "A2"]


def test_a_lost_line_leaves_the_thing_above_it_as_it_was() -> None:
    """What stands below it has no id, and that is said once."""
    text = ACTIONS.replace("  - id: A2\n", "")
    assert about_plan(text) == [f"10:5 AP103 the field title is written twice: on line 7 and on line 10. {NEXT}"]
    assert ids_in(text) == ["A1"]


def test_a_first_thing_without_its_dash_is_named_where_it_begins() -> None:
    """Not at the dash of the second, which is right."""
    (line,) = about_plan(ACTIONS.replace("  - id: A1", "    id: A1"))
    assert (
        line
        == "6:5 AP101 this line begins the first thing of a list, and has no - before it. Write it with a - in column 3: - id: A1"
    )


@pytest.mark.parametrize(
    ("right", "wrong", "place", "said"),
    [
        ("      - date: 2026-05-15\n        value: 91\n", "      - date: 2026-05-15\n      - value: 91\n", "9:9", "value, which belongs to the reading that"),
        ("  - id: A2\n    title: Two\n    owner: RM\n    due: 2026-07-31\n", "  - id: A2\n  - title: Two\n  - owner: RM\n  - due: 2026-07-31\n", "17:5", "title, which belongs to the action that"),
        ("    owner: RM\n    due: 2026-07-31\n    depends_on", "  - owner: RM\n    due: 2026-07-31\n    depends_on", "18:5", "owner, which belongs to the action that"),
    ],
)  # fmt: skip
def test_a_dash_before_each_field_is_told_once(right: str, wrong: str, place: str, said: str) -> None:
    """One - begins each thing: followed, that is the plan that was meant, and it is read as that before, too."""
    readings = f"{READINGS}      - date: 2026-05-15\n        value: 91\n"
    assert about_plan(readings + ACTIONS) == []
    assert right in readings + ACTIONS
    text = (readings + ACTIONS).replace(right, wrong, 1)
    assert about_plan(text) == [f"{place} AP107 a - stands before {said} begins above it. {TOO_MANY}"]
    assert ids_in(text) == ["A1", "A2"]


@pytest.mark.parametrize(
    "text",
    [
        "evidence:\n      - title: Photo\n      - title: Count\n",
        "updates:\n      - {date: 2026-05-01, by: RM, text: a}\n      - {date: 2026-05-02, by: RM, text: b}\n",
    ],
)
def test_things_that_are_whole_stay_what_they_are(text: str) -> None:
    """Short things in a list are no parts of one."""
    assert about_plan(f"{ROLES}actions:\n  - id: A1\n{ONE}    {text}") == []


def test_a_list_begun_again_goes_on() -> None:
    """The line that begins it anew is to go; what is in both is read."""
    again = ACTIONS.replace("  - id: A2", "actions:\n  - id: A2")
    assert about_plan(again) == [
        "10:1 AP103 the field actions is written twice: on line 5 and on line 10. If the list above goes on, delete this line; else keep one of the two."
    ]
    assert ids_in(again) == ["A1", "A2"]
    later = ACTIONS.replace("  - id: A2", "summary: x\nactions:\n  - id: A2")
    (line,) = about_plan(later)
    assert line.endswith(
        "If the list goes on, put what stands below at its end, above summary, and delete this line; else keep one of the two."
    )
    assert ids_in(later) == ["A1", "A2"]


def test_a_name_above_things_of_another_list_is_no_list_begun_again() -> None:
    """What stands below it is not read as what it is not."""
    (line,) = about_plan(f"involved: [{{group: Staff, date: 2026-05-01}}]\n{ACTIONS}involved:\n  - id: A3\n{TWO}")
    assert line.endswith("else keep one of the two.")
    assert "goes on" not in line


def test_a_line_that_ends_a_file_in_its_middle() -> None:
    """Half of it is no plan: what stands in the other half is not called missing."""
    text = ACTIONS.replace(
        "    depends_on: A1\n",
        "    depends_on: A1\n    milestone: MS1\n---\nmilestones: [{id: MS1, title: x, due: 2026-09-01}]\n",
    )
    read = read_plan_text((PLAN + text).encode(), "oak.yaml")
    assert [re.sub(r"\. .*", "", problem.message) for problem in read.problems] == [
        "a line --- begins a second document here."
    ]
    assert read.record is None
