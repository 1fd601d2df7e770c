"""YAML as plain text values without their places: for texts of which nobody is told what is wrong, in half the time."""

from collections.abc import Container
from typing import Any

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from action_plans.reading.yaml.file_text import CONTROL
from action_plans.reading.yaml.located_yaml import DEEPEST, NOTHING
from action_plans.reading.yaml.refused_yaml import Event

_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def plain_mapping(text: str, known: Container[str]) -> dict[str, Any] | None:
    """Return what `read_mapping` makes of a text, without origins; None where it may have an error to tell.

    `known` are names of fields, as there.
    """
    try:
        return _Builder(text, known).document()
    except (yaml.YAMLError, _DoubtfulError):
        return None


class _DoubtfulError(Exception):
    """Something stands here that is refused, or that only its place tells from what is."""


class _Builder:
    """Builds values from the events of one text."""

    __slots__ = ("_known", "_take")

    def __init__(self, text: str, known: Container[str]) -> None:
        self._take = _Parser(text).get_event
        self._known = known

    def document(self) -> dict[str, Any]:
        """Build the one mapping of the text."""
        take = self._take
        take()
        if type(take()) is not DocumentStartEvent or type(start := take()) is not MappingStartEvent:
            raise _DoubtfulError
        data = self._mapping(start, 1)
        take()
        if type(take()) is not StreamEndEvent:
            raise _DoubtfulError
        return data

    def _value(self, event: Event, depth: int) -> Any:  # noqa: ANN401 -- a text, a list, a mapping or None
        kind = type(event)
        if kind is ScalarEvent:
            text: str = event.value
            style = event.style
            if event.tag is not None or event.anchor is not None or (style == '"' and CONTROL.search(text)):
                raise _DoubtfulError
            return text or None if style or text not in NOTHING else None
        if kind is MappingStartEvent:
            return self._mapping(event, depth + 1)
        if kind is SequenceStartEvent:
            return self._sequence(event, depth + 1)
        raise _DoubtfulError

    def _mapping(self, start: Event, depth: int) -> dict[str, Any]:
        if depth > DEEPEST or start.tag is not None or start.anchor is not None:
            raise _DoubtfulError
        take, known, value = self._take, self._known, self._value
        data: dict[str, Any] = {}
        empty: set[str] = set()
        while (kind := type(key := take())) is not MappingEndEvent:
            if kind is not ScalarEvent or key.tag is not None or key.anchor is not None:
                raise _DoubtfulError
            name: str = key.value
            written = value(take(), depth)
            if name in data or name in empty or (written is None and start.flow_style):
                raise _DoubtfulError
            if name not in known and (name in _NO_NAMES or CONTROL.search(name)):
                raise _DoubtfulError
            if written is None and name in known:
                empty.add(name)
            else:
                data[name] = written
        return data

    def _sequence(self, start: Event, depth: int) -> list[Any]:
        if depth > DEEPEST or start.tag is not None or start.anchor is not None:
            raise _DoubtfulError
        take, value = self._take, self._value
        data: list[Any] = []
        while type(event := take()) is not SequenceEndEvent:
            written = value(event, depth)
            if written is not None:
                data.append(written)
        return data


_NO_NAMES = frozenset(("", "<<"))
