"""A build that is published whole or not at all: begin, write to the staged folders, publish or abandon."""

import shutil
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from action_plans.publishing.build_lock import BuildLock
from action_plans.publishing.destination import Destination, Kept, destination_at, destinations_at
from action_plans.publishing.journal import is_journal, read_journal, remove_journal
from action_plans.publishing.publishing_error import PublishingError
from action_plans.publishing.swap import delete, finish_or_undo, replace_sites


class Publication:
    """Sites that are being built, each in a hidden folder beside the one that it will replace.

    Until `publish` is called, readers see the old sites.

    Attributes:
        staged: the folders to write to, empty at first, in the order in which the destinations were given.
    """

    def __init__(self, folders: Sequence[Path], kept: Sequence[Kept] = ()) -> None:
        """Begin: see that `folders` may be replaced, settle what a killed build left, and make the staged folders.

        Args:
            folders: where the sites are published, the staff edition first: the journal lies beside it.
            kept: folders that must never be replaced.

        Raises:
            PublishingError: a folder may not be replaced, or another build is writing to it.
        """
        self._destinations = destinations_at(folders, kept)
        self._journal = self._destinations[0].journal
        with ExitStack() as locks:
            for destination in sorted(self._destinations, key=lambda each: each.folder):
                _make_folder(destination.folder.parent)
                locks.callback(BuildLock(destination.lock).release)
            finish_or_undo(self._journal, self._destinations)
            self._clear()
            for destination in self._destinations:
                _make_staged(destination)
            self._locks = locks.pop_all()
        self._begun = True
        self.staged = tuple(destination.staged for destination in self._destinations)

    def publish(self) -> None:
        """Put the staged sites in the place of the old ones: all of them, or none.

        Raises:
            PublishingError: it could not be done; the old sites are still there, and `abandon` is left to do.
        """
        replace_sites(self._destinations, self._journal)
        self._end()

    def abandon(self) -> None:
        """Delete what was staged; the old sites stay. Once published, or abandoned before, nothing happens."""
        if not self._begun:
            return
        with suppress(PublishingError):  # what cannot be deleted or read now, the next command sees to
            if not read_journal(self._journal, self._destinations):  # else the next command needs what is staged
                self._clear()
        self._end()

    def _end(self) -> None:
        self._begun = False
        self._locks.close()

    def _clear(self) -> None:
        """Delete what this build or a killed one left beside the destinations."""
        remove_journal(self._journal)
        for destination in self._destinations:
            delete(destination.staged)
            delete(destination.replaced)


def settle(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Finish, or undo, what a build was doing when it was killed; whatever else begins does this first.

    Args:
        folders: where the sites are published, as the project's options say, the staff edition first. Nothing else is
            touched, whatever a journal says.

    Returns:
        The folders that were seen to. None where all is well, or where a build is running that will see to it.

    Raises:
        PublishingError: it cannot be settled yet.
    """
    destinations = tuple(destination_at(folder) for folder in folders)
    journal = destinations[0].journal
    if not is_journal(journal):
        return ()
    with ExitStack() as locks:
        try:
            for destination in sorted(destinations, key=lambda each: each.folder):
                if destination.folder.parent.is_dir():
                    locks.callback(BuildLock(destination.lock).release)
        except PublishingError:
            return ()
        return finish_or_undo(journal, destinations)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublishingError(
            f"{folder} cannot be made: {error}. Name a folder that may be written to.", folder
        ) from error


def _make_staged(destination: Destination) -> None:
    """Make the staged folder, with the permissions of the site that it will replace."""
    _make_folder(destination.staged)
    with suppress(OSError):  # where permissions cannot be copied, the new folder has those of any other
        shutil.copymode(destination.folder, destination.staged)
