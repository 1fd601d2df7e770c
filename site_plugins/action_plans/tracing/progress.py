"""How a plan went on, month by month, from the dates that people wrote: needs no git, and no earlier version."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from action_plans.model.action import Action
from action_plans.tracing.people import People
from action_plans.tracing.results import counts, results
from action_plans.tracing.rules import assurance, fails_after_closing
from action_plans.tracing.states import Assurance, Condition
from action_plans.tracing.traced import TracedAction

_LONGEST = timedelta(days=5 * 365)
"""How far back a plan is followed: a date far off, which is said elsewhere, must not make a page of a hundred years."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the actions of a plan stood at the end of a day.

    `actions` are all that the plan has today, since nobody writes down when one was added, without those stopped by
    then. `closed` counts whatever the proof; `slipped` of them did not hold then, and `unproven` had nothing to show.
    `verified` counts the embedded ones too. `late` are those of the open whose date, as it stood then, had passed.
    `moved` is how often a date was put off since the standing before, `moved_days` by how many days together.
    """

    day: date
    actions: int
    closed: int
    slipped: int
    unproven: int
    verified: int
    embedded: int
    late: int
    moved: int
    moved_days: int

    @property
    def open(self) -> int:
        """How many were neither closed nor stopped."""
        return self.actions - self.closed


def progress_of(actions: Sequence[TracedAction], people: People, today: date) -> tuple[Standing, ...]:
    """Return how the actions of one plan stood at the end of each month since the first date there is, and today.

    Nothing where no action has a date before today. The last is that of today and agrees with the counts of the trace.
    What is closed without a day is closed today only. Cost: months times actions with their evidence.
    """
    begun = [day for action in actions for day in _days(action.record) if day < today]
    if not begun:
        return ()
    moves = [move for action in actions for move in _moves(action.record)]
    found: list[Standing] = []
    before = date.min
    for day in _month_ends(max(min(begun), today - _LONGEST), today):
        moved = [days for when, days in moves if before < when <= day]
        standing = standing_on(actions, people, day, today)
        found.append(replace(standing, moved=len(moved), moved_days=sum(moved)))
        before = day
    return tuple(found)


def standing_on(actions: Sequence[TracedAction], people: People, day: date, today: date) -> Standing:
    """Return how the actions of one plan stood at the end of a day, today or before; without the dates put off."""
    states = [(action, _state_on(action, people, day, today)) for action in actions]
    live = [state for _, state in states if state is not Condition.STOPPED]
    return Standing(
        day=day,
        actions=len(live),
        closed=sum(state is not None for state in live),
        slipped=live.count(Condition.SLIPPED),
        unproven=live.count(Assurance.NONE),
        verified=live.count(Assurance.VERIFIED) + live.count(Assurance.EMBEDDED),
        embedded=live.count(Assurance.EMBEDDED),
        late=sum(state is None and _due_on(action.record, day) < day for action, state in states),
        moved=0,
        moved_days=0,
    )


def _state_on(action: TracedAction, people: People, day: date, today: date) -> Assurance | Condition | None:
    """Return how an action stood at the end of a day: stopped, slipped, how well proven where closed; else None."""
    if day == today:
        if action.is_open:
            return None
        return action.assurance if action.condition is Condition.CLOSED else action.condition
    record = action.record
    if record.stopped is not None and record.stopped.date.last <= day:
        return Condition.STOPPED
    if not _was_closed(record, day):
        return None
    counting = tuple(proof for proof in action.proofs if counts(proof.record, record, day))
    found = results(record, counting, people, day)
    if fails_after_closing(record, found[0] if found else None):
        return Condition.SLIPPED
    checked = any(result.check is not None for result in found)
    return assurance(record, found, anything_counts=bool(counting) or checked)


def _was_closed(record: Action, day: date) -> bool:
    closed = record.closed_on
    if closed is None or closed.last > day:
        return False
    return not any(closed.first <= again.date.last <= day for again in record.reopened)


def _due_on(record: Action, day: date) -> date:
    """Return by when an action was due, as it stood at the end of a day."""
    come = [moved for moved in record.revised if moved.date.last <= day]
    return max(reversed(come), key=lambda moved: moved.date.last).due.last if come else record.due.last


def _moves(record: Action) -> Iterable[tuple[date, int]]:
    """Yield when a date was put off, and by how many days: those that were brought forward are none."""
    due = record.due
    for moved in sorted(record.revised, key=lambda one: one.date.last):
        if moved.due.last > due.last:
            yield moved.date.last, (moved.due.last - due.last).days
        due = moved.due


def _days(record: Action) -> Iterable[date]:
    """Yield the days on which something of an action happened."""
    if record.started is not None:
        yield record.started.first
    if record.closed_on is not None:
        yield record.closed_on.first
    yield from (update.date.first for update in record.updates)
    yield from (moved.date.first for moved in record.revised)
    yield from (check.date.first for check in record.checks)


def _month_ends(first: date, today: date) -> Iterable[date]:
    """Yield the last day of each month that has ended, from that of `first` on, then today."""
    month = first.replace(day=1)
    while True:
        following = (month + timedelta(days=31)).replace(day=1)
        end = following - timedelta(days=1)
        if end >= today:
            break
        yield end
        month = following
    yield today
