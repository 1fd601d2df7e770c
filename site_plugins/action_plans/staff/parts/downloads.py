"""The files that lie beside a plan's page: the plan as a spreadsheet, as CSV and as a calendar."""

from collections.abc import Iterator

from action_plans.exchange.plan_exports import DOWNLOADS, EXPORTS
from action_plans.model.plan import Plan
from action_plans.staff.context import Here, Link
from action_plans.staff.page import Asset
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.trace import Trace


def downloads(here: Here, plan: Plan) -> tuple[tuple[Link, str], ...]:
    """Return the links to a plan's files, each with what it is for."""
    return tuple((Link("", _TITLES[form], here.to(_path(plan, form))), _ARE[form]) for form in DOWNLOADS)


def download_files(trace: Trace) -> Iterator[Asset]:
    """Yield the files of every plan. Nothing that is kept on request is in them."""
    for plan in trace.portfolio.plans:
        for form in DOWNLOADS:
            yield Asset(_path(plan, form), EXPORTS[form](trace, plan))


def _path(plan: Plan, form: str) -> str:
    return f"{plan_address(plan)}plan.{form}"


_TITLES = {"xlsx": "Spreadsheet (Excel)", "csv": "Actions as CSV", "ics": "Calendar"}
_ARE = {
    "xlsx": "change it and send it back: what was changed is written into the plan, nothing else",
    "csv": "for other programs",
    "ics": "what is due when, for Outlook and other calendars",
}
