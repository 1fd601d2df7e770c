"""When a thing was first recorded and last changed."""

from dataclasses import dataclass

from action_plans.history.history import Change


@dataclass(frozen=True, slots=True)
class ItemHistory:
    """When an item was first recorded and last changed; nothing where that is not known.

    `uncommitted` says that it says something today that is in no version; `is_older` that it was there before the first
    version that is read, so that nobody tells when it was recorded; `was_unread` that a version which
    may have held it before could not be read, with the same effect.
    """

    first: Change | None = None
    last: Change | None = None
    uncommitted: bool = False
    is_older: bool = False
    was_unread: bool = False


UNKNOWN = ItemHistory()
