"""What the workbook says about itself, for whoever gets it by e-mail."""

from action_plans.model.plan import Plan
from action_plans.model.when import day_in_words
from action_plans.tracing.trace import Trace


def how_to_use(trace: Trace, plan: Plan) -> tuple[str, ...]:
    """Return the lines of the sheet that says how to use the others."""
    return (
        f"{plan.title} ({plan.id}), as at {day_in_words(trace.today)}",
        f"Service: {trace.service_of[plan.id].name}",
        "",
        "Actions holds what is open, Closed what is closed or stopped. A row may stand on either.",
        "White cells can be changed. Grey cells are worked out by the plan: what you write there is ignored.",
        "Findings and Measures are there to read: what you write there is ignored, too.",
        "Save the file under any name and send it back. Whoever keeps the plan runs: action-plans import FILE",
        "Only cells that you change are taken over. What somebody else changed in the plan meanwhile stays.",
        "",
        "A new date: write it in Revised due and why in Reason for new date. Due stays what was first promised.",
        "To correct a date that was wrong from the beginning, change Due.",
        "News: write it over Latest update. It is added with today's date; the earlier news stay in the plan.",
        "To close an action, pick Closed in Status, and write the day in Closed on if it was not today.",
        "To open one again, pick Open, and say why in Latest update.",
        "A new action: write it in a row below, without a reference, with Action, Owner and Due.",
        "To take something out, empty its cell. A row that you delete is not deleted in the plan.",
        "Several in a cell, such as F1, F2: commas between them.",
        "Do not change the column Reference, nor the hidden sheet.",
    )
