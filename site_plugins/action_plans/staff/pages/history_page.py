"""How a plan went on: progress over time, from its own dates."""

from action_plans.model.plan import Plan
from action_plans.staff.context import PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.parts.progress import progress
from action_plans.tracing.addresses import plan_address


def history_page(context: PageContext, plan: Plan) -> Page:
    """Return the page of how a plan went on."""
    here = context.at(plan_address(plan, "history"), plan)
    view = progress(here, plan)
    lede = (
        "" if view is not None else "No action of this plan has a date before today yet, so there is nothing to tell."
    )
    html = here.render(
        "staff/history.html.j2",
        head=here.head("How the plan went on", ref=plan.id, crumb="History", lede=lede),
        progress=view,
    )
    title = f"{plan.id} History"
    entry = SearchEntry("", title, "history, progress over time, burn-up, how long findings have stood open")
    return Page(
        here.address, title, html, anchors_in(html), (entry,), plan.path, under=context.plan_word, reference=plan.id
    )
