"""Files that are as they were keep their time: what copies a site by its times then copies what changed alone."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def keep_times(old: Path, new: Path) -> None:
    """Give each file of a new site that holds what the old one holds at its path the time of the old one.

    A file with a second name is the old one itself. What cannot be read keeps the time at which it was written. No link
    is followed. Cost: both are read once, as far as they have files of the same length at the same path.
    """
    if not old.is_dir():
        return
    with suppress(OSError):
        for name, now in _files(str(new)):
            if now.st_nlink == 1:
                with suppress(OSError):
                    _keep_time(f"{old}/{name}", f"{new}/{name}", now)


def _keep_time(old: str, new: str, now: os.stat_result) -> None:
    before = os.lstat(old)
    is_alike = (before.st_size, before.st_mode) == (now.st_size, now.st_mode)
    if is_alike and Path(old).read_bytes() == Path(new).read_bytes():
        os.utime(new, ns=(before.st_atime_ns, before.st_mtime_ns))


def _files(folder: str, inside: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Yield the path of every file below a folder, with what is known of it."""
    with os.scandir(f"{folder}/{inside}") as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(folder, f"{inside}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield f"{inside}{entry.name}", os.lstat(entry.path)
