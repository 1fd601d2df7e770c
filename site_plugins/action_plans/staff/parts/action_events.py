"""What happened to an action, from its own dates."""

from collections.abc import Iterator

from action_plans.english.wording import day
from action_plans.model.action import Action
from action_plans.staff.parts.events import Event, Names, past, proof_events
from action_plans.staff.tags import CHECKED
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction


def action_events(trace: Trace, action: TracedAction) -> Iterator[Event]:
    """Yield what happened to an action, field by field; nothing that lies ahead."""
    return past(_events(trace, action), trace.today)


def turning_points(trace: Trace, action: TracedAction) -> Iterator[Event]:
    """Yield what changed an action's course: dates moved, checks, closed, opened again, stopped; nothing ahead."""
    record, who = action.record, Names(trace.people[action.plan.id])
    found = (*_moves(record, action.ref, who), *_checks(record, action.ref, who), *_ends(record, action.ref, who))
    return past(found, trace.today)


def _events(trace: Trace, action: TracedAction) -> Iterator[Event]:
    record, who = action.record, Names(trace.people[action.plan.id])
    yield from _work(record, action.ref, who)
    yield from _tests(record, action.ref)
    yield from _looks(record, action.ref, who)
    for proof in action.proofs:
        yield from proof_events(trace, action.plan, proof, action.ref)
    yield from _ends(record, action.ref, who)


def _work(record: Action, ref: str, who: Names) -> Iterator[Event]:
    if record.started is not None:
        yield Event(record.started, ref, "work began")
    yield from _moves(record, ref, who)
    for update in record.updates:
        yield Event(update.date, ref, f"news{who.by(update.by, 'from')}", update.text)
    for task in record.tasks:
        if task.done_on is not None:
            yield Event(task.done_on, ref, f"task done{who.by(task.who)}", task.what)


def _moves(record: Action, ref: str, who: Names) -> Iterator[Event]:
    for moved in record.revised:
        yield Event(moved.date, ref, f"due date moved to {day(moved.due)}{who.by(moved.by)}", moved.reason)


def _tests(record: Action, ref: str) -> Iterator[Event]:
    for pilot in record.pilots:
        where = f": {pilot.where}" if pilot.where else ""
        if pilot.from_ is not None:
            yield Event(pilot.from_, ref, f"small test began{where}")
        if pilot.to is not None:
            ended = f", decision: {pilot.decision.label.lower()}" if pilot.decision else ""
            yield Event(pilot.to, ref, f"small test ended{where}{ended}")


def _looks(record: Action, ref: str, who: Names) -> Iterator[Event]:
    yield from _checks(record, ref, who)
    for signed in record.signoffs:
        stage = f": {signed.stage}" if signed.stage else ""
        yield Event(signed.date, ref, f"signed off by {who.inside(signed.by)}{stage}")


def _checks(record: Action, ref: str, who: Names) -> Iterator[Event]:
    for check in record.checks:
        result = CHECKED[check.result].word.lower()
        yield Event(check.date, ref, f"checked by {who.inside(check.by)}: {result}", check.found)


def _ends(record: Action, ref: str, who: Names) -> Iterator[Event]:
    if record.closed_on is not None:
        yield Event(record.closed_on, ref, f"closed{who.by(record.closed_by)}")
    for again in record.reopened:
        yield Event(again.date, ref, "opened again", again.reason)
    if record.stopped is not None:
        yield Event(record.stopped.date, ref, f"stopped{who.by(record.stopped.by)}", record.stopped.because)
