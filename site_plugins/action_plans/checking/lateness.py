"""How late something is, in words, and where its date is written."""

from datetime import date

from action_plans.model.action import Action
from action_plans.model.origin import Origin
from action_plans.model.when import When


def has_passed(due: When | None, today: date) -> bool:
    """Whether a deadline is over: its day, or the last day of its month, lies before today."""
    return due is not None and due.last < today


def days_late(due: When, today: date) -> str:
    """Return how long a deadline is past: `12 days late`."""
    return f"{_days((today - due.last).days)} late"


def days_left(due: When, today: date) -> str:
    """Return how near a deadline is: `in 3 days`, `today`."""
    left = (due.last - today).days
    return f"in {_days(left)}" if left else "today"


def due_origin(action: Action) -> Origin:
    """Return where the due date that counts is written."""
    if not action.revised:
        return action.at("due")
    return max(enumerate(action.revised), key=lambda pair: (pair[1].date.last, pair[0]))[1].at("due")


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
