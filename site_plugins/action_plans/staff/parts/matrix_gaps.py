"""What is wrong with an action and its evidence: each gap by its name, and in the few words of a cell."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from action_plans.english.wording import days_between, listed
from action_plans.history.checked_days import newest_check
from action_plans.staff.context import Here
from action_plans.staff.parts.provenance_words import changed_words
from action_plans.tracing.results import is_stale
from action_plans.tracing.states import Condition
from action_plans.tracing.trace import TracedAction

OLD = timedelta(days=365)
"""How old the newest evidence may be before the page says so."""


@dataclass(frozen=True, slots=True)
class MatrixGap:
    """A gap: the name under which it is counted, and what a cell says of it."""

    name: str
    words: str


NO_ACTION = "No action"
NO_EVIDENCE = "Closed, no evidence"
NOT_COUNTING = "Closed, no evidence that counts"
NOT_CHECKED = "Not checked"
OWN_CHECK = "Checked by its owner"
AUTHORS_CHECK = "Checked by who made the evidence"
NAMELESS_CHECK = "Checked by nobody named"
DOES_NOT_HOLD = "Closed, but does not hold"
LATE = "Late"
BLOCKED = "Waits for others"
LATE_FORECAST = "Due before what it waits for"
OFF_TRACK = "Off track or at risk"
CHANGED = "Changed since it was checked"
PAST_REVIEW = "Evidence past its review date"
OLD_EVIDENCE = "Evidence older than 12 months"
TO_COME = "Proof still to come"
ONE_CATEGORY = "One category only"

NAMES = (
    NO_ACTION, DOES_NOT_HOLD, NO_EVIDENCE, NOT_COUNTING, NOT_CHECKED, OWN_CHECK, AUTHORS_CHECK, NAMELESS_CHECK,
    CHANGED, PAST_REVIEW, OLD_EVIDENCE, ONE_CATEGORY, TO_COME, LATE, BLOCKED, LATE_FORECAST, OFF_TRACK,
)  # fmt: skip
"""The names of all gaps, the gravest first."""


def gaps_of(here: Here, action: TracedAction) -> tuple[MatrixGap, ...]:
    """Return what is wrong with an action and its evidence, the gravest first."""
    today = here.context.trace.today
    return (*_standing(here, action), *_proven(here, action), *_changed(here, action, today), *_dated(action, today))


def remarks_of(action: TracedAction) -> tuple[MatrixGap, ...]:
    """Return what is merely thin: closed with evidence of one category."""
    if action.is_finished and len(action.strength.categories) == 1:
        category = action.strength.categories[0].label
        return (MatrixGap(ONE_CATEGORY, f"{ONE_CATEGORY}: {category[:1].lower()}{category[1:]}"),)
    return ()


def _standing(here: Here, action: TracedAction) -> Iterator[MatrixGap]:
    waits = listed(here.link(ref).ref for ref in action.holding_up)
    match action.condition:
        case Condition.SLIPPED:
            yield MatrixGap(DOES_NOT_HOLD, DOES_NOT_HOLD)
        case Condition.OVERDUE:
            late = days_between(action.due.last, here.context.trace.today)
            yield MatrixGap(LATE, f"{late} late".capitalize())
        case Condition.BLOCKED:
            yield MatrixGap(BLOCKED, f"Waits for {waits}")
        case Condition.LATE_FORECAST:
            yield MatrixGap(LATE_FORECAST, f"{LATE_FORECAST}{f': {waits}' if waits else ''}")
        case Condition.OFF_TRACK | Condition.AT_RISK:
            yield MatrixGap(OFF_TRACK, action.condition.label)


def _proven(here: Here, action: TracedAction) -> Iterator[MatrixGap]:
    if action.results:
        if not any(result.independent for result in action.results):
            name = _who_checked(here, action)
            yield MatrixGap(name, name)
    elif action.is_finished:
        name = NOT_CHECKED if action.counting else NOT_COUNTING if action.proofs else NO_EVIDENCE
        yield MatrixGap(name, name)


def _who_checked(here: Here, action: TracedAction) -> str:
    """Return the name of the gap where every check was made by someone who is not independent."""
    codes = here.context.trace.people[action.plan.id].codes_by_words

    def known(written: str) -> str:
        return codes.get(written.casefold(), written).casefold()

    checkers = {known(result.by) for result in action.results if result.by}
    if known(action.record.owner) in checkers:
        return OWN_CHECK
    return AUTHORS_CHECK if checkers else NAMELESS_CHECK


def _changed(here: Here, action: TracedAction, today: date) -> Iterator[MatrixGap]:
    fields = changed_words(here, action.ref, newest_check(action, today))
    if fields:
        yield MatrixGap(CHANGED, f"{CHANGED}: {fields}")


def _dated(action: TracedAction, today: date) -> Iterator[MatrixGap]:
    if any(is_stale(proof.record, today) for proof in action.proofs):
        yield MatrixGap(PAST_REVIEW, PAST_REVIEW)
    newest = action.strength.newest
    if newest is not None and today - newest.last > OLD:
        yield MatrixGap(OLD_EVIDENCE, OLD_EVIDENCE)
    if any(proof.record.date is None for proof in action.proofs):
        yield MatrixGap(TO_COME, TO_COME)
