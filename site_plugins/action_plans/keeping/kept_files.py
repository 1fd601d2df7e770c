"""Texts kept between builds below one folder of the project: never needed, bounded, safe to delete at any time."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

CACHE_DIR = ".cache/action-plans"
"""The folder of everything that is kept between builds, relative to the project."""

MOST_BYTES = 500_000_000
"""How much is kept of one kind: beyond it, what was used longest ago goes."""


class KeptFiles:
    """Files of one kind, each by a name that says all that its content follows from.

    A file is a sum, a line end, and the content. One that is not as it was written counts as missing, and a folder that
    cannot be written to is no fault. No link is followed, below the project's folder: one that came with the project's
    files could lead anywhere.
    """

    def __init__(self, root: Path, kind: str, most: int = MOST_BYTES) -> None:
        """Keep files of a kind for the project in `root`; `most` is how many bytes of them are kept at the end."""
        self._root, self._folder, self._most = root, root / CACHE_DIR / kind, most
        self._used: set[str] = set()

    def get(self, name: str) -> bytes | None:
        """Return what is kept under a name; None where nothing is, or not as it was written."""
        self._used.add(name)
        with suppress(OSError):
            if self._is_linked(self._folder / name):
                return None
            total, _, content = (self._folder / name).read_bytes().partition(b"\n")
            if total == _sum(content):
                return content
        return None

    def put(self, name: str, content: bytes) -> None:
        """Keep something under a name, wholly or not at all."""
        self._used.add(name)
        with suppress(OSError):
            if self._is_linked(self._folder):
                return
            make_ready(self._folder)
            handle, part = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(_sum(content) + b"\n")
                file.write(content)
            Path(part).replace(self._folder / name)

    def clear_up(self) -> None:
        """Delete what was not used now, the longest unused first, as far as there is more than may be kept."""
        with suppress(OSError):
            if self._is_linked(self._folder):
                return
            held = sorted(self._held(), key=lambda one: (one[0] not in self._used, -one[1]))
            left = self._most
            for name, _, size in held:
                left -= size
                if left < 0 or name.endswith(".part"):
                    (self._folder / name).unlink(missing_ok=True)

    def _held(self) -> Iterator[tuple[str, float, int]]:
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.is_file(follow_symlinks=False):
                    about = entry.stat(follow_symlinks=False)
                    yield entry.name, about.st_mtime, about.st_size

    def _is_linked(self, place: Path) -> bool:
        return any((self._root / part).is_symlink() for part in (place, *self._above(place)))

    def _above(self, place: Path) -> Iterator[Path]:
        inside = place.relative_to(self._root)
        return (self._root / part for part in list(inside.parents)[:-1])


def make_ready(folder: Path) -> None:
    """Make a folder below the one of everything kept, out of git's sight."""
    folder.mkdir(parents=True, exist_ok=True)
    home = next(each for each in (folder, *folder.parents) if each.name == Path(CACHE_DIR).name)
    with suppress(FileExistsError), (home / ".gitignore").open("x", encoding="utf-8") as ignored:
        ignored.write("*\n")


def _sum(content: bytes) -> bytes:
    return blake2b(content, digest_size=20).hexdigest().encode()
