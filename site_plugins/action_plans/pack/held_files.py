"""What somebody hands over as a pack: its files, whatever it is, and why it may not be readable."""

from collections.abc import Iterator
from typing import Protocol

from action_plans.model.errors import ActionPlansError

MOST_FILES = 65_534
"""How many files a pack may hold: as many as a zip as we write it."""

MOST_BYTES = 4_294_967_294
"""How many bytes all its files together may have: as many as a zip as we write it."""

PIECE = 1 << 20
"""How many bytes are in memory at a time."""


class CannotReadError(ActionPlansError):
    """A pack, or a file of it, cannot be read; the text says why, in words for a person."""


class TooMuchError(CannotReadError):
    """A pack holds more than any pack does, so that it is given up."""


class HeldFiles(Protocol):
    """The files of a pack. `faults` are sentences about what no pack of ours has; `container` one about its zip."""

    faults: list[str]
    container: str

    def paths(self) -> tuple[str, ...]:
        """Return the path of every file that can be looked at, in order."""

    def pieces(self, path: str) -> Iterator[bytes]:
        """Yield what a file holds, piece by piece. Raises CannotReadError."""


def shown(path: str) -> str:
    """Return a path that can be printed and is not mistaken for another: letters that look alike are spelt out."""
    return path if path.isascii() and path.isprintable() else ascii(path)


class Allowance:
    """How many bytes may still be read, so that nothing handed over keeps the reader busy without end."""

    def __init__(self, most: int) -> None:
        """Allow `most` bytes."""
        self._left = most

    def take(self, piece: bytes) -> bytes:
        """Return a piece that was read. Raises TooMuchError where it is one too many."""
        self._left -= len(piece)
        if self._left < 0:
            raise TooMuchError("Its files are longer than those of any inspection pack.")
        return piece
