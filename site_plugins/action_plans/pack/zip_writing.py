"""A zip that is the same byte by byte whenever it is made of the same files, and is there whole or not at all."""

import hashlib
import os
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from action_plans.model.errors import ActionPlansError
from action_plans.pack.contents import Content
from action_plans.pack.manifest import DESCRIPTION, SUMS, About, Sum, description, is_description, sums_text

_PIECE = 1 << 20
_PRESSED = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".xlsx", ".docx", ".ods", ".odt"})
"""Kinds of file that are compressed already."""
_FIRST_YEAR, _LAST_YEAR = 1980, 2107  # what a zip can say
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3
_MOST_DESCRIPTION = 50_000_000


class NotOursError(ActionPlansError):
    """A file is in the way that is no inspection pack; it stays as it is."""


def write_pack(destination: Path, files: Mapping[str, Content], about: About) -> str:
    """Write the pack and return the SHA-256 of its file of sums, in hexadecimal.

    An older pack at `destination` is replaced at the last moment. Cost: linear in what the files hold; one file is held
    in memory at a time.

    Raises:
        NotOursError: there is a file at `destination` that is no pack.
        OSError: the pack cannot be written, or a file to copy cannot be read. Nothing was changed.
    """
    if destination.exists() and not _is_pack(destination):
        raise NotOursError(str(destination))
    unfinished = destination.with_name(f".{destination.name}.{os.getpid()}.part")
    try:
        with unfinished.open("xb") as stream, zipfile.ZipFile(stream, "w") as pack:
            manifest = _write_all(pack, files, about)
        unfinished.replace(destination)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return manifest


def _write_all(pack: zipfile.ZipFile, files: Mapping[str, Content], about: About) -> str:
    """Write every file in the order of their paths, then what is computed of them; return the sum of the sums."""
    sums = {path: _write(pack, path, files[path], about.as_of) for path in sorted(files)}
    text = description(about, sums)
    sums[DESCRIPTION] = _write(pack, DESCRIPTION, lambda: text, about.as_of)
    listed = sums_text(sums)
    return _write(pack, SUMS, lambda: listed, about.as_of).sha256


def _write(pack: zipfile.ZipFile, path: str, content: Content, day: date) -> Sum:
    checksum, size = hashlib.sha256(), 0
    with pack.open(_entry(path, day), "w", force_zip64=False) as stream:
        for piece in _pieces(content):
            checksum.update(piece)
            size += len(piece)
            stream.write(piece)
    return Sum(checksum.hexdigest(), size)


def _entry(path: str, day: date) -> zipfile.ZipInfo:
    """Return a file's entry with nothing in it of this machine or moment: its time is the start of the day as at."""
    year = min(max(day.year, _FIRST_YEAR), _LAST_YEAR)
    entry = zipfile.ZipInfo(path, (year, day.month, day.day, 0, 0, 0))
    entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
    is_pressed = Path(path).suffix.lower() in _PRESSED
    entry.compress_type = zipfile.ZIP_STORED if is_pressed else zipfile.ZIP_DEFLATED
    return entry


def _pieces(content: Content) -> Iterator[bytes]:
    if isinstance(content, Path):
        with content.open("rb") as stream:
            while piece := stream.read(_PIECE):
                yield piece
    else:
        yield content()


def _is_pack(file: Path) -> bool:
    """Whether a file is a pack of ours, of whatever project, intact or not."""
    try:
        with zipfile.ZipFile(file) as pack, pack.open(DESCRIPTION) as stream:
            return SUMS in pack.namelist() and is_description(stream.read(_MOST_DESCRIPTION))
    except (OSError, KeyError, ValueError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return False
