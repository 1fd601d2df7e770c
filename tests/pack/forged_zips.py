"""Zips written by hand, record by record, so that a test can put into them what no library would write."""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

DAY = (2026 - 1980) << 9 | 5 << 5 | 12
"""12 May 2026 as a zip tells it."""


@dataclass(frozen=True)
class Head:
    """What a zip says of a file in one of the two places where it does; by default as a plain stored file."""

    version: int = 20
    flags: int = 0
    method: int = 0
    time: int = 0
    day: int = DAY
    crc: int | None = None
    pressed: int | None = None
    size: int | None = None
    name: bytes | None = None
    extra: bytes = b""


@dataclass(frozen=True)
class File:
    """A file in a zip: its name and bytes, what stands before it, what is said of it at the file and in the list."""

    name: bytes
    content: bytes
    before: bytes = b""
    after: bytes = b""
    local: Head = field(default_factory=Head)
    listed: Head = field(default_factory=Head)
    comment: bytes = b""
    made_by: int = 3 << 8 | 20
    inside: int = 0
    outside: int = 0o100644 << 16
    is_listed: bool = True

    def __post_init__(self) -> None:
        assert self.name

    def but(self, **changes: Any) -> "File":  # noqa: ANN401 -- whatever the record has
        """Return the file with some of it changed."""
        return replace(self, **changes)

    def both(self, **changes: Any) -> "File":  # noqa: ANN401 -- whatever a head has
        """Return the file with the same changed in both places."""
        return replace(self, local=replace(self.local, **changes), listed=replace(self.listed, **changes))


def zip_of(files: Sequence[File], *, front: bytes = b"", between: bytes = b"", before_end: bytes = b"") -> bytes:
    """Return a zip: `front`, the files, `between`, their list, `before_end`, the end. Places count from the start."""
    made, listed, count = bytearray(front), bytearray(), 0
    for file in files:
        made += file.before
        place = len(made)
        made += b"PK\x03\x04" + _head(file, file.local) + _name(file, file.local) + file.local.extra
        made += file.content + file.after
        if file.is_listed:
            count += 1
            name = _name(file, file.listed)
            lengths = struct.pack("<HH", len(file.comment), 0)
            rest = struct.pack("<HII", file.inside, file.outside, place)
            listed += b"PK\x01\x02" + struct.pack("<H", file.made_by) + _head(file, file.listed) + lengths + rest
            listed += name + file.listed.extra + file.comment
    made += between
    place = len(made)
    made += listed + before_end
    count = min(count, 0xFFFF)  # what an older form of zips says where there are more
    made += struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(listed), place, 0)
    return bytes(made)


def _name(file: File, head: Head) -> bytes:
    return file.name if head.name is None else head.name


def _head(file: File, head: Head) -> bytes:
    crc = zlib.crc32(file.content) if head.crc is None else head.crc
    sizes = [len(file.content) if size is None else size for size in (head.pressed, head.size)]
    name = _name(file, head)
    return struct.pack(
        "<HHHHHIIIHH",
        *(head.version, head.flags, head.method, head.time, head.day, crc, *sizes, len(name), len(head.extra)),
    )
