"""What changed in plans since a group last met: turning points first, then how much, and the newest of the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from action_plans.english.wording import counted, day, listed, lower_first, number, sentence
from action_plans.model.action_parts import CheckResult
from action_plans.model.plan import Plan
from action_plans.model.record import slug
from action_plans.model.when import When
from action_plans.staff.context import Here
from action_plans.staff.parts.action_events import routine
from action_plans.staff.parts.board_figures import BoardFigure, board_figures
from action_plans.staff.parts.board_turns import Turn, turns
from action_plans.staff.parts.events import Event, LogDay, log
from action_plans.staff.parts.plan_events import plan_events
from action_plans.tracing.meetings import Meeting, meetings
from action_plans.tracing.since import Since as Started
from action_plans.tracing.since import happened
from action_plans.tracing.traced import TracedAction

_MOST_GROUPS, _MOST_TURNS, _MOST_EVENTS, _MONTH = 6, 8, 4, timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since a group last met, or in the last 28 days where none did.

    `decided` is what it said then. `figures` are set against that day, whose name is `before`. `turns` are turning
    points, the gravest first; `words` say how much changed, `days` the newest of the rest.
    """

    anchor: str
    title: str
    decided: str
    before: str
    figures: tuple[BoardFigure, ...]
    turns: tuple[Turn, ...]
    more_turns: str
    words: str
    days: tuple[LogDay, ...]
    more: str


def since_meetings(here: Here, plans: tuple[Plan, ...]) -> tuple[Since, ...]:
    """Return what changed since each group last considered the plans, the newest meeting first."""
    found: dict[str, Meeting] = {}
    for meeting in meetings(here.context.trace, plans)[:_MOST_GROUPS]:
        anchor = f"_since-{slug(meeting.group) or 'group'}"
        while anchor in found:  # another group whose name differs only in signs
            anchor += "-2"
        found[anchor] = meeting
    several = tuple(_since(here, plans, anchor, meeting) for anchor, meeting in found.items())
    return several or (_since(here, plans, "_since", None),)


def _since(here: Here, plans: tuple[Plan, ...], anchor: str, meeting: Meeting | None) -> Since:
    trace = here.context.trace
    when = meeting.date if meeting is not None else When.on(trace.today - _MONTH)
    start = when.last
    found = turns(here, plans, start)
    actions = [action for plan in plans for action in trace.actions_of(plan)]
    rest = _routine(here, plans, start, {(turn.when, turn.ref) for turn in found})
    left = len(rest) - _MOST_EVENTS
    return Since(
        anchor=anchor,
        title=f"{meeting.group}: since {day(when)}" if meeting is not None else "What changed in the last 28 days",
        decided=_decided(here, meeting),
        before=day(when),
        figures=board_figures(here, plans, when),
        turns=found[:_MOST_TURNS],
        more_turns=_more(len(found) - _MOST_TURNS),
        words=_in_numbers(actions, start, trace.today),
        days=log(here, [_with_title(here, event) for event in rest[:_MOST_EVENTS]]),
        more=_more(left),
    )


def _decided(here: Here, meeting: Meeting | None) -> str:
    if meeting is None:
        return ""
    service = here.service(meeting.plan.id)
    about = f" ({service})" if service else ""
    return sentence(f"it decided{about}: {lower_first(meeting.approval.decision)}")


def _more(left: int) -> str:
    return sentence(f"and {counted(left, 'more', 'more')}") if left > 0 else ""


def _routine(here: Here, plans: Iterable[Plan], start: date, told: set[tuple[When, str]]) -> list[Event]:
    """Return what else happened after a day, the newest first, without what is a turning point."""
    trace = here.context.trace
    seen: dict[tuple[When, str | None, str], Event] = {}
    for plan in plans:
        events = [*plan_events(trace, plan)]
        events += [event for one in trace.actions_of(plan) for event in routine(trace, one)]
        for event in events:
            if event.when.last > start and (event.when, event.ref) not in told:
                seen.setdefault((event.when, event.ref, event.words), event)
    return sorted(seen.values(), key=lambda event: (event.when.last, event.when.first), reverse=True)


def _with_title(here: Here, event: Event) -> Event:
    """Return an event with the title of what it is about in its words, and without its details."""
    is_plan = event.ref is None or "/" not in event.ref
    if is_plan:
        return Event(event.when, event.ref if here.plan is None else None, event.words)
    return Event(event.when, event.ref, f"{here.context.trace.node(event.ref or '').title}: {event.words}")


def _in_numbers(actions: Iterable[TracedAction], start: date, today: date) -> str:
    """Return how many actions were closed, opened again, stopped, moved and checked after a day, in one sentence."""
    much = happened(actions, Started(start), today)
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
