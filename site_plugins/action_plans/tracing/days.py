"""Days and months against today: what has passed, what has not come, which of several is the newest."""

from collections.abc import Iterable
from datetime import date

from action_plans.model.when import When


def has_passed(due: When | None, today: date) -> bool:
    """Whether a deadline is over: its day, or the last day of its month, lies before today."""
    return due is not None and due.last < today


def is_future(when: When, today: date) -> bool:
    """Whether a day or month has not begun."""
    return when.first > today


def has_come(when: When | None, today: date) -> bool:
    """Whether a day is given and has come, or its month has begun."""
    return when is not None and when.first <= today


def last_day(when: When, today: date) -> date:
    """Return the day that counts of something that has happened: a month's last one, but never a day after today."""
    return min(when.last, today)


def newest(days: Iterable[When | None]) -> When | None:
    """Return the newest of some days: a month by its last one; nothing where there is none."""
    return max((day for day in days if day is not None), key=lambda when: when.last, default=None)
