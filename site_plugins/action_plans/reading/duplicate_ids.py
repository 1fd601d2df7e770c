"""Ids that stand for two things; they are matched without regard to case."""

from collections.abc import Iterable, Iterator
from typing import Any

from action_plans.model.origin import Origin
from action_plans.model.plan import ITEM_FIELDS
from action_plans.model.problem import Code, Problem
from action_plans.model.record import ORIGINS_KEY
from action_plans.model.reference import APART
from action_plans.reading.records.value_path import origins_of

_SPACES = (
    tuple(field for field, kind in ITEM_FIELDS.items() if kind not in APART),
    *((field,) for field, kind in ITEM_FIELDS.items() if kind in APART),
)
"""Lists of a plan whose ids must differ from each other."""


def repeated_in_plan(data: dict[str, Any]) -> list[Problem]:
    """Return a problem for each id that a plan gives to a second thing.

    Args:
        data: the plan as it is written, broken parts and all.
    """
    problems: list[Problem] = []
    for fields in _SPACES:
        named = [(f"{field[:-1]} {name}", name, place) for field in fields for name, place in _ids(data.get(field))]
        named.sort(key=lambda thing: thing[2])
        problems.extend(repeated(named, "Give one of them a new id; an id is never used again for another thing."))
    return problems


def repeated(named: Iterable[tuple[str, str, Origin]], hint: str) -> Iterator[Problem]:
    """Yield a problem for each thing whose id an earlier one has.

    Args:
        named: what each thing is called, its id, and where that is written, in order.
        hint: what to do about it.
    """
    first: dict[str, tuple[str, Origin]] = {}
    for called, name, place in named:
        earlier = first.setdefault(name.casefold(), (called, place))
        if earlier[1] != place:
            case = "" if earlier[0].endswith(name) else f", written {earlier[0].split()[-1]}"
            message = f"the id {name} is used a second time: it is that of {earlier[0]} at {earlier[1]}{case}."
            yield Problem(Code.DUPLICATE_ID, message, place, hint)


def _ids(written: Any) -> Iterator[tuple[str, Origin]]:  # noqa: ANN401 -- whatever was written
    for item in written if isinstance(written, list) else [written]:
        if isinstance(item, dict) and ORIGINS_KEY in item and isinstance(name := item.get("id"), str):
            yield name, origins_of(item).value("id")
