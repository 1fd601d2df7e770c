"""What happened to an action, from its own dates."""

from collections.abc import Iterator

from action_plans.english.wording import day, listed
from action_plans.history.recorded_entries import CHECKS, CLOSED, UPDATES
from action_plans.model.action import Action
from action_plans.model.action_parts import Check, CheckResult
from action_plans.staff.parts.events import Event, Names, past, proof_events
from action_plans.staff.tags import CHECKED
from action_plans.tracing.days import is_future
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction


def action_events(trace: Trace, action: TracedAction) -> Iterator[Event]:
    """Yield what happened to an action, field by field; nothing that lies ahead."""
    return past(_events(trace, action), trace.today)


def dated_ahead(trace: Trace, action: TracedAction) -> Iterator[Event]:
    """Yield what is written of days that have not come, and has not happened yet."""
    record, ref, who = action.written, action.ref, Names(trace.people[action.plan.id])
    written = (*_moves(record, ref, who), *_news(record, ref, who), *_signed(record, ref, who))
    every = (*written, *_closing(record, ref, who), *_turns(record, ref, who), *_instead(record, ref))
    return (event for event in every if is_future(event.when, trace.today))


def routine(trace: Trace, action: TracedAction) -> Iterator[Event]:
    """Yield what went as it should: closed, and checks that did not fail; nothing ahead."""
    record, who = action.record, Names(trace.people[action.plan.id])
    found = [event for check in record.checks for event in _check(check, action.ref, who) if not _fails(check)]
    return past((*found, *_closing(record, action.ref, who)), trace.today)


def _events(trace: Trace, action: TracedAction) -> Iterator[Event]:
    record, who = action.record, Names(trace.people[action.plan.id])
    yield from _work(record, action.ref, who)
    yield from _tests(record, action.ref)
    yield from _looks(record, action.ref, who)
    for proof in action.proofs:
        yield from proof_events(trace, action.plan, proof, action.ref)
    yield from _closing(record, action.ref, who)
    yield from _turns(record, action.ref, who)


def _work(record: Action, ref: str, who: Names) -> Iterator[Event]:
    if record.started is not None:
        yield Event(record.started, ref, "work began")
    yield from _moves(record, ref, who)
    yield from _news(record, ref, who)
    for task in record.tasks:
        if task.done_on is not None:
            yield Event(task.done_on, ref, f"task done{who.by(task.who)}", task.what)


def _news(record: Action, ref: str, who: Names) -> Iterator[Event]:
    for update in record.updates:
        yield Event(update.date, ref, f"news{who.by(update.by, 'from')}", update.text, UPDATES)


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
    yield from _signed(record, ref, who)


def _signed(record: Action, ref: str, who: Names) -> Iterator[Event]:
    for signed in record.signoffs:
        stage = f": {signed.stage}" if signed.stage else ""
        yield Event(signed.date, ref, f"signed off by {who.inside(signed.by)}{stage}")


def _checks(record: Action, ref: str, who: Names) -> Iterator[Event]:
    for check in record.checks:
        yield from _check(check, ref, who)


def _check(check: Check, ref: str, who: Names) -> Iterator[Event]:
    result = CHECKED[check.result].word.lower()
    yield Event(check.date, ref, f"checked by {who.inside(check.by)}: {result}", check.found, CHECKS)


def _fails(check: Check) -> bool:
    return check.result is CheckResult.SLIPPED


def _closing(record: Action, ref: str, who: Names) -> Iterator[Event]:
    if record.closed_on is not None:
        yield Event(record.closed_on, ref, f"closed{who.by(record.closed_by)}", field=CLOSED)


def _turns(record: Action, ref: str, who: Names) -> Iterator[Event]:
    for again in record.reopened:
        yield Event(again.date, ref, "opened again", again.reason)
    if record.stopped is not None:
        yield Event(record.stopped.date, ref, f"stopped{who.by(record.stopped.by)}", record.stopped.because)


def _instead(record: Action, ref: str) -> Iterator[Event]:
    if record.stopped is not None and record.stopped.instead:
        yield Event(record.stopped.date, ref, "instead of it", listed(record.stopped.instead))
