"""Earlier versions of files, read: from the cache, and what is not there from git with one call, item by item."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from action_plans.history.history import History
from action_plans.history.packed_versions import Part
from action_plans.history.pieces import NEEDED, Piece, Pieces, cut
from action_plans.history.version_cache import VersionCache
from action_plans.history.version_values import (
    NOTHING,
    UNREADABLE,
    WHOLE,
    Values,
    VersionValues,
    read_pieces,
    read_values,
)
from action_plans.reading.plan_files import plan_in_use
from action_plans.reading.yaml.file_text import LARGEST

NOTE_ENDINGS = (".md", ".markdown")
"""How the names of notes end, in any case."""

PLAN_ENDINGS = (".yaml", ".yml")
"""How the names of plans end, in any case."""


@cache
def is_note(path: str) -> bool:
    """Whether a file is a note, by its name."""
    return PurePosixPath(path).suffix.casefold() in NOTE_ENDINGS


@cache
def is_plan(path: str) -> bool:
    """Whether a file is a plan, by its name."""
    return PurePosixPath(path).suffix.casefold() in PLAN_ENDINGS


class Versions:
    """What versions say, by their blob. A version that git cannot give is one that cannot be read.

    `cache` is where they are kept.
    """

    def __init__(self, history: History, cache: VersionCache) -> None:
        """Read from `history` what `cache` does not hold."""
        self._history = history
        self.cache = cache
        self._entries: dict[Piece, Part] = {}
        self._fields: dict[Piece, Values] = {}
        self._wholes: dict[tuple[Piece, ...], int] = {}
        self._cut: dict[str, Pieces] = {}

    def fetch(self, versions: Iterable[tuple[str, str]]) -> None:
        """Read everything that is not in the cache, with one call of git.

        `versions` are paths and blobs, the newer first, as git unpacks them soonest: of one path each is compared with
        the one beside it.
        """
        of_path: dict[str, dict[str, str]] = {}
        for path, blob in versions:
            of_path.setdefault(path, {}).setdefault(_name(blob, path), blob)
        wanted: dict[str, list[_Wanted]] = {}
        seen: set[str] = set()
        for path, blobs in of_path.items():
            names = list(blobs)
            for place, (name, blob) in enumerate(blobs.items()):
                if name not in self.cache and name not in seen:
                    seen.add(name)
                    older = next((one for one in names[place + 1 : place + 2] if one in self.cache), "")
                    wanted.setdefault(blob, []).append(_Wanted(name, path, names[place - 1] if place else older))
        for blob, text in self._history.each_blob(wanted):
            for one in wanted[blob]:
                self._read(one, text)
        for known in (self._entries, self._fields, self._wholes, self._cut):
            known.clear()

    def read(self, blob: str | None, path: str) -> VersionValues:
        """Return what a version says that was fetched; `path` tells a plan from a note. None is a file that is gone."""
        if blob is None:
            return NOTHING
        return self.cache.get(_name(blob, path)) or UNREADABLE

    def keep(self) -> None:
        """Write what was read into the cache."""
        self.cache.save()

    def _read(self, wanted: "_Wanted", text: bytes) -> None:
        """Read a version into the cache."""
        if is_note(wanted.path) or not self._read_in_pieces(wanted, text):
            values = read_values(text, is_note=is_note(wanted.path))
            self.cache.put_values(wanted.name, values, wanted.beside)

    def _read_in_pieces(self, wanted: "_Wanted", text: bytes) -> bool:
        """Read only what no version before said in the same words; whether that can be done."""
        try:
            found = cut(text.decode("utf-8"), self._cut.get(wanted.path)) if len(text) <= LARGEST else None
        except UnicodeDecodeError:
            return False
        if found is None:
            return False
        in_use = plan_in_use(text) if wanted.path not in self._cut else None  # a build has read the newest version
        fresh = tuple(dict.fromkeys([one for one in found.pieces if not self._knows(one)]))
        pieces = found.pieces if in_use is not None else fresh
        said = read_pieces(pieces, in_use) if pieces else ()
        if said is None:
            return False
        beside = self.cache.parts(wanted.beside)
        for piece, (values, line) in zip(pieces, said, strict=True):
            if self._knows(piece):
                continue
            if piece.is_entry:
                name = str(values["id"]).casefold()
                self._entries[piece] = name, self.cache.number(values, beside.get(name), line)
            else:
                self._fields[piece] = values
        self._cut[wanted.path] = found
        return self._keep(wanted, found.pieces, beside)

    def _knows(self, piece: Piece) -> bool:
        return piece in (self._entries if piece.is_entry else self._fields)

    def _keep(self, wanted: "_Wanted", pieces: tuple[Piece, ...], beside: Mapping[str, int]) -> bool:
        """Put a version together from its pieces; whether no two have one id, and nothing needed is missing."""
        fields = tuple([piece for piece in pieces if not piece.is_entry])
        entries = [self._entries[piece] for piece in pieces if piece.is_entry]
        if len({name for name, _ in entries}) < len(entries) or not {piece.field for piece in fields} >= _NEEDED:
            return False
        number = self._wholes.get(fields)
        if number is None:
            whole = {name: said for piece in fields for name, said in self._fields[piece].items()}
            number = self._wholes[fields] = self.cache.number(whole, beside.get(WHOLE))
        own_id = str(self.cache.values(number)["id"]).casefold()
        self.cache.put(wanted.name, own_id, ((WHOLE, number), *entries), wanted.beside, is_complete=True)
        return True


_NEEDED = frozenset(NEEDED)


class _Wanted(NamedTuple):
    """A version that is to be read: its name in the cache, where it lay, and the name of one that may be much alike."""

    name: str
    path: str
    beside: str


def _name(blob: str, path: str) -> str:
    """Return what a version is called in the cache: the same bytes say one thing as a plan and another as a note."""
    return f"{blob} note" if is_note(path) else blob
