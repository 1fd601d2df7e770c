"""What is kept between builds in a folder of the project: never needed, bounded, safe to delete at any time."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path

from action_plans.keeping.own_key import own_key

CACHE_DIR = ".cache/action-plans"
"""The folder of everything that is kept between builds, relative to the project."""

MOST_UNUSED = 200_000_000
"""How many bytes of one kind are kept that were not used now, such as those of another branch."""

_PART = ".part"


class KeptFiles:
    """Files of one kind, each by a name that says all that its content follows from.

    A file is a sum, a line end and the content; the sum is made with a key that lies elsewhere. So one that is not as
    it was written, or that somebody else wrote, counts as missing: also one that came with the project's files. A
    folder that cannot be written to is no fault. No link is followed below the project's folder, wherever it leads.
    """

    def __init__(self, root: Path, kind: str, most: int = MOST_UNUSED) -> None:
        """Keep files of a kind for the project in `root`, and `most` bytes of those that were not used now."""
        self._root, self._folder, self._most = root, root / CACHE_DIR / kind, most
        self._key = own_key()
        self._used: set[str] = set()

    def are_open(self) -> bool:
        """Return whether anything can be kept, as far as can be told before it is tried."""
        with suppress(OSError):
            if self._key is not None and not self._is_linked(self._folder):
                self._make_ready()
                return os.access(self._folder, os.W_OK)
        return False

    def get(self, name: str) -> bytes | None:
        """Return what is kept under a name; None where nothing is, or it is not as it was written here."""
        self._used.add(name)
        with suppress(OSError):
            if self._key is not None and not self._is_linked(self._folder / name):
                total, _, content = (self._folder / name).read_bytes().partition(b"\n")
                return content if compare_digest(total, self._sum(content)) else None
        return None

    def has(self, name: str) -> bool:
        """Return whether something lies under a name; only `get` tells whether it is as it was written here."""
        self._used.add(name)
        with suppress(OSError):
            return not self._is_linked(self._folder / name) and (self._folder / name).is_file()
        return False

    def put(self, name: str, content: bytes) -> None:
        """Keep something under a name, wholly or not at all."""
        self._used.add(name)
        with suppress(OSError):
            if self._key is None or self._is_linked(self._folder):
                return
            self._make_ready()
            handle, part = tempfile.mkstemp(dir=self._folder, suffix=_PART)
            with os.fdopen(handle, "wb") as file:
                file.write(self._sum(content) + b"\n")
                file.write(content)
            Path(part).replace(self._folder / name)

    def clear_up(self) -> None:
        """Delete what was not used now, as far as there is more of it than may be kept: the oldest first."""
        with suppress(OSError):
            if self._is_linked(self._folder):
                return
            left = self._most
            for name, _, size in sorted(self._unused(), key=lambda held: (-held[1], held[0])):
                left -= size
                if left < 0 or name.endswith(_PART):
                    (self._folder / name).unlink(missing_ok=True)

    def _unused(self) -> Iterator[tuple[str, float, int]]:
        """Yield the name of each file that was not used, when it was written, and its length."""
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.name not in self._used and entry.is_file(follow_symlinks=False):
                    about = entry.stat(follow_symlinks=False)
                    yield entry.name, about.st_mtime, about.st_size

    def _is_linked(self, place: Path) -> bool:
        inside = place.relative_to(self._root)
        return any((self._root / part).is_symlink() for part in (inside, *list(inside.parents)[:-1]))

    def _make_ready(self) -> None:
        """Make the folder, out of git's sight."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), (self._root / CACHE_DIR / ".gitignore").open("x", encoding="utf-8") as ignored:
            ignored.write("*\n")

    def _sum(self, content: bytes) -> bytes:
        return blake2b(content, digest_size=20, key=self._key or b"").hexdigest().encode()
