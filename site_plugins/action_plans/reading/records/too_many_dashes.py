"""Things whose every field has a dash before it: `- date: ..`, `- text: ..`, where one thing is meant."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from action_plans.model.origin import Origins, Position, Positions
from action_plans.model.problem import Code, Problem
from action_plans.model.record import ORIGINS_KEY, Record
from action_plans.model.reflection import Field, field_names
from action_plans.reading.records.record_fields import noun
from action_plans.reading.records.value_path import origins_of


def joined(data: dict[str, Any], kind: type[Record]) -> list[Problem]:
    """Make one thing again of what dashes part, in all lists of a mapping, and return a problem for each list."""
    return list(_joined(data, kind))


def _joined(data: dict[str, Any], kind: type[Record]) -> Iterator[Problem]:
    for name, field in field_names(kind).items():
        inner = next(iter(field.records), None)
        if inner is None or name not in data:
            continue
        value = data[name]
        if isinstance(value, list) and len(value) > 1 and field.is_many:
            yield from _joined_list(data, name, inner)
        for thing in data[name] if isinstance(data[name], list) else [data[name]]:
            if isinstance(thing, dict):
                yield from _joined(thing, inner)


def _joined_list(data: dict[str, Any], name: str, kind: type[Record]) -> Iterator[Problem]:
    known = field_names(kind)
    places = origins_of(data).items.get(name, ())
    things: list[Any] = []
    starts: list[Position] = []
    first: dict[str, Any] | None = None
    for number, thing in enumerate(data[name]):
        if things and _goes_on(things[-1], thing, known):
            first = first or thing
            things[-1] = _with(things[-1], thing)
        else:
            things.append(thing)
            starts.extend(places[number : number + 1])
    if first is None:
        return
    data[name] = things
    origins = origins_of(data)
    data[ORIGINS_KEY] = replace(origins, items={**origins.items, name: tuple(starts)})
    field = next(iter(origins_of(first).keys))
    message = f"a - stands before {field}, which belongs to the {noun(kind)} that begins above it."
    hint = (
        "Write one - for each thing of a list, before its first field; "
        "its other fields go below that one, in the same column, without -."
    )
    yield Problem(Code.WRONG_VALUE, message, origins_of(first).origin, hint)


def _goes_on(above: Any, thing: Any, known: dict[str, Field]) -> bool:  # noqa: ANN401 -- whatever was written
    """Whether a thing of a list has fields that the one above it lacks, and cannot stand without it."""
    if not (isinstance(above, dict) and isinstance(thing, dict)):
        return False
    names, before = set(thing) - {ORIGINS_KEY}, set(above) - {ORIGINS_KEY}
    needed = {name for name, field in known.items() if field.is_required}
    is_apart = bool(names) and names <= set(known) and before <= set(known) and not names & before
    return is_apart and not needed <= names and (not needed <= before or not needed & names)


def _with(above: dict[str, Any], thing: dict[str, Any]) -> dict[str, Any]:
    """Return two things as one, which stands where the first does."""
    one, two = origins_of(above), origins_of(thing)
    keys = Positions({**dict(one.keys), **dict(two.keys)})
    values = Positions({**dict(one.values), **dict(two.values)})
    origins = Origins(one.path, one.start, keys, values, {**one.items, **two.items})
    return {**above, **thing, ORIGINS_KEY: origins}
