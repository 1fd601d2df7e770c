"""The process flow of a plan at full size, what it shows in words, and the same as a list."""

from action_plans.model.plan import Plan
from action_plans.staff.context import PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.parts.flows import MOST, facts, plan_flow, view
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.traced import TracedAction


def flow_page(context: PageContext, plan: Plan) -> Page:
    """Return the page of a plan's process flow."""
    here, trace = context.at(plan_address(plan, "flow"), plan), context.trace
    flow = view(plan_flow(here, plan), facts(here, plan))
    live = tuple(action for action in trace.actions_of(plan) if action.record.stopped is None)
    listed: tuple[str, ...] = ()
    if flow is None:
        listed = tuple(one.ref for one in (trace.findings_of(plan) if len(live) > MOST else live))
    html = here.render(
        "staff/flow.html.j2",
        head=here.head("Process flow", ref=plan.id, crumb="Process flow", lede=_lede(live, drawn=flow is not None)),
        flow=flow,
        listed=here.links(listed),
    )
    title = f"{plan.id} Process flow"
    entry = SearchEntry("", title, "what waits for what, longest chain, hand-overs")
    return Page(
        here.address, title, html, anchors_in(html), (entry,), plan.path, under=context.plan_word, reference=plan.id
    )


def _lede(live: tuple[TracedAction, ...], *, drawn: bool) -> str:
    """Return how to read the page, or why there is nothing to draw."""
    if not live:
        return "The plan has no actions yet."
    if len(live) > MOST:
        waits = "An arrow leads from each to those that wait for it." if drawn else "None of them waits for another."
        many = f"{len(live)} actions are too many for one picture, so here are the findings."
        return f"{many} {waits} The page of a finding shows the flow of its own actions."
    if drawn:
        return "Read from top to bottom: an arrow leads from each step to those that wait for it."
    return "No action of this plan waits for another. They can be done in any order."
