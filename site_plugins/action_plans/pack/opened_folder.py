"""A folder to which a pack was taken out, read with care: nothing in it is followed, waited for or read without end."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from action_plans.pack.held_files import MOST_BYTES, MOST_FILES, PIECE, Allowance, CannotReadError, TooMuchError, shown
from action_plans.pack.paths import is_pack_path

_LEFT_BY_COMPUTERS = frozenset({".DS_Store", "Thumbs.db"})
"""What Macs and Windows write by themselves into folders that they show."""

_MOST_ENTRIES = 2 * MOST_FILES  # folders too

WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""How a file is opened that somebody else may have put there: a pipe without a writer must not hold us up."""

_NOT_FOLLOWING = getattr(os, "O_NOFOLLOW", 0)


@dataclass
class OpenedFolder:
    """The files of a folder. Links and devices in it, folders without files, and paths of no pack are faults."""

    root: Path
    faults: list[str] = field(default_factory=list)
    container: str = ""
    _sizes: dict[str, int] = field(default_factory=dict)
    _allowance: Allowance = field(default_factory=lambda: Allowance(MOST_BYTES))

    def __post_init__(self) -> None:
        waiting, seen = [""], 0
        while waiting:
            folder = waiting.pop()
            entries = self._entries(folder)
            seen += len(entries)
            if seen > _MOST_ENTRIES:
                raise TooMuchError(f"It holds more than {MOST_FILES:,} files: this is no inspection pack.")
            if folder and not entries:
                self.faults.append(f"{folder}/ is a folder with no file of a pack in it.")
            waiting += [path for entry in entries if (path := self._look_at(entry, folder))]
        if sum(self._sizes.values()) > MOST_BYTES:
            raise TooMuchError("Its files are longer than those of any inspection pack.")
        self.faults.sort()

    def paths(self) -> tuple[str, ...]:
        """Return the path of every file that can be looked at, in order."""
        return tuple(sorted(self._sizes))

    def pieces(self, path: str) -> Iterator[bytes]:
        """Yield what a file holds, piece by piece. Raises CannotReadError."""
        try:
            opened = os.open(self.root / path, os.O_RDONLY | WITHOUT_WAITING | _NOT_FOLLOWING)
            with open(opened, "rb", buffering=0) as stream:  # noqa: PTH123 -- it is open already
                if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                    raise CannotReadError(f"{path} is no file.")
                while piece := stream.read(PIECE):
                    yield self._allowance.take(piece)
        except OSError as error:
            raise CannotReadError(f"{path} cannot be read: {error.strerror or error}.") from None

    def _entries(self, folder: str) -> list["os.DirEntry[str]"]:
        """Return what is in a folder; more than any pack holds is not listed to its end."""
        found: list[os.DirEntry[str]] = []
        try:
            with os.scandir(self.root / folder) as entries:
                for entry in entries:
                    if entry.name not in _LEFT_BY_COMPUTERS or not entry.is_file(follow_symlinks=False):
                        found.append(entry)
                    if len(found) > _MOST_ENTRIES:
                        break
        except OSError as error:
            self.faults.append(f"{folder or 'The folder'} cannot be read: {error.strerror or error}.")
        return found

    def _look_at(self, entry: "os.DirEntry[str]", folder: str) -> str | None:
        """Take in a file, say what is wrong with something else, and return the path of a folder to look into."""
        path = f"{folder}/{entry.name}" if folder else entry.name
        if not is_pack_path(path):
            self.faults.append(f"{shown(path)} has a path that no file of a pack has.")
        elif entry.is_dir(follow_symlinks=False):
            return path
        elif entry.is_file(follow_symlinks=False):
            self._sizes[path] = entry.stat(follow_symlinks=False).st_size
        else:
            self.faults.append(f"{path} is a link or something else than a file.")
        return None
