"""The written rules of the contract, one function each: condition, assurance, verdict."""

from collections.abc import Iterable
from datetime import date, timedelta

from action_plans.model.action import Action, Progress
from action_plans.tracing.people import People
from action_plans.tracing.results import Outcome, Result
from action_plans.tracing.states import Assurance, Condition, Verdict, WhyUnchecked

SOON = timedelta(days=14)
"""How near a due date must be for an action to be due soon."""

LASTING = timedelta(days=28)
"""How long after closing a check must hold for an action to be embedded."""


def condition(  # noqa: PLR0911 -- eleven conditions in the order of the contract, the first that fits
    action: Action, newest: Result | None, waits_for: Iterable[Action], latest_wait: date | None, today: date
) -> Condition:
    """Return the condition of an action, as of today: the first that fits.

    `newest` is the result that decides. `waits_for` are its unfinished direct dependencies, what stands instead
    of a stopped one included; `latest_wait` is the latest effective due date among all unfinished ones, direct
    or through others.
    """
    if action.stopped is not None:
        return Condition.STOPPED
    if action.is_closed:
        return Condition.SLIPPED if fails_after_closing(action, newest) else Condition.CLOSED
    waiting, due = tuple(waits_for), action.effective_due.last
    if due < today:
        return Condition.OVERDUE
    if latest_wait is not None and latest_wait > due:
        return Condition.LATE_FORECAST
    soon = due - today <= SOON
    if any(other.effective_due.last < today for other in waiting) or (soon and waiting):
        return Condition.BLOCKED
    if action.progress is Progress.OFF_TRACK:
        return Condition.OFF_TRACK
    if action.progress is Progress.AT_RISK:
        return Condition.AT_RISK
    if soon:
        return Condition.DUE_SOON
    if action.progress is not None:
        return _BY_PROGRESS[action.progress]
    return Condition.ON_TRACK if action.has_begun(today) else Condition.NOT_STARTED


def assurance(action: Action, found: tuple[Result, ...], *, anything_counts: bool) -> Assurance:
    """Return how well a closed action is proven; `found` has the result that decides first."""
    if not anything_counts:
        return Assurance.NONE
    if not found or found[0].outcome is not Outcome.PASSES or not found[0].independent:
        return Assurance.SUBMITTED
    closed = action.closed_on
    lasting = closed is not None and any(
        result.check is not None
        and result.independent
        and result.outcome is Outcome.PASSES
        and result.day - closed.last >= LASTING
        for result in found
    )
    return Assurance.EMBEDDED if lasting else Assurance.VERIFIED


def why_unchecked(action: Action, newest: Result | None, people: People) -> WhyUnchecked:
    """Return what the deciding result of a closed action lacks that would prove it."""
    if newest is None:
        return WhyUnchecked.NOBODY
    if newest.outcome is Outcome.FAILS:
        return WhyUnchecked.FAILED
    if newest.outcome is Outcome.PARTLY:
        return WhyUnchecked.PARTLY
    if not people.is_named(newest.by):
        return WhyUnchecked.NAMELESS
    return WhyUnchecked.OWNER if people.is_same(newest.by, action.owner) else WhyUnchecked.AUTHOR


def verdict(live: Iterable[tuple[Condition, Assurance | None]]) -> Verdict:
    """Return the verdict of a finding over its live actions: worst first."""
    actions = tuple(live)
    conditions = {state for state, _ in actions}
    proven = {proof for _, proof in actions}
    if not actions:
        return Verdict.UNADDRESSED
    if Condition.SLIPPED in conditions:
        return Verdict.SLIPPED
    if conditions != {Condition.CLOSED}:
        return Verdict.IN_HAND
    if Assurance.NONE in proven:
        return Verdict.UNPROVEN
    if Assurance.SUBMITTED in proven:
        return Verdict.UNCHECKED
    return Verdict.EMBEDDED if proven == {Assurance.EMBEDDED} else Verdict.EVIDENCED


def fails_after_closing(action: Action, newest: Result | None) -> bool:
    """Whether the deciding result fails after the day of closing; where that day is not known, whether it fails."""
    if newest is None or newest.outcome is not Outcome.FAILS:
        return False
    return action.closed_on is None or newest.day > action.closed_on.last


_BY_PROGRESS = {Progress.ON_TRACK: Condition.ON_TRACK, Progress.NOT_STARTED: Condition.NOT_STARTED}
