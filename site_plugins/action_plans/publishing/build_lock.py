"""Only one build at a time may publish to a folder."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from action_plans.publishing.publishing_error import PublishingError

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class BuildLock:
    """A lock that the operating system holds for this process, and lets go of when the process ends, however it ends.

    A build that was killed therefore leaves no stale lock: at most an empty file, which is taken again.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock at `path`.

        Raises:
            PublishingError: another build holds it, or the file may not be written.
        """
        self._path = path
        self._file = self._open_locked()

    def release(self) -> None:
        """Let the next build in."""
        if sys.platform != "win32":
            with suppress(OSError):  # while still locked, so that no one else's file is deleted
                self._path.unlink()
        self._file.close()
        if sys.platform == "win32":
            with suppress(OSError):  # another build has opened it meanwhile, and will delete it
                self._path.unlink()

    def _open_locked(self) -> IO[bytes]:
        while True:
            file = self._open()
            try:
                _take(file)
            except OSError as error:
                file.close()
                raise PublishingError(
                    f"Another build is writing the site beside {self._path}. Wait until it has ended, and build again.",
                    self._path.parent,
                ) from error
            if self._is_still_there(file):
                return file
            file.close()  # it was deleted, by the build that ended just now, between opening and locking

    def _open(self) -> IO[bytes]:
        """Open or make the file; what else lies in its place, such as a link, is neither followed nor waited for."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        try:
            handle = os.open(self._path, flags, 0o666)
        except OSError as error:
            raise PublishingError(
                f"Nothing can be written beside the site: {error}. Name a folder that may be written to, and delete "
                f"{self._path.name} where it is something else than an ordinary file.",
                self._path.parent,
            ) from error
        file = os.fdopen(handle, "r+b", buffering=0)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            file.close()
            raise PublishingError(
                f"{self._path} is no ordinary file, and no build can hold it. Delete it, and build again.",
                self._path.parent,
            )
        return file

    def _is_still_there(self, file: IO[bytes]) -> bool:
        try:
            return os.path.samestat(os.fstat(file.fileno()), self._path.stat())
        except FileNotFoundError:
            return False
