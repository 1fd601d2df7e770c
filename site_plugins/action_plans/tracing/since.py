"""Since when changes are told, and how much has happened to some actions since: counted here alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from action_plans.model.action_parts import CheckResult
from action_plans.model.plan import Plan
from action_plans.model.when import When
from action_plans.tracing.days import has_come
from action_plans.tracing.results import Proof
from action_plans.tracing.sources import last_looked
from action_plans.tracing.states import Condition
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class Since:
    """A day after which changes are told: that on which CQC last came, else that on which the plan was written.

    What was done on the day of a visit CQC saw; on the day on which a plan is written the work begins, so
    `counts_its_day`. Without such a day everything is told.
    """

    day: date | None
    is_visit: bool = False
    counts_its_day: bool = False

    def holds(self, when: When | None, today: date) -> bool:
        """Whether something happened in this time, and not after today. A month counts by its last day."""
        return has_come(when, today) and when is not None and self.has_begun(when.last)

    def has_begun(self, day: date) -> bool:
        """Whether a day lies in this time."""
        return self.day is None or day > self.day or (self.counts_its_day and day == self.day)


def since_last_visit(plans: Iterable[Plan], services: Mapping[str, str], today: date) -> Mapping[str, Since]:
    """Return for each plan, by its id, since when changes are told. `services` has the service of each, by its id.

    CQC comes to a service: a visit that any of its plans has counts for all of them. It is the last day of `assessed`
    of CQC's newest source; one that is still going on, or lies ahead, is none. Cost: linear in plans and sources.
    """
    plans = tuple(plans)
    visits: dict[str, date] = {}
    for plan in plans:
        for source in plan.sources:
            came = last_looked(source) if source.is_regulators else None
            if came is not None and came.last <= today:
                service = services[plan.id]
                visits[service] = max(came.last, visits.get(service, came.last))
    return {plan.id: _since(plan, visits.get(services[plan.id]), today) for plan in plans}


@dataclass(frozen=True, slots=True)
class Happened:
    """How much happened to some actions: each number counts dates that people wrote.

    `slipped` are those that do not hold now and were found so in this time, `evidence` the pieces made in it.
    """

    closed: int
    slipped: int
    reopened: int
    stopped: int
    moved: int
    begun: int
    checks: Mapping[CheckResult, int]
    evidence: int
    updates: int


def happened(actions: Iterable[TracedAction], since: Since, today: date, proofs: Iterable[Proof] = ()) -> Happened:
    """Return how much happened to actions since a day. `proofs` is evidence besides that of the actions."""
    actions = tuple(actions)
    records = [action.record for action in actions]

    def count(days: Iterable[When | None]) -> int:
        return sum(since.holds(day, today) for day in days)

    every = {proof.ref: proof for proof in (*proofs, *(one for action in actions for one in action.proofs))}
    checks = Counter(check.result for record in records for check in record.checks if since.holds(check.date, today))
    return Happened(
        closed=count(record.closed_on for record in records),
        slipped=sum(_slipped(action, since) for action in actions),
        reopened=count(one.date for record in records for one in record.reopened),
        stopped=count(record.stopped.date for record in records if record.stopped is not None),
        moved=count(one.date for record in records for one in record.revised),
        begun=count(record.started for record in records),
        checks={result: checks[result] for result in CheckResult},
        evidence=count(proof.record.date for proof in every.values()),
        updates=count(one.date for record in records for one in record.updates),
    )


def _since(plan: Plan, visit: date | None, today: date) -> Since:
    if visit is not None:
        return Since(visit, is_visit=True)
    written = plan.written
    if written is None or written.last > today:
        return Since(None)
    return Since(written.last, counts_its_day=True)


def _slipped(action: TracedAction, since: Since) -> bool:
    return action.condition is Condition.SLIPPED and since.has_begun(action.results[0].day)
