"""A sum of everything that a value holds: the same for the same, and refused for what it cannot look into."""

import io
import pickle  # only ever written, into a sum: nothing that it made is read again
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

_WRITTEN = (date, tzinfo, Decimal, PurePath)
"""Kinds whose values are known by how they are written."""


class UnknownValueError(TypeError):
    """A value of a kind that cannot be looked into: what it holds could change, and its sum would not."""


def fingerprint(value: object) -> str:
    """Return a sum of a value and of all that it holds, as 40 hexadecimal figures.

    It may hold records (dataclasses and models, by their fields), words of closed lists, days, paths, texts, bytes,
    numbers, and mappings, lists and sets of those. The order of mappings counts. Two values that differ never have one
    sum; two that are alike seldom have two, as where one holds a text twice that the other holds once for both.
    Cost: linear in what it holds.

    Raises:
        UnknownValueError: it holds something else.
    """
    summed = _Summed()
    _Looking(summed, protocol=5).dump(_plain(value))
    return summed.total.hexdigest()


class _Summed(io.RawIOBase):
    """A file that keeps nothing of what is written to it but the sum."""

    def __init__(self) -> None:
        super().__init__()
        self.total = blake2b(digest_size=20)

    def write(self, data: Any) -> int:  # noqa: ANN401 -- bytes, or a view of some
        self.total.update(data)
        return len(data)


class _Looking(pickle.Pickler):
    """Writes plain values down as they are, and asks here about everything else."""

    def reducer_override(self, value: Any) -> Any:  # noqa: ANN401 -- any value there is
        """Return the name of a value's kind, and what it holds."""
        if value is _held:
            return NotImplemented  # written as its name
        name, read = _reader(type(value))  # type: ignore[arg-type]  # a type is one
        return _held, (name, read(value))


def _held(kind: str, held: object) -> tuple[str, object]:
    """Stand for a value in what is written down; never called, since nothing is read again."""
    return kind, held


@cache
def _reader(kind: type) -> tuple[str, Callable[[Any], object]]:
    """Return the name of a kind, and how to get at what its values hold."""
    return f"{kind.__module__}.{kind.__qualname__}", _looking_into(kind)


def _looking_into(kind: type) -> Callable[[Any], object]:
    if issubclass(kind, Enum):
        return attrgetter("name")
    if issubclass(kind, str):  # one that says more of itself, such as a reference, or HTML that is safe
        return str.__str__
    if issubclass(kind, _WRITTEN):
        return str
    if issubclass(kind, Mapping):
        return dict
    if issubclass(kind, BaseModel):
        names = tuple(kind.model_fields)
        return lambda record: [_plain(record.__dict__[name]) for name in names]
    if is_dataclass(kind):
        read = [attrgetter(one.name) for one in fields(kind) if DECIDED_BY not in one.metadata]
        return lambda record: [_plain(one(record)) for one in read]
    raise UnknownValueError(f"A sum cannot be made of what holds a {kind.__module__}.{kind.__qualname__}.")


def _plain(value: Any) -> object:  # noqa: ANN401 -- any value there is
    """Return a value, a set in an order of its own: the order in which it is walked differs between processes."""
    return sorted(value) if isinstance(value, frozenset | set) else value
