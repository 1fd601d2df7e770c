"""A plan's actions as CSV, which every program opens: open ones first, then the closed."""

import csv
from decimal import Decimal
from io import StringIO

from action_plans.exchange.action_columns import Cell
from action_plans.exchange.plan_tables import action_table
from action_plans.exchange.safe_cells import for_csv
from action_plans.model.plan import Plan
from action_plans.model.when import When
from action_plans.tracing.trace import Trace


def plan_csv(trace: Trace, plan: Plan) -> bytes:
    """Return the actions of a plan as CSV in UTF-8 with its mark, without which Excel misreads it.

    A month stands as its last day: Excel would make its first day of it.
    """
    ordered = sorted(trace.actions_of(plan), key=lambda action: not action.is_open)
    table = action_table(trace, "Actions", ordered)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    for row in table.rows:
        writer.writerow(_words(cell) for cell in row)
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def _words(cell: Cell | Decimal) -> str:
    if isinstance(cell, Decimal):
        return str(cell)
    return cell.last.isoformat() if isinstance(cell, When) else for_csv(cell)
