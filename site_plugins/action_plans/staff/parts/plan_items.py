"""What a plan's page names besides findings and actions: each in a line that leads to where it is shown.

The places on a plan's page to which objectives, risks and measures were once linked stay: an address is for ever.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from action_plans.model.plan import Plan
from action_plans.model.reference import Kind
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.in_full import in_full

_NAMED = (Kind.OBJECTIVE, Kind.RISK)


@dataclass(frozen=True, slots=True)
class PlanItem:
    """An item of a plan: its place on the page, and the link to where it is shown.

    Of one that is shown on this very page `facts` are all that it says, and the link leads nowhere.
    """

    anchor: str
    link: Link
    facts: tuple[tuple[str, str], ...]


def plan_items(here: Here, plan: Plan) -> tuple[PlanItem, ...]:
    """Return the objectives and risks of a plan, in the order written. Cost: linear in them."""
    return tuple(_items(here, plan))


def is_shown_here(here: Here, ref: str) -> bool:
    """Whether a thing is shown on this page, and nowhere better."""
    return here.context.addresses[here.context.trace.node(ref).ref].partition("#")[0] == here.address


def _items(here: Here, plan: Plan) -> Iterator[PlanItem]:
    for item in plan.items(*_NAMED):
        node = here.context.trace.references.nodes.get(item.ref)
        if node is None or node.record is not item.record:
            continue  # the twin of another thing, which is an error of its own
        link, is_here = here.link(item.ref), is_shown_here(here, item.ref)
        facts = in_full(here, item.record, ("id", "title", "statement")) if is_here else ()
        yield PlanItem(item.ref.anchor.lower(), Link(link.ref, link.title, "" if is_here else link.href), facts)
