"""What earlier versions say, kept from one build to the next in one file: never needed, safe to delete at any time."""

import json
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from action_plans.history.kept_values import KeptValues
from action_plans.history.packed_versions import KeptVersion, Part, difference, pack, unpack
from action_plans.history.recorded_entries import remembered
from action_plans.history.version_values import Values, VersionValues
from action_plans.keeping.kept_files import KeptFiles
from action_plans.keeping.program import program_sum

T = TypeVar("T")

_READERS = ("english", "model", "reading", "history")
"""The parts of this package that decide what a version says."""

_UNUSED = 1000
"""How many versions are kept, beside as many as are used, that were not used now, such as those of another branch."""


class VersionCache:
    """Versions by name; what several of them say alike is kept, and held in memory, once.

    The file is a line of JSON, the SHA-256 of files by blob, and what `pack` makes. It is called after a sum of the
    program that reads, so that another program reads everything anew.
    """

    def __init__(self, root: Path | None, *, keeps: bool = True) -> None:
        """Use the cache of the project in `root`, None where it has no past; `keeps` is whether new things go to it."""
        self._files = KeptFiles(root, "versions", most=0) if root is not None else None
        self._name = f"{program_sum(_READERS)}.json" if root is not None else ""
        self._keeps = keeps
        self._values: list[KeptValues] = []
        self._versions: dict[str, KeptVersion] = {}
        self._built: dict[str, VersionValues] = {}
        self._packed: bytes | None = None
        self._sums: dict[str, str] = {}
        self._summed: set[str] = set()
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

    def parts(self, name: str) -> Mapping[str, int]:
        """Return the numbers of what a version says, by items; nothing where it is not known here."""
        kept = self._versions.get(name)
        return dict(kept.parts) if kept is not None else {}

    def number(self, values: Values, like: int | None, line: str = "") -> int:
        """Return the number of what an item or a file says: `like`, where that says the same in the same order.

        `line` is the same as JSON, where that is at hand.
        """
        if like is not None and self._values[like] == values and list(self._values[like]) == list(values):
            return like
        self._values.append(remembered(values, line))
        return len(self._values) - 1

    def values(self, number: int) -> Values:
        """Return what an item or a file says, by its number."""
        return self._values[number]

    def put(self, name: str, own_id: str | None, parts: Iterable[Part], beside: str, *, is_complete: bool) -> None:
        """Keep what a version says; `beside` is the name of one that may be much alike."""
        known = beside if beside in self._versions else ""
        self._versions[name] = KeptVersion(own_id, is_complete, tuple(parts), known)
        self._packed = None

    def put_values(self, name: str, values: VersionValues, beside: str) -> None:
        """Keep what a version says that was read whole."""
        known = self.parts(beside)
        parts = [(item, self.number(said, known.get(item))) for item, said in values.items.items()]
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
        if self._files is not None and self._keeps and (self._has_new_sums or self._packed is None):
            if self._packed is None:
                self._packed = pack(self._values, _most_used(self._versions, self._built.keys()))
            sums = _most_used(self._sums, self._summed)
            self._files.put(self._name, json.dumps(sums, separators=(",", ":")).encode() + b"\n" + self._packed)
            self._files.clear_up()
            self._has_new_sums = False

    def _items(self, kept: KeptVersion) -> dict[str, Values]:
        """Return what a version says, made from what the one beside it says where only items differ."""
        beside = self._built.get(kept.beside)
        if beside is not None:
            parts = self._versions[kept.beside].parts
            start, end = difference(parts, kept.parts)
            then, now = parts[start : len(parts) - end], kept.parts[start : len(kept.parts) - end]
            if [name for name, _ in then] == [name for name, _ in now]:
                return {**beside.items, **{name: self._values[number] for name, number in now}}
        return {name: self._values[number] for name, number in kept.parts}

    def _load(self) -> None:
        """Take what was kept, if it holds what such a file holds."""
        kept = self._files.get(self._name) if self._files is not None else None
        if kept is None:
            return
        sums, _, packed = kept.partition(b"\n")
        try:
            known = _sound_sums(json.loads(sums))
            self._values, self._versions = unpack(packed)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error):
            return
        self._sums, self._packed = known, packed


def _most_used(known: Mapping[str, T], used: Iterable[str]) -> Mapping[str, T]:
    """Return what is kept of what is known, in its order: all, or what was used, where that is little of it."""
    now = set(used)
    return known if len(known) <= 2 * len(now) + _UNUSED else {name: known[name] for name in known if name in now}


def _sound_sums(sums: Any) -> dict[str, str]:  # noqa: ANN401 -- whatever lay there
    return {str(blob): str(total) for blob, total in sums.items()}
