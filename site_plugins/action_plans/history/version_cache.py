"""What earlier versions say, kept from one build to the next in one file: never needed, safe to delete at any time."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from action_plans.history.version_values import WHOLE, Values, VersionValues
from action_plans.keeping.kept_files import KeptFiles
from action_plans.keeping.program import program_sum

_READERS = ("english", "model", "reading", "history")
"""The parts of this package that decide what a version says."""

_FIELD = "\0"
"""What stands before the number of a field of the plan itself, where an item has its id."""


class VersionCache:
    """Versions by blob; what several of them say alike is kept, and held in memory, once.

    It is a line of JSON: `values`, a list of what items and fields say; `versions`, for each blob its id, whether it is
    whole, and its parts by their numbers; `sums`, the SHA-256 of files by blob. It is called after a sum of the program
    that reads, so that another program reads everything anew.
    """

    def __init__(self, root: Path, *, keeps: bool = True) -> None:
        """Use the cache of the project in `root`; `keeps` says whether what is new is written to it."""
        self._files, self._name = KeptFiles(root, "versions", most=0), f"{program_sum(_READERS)}.json"
        self._keeps = keeps
        self._is_new = False
        self._values: list[Values] = []
        self._versions: dict[str, list[Any]] = {}
        self._sums: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._wholes: dict[tuple[int, ...], Values] = {}
        self._load()

    def get(self, blob: str) -> VersionValues | None:
        """Return what a version says; None where it is not known here."""
        kept = self._versions.get(blob)
        if kept is None:
            return None
        own_id, is_complete, parts = kept
        items: dict[str, Values] = {}
        fields = tuple(number for name, number in parts if name == _FIELD)
        if fields or any(name == WHOLE for name, _ in parts):
            items[WHOLE] = self._whole(fields)
        for name, number in parts:
            if name not in (_FIELD, WHOLE):
                items.setdefault(name, self._values[number])
        return VersionValues(own_id, items, is_complete)

    def number(self, values: Values) -> int:
        """Return the number of what an item or a field says; the same for the same."""
        if len(self._numbers) < len(self._values):
            self._numbers = {_text(each): place for place, each in enumerate(self._values)}
        number = self._numbers.setdefault(_text(values), len(self._values))
        if number == len(self._values):
            self._values.append(values)
        return number

    def values(self, number: int) -> Values:
        """Return what an item or a field says, by its number."""
        return self._values[number]

    def put(self, blob: str, own_id: str | None, parts: list[tuple[str, int]], *, is_complete: bool) -> None:
        """Keep what a version says: numbers of items by their ids, and of other fields by `field_name`."""
        self._versions[blob] = [own_id, is_complete, parts]
        self._is_new = True

    def put_values(self, blob: str, values: VersionValues) -> None:
        """Keep what a version says that was read whole."""
        parts = [(name, self.number(said)) for name, said in values.items.items() if name != WHOLE]
        if WHOLE in values.items:
            parts = [(WHOLE, -1), *((_FIELD, self.number({n: v})) for n, v in values.items[WHOLE].items()), *parts]
        self.put(blob, values.id, parts, is_complete=values.is_complete)

    def sum_of(self, blob: str) -> str | None:
        """Return the SHA-256 of a file by its blob; None where it is not known here."""
        return self._sums.get(blob)

    def put_sum(self, blob: str, total: str) -> None:
        """Keep the SHA-256 of a file."""
        self._sums[blob] = total
        self._is_new = True

    def save(self) -> None:
        """Write what is new, wholly or not at all, and delete what another program kept."""
        if self._keeps and self._is_new:
            kept = {"values": self._values, "versions": self._versions, "sums": self._sums}
            self._files.put(self._name, json.dumps(kept, separators=(",", ":")).encode())
            self._files.clear_up()
            self._is_new = False

    def _whole(self, numbers: tuple[int, ...]) -> Values:
        if numbers not in self._wholes:
            self._wholes[numbers] = {name: said for one in numbers for name, said in self._values[one].items()}
        return self._wholes[numbers]

    def _load(self) -> None:
        """Take what was kept, if it holds what such a file holds."""
        try:
            kept = json.loads(self._files.get(self._name) or b"{}")
            values, versions, sums = kept["values"], kept["versions"], kept["sums"]
            if _is_sound(values, versions, sums):
                self._values, self._versions, self._sums = values, versions, sums
        except (ValueError, KeyError, TypeError, RecursionError):
            return


def field_name() -> str:
    """Return what a field of the plan itself is called among the parts of a version."""
    return _FIELD


def _text(values: Values) -> str:
    return json.dumps(values, separators=(",", ":"), sort_keys=True)


def _is_sound(values: Any, versions: Any, sums: Mapping[Any, Any]) -> bool:  # noqa: ANN401 -- whatever lay there
    if not (isinstance(values, list) and isinstance(versions, dict) and isinstance(sums, dict)):
        return False
    most = len(values)
    return (
        all(isinstance(each, dict) for each in values)
        and all(isinstance(total, str) for total in sums.values())
        and all(
            (own_id is None or isinstance(own_id, str))
            and isinstance(is_complete, bool)
            and all(isinstance(name, str) and isinstance(number, int) and number < most for name, number in parts)
            for own_id, is_complete, parts in versions.values()
        )
    )
