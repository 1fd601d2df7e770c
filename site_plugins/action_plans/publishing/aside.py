"""What is finished and only waits to be written, kept out of the memory that the rest of the work needs.

The pages and files of a large group of homes are a gigabyte, and each is read just once more: when it is written.
"""

from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import Protocol
from weakref import finalize

_IN_MEMORY = 16_000_000
"""How many bytes are kept in memory: about as many as the pages of five homes. Of more, all lie in a file."""


class Place(Protocol):
    """Where bytes wait."""

    def read(self, held: "Held") -> bytes:
        """Return them."""


class Aside:
    """A place for bytes: in memory; of many, in a temporary file without a name, which goes with the process."""

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        """Begin empty. What is over `in_memory` bytes lies in a file."""
        self._stream = SpooledTemporaryFile(max_size=in_memory)  # noqa: SIM115 -- it is open for as long as this is there
        self._length = 0
        finalize(self, self._stream.close)

    def put(self, content: bytes) -> "Held":
        """Put `content` aside.

        Raises:
            OSError: there is no room for it.
        """
        self._stream.seek(self._length)
        self._stream.write(content)
        held = Held(self, self._length, len(content))
        self._length += len(content)
        return held

    def read(self, held: "Held") -> bytes:
        """Return what was put aside."""
        self._stream.seek(held.start)
        return self._stream.read(held.length)


@dataclass(frozen=True, slots=True)
class Held:
    """Bytes that wait somewhere: where, from which byte on, and how many."""

    aside: Place
    start: int
    length: int

    def read(self) -> bytes:
        """Return them."""
        return self.aside.read(self)
