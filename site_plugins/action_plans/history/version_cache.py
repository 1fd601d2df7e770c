"""What earlier versions say, kept from one build to the next: never needed, and safe to delete at any time."""

import json
import os
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import pydantic

from action_plans.history.version_values import VersionValues

CACHE_DIR = ".cache/action-plans"
"""The folder of everything that is kept between builds, relative to the project."""

_PACKAGE = Path(__file__).parents[1]
_READERS = ("model", "reading", "history")
"""The parts of this package that decide what a version says."""


class VersionCache:
    """One small file for each version, called after its blob, in a folder called after the form: a sum, then JSON.

    The form is a sum of the program that reads: another program reads everything anew, so that what comes out is the
    same with the cache and without. A file that is not as it was written counts as missing, and a folder that cannot be
    written to is no fault. No link is followed, below the project's folder: one that came with the project's files
    could lead anywhere.
    """

    def __init__(self, root: Path, *, keeps: bool = True) -> None:
        """Use the cache of the project in `root`; `keeps` says whether new versions are written to it."""
        self._folder = root / CACHE_DIR / f"versions-{form()}"
        within = self._folder.relative_to(root).parents
        self._is_link = self._folder.is_symlink() or any((root / part).is_symlink() for part in list(within)[:-1])
        self._keeps = keeps and not self._is_link
        self._is_ready = False

    def get(self, blob: str) -> VersionValues | None:
        """Return what a version says; None where it is not known here."""
        if not self.holds(blob):
            return None
        try:
            total, _, text = (self._folder / f"{blob}.json").read_bytes().partition(b"\n")
        except OSError:
            return None
        if total.decode("ascii", "replace") != sha256(text).hexdigest():
            return None
        kept = json.loads(text)
        return VersionValues(kept["id"], kept["items"], kept["is_complete"])

    def holds(self, blob: str) -> bool:
        """Return whether a version is known here."""
        file = self._folder / f"{blob}.json"
        return not self._is_link and file.is_file() and not file.is_symlink()

    def put(self, blob: str, values: VersionValues) -> None:
        """Keep what a version says, whole or not at all."""
        if not self._keeps:
            return
        kept = {"id": values.id, "items": values.items, "is_complete": values.is_complete}
        text = json.dumps(kept, separators=(",", ":")).encode()
        with suppress(OSError):
            self._make_ready()
            handle, part = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(f"{sha256(text).hexdigest()}\n".encode() + text)
            Path(part).replace(self._folder / f"{blob}.json")

    def _make_ready(self) -> None:
        """Make the folder, out of git's sight, and delete what another program kept."""
        if self._is_ready:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), (self._folder.parent / ".gitignore").open("x", encoding="utf-8") as ignored:
            ignored.write("*\n")
        for other in self._folder.parent.glob("versions-*"):
            if other != self._folder:
                shutil.rmtree(other, ignore_errors=True)
        self._is_ready = True


@cache
def form() -> str:
    """Return a sum of everything that decides what a version says, as 16 characters."""
    total = sha256(pydantic.VERSION.encode())
    for part in _READERS:
        for file in sorted((_PACKAGE / part).glob("*.py")):
            total.update(file.name.encode())
            total.update(file.read_bytes())
    return total.hexdigest()[:16]
