"""On which days somebody looked at the evidence for an action or a finding, and by which check."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from action_plans.model.action_parts import Check
from action_plans.model.evidence import Evidence, EvidenceNote
from action_plans.tracing.days import is_future, last_day
from action_plans.tracing.results import Proof, checked_when
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction, TracedFinding


@dataclass(frozen=True, slots=True)
class Looked:
    """A look at the evidence for `item`, by its reference: when, the check, and the reference of what holds it."""

    item: str
    day: date
    check: Check | Evidence
    holder: str


def checked_day(looked: Check | Evidence, today: date) -> date | None:
    """Return the day of a check, or that on which evidence was checked; None where nobody has, or it lies ahead.

    Evidence with a verdict and no day of its own was checked on its date. A month means its last day, but never a day
    after today.
    """
    when = looked.date if isinstance(looked, Check) else checked_when(looked)
    return last_day(when, today) if when is not None and not is_future(when, today) else None


def newest_check(item: TracedAction | TracedFinding, today: date) -> date | None:
    """Return the last day on which somebody looked at the evidence for an item."""
    return max((looked.day for looked in _looks(item, today)), default=None)


def every_look(trace: Trace) -> Iterator[Looked]:
    """Yield what has to be compared with how it was when a check was written down: each action and finding, each look.

    A finding is also compared with the newest checks of its actions: they were checked against it.
    """
    for action in trace.actions.values():
        looks = tuple(_looks(action, trace.today))
        yield from looks
        newest = max((looked.day for looked in looks), default=None)
        for looked in looks:
            if looked.day == newest:
                yield from (Looked(ref, looked.day, looked.check, looked.holder) for ref in action.findings)
    for finding in trace.findings.values():
        yield from _looks(finding, trace.today)


def _looks(item: TracedAction | TracedFinding, today: date) -> Iterator[Looked]:
    checks: Iterable[Check] = item.record.checks if isinstance(item, TracedAction) else ()
    held: list[tuple[Check | Evidence, str]] = [(one, item.ref) for one in checks]
    held += [(proof.record, _holder(proof, item)) for proof in item.proofs]
    for check, holder in held:
        day = checked_day(check, today)
        if day is not None:
            yield Looked(item.ref, day, check, holder)


def _holder(proof: Proof, item: TracedAction | TracedFinding) -> str:
    return proof.ref if isinstance(proof.record, EvidenceNote) else item.ref
