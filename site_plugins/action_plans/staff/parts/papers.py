"""What can be printed and handed on from a plan: links to its papers, those that have something to show."""

from action_plans.model.plan import Plan
from action_plans.staff.context import Here, Link
from action_plans.staff.plan_menu import PAPERS
from action_plans.tracing.addresses import plan_address


def papers(here: Here, plan: Plan) -> tuple[tuple[Link, str], ...]:
    """Return the links to a plan's papers, each with what it is for."""
    menu = (entry for entry in here.context.menu(plan) if entry.page in PAPERS)
    return tuple((Link("", one.title, here.to(plan_address(plan, one.page))), one.holds) for one in menu)
