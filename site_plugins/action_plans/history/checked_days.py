"""On which days somebody looked at the evidence for an action or a finding."""

from collections.abc import Iterable, Iterator
from datetime import date

from action_plans.model.action_parts import Check
from action_plans.model.evidence import Evidence
from action_plans.tracing.days import is_future, last_day
from action_plans.tracing.results import Proof, checked_when
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction, TracedFinding


def checked_day(looked: Check | Evidence, today: date) -> date | None:
    """Return the day of a check, or that on which evidence was checked; None where nobody has, or it lies ahead.

    Evidence with a verdict and no day of its own was checked on its date. A month means its last day, but never a day
    after today.
    """
    when = looked.date if isinstance(looked, Check) else checked_when(looked)
    return last_day(when, today) if when is not None and not is_future(when, today) else None


def newest_check(item: TracedAction | TracedFinding, today: date) -> date | None:
    """Return the last day on which somebody looked at the evidence for an item."""
    return max(_days(item, today), default=None)


def checked_items(trace: Trace) -> Iterator[tuple[str, date]]:
    """Yield what has to be compared with how it was on a day: actions and findings, each with the days of its checks.

    A finding is also compared with the days on which its actions were checked: they were checked against it.
    """
    for action in trace.actions.values():
        days = frozenset(_days(action, trace.today))
        yield from ((action.ref, day) for day in sorted(days))
        newest = max(days, default=None)
        if newest is not None:
            yield from ((finding, newest) for finding in action.findings)
    for finding in trace.findings.values():
        yield from ((finding.ref, day) for day in _days(finding, trace.today))


def _days(item: TracedAction | TracedFinding, today: date) -> Iterator[date]:
    looked: Iterable[Check | Evidence] = _evidence(item.proofs)
    if isinstance(item, TracedAction):
        looked = (*item.record.checks, *looked)
    return (day for one in looked if (day := checked_day(one, today)) is not None)


def _evidence(proofs: Iterable[Proof]) -> Iterator[Evidence]:
    return (proof.record for proof in proofs)
