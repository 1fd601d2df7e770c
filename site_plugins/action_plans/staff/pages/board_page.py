"""The plan for a board, on one or two sheets: what to decide, which way the figures go, what turned since it met."""

from action_plans.english.wording import counted
from action_plans.model.plan import Plan
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.parts.board_changes import since_meetings
from action_plans.staff.parts.board_decisions import Decision, decisions
from action_plans.staff.parts.board_rows import (
    coming_words,
    expected_results,
    greatest_risks,
    late_rows,
    standing_facts,
)
from action_plans.staff.plan_menu import BOARD_PAGE, BOARD_TITLE, has_board
from action_plans.tracing.addresses import BOARD, plan_address


def board_page(context: PageContext, plan: Plan) -> Page:
    """Return the board summary of a plan. Cost: linear in what is written in it, apart from sorting."""
    here = context.at(plan_address(plan, BOARD_PAGE), plan)
    asked = decisions(here, (plan,))
    late, more_late = late_rows(here, plan)
    html = here.render(
        "staff/board.html.j2",
        head=here.head(BOARD_TITLE, _what(here, plan), ref=plan.id, crumb=BOARD_TITLE),
        title=plan.title,
        is_empty=not has_board(plan),
        above=here.to(BOARD) if context.trace.extent.plans > 1 else "",
        decisions=asked,
        decision_words=decision_words(asked),
        since=since_meetings(here, (plan,)),
        late=late,
        more_late=more_late,
        facts=standing_facts(here, plan),
        risks=greatest_risks(here, plan),
        aim=plan.summary,
        expected=tuple(expected_results(here, plan)),
        coming=coming_words(plan, context.trace.today),
    )
    title = f"{plan.id} {BOARD_TITLE}"
    entry = SearchEntry(
        "", title, "one page: decisions asked for, figures and their direction, late and slipped, risks, what changed"
    )
    return Page(
        here.address, title, html, anchors_in(html), (entry,), plan.path, under=context.plan_word, reference=plan.id
    )


def decision_words(asked: tuple[Decision, ...]) -> str:
    """Return how many decisions are asked for, as a heading."""
    return f"What we ask you to decide: {counted(len(asked), 'decision')}" if asked else "What we ask you to decide"


def _what(here: Here, plan: Plan) -> str:
    service = here.context.trace.service_of[plan.id].name
    return f"{service}, version {plan.version}" if plan.version else service
