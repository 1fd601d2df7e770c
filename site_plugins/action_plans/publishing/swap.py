"""Replacing whole sites: all of them or none, whatever happens on the way.

The order of steps is what makes it safe to be killed between any two of them:

1. every new site is whole in its sibling `.NAME.new`;
2. the journal is written: from here on the new sites will be published, by this command or the next;
3. for each site, the old one is renamed to `.NAME.old`, then the new one to `NAME`;
4. the journal is removed: from here on all is done but clearing up;
5. the old sites are deleted.

A power cut may, besides, lose pages that were written just before: then build again.
"""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from action_plans.publishing.destination import Destination
from action_plans.publishing.journal import Swap, read_journal, remove_journal, write_journal
from action_plans.publishing.publishing_error import PublishingError
from action_plans.publishing.same_files import keep_times


def replace_sites(destinations: Sequence[Destination], journal: Path) -> None:
    """Put the staged site of each destination in its place.

    Raises:
        PublishingError: a staged site is missing or a rename was refused; every old site is back in its place.
    """
    for destination in destinations:
        if not _is_folder(destination.staged):
            raise PublishingError(
                f"The new site for {destination.folder} was not written, so nothing was published.", destination.folder
            )
        delete(destination.replaced)
        keep_times(destination.folder, destination.staged)
    swaps = tuple(Swap(destination, had_site=destination.folder.is_dir()) for destination in destinations)
    try:
        write_journal(journal, swaps)
        _finish_all(swaps)
    except OSError as error:
        _undo_now(swaps, journal)
        raise PublishingError(
            f"The sites could not be replaced: {error}. The old ones are still in place. {_WHAT_TO_DO}",
            destinations[0].folder,
        ) from error
    _clear_up(swaps, journal)


def finish_or_undo(journal: Path, destinations: Sequence[Destination]) -> tuple[Path, ...]:
    """Finish the swaps that a killed command began at `destinations`, or undo all of them where a new site is gone.

    Returns:
        The folders that were seen to; none where no command was killed while it replaced them.

    Raises:
        PublishingError: the journal cannot be read, or a rename was refused; the journal stays for the next try.
    """
    swaps = read_journal(journal, destinations)
    if not swaps:
        return ()
    if all(_can_be_finished(swap) for swap in swaps):
        try:
            _finish_all(swaps)
        except OSError as error:
            raise _not_yet(error, journal) from error
        _clear_up(swaps, journal)
    else:
        _undo_now(swaps, journal)
    return tuple(swap.destination.folder for swap in swaps)


def delete(folder: Path) -> None:
    """Delete a folder with all it holds, or the file or link of that name; nothing where there is none.

    Raises:
        PublishingError: it may not be deleted.
    """
    try:
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise PublishingError(
            f"{folder} is left over from an earlier build and cannot be deleted: {error}. Delete it, and build again.",
            folder,
        ) from error


_WHAT_TO_DO = "Close what holds files in them open, see that the disk may be written to, and build again."


def _not_yet(error: Exception, journal: Path) -> PublishingError:
    return PublishingError(
        f"A build was stopped while it replaced the sites, and this cannot be put right yet: {error}. {_WHAT_TO_DO}",
        journal,
    )


def _can_be_finished(swap: Swap) -> bool:
    """Tell whether the new site is still to be had, or already stands in its place."""
    return _is_folder(swap.destination.staged) or _is_done(swap)


def _is_done(swap: Swap) -> bool:
    destination = swap.destination
    moved_away = _is_folder(destination.replaced) or not swap.had_site
    return moved_away and not _is_there(destination.staged) and destination.folder.is_dir()


def _is_folder(path: Path) -> bool:
    """Tell whether a folder of ours lies there: a link in its place was not made by us, and is never put online."""
    return path.is_dir() and not path.is_symlink()


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _finish_all(swaps: Sequence[Swap]) -> None:
    """Do what is left of each swap; nothing where it is done."""
    for swap in swaps:
        if _is_done(swap):
            continue
        destination = swap.destination
        if destination.folder.is_dir():
            delete(destination.replaced)  # both are there only where another program wrote to the folder meanwhile
            destination.folder.rename(destination.replaced)
        destination.staged.rename(destination.folder)


def _undo_now(swaps: Sequence[Swap], journal: Path) -> None:
    """Put every old site back, the last one first, and forget the swaps."""
    try:
        for swap in reversed(swaps):
            _undo(swap)
        remove_journal(journal)
    except (OSError, PublishingError) as error:
        raise _not_yet(error, journal) from error


def _undo(swap: Swap) -> None:
    destination = swap.destination
    if swap.had_site and not _is_folder(destination.replaced):
        return
    if destination.folder.is_dir():
        delete(destination.staged)
        destination.folder.rename(destination.staged)
    if swap.had_site:
        destination.replaced.rename(destination.folder)


def _clear_up(swaps: Sequence[Swap], journal: Path) -> None:
    """Forget the swaps, then delete the old sites; what cannot be deleted now, the next build deletes."""
    remove_journal(journal)
    for swap in swaps:
        with suppress(PublishingError):
            delete(swap.destination.replaced)
