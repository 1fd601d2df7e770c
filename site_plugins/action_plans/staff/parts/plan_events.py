"""What happened to a plan as a whole, from its own dates: decisions, figures, messages, evidence for findings."""

from collections.abc import Iterator

from action_plans.english.figures import figure
from action_plans.history.recorded_entries import READINGS
from action_plans.model.plan import Plan
from action_plans.model.reference import Ref
from action_plans.staff.parts.events import Event, Names, past, proof_events
from action_plans.staff.tags import REVIEWED
from action_plans.tracing.trace import Trace


def plan_events(trace: Trace, plan: Plan) -> Iterator[Event]:
    """Yield what happened to a plan as a whole, without its actions; nothing that lies ahead."""
    return past(_events(trace, plan), trace.today)


def _events(trace: Trace, plan: Plan) -> Iterator[Event]:
    who = Names(trace.people[plan.id])
    yield from _decisions(plan, who)
    yield from _results(plan)
    yield from _messages(plan, who)
    for finding in trace.findings_of(plan):
        for proof in finding.proofs:
            if len(trace.supports[proof.ref]) == 1:  # else it is told with what it supports besides
                yield from proof_events(trace, plan, proof, finding.ref)


def _decisions(plan: Plan, who: Names) -> Iterator[Event]:
    for approval in plan.approvals:
        version = f", version {approval.version}" if approval.version else ""
        yield Event(approval.date, plan.id, f"{who.inside(approval.group)}{version}:", approval.decision)
    for change in plan.scope.changes if plan.scope else ():
        agreed = f", agreed by {who.inside(change.approved_by)}" if change.approved_by else ""
        yield Event(change.date, plan.id, f"scope changed{agreed}", change.change)


def _results(plan: Plan) -> Iterator[Event]:
    for objective in plan.objectives:
        for review in objective.reviews:
            verdict = REVIEWED[review.verdict].word.lower()
            yield Event(review.date, Ref.to(plan.id, objective.id), f"reviewed: {verdict}", review.because)
    for measure in plan.measures:
        for reading in measure.readings:
            value = figure(reading.value, measure.unit)
            yield Event(reading.date, Ref.to(plan.id, measure.id), f"read {value}", reading.note, READINGS)
    for stone in plan.milestones:
        if stone.reached_on is not None:
            yield Event(stone.reached_on, Ref.to(plan.id, stone.id), "milestone reached")


def _messages(plan: Plan, who: Names) -> Iterator[Event]:
    for told in plan.communications:
        if told.done_on is not None:
            yield Event(told.done_on, plan.id, f"told{who.by(told.owner)}: {told.audience}", told.message)
    for feedback in plan.feedback:
        yield Event(feedback.date, plan.id, f"feedback: {feedback.from_}", feedback.said)
    for thanks in plan.recognition:
        yield Event(thanks.date, plan.id, f"thanks to {who.inside(thanks.team or thanks.who)}", thanks.for_)
    for source in plan.sources:
        if source.answered is not None:
            yield Event(source.answered, plan.id, f"answered: {source.title}")
