"""A pack that somebody hands over, read with care: a zip or a folder, whole or broken, ours or not."""

import os
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path, PurePosixPath
from typing import Protocol

from action_plans.model.errors import ActionPlansError

MOST_FILES = 100_000
"""How many files a pack may hold: more than any plan makes."""

MOST_BYTES = 4_000_000_000
"""How many bytes all its files together may have, unpacked."""

_MOST_DIRECTORY = 16_000_000
"""How long the list of a zip's files may be. It is read at once, so a longer one could fill the memory."""

_PIECE = 1 << 20
_LEFT_BY_COMPUTERS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


class CannotReadError(ActionPlansError):
    """A pack, or a file of it, cannot be read; the text says why, in words for a person."""


class TooMuchError(CannotReadError):
    """A pack holds more than any pack does, so that it is given up."""


class OpenedPack(Protocol):
    """What is in a pack. `faults` are sentences about what no pack of ours has."""

    faults: list[str]

    def paths(self) -> tuple[str, ...]:
        """Return the path of every file that can be looked at, in order."""

    def pieces(self, path: str) -> Iterator[bytes]:
        """Yield what a file holds, piece by piece. Raises CannotReadError."""


@contextmanager
def opened(pack: Path) -> Iterator[OpenedPack]:
    """Open a zip, or a folder to which one was unpacked.

    Raises:
        CannotReadError: it is neither, it is broken, or it holds more than a pack can.
    """
    if pack.is_dir():
        yield _Folder(pack)
        return
    try:
        with _Bounded(pack.open("rb", buffering=0)) as stream, zipfile.ZipFile(stream) as held:
            yield _Zip(held)
    except zipfile.BadZipFile:
        raise CannotReadError("This is no zip, or it was cut short or damaged on its way. Ask for it again.") from None
    except OSError as error:
        raise CannotReadError(f"It cannot be read: {error.strerror or error}.") from None
    except (ValueError, NotImplementedError, UnicodeDecodeError):
        raise CannotReadError("This zip was made in a way that no inspection pack is.") from None


class _Bounded(BufferedReader):
    """A file of which no one reads very much at once."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _MOST_DIRECTORY:
            raise TooMuchError("The list of its files is longer than that of any inspection pack.")
        return super().read(size)


@dataclass
class _Zip:
    """A zip. What a browser or an unpacking program could take for something else is a fault, and is not looked at."""

    held: zipfile.ZipFile
    faults: list[str] = field(default_factory=list)
    _entries: dict[str, zipfile.ZipInfo] = field(default_factory=dict)
    _left: int = field(default_factory=lambda: MOST_BYTES)

    def __post_init__(self) -> None:
        entries = [entry for entry in self.held.infolist() if not (entry.is_dir() and entry.file_size == 0)]
        if len(entries) > MOST_FILES:
            raise TooMuchError(f"It holds {len(entries):,} files, which is more than any inspection pack has.")
        names = Counter(entry.filename.casefold() for entry in entries)
        for entry in entries:
            fault = _fault(entry, names[entry.filename.casefold()])
            if fault is None:
                self._entries[entry.filename] = entry
            else:
                self.faults.append(f"{_shown(entry.orig_filename)} {fault}")

    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self._entries))

    def pieces(self, path: str) -> Iterator[bytes]:
        try:
            with self.held.open(self._entries[path]) as stream:
                while piece := stream.read(_PIECE):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise TooMuchError("It would unpack to more than any inspection pack holds.")
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError):
            raise CannotReadError(f"{path} is damaged.") from None
        except OSError as error:
            raise CannotReadError(f"{path} cannot be read: {error.strerror or error}.") from None


def _fault(entry: zipfile.ZipInfo, twins: int) -> str | None:
    """Return what an entry has that no entry of ours has, as the end of a sentence."""
    if not _is_safe(entry.orig_filename):
        return "has a path that leads out of the pack, or that not every computer can write."
    if twins > 1:
        return f"is in the zip {twins} times."
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG) or entry.is_dir():
        return "is a link or something else than a file."
    if entry.flag_bits & 0x1:
        return "is encrypted."
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is compressed in a way that no inspection pack uses."
    return None


def _is_safe(path: str) -> bool:
    parts = path.split("/")
    return (
        bool(path)
        and path.isprintable()
        and not any(sign in path for sign in '\\:*?"<>|')
        and all(part not in ("", ".", "..") for part in parts)
    )


def _shown(path: str) -> str:
    """Return a path that can be printed: nothing in it moves the cursor or changes the colour."""
    return path if path.isprintable() else repr(path)


@dataclass
class _Folder:
    """A folder. Links in it are not followed; what Windows and Macs leave in folders that they show is passed over."""

    root: Path
    faults: list[str] = field(default_factory=list)
    _paths: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for folder, names, files in os.walk(self.root):
            links = [name for name in names if (Path(folder) / name).is_symlink()]
            for name in (*links, *files):
                place = Path(folder, name)
                path = PurePosixPath(place.relative_to(self.root)).as_posix()
                if place.is_symlink() or not place.is_file():
                    self.faults.append(f"{_shown(path)} is a link or something else than a file.")
                elif name not in _LEFT_BY_COMPUTERS:
                    self._paths.append(path)
            if len(self._paths) > MOST_FILES:
                raise TooMuchError(f"It holds more than {MOST_FILES:,} files: this is no inspection pack.")
        self.faults.sort()

    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self._paths))

    def pieces(self, path: str) -> Iterator[bytes]:
        try:
            with (self.root / path).open("rb") as stream:
                while piece := stream.read(_PIECE):
                    yield piece
        except OSError as error:
            raise CannotReadError(f"{path} cannot be read: {error.strerror or error}.") from None
