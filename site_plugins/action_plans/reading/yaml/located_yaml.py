"""YAML as plain text values, each with its line and column, without the parts of YAML that hide mistakes.

Values are built straight from the parser's events: no type is guessed (so `no`, `9:30` and `0777` stay what was
meant), every place is known, and anchors, tags and depth are seen before anything is built from them.
"""

from collections.abc import Container
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from action_plans.model.origin import NO_ITEMS, Origins, Position, Positions
from action_plans.model.problem import Problem
from action_plans.model.record import ORIGINS_KEY
from action_plans.reading.yaml.file_text import CONTROL
from action_plans.reading.yaml.lost_dash import Entry, Items, join, lists_that_go_on, parted
from action_plans.reading.yaml.refused_yaml import Event, Refusals, Repeat, position
from action_plans.reading.yaml.syntax_slip import too_deep_at

DEEPEST = 20
"""How many lists and mappings may lie within each other."""

_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
"""The plain words by which YAML says that there is no value."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a text says: texts, lists and mappings, each mapping with its `Origins` under `ORIGINS_KEY`.

    `data` is None where the text holds no mapping, or cannot be read to its end. `refused` are values that were
    left out, such as that of a field written twice.
    """

    data: dict[str, Any] | None
    problems: tuple[Problem, ...]
    refused: tuple[Any, ...] = ()


def read_mapping(text: str, path: str, known: Container[str] = (), list_of: str = "") -> Written:
    """Read a text that holds fields and values.

    Args:
        text: YAML.
        path: how people know the file; it goes into every origin.
        known: names of fields. An empty value counts as not given: it is left out under a known name, and
            kept as None under any other, so that the name can still be answered.
        list_of: the field that a list is the value of, where a text may hold nothing but a list.
    """
    builder = _Builder(text, path, known, list_of)
    problems = builder.refusals.problems
    try:
        data = builder.document()
    except yaml.YAMLError as error:
        if place := too_deep_at(error, text, DEEPEST):
            builder.refusals.too_deep(place, DEEPEST)
            return Written(None, tuple(problems))
        from action_plans.reading.yaml.syntax_errors import explain_syntax  # noqa: PLC0415 -- a sound file needs none of it

        slip = explain_syntax(error, text, path, known)
        return Written(None, (*(one for one in problems if one.origin.line != slip.origin.line), slip))
    except _TooDeepError:
        return Written(None, tuple(problems))
    return Written(data, tuple(problems), tuple(builder.refused))


class _TooDeepError(Exception):
    """Reading stops: what is nested this deep is an attack or a slip, and slow to skip."""


