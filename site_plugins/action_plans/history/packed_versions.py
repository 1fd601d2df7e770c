"""Versions as they are kept: little of each that is not in the one beside it, and texts that are read when needed."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from action_plans.history.kept_values import KeptValues

Part = tuple[str, int]
"""A part of a version: an item's id in lower case, or `WHOLE`, and the number of what it says."""


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """A version: its id, whether it is whole, its parts, and the name of one beside it, which may be much alike."""

    own_id: str | None
    is_complete: bool
    parts: tuple[Part, ...]
    beside: str = ""


def difference(beside: Sequence[Part], parts: Sequence[Part]) -> tuple[int, int]:
    """Return how many parts two versions have alike at their beginnings, and at their ends."""
    start, most = 0, min(len(beside), len(parts))
    while start < most and beside[start] == parts[start]:
        start += 1
    end, most = 0, most - start
    while end < most and beside[-1 - end] == parts[-1 - end]:
        end += 1
    return start, end


def pack(values: Sequence[KeptValues], versions: Mapping[str, KeptVersion]) -> bytes:
    """Return versions, and what they say, for `unpack`.

    It is a length, a line end, and two packed texts: of that length JSON of the versions and of what is asked of values
    most often; and a line of JSON for each of the values.
    """
    numbers: dict[int, int] = {}
    told: list[Any] = []
    for name, kept in versions.items():
        beside = kept.beside if kept.beside in versions else ""
        known = versions[beside].parts if beside else ()
        start, end = difference(known, kept.parts)
        fresh = kept.parts[start : len(kept.parts) - end]
        for number in _compared(known[start : len(known) - end], fresh):
            values[number].sign = _sign(values[number])
        parts = [(part, numbers.setdefault(number, len(numbers))) for part, number in fresh]
        told.append((name, beside, kept.own_id, kept.is_complete, start, end, parts))
    used = [values[number] for number in numbers]
    index = {"versions": told, "values": [(one.entries, one.checks, one.sign) for one in used]}
    packed = _packed(json.dumps(index, separators=(",", ":")))
    return b"%d\n" % len(packed) + packed + _packed("\n".join(one.text() for one in used))


def unpack(packed: bytes) -> tuple[list[KeptValues], dict[str, KeptVersion]]:
    """Return values and versions as they were kept.

    Raises:
        ValueError: they are something else; or a TypeError, a KeyError, an AttributeError, an error of `zlib`.
    """
    length, _, rest = packed.partition(b"\n")
    index = json.loads(zlib.decompress(rest[: int(length)]))
    texts = _Texts(rest[int(length) :])
    values = [
        KeptValues(None, partial(texts.line, number), dict(entries), tuple([tuple(check) for check in checks]), sign)
        for number, (entries, checks, sign) in enumerate(index["values"])
    ]
    versions: dict[str, KeptVersion] = {}
    for name, beside, own_id, is_complete, start, end, parts in index["versions"]:
        known = versions[beside].parts if beside else ()
        if not isinstance(own_id, str | None) or not all(0 <= number < len(values) for _, number in parts):
            raise ValueError
        fresh = tuple([(str(part), int(number)) for part, number in parts])
        whole = (*known[:start], *fresh, *known[len(known) - end :])
        versions[name] = KeptVersion(own_id, bool(is_complete), whole, beside)
    return values, versions


class _Texts:
    """The lines of a packed text, which is unpacked when the first of them is asked for."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    def line(self, number: int) -> str:
        return self._lines[number]

    @cached_property
    def _lines(self) -> list[str]:
        return zlib.decompress(self._packed).decode().split("\n")


def _compared(before: Sequence[Part], now: Sequence[Part]) -> Iterator[int]:
    """Yield the numbers of what an item says in two versions beside each other, where that is not the same."""
    then = dict(before)
    for part, number in now:
        if part in then and then[part] != number:
            yield number
            yield then[part]


def _sign(values: KeptValues) -> int:
    if values.sign is not None:
        return values.sign
    return zlib.crc32(json.dumps(dict(values.said), separators=(",", ":"), sort_keys=True).encode())


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode(), 1)  # the rest of what zlib can do takes three times as long for a sixth less
