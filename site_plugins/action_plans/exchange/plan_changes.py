"""What is to change in a plan, and what the plan then says: whatever its text looks like."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from action_plans.exchange.plan_layout import Steps
from action_plans.exchange.yaml_words import Value
from action_plans.model.plan import Plan
from action_plans.model.record import ORIGINS_KEY, Record
from action_plans.model.reflection import field_names, fields_of


@dataclass(frozen=True, slots=True)
class SetField:
    """A field is given a value, or taken out where that is None; `steps` lead to what holds it.

    `is_first` is for what stands before all others, on one line.
    """

    steps: Steps
    field: str
    value: Value | None
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class AddItem:
    """One more item stands at the end of a field that holds several."""

    steps: Steps
    field: str
    item: Mapping[str, Value]


Change = SetField | AddItem


def changed(data: Mapping[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """Return what a plan says after some changes; `data` is what reading found, and stays as it is."""
    after: dict[str, Any] = _copy(data)
    for change in changes:
        holder = after
        for step in change.steps:
            holder = _step(holder, step)
        if isinstance(change, AddItem):
            held = holder.get(change.field)
            before = held if isinstance(held, list) else [] if held is None else [held]
            holder[change.field] = [*before, _copy(change.item)]
        elif change.value is None:
            holder.pop(change.field, None)
        else:
            holder[change.field] = _copy(change.value)
    return after


def with_emptied(data: Mapping[str, Any], changes: Sequence[Change]) -> Sequence[Change]:
    """Return changes in which a group that they leave nothing in is taken out itself: `extra: {Picture: ..}`.

    `data` is what reading found. An item of a list is no group: it stays for whoever takes it out.
    """
    gone: dict[Steps, set[str]] = {}
    for change in changes:
        if isinstance(change, SetField) and change.value is None and change.steps and isinstance(change.steps[-1], str):
            gone.setdefault(change.steps, set()).add(change.field)
    for steps, names in gone.items():
        stays = any(
            change.steps[: len(steps)] == steps
            and not (change.steps == steps and isinstance(change, SetField) and change.value is None)
            for change in changes
        )
        holder: Any = data
        for step in steps:
            holder = _step(holder, step)
        if not stays and names >= holder.keys() - {ORIGINS_KEY}:
            others = [change for change in changes if change.steps != steps]
            return with_emptied(data, [*others, SetField(steps[:-1], str(steps[-1]), None)])
    return changes


def said(data: Any) -> Any:  # noqa: ANN401 -- whatever a plan holds
    """Return what a plan says, without where it stands: one value and a list of one are the same, spaces apart."""
    if isinstance(data, Mapping):
        return {
            name: said(value) for name, value in data.items() if name != ORIGINS_KEY and value not in (None, [], "")
        }
    if isinstance(data, list):
        return said(data[0]) if len(data) == 1 else [said(one) for one in data]
    return data.strip() if isinstance(data, str) else data


def order_at(steps: Steps, of: type[Record] = Plan) -> tuple[str, ...]:
    """Return the names of the fields that may stand where steps lead in a file of `of`, in the model's order."""
    record = of
    for step in steps:
        if isinstance(step, str):
            field = field_names(record).get(step)
            if field is None or not field.records:
                return ()
            record = field.records[0]
    return _names_in(record)


@cache  # as many as there are records in the model
def _names_in(record: type[Record]) -> tuple[str, ...]:
    return tuple(field.name for field in fields_of(record))


def _step(holder: Any, step: str | int) -> Any:  # noqa: ANN401 -- as above
    if isinstance(step, str):
        return holder[step]
    return holder[step] if isinstance(holder, list) else holder


def _copy(value: Any) -> Any:  # noqa: ANN401 -- as above
    if isinstance(value, Mapping):
        return {name: _copy(one) for name, one in value.items()}
    return [_copy(one) for one in value] if isinstance(value, list | tuple) else value
