"""The journal: a small file that says which swaps have begun, so that a later command can finish them."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from action_plans.publishing.destination import Destination
from action_plans.publishing.publishing_error import PublishingError

_SCHEMA = "action-plans/swap/1"


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
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    part.replace(journal)
    _sync_folder(journal.parent)


def read_journal(journal: Path) -> tuple[Swap, ...]:
    """Return the swaps that have begun; none where there is no journal.

    Raises:
        PublishingError: the file is not a journal of ours.
    """
    try:
        return _swaps_in(json.loads(journal.read_text(encoding="utf-8")), journal.parent)
    except FileNotFoundError:
        return ()
    except (ValueError, KeyError, TypeError, OSError) as error:
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
        journal.unlink(missing_ok=True)
        _part(journal).unlink(missing_ok=True)
        _sync_folder(journal.parent)
    except OSError as error:
        raise PublishingError(f"{journal} is done with and cannot be deleted: {error}. Delete it.", journal) from error


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
