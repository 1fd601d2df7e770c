"""Taking the broken parts out of what was read, so that one run can still check all the rest.

Errors stop every build, so nothing is ever published from what is left; it is there to be checked.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from action_plans.model.origin import Origins, Positions
from action_plans.model.plan import ITEM_FIELDS
from action_plans.model.record import ORIGINS_KEY
from action_plans.model.reflection import field_names
from action_plans.reading.records.meant_by_content import list_meant
from action_plans.reading.records.standing_in import fill_in, is_id
from action_plans.reading.records.value_path import Step, Trail, origins_of

_STAND_INS: dict[str, Any] = {"title": "?", "name": "?", "service": {"id": "unread", "name": "?"}}
"""What stands for an outermost field that is needed and cannot be read, so that the rest can be checked."""


@dataclass(slots=True)
class Removal:
    """Removes broken parts from one mapping, and remembers what it removed.

    With `fills_in` it puts something in the place of what is needed, rather than take out all that needs it.
    """

    fills_in: bool = False
    ids: set[str] = field(default_factory=set)
    damaged: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    nameless: set[str] = field(default_factory=set)
    filled: int = 0

    def remove(self, trails: Iterable[tuple[Trail, bool]]) -> bool:
        """Remove the smallest part around each mistake that its surroundings can do without.

        Args:
            trails: the way to each mistake, and whether something is missing there.

        Returns:
            Whether all of them could be removed.
        """
        listed: dict[int, tuple[Trail, int, set[int]]] = {}
        mistakes = list(trails)
        renamed = {id(trail.last) for trail, _ in mistakes if trail.steps and _rename(trail)}
        for trail, is_missing in mistakes:
            if trail.steps and (id(trail.last) in renamed or (is_missing and trail.last.value is not None)):
                continue
            if self.fills_in and fill_in(trail, self.filled):
                self.filled += 1
                self.nameless.update([str(trail.steps[0].key)] if is_id(trail) else [])
                continue
            depth = _depth(trail, is_missing)
            if depth is None:
                if not self._stand_in(trail):
                    return False
                continue
            self._remember(trail, depth)
            step = trail.steps[depth]
            if isinstance(step.holder, dict):
                step.holder.pop(step.key, None)
            else:
                listed.setdefault(id(step.holder), (trail, depth, set()))[2].add(int(step.key))
        for trail, depth, numbers in listed.values():
            _shorten(trail, depth, numbers)
        return True

    def _stand_in(self, trail: Trail) -> bool:
        name = str(trail.steps[0].key) if trail.steps else ""
        if name not in _STAND_INS:
            return False
        self.fields.add(name)
        trail.root[name] = _STAND_INS[name]
        return True

    def _remember(self, trail: Trail, depth: int) -> None:
        self.fields.add(str(trail.steps[0].key))
        self.ids.update(ids_in(trail.steps[depth].value))
        if str(trail.steps[0].key) in ITEM_FIELDS and isinstance(text := trail.steps[depth].value, str) and depth <= 1:
            self.ids.update(word.casefold() for word in _NUMBERED.findall(text))
        above = (step.holder for step in trail.steps[1 : depth + 1] if isinstance(step.holder, dict))
        self.damaged.update(identity for holder in above for identity in _own_id(holder))


def _rename(trail: Trail) -> bool:
    """Read what stands under another name of a field, `Actions` or `Action plan`, as that field's; return whether."""
    name, record, holder = trail.last.key, trail.last.record, trail.last.holder
    if record is None or not isinstance(name, str) or name in field_names(record) or name not in holder:
        return False
    meant = re.sub(r"[\s-]+", "_", name.strip()).casefold()
    if meant not in field_names(record):
        meant = list_meant(name, trail.last.value, record) or meant
    if meant not in field_names(record) or meant in holder:
        return False
    origins = origins_of(holder)

    def moved(places: Mapping[str, Any]) -> dict[str, Any]:
        return {meant if one == name else one: place for one, place in places.items()}

    if meant in origins.keys:
        return False
    holder[ORIGINS_KEY] = replace(
        origins,
        keys=Positions(moved(origins.keys)),
        values=Positions(moved(origins.values)),
        items=moved(origins.items),
    )
    holder[meant] = holder.pop(name)
    return True


def copied(value: Any) -> Any:  # noqa: ANN401 -- whatever was written
    """Return a copy of what was written from which broken parts can be taken without a change of the first."""
    if isinstance(value, dict):
        return {key: copied(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [copied(inner) for inner in value]
    return replace(value, items=dict(value.items)) if isinstance(value, Origins) and value.items else value


def ids_in(value: Any) -> Iterator[str]:  # noqa: ANN401 -- whatever was written
    """Yield every id written anywhere in a value, in lower case."""
    if isinstance(value, dict):
        yield from _own_id(value)
        for key, inner in value.items():
            if key != ORIGINS_KEY:
                yield from ids_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from ids_in(inner)


_NUMBERED = re.compile(r"\b[A-Za-z][A-Za-z-]*\d[A-Za-z0-9-]*")
"""A word that may be the id of a thing written as a mere text."""


def _depth(trail: Trail, is_missing: bool) -> int | None:
    """Return the number of the step at which to cut; None where the outermost mapping cannot do without it."""
    depth = len(trail.steps) - 1
    if is_missing:
        depth -= 1
    while depth >= 0 and (trail.steps[depth].is_needed or _is_single_in_list(trail.steps, depth)):
        depth -= 1
    return depth if depth >= 0 else None


def _is_single_in_list(steps: tuple[Step, ...], depth: int) -> bool:
    """Whether a list is the value of a field that must not be empty, and would be."""
    holder = steps[depth].holder
    return isinstance(holder, list) and len(holder) == 1 and depth > 0 and steps[depth - 1].is_needed


def _shorten(trail: Trail, depth: int, numbers: set[int]) -> None:
    step, above = trail.steps[depth], trail.steps[depth - 1] if depth else None
    if above is not None and isinstance(above.holder, dict):
        items = origins_of(above.holder).items
        places = tuple(place for n, place in enumerate(items.get(str(above.key), ())) if n not in numbers)
        if isinstance(items, dict):
            items[str(above.key)] = places
    step.holder[:] = [value for n, value in enumerate(step.holder) if n not in numbers]


def _own_id(mapping: dict[str, Any]) -> Iterator[str]:
    if isinstance(identity := mapping.get("id"), str):
        yield identity.casefold()
