"""Opening what somebody hands over as a pack: a zip or a folder, whole or broken, ours or not; never anything else."""

import os
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from action_plans.pack.container import NotAsWrittenError, read_container
from action_plans.pack.held_files import CannotReadError, HeldFiles
from action_plans.pack.opened_folder import WITHOUT_WAITING, OpenedFolder
from action_plans.pack.opened_zip import BoundedFile, OtherZip, WrittenZip


@contextmanager
def opened(pack: Path) -> Iterator[HeldFiles]:
    """Open a zip, or a folder to which one was taken out.

    Raises:
        CannotReadError: it is neither, it is broken, or it holds more than a pack can.
    """
    try:
        kind = pack.stat().st_mode
        if stat.S_ISDIR(kind):
            yield OpenedFolder(pack)
            return
        if not stat.S_ISREG(kind):
            raise CannotReadError("It is neither a file nor a folder: name the zip, or the folder it was taken out to.")
        with BoundedFile(FileIO(os.open(pack, os.O_RDONLY | WITHOUT_WAITING))) as stream:
            yield _zip(stream)
    except OSError as error:
        raise CannotReadError(f"It cannot be read: {error.strerror or error}.") from None


def _zip(stream: BoundedFile) -> HeldFiles:
    """Return a zip: as packing writes it, else read in the way that most programs read one."""
    try:
        return WrittenZip(stream, read_container(stream))
    except NotAsWrittenError as error:
        container = str(error)
    try:
        return OtherZip(zipfile.ZipFile(stream), stream.seek(0, os.SEEK_END), container)
    except zipfile.BadZipFile:
        raise CannotReadError(
            f"{container} This is no zip, or it was cut short or damaged on its way. Ask for it again."
        ) from None
    except (ValueError, NotImplementedError):
        raise CannotReadError(f"{container} This zip was made in a way that no inspection pack is.") from None
