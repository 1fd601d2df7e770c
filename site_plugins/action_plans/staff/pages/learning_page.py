"""What was learned: what people said and what it changed, small tests, lessons, thanks, who took part in deciding."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from action_plans.english.wording import agreeing, counted, day, listed, number, sentence
from action_plans.model.action_parts import Pilot
from action_plans.model.plan import Plan
from action_plans.model.plan_parts import Feedback, Recognition
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.parts.told import LEARNING
from action_plans.staff.tags import Tag, pilot_tag
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.told import TracedFeedback


@dataclass(frozen=True, slots=True)
class SaidRow:
    """What somebody said: when, what was answered, what it changed."""

    anchor: str
    day: str
    record: Feedback
    is_answered: bool
    changed: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PilotRow:
    """A small test: its action, where and when, its decision, the measures that showed it."""

    anchor: str
    action: Link
    where: str
    when: str
    record: Pilot
    tag: Tag
    measures: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LessonRow:
    """What was learned from an action, and what was difficult."""

    action: Link
    tag: Tag
    lessons: str | None
    issues: str | None


@dataclass(frozen=True, slots=True)
class ThanksRow:
    """Thanks to a team or a role."""

    who: str
    day: str
    record: Recognition
    milestone: Link | None


@dataclass(frozen=True, slots=True)
class Reached:
    """A milestone that was reached: when, against its day, and what of it does not hold."""

    link: Link
    when: str
    waits_for: tuple[Link, ...]


def learning_page(context: PageContext, plan: Plan) -> Page:
    """Return the page of what a plan has taught."""
    here = context.at(plan_address(plan, LEARNING), plan)
    feedback = context.trace.told.feedback[plan.id]
    pilots = tuple(_pilots(here, plan))
    lessons = tuple(_lessons(here, plan))
    lede = " ".join(_lede(feedback, pilots, lessons))
    html = here.render(
        "staff/learning.html.j2",
        head=here.head("What was learned", ref=plan.id, crumb="Learning", lede=lede),
        said=tuple(_said(here, one) for one in sorted(feedback, key=_newest_first)),
        pilots=pilots,
        lessons=lessons,
        thanks=tuple(_thanks(here, plan)),
        reached=tuple(_reached(here, plan)),
        involved=tuple((one.group, day(one.date) if one.date else "", one.how) for one in plan.involved),
    )
    title = f"{plan.id} Learning"
    words = "feedback, what people said and what it changed, pilots, plan do study act, lessons, recognition"
    return Page(
        here.address,
        title,
        html,
        anchors_in(html),
        (SearchEntry("", title, words),),
        plan.path,
        under=context.plan_word,
        reference=plan.id,
    )


def _lede(
    feedback: Sequence[TracedFeedback], pilots: Sequence[PilotRow], lessons: Sequence[LessonRow]
) -> Iterator[str]:
    if feedback:
        waiting = sum(not one.is_answered for one in feedback)
        changed = sum(bool(one.changed) for one in feedback)
        times = f"People told us something {_times(len(feedback))}"
        answer = "" if len(feedback) == waiting else f"; we answered {_share(len(feedback) - waiting, len(feedback))}"
        plan = f"; {agreeing(changed, 'of them changed the plan', 'of them changed the plan')}" if changed else ""
        yield sentence(f"{times}{answer}{plan}")
        if waiting:
            yield sentence(f"{agreeing(waiting, 'is', 'are')} not answered yet")
    else:
        yield "Nothing that people said about this plan is written down yet."
    if pilots:
        running = sum(one.record.decision is None for one in pilots)
        undecided = f", {number(running)} not decided yet" if running else ""
        yield sentence(counted(len(pilots), "small test") + undecided)
    if lessons:
        yield sentence(f"{counted(len(lessons), 'action')} taught us something that is written down")


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def _share(count: int, total: int) -> str:
    return ("it" if total == 1 else "each") if count == total else number(count)


def _newest_first(said: TracedFeedback) -> tuple[bool, int, int]:
    """Put what is not answered before the rest, each the newest first."""
    return said.is_answered, -said.record.date.last.toordinal(), said.place


def _said(here: Here, said: TracedFeedback) -> SaidRow:
    return SaidRow(said.anchor, day(said.record.date), said.record, said.is_answered, here.links(said.changed))


def _pilots(here: Here, plan: Plan) -> Iterator[PilotRow]:
    for action in here.context.trace.actions_of(plan):
        for place, pilot in enumerate(action.record.pilots, 1):
            found = (here.context.trace.references.find(written, plan) for written in pilot.measures)
            yield PilotRow(
                anchor=f"{action.record.id.lower()}-test-{place}",
                action=here.link(action.ref),
                where=pilot.where or "",
                when=" to ".join(day(one) for one in (pilot.from_, pilot.to) if one is not None),
                record=pilot,
                tag=pilot_tag(pilot.decision),
                measures=tuple(here.link(node.ref) for node in found if node is not None),
            )


def _lessons(here: Here, plan: Plan) -> Iterator[LessonRow]:
    for action in here.context.trace.actions_of(plan):
        record = action.record
        if record.lessons is not None or record.issues is not None:
            yield LessonRow(here.link(action.ref), here.tag(action.ref), record.lessons, record.issues)


def _thanks(here: Here, plan: Plan) -> Iterator[ThanksRow]:
    for one in sorted(plan.recognition, key=lambda thanks: thanks.date.last, reverse=True):
        who = listed(part for part in (one.team or "", here.who(one.who)) if part)
        stone = here.context.trace.references.find(one.milestone, plan) if one.milestone is not None else None
        yield ThanksRow(who or "Everybody", day(one.date), one, here.link(stone.ref) if stone is not None else None)


def _reached(here: Here, plan: Plan) -> Iterator[Reached]:
    for stone in sorted(here.context.trace.milestones_of(plan), key=lambda one: one.record.due.last):
        if stone.record.reached_on is not None:
            when = f"{day(stone.record.reached_on)}, due {day(stone.record.due)}"
            yield Reached(here.link(stone.ref), when, here.links(stone.waits_for))
