"""All plans of the provider for its board: what to decide, in which service, which way the figures go, what turned."""

from dataclasses import dataclass

from action_plans.english.wording import counted, listed
from action_plans.model.plan import Plan
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.pages.board_page import decision_words
from action_plans.staff.parts.board_changes import since_meetings
from action_plans.staff.parts.board_decisions import decisions
from action_plans.staff.parts.expected import review_words
from action_plans.staff.plan_menu import BOARD_PAGE, BOARD_TITLE
from action_plans.tracing.addresses import BOARD, plan_address
from action_plans.tracing.counts import Counts
from action_plans.tracing.coverage import coverage


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """How a plan stands: its board page, its service, findings put right, and what needs a board, in figures."""

    link: Link
    service: str
    confirmed: str
    counts: Counts
    review: str
    gravity: tuple[int, int, int, int]


def provider_board_page(context: PageContext) -> Page:
    """Return the board page of all plans. Cost: linear in everything, apart from sorting."""
    here = context.at(BOARD)
    asked = decisions(here, context.plans)
    rows = sorted((_standing(here, plan) for plan in context.plans), key=lambda row: row.gravity)
    html = here.render(
        "staff/provider_board.html.j2",
        head=here.head(BOARD_TITLE, _what(context)),
        decisions=asked,
        decision_words=decision_words(asked),
        since=since_meetings(here, context.plans),
        plans=rows,
        has_services=context.has_services,
    )
    words = "all plans: decisions asked for, figures and their direction, what turned since the board last met"
    return Page(
        here.address, BOARD_TITLE, html, anchors_in(html), (SearchEntry("", BOARD_TITLE, words),), under="Plans"
    )


def _what(context: PageContext) -> str:
    provider = context.trace.portfolio.provider
    services = {service.id.casefold() for service in context.trace.service_of.values()}
    told = (counted(len(services), "service") if len(services) > 1 else "", counted(len(context.plans), "plan"))
    many = listed(words for words in told if words)
    return f"{provider.name}, {many}" if provider is not None else many


def _standing(here: Here, plan: Plan) -> PlanStanding:
    trace = here.context.trace
    counts, covered = trace.counts((plan,)), coverage(trace.findings_of(plan))
    link = here.link(plan.id)
    worst = (counts.slipped, counts.unaddressed, counts.overdue, counts.unproven)
    return PlanStanding(
        link=Link(link.ref, link.title, here.to(plan_address(plan, BOARD_PAGE))),
        service=trace.service_of[plan.id].name,
        confirmed=f"{covered.confirmed} of {covered.findings}",
        counts=counts,
        review=review_words(plan.next_review, trace.today, in_full=False) if plan.next_review else "",
        gravity=(-worst[0], -worst[1], -worst[2], -worst[3]),
    )