class _Builder:
    """Builds values from the events of one text, and has what is not allowed refused."""

    def __init__(self, text: str, path: str, known: Container[str], list_of: str) -> None:
        self.refusals = Refusals(text, path)
        self.refused: list[Any] = []
        self._take = _Parser(text).get_event
        self._path = path
        self._known = known
        self._list_of = list_of
        self._next_things: list[dict[str, Any]] = []

    def document(self) -> dict[str, Any] | None:
        """Build the one mapping of the text; None where it is something else."""
        self._take()
        if not isinstance(self._take(), DocumentStartEvent):
            self.refusals.not_a_mapping("the file is empty.", (1, 1))
            return None
        event = self._take()
        data = self._list(event) if self._list_of else self._value(event, 0)
        self._take()
        following = self._take()
        if isinstance(following, DocumentStartEvent):
            self.refusals.several(following)
            first = self._take()
            if not (type(first) is ScalarEvent and not first.value):
                return None  # half of a file is no plan, and what stands in the other half is not missing
        if isinstance(data, dict):
            return data
        self.refusals.no_fields(data, event)
        return None

    def _list(self, event: Event) -> Any:  # noqa: ANN401 -- as below
        """Build a list as the mapping whose one field it is the value of; anything else as it is."""
        if type(event) is not SequenceStartEvent:
            return self._value(event, 0)
        place, name = position(event), self._list_of
        data, items = self._sequence(event, 1)
        return {name: data, ORIGINS_KEY: Origins(self._path, place, {}, {name: place}, {name: items})}

    def _value(self, event: Event, depth: int) -> Any:  # noqa: ANN401 -- a text, a list, a mapping or None
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is MappingStartEvent:
            return self._mapping(event, depth + 1)
        if kind is SequenceStartEvent:
            return self._sequence(event, depth + 1)[0]
        self.refusals.alias(event)
        return None

    def _mapping(self, start: Event, depth: int, *, in_list: bool = False) -> dict[str, Any]:
        self._enter(start, depth)
        take = self._take
        data: dict[str, Any] = {}
        keys: dict[str, Position] = {}
        values: dict[str, Position] = {}
        items: dict[str, tuple[Position, ...]] = {}
        repeats: list[Repeat] = []
        run_on: list[Entry] = []
        while type(key := take()) is not MappingEndEvent:
            name = self._name(key, keys, depth, repeats)
            value = take()
            if name is None:
                self._refuse(key, value, depth, repeats, run_on)
                continue
            keys[name] = position(key)
            values[name] = position(value)
            if type(value) is SequenceStartEvent:
                written, items[name] = self._sequence(value, depth + 1)
            else:
                written = self._value(value, depth)
            if written is not None:
                data[name] = written
            elif start.flow_style and _has_no_colon(key, value):
                self.refusals.stray(name, keys[name])
            elif name not in self._known:
                data[name] = None
            if repeats:
                run_on.append(Entry(name, keys[name], values[name], data.get(name), items.get(name)))
        if repeats:
            where = "braces" if start.flow_style else "list" if in_list else "file" if depth == 1 else ""
            self._part(repeats, run_on, data, items, where)
        places = Positions(keys), Positions(values)
        data[ORIGINS_KEY] = Origins(self._path, position(start), *places, items or NO_ITEMS)
        return data

    def _part(self, repeats: list[Repeat], run_on: list[Entry], data: dict[str, Any], items: Items, where: str) -> None:
        """Say what a mapping has twice, and take out of it what belongs to another one."""
        if where == "file" and {"id", "title"} <= {one.name for one in repeats}:
            self.refusals.begins_anew(repeats[0])
            self.refused.extend(parted(run_on, data, self._path))
            return
        going_on = lists_that_go_on(run_on, data) if where != "list" else set()
        told = [one._replace(is_list=one.again in going_on) for one in repeats]
        self.refusals.twice(told, None if where == "braces" else data, in_list=where == "list")
        if where == "list" and len(repeats) > 1:
            self._next_things = parted(run_on, data, self._path)
            return
        again = {one.again: one.is_list for one in told}
        self.refused.extend(join(run_on, again, data, items))

    def _sequence(self, start: Event, depth: int) -> tuple[list[Any], tuple[Position, ...]]:
        self._enter(start, depth)
        take = self._take
        data: list[Any] = []
        places: list[Position] = []
        while type(event := take()) is not SequenceEndEvent:
            is_mapping = type(event) is MappingStartEvent
            written = self._mapping(event, depth + 1, in_list=True) if is_mapping else self._value(event, depth)
            if written is not None:
                data.append(written)
                places.append(position(event))
            if self._next_things:
                data.extend(self._next_things)
                places.extend(thing[ORIGINS_KEY].start for thing in self._next_things)
                self._next_things = []
        return data, tuple(places)

    def _refuse(self, key: Event, value: Event, depth: int, repeats: list[Repeat], run_on: list[Entry]) -> None:
        """Read the value of a name that none can be, or that is there already."""
        is_list = type(value) is SequenceStartEvent
        written, items = self._sequence(value, depth + 1) if is_list else (self._value(value, depth), None)
        if repeats and position(key) == repeats[-1].again:
            run_on.append(Entry(repeats[-1].name, position(key), position(value), written, items))
        else:
            self.refused.append(written)

    def _scalar(self, event: Event) -> str | None:
        if event.anchor is not None or event.tag is not None:
            self.refusals.marks(event)
        text: str = event.value
        if event.style:
            if event.style == '"' and (found := CONTROL.search(text)):
                self.refusals.control(event, found[0])
                return None
            return text or None
        if event.end_mark.line in self.refusals.hashes:
            self.refusals.lost_words(event)
        return None if text in NOTHING else text

    def _name(self, key: Event, keys: dict[str, Position], depth: int, repeats: list[Repeat]) -> str | None:
        """Return the name of a field, or None where it is refused; one that is there already joins `repeats`."""
        if type(key) is not ScalarEvent:
            if type(key) is not AliasEvent:
                self.refusals.no_name(key)
            self._value(key, depth)
            return None
        if key.anchor is not None or key.tag is not None:
            self.refusals.marks(key)
        name: str = key.value
        if name in keys:
            repeats.append(Repeat(name, keys[name], position(key), next(reversed(keys))))
            return None
        if name not in self._known and self.refusals.odd_name(key):
            return None
        return name

    def _enter(self, start: Event, depth: int) -> None:
        if start.anchor is not None or start.tag is not None:
            self.refusals.marks(start)
        if depth > DEEPEST:
            self.refusals.too_deep(position(start), DEEPEST)
            raise _TooDeepError


def _has_no_colon(key: Event, value: Event) -> bool:
    """Tell `{a, b: c}` from `{a: , b: c}`: nothing at all stands between the key and its empty value."""
    return bool(key.end_mark.index == value.start_mark.index)
