"""What changed in a plan since a board last saw it: how much, and the newest of it, from dated records only."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from action_plans.english.wording import counted, day, listed, lower_first, number, sentence
from action_plans.model.action_parts import CheckResult
from action_plans.model.plan import Approval, Plan
from action_plans.model.when import When
from action_plans.staff.context import Here
from action_plans.staff.parts.action_events import turning_points
from action_plans.staff.parts.events import Event, LogDay, log
from action_plans.staff.parts.plan_events import plan_events
from action_plans.tracing.days import has_come
from action_plans.tracing.people import People
from action_plans.tracing.traced import TracedAction

_MOST_EVENTS, _MONTH = 6, timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a day: the title says since when, the words how much, then the newest."""

    title: str
    words: str
    days: tuple[LogDay, ...]
    more: str


def changes(here: Here, plan: Plan) -> Changes:
    """Return what happened after a group last considered the plan; where none did, in the last 28 days."""
    trace = here.context.trace
    last = _last_approval(plan, trace.people[plan.id], trace.today)
    start = last.date.last if last is not None else trace.today - _MONTH
    title = f"What changed since {day(last.date)}" if last is not None else "What changed in the last 28 days"
    said = [sentence(f"{last.group} on {day(last.date)}: {lower_first(last.decision)}")] if last is not None else []
    actions = trace.actions_of(plan)
    events = [*plan_events(trace, plan), *(event for one in actions for event in turning_points(trace, one))]
    seen = {(event.when, event.ref, event.words): event for event in events if event.when.last > start}
    newest = sorted(seen.values(), key=lambda event: (event.when.last, event.when.first), reverse=True)
    left = len(newest) - _MOST_EVENTS
    shown = [_with_title(here, plan, event) for event in newest[:_MOST_EVENTS]]
    said += [since] if (since := _in_numbers(actions, start, trace.today)) else []
    more = sentence(f"and {counted(left, 'more', 'more')}") if left > 0 else ""
    return Changes(title, " ".join(said), log(here, shown), more)


def _last_approval(plan: Plan, people: People, today: date) -> Approval | None:
    """Return the newest decision of a group: not that of one role, nor of a body outside."""
    of_groups = [
        one
        for one in plan.approvals
        if has_come(one.date, today) and not people.is_role(one.group) and one.group.casefold() not in people.outside
    ]
    return max(of_groups, key=lambda one: one.date.last, default=None)


def _with_title(here: Here, plan: Plan, event: Event) -> Event:
    """Return an event with the title of what it is about in its words, and without its details."""
    if event.ref is None or event.ref == plan.id:
        return Event(event.when, None, event.words)
    return Event(event.when, event.ref, f"{here.context.trace.node(event.ref).title}: {event.words}")


def _in_numbers(actions: Iterable[TracedAction], start: date, today: date) -> str:
    """Return how many actions were closed, opened again, stopped, moved and checked after a day, in one sentence."""

    def lies_in(when: When | None) -> bool:
        return when is not None and start < when.last and when.first <= today

    records = [action.record for action in actions]
    checks = Counter(check.result for record in records for check in record.checks if lies_in(check.date))
    found = (
        (sum(lies_in(record.closed_on) for record in records), "action closed", "actions closed"),
        (sum(lies_in(one.date) for record in records for one in record.reopened), "opened again", "opened again"),
        (sum(record.stopped is not None and lies_in(record.stopped.date) for record in records), "stopped", "stopped"),
        (sum(lies_in(one.date) for record in records for one in record.revised), "date moved", "dates moved"),
        *((checks[result], f"check {word}", f"checks {words}") for result, word, words in _CHECKS),
    )
    return sentence(
        listed(f"{number(count)} {one if count == 1 else several}" for count, one, several in found if count)
    )


_CHECKS = (
    (CheckResult.HOLDS, "found that it holds", "found that it holds"),
    (CheckResult.PARTLY, "found that it partly holds", "found that it partly holds"),
    (CheckResult.SLIPPED, "found that it does not hold", "found that it does not hold"),
)
