"""Earlier versions of files, read: from the cache, and what is not there from git with one call, item by item."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from action_plans.history.history import History
from action_plans.history.pieces import NEEDED, Piece, cut
from action_plans.history.version_cache import VersionCache, field_name
from action_plans.history.version_values import NOTHING, UNREADABLE, WHOLE, VersionValues, read_pieces, read_values

NOTE_ENDINGS = (".md", ".markdown")
"""How the names of notes end, in any case."""

PLAN_ENDINGS = (".yaml", ".yml")
"""How the names of plans end, in any case."""


def is_note(path: str) -> bool:
    """Whether a file is a note, by its name."""
    return PurePosixPath(path).suffix.casefold() in NOTE_ENDINGS


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
        self._texts: dict[str, bytes] = {}
        self._known: dict[Piece, int] = {}
        self._held: dict[str, VersionValues] = {}

    def fetch(self, blobs: Iterable[str]) -> None:
        """Have git give, at once, everything that is not in the cache."""
        self._texts = self._history.read_blobs(blob for blob in dict.fromkeys(blobs) if self.cache.get(blob) is None)

    def read(self, blob: str | None, path: str) -> VersionValues:
        """Return what a version says that was fetched; `path` tells a plan from a note. None is a file that is gone."""
        if blob is None:
            return NOTHING
        if blob not in self._held:
            if self.cache.get(blob) is None:
                self._read(blob, path)
            self._held[blob] = self.cache.get(blob) or UNREADABLE
        return self._held[blob]

    def keep(self) -> None:
        """Write what was read into the cache."""
        self.cache.save()

    def _read(self, blob: str, path: str) -> None:
        """Read a version into the cache. One that git could not give is not kept: next time it may."""
        text = self._texts.pop(blob, None)
        if text is None:
            return
        if is_note(path) or not self._read_in_pieces(blob, text):
            self.cache.put_values(blob, read_values(text, is_note=is_note(path)))

    def _read_in_pieces(self, blob: str, text: bytes) -> bool:
        """Read only what no version before said in the same words; whether that can be done."""
        try:
            pieces = cut(text.decode("utf-8"))
        except UnicodeDecodeError:
            return False
        if pieces is None:
            return False
        fresh = tuple(dict.fromkeys(piece for piece in pieces if piece not in self._known))
        said = read_pieces(fresh) if fresh else ()
        if said is None:
            return False
        self._known |= {piece: self.cache.number(values) for piece, values in zip(fresh, said, strict=True)}
        return self._keep(blob, pieces)

    def _keep(self, blob: str, pieces: tuple[Piece, ...]) -> bool:
        parts: list[tuple[str, int]] = [(WHOLE, -1)]
        own_id: str | None = None
        for piece in pieces:
            number = self._known[piece]
            values = self.cache.values(number)
            if piece.is_entry:
                parts.append((str(values["id"]).casefold(), number))
            else:
                parts.append((field_name(), number))
                own_id = str(values["id"]).casefold() if piece.field == "id" else own_id
        ids = [name for name, _ in parts if name not in (WHOLE, field_name())]
        if own_id is None or len(set(ids)) != len(ids) or not set(NEEDED) <= {piece.field for piece in pieces}:
            return False
        self.cache.put(blob, own_id, parts, is_complete=True)
        return True
