"""Things written under their ids as names, where a list is meant."""

import pytest

from action_plans.reading.plan_files import read_plan_text
from tests.reading.small_files import PLAN, about_plan

WRITE = "where a list of things with an id is meant. Write - id: {0}, and its fields below it, one on each line."


@pytest.mark.parametrize(
    ("added", "place", "ids", "first"),
    [
        ("findings: {F1: {title: x}}\n", "4:12", "F1 as the name of a field", "F1"),
        ("findings:\n  F1: {title: x}\n  F2: {title: y}\n", "5:3", "F1 and F2 as names of fields", "F1"),
        ("findings:\n  - F1: Nobody counted\n", "5:5", "F1 as the name of a field", "F1"),
        ("findings:\n  - F1:\n    title: x\n", "5:5", "F1 as the name of a field", "F1"),
        ("measures: {M1: Falls, M2: Late}\n", "4:12", "M1 and M2 as names of fields", "M1"),
    ],
)
def test_ids_as_names_are_one_message(added: str, place: str, ids: str, first: str) -> None:
    """One message a list shows how it is written, and nothing is said to lack its id."""
    field = added.partition(":")[0]
    assert about_plan(added) == [f"{place} AP107 {field} of the plan has {ids}, {WRITE.format(first)}"]


def test_what_stands_under_an_id_is_read() -> None:
    """Its own mistakes are told in the same run, in its name and at its place."""
    added = "actions:\n  - A1:\n      title: x\n      onwer: RM\n      due: 2027-01-01\n"
    read = read_plan_text((PLAN + added).encode(), "oak.yaml")
    assert [(one.origin.line, one.message.split(":")[0]) for one in read.problems if one.code.value == "AP105"] == [
        (7, "action A1 has a field that does not exist")
    ]


@pytest.mark.parametrize("added", ["findings: {id: F1, title: x}\n", "findings: [{id: F1, titel: x}]\n"])
def test_a_single_thing_for_a_list_is_no_mapping_of_ids(added: str) -> None:
    """Fields of the thing itself, and slips in them, are left as they are."""
    assert [line for line in about_plan(added) if "as the name" in line] == []
