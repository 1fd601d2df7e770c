"""Dates in an order that cannot be. Only dates that are written are compared, never with today."""

from collections.abc import Iterator

from action_plans.model.action import Action
from action_plans.model.evidence import Evidence
from action_plans.model.finding import Finding
from action_plans.model.plan import Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.record import Record
from action_plans.model.reference import Ref
from action_plans.model.source import Source
from action_plans.model.when import When
from action_plans.tracing.sources import source_ref
from action_plans.tracing.trace import Trace

_Pair = tuple[Record, str, When | None, str, When | None, str]
"""A record, its later field, that date, how it is said, the earlier date, and how that is said."""


def dates_in_disorder(trace: Trace) -> Iterator[Problem]:
    """AP208: a date that lies before another one that it must follow. A month is before only as a whole."""
    for plan in trace.portfolio.plans:
        yield from _problems(_of_plan(plan), plan.ref)
        for source in plan.sources:
            yield from _problems(_of_source(source), source_ref(plan, source))
        holders: tuple[Finding | Action, ...] = (*plan.findings, *plan.actions)
        for item in holders:
            ref = Ref.to(plan.id, item.id)
            if isinstance(item, Action):
                yield from _problems(_of_action(item), ref)
            for number, line in enumerate(item.evidence, 1):
                yield from _problems(_of_evidence(line), ref.line(number))
    for note in trace.portfolio.notes:
        yield from _problems(_of_evidence(note), note.ref)


def _problems(pairs: Iterator[_Pair], item: str) -> Iterator[Problem]:
    for record, field, later, said_later, earlier, said_earlier in pairs:
        if later is not None and earlier is not None and later.last < earlier.first:
            message = f"{said_later} {later.on_or_in}, before {said_earlier} {earlier.on_or_in}."
            origin = record.at(field)
            yield Problem(Code.DATES_IN_DISORDER, message, origin, "Check day, month and year of both.", item)


def _of_plan(plan: Plan) -> Iterator[_Pair]:
    yield plan, "next_review", plan.next_review, "The next review is", plan.written, "the plan was written"
    yield plan, "next_assessment", plan.next_assessment, "The next assessment is", plan.written, "the plan was written"


def _of_source(source: Source) -> Iterator[_Pair]:
    name, came, said = source.id, source.received, "it was received"
    yield source, "answered", source.answered, f"{name} was answered", came, said
    yield source, "response_due", source.response_due, f"The answer to {name} is due", came, said
    yield source, "comply_by", source.comply_by, f"{name} asks to comply", came, said
    if (assessed := source.assessed) is None:
        return
    yield assessed, "to", assessed.to, f"The assessment of {name} ended", assessed.from_, "it began"
    days = [when for when in (*assessed.days, assessed.from_) if when is not None]
    begun = min(days, key=lambda when: when.first, default=None)
    for field, when in (("published", source.published), ("received", source.received)):
        yield source, field, when, f"{name} was {field}", begun, "the assessment began"


def _of_action(action: Action) -> Iterator[_Pair]:
    name = action.id
    started, closed = action.started, action.closed_on
    yield action, "closed_on", closed, f"{name} was closed", started, "it was started"
    if not action.revised:
        yield action, "due", action.due, f"{name} is due", started, "it was started"
    if action.stopped is not None:
        yield action.stopped, "date", action.stopped.date, f"{name} was stopped", started, "it was started"
    for again in action.reopened:
        yield again, "date", again.date, f"{name} was reopened", started, "it was started"
    for pilot in action.pilots:
        yield pilot, "to", pilot.to, f"A pilot of {name} ended", pilot.from_, "it began"
    for revision in action.revised:
        yield revision, "due", revision.due, f"The new date of {name} is", started, "it was started"


def _of_evidence(evidence: Evidence) -> Iterator[_Pair]:
    name = f"“{evidence.title}”"
    made = evidence.date
    yield evidence, "checked_on", evidence.checked_on, f"{name} was checked", made, "it was made"
    yield evidence, "review_due", evidence.review_due, f"{name} is to be reviewed", made, "it was made"
