"""What was read in each file, for as long as it holds the same: a preview reads again only what was changed."""

from collections.abc import Callable
from typing import Any, cast

from action_plans.reading.records.record_files import R, ReadFile


class FilesRead:
    """What each file held when it was last read, and what was read in it. It grows with the number of files alone."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._known: dict[str, tuple[bytes, ReadFile[Any]]] = {}

    def read(self, data: bytes, path: str, read: Callable[[bytes, str], ReadFile[R]]) -> ReadFile[R]:
        """Return what `read` finds in a file: what it found before, the very same record, where it holds the same."""
        before = self._known.get(path)
        if before is None or before[0] != data:
            before = self._known[path] = (data, read(data, path))
        return cast("ReadFile[R]", before[1])
