"""Where something was written: a file, a line and a column, kept with everything that is read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

Position = tuple[int, int]
"""A line and a column, both counted from 1."""


@lru_cache(maxsize=2**16)  # files of one kind have much at the same places, and a portfolio has millions of them
def place_at(line: int, column: int) -> Position:
    """Return a line and a column, both counted from 1, as one object wherever it is written."""
    return line, column


class Positions(Mapping[str, Position]):
    """The position of each of some names, in a third of the room of a dictionary: there is one for each mapping read.

    Looking one up is linear in the names, of which a record has few.
    """

    __slots__ = ("_names", "_places")

    def __init__(self, places: Mapping[str, Position]) -> None:
        """Hold what `places` says now."""
        self._names = _shared(tuple(places))
        self._places = tuple(places.values())

    def __getitem__(self, name: str) -> Position:
        """Return the position of a name.

        Raises:
            KeyError: there is none.
        """
        try:
            return self._places[self._names.index(name)]
        except ValueError:
            raise KeyError(name) from None

    def as_plain(self) -> tuple[tuple[str, ...], tuple[Position, ...]]:
        """Return the names and their positions, side by side."""
        return self._names, self._places

    def __iter__(self) -> Iterator[str]:
        """Yield the names, as written."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._names)


@lru_cache(maxsize=2**12)
def _shared(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names as one object for all records that have the same."""
    return names


_NONE = Positions({})
NO_ITEMS: Mapping[str, tuple[Position, ...]] = MappingProxyType({})
"""The positions of a mapping's list items where none of its fields is a list."""

_UNPRINTABLE = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]")


def _written_out(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape", "backslashreplace").decode("ascii")


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A place in a file: `path` relative to the project with `/`, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        r"""Read as `plans/oak.yaml:41:13`, which editors and terminals can open.

        Characters of a file's name that could move a cursor or begin a line are written out: `\x0a`.
        """
        return f"{_UNPRINTABLE.sub(_written_out, self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Origins:
    """Where one mapping of a file stands, and each of its keys, values and list items."""

    path: str = ""
    start: Position = (1, 1)
    keys: Mapping[str, Position] = field(default_factory=lambda: _NONE)
    values: Mapping[str, Position] = field(default_factory=lambda: _NONE)
    items: Mapping[str, tuple[Position, ...]] = field(default_factory=lambda: NO_ITEMS)

    @property
    def origin(self) -> Origin:
        """Where the mapping itself begins."""
        return Origin(self.path, *self.start)

    def key(self, name: str) -> Origin:
        """Where the key `name` is written; where the mapping begins, if it is not."""
        return Origin(self.path, *self.keys.get(name, self.start))

    def value(self, name: str, index: int | None = None) -> Origin:
        """Where the value of `name` is written, or item `index` of it (from 0) where it is a list."""
        items = self.items.get(name, ())
        if index is not None and index < len(items):
            return Origin(self.path, *items[index])
        return Origin(self.path, *self.values.get(name, self.start))


NOWHERE = Origins()
"""The places of a record that was not read from a file."""
