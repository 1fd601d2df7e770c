"""What the list of evidence can be narrowed to: service, plan, finding, category, type, verdict, state, age, people."""

from collections.abc import Iterable, Mapping
from datetime import date

from action_plans.model.evidence import Evidence, EvidenceVerdict
from action_plans.model.plan import Plan
from action_plans.model.reference import Kind
from action_plans.staff.context import Here
from action_plans.staff.parts.evidence_facts import people_of_evidence, plans_of
from action_plans.staff.parts.filters import NOT_SAID, Facet, Filters, one_value, person
from action_plans.staff.tags import JUDGED
from action_plans.tracing.days import is_future
from action_plans.tracing.strength import is_over
from action_plans.tracing.trace import Trace

STATES = {
    "unchecked": "Checked by nobody",
    "changed": "Changed since it was checked",
    "lapses": "Lapses before the next assessment",
    "stale": "Out of date",
    "request": "Kept on request",
}
"""The words of the marks of evidence."""

AGES = {
    "ahead": "Dated ahead of today",
    "month": "Up to one month old",
    "quarter": "Over one month, up to three",
    "year": "Over three months, up to 12",
    "old": "Over 12 months old",
}
"""How old evidence is, by the day on which it was made."""

FILTERS = Filters(
    {
        "service": "Service",
        "plan": "Plan",
        "finding": "Finding",
        "category": "Category",
        "type": "Type",
        "verdict": "Verdict",
        "state": "State",
        "age": "Age",
        "made": "Made by",
        "checked": "Checked by",
    },
    {"verdict": tuple(EvidenceVerdict), "state": tuple(STATES), "age": tuple(AGES)},
    frozenset({"state"}),
)
"""Verdicts, states and ages keep the order in which they are read elsewhere, the rest the alphabet's."""


def facets(here: Here, ref: str, marks: Iterable[str]) -> Mapping[str, Facet]:
    """Return the values by which a piece of evidence is found, by the names of the filters.

    What is kept on request is not found by its category, type or author, which nobody may know.
    """
    trace = here.context.trace
    evidence, people = trace.proof(ref).record, people_of_evidence(trace, ref)
    verdict = evidence.verdict
    found: dict[str, Facet] = {
        "service": _services(trace, plans_of(trace, ref)),
        "plan": {plan.id.lower(): f"{plan.id} {plan.title}" for plan in plans_of(trace, ref)},
        "finding": {one.lower(): _called(here, one) for one in _findings(trace, ref)},
        "verdict": one_value(verdict, JUDGED[verdict].word if verdict is not None else "", "No verdict"),
        "state": {mark: STATES[mark] for mark in marks if mark in STATES},
        "age": _age(evidence, trace.today),
        "checked": person(people.title(evidence.checked_by) if evidence.checked_by else "", "Nobody"),
    }
    if not evidence.on_request:
        category, kind = evidence.category, evidence.type
        found["category"] = one_value(category, category.label if category is not None else "", "Not said")
        found["type"] = one_value(kind, kind.label if kind is not None else "", "Not said")
        found["made"] = person(people.title(evidence.by) if evidence.by else "", "Not said")
    return found


def _services(trace: Trace, plans: Iterable[Plan]) -> Facet:
    return {service.id.casefold(): service.name for service in (trace.service_of[plan.id] for plan in plans)}


def _age(evidence: Evidence, today: date) -> Facet:
    when = evidence.date
    if when is None:
        return {NOT_SAID: "No date"}
    age = "ahead" if is_future(when, today) else "month"
    for months, name in ((1, "quarter"), (3, "year"), (12, "old")):
        age = name if is_over(months, when, today) else age
    return {age: AGES[age]}


def _findings(trace: Trace, ref: str) -> tuple[str, ...]:
    """Return the findings that evidence is for, itself or through its actions."""
    found: dict[str, None] = {}
    for supported in trace.supports[ref]:
        action = trace.actions.get(supported)
        if action is not None:
            found.update(dict.fromkeys(action.findings))
        elif trace.node(supported).kind is Kind.FINDING:
            found[supported] = None
    return tuple(found)


def _called(here: Here, ref: str) -> str:
    link = here.link(ref)
    return f"{link.ref} {link.title}"
