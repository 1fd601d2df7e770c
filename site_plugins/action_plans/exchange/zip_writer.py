"""The one writer of zips: the same files and the same day give the same bytes on every machine.

Every zip that we publish is written here: the pack, spreadsheets, letters. Its layout is fixed to the last byte: the
files one after the other from the first byte on, in the order given; then the list of them; then its end. Nothing is
compressed, since what a compressor makes of the same bytes differs between machines. There are no extra fields, no
comments, no lengths that follow their file, and no ZIP64. So whoever knows the files, their order and the day knows
every byte, and can tell whether a zip is one of ours, unaltered.

Source of the records: APPNOTE.TXT, the published description of the zip format, sections 4.3.7, 4.3.12 and 4.3.16.
"""

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import BinaryIO
from zipfile import ZipFile

from action_plans.model.errors import ActionPlansError

MOST_ENTRIES = 65_534
"""How many files a zip can hold without the extension that we do not use."""

MOST_BYTES = 4_294_967_294
"""How long a zip, and a file in it, can be without that extension."""

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
"""What stands at the head of a file, of its line in the list of files, and of the end."""

LOCAL_LENGTH, END_LENGTH = 30, 22
"""How long the head of a file is without its name, and how long the end is."""

FIRST_DAY, LAST_DAY = date(1980, 1, 1), date(2107, 12, 31)
"""The first and the last day that a zip can tell."""


class TooLargeForZipError(ActionPlansError):
    """More, or longer, files than such a zip holds; the text says which limit, in words."""


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """A file as the zip tells of it: its path, the CRC-32 of what it holds, and its length in bytes."""

    path: str
    crc: int
    size: int


class ZipWriter:
    """Writes a zip, file by file, to a stream that can be read anywhere in it. `close` completes it."""

    def __init__(self, stream: BinaryIO, day: date) -> None:
        """Begin at the start of an empty `stream`; every file bears the first moment of `day`."""
        self._stream = stream
        self._day = day
        self._entries: dict[str, tuple[ZipEntry, int]] = {}

    def add(self, path: str, pieces: Iterable[bytes]) -> ZipEntry:
        """Write the next file and return what the zip tells of it. Cost: linear; one piece is in memory at a time.

        Raises:
            ValueError: there is a file of that path already.
            TooLargeForZipError: it does not fit in.
        """
        if path in self._entries:
            raise ValueError(f"{path} is in the zip already.")
        if len(self._entries) == MOST_ENTRIES:
            raise TooLargeForZipError(f"A zip holds at most {MOST_ENTRIES:,} files.")
        start, crc, size = self._stream.tell(), 0, 0
        self._stream.write(local_header(ZipEntry(path, 0, 0), self._day))
        for piece in pieces:
            crc, size = zlib.crc32(piece, crc), size + len(piece)
            self._fits(start + size)
            self._stream.write(piece)
        entry, end = ZipEntry(path, crc, size), self._stream.tell()
        self._stream.seek(start)
        self._stream.write(local_header(entry, self._day))
        self._stream.seek(end)
        self._entries[path] = entry, start
        return entry

    def close(self) -> None:
        """Write the list of the files, and the end. The stream stays open.

        Raises:
            TooLargeForZipError: the list does not fit in.
        """
        start = self._stream.tell()
        listed = b"".join(central_header(entry, place, self._day) for entry, place in self._entries.values())
        self._fits(start + len(listed))
        self._stream.write(listed + end_record(len(self._entries), len(listed), start))

    def _fits(self, length: int) -> None:
        if length > MOST_BYTES - END_LENGTH:
            raise TooLargeForZipError("A zip holds at most 4 GB.")


def zipped_again(made: bytes, day: date, instead: Mapping[str, bytes]) -> bytes:
    """Return a zip that a library made, written anew: its files in their order, those named in `instead` replaced.

    Raises:
        KeyError: a path of `instead` is not in it.
        zipfile.BadZipFile: it is no zip.
    """
    files = unzipped(made)
    for name, content in instead.items():
        if name not in files:
            raise KeyError(name)
        files[name] = content
    return zipped(files, day)


def unzipped(made: bytes) -> dict[str, bytes]:
    """Return the files of a zip by their paths, in their order.

    Raises:
        zipfile.BadZipFile: it is no zip.
    """
    with ZipFile(BytesIO(made)) as held:
        return {name: held.read(name) for name in held.namelist()}


def zipped(files: Mapping[str, bytes], day: date) -> bytes:
    """Return a zip of files, in their order."""
    stream = BytesIO()
    writer = ZipWriter(stream, day)
    for name, content in files.items():
        writer.add(name, [content])
    writer.close()
    return stream.getvalue()


def local_header(entry: ZipEntry, day: date) -> bytes:
    """Return the head of a file, its path included; what it holds follows at once."""
    name = entry.path.encode()
    return LOCAL + struct.pack("<HHHHHIIIHH", *_shared(entry, day), len(name), 0) + name


def central_header(entry: ZipEntry, place: int, day: date) -> bytes:
    """Return the line of a file in the list of files; `place` is how many bytes stand before its head."""
    name = entry.path.encode()
    made_by, none = _UNIX << 8 | _VERSION, 0
    rest = struct.pack("<HHHHHII", len(name), none, none, none, none, _PLAIN_FILE, place)
    return CENTRAL + struct.pack("<HHHHHHIII", made_by, *_shared(entry, day)) + rest + name


def end_record(count: int, length: int, place: int) -> bytes:
    """Return the end of a zip of `count` files, whose list is `length` bytes long and begins after `place` bytes."""
    return END + struct.pack("<HHHHIIH", 0, 0, count, count, length, place, 0)


def told_day(day: date) -> date:
    """Return the day that a zip tells for `day`: the nearest that it can."""
    return min(max(day, FIRST_DAY), LAST_DAY)


_VERSION = 20  # of the format: the one that every program reads
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16
_UTF8 = 0x800
_STORED = 0


def _shared(entry: ZipEntry, day: date) -> tuple[int, ...]:
    """Return what the head of a file and its line in the list both tell: version, flags, method, time, sums."""
    flags = 0 if entry.path.isascii() else _UTF8
    told = told_day(day)
    date_told = (told.year - FIRST_DAY.year) << 9 | told.month << 5 | told.day
    return _VERSION, flags, _STORED, 0, date_told, entry.crc, entry.size, entry.size
