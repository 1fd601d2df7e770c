"""The files in a zip that somebody hands over: one as packing writes it, or any other, read with care."""

import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BufferedReader
from typing import BinaryIO

from action_plans.pack.container import Container
from action_plans.pack.held_files import MOST_BYTES, MOST_FILES, PIECE, Allowance, CannotReadError, TooMuchError, shown
from action_plans.pack.paths import is_pack_path

_MOST_DIRECTORY = 16_000_000
"""How long the list of a zip's files may be. It is read at once, so a longer one could fill the memory."""

_MOST_PRESSED = 100
"""How many times longer than the zip its files may be. Pages become ten times shorter at the most."""


class BoundedFile(BufferedReader):
    """A file of which no one reads very much at once."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes. Raises TooMuchError instead of filling the memory."""
        most = _MOST_DIRECTORY + 1
        found = super().read(most if size is None or size < 0 else min(size, most))
        if len(found) == most:
            raise TooMuchError("The list of its files is longer than that of any inspection pack.")
        return found


@dataclass
class WrittenZip:
    """A zip whose every byte but those of its files has been compared: each file lies where the container says."""

    stream: BinaryIO
    held: Container
    faults: list[str] = field(default_factory=list)
    container: str = ""

    def paths(self) -> tuple[str, ...]:
        """Return the path of every file that can be looked at, in order."""
        return tuple(sorted(self.held.spans))

    def pieces(self, path: str) -> Iterator[bytes]:
        """Yield what a file holds, piece by piece. Raises CannotReadError."""
        span, read, crc = self.held.spans[path], 0, 0
        self.stream.seek(span.start)
        while read < span.size and (piece := self.stream.read(min(PIECE, span.size - read))):
            read, crc = read + len(piece), zlib.crc32(piece, crc)
            yield piece
        if read != span.size or crc != span.crc:
            raise CannotReadError(f"{path} is damaged.")


@dataclass
class OtherZip:
    """A zip that packing did not write so: `container` says why. It is read to name the files that are not as packed.

    What a browser or an unpacking program could take for something else is a fault, and is not looked at.
    """

    held: zipfile.ZipFile
    size: int
    container: str
    faults: list[str] = field(default_factory=list)
    _entries: dict[str, zipfile.ZipInfo] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._allowance = Allowance(min(MOST_BYTES, _MOST_PRESSED * self.size))
        entries = [entry for entry in self.held.infolist() if entry.file_size or not entry.filename.endswith("/")]
        if len(entries) > MOST_FILES:
            raise TooMuchError(f"It holds {len(entries):,} files, which is more than any inspection pack has.")
        names = Counter(entry.filename.casefold() for entry in entries)
        for entry in entries:
            fault = _fault(entry, names[entry.filename.casefold()])
            if fault is None:
                self._entries[entry.filename] = entry
            else:
                self.faults.append(f"{shown(entry.orig_filename)} {fault}")

    def paths(self) -> tuple[str, ...]:
        """Return the path of every file that can be looked at, in order."""
        return tuple(sorted(self._entries))

    def pieces(self, path: str) -> Iterator[bytes]:
        """Yield what a file holds, piece by piece. Raises CannotReadError."""
        try:
            with self.held.open(self._entries[path]) as stream:
                while piece := stream.read(PIECE):
                    yield self._allowance.take(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError):
            raise CannotReadError(f"{path} is damaged.") from None
        except OSError as error:
            raise CannotReadError(f"{path} cannot be read: {error.strerror or error}.") from None


def _fault(entry: zipfile.ZipInfo, twins: int) -> str | None:
    """Return what an entry has that no entry of ours has, as the end of a sentence."""
    if not is_pack_path(entry.orig_filename):
        return "has a path that no file of a pack has."
    if twins > 1:
        return f"is in the zip {twins} times."
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
        return "is a link or something else than a file."
    if entry.flag_bits & 0x1:
        return "is encrypted."
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is compressed in a way that few programs can read."
    return None
