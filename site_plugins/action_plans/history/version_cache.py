"""What earlier versions say, kept from one build to the next in one file: never needed, safe to delete at any time."""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from action_plans.history.version_values import WHOLE, Values, VersionValues
from action_plans.keeping.kept_files import KeptFiles
from action_plans.keeping.program import program_sum

FIELD = "\0"
"""What stands before the number of a field of the plan itself, where an item has its id."""

Part = tuple[str, int]
"""A part of a version: an item's id in lower case, or `FIELD`, and the number of what it says."""

_READERS = ("english", "model", "reading", "history")
"""The parts of this package that decide what a version says."""

_UNUSED = 1000
"""How many versions are kept, beside as many as are used, that were not used now, such as those of another branch."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A version: its id, whether it is whole, its parts, and the name of one beside it, which may be much alike."""

    own_id: str | None
    is_complete: bool
    parts: tuple[Part, ...]
    beside: str = ""


class VersionCache:
    """Versions by name; what several of them say alike is kept, and held in memory, once.

    It is a line of JSON, the SHA-256 of files by blob; and JSON that is packed: `values`, a list of what items and
    fields say, and `versions`, each with its name, the name of one beside it, and its parts, by their numbers, as far
    as they are not those of that one. It is called after a sum of the program that reads, so that another
    program reads everything anew.
    """

    def __init__(self, root: Path, *, keeps: bool = True) -> None:
        """Use the cache of the project in `root`; `keeps` says whether what is new is written to it."""
        self._files, self._name = KeptFiles(root, "versions", most=0), f"{program_sum(_READERS)}.json"
        self._keeps = keeps
        self._values: list[Values] = []
        self._versions: dict[str, _Kept] = {}
        self._sums: dict[str, str] = {}
        self._built: dict[str, VersionValues] = {}
        self._wholes: dict[tuple[int, ...], Values] = {}
        self._summed: set[str] = set()
        self._packed = b""
        self._has_new_sums = False
        self._load()

    def __contains__(self, name: str) -> bool:
        """Whether a version is known here."""
        return name in self._versions

    def get(self, name: str) -> VersionValues | None:
        """Return what a version says; None where it is not known here."""
        if name not in self._versions:
            return None
        waiting = [name]
        while waiting[-1] not in self._built and (beside := self._versions[waiting[-1]].beside):
            waiting.append(beside)
        for each in reversed(waiting):
            if each not in self._built:
                kept = self._versions[each]
                self._built[each] = VersionValues(kept.own_id, self._items(kept), kept.is_complete)
        return self._built[name]

    def parts(self, name: str) -> Mapping[tuple[str, str], int]:
        """Return the numbers of what a version says, by ids of items, and by `FIELD` with the names of fields."""
        kept = self._versions.get(name)
        if kept is None:
            return {}
        return {
            (part, one if part == FIELD else ""): number
            for part, number in kept.parts
            if part != WHOLE
            for one in (self._values[number] if part == FIELD else ("",))
        }

    def number(self, values: Values, like: int | None) -> int:
        """Return the number of what an item or a field says: `like`, where that says the same."""
        if like is not None and self._values[like] == values:
            return like
        self._values.append(values)
        return len(self._values) - 1

    def values(self, number: int) -> Values:
        """Return what an item or a field says, by its number."""
        return self._values[number]

    def put(self, name: str, own_id: str | None, parts: Iterable[Part], beside: str, *, is_complete: bool) -> None:
        """Keep what a version says; `beside` is the name of one that may be much alike."""
        self._versions[name] = _Kept(own_id, is_complete, tuple(parts), beside if beside in self._versions else "")
        self._packed = b""

    def put_values(self, name: str, values: VersionValues, beside: str) -> None:
        """Keep what a version says that was read whole."""
        known = self.parts(beside)
        items = {item: said for item, said in values.items.items() if item != WHOLE}
        parts = [(item, self.number(said, known.get((item, "")))) for item, said in items.items()]
        if WHOLE in values.items:
            fields = values.items[WHOLE].items()
            whole = ((FIELD, self.number({field: said}, known.get((FIELD, field)))) for field, said in fields)
            parts = [(WHOLE, -1), *whole, *parts]
        self.put(name, values.id, parts, beside, is_complete=values.is_complete)

    def sum_of(self, blob: str) -> str | None:
        """Return the SHA-256 of a file by its blob; None where it is not known here."""
        self._summed.add(blob)
        return self._sums.get(blob)

    def put_sum(self, blob: str, total: str) -> None:
        """Keep the SHA-256 of a file."""
        self._sums[blob] = total
        self._has_new_sums = True

    def save(self) -> None:
        """Write what is new, wholly or not at all, and delete what another program kept."""
        if self._keeps and (self._has_new_sums or (self._versions and not self._packed)):
            self._packed = self._packed or self._pack()
            sums = {blob: self._sums[blob] for blob in _most_used(self._sums, self._summed)}
            self._files.put(self._name, json.dumps(sums, separators=(",", ":")).encode() + b"\n" + self._packed)
            self._files.clear_up()
            self._has_new_sums = False

    def _items(self, kept: _Kept) -> dict[str, Values]:
        """Return what a version says, made from what the one beside it says where only items differ."""
        beside = self._built.get(kept.beside)
        if beside is not None:
            parts = self._versions[kept.beside].parts
            start, end = _difference(parts, kept.parts)
            now, then = kept.parts[start : len(kept.parts) - end], parts[start : len(parts) - end]
            names = [name for name, _ in now]
            if names == [name for name, _ in then] and FIELD not in names and WHOLE not in names:
                return {**beside.items, **{name: self._values[number] for name, number in now}}
        items: dict[str, Values] = {}
        fields = tuple(number for name, number in kept.parts if name == FIELD)
        if fields or any(name == WHOLE for name, _ in kept.parts):
            items[WHOLE] = self._whole(fields)
        for name, number in kept.parts:
            if name not in (FIELD, WHOLE):
                items.setdefault(name, self._values[number])
        return items

    def _whole(self, numbers: tuple[int, ...]) -> Values:
        if numbers not in self._wholes:
            self._wholes[numbers] = {name: said for one in numbers for name, said in self._values[one].items()}
        return self._wholes[numbers]

    def _pack(self) -> bytes:
        """Return all versions that are kept; of those not used now no more than of the others."""
        names = _most_used(self._versions, self._built.keys())
        numbers: dict[int, int] = {-1: -1}
        versions: list[Any] = []
        for name in names:
            kept = self._versions[name]
            beside = kept.beside if kept.beside in names else ""
            start, end = _difference(self._versions[beside].parts if beside else (), kept.parts)
            fresh = [
                (part, numbers.setdefault(number, len(numbers) - 1))
                for part, number in kept.parts[start : len(kept.parts) - end]
            ]
            versions.append((name, beside, kept.own_id, kept.is_complete, start, end, fresh))
        values = [self._values[number] for number in numbers if number >= 0]
        return zlib.compress(json.dumps({"values": values, "versions": versions}, separators=(",", ":")).encode(), 1)

    def _load(self) -> None:
        """Take what was kept, if it holds what such a file holds."""
        sums, _, packed = (self._files.get(self._name) or b"").partition(b"\n")
        try:
            self._sums = _sound_sums(json.loads(sums))
            kept = json.loads(zlib.decompress(packed))
            self._values, self._versions, self._packed = *_unpacked(kept["values"], kept["versions"]), packed
        except (ValueError, KeyError, TypeError, RecursionError, zlib.error):
            return


