"""The process flow of a plan at full size, what it shows in words, and the same as a list."""

from action_plans.model.plan import Plan
from action_plans.staff.context import PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.parts.flows import MOST, MOST_FINDINGS, facts, plan_flow, view
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.traced import TracedAction


def flow_page(context: PageContext, plan: Plan) -> Page:
    """Return the page of a plan's process flow."""
    here, trace = context.at(plan_address(plan, "flow"), plan), context.trace
    findings = trace.findings_of(plan)
    live = tuple(action for action in trace.actions_of(plan) if action.record.stopped is None)
    is_drawn = len(live) <= MOST or len(findings) <= MOST_FINDINGS
    flow = view(plan_flow(here, plan), facts(here, plan), is_drawn=is_drawn)
    listed: tuple[str, ...] = ()
    if flow is None:
        listed = tuple(one.ref for one in (findings if len(live) > MOST else live))
    html = here.render(
        "staff/flow.html.j2",
        head=here.head(
            "Process flow", ref=plan.id, crumb="Process flow", lede=_lede(live, waits=flow is not None, drawn=is_drawn)
        ),
        flow=flow,
        listed=here.links(listed),
    )
    title = f"{plan.id} Process flow"
    entry = SearchEntry("", title, "what waits for what, longest chain, hand-overs")
    return Page(
        here.address, title, html, anchors_in(html), (entry,), plan.path, under=context.plan_word, reference=plan.id
    )


def _lede(live: tuple[TracedAction, ...], *, waits: bool, drawn: bool) -> str:
    """Return how to read the page, or why nothing is drawn; `waits` is whether anything waits for anything."""
    if not live:
        return "The plan has no actions yet."
    if len(live) > MOST:
        arrows = "An arrow leads from each to those that wait for it."
        order = (arrows if drawn else "Each says what it waits for.") if waits else "None of them waits for another."
        many = f"{len(live)} actions are too many for one picture, so here are the findings."
        return f"{many} {order} The page of a finding shows the flow of its own actions."
    if waits:
        return "Read from top to bottom: an arrow leads from each step to those that wait for it."
    return "No action of this plan waits for another. They can be done in any order."
