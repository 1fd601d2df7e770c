"""What changed in a plan since a board last saw it: how much, and the newest of it, from dated records only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from action_plans.english.wording import counted, day, listed, lower_first, number, sentence
from action_plans.model.action_parts import CheckResult
from action_plans.model.plan import Plan
from action_plans.model.record import slug
from action_plans.staff.context import Here
from action_plans.staff.parts.action_events import routine, turning_points
from action_plans.staff.parts.events import Event, LogDay, log
from action_plans.staff.parts.plan_events import milestone_turns, plan_events
from action_plans.tracing.days import has_come
from action_plans.tracing.since import Since, happened
from action_plans.tracing.traced import TracedAction

_MOST_EVENTS, MONTH = 6, timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a day: the title says since when, the words how much, then turning points, then the rest.

    `anchor` is the id of its heading. Each list has the newest, and says how many more there are.
    """

    anchor: str
    title: str
    words: str
    turns: tuple[LogDay, ...]
    more_turns: str
    days: tuple[LogDay, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """The newest day on which a group considered the plan, and what it decided."""

    group: str
    on: date
    decision: str


def meetings(here: Here, plan: Plan) -> tuple[Meeting, ...]:
    """Return for each group that considered the plan its newest day; boards first, then the newest.

    A role alone, or a body outside, is no group that meets.
    """
    trace = here.context.trace
    people = trace.people[plan.id]
    found: dict[str, Meeting] = {}
    for one in plan.approvals:
        is_group = not people.is_role(one.group) and one.group.casefold() not in people.outside
        if is_group and has_come(one.date, trace.today):
            before = found.get(one.group.casefold())
            if before is None or before.on <= one.date.last:
                found[one.group.casefold()] = Meeting(one.group, min(one.date.last, trace.today), one.decision)
    return tuple(sorted(found.values(), key=lambda one: ("board" not in one.group.casefold(), -one.on.toordinal())))


def changes(here: Here, plan: Plan, meeting: Meeting | None) -> Changes:
    """Return what happened after a group last considered the plan; for none, in the last 28 days."""
    trace = here.context.trace
    start = meeting.on if meeting is not None else trace.today - MONTH
    title, said = "What changed in the last 28 days", []
    if meeting is not None:
        title = f"What changed since {day(meeting.on)} ({meeting.group})"
        said = [sentence(f"decided then: {lower_first(meeting.decision)}")]
    actions = trace.actions_of(plan)
    turns = [event for one in actions for event in turning_points(trace, one)]
    turns += milestone_turns(trace, plan)
    rest = [event for one in actions for event in routine(trace, one)]
    rest += (event for event in plan_events(trace, plan) if event not in turns)
    shown, more = _newest(here, plan, turns, start)
    quiet, more_quiet = _newest(here, plan, rest, start)
    said += [since] if (since := _in_numbers(actions, start, trace.today)) else []
    anchor = f"since-{slug(meeting.group)}" if meeting is not None else "_changed"
    return Changes(anchor, title, " ".join(said), shown, more, quiet, more_quiet)


def _newest(here: Here, plan: Plan, events: Iterable[Event], start: date) -> tuple[tuple[LogDay, ...], str]:
    """Return the newest of what happened after a day, and how many more there are."""
    seen = {(event.when, event.ref, event.words): event for event in events if event.when.last > start}
    newest = sorted(seen.values(), key=lambda event: (event.when.last, event.when.first), reverse=True)
    left = len(newest) - _MOST_EVENTS
    more = sentence(f"and {counted(left, 'more', 'more')}") if left > 0 else ""
    return log(here, [_with_title(here, plan, event) for event in newest[:_MOST_EVENTS]]), more


def _with_title(here: Here, plan: Plan, event: Event) -> Event:
    """Return an event with the title of what it is about in its words, and without its details."""
    if event.ref is None or event.ref == plan.id:
        return Event(event.when, None, event.words)
    return Event(event.when, event.ref, f"{here.context.trace.node(event.ref).title}: {event.words}")


def _in_numbers(actions: Iterable[TracedAction], start: date, today: date) -> str:
    """Return how many actions were closed, opened again, stopped, moved and checked after a day, in one sentence."""
    much = happened(actions, Since(start), today)
    found = (
        (much.closed, "action closed", "actions closed"),
        (much.reopened, "opened again", "opened again"),
        (much.stopped, "stopped", "stopped"),
        (much.moved, "date moved", "dates moved"),
        *((much.checks[result], f"check {word}", f"checks {words}") for result, word, words in _CHECKS),
    )
    return sentence(
        listed(f"{number(count)} {one if count == 1 else several}" for count, one, several in found if count)
    )


_CHECKS = (
    (CheckResult.HOLDS, "found that it holds", "found that it holds"),
    (CheckResult.PARTLY, "found that it partly holds", "found that it partly holds"),
    (CheckResult.SLIPPED, "found that it does not hold", "found that it does not hold"),
)
