"""When files changed, from git: the last change, the first record, and every version between."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, tzinfo
from functools import cached_property
from pathlib import Path, PurePath

from action_plans.history.commits import Commit, Lines
from action_plans.history.git import ask_git, stream_git


@dataclass(frozen=True, slots=True)
class Change:
    """A commit that changed something.

    Attributes:
        commit: its full name.
        short: its first seven characters, for people.
        date: the day it was committed, where the project is.
        author: who made it, by name; only where authors were asked for.
        is_doubtful: whether the clock that gave the day was wrong, so that the day is not to be believed.
    """

    commit: str
    short: str
    date: date
    author: str | None = None
    is_doubtful: bool = False

    @classmethod
    def of(cls, commit: Commit) -> "Change":
        """Return a commit as the change that it is."""
        return cls(commit.name, commit.name[:7], commit.day, commit.author, commit.is_doubtful)


@dataclass(frozen=True, slots=True)
class Version:
    """A file as a commit of the main line left it.

    `blob` is the name of what the file held, for `History.read_blobs`; None where it was deleted or no plain file.
    """

    commit: Commit
    blob: str | None


@dataclass(frozen=True)
class History:
    """What git knows of the files of a project. Authors are not read unless they are asked for.

    A path may be absolute or relative to the project. Versions of files are those of the main line: what came with a
    merge is a version of the merge, and `lines` tells which commits it brought.

    Attributes:
        available: whether changes are known. Where not, every question about one is answered with nothing.
        reason: why not, in words for a person; empty where they are.
        detail: git's own words about that, for a log: they may name folders of this machine.
        shallow: whether the repository holds only the newest commits; their dates would be wrong, so none is given.
        commit: the full name of the newest commit; None where there is none.
        root: the project's folder.
        prefix: where the project lies in its repository: empty or ending in `/`.
        asked: the folders and files that were asked about, as paths in the repository.
        lines: every commit, in the order of ancestry; paths in the repository.
        changed: paths in the repository that are changed or new and not committed yet; empty where nobody asked.
        cut: the newest commit that is left out because it is older than the project wants to be read; None for none.
    """

    available: bool
    reason: str
    root: Path = field(repr=False)
    detail: str = field(default="", repr=False)
    shallow: bool = False
    commit: str | None = None
    prefix: str = field(default="", repr=False)
    asked: tuple[str, ...] = field(default=(), repr=False)
    lines: Lines = field(default_factory=Lines, repr=False)
    changed: frozenset[str] = field(default=frozenset(), repr=False)
    cut: str | None = field(default=None, repr=False)
    zone: tzinfo = UTC

    @cached_property
    def recorded(self) -> Mapping[str, tuple[Version, ...]]:
        """Every version of the main line, newest first, by path in the repository."""
        found: dict[str, list[Version]] = {}
        for commit in reversed(self.lines.main):
            for one in commit.files:
                found.setdefault(one.path, []).append(Version(commit, one.after))
        return {path: tuple(versions) for path, versions in found.items()}

    def is_uncommitted(self, path: PurePath | str) -> bool:
        """Return whether the file, as it lies there, is in no commit; False where git was not asked about it."""
        key = self.key(path)
        if key in self.changed:
            return True
        if not self.available or not any(_is_in(key, folder) for folder in self.asked) or self.is_elsewhere(path):
            return False
        versions = self.recorded.get(key, ())
        return (not versions and self.cut is None) or (bool(versions) and versions[0].blob is None)

    def is_elsewhere(self, path: PurePath | str) -> bool:
        """Return whether the file lies in a repository of its own inside this one, such as a submodule."""
        beside = Path(os.path.relpath(path, self.root) if PurePath(path).is_absolute() else path)
        return any(
            self._is_repository(folder) for folder in beside.parents if folder.parts and ".." not in folder.parts
        )

    def _is_repository(self, folder: Path) -> bool:
        if folder not in self._repositories:
            self._repositories[folder] = (self.root / folder / ".git").exists()
        return self._repositories[folder]

    @cached_property
    def _repositories(self) -> dict[Path, bool]:
        return {}

    def versions(self, path: PurePath | str) -> tuple[Version, ...]:
        """Return every version of the file on the main line, newest first; empty where none is known."""
        return self.recorded.get(self.key(path), ())

    def read_blobs(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """Return what versions held, by their `blob`, with one call of git. What git cannot give is left out."""
        wanted = _wanted(blobs)
        if not wanted:
            return {}
        return dict(_contents(ask_git(self.root, _BATCH, said=_asked_for(wanted)).output))

    def each_blob(self, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield what versions held, one at a time, with one call of git: for files that may be large."""
        wanted = _wanted(blobs)
        if wanted:
            with stream_git(self.root, _BATCH, said=_asked_for(wanted)) as said:
                while line := said.readline():
                    name, *about = line.decode("ascii", "replace").split(" ")
                    if len(about) == 2 and about[1].endswith("\n"):  # noqa: PLR2004 -- what it is, and its length
                        content = said.read(int(about[1]))
                        if about[0] == "blob" and len(content) == int(about[1]) and said.read(1):
                            yield name, content

    def key(self, path: PurePath | str) -> str:
        """Return the path in the repository, with `/`, which is how git names files."""
        known = self._keys.get(path)
        if known is None:
            beside = os.path.relpath(path, self.root) if PurePath(path).is_absolute() else path
            known = self._keys[path] = PurePath(os.path.normpath(PurePath(self.prefix, beside))).as_posix()
        return known

    @cached_property
    def _keys(self) -> dict[PurePath | str, str]:
        """The paths that were asked about: each thing in a file asks for the path of its file."""
        return {}


_BATCH = ("cat-file", "--batch", "--buffer")
_BLOB = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def _is_in(key: str, folder: str) -> bool:
    return folder in {".", key} or key.startswith(f"{folder}/")


def _wanted(blobs: Iterable[str]) -> list[str]:
    return [blob for blob in dict.fromkeys(blobs) if _BLOB.fullmatch(blob)]


def _asked_for(wanted: list[str]) -> bytes:
    return "".join(f"{blob}\n" for blob in wanted).encode()


def _contents(output: bytes) -> Iterator[tuple[str, bytes]]:
    """Take git's answer apart: a line `NAME blob SIZE` and that many bytes, or a line `NAME missing`."""
    start = 0
    while (end := output.find(b"\n", start)) >= 0:
        name, kind, *size = output[start:end].decode("ascii", "replace").split(" ")
        start = end + 1
        if size:
            after = start + int(size[0])
            if kind == "blob" and len(output) > after:
                yield name, output[start:after]
            start = after + 1
