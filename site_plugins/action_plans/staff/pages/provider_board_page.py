"""All plans for one board: where its decisions are wanted, service by service, and what turned lately."""

from collections.abc import Iterator
from dataclasses import dataclass

from action_plans.english.wording import agreeing, counted, day, listed, sentence
from action_plans.model.plan import Plan
from action_plans.staff.context import Here, Link, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.parts.action_events import turning_points
from action_plans.staff.parts.board_changes import MONTH
from action_plans.staff.parts.board_decisions import decisions
from action_plans.staff.parts.events import Event, LogDay, log
from action_plans.staff.parts.plan_events import milestone_turns
from action_plans.staff.plan_menu import BOARD_PAGE, has_board
from action_plans.tracing.addresses import BOARD, plan_address

_MOST_DECISIONS, _MOST_EVENTS = 3, 12


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan as the board of all sees it: its summary, its service, what is wrong, what is asked for, what comes."""

    link: Link
    service: str
    bad: str
    asked: tuple[str, ...]
    more: str
    proven: str
    assessment: str


def provider_board_page(context: PageContext) -> Page:
    """Return the board summary of all plans, those that ask most first. Cost: linear in everything."""
    here = context.at(BOARD)
    plans = [plan for plan in context.plans if has_board(plan)]
    asked = {plan.id: decisions(here, plan) for plan in plans}
    ordered = sorted(plans, key=lambda plan: -_weight(here, plan))
    turned, more = _turned(here, plans)
    wanting = sum(bool(asked[plan.id]) for plan in plans)
    total = sum(len(several) for several in asked.values())
    lede = "No decision is asked for."
    if total:
        are = "is" if total == 1 else "are"
        lede = sentence(f"{counted(total, 'decision')} {are} asked for, in {counted(wanting, 'plan')} of {len(plans)}")
    title = "For the board: all plans"
    html = here.render(
        "staff/provider_board.html.j2",
        head=here.head(title, lede=lede, crumb="For the board"),
        rows=tuple(_row(here, plan, [one.title for one in asked[plan.id]]) for plan in ordered),
        turned=turned,
        more=more,
        since=day(context.trace.today - MONTH),
    )
    entry = SearchEntry("", title, "decisions needed in all services, what slipped, what is late")
    return Page(here.address, title, html, anchors_in(html), (entry,), under=context.plan_word)


def _weight(here: Here, plan: Plan) -> int:
    """Return how badly a plan stands: what does not hold weighs most, what is unproven least."""
    counts = here.context.trace.counts((plan,))
    return 4 * counts.slipped + 3 * counts.overdue + 2 * counts.unaddressed + counts.unproven


def _row(here: Here, plan: Plan, titles: list[str]) -> PlanRow:
    trace = here.context.trace
    counts = trace.counts((plan,))
    bad = (
        (counts.slipped, "does not hold", "do not hold"), (counts.overdue, "is late", "are late"),
        (counts.unaddressed, "finding has no action", "findings have no action"),
        (counts.unproven, "is closed without proof", "are closed without proof"),
    )  # fmt: skip
    words = [agreeing(count, one, several) for count, one, several in bad if count]
    left = len(titles) - _MOST_DECISIONS
    return PlanRow(
        link=Link(plan.id, plan.title, here.to(plan_address(plan, BOARD_PAGE))),
        service=trace.service_of[plan.id].name,
        bad=sentence(listed(words)) if words else "Nothing is late, without action or without proof.",
        asked=tuple(titles[:_MOST_DECISIONS]),
        more=sentence(f"and {counted(left, 'more', 'more')}") if left > 0 else "",
        proven=f"{counts.verified} of {counts.closed}" if counts.closed else "none closed",
        assessment=day(plan.next_assessment) if plan.next_assessment else "",
    )


def _turned(here: Here, plans: list[Plan]) -> tuple[tuple[LogDay, ...], str]:
    """Return the newest turning points of all plans within 28 days, and how many more there are."""
    start = here.context.trace.today - MONTH
    found = [event for plan in plans for event in _events(here, plan) if event.when.last > start]
    found.sort(key=lambda event: (event.when.last, event.when.first), reverse=True)
    left = len(found) - _MOST_EVENTS
    return log(here, found[:_MOST_EVENTS]), sentence(f"and {counted(left, 'more', 'more')}") if left > 0 else ""


def _events(here: Here, plan: Plan) -> Iterator[Event]:
    trace = here.context.trace
    yield from milestone_turns(trace, plan)
    for action in trace.actions_of(plan):
        yield from turning_points(trace, action)
