"""The versions of a file in a row, through its moves: where one is deleted and the same appears elsewhere at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from action_plans.history.history import History, Version
from action_plans.history.version_values import VersionValues
from action_plans.model.record import slug

ReadVersion = Callable[[str, str], VersionValues]
"""From a blob, and the path in the repository at which it lay, to what it says."""


@dataclass(frozen=True, slots=True)
class Link:
    """A version and the path in the repository at which it lay."""

    path: str
    version: Version


class FileChains:
    """The versions of all files of a project, each followed through its moves. Linear in versions."""

    def __init__(self, history: History) -> None:
        """Note which files each commit deleted."""
        self._recorded = history.recorded
        self._deleted: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for path, versions in history.recorded.items():
            for place, version in enumerate(versions[:-1]):
                if version.blob is None:
                    self._deleted[version.commit].append((path, place + 1))
        self._known: dict[str, Mapping[tuple[str, str], tuple[str, int]]] = {}

    def reachable(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Return the paths in the repository at which files may have lain that now lie at `paths`, those included."""
        found = dict.fromkeys(path for path in paths if path in self._recorded)
        waiting, seen = list(found), set()
        while waiting:
            commit = self._recorded[waiting.pop()][-1].commit
            if commit not in seen:
                seen.add(commit)
                before = [path for path, _ in self._deleted.get(commit, ()) if path not in found]
                found.update(dict.fromkeys(before))
                waiting += before
        return tuple(found)

    def needed(self, path: str, *, newest: bool) -> Iterator[str]:
        """Yield the blobs of the versions at a path in the repository that have to be read.

        `newest` is whether the newest is among them; it is in any case where it may tell whence the file was moved.
        """
        versions = self._recorded[path]
        is_first = len(versions) == 1 and versions[0].commit in self._deleted
        yield from (one.blob for one in versions[0 if newest or is_first else 1 :] if one.blob is not None)

    def chain(self, path: str, read: ReadVersion) -> tuple[Link, ...]:
        """Return every version of the file that lies at a path in the repository, newest first."""
        return tuple(self._links(path, read))

    def _links(self, path: str, read: ReadVersion) -> Iterator[Link]:
        start, seen = 0, {path}
        while versions := self._recorded.get(path, ())[start:]:
            yield from (Link(path, version) for version in versions)
            first = versions[-1]
            if first.blob is None or first.commit not in self._deleted:
                return
            before = self._moved(first.commit, read)
            moved = before.get(("blob", first.blob)) or before.get(("name", _name(first.blob, path, read)))
            if moved is None or moved[0] in seen:
                return
            path, start = moved
            seen.add(path)

    def _moved(self, commit: str, read: ReadVersion) -> Mapping[tuple[str, str], tuple[str, int]]:
        """Return what a commit deleted, by what it held and by what it was called."""
        if commit not in self._known:
            found: dict[tuple[str, str], tuple[str, int]] = {}
            for path, place in self._deleted.get(commit, ()):
                blob = self._recorded[path][place].blob
                if blob is not None:
                    found.setdefault(("blob", blob), (path, place))
                    found.setdefault(("name", _name(blob, path, read)), (path, place))
            self._known[commit] = found
        return self._known[commit]


def _name(blob: str, path: str, read: ReadVersion) -> str:
    """Return what a file is called by its own words; a note without an id, or what cannot be read, by its name."""
    return f"{PurePosixPath(path).suffix}:{read(blob, path).id or slug(PurePosixPath(path).stem)}"
