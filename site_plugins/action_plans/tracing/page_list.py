"""Every page of the staff edition, told from the trace before any is made."""

from collections.abc import Iterable, Iterator
from datetime import date

from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.reference import Kind
from action_plans.tracing.addresses import (
    BOARD,
    BY_KEY_QUESTION,
    BY_REGULATION,
    EVIDENCE,
    HELP,
    HOME,
    MOST_CHARTS,
    PEOPLE,
    PLANS,
    PROBLEMS,
    SERVICES,
    addresses,
    chart_address,
    people_address,
    plan_address,
    sent_address,
    service_address,
)
from action_plans.tracing.days import has_come
from action_plans.tracing.trace import Trace

PLAN_PAGES = (
    "actions",
    "matrix",
    "flow",
    "timeline",
    "history",
    "measures",
    "objectives",
    "sources",
    "risks",
    "communications",
    "learning",
    "closed",
    "report-on-actions",
    "board",
    "family",
)
OWN_PAGES = ("evidence", "problems")
"""What a plan has pages of its own for where there is too much for one page of all plans."""
HELP_PAGES = (
    "",
    "fields",
    "problems",
    "glossary",
    "guidance",
    "ten-minutes",
    "spreadsheets",
    "windows",
    "from-disk",
    "writing",
    "findings",
    "actions",
    "updates",
    "new-dates",
    "closing",
    "reopening",
    "tasks",
    "measures",
    "telling",
    "pilots",
    "evidence-notes",
    "families",
    "blocks",
    "known-gaps",
    "new-entries",
    "taking-down",
    "earlier-versions",
    "hosts",
    "publishing",
    "staff-edition-behind-a-login",
    "servers",
    "inspection-pack",
    "sending-round",
    "calendar",
    "other-plugins",
)


def pages_of(trace: Trace) -> Iterator[tuple[str, str, Origin | None]]:
    """Yield the address of every page of the staff edition but those of notes, whose it is, and where that is written.

    A test holds it to what the edition has. Only the size of a page tells whether it stands in parts, which lie beside
    it. Of two plans with one id, an error of its own, only the first is in it.
    """
    for address in (HOME, PLANS, PEOPLE, BY_KEY_QUESTION, BY_REGULATION, EVIDENCE, PROBLEMS):
        yield address, "a page of the plans", None
    if len(trace.portfolio.plans) > 1:
        yield BOARD, "a page of the plans", None
    for page in HELP_PAGES:
        yield f"{HELP}{page}{'/' if page else ''}", "a page of help", None
    plans = {plan.id.casefold(): plan for plan in reversed(trace.portfolio.plans)}
    for plan in reversed(plans.values()):
        yield from _of_plan(plan, trace.today)
        for page in OWN_PAGES if trace.extent.is_large else ():
            yield plan_address(plan, page), f"plan {plan.id}", plan.at("id")
    places = addresses(trace.references.nodes)
    for ref, node in trace.references.nodes.items():
        if node.kind in (Kind.FINDING, Kind.ACTION):
            yield places[ref], f"{node.kind} {ref}", node.record.origin
    yield from _chart_pages(trace, plans.values())
    services = {service.id.casefold(): service for service in trace.service_of.values()}
    if len(services) > 1:
        yield SERVICES, "a page of the plans", None
        for service in services.values():
            yield service_address(service), f"service {service.id}", service.origin
    yield from _of_people(trace)


def _of_plan(plan: Plan, today: date) -> Iterator[tuple[str, str, Origin | None]]:
    """Yield the pages of a plan that need nothing linked; of two sources with one id, an error of its own, one."""
    for page in ("", *PLAN_PAGES):
        yield plan_address(plan, page), f"plan {plan.id}", plan.at("id")
    answered = {source.id.casefold(): source for source in plan.sources if has_come(source.answered, today)}
    for source in answered.values():
        yield sent_address(plan, source), f"source {source.id} of plan {plan.id}", source.at("id")


def _of_people(trace: Trace) -> Iterator[tuple[str, str, Origin | None]]:
    """Yield the pages of roles, and those of services where there are several."""
    known = trace.service_roles.values()
    for part in dict.fromkeys(role.part for roles in known for role in roles.roles):
        yield people_address(role=part), f"the role {part}", None
    for roles in known if len(known) > 1 else ():
        service = roles.service
        for page in ("by-key-question", "by-regulation", "people"):
            yield service_address(service, page), f"service {service.id}", service.origin
        for role in roles.roles:
            yield people_address(service, role.part), f"role {role.code} of service {service.id}", service.origin


def _chart_pages(trace: Trace, plans: Iterable[Plan]) -> Iterator[tuple[str, str, Origin | None]]:
    for plan in plans:
        measures = trace.measures_of(plan)
        for measure in measures if len(measures) > MOST_CHARTS else ():
            yield chart_address(plan, measure.record.id), f"measure {measure.ref}", measure.record.origin
