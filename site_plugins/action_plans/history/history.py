"""When files changed, from git: the last change, the first record, and every version between."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePath

from action_plans.history.git import ask_git


@dataclass(frozen=True, slots=True)
class Change:
    """A commit that changed a file.

    Attributes:
        commit: its full name.
        short: its first seven characters, for people.
        date: the day it was committed, in UTC.
        author: who made it, by name; only where authors were asked for.
        uncommitted: whether the file was changed again since, and that is not committed yet.
    """

    commit: str
    short: str
    date: date
    uncommitted: bool = False
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A file as a commit left it.

    Attributes:
        commit: the full name of the commit.
        date: the day it was committed, in UTC.
        author: who made it, by name; only where authors were asked for.
        blob: the name of what the file held, for `History.read_blobs`; None where it was deleted or no plain file.
    """

    commit: str
    date: date
    blob: str | None
    author: str | None = None


@dataclass(frozen=True)
class History:
    """What git knows of the files of a project. Authors are not read unless they are asked for.

    A path may be absolute or relative to the project. Changes are those of the main line: what came with a merge
    counts from the merge. A renamed file begins anew.

    Attributes:
        available: whether changes are known. Where not, every question about one is answered with None.
        reason: why not, in words for a person; empty where they are.
        detail: git's own words about that, for a log: they may name folders of this machine.
        shallow: whether the repository holds only the newest commits; their dates would be wrong, so none is given.
        commit: the full name of the newest commit; None where there is none.
        root: the project's folder.
        prefix: where the project lies in its repository: empty or ending in `/`.
        asked: the folders and files that were asked about, as paths in the repository.
        recorded: every version, newest first, by path in the repository.
        changed: paths in the repository that are changed or new and not committed yet.
    """

    available: bool
    reason: str
    root: Path = field(repr=False)
    detail: str = field(default="", repr=False)
    shallow: bool = False
    commit: str | None = None
    prefix: str = field(default="", repr=False)
    asked: tuple[str, ...] = field(default=(), repr=False)
    recorded: Mapping[str, tuple[Version, ...]] = field(default_factory=dict, repr=False)
    changed: frozenset[str] = field(default=frozenset(), repr=False)

    def last_change(self, path: PurePath | str) -> Change | None:
        """Return the newest commit that changed the file; None where none is known."""
        versions = self.versions(path)
        return self._change(versions[0], path) if versions else None

    def first_recorded(self, path: PurePath | str) -> Change | None:
        """Return the first commit that held the file; None where none is known."""
        versions = self.versions(path)
        return self._change(versions[-1], path) if versions else None

    def is_uncommitted(self, path: PurePath | str) -> bool:
        """Return whether the file, as it lies there, is in no commit; False where git was not asked about it."""
        key = self.key(path)
        if key in self.changed:
            return True
        if not self.available or not any(folder in {".", key} or key.startswith(f"{folder}/") for folder in self.asked):
            return False
        versions = self.recorded.get(key, ())
        return not versions or versions[0].blob is None

    def versions(self, path: PurePath | str) -> tuple[Version, ...]:
        """Return every version of the file, newest first; empty where none is known."""
        return self.recorded.get(self.key(path), ())

    def read_blobs(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """Return what versions held, by their `blob`, with one call of git. What git cannot give is left out."""
        wanted = [blob for blob in dict.fromkeys(blobs) if _BLOB.fullmatch(blob)]
        if not wanted:
            return {}
        asked = "".join(f"{blob}\n" for blob in wanted).encode()
        return _contents(ask_git(self.root, ["cat-file", "--batch", "--buffer"], said=asked).output)

    def key(self, path: PurePath | str) -> str:
        """Return the path in the repository, with `/`, which is how git names files."""
        beside = os.path.relpath(path, self.root) if PurePath(path).is_absolute() else path
        return PurePath(os.path.normpath(PurePath(self.prefix, beside))).as_posix()

    def _change(self, version: Version, path: PurePath | str) -> Change:
        return Change(version.commit, version.commit[:7], version.date, self.is_uncommitted(path), version.author)


_BLOB = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def _contents(output: bytes) -> dict[str, bytes]:
    """Take git's answer apart: a line `NAME blob SIZE` and that many bytes, or a line `NAME missing`."""
    contents: dict[str, bytes] = {}
    start = 0
    while (end := output.find(b"\n", start)) >= 0:
        name, kind, *size = output[start:end].decode("ascii", "replace").split(" ")
        start = end + 1
        if size:
            after = start + int(size[0])
            if kind == "blob" and len(output) > after:
                contents[name] = output[start:after]
            start = after + 1
    return contents
