"""Days as the names of fields, `20 May 2026: It began`, where a list of things with a date is meant."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from action_plans.model.origin import Origins, Positions
from action_plans.model.problem import Code, Problem
from action_plans.model.record import ORIGINS_KEY, Record
from action_plans.model.reflection import field_names
from action_plans.reading.records.value_path import origins_of
from action_plans.reading.records.wrong_ranges import day_in
from action_plans.reading.yaml.quoting import cut, quoted


def as_dated(data: dict[str, Any], kind: type[Record]) -> list[Problem]:
    """Make things with a date of what stands under days, in all lists of a mapping, and return a problem for each."""
    return list(_as_dated(data, kind))


_WORDS = ("text", "value", "found", "reason", "said", "decision", "change", "how", "because", "stage", "team")
"""The field of a thing with a date that the words after the day are meant for: the first that it has."""


def _as_dated(data: dict[str, Any], kind: type[Record]) -> Iterator[Problem]:
    for name, field in field_names(kind).items():
        inner = next(iter(field.records), None)
        if inner is None or name not in data:
            continue
        if field.is_many and "date" in field_names(inner):
            yield from _dated_list(data, name, inner)
        for thing in data[name] if isinstance(data[name], list) else [data[name]]:
            if isinstance(thing, dict):
                yield from _as_dated(thing, inner)


def _dated_list(data: dict[str, Any], name: str, kind: type[Record]) -> Iterator[Problem]:
    written = data[name]
    things: list[Any] = []
    first: tuple[Origins, str] | None = None
    for thing in written if isinstance(written, list) else [written]:
        days = _days(thing, kind)
        if not days:
            things.append(thing)
            continue
        first = first or (origins_of(thing), days[0])
        things.extend(_thing(thing, day, kind) for day in days)
    if first is None:
        return
    data[name] = things
    origins = origins_of(data)
    starts = tuple(origins_of(one).start if isinstance(one, dict) else origins.values[name] for one in things)
    data[ORIGINS_KEY] = replace(origins, items={**origins.items, name: starts})
    told = next(one for one in things if isinstance(one, dict) and origins_of(one).start == first[0].keys[first[1]])
    places = origins_of(told)
    below = [one for one in told if one not in ("date", ORIGINS_KEY) and isinstance(told[one], str)]
    words = next(((one, told[one]) for one in below if places.keys[one] == places.start), None)
    words = words or next(((one, told[one]) for one in below if one in _WORDS), None)
    rest = f"{words[0]}: {_line(words[1])}" if words else "its other fields"
    message = f"{name} has {cut(first[1])} as the name of a field, where a list of things with a date is meant."
    hint = f"Write - date: {told['date']}, and below it {rest}"
    yield Problem(Code.WRONG_VALUE, message, first[0].key(first[1]), hint)


def _days(thing: Any, kind: type[Record]) -> list[str]:  # noqa: ANN401 -- whatever was written
    """Return the names in a thing that are days: one beside fields of it, or nothing but days."""
    if not isinstance(thing, dict) or "date" in thing:
        return []
    names = [name for name in thing if name != ORIGINS_KEY]
    days = [name for name in names if name not in field_names(kind) and day_in(name)]
    others = set(names) - set(days)
    return days if days and (not others or (len(days) == 1 and others <= set(field_names(kind)))) else []


def _thing(thing: dict[str, Any], day: str, kind: type[Record]) -> dict[str, Any]:
    """Return a thing with a date, which stands where the day is written as a name."""
    around, told = origins_of(thing), thing[day]
    place = around.keys[day]
    one: dict[str, Any] = {"date": day_in(day)}
    keys, values = {"date": place}, {"date": place}
    items = {}
    inner = told if isinstance(told, dict) else {}
    rest = {name: value for name, value in thing.items() if name in field_names(kind)}
    for fields in (inner, rest):
        origins = origins_of(fields) if fields is inner and inner else around
        for name, value in fields.items():
            if name != ORIGINS_KEY:
                one[name], keys[name], values[name] = value, origins.keys[name], origins.values[name]
                items.update({name: origins.items[name]} if name in origins.items else {})
    words = _field_for(told, kind) if isinstance(told, str) else None
    if words is not None and words not in one:
        one[words], keys[words], values[words] = told, place, around.values[day]
    one[ORIGINS_KEY] = Origins(around.path, place, Positions(keys), Positions(values), items)
    return one


def _field_for(told: str, kind: type[Record]) -> str | None:
    """Return the field that words after a day are meant for: one with a closed list that has them, or one for words."""
    known = field_names(kind)
    chosen = (name for name, field in known.items() if any(choice.of(told) is not None for choice in field.choices))
    return next(chosen, None) or next((name for name in _WORDS if name in known), None)


def _line(text: str) -> str:
    return quoted(text) if ": " in text or " #" in text or not text[:1].isalnum() else cut(text)
