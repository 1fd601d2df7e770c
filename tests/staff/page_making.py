"""Pages of small projects, as the edition makes them."""

from functools import cache

from action_plans.checking.checker import check
from action_plans.project.template_folders import builtin_templates
from action_plans.project.templates import Templates
from action_plans.staff.context import PageContext
from action_plans.staff.pages.action_page import action_page
from action_plans.staff.pages.finding_page import finding_page
from action_plans.staff.pages.home_page import home_page
from action_plans.staff.pages.plan_page import plan_page
from action_plans.staff.staff_templates import staff_templates
from action_plans.tracing.trace import Trace


def context_of(trace: Trace) -> PageContext:
    """Return what the pages of a trace are made from, with the problems that the checker finds."""
    return PageContext(trace, check(trace), _templates(), "Test")


@cache
def _templates() -> Templates:
    """Compiling them takes longer than rendering."""
    return staff_templates([builtin_templates()])


def home(trace: Trace) -> str:
    """Return the HTML of the home page."""
    return home_page(context_of(trace)).html


def plan(trace: Trace) -> str:
    """Return the HTML of the first plan's page."""
    return plan_page(context_of(trace), trace.portfolio.plans[0]).html


def finding(trace: Trace, ref: str = "OAK/F1") -> str:
    """Return the HTML of a finding's page."""
    return finding_page(context_of(trace), trace.findings[ref]).html


def action(trace: Trace, ref: str = "OAK/A1") -> str:
    """Return the HTML of an action's page."""
    return action_page(context_of(trace), trace.actions[ref]).html
