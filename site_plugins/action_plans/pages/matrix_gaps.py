"""What is wrong with an action and its evidence, in the few words of a cell."""

from collections.abc import Iterator
from datetime import date, timedelta

from action_plans.history.checked_days import newest_check
from action_plans.pages.context import Here
from action_plans.pages.provenance_words import changed_words
from action_plans.pages.wording import days_between, listed
from action_plans.tracing.results import is_stale
from action_plans.tracing.states import Condition
from action_plans.tracing.trace import TracedAction

OLD = timedelta(days=365)
"""How old the newest evidence may be before the page says so."""


def gaps_of(here: Here, action: TracedAction) -> tuple[str, ...]:
    """Return what is wrong with an action and its evidence, the gravest first."""
    today = here.context.trace.today
    return (*_standing(here, action), *_proven(action), *_changed(here, action, today), *_dated(action, today))


def remarks_of(action: TracedAction) -> tuple[str, ...]:
    """Return what is merely thin: closed with evidence of one kind."""
    if action.is_finished and len(action.strength.categories) == 1:
        return (f"One category only: {action.strength.categories[0].label.lower()}",)
    return ()


def _standing(here: Here, action: TracedAction) -> Iterator[str]:
    waits = listed(here.link(ref).ref for ref in action.holding_up)
    match action.condition:
        case Condition.SLIPPED:
            yield "Closed, but does not hold"
        case Condition.OVERDUE:
            yield f"{days_between(action.due.last, here.context.trace.today)} late".capitalize()
        case Condition.BLOCKED:
            yield f"Waits for {waits}"
        case Condition.LATE_FORECAST:
            yield f"Due before what it waits for{f': {waits}' if waits else ''}"
        case Condition.OFF_TRACK | Condition.AT_RISK:
            yield action.condition.label


def _proven(action: TracedAction) -> Iterator[str]:
    if action.results:
        if not any(result.independent for result in action.results):
            yield "Checked by its owner, or by nobody named"
    elif action.is_finished and action.counting:
        yield "Not checked"
    elif action.is_finished:
        yield "Closed, no evidence that counts" if action.proofs else "Closed, no evidence"


def _changed(here: Here, action: TracedAction, today: date) -> Iterator[str]:
    fields = changed_words(here, action.ref, newest_check(action, today))
    if fields:
        yield f"Changed since it was checked: {fields}"


def _dated(action: TracedAction, today: date) -> Iterator[str]:
    if any(is_stale(proof.record, today) for proof in action.proofs):
        yield "Evidence past its review date"
    newest = action.strength.newest
    if newest is not None and today - newest.last > OLD:
        yield "Evidence older than 12 months"
    if any(proof.record.date is None for proof in action.proofs):
        yield "Proof still to come"
