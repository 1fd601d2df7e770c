"""A plan as a calendar: what is due when, as whole days, without alarms.

Source: RFC 5545. Programs that follow it know an entry again by its UID, and take the newer by SEQUENCE.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from action_plans.model.plan import Plan
from action_plans.model.reference import Kind, Ref
from action_plans.model.when import When
from action_plans.tracing.promises import Promise
from action_plans.tracing.trace import Trace

_MAKER = "-//action-plans//plan//EN"


@dataclass(frozen=True, slots=True)
class Entry:
    """One day of a calendar: what it is called among others, the day, words, and how often it was moved."""

    name: str
    when: When
    summary: str
    description: str = ""
    moved: int = 0


def plan_calendar(trace: Trace, plan: Plan) -> bytes:
    """Return a plan's calendar: all that is still to come or to be done, in the order of days."""
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", f"{plan.id} {plan.title}")
    entries = sorted(_entries(trace, plan), key=lambda entry: (entry.when.last, entry.name))
    stamp = datetime.combine(trace.today, time(), UTC)
    service = trace.service_of[plan.id].id
    for entry in entries:
        event = Event()
        event.add("uid", f"{plan.id}-{entry.name}@{service}.action-plans".lower())
        event.add("dtstamp", stamp)
        event.add("dtstart", entry.when.last)
        event.add("dtend", entry.when.last + timedelta(days=1))
        event.add("summary", entry.summary)
        if entry.description:
            event.add("description", entry.description)
        event.add("transp", "TRANSPARENT")
        event.add("sequence", entry.moved)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _entries(trace: Trace, plan: Plan) -> Iterator[Entry]:
    yield from _of_actions(trace, plan)
    for stone in plan.milestones:
        if stone.reached_on is None:
            yield Entry(f"{stone.id}-due", stone.due, f"{plan.id}/{stone.id} milestone: {stone.title}")
    yield from _of_evidence(trace, plan)
    for number, told in enumerate(plan.communications, 1):
        if told.due is not None and told.done_on is None:
            name = f"communication-{told.id or number}-due"
            who = trace.people[plan.id].title(told.owner)
            yield Entry(name, told.due, f"{plan.id} tell {told.audience}: {_line(told.message)}", who)
    for source in trace.sources_of(plan):
        record = source.record
        if source.is_waiting and record.response_due is not None:
            name = f"source-{record.id}-response"
            yield Entry(name, record.response_due, f"{plan.id} answer due to {record.from_}: {record.title}")


def _of_actions(trace: Trace, plan: Plan) -> Iterator[Entry]:
    people = trace.people[plan.id]
    for action in trace.actions_of(plan):
        record = action.record
        if action.is_open:
            words = f"{action.ref} due: {record.title}"
            yield Entry(f"{record.id}-due", action.due, words, people.title(record.owner), len(record.revised))
        if record.check_due is not None and action.promise in (Promise.WAITING, Promise.BROKEN):
            words = f"{action.ref} check due: {record.title}"
            yield Entry(f"{record.id}-check", record.check_due, words, people.title(record.checker))


def _of_evidence(trace: Trace, plan: Plan) -> Iterator[Entry]:
    """Yield when evidence for something in the plan is to be looked at again; nothing of what is on request."""
    supported: dict[Ref, list[Ref]] = {}
    for item in plan.items(Kind.FINDING, Kind.ACTION, Kind.MEASURE, Kind.OBJECTIVE):
        for ref in trace.graph.subjects("supports", item.ref):
            supported.setdefault(ref, []).append(item.ref)
    for proof, about in supported.items():
        node, evidence = trace.node(proof), trace.proof(proof).record
        if evidence.review_due is not None and not evidence.on_request:
            name = f"{node.ref.short.replace('/', '-')}-review" if node.plan else f"evidence-{node.ref.id}-review"
            words = f"{plan.id} look at evidence again: {evidence.title}"
            yield Entry(name, evidence.review_due, words, ", ".join(dict.fromkeys(about)))


def _line(text: str) -> str:
    return " ".join(text.split())
