"""What somebody has to do: each thing with its day, whose it is, and whether it is late.

The one list that the pages of people, the list of what is due and the calendars are made from.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, unique

from action_plans.model.action import Action
from action_plans.model.action_parts import Task
from action_plans.model.evidence import Evidence
from action_plans.model.measure import Milestone
from action_plans.model.plan import Plan
from action_plans.model.plan_parts import Communication
from action_plans.model.reference import Ref
from action_plans.model.source import Source
from action_plans.model.when import When
from action_plans.tracing.days import has_come, has_passed
from action_plans.tracing.people import People
from action_plans.tracing.promises import Promise
from action_plans.tracing.results import Proof
from action_plans.tracing.sources import is_answered, source_ref
from action_plans.tracing.states import Assurance, Condition
from action_plans.tracing.traced import TracedAction


@unique
class DutyKind(Enum):
    """What kind of thing is to be done."""

    ACTION = "action"
    """An action that is open, or was closed and has slipped."""
    TASK = "task"
    """A part of an action given to somebody."""
    CHECK = "check"
    """To look whether an action holds."""
    MESSAGE = "message"
    """To tell somebody something."""
    ANSWER = "answer"
    """To answer a report, notice or letter."""
    EVIDENCE = "evidence"
    """To look at evidence again before it no longer counts."""
    MILESTONE = "milestone"
    """A point to pass; nobody's work of its own."""
    NOTICE = "notice"
    """What a regulator asked to be put right by a day; its actions are the work."""
    REVIEW = "review"
    """To look at the plan as a whole."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that is not done.

    Attributes:
        kind: what kind of thing it is.
        plan: the plan in which it stands.
        name: what it is called among all that is to be done at its service, in lower case; it stays while it is there.
        ref: the reference of what it is about: an action, a milestone, evidence, a source; a plan for what it says.
        who: whose it is, as written: a role, or a body outside; nothing where nobody is named.
        when: by when, the newest date; nothing where none is given.
        is_late: whether its day has passed, or it was done and does not hold.
        record: what says so: of a check its action.
        moved: how often its date was moved.
    """

    kind: DutyKind
    plan: Plan
    name: str
    ref: str
    who: str | None
    when: When | None
    is_late: bool
    record: Action | Task | Communication | Source | Evidence | Milestone | Plan
    moved: int = 0

    @property
    def is_work(self) -> bool:
        """Whether it is work of its own, and counts for what somebody has to do: a milestone is not."""
        return self.kind not in (DutyKind.MILESTONE, DutyKind.NOTICE)


