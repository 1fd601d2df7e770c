"""The files that lie beside a plan's pages: the plan as a spreadsheet, as CSV, as a calendar; its report for CQC."""

from collections.abc import Iterator

from action_plans.exchange.plan_exports import DOWNLOADS, EXPORTS
from action_plans.model.plan import Plan
from action_plans.staff.context import Here
from action_plans.staff.page import Asset
from action_plans.staff.page_head import Link
from action_plans.staff.plan_menu import REPORT_PAGE
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.reported import breaches
from action_plans.tracing.trace import Trace


def downloads(here: Here, plan: Plan) -> tuple[tuple[Link, str], ...]:
    """Return the links to a plan's files, each with what it is for."""
    files = [(Link("", _TITLES[form], here.to(_path(plan, form))), _ARE[form]) for form in DOWNLOADS]
    if breaches(here.context.trace, plan):
        files.append((report_download(here, plan), "CQC's form as it stands today, to send, or to finish in Word"))
    return tuple(files)


def report_download(here: Here, plan: Plan) -> Link:
    """Return the link to a plan's report on actions as a Word file; there is one where something is reported."""
    return Link("", "Report on actions (Word)", here.to(_report_path(plan)))


def download_files(trace: Trace) -> Iterator[Asset]:
    """Yield the files of every plan. Nothing that is kept on request is in them."""
    for plan in trace.portfolio.plans:
        for form in DOWNLOADS:
            yield Asset(_path(plan, form), EXPORTS[form](trace, plan))
        if breaches(trace, plan):
            # python-docx and lxml take as long to load as a small plan to read: only where a file is made.
            from action_plans.exchange.report_docx import report_docx  # noqa: PLC0415 -- see above

            yield Asset(_report_path(plan), report_docx(trace, plan))


def _path(plan: Plan, form: str) -> str:
    return f"{plan_address(plan)}plan.{form}"


def _report_path(plan: Plan) -> str:
    return f"{plan_address(plan, REPORT_PAGE)}report.docx"


_TITLES = {"xlsx": "Spreadsheet (Excel)", "csv": "Actions as CSV", "ics": "Calendar"}
_ARE = {
    "xlsx": "change it and send it back: what was changed is written into the plan, nothing else",
    "csv": "for other programs",
    "ics": "what is due when, for Outlook and other calendars",
}
