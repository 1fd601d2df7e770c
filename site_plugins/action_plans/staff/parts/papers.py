"""What can be printed and handed on from a plan: links to its papers, those that have something to show."""

from action_plans.model.plan import Plan
from action_plans.staff.context import Here, Link, PageContext
from action_plans.staff.parts.regulator_form import is_reported
from action_plans.tracing.addresses import plan_address

BOARD_PAGE, BOARD_TITLE = "board", "Board summary"
REPORT_PAGE, REPORT_TITLE = "report-on-actions", "Report on actions"
FAMILY_PAGE, FAMILY_TITLE = "family", "Read before you approve"


def papers(here: Here, plan: Plan) -> tuple[tuple[Link, str], ...]:
    """Return the links to a plan's papers, each with what it is for."""
    every = (
        (REPORT_PAGE, REPORT_TITLE, _REPORT_IS, has_report(here.context, plan)),
        (BOARD_PAGE, BOARD_TITLE, _BOARD_IS, has_board(plan)),
        (FAMILY_PAGE, FAMILY_TITLE, _FAMILY_IS, has_family_words(plan)),
    )
    return tuple(
        (Link("", title, here.to(plan_address(plan, page))), what) for page, title, what, there in every if there
    )


def has_board(plan: Plan) -> bool:
    """Whether there is anything to tell a board, so that the page is worth a link."""
    return bool(plan.findings or plan.actions)


def has_report(context: PageContext, plan: Plan) -> bool:
    """Whether a plan has a breach to report on, so that the form is worth a link."""
    return any(is_reported(finding) for finding in context.trace.findings_of(plan))


def has_family_words(plan: Plan) -> bool:
    """Whether a plan says anything to families."""
    return plan.family is not None or any(finding.family is not None for finding in plan.findings)


_REPORT_IS = "CQC's form, a printed page for each regulation that was not met"
_BOARD_IS = "one page: what is proven, what is late, what to decide"
_FAMILY_IS = "what families would read, beside what the plan says, and what waits for approval"
