"""A sum of everything that a value holds: the same for the same, and refused for what it cannot look into."""

import marshal  # only ever written, into a sum: nothing that it made is read again
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, tzinfo
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel

DECIDED_BY = "decided by"
"""What the metadata of a dataclass' field says that is not looked into, with the name of the field that decides it."""

AS_PLAIN = "as_plain"
"""The method of a kind that is many times in everything: it returns what a value holds as plain values alone."""

_PLAIN = frozenset((str, bytes, int, float, bool, type(None)))
_FORM = 2
"""The form in which plain values are written down: that in which a value is written alike wherever it came from."""


class UnknownValueError(TypeError):
    """A value of a kind that cannot be looked into: what it holds could change, and its sum would not."""


def fingerprint(value: object) -> str:
    """Return a sum of a value and of all that it holds, as 40 hexadecimal figures.

    It may hold records (dataclasses and models, by their fields), words of closed lists, days, paths, texts, bytes,
    numbers, and mappings, lists and sets of those. The order of mappings counts. Cost: linear in what it holds.

    Raises:
        UnknownValueError: it holds something else.
    """
    try:
        return blake2b(marshal.dumps(_plain(value), _FORM), digest_size=20).hexdigest()
    except ValueError as error:
        raise UnknownValueError(str(error)) from None


def _plain(value: Any) -> Any:  # noqa: ANN401 -- any value there is
    """Return a value as texts, numbers and lists of those; of any other kind with the name of its kind."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple or kind is list:
        return [_plain(each) for each in value]
    name, read = _reader(kind)  # type: ignore[arg-type]  # a type can be looked up
    return name, read(value)


@cache
def _reader(kind: type) -> tuple[str, Callable[[Any], object]]:
    """Return the name of a kind, and how to get at what its values hold."""
    name = f"{kind.__module__}.{kind.__qualname__}"
    if hasattr(kind, AS_PLAIN):
        return name, lambda value: value.as_plain()
    if issubclass(kind, BaseModel):
        names = tuple(kind.model_fields)
        return name, lambda record: [_plain(record.__dict__[each]) for each in names]
    if is_dataclass(kind):
        read = [attrgetter(one.name) for one in fields(kind) if DECIDED_BY not in one.metadata]
        return name, lambda record: [_plain(one(record)) for one in read]
    for base, said in _SAID:
        if issubclass(kind, base):
            return name, said
    raise UnknownValueError(f"A sum cannot be made of what holds a {name}.")


_SAID: tuple[tuple[Any, Callable[[Any], object]], ...] = (
    (Enum, attrgetter("name")),
    (str, str.__str__),  # one that says more of itself, such as a reference, or HTML that is safe
    ((date, tzinfo, Decimal, PurePath), str),
    ((frozenset, set), lambda several: sorted(map(_plain, several))),  # how one is walked differs between processes
    (Mapping, lambda mapping: [(_plain(name), _plain(each)) for name, each in mapping.items()]),
)
"""How to get at what values of other kinds hold, by what they are derived from."""
