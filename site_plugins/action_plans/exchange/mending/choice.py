"""What a person may write where something is missing: a choice, before anybody asks where it would stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from action_plans.exchange.yaml_words import Value
from action_plans.model.action import Action
from action_plans.model.plan import Plan
from action_plans.model.problem import Problem
from action_plans.model.record import Record
from action_plans.tracing.people import People
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction

SOON = timedelta(days=14)
"""How far ahead a new date lies that is offered."""

LATER = timedelta(days=28)
"""The same where more has to happen until then."""

OUTSIDER = "Somebody from outside"
"""Who looked, where a plan has no role that is independent."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that may be written: a sentence that asks and says, and fields of one record.

    `sets` are fields that get a value, `adds` fields that get one more entry. `answers` is whether the problem is gone
    once it stands there; what does not answer it tells what is being done.
    """

    sentence: str
    record: Record
    sets: Mapping[str, Value] = field(default_factory=dict)
    adds: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    answers: bool = True

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that it writes, those inside others last."""
        held = (value for value in (*self.sets.values(), *self.adds.values()) if isinstance(value, Mapping))
        return (*self.sets, *self.adds, *(name for fields in held for name in fields))


@dataclass(frozen=True, slots=True)
class Case:
    """A problem with what is known of the thing that it concerns."""

    problem: Problem
    trace: Trace
    free: Mapping[str, str]
    """The next free id of an action, by the id of its plan."""

    @property
    def today(self) -> date:
        """The day as at which the site is made."""
        return self.trace.today

    @property
    def now(self) -> str:
        """The same, as it is written."""
        return self.today.isoformat()

    @property
    def action(self) -> TracedAction | None:
        """The action that it concerns, if it concerns one."""
        return self.trace.actions.get(self.problem.item or "")

    def is_at(self, record: Record, name: str) -> bool:
        """Whether the problem is written at this field of this record."""
        return record.at(name) == self.problem.origin

    def new_due(self, action: TracedAction, wanted: date) -> str:
        """Return a new date for an action, later than the one it has.

        It is the wanted one, unless its milestone or the next assessment comes before.
        """
        earliest = max(self.today, action.due.last)
        milestone = self.trace.milestones.get(action.milestone or "")
        expected = action.plan.next_assessment
        limits = [milestone.record.due.last] if milestone is not None else []
        limits += [expected.last] if expected is not None else []
        return min((wanted, *(limit for limit in limits if limit > earliest))).isoformat()

    def before_assessment(self, plan: Plan, wanted: date) -> str:
        """Return a date for something new in a plan: the wanted one, unless the next assessment comes before."""
        expected = plan.next_assessment
        limit = [expected.last] if expected is not None and expected.last > self.today else []
        return min((wanted, *limit)).isoformat()

    def checker(self, action: TracedAction) -> str:
        """Return the code of a role that is independent of an action: whoever is to check it, else another."""
        people = self.trace.people[action.plan.id]
        plan = action.plan
        asked = (action.record.checker, plan.evidence_lead, plan.deputy, plan.lead, *people.roles)
        return next((code for code in asked if people.is_other(code, action.record.owner) and code), OUTSIDER)


def checked(case: Case, action: TracedAction, sentence: str) -> Iterator[Choice]:
    """Yield a check of today, unless a result of today already decides, which it could not outweigh."""
    if action.results and action.results[0].day >= case.today:
        return
    check = {
        "date": case.now,
        "by": case.checker(action),
        "sample": "How many were looked at, such as 10 of 39 care plans",
        "result": "holds",
        "found": "What was seen",
    }
    yield Choice(sentence, action.record, adds={"checks": check})


def shown_by(case: Case, action: TracedAction) -> dict[str, str]:
    """Return a line of evidence of today, to be filled in."""
    return {
        "title": "What shows it",
        "date": case.now,
        "kept": "Where the original is",
        "by": action.plan.evidence_lead or action.record.owner,
    }


def lead_of(plan: Plan, people: People) -> str:
    """Return the code of the role that answers for a plan; of the first of its roles, where it names none."""
    return plan.lead or next(iter(people.roles), "RM")


def is_closable(action: Action, today: date) -> bool:
    """Whether an action counts as closed once it is said to be closed today: it was not opened again today."""
    return all(again.date.last < today for again in action.reopened)
