"""The plan in time: every action from its start to its date, by milestone, and how much room each has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from action_plans.diagrams.time_scale import TimeScale, scale_over
from action_plans.diagrams.timeline import Bar, days_of, empty_drawing, grid, milestone_drawing, timeline_head
from action_plans.english.wording import agreeing, counted, day, late_by, number
from action_plans.model.action import Timescale
from action_plans.model.measure import Milestone
from action_plans.model.plan import Plan
from action_plans.model.when import month_in_words
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.parts.expected import expected_words
from action_plans.staff.parts.time_rows import TimeRow, bar_of, in_time, last_of, time_row
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.milestones import TracedMilestone
from action_plans.tracing.room import is_undone
from action_plans.tracing.traced import TracedAction

_NAMED = 3
"""How many actions without room the first sentences name."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What every row is drawn on: the places of days, and the lines that run through all rows."""

    scale: TimeScale
    lines: str


@dataclass(frozen=True, slots=True)
class Phase:
    """Actions under one heading: a milestone with its day and what it waits for, or words; none where all are one.

    `record` is the milestone, with what else is written of it.
    """

    link: Link | None
    title: str
    words: str
    waits_for: tuple[Link, ...]
    svg: Markup
    rows: tuple[TimeRow, ...]
    record: Milestone | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """Actions of a month, for narrow screens; first what should be done by now, last what is done or stopped."""

    title: str
    rows: tuple[TimeRow, ...]


def timeline_page(context: PageContext, plan: Plan) -> Page:
    """Return the timeline of a plan."""
    here = context.at(plan_address(plan, "timeline"), plan)
    actions = in_time(context.trace.actions_of(plan))
    bars = {action.ref: bar_of(here, action) for action in actions}
    stones = [context.trace.milestones[ref] for ref in _milestones(context, plan)]
    scale = _scale(here, plan, tuple(bars.values()), stones)
    assessment = plan.next_assessment.last if plan.next_assessment else None
    lines = grid(scale, context.trace.today, assessment)
    rows = {action.ref: time_row(here, action, bars[action.ref], scale, lines) for action in actions}
    head = timeline_head(scale, lines, context.trace.today, assessment)
    html = here.render(
        "staff/timeline.html.j2",
        head=here.head("Actions and their dates", ref=plan.id, crumb="Timeline", lede=_lede(here, actions)),
        scale=Markup(head),  # noqa: S704 -- its words are ours, and escaped
        phases=tuple(_phases(here, actions, stones, rows, Ground(scale, lines))),
        months=tuple(_months(here, actions, rows)),
        has_room=any(row.room for row in rows.values()),
        assessment=expected_words(plan.next_assessment, context.trace.today) if plan.next_assessment else "",
    )
    title = f"{plan.id} Timeline"
    entry = SearchEntry("", title, "timeline, dates, room, what a delay moves")
    return Page(
        here.address, title, html, anchors_in(html), (entry,), plan.path, under=context.plan_word, reference=plan.id
    )


def _milestones(context: PageContext, plan: Plan) -> list[str]:
    stones = context.trace.milestones
    own = [ref for ref, stone in stones.items() if stone.plan is plan]
    return sorted(own, key=lambda ref: stones[ref].record.due.last)


def _scale(here: Here, plan: Plan, bars: Sequence[Bar], stones: Sequence[TracedMilestone]) -> TimeScale:
    days = [here.context.trace.today, *days_of(bars), *(stone.record.due.last for stone in stones)]
    days += [stone.record.reached_on.last for stone in stones if stone.record.reached_on is not None]
    if plan.next_assessment is not None:
        days.append(plan.next_assessment.last)
    return scale_over(days)


def _lede(here: Here, actions: Sequence[TracedAction]) -> str:
    if not actions:
        return "The plan has no actions yet, so there is nothing to show in time."
    trace = here.context.trace
    undone = [action for action in actions if is_undone(action)]
    if not undone:
        return f"All of {counted(len(actions), 'action')} are closed or stopped." if len(actions) > 1 else "It is done."
    late = sum(action.due.last < trace.today for action in undone)
    said = [f"Of {counted(len(actions), 'action')} {agreeing(len(undone), 'is', 'are')} still to be done"]
    if late:
        said[0] += f", {number(late)} of them late"
    tight = [(action, trace.rooms[action.ref]) for action in undone if action.ref in trace.rooms]
    tight = sorted((pair for pair in tight if pair[1].days <= 0), key=lambda pair: pair[1].days)
    for action, room in tight[:_NAMED]:
        waits = here.link(room.waits).ref if room.waits is not None else "the next assessment"
        if room.days < 0:
            said.append(f"{action.record.id} ends {counted(-room.days, 'day')} too late for {waits}")
        else:
            said.append(f"{action.record.id} has no room: one day more moves {waits}")
    if len(tight) > _NAMED:
        more = counted(len(tight) - _NAMED, "more has", "more have")
        said.append(f"{more[0].upper()}{more[1:]} no room either")
    return ". ".join(said) + "."


def _phases(
    here: Here,
    actions: Sequence[TracedAction],
    stones: Sequence[TracedMilestone],
    rows: Mapping[str, TimeRow],
    ground: Ground,
) -> Iterator[Phase]:
    """Yield the milestones in the order of their days, then what is for none, by timescale where that is written."""
    for stone in stones:
        own = tuple(rows[action.ref] for action in actions if action.milestone == stone.ref)
        reached = stone.record.reached_on
        svg = milestone_drawing(
            (reached or stone.record.due).last, ground.scale, ground.lines, is_reached=reached is not None
        )
        missed = f", {late_by(stone.record.due.last, here.context.trace.today)}" if stone.is_missed else ""
        words = f"Reached {day(reached)}" if reached else f"Due {day(stone.record.due)}{missed}"
        waits = () if reached else here.links(stone.waits_for)
        yield Phase(here.link(stone.ref), "", words, waits, Markup(svg), own, stone.record)  # noqa: S704 -- no text in it
    left = [action for action in actions if action.milestone is None]
    for title, kind in (("Short term", Timescale.SHORT_TERM), ("Long term", Timescale.LONG_TERM), ("", None)):
        own = tuple(rows[action.ref] for action in left if action.record.timescale is kind)
        if own:
            said = title or ("Other actions" if stones or len(own) < len(left) else "")
            yield Phase(None, said, "", (), Markup(empty_drawing(ground.lines)), own)  # noqa: S704 -- it holds no text


def _months(here: Here, actions: Sequence[TracedAction], rows: Mapping[str, TimeRow]) -> Iterator[Month]:
    today = here.context.trace.today
    undone = [action for action in actions if is_undone(action)]
    late = [action for action in undone if last_of(action) < today]
    by_month: dict[str, list[TracedAction]] = {"Should be done by now": late} if late else {}
    for action in undone:
        if last_of(action) >= today:
            by_month.setdefault(month_in_words(last_of(action)), []).append(action)
    done = [action for action in reversed(actions) if not is_undone(action)]
    if done:
        by_month["Done or stopped"] = done
    for title, several in by_month.items():
        yield Month(title, tuple(rows[action.ref] for action in several))
