"""Fields that a mapping has twice: those of the next thing of a list, which lost its dash, or a list begun anew."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from action_plans.model.origin import NO_ITEMS, Origins, Position, Positions
from action_plans.model.record import ORIGINS_KEY

Items = dict[str, tuple[Position, ...]]
"""For each field that holds a list the places of its items."""


class Entry(NamedTuple):
    """A field as it was read: its name, where that and its value stand, the value, the places of a list's items."""

    name: str
    key: Position
    value: Position
    written: Any
    items: tuple[Position, ...] | None


def parted(run_on: list[Entry], data: dict[str, Any], path: str) -> list[dict[str, Any]]:
    """Take what belongs to the things after it out of a mapping, and return them.

    Args:
        run_on: the fields of the mapping from the first one on that it has already.
        data: the mapping; its first thing stays in it.
        path: how people know the file.
    """
    first = run_on[0].name
    things: list[list[Entry]] = []
    for entry in run_on:
        if entry.name == first:
            things.append([])
        things[-1].append(entry)
        if data.get(entry.name) is entry.written:
            data.pop(entry.name, None)
    return [_mapping(thing, path) for thing in things]


def lists_that_go_on(run_on: list[Entry], data: Mapping[str, Any]) -> set[Position]:
    """Return where the names of lists stand that are begun anew: their things are like the first one's, and new."""
    return {entry.key for entry in run_on if entry.items is not None and _is_like(data.get(entry.name), entry.written)}


def join(
    run_on: list[Entry],
    again: Mapping[Position, bool],
    data: dict[str, Any],
    items: Items,
) -> Iterator[Any]:
    """Put a list that is begun anew at the end of the first, and yield what else a mapping has twice.

    Args:
        run_on: the fields of the mapping from the first one on that it has already.
        again: where names stand that are there already, each with whether its list may go on with the second.
        data: the mapping; its lists are prolonged.
        items: the places of their items, which are prolonged too.
    """
    for entry in run_on:
        if entry.key not in again:
            continue
        if again[entry.key] and entry.items is not None:
            data[entry.name].extend(entry.written)
            items[entry.name] = (*items[entry.name], *entry.items)
        else:
            yield entry.written


def _is_like(first: Any, second: list[Any]) -> bool:  # noqa: ANN401 -- whatever was written
    """Whether things of a second list have mostly the names of those in the first, and none of their ids."""
    if not isinstance(first, list) or first is second:
        return False
    names, others = _names(first), _names(second)
    ids = {one.get("id") for one in first if isinstance(one, dict)} - {None}
    is_new = not any(isinstance(one, dict) and one.get("id") in ids for one in second)
    return is_new and 2 * len(names & others) >= len(others)


def _names(things: list[Any]) -> set[str]:
    return {name for thing in things if isinstance(thing, dict) for name in thing if name != ORIGINS_KEY}


def _mapping(thing: list[Entry], path: str) -> dict[str, Any]:
    known = {entry.name: entry for entry in reversed(thing)}
    entries = [entry for entry in thing if known[entry.name] is entry]
    data: dict[str, Any] = {entry.name: entry.written for entry in entries if entry.written is not None}
    keys = Positions({entry.name: entry.key for entry in entries})
    values = Positions({entry.name: entry.value for entry in entries})
    items = {entry.name: entry.items for entry in entries if entry.items is not None}
    data[ORIGINS_KEY] = Origins(path, thing[0].key, keys, values, items or NO_ITEMS)
    return data
