"""When what families are told changed: by the days that the plan has written down, and months that are over.

Never by git, whose days are those of typing, and never by the day on which the pages are made.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from action_plans.family.telling.author_texts import Entry
from action_plans.family.telling.told_states import has_no_month
from action_plans.tracing.days import has_come, last_day
from action_plans.tracing.traced import TracedAction


def changes(action: TracedAction, today: date) -> Iterator[date]:
    """Yield the days until today on which what families are told of an action changed, or may have."""
    record = action.record
    updates = [update.date for update in record.updates]
    moved = record.newest_revision
    days = [
        record.started,
        min(updates, key=lambda when: when.first, default=None),
        record.closed_on,
        *(check.date for check in record.checks),
        *(again.date for again in record.reopened),
        moved.date if moved is not None else None,
        record.stopped.date if record.stopped is not None else None,
    ]
    yield from (last_day(when, today) for when in days if when is not None and has_come(when, today))
    yield from (result.day for result in action.results)
    if action.is_open and has_no_month(action, today):
        yield (action.due.last.replace(day=1) + _OVER).replace(day=1)


def topic_changed(entry: Entry, today: date) -> date | None:
    """Return when what a topic says last changed: its words, with their approval, or how an action stands."""
    days = [day for action in entry.actions for day in changes(action, today)]
    approved = approved_on(entry, today)
    return max([*days, approved] if approved is not None else days, default=None)


def approved_on(entry: Entry, today: date) -> date | None:
    """Return when somebody last read the words and found that they are true; not on a day that has not come."""
    approved = entry.approved
    return last_day(approved.date, today) if approved is not None and has_come(approved.date, today) else None


_OVER = timedelta(days=31)
"""How long after the first of any month the next one has begun."""
