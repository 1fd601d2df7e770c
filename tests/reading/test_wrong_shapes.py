# ruff: noqa: E501 -- each message stands on one line, as people see it

"""Names and values, lists within lists and words in braces where something else is meant."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from action_plans.reading.plan_files import read_plan_text
from tests.reading.small_files import about_note, about_plan

ACTION = "actions:\n  - {{id: A2, title: Doors, owner: RM, due: 2026-03-01, {}}}\n"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("for: {F1, F2}", "for of action A2 holds fields, where a list is meant. Write several as a list: for: [F1, F2]."),
        ("for: {F1: F2}", "for of action A2 holds fields, where a list is meant. Write several as a list: for: [F1, F2]."),
        ("helpers: {RM: DM}", "helpers of action A2 holds fields, where a list is meant. Write several as a list: helpers: [RM, DM]."),
        ("measures: {M1: fewer falls}", "measures of action A2 holds fields, where a list is meant. Write it alone: measures: M1."),
        ("depends_on: {A1}", "depends_on of action A2 holds fields, where a list is meant. Write it alone: depends_on: A1."),
        ("for: {}", "for of action A2 is empty. Write a value, or leave the field out."),
        ("checker: {DM}", "checker of action A2 stands in braces, { }, where a single value is meant. Write it without { }: checker: DM."),
        ("for: [[F1, F2]]", "for of action A2 is a list within a list. Write one pair of brackets, or one - before each value: for: [F1, F2]."),
    ],
)  # fmt: skip
def test_a_list_of_another_shape_is_one_message(written: str, said: str) -> None:
    """Braces and names where a list is meant are told once, with the list to write."""
    (line,) = about_plan(ACTION.format(written))
    assert line.split(" ", 2)[2] == said


def test_what_a_note_supports_with_a_name_before_it_is_one_message() -> None:
    """`supports: [{action: A1}]` is not called empty as well."""
    (line,) = about_note("---\ntitle: Audit\ndate: 2026-03-01\nsupports: [{action: A1}]\n---\n")
    assert line.endswith("Write it alone: supports: A1.")


def test_a_wrong_kind_of_source_is_one_message() -> None:
    """That nobody can say whom it comes from follows from it."""
    (line,) = about_plan("sources: {id: R1, kind: Letter from somebody, title: Report}\n")
    assert "kind of sources R1" in line


WRONG = ("{x: y}", "{x: y, z: a}", "{a}", "{}", "[[a]]", "[{a: {b: c}}]", "qq zz", "~", '""')
"""Values of every shape."""

HERE = "@here@"


def test_no_wrong_value_hides_other_items() -> None:
    """Whatever stands in whatever field, the other items of the plan are read, and each message reads as one."""
    plan = _every_field()
    lost, garbled = [], []
    for number, at in enumerate(_places(plan)):
        for value in WRONG[number % 3 :: 3]:
            text = json.dumps(_put(plan, at, HERE), ensure_ascii=False).replace(f'"{HERE}"', value)
            read = read_plan_text(text.encode(), "p.yaml")
            if read.record is None or "W1" not in [action.id for action in read.record.actions]:
                lost.append((at, value))
            garbled += [str(one) for one in read.problems if " fields (: " in str(one) or 'such as ""' in str(one)]
    assert (lost, garbled) == ([], [])


def _every_field() -> dict[str, Any]:
    """Return a plan with every field there is and, apart from the rest, the action W1."""
    path = Path(__file__).parents[1] / "examples" / "every-field" / "plans" / "every-field.yaml"
    plan: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 -- it makes texts alone
    short = {
        name: value[:2] if isinstance(value, list) and name != "actions" else value for name, value in plan.items()
    }
    last = {"id": "W1", "title": "Bells", "owner": "ZZ", "due": "2027-01-01"}
    return {**short, "actions": [*plan["actions"][:4], last]}


def _places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 -- whatever a file holds
    if at and at not in (("actions",), ("id",)) and at[:2] != ("actions", 4):
        yield at
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _places(inner, (*at, key))


def _put(value: Any, at: tuple[Any, ...], new: str) -> Any:  # noqa: ANN401 -- as above
    if not at:
        return new
    if isinstance(value, dict):
        return {**value, at[0]: _put(value[at[0]], at[1:], new)}
    return [_put(one, at[1:], new) if number == at[0] else one for number, one in enumerate(value)]
