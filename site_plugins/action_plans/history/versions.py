"""Earlier versions of files, read: from the cache, and what is not there from git with one call."""

from collections.abc import Iterable

from action_plans.history.history import History
from action_plans.history.version_cache import VersionCache
from action_plans.history.version_values import VersionValues, read_values

NOTE_ENDING = ".md"
"""How the names of notes end; what else is read is a plan."""


class Versions:
    """What versions say, by their blob. A version that git cannot give is one that cannot be read."""

    def __init__(self, history: History, cache: VersionCache) -> None:
        """Read from `history` what `cache` does not hold."""
        self._history = history
        self._cache = cache
        self._texts: dict[str, bytes] = {}

    def fetch(self, blobs: Iterable[str]) -> None:
        """Have git give, at once, everything that is not in the cache."""
        self._texts = self._history.read_blobs(blob for blob in dict.fromkeys(blobs) if not self._cache.holds(blob))

    def read(self, blob: str, path: str) -> VersionValues:
        """Return what a version says that was fetched; `path` tells a plan from a note."""
        kept = self._cache.get(blob)
        if kept is not None:
            return kept
        if blob not in self._texts:  # its place in the cache is damaged
            self._texts |= self._history.read_blobs([blob])
        values = read_values(self._texts.get(blob, b""), is_note=path.casefold().endswith(NOTE_ENDING))
        if blob in self._texts:
            self._cache.put(blob, values)
        return values
