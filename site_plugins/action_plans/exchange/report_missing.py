"""What CQC's form asks and a plan does not say yet: for the manager who fills it, never for the copy that is sent."""

from collections.abc import Iterable, Iterator

from action_plans.exchange.report_record import Cited, Missing, Place
from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.record import Item
from action_plans.tracing.reported import Breach
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction

Lack = tuple[str, str, str, Place]
"""What is missing in words, the field, what goes there, and one place."""


def missing(trace: Trace, plan: Plan, found: Iterable[Breach]) -> tuple[Missing, ...]:
    """Return what the pages of a form lack, each thing once, in the order in which the form asks."""
    places: dict[tuple[str, str, str], dict[Place, None]] = {}
    order = {field: place for place, field in enumerate(_ASKED)}
    for breach in found:
        for words, field, holds, place in _of_breach(trace, plan, breach):
            places.setdefault((words, field, holds), {})[place] = None
    ordered = sorted(places.items(), key=lambda pair: order[pair[0][1]])
    return tuple(
        Missing(words, field, holds, tuple(sorted(several, key=lambda place: place.origin)))
        for (words, field, holds), several in ordered
    )


def _of_breach(trace: Trace, plan: Plan, breach: Breach) -> Iterator[Lack]:
    yield from _of_head(trace, plan, breach)
    for finding in breach.findings:
        record = finding.record
        place = Place(cited(trace, plan, finding.ref), record.origin)
        for field in ("text", "people_affected", "keeping_safe"):
            if not getattr(record, field):
                yield _lack(field, place)
        if not finding.actions:
            words, holds = _ASKED["actions"]
            yield words, "actions", holds.format(id=record.id), place
        for ref in finding.actions:
            yield from _of_action(trace, plan, trace.actions[ref])


def _of_action(trace: Trace, plan: Plan, action: TracedAction) -> Iterator[Lack]:
    record = action.record
    place = Place(cited(trace, plan, action.ref), record.origin)
    said = (
        ("done_when", record.done_when), ("sustained_by", record.sustained_by), ("measures", action.measures),
        ("checker", record.checker),
        ("resources", record.resources and record.resources.needed and record.resources.available),
    )  # fmt: skip
    for field, written in said:
        if not written:
            yield _lack(field, place)


def _of_head(trace: Trace, plan: Plan, breach: Breach) -> Iterator[Lack]:
    service, notice = trace.service_of[plan.id], breach.notice
    at_plan, at_service = Place(None, plan.origin), Place(None, _origin(service, plan))
    at_notice = Place(None, notice.origin) if notice is not None else Place(None, plan.at("sources"))
    if notice is None:
        yield _lack("sources", at_notice)
    for field in ("account", "reference", "answered") if notice is not None else ():
        if getattr(notice, field) is None:
            yield _lack(field, at_notice)
    if trace.portfolio.provider is None and not service.provider:
        yield _lack("provider", at_service)
    for field in ("cqc_provider", "cqc_location"):
        if not getattr(service, field):
            yield _lack(field, at_service)
    if not service.regulated_activities and not any(one.record.regulated_activities for one in breach.findings):
        yield _lack("regulated_activities", at_service)
    if plan.author is None and plan.lead is None:
        yield _lack("author", at_plan)


def _origin(service: Item, plan: Plan) -> Origin:
    """Return where a service is written: one that a plan only names stands there."""
    return service.origin if service.origin.path else plan.at("service")


def cited(trace: Trace, plan: Plan, ref: str) -> Cited:
    """Return a thing as the form of a plan cites it: without the plan's id where it is its own."""
    node = trace.node(ref)
    return Cited(ref, node.short if node.plan is plan else node.ref, node.title)


def _lack(field: str, place: Place) -> Lack:
    words, holds = _ASKED[field]
    return words, field, holds, place


_ASKED = {
    "sources": ("CQC's letter or report", "the source that the form answers, with its account number and reference"),
    "account": ("Account number", "the account number on CQC's letter"),
    "reference": ("CQC's reference", "the reference on CQC's letter or report"),
    "provider": ("Provider", "who runs the service"),
    "cqc_provider": ("Provider's CQC number", "CQC's number for the provider, such as 1-123456789"),
    "cqc_location": ("Location's CQC number", "CQC's number for the location, such as 1-123456789"),
    "regulated_activities": ("Regulated activities", "those that the service is registered for"),
    "text": ("How the regulation was not being met", "what the report said, in its words"),
    "actions": ("What will be done", "an action with `for: {id}`"),
    "done_when": ("What the action is to achieve", "what will be true in practice when it is done"),
    "sustained_by": ("How the improvement is sustained", "what keeps it so"),
    "measures": ("What measures will check this", "the measure that shows whether it works, such as M1"),
    "checker": ("Who is responsible for checking", "a role that is not its owner"),
    "resources": ("What resources are needed, and are they available", "`needed` and `available`"),
    "people_affected": ("How people are affected until then", "how people who use the service are affected"),
    "keeping_safe": ("What keeps people safe until then", "what keeps them safe until it is put right"),
    "author": ("Completed by", "the role that writes the plan"),
    "answered": ("Date", "the day on which the report is sent to CQC"),
}
"""What each field answers on the form, and what goes there, in the order in which the form asks."""
