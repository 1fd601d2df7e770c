"""Checks that were promised for a day: whether each was made."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import Enum, unique

from action_plans.model.action import Action
from action_plans.model.when import When
from action_plans.tracing.days import has_passed, is_future, last_day
from action_plans.tracing.people import People
from action_plans.tracing.results import Proof, checked_when

EARLY = timedelta(days=14)
"""How long before its day a promised check may be made."""


@unique
class Promise(Enum):
    """How a promised check stands."""

    KEPT = "kept"
    """Someone other than the owner looked, at most 14 days before the day or later."""
    WAITING = "waiting"
    """Its day has not passed."""
    BROKEN = "broken"
    """Its day has passed, and nobody has looked."""


def promise(action: Action, proofs: Iterable[Proof], people: People, today: date) -> Promise | None:
    """Return how the promised check of an action stands; nothing where none is promised or the action was stopped.

    A check keeps it, or a verdict with its day on evidence, whatever was found: by someone named who is neither the
    owner nor the author of that evidence. `proofs` is all evidence of the action: what has lapsed was checked all the
    same. A month means its last day.
    """
    due = action.check_due
    if due is None or action.stopped is not None:
        return None
    if any(due.last - last_day(when, today) <= EARLY for when in _looked(action, proofs, people, today)):
        return Promise.KEPT
    return Promise.BROKEN if has_passed(due, today) else Promise.WAITING


def _looked(action: Action, proofs: Iterable[Proof], people: People, today: date) -> Iterator[When]:
    for check in action.checks:
        if people.is_other(check.by, action.owner) and not is_future(check.date, today):
            yield check.date
    for proof in proofs:
        evidence, when = proof.record, checked_when(proof.record)
        if evidence.verdict is None or when is None or is_future(when, today):
            continue
        if people.is_other(evidence.checked_by, action.owner, evidence.by):
            yield when
