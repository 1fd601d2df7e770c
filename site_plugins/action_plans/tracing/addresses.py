"""Where everything stands in the staff edition. Ids in lower case; an address, once given, never changes."""

import posixpath
from collections.abc import Mapping

from action_plans.model.evidence import EvidenceNote
from action_plans.model.plan import Plan
from action_plans.model.record import slug
from action_plans.model.reference import Kind
from action_plans.model.service import Service
from action_plans.tracing.references import Node

HOME = ""
PLANS = "plans/"
BY_KEY_QUESTION = "by-key-question/"
BY_REGULATION = "by-regulation/"
EVIDENCE = "evidence/"
PROBLEMS = "problems/"
HELP = "help/"


def plan_address(plan: Plan, page: str = "") -> str:
    """Return the address of a plan, or of one of its pages, such as `matrix`."""
    return f"plans/{plan.id.lower()}/{page}{'/' if page else ''}"


def service_address(service: Service, page: str = "") -> str:
    """Return the address of a service, or of one of its pages, such as `by-key-question`."""
    return f"services/{service.id.lower()}/{page}{'/' if page else ''}"


def note_address(note: EvidenceNote) -> str:
    """Return the address of an evidence note: its path under the evidence folder, without its ending."""
    folders = posixpath.splitext(note.path)[0].split("/")[1:]
    return EVIDENCE + "".join(f"{slug(part)}/" for part in folders)


def addresses(nodes: Mapping[str, Node]) -> dict[str, str]:
    """Return where each thing is shown, by its reference; with `#anchor` where it has no page of its own.

    `nodes` are those of a trace: a line of evidence comes after the finding or action that it is written on.
    """
    found: dict[str, str] = {}
    for ref, node in nodes.items():
        if isinstance(node.record, EvidenceNote):
            found[ref] = note_address(node.record)
        elif node.kind is Kind.EVIDENCE:
            owner, _, line = ref.rpartition("/")
            found[ref] = f"{found[owner]}#{line}"
        else:
            assert node.plan is not None  # noqa: S101 -- only notes stand outside plans
            found[ref] = _in_plan(node, node.plan)
    return found


def relative(here: str, there: str) -> str:
    """Return the link from the page at `here` to `there`, both relative to the site's root.

    It climbs to the root first, so that it holds whatever folder the site is served from.
    """
    return "../" * here.count("/") + there or "./"


_FOLDERS = {Kind.FINDING: "findings", Kind.ACTION: "actions"}


def _in_plan(node: Node, plan: Plan) -> str:
    own = node.short.lower()
    if node.kind is Kind.PLAN:
        return plan_address(plan)
    if node.kind in _FOLDERS:
        return f"{plan_address(plan)}{_FOLDERS[node.kind]}/{own}/"
    return f"{plan_address(plan)}#{own}"