@dataclass(frozen=True, slots=True)
class PlanDuties:
    """What the duties of a plan follow from, as it is traced.

    Attributes:
        plan: the plan.
        actions: its actions.
        proofs: the evidence for anything in it, each once, with the first plan of the service that it is for and the
            roles known there: what two plans cite is one thing, told in both alike.
        unmet: its sources that asked for something by a day, and have a finding that is not put right and proven.
    """

    plan: Plan
    actions: tuple[TracedAction, ...]
    proofs: tuple[tuple[Proof, Plan, People], ...]
    unmet: tuple[Source, ...] = ()

    def duties(self, today: date) -> Iterator[Duty]:
        """Yield everything that is not done, in the order written. Cost: linear in the plan and its evidence."""
        for action in self.actions:
            if not action.is_stopped:
                yield from self._of_action(action, today)
        yield from self._of_plan(today)
        yield from self._of_evidence(today)

    def _of_action(self, action: TracedAction, today: date) -> Iterator[Duty]:
        record, has_slipped = action.record, action.condition is Condition.SLIPPED
        if action.is_open or has_slipped:
            late = has_slipped or has_passed(action.due, today)
            name, moved = f"{record.id}-due", len(record.revised)
            yield self._duty(DutyKind.ACTION, name, action.ref, record.owner, action.due, late, record, moved)
        for number, task in enumerate(record.tasks, 1):
            if task.done_on is None:
                who, when = task.who or record.owner, task.by or task.report_by
                name, late = f"{record.id}-task-{number}-due", has_passed(when, today)
                yield self._duty(DutyKind.TASK, name, action.ref, who, when, late, task)
        if waits_for_check(action):
            when = record.check_due
            name, late = f"{record.id}-check", has_passed(when, today)
            yield self._duty(DutyKind.CHECK, name, action.ref, record.checker, when, late, record)

    def _of_plan(self, today: date) -> Iterator[Duty]:
        plan = self.plan
        for number, told in enumerate(plan.communications, 1):
            if not has_come(told.done_on, today):
                name, late = f"communication-{told.id or number}-due", has_passed(told.due, today)
                yield self._duty(DutyKind.MESSAGE, name, plan.id, told.owner, told.due, late, told)
        for source in plan.sources:
            when = source.response_due
            if when is not None and not is_answered(source, today):
                name, late = f"source-{source.id}-response", has_passed(when, today)
                ref = source_ref(plan, source)
                yield self._duty(DutyKind.ANSWER, name, ref, plan.lead, when, late, source)
        for source in self.unmet:
            name, late = f"source-{source.id}-comply", has_passed(source.comply_by, today)
            ref = source_ref(plan, source)
            yield self._duty(DutyKind.NOTICE, name, ref, plan.lead, source.comply_by, late, source)
        for stone in plan.milestones:
            if not has_come(stone.reached_on, today):
                name, late = f"{stone.id}-due", has_passed(stone.due, today)
                ref = Ref.to(plan.id, stone.id)
                yield self._duty(DutyKind.MILESTONE, name, ref, plan.lead, stone.due, late, stone)
        if plan.next_review is not None:
            late = has_passed(plan.next_review, today)
            yield self._duty(DutyKind.REVIEW, "review", plan.id, plan.lead, plan.next_review, late, plan)

    def _of_evidence(self, today: date) -> Iterator[Duty]:
        """Yield when evidence is to be looked at again; nothing of what is on request, whose day is not told."""
        for proof, plan, people in self.proofs:
            evidence = proof.record
            if evidence.date is None or evidence.review_due is None or evidence.on_request:
                continue
            ref = Ref(proof.ref)
            name = _named(f"{plan.id}-evidence-{ref.id}-review" if proof.is_note else f"{plan.id}-{ref.short}-review")
            who, late = _who_looks_again(evidence, plan, people), has_passed(evidence.review_due, today)
            yield Duty(DutyKind.EVIDENCE, plan, name, proof.ref, who, evidence.review_due, late, evidence)

    def _duty(  # noqa: PLR0913, PLR0917 -- the parts of one record
        self,
        kind: DutyKind,
        name: str,
        ref: str,
        who: str | None,
        when: When | None,
        late: bool,
        record: Action | Task | Communication | Source | Milestone | Plan,
        moved: int = 0,
    ) -> Duty:
        return Duty(kind, self.plan, _named(f"{self.plan.id}-{name}"), ref, who, when, late, record, moved)


def _who_looks_again(evidence: Evidence, plan: Plan, people: People) -> str | None:
    """Return who made evidence, where that is one of our roles; else who records evidence, or leads the plan."""
    made = evidence.by
    if made is not None and people.role(made) is not None:
        return made
    return plan.evidence_lead or plan.lead


def waits_for_check(action: TracedAction) -> bool:
    """Whether somebody still has to look at an action: its promised check, or, once closed, that of its checker.

    Of what has slipped only a promised check is waited for: there is nothing new to look at.
    """
    if action.promise is not None:
        return action.promise in (Promise.WAITING, Promise.BROKEN)
    unchecked = action.condition is Condition.CLOSED and action.assurance in (Assurance.NONE, Assurance.SUBMITTED)
    return unchecked and action.record.checker is not None


def in_order(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """Return duties by date, what is late first and what has no date last."""
    return tuple(sorted(duties, key=_order))


def told_apart(duties: Iterable[Duty], taken: dict[str, str]) -> Iterator[Duty]:
    """Yield duties, each with a name that no other thing at its service has.

    `taken` is what each name stands for so far, and grows. Ids may hold hyphens, so that B-1 of plan A and 1 of plan
    A-B would share one. The same evidence, told in two plans of a service, is one thing with one name.
    """
    for duty in duties:
        about, name, number = f"{duty.kind.value} {duty.ref} {duty.name}", duty.name, 1
        while taken.setdefault(name, about) != about:
            number += 1
            name = f"{duty.name}-{number}"
        yield duty if number == 1 else _renamed(duty, name)


def _renamed(duty: Duty, name: str) -> Duty:
    return Duty(duty.kind, duty.plan, name, duty.ref, duty.who, duty.when, duty.is_late, duty.record, duty.moved)


def _named(name: str) -> str:
    return name.replace("/", "-").lower()


def _order(duty: Duty) -> tuple[bool, bool, date, str]:
    return not duty.is_late, duty.when is None, duty.when.last if duty.when is not None else date.max, duty.name
