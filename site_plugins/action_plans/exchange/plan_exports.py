"""The forms in which a plan leaves: one list of them, for the command and for the plan's page."""

from collections.abc import Callable, Mapping

from action_plans.exchange.calendar import plan_calendar
from action_plans.exchange.plan_csv import plan_csv
from action_plans.exchange.plan_json import plan_json
from action_plans.exchange.workbook_writing import workbook
from action_plans.model.plan import Plan
from action_plans.tracing.trace import Trace

EXPORTS: Mapping[str, Callable[[Trace, Plan], bytes]] = {
    "xlsx": workbook,
    "csv": plan_csv,
    "json": plan_json,
    "ics": plan_calendar,
}
"""What makes each form, by the ending of its file."""

DOWNLOADS = ("xlsx", "csv", "ics")
"""Those that lie beside a plan's page, as `plan.xlsx` and so on."""
