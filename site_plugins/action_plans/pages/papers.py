"""What can be printed and handed on from a plan: links to its papers, those that have something to show."""

from action_plans.model.plan import Plan
from action_plans.pages.addresses import plan_address
from action_plans.pages.board_page import BOARD, TITLE, has_board
from action_plans.pages.context import Here, Link
from action_plans.pages.family_page import FAMILY, has_family_words
from action_plans.pages.family_page import TITLE as FAMILY_TITLE
from action_plans.pages.report_on_actions_page import REPORT, has_report
from action_plans.pages.report_on_actions_page import TITLE as REPORT_TITLE


def papers(here: Here, plan: Plan) -> tuple[tuple[Link, str], ...]:
    """Return the links to a plan's papers, each with what it is for."""
    found = []
    if has_report(here.context, plan):
        link = Link("", REPORT_TITLE, here.to(plan_address(plan, REPORT)))
        found.append((link, "CQC's form, a printed page for each regulation that was not met"))
    if has_board(plan):
        found.append(
            (
                Link("", TITLE, here.to(plan_address(plan, BOARD))),
                "one page: what is proven, what is late, what to decide",
            )
        )
    if has_family_words(plan):
        link = Link("", FAMILY_TITLE, here.to(plan_address(plan, FAMILY)))
        found.append((link, "what families would read, beside what the plan says, and what waits for approval"))
    return tuple(found)
