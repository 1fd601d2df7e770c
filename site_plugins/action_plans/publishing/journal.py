"""The journal: a small file that says which swaps have begun, so that a later command can finish them.

It lies where anybody who may write to the project may put one, a forged one included. So it is believed only for the
folders that the project's own options name, and is never reached through a link.
"""

import json
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from action_plans.publishing.destination import Destination
from action_plans.publishing.publishing_error import PublishingError

_SCHEMA = "action-plans/swap/1"
_LONGEST = 65_536
"""Characters; a journal of two sites has about 200."""


@dataclass(frozen=True, slots=True)
class Swap:
    """One site to be replaced.

    Attributes:
        destination: where it is published.
        had_site: whether a site was there before.
    """

    destination: Destination
    had_site: bool


def write_journal(journal: Path, swaps: Sequence[Swap]) -> None:
    """Write `swaps` down so that the file is there whole or not at all, also after the power has gone.

    Folders are written relative to the journal, so that a project that is moved keeps its journal.
    """
    text = json.dumps(
        {
            "schema": _SCHEMA,
            "swaps": [
                {"folder": _relative(swap.destination.folder, journal.parent), "had_site": swap.had_site}
                for swap in swaps
            ],
        },
        indent=1,
    )
    part = _part(journal)
    if os.path.lexists(part):
        part.unlink()
    with part.open("x", encoding="utf-8", newline="\n") as file:  # a new file: never through a link in its place
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    part.replace(journal)
    _sync_folder(journal.parent)


def is_journal(journal: Path) -> bool:
    """Tell whether an ordinary file lies in the journal's place."""
    try:
        return stat.S_ISREG(journal.lstat().st_mode)
    except OSError:
        return False


def read_journal(journal: Path, destinations: Sequence[Destination]) -> tuple[Swap, ...]:
    """Return the swaps that have begun at `destinations`; none where there is no journal.

    What it says of any other folder is passed over, and what is no ordinary file is no journal.

    Raises:
        PublishingError: the file is not a journal of ours.
    """
    try:
        text = _text_of(journal)
        begun = _swaps_in(json.loads(text), journal.parent) if text is not None else ()
        return tuple(swap for swap in begun if swap.destination in destinations)
    except (ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError) as error:
        raise PublishingError(
            f"{journal} should say which sites were being replaced, and cannot be read. "
            "Look whether both sites are whole, delete the file, and build again.",
            journal,
        ) from error


def remove_journal(journal: Path) -> None:
    """Forget the swaps: they are finished or undone. A journal that was only half written goes too.

    Raises:
        PublishingError: it may not be deleted.
    """
    try:
        for file in (journal, _part(journal)):
            if os.path.lexists(file):
                file.unlink()
        _sync_folder(journal.parent)
    except OSError as error:
        raise PublishingError(f"{journal} is done with and cannot be deleted: {error}. Delete it.", journal) from error


def _text_of(journal: Path) -> str | None:
    """Return what an ordinary file holds; nothing where there is none, or a link, a folder or a device in its place."""
    try:
        handle = os.open(journal, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        if is_journal(journal):
            raise
        return None
    with open(handle, encoding="utf-8") as file:  # noqa: PTH123 -- a handle has no path
        return file.read(_LONGEST) if stat.S_ISREG(os.fstat(handle).st_mode) else None


def _swaps_in(held: dict[str, Any], start: Path) -> tuple[Swap, ...]:
    if held["schema"] != _SCHEMA:
        raise ValueError(held["schema"])
    return tuple(
        Swap(Destination((start / swap["folder"]).resolve()), had_site=bool(swap["had_site"])) for swap in held["swaps"]
    )


def _part(journal: Path) -> Path:
    return journal.with_name(f"{journal.name}.part")


def _relative(folder: Path, start: Path) -> str:
    try:
        return Path(os.path.relpath(folder, start)).as_posix()
    except ValueError:  # on another drive of a Windows machine
        return folder.as_posix()


def _sync_folder(folder: Path) -> None:
    """Make a rename in `folder` last. Windows cannot open a folder, and keeps the order of renames by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
