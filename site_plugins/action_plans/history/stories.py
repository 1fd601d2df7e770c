"""What is told of an item and of a file through all versions: when each was recorded, changed, moved and gone."""

from dataclasses import dataclass, field

from action_plans.history.commits import Commit
from action_plans.history.recorded_entries import checks_in, entries_in
from action_plans.history.version_values import Values

CheckKey = tuple[str, ...]
"""What makes a check this check and no other: who checked, when, and what was concluded."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in the order in which commits are read, and the merge that brought it; none for the main line."""

    step: int
    merge: str | None = None


@dataclass(slots=True)
class Log:
    """What a thing was at each moment at which it changed, in order; None where it was not there."""

    said: list[tuple[Moment, object]] = field(default_factory=list)

    def at(self, moment: Moment) -> object:
        """Return what it was at a moment: on the main line, or on the branch that a merge brought."""
        for one, said in reversed(self.said):
            if one.step <= moment.step and one.merge in (None, moment.merge):
                return said
        return None

    def first_after(self, moment: Moment) -> object:
        """Return what it was first after a moment, on the main line."""
        return next((said for one, said in self.said if one.step > moment.step and one.merge is None), None)


@dataclass(slots=True)
class Story:
    """An item through all versions.

    `first` and `last` are the commits that recorded and last changed it; none where that is older than what is read, or
    where `was_unread`: the version before it came could not be read whole, and may have held it. `written` tells which
    commit first held an entry of it, by field and day, and likewise None where that is not known; `checks` when each
    check was first held.
    """

    first: Commit | None = None
    last: Commit | None = None
    was_unread: bool = False
    log: Log = field(default_factory=Log)
    written: dict[tuple[str, str], Commit | None] = field(default_factory=dict)
    checks: dict[CheckKey, Moment] = field(default_factory=dict)

    def note(self, values: Values, commit: Commit | None, moment: Moment) -> None:
        """Remember which entries and checks a version holds; `commit` is None where one before may have held them."""
        for entry in entries_in(values):
            self.written.setdefault(entry, commit)
        for check in checks_in(values):
            self.checks.setdefault(check, moment)


@dataclass(frozen=True, slots=True)
class FileVersion:
    """A file as a commit of the main line left it: where it lay, and the blob that it held; None where it was gone."""

    commit: Commit
    path: str
    blob: str | None


@dataclass(slots=True)
class FileStory:
    """A file through all versions. `is_older` is whether it was there before the first version that is read."""

    first: Commit | None = None
    last: Commit | None = None
    versions: list[FileVersion] = field(default_factory=list)
    before: str | None = None
    is_older: bool = False
