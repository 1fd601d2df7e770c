"""Whether a zip is, to the last byte, one that packing writes.

Programs that open zips do not agree on what is in one: some read from the front, some from the end, some pass over
what they do not know. In a zip as packing writes it there is nothing that they could read differently, and nothing that
does not belong to a file or to the list of files. So it is read from its first byte to its last, and every record is
compared with the one that would be written: no byte is passed over. What the files hold is compared elsewhere, with
their sums.
"""

import os
import struct
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from action_plans.exchange.zip_writer import (
    CENTRAL,
    END_LENGTH,
    FIRST_DAY,
    LOCAL,
    LOCAL_LENGTH,
    MOST_BYTES,
    MOST_ENTRIES,
    ZipEntry,
    central_header,
    end_record,
    local_header,
)
from action_plans.model.errors import ActionPlansError
from action_plans.pack.manifest import DESCRIPTION, SUMS
from action_plans.pack.paths import LONGEST, is_pack_path


class NotAsWrittenError(ActionPlansError):
    """A zip is not as packing writes it; the text says in a sentence where it begins to differ."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where in a zip a file's content lies: its first byte, its length, and the CRC-32 that it should have."""

    start: int
    size: int
    crc: int


@dataclass(frozen=True, slots=True)
class Container:
    """A zip as packing writes it: the day that its files bear, and where each file's content lies, in its order."""

    day: date
    spans: dict[str, Span]


def read_container(stream: BinaryIO) -> Container:
    """Return what is where in a zip. Of the files only their heads are read. Cost: linear in their number.

    Raises:
        NotAsWrittenError: there is anything in it that packing does not write.
        OSError: it cannot be read.
    """
    end = stream.seek(0, os.SEEK_END)
    if end > MOST_BYTES:
        raise NotAsWrittenError("It is longer than any inspection pack.")
    place, last, day = 0, "", None
    spans: dict[str, Span] = {}
    listed = bytearray()
    while (head := _read(stream, place, LOCAL_LENGTH)).startswith(LOCAL):
        entry, own_day = _entry(head, _read(stream, place + LOCAL_LENGTH, _LONGEST_NAME))
        day = day or own_day
        _compare_place(entry.path, last)
        if own_day != day:
            raise NotAsWrittenError(f"{entry.path} bears another day in the zip than the files before it.")
        if len(spans) == MOST_ENTRIES:
            raise NotAsWrittenError(f"It holds more than {MOST_ENTRIES:,} files, which no inspection pack does.")
        listed += central_header(entry, place, day)
        start = place + len(local_header(entry, day))
        spans[entry.path] = Span(start, entry.size, entry.crc)
        place, last = start + entry.size, entry.path
        if place > end:
            raise NotAsWrittenError(f"It ends in the middle of {last}: it was cut short, or a length was changed.")
    if day is None:
        raise NotAsWrittenError("It does not begin with the first file of a pack.")
    if last != SUMS:
        raise NotAsWrittenError(f"After {last} something stands in the zip that is no file of a pack.")
    _compare_rest(stream, place, bytes(listed), len(spans))
    return Container(day, spans)


_FIELDS = struct.Struct("<4sHHHHHIIIHH")
_LONGEST_NAME = LONGEST + 1  # one more than a path may have, so that a longer one is seen
_ENCRYPTED, _FOLLOWED = 0x1, 0x8


def _entry(head: bytes, name: bytes) -> tuple[ZipEntry, date]:
    """Return a file by its head, and the day that it bears. `name` begins with its path.

    Raises:
        NotAsWrittenError: the head is not as packing writes it.
    """
    if len(head) < LOCAL_LENGTH:
        raise NotAsWrittenError("It ends in the middle of the head of a file: it was cut short.")
    _, _, flags, method, _, told, crc, _, size, length, extra = _FIELDS.unpack(head)
    path = name[:length].decode("ascii", "replace")
    if not is_pack_path(path):
        raise NotAsWrittenError(f"{path!a} is no path of a pack: not every computer can write it.")
    entry, day = ZipEntry(path, crc, size), _day(told)
    if day is None or head + name[:length] != local_header(entry, day):
        raise NotAsWrittenError(f"{path} is not in the zip as packing writes it: {_difference(flags, method, extra)}.")
    return entry, day


def _difference(flags: int, method: int, extra: int) -> str:
    if flags & _ENCRYPTED:
        return "it is encrypted"
    if method:
        return "it is compressed"
    if flags & _FOLLOWED:
        return "its length follows it"
    return "more is told of it" if extra else "its head was changed"


def _day(told: int) -> date | None:
    try:
        return date(FIRST_DAY.year + (told >> 9), told >> 5 & 15, told & 31)
    except ValueError:
        return None


def _compare_place(path: str, last: str) -> None:
    """Compare the place of a file with the order in which packing writes them: by path, then those made of them.

    Raises:
        NotAsWrittenError: it is another, or the same file comes twice.
    """
    if _order(path) <= _order(last):
        raise NotAsWrittenError(f"{path} is not in its place in the zip, or is there twice.")


def _order(path: str) -> tuple[bool, bool, str]:
    return path == SUMS, path == DESCRIPTION, path


def _compare_rest(stream: BinaryIO, place: int, listed: bytes, count: int) -> None:
    """Compare what comes after the last file: the list of the files, the end of the zip, and nothing.

    Raises:
        NotAsWrittenError: it is something else.
    """
    if not (there := _read(stream, place, len(listed))).startswith(CENTRAL):
        raise NotAsWrittenError("After the last file the zip's own list of its files does not follow.")
    if there != listed:
        raise NotAsWrittenError("The zip's own list of its files does not say what stands at the files themselves.")
    place += len(listed)
    if _read(stream, place, END_LENGTH) != end_record(count, len(listed), place - len(listed)):
        raise NotAsWrittenError("After its list of files the zip does not end as packing ends it.")
    left = stream.seek(0, os.SEEK_END) - place - END_LENGTH
    if left:
        raise NotAsWrittenError(f"After its end something else follows: {left:,} byte{'' if left == 1 else 's'}.")


def _read(stream: BinaryIO, place: int, length: int) -> bytes:
    stream.seek(place)
    return stream.read(length)
