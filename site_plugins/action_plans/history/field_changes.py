"""One change of one thing in a plan, and what may be said of how it was before."""

from dataclasses import dataclass
from typing import Any

from action_plans.history.commits import Commit

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
"""What became of a thing."""

NOT_READ = "not read"
"""Stands for what a field said before the day from which the history is read."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A change in a plan: what a commit of the main line changed.

    Attributes:
        commit: that commit.
        ref: the thing: `OAK/A7`, or the plan, `OAK`. The plan's id is today's.
        kind: `added`, `removed` or `changed`.
        field: the thing's field; None where it was added or removed.
        before: what it said, as it was read: dates in ISO form, lists always lists; None where it said nothing.
        after: what it says then, likewise.
        whence: of what was added, the reference that it had in another plan before; None where it was in none.
        was_unread: of what was added, whether the version before could not be read whole: it may have been there.
    """

    commit: Commit
    ref: str
    kind: str
    field: str | None = None
    before: Any = None
    after: Any = None
    whence: str | None = None
    was_unread: bool = False


def what_stays(before: Any, after: Any) -> Any:  # noqa: ANN401 -- any values of a file
    """Return what may be said of a field from before the first day that is read: what a later version says as well.

    Of a list its lines and of a mapping its values; nothing of what is gone, and of what was put beside it alone.
    """
    stays: Any = NOT_READ
    if isinstance(before, list) and isinstance(after, list):
        stays = [line for line in before if line in after]
    elif isinstance(before, dict) and isinstance(after, dict):
        stays = {key: said for key, said in before.items() if after.get(key) == said}
    return stays if stays != after else NOT_READ