def _most_used(known: Mapping[str, object], used: Iterable[str]) -> Mapping[str, object]:
    """Return what is kept of what is known, in its order: all, or what was used, where that is little of it."""
    now = set(used)
    return known if len(known) <= 2 * len(now) + _UNUSED else {name: known[name] for name in known if name in now}


def _difference(before: tuple[Part, ...], now: tuple[Part, ...]) -> tuple[int, int]:
    """Return how many parts two versions have alike at their beginnings, and at their ends."""
    start, most = 0, min(len(before), len(now))
    while start < most and before[start] == now[start]:
        start += 1
    end, most = 0, most - start
    while end < most and before[-1 - end] == now[-1 - end]:
        end += 1
    return start, end


def _sound_sums(sums: Any) -> dict[str, str]:  # noqa: ANN401 -- whatever lay there
    return {str(blob): str(total) for blob, total in sums.items()} if isinstance(sums, dict) else {}


def _unpacked(values: Any, versions: Any) -> tuple[list[Values], dict[str, _Kept]]:  # noqa: ANN401 -- whatever lay there
    """Return values and versions as they were kept.

    Raises:
        ValueError: they are something else; a TypeError or KeyError likewise.
    """
    if not isinstance(values, list) or not all(isinstance(each, dict) for each in values):
        raise TypeError
    found: dict[str, _Kept] = {}
    most = len(values)
    for name, beside, own_id, is_complete, start, end, fresh in versions:
        known = found[beside].parts if beside else ()
        if not isinstance(own_id, str | None) or not all(0 <= one < most for part, one in fresh if part != WHOLE):
            raise ValueError
        parts = tuple((str(part), int(number)) for part, number in fresh)
        whole = (*known[:start], *parts, *known[len(known) - end :])
        found[name] = _Kept(own_id, bool(is_complete), whole, beside)
    return values, found
