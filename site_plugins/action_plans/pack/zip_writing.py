"""The zip of a pack: the same bytes whenever it is made of the same files, and there whole or not at all."""

import hashlib
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from action_plans.exchange.zip_writer import ZipWriter
from action_plans.model.errors import ActionPlansError
from action_plans.pack.contents import Content, Contents
from action_plans.pack.manifest import DESCRIPTION, SUMS, About, Sum, description, is_description, sums_text

_PIECE = 1 << 20
_MOST_DESCRIPTION = 50_000_000


class NotOursError(ActionPlansError):
    """A file is in the way that is no inspection pack; it stays as it is."""


def write_pack(destination: Path, contents: Contents, about: About) -> str:
    """Write the pack and return the SHA-256 of its file of sums, in hexadecimal.

    An older pack at `destination` is replaced at the last moment. Cost: linear in what the files hold; one file is held
    in memory at a time.

    Raises:
        NotOursError: there is a file at `destination` that is no pack.
        TooLargeForZipError: there are more or longer files than a pack can hold. Nothing was changed.
        OSError: the pack cannot be written, or a file to copy cannot be read. Nothing was changed.
    """
    if destination.exists() and not _is_pack(destination):
        raise NotOursError(str(destination))
    unfinished = destination.with_name(f".{destination.name}.{os.getpid()}.part")
    try:
        with unfinished.open("x+b") as stream:
            number = _Pack(stream, about).write(contents)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(destination)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return number


@dataclass
class _Pack:
    """A pack that is being written, with the sums of what is in it already."""

    stream: BinaryIO
    about: About
    sums: dict[str, Sum] = field(default_factory=dict)

    def write(self, contents: Contents) -> str:
        """Write every file in the order of their paths, then what is computed of them; return the sum of the sums."""
        writer = ZipWriter(self.stream, self.about.as_of)
        for path in sorted(contents.files):
            self._add(writer, path, contents.files[path])
        described = description(self.about, self.sums, contents.moved)
        self._add(writer, DESCRIPTION, lambda: described)
        listed = sums_text(self.sums)
        self._add(writer, SUMS, lambda: listed)
        writer.close()
        return self.sums[SUMS].sha256

    def _add(self, writer: ZipWriter, path: str, content: Content) -> None:
        checksum = hashlib.sha256()

        def pieces() -> Iterator[bytes]:
            for piece in _pieces(content):
                checksum.update(piece)
                yield piece

        entry = writer.add(path, pieces())
        self.sums[path] = Sum(checksum.hexdigest(), entry.size)


def _pieces(content: Content) -> Iterator[bytes]:
    if isinstance(content, Path):
        with content.open("rb") as stream:
            while piece := stream.read(_PIECE):
                yield piece
    else:
        yield content()


def _is_pack(file: Path) -> bool:
    """Whether a file is a pack of ours, of whatever project, intact or not."""
    if not file.is_file():
        return False  # reading from a pipe would wait for ever
    try:
        with zipfile.ZipFile(file) as pack, pack.open(DESCRIPTION) as stream:
            return SUMS in pack.namelist() and is_description(stream.read(_MOST_DESCRIPTION))
    except (OSError, KeyError, ValueError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        return False
