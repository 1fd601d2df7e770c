"""The turning points of plans after a day: what slipped, was opened again, became late, moved, stopped, was reached."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from action_plans.english.wording import day, on_day, sentence
from action_plans.model.action_parts import CheckResult
from action_plans.model.plan import Plan
from action_plans.model.when import When
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.tags import Tag
from action_plans.tracing.states import Condition
from action_plans.tracing.traced import TracedAction

_SLIPPED, _AGAIN = Tag("slipped", "Slipped"), Tag("at-risk", "Opened again")
_FAILED = Tag("off-track", "Does not hold")
_LATE, _MISSED = Tag("overdue", "Late"), Tag("overdue", "Missed")
_MOVED, _STOPPED, _REACHED = Tag("late-forecast", "Moved"), Tag("stopped", "Stopped"), Tag("verified", "Reached")
_ORDER = (_SLIPPED, _AGAIN, _FAILED, _LATE, _MISSED, _MOVED, _STOPPED, _REACHED)


@dataclass(frozen=True, slots=True)
class Turn:
    """A turning point: its word, what it is about, in which service, whose it is, our words, and people's own."""

    tag: Tag
    when: When
    ref: str
    link: Link
    service: str
    owner: str
    words: str
    detail: str


def turns(here: Here, plans: Iterable[Plan], start: date) -> tuple[Turn, ...]:
    """Return the turning points after a day and up to today, the gravest first, then the newest."""
    found = [turn for plan in plans for turn in _of_plan(here, plan)]
    today = here.context.trace.today
    lies_in = [turn for turn in found if start < turn.when.last and turn.when.first <= today]
    return tuple(sorted(lies_in, key=lambda turn: (_ORDER.index(turn.tag), -turn.when.last.toordinal())))


def _of_plan(here: Here, plan: Plan) -> Iterator[Turn]:
    trace = here.context.trace
    for action in trace.actions_of(plan):
        owner = trace.people[plan.id].title(action.record.owner)
        for tag, when, words, detail in _of_action(action):
            yield _turn(here, tag, when, action.ref, owner, words, detail)
    for traced in trace.milestones_of(plan):
        ref, stone = traced.ref, traced.record
        if stone.reached_on is not None:
            yield _turn(here, _REACHED, stone.reached_on, ref, "", f"reached {on_day(stone.reached_on)}", "")
        elif traced.is_missed:
            yield _turn(here, _MISSED, stone.due, ref, "", f"was due {on_day(stone.due)} and is not reached", "")


def _of_action(action: TracedAction) -> Iterator[tuple[Tag, When, str, str]]:
    record = action.record
    for check in record.checks:
        if check.result is CheckResult.SLIPPED:
            was_closed = record.closed_on is not None and check.date.last >= record.closed_on.first
            tag = _SLIPPED if was_closed else _FAILED
            yield tag, check.date, f"found {on_day(check.date)} not to hold", check.found or ""
    if action.condition is Condition.SLIPPED and action.results[0].check is None:
        judged = action.results[0].when
        yield _SLIPPED, judged, f"evidence of {day(judged)} shows that it does not hold", ""
    for again in record.reopened:
        yield _AGAIN, again.date, f"opened again {on_day(again.date)}", again.reason or ""
    if action.condition is Condition.OVERDUE:
        yield _LATE, action.due, f"was due {on_day(action.due)} and is not finished", ""
    before = record.due
    for moved in sorted(record.revised, key=lambda one: one.date.last):
        yield _MOVED, moved.date, f"from {day(before)} to {day(moved.due)}", moved.reason or ""
        before = moved.due
    if record.stopped is not None:
        yield _STOPPED, record.stopped.date, f"stopped {on_day(record.stopped.date)}", record.stopped.because or ""


def _turn(here: Here, tag: Tag, when: When, ref: str, owner: str, words: str, detail: str) -> Turn:
    said = f"{sentence(words)[:-1]}:" if detail else sentence(words)
    return Turn(tag, when, ref, here.link(ref), here.service(ref), owner, said, detail)
