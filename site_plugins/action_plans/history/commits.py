"""The commits of a project: their order, which make the main line, and which a merge brought.

Order is that of ancestry, never of clocks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class FileChange:
    """What a commit did to a file, compared with its first parent.

    `before` and `after` are the names of what the file held, for `History.read_blobs`; None where there was no plain
    file.
    """

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit.

    Attributes:
        name: its full name.
        parents: the names of its parents, the first of them on its own line.
        seconds: what the clock of whoever committed it said, in seconds since 1970, UTC.
        day: that day, where the project is.
        is_doubtful: whether that clock contradicts those of its ancestors or descendants, or cannot be true.
        author: who made it, by name; only where authors were asked for.
        subject: the first line of what was written about it.
        tags: the names of tags on it.
        files: what it did to the files that were asked about.
    """

    name: str
    parents: tuple[str, ...]
    seconds: int
    day: date
    is_doubtful: bool = False
    author: str | None = None
    subject: str = ""
    tags: tuple[str, ...] = ()
    files: tuple[FileChange, ...] = ()

    @property
    def is_merge(self) -> bool:
        """Whether it joins several lines."""
        return len(self.parents) > 1


@dataclass(frozen=True)
class Lines:
    """All commits of a project by name, put in order.

    Attributes:
        known: every commit by its full name.
        main: the main line, by first parents, oldest first.
        brought: the commits that came with each merge of the main line, by its name, oldest first.
    """

    known: Mapping[str, Commit] = field(default_factory=dict, repr=False)
    main: tuple[Commit, ...] = ()
    brought: Mapping[str, tuple[Commit, ...]] = field(default_factory=dict, repr=False)

    def brought_by(self, commit: str) -> tuple[Commit, ...]:
        """Return the commits that a commit of the main line brought, oldest first; empty for one that is no merge."""
        return self.brought.get(commit, ())

    def newest_first(self) -> Iterator[Commit]:
        """Yield every commit: a merge, then what it brought, then those before it."""
        for commit in reversed(self.main):
            yield commit
            yield from reversed(self.brought_by(commit.name))


def in_lines(newest_first: Sequence[Commit]) -> Lines:
    """Return commits in order. They come as git orders them by ancestry: each before its parents, HEAD first.

    Cost: linear, but for sorting what each merge brought.
    """
    known = {commit.name: commit for commit in newest_first}
    main = tuple(_first_parents(newest_first, known))[::-1]
    places = {commit.name: place for place, commit in enumerate(reversed(newest_first))}
    taken = {commit.name for commit in main}
    brought: dict[str, tuple[Commit, ...]] = {}
    for commit in main:
        found = list(_reached(commit.parents[1:], known, taken))
        if found:
            brought[commit.name] = tuple(sorted(found, key=lambda one: places[one.name]))
    return Lines(known, main, brought)


def _first_parents(newest_first: Sequence[Commit], known: Mapping[str, Commit]) -> Iterator[Commit]:
    commit = newest_first[0] if newest_first else None
    while commit is not None:
        yield commit
        commit = known.get(commit.parents[0]) if commit.parents else None


def _reached(starts: Sequence[str], known: Mapping[str, Commit], taken: set[str]) -> Iterator[Commit]:
    """Yield what can be reached and is not taken yet, and take it."""
    waiting = list(starts)
    while waiting:
        commit = known.get(waiting.pop())
        if commit is not None and commit.name not in taken:
            taken.add(commit.name)
            yield commit
            waiting += commit.parents
