"""The folders that a site is published to, and what lies hidden beside each while it is replaced."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from action_plans.publishing.publishing_error import PublishingError

_OF_A_SITE = frozenset({"index.html", "404.html"})
"""What tells a site from other folders: a site may have no page at its top, but the theme always makes a 404.html."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A folder that holds a published site.

    All else lies hidden beside it: on the same file system, so that a rename is enough. `folder` is absolute, with
    symbolic links followed: what a link points to is replaced, the link stays.
    """

    folder: Path

    @property
    def staged(self) -> Path:
        """Where the new site is written."""
        return self._beside("new")

    @property
    def replaced(self) -> Path:
        """Where the old site waits until the new one is in its place."""
        return self._beside("old")

    @property
    def journal(self) -> Path:
        """Where a swap that has begun is written down; used beside the first destination only."""
        return self._beside("swap.json")

    @property
    def lock(self) -> Path:
        """The file that a build holds locked while it runs."""
        return self._beside("lock")

    def _beside(self, ending: str) -> Path:
        return self.folder.with_name(f".{self.folder.name}.{ending}")


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder that publishing must never replace.

    Attributes:
        name: what a person calls it, for messages: `plans_dir`, `the project's folder`.
        folder: where it is.
        may_hold_sites: whether a site may lie inside it: yes for the project's folder, no for one that is read.
    """

    name: str
    folder: Path
    may_hold_sites: bool = False


def destinations_at(folders: Sequence[Path], kept: Sequence[Kept] = ()) -> tuple[Destination, ...]:
    """Return the destinations at `folders`, in that order, after making sure that each may be replaced.

    Raises:
        PublishingError: a folder is a file, a mount point or the root; holds, is or lies in one of `kept`; holds a Git
            repository, or files but no site; or two folders are the same or one lies inside the other.
    """
    destinations = tuple(destination_at(folder) for folder in folders)
    try:
        _refuse_overlaps(destinations)
        for destination in destinations:
            _refuse_kept(destination, kept)
            _refuse_what_is_no_site(destination)
    except (OSError, RuntimeError) as error:
        raise PublishingError(
            f"A folder of a site cannot be looked into: {error}. See that it may be read, or name another folder.",
            destinations[0].folder,
        ) from error
    return destinations


def destination_at(folder: Path) -> Destination:
    """Return the destination at a folder, links followed.

    Raises:
        PublishingError: the links go round in a circle, or it is the root of a disk.
    """
    try:
        real = folder.resolve()
    except (OSError, RuntimeError, ValueError) as error:  # before Python 3.13 a circle of links is a RuntimeError
        raise PublishingError(f"{folder} cannot be followed: {error}. Name another folder.", folder) from error
    if real == real.parent:
        raise PublishingError(f"{folder} is the root of a disk. Name a folder for the site.", folder)
    return Destination(real)


def _refuse_overlaps(destinations: Sequence[Destination]) -> None:
    for one, other in combinations(destinations, 2):
        if _same(one.folder, other.folder):
            raise PublishingError(
                f"Both editions would be written to {one.folder}, and internal pages would reach families. "
                "Give `family.site_dir` a folder of its own.",
                one.folder,
            )
        for outer, inner in ((one, other), (other, one)):
            if _holds(outer.folder, inner.folder):
                raise PublishingError(
                    f"{inner.folder} lies inside {outer.folder}: one edition would be published with the other. "
                    "Put `site_dir` and `family.site_dir` beside each other.",
                    inner.folder,
                )


def _refuse_kept(destination: Destination, kept: Sequence[Kept]) -> None:
    folder = destination.folder
    for each in kept:
        keep = each.folder.resolve()
        if _same(folder, keep):
            raise PublishingError(f"{folder} is {each.name}, which is not replaced. Name another folder.", folder)
        if _holds(folder, keep):
            raise PublishingError(
                f"{folder} holds {each.name} ({keep}), which would be deleted. Name another folder.", folder
            )
        if not each.may_hold_sites and _holds(keep, folder):
            raise PublishingError(
                f"{folder} lies inside {each.name}, and the site would be read as part of it. Name another folder.",
                folder,
            )


def _refuse_what_is_no_site(destination: Destination) -> None:
    folder = destination.folder
    if not folder.exists():
        return
    if not folder.is_dir():
        raise PublishingError(f"{folder} is a file, and a site is a folder. Move it, or name another folder.", folder)
    if folder.is_mount():
        raise PublishingError(
            f"{folder} is a mount point, which cannot be replaced in one step. Name a folder inside it.", folder
        )
    held = {entry.name for entry in folder.iterdir()}
    if ".git" in held:
        raise PublishingError(f"{folder} holds a Git repository, which would be lost. Name another folder.", folder)
    if held and held.isdisjoint(_OF_A_SITE):
        raise PublishingError(
            f"{folder} holds files but no index.html, so it does not look like a site that may be replaced. "
            "Empty it, or name another folder.",
            folder,
        )


def _same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one folder, by another spelling too where the file system has no capitals."""
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def _holds(outer: Path, inner: Path) -> bool:
    return any(_same(outer, parent) for parent in inner.parents)
