"""What the list of evidence can be narrowed to: service, plan, finding, category, type, verdict, state, age, people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from action_plans.model.evidence import Evidence, EvidenceVerdict
from action_plans.model.plan import Plan
from action_plans.model.record import slug
from action_plans.model.reference import Kind
from action_plans.staff.context import Here
from action_plans.staff.parts.evidence_facts import people_of_evidence, plans_of
from action_plans.staff.tags import JUDGED
from action_plans.tracing.days import is_future
from action_plans.tracing.strength import is_over
from action_plans.tracing.trace import Trace

NOT_SAID = "-"
"""The value of what is not said, such as a category that nobody wrote."""

Facet = Mapping[str, str]
"""The values by which one piece of evidence can be found in one way, each with its words."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to narrow the list: its name in addresses, its label, and what can be chosen: values and their words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


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

_LABELS = {
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
}


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
        "verdict": _one(verdict, JUDGED[verdict].word if verdict is not None else "", "No verdict"),
        "state": {mark: STATES[mark] for mark in marks if mark in STATES},
        "age": _age(evidence, trace.today),
        "checked": _person(people.title(evidence.checked_by) if evidence.checked_by else "", "Nobody"),
    }
    if not evidence.on_request:
        category, kind = evidence.category, evidence.type
        found["category"] = _one(category, category.label if category is not None else "", "Not said")
        found["type"] = _one(kind, kind.label if kind is not None else "", "Not said")
        found["made"] = _person(people.title(evidence.by) if evidence.by else "", "Not said")
    return found


def filters(rows: Iterable[Mapping[str, Facet]]) -> tuple[Filter, ...]:
    """Return the filters by which rows can be told apart; those that all rows answer alike are left out.

    Verdicts and states keep the order in which they are read elsewhere, plans and findings that of the plans, the rest
    the alphabet's; what is not said stands last. Cost: linear in the rows, apart from sorting the options.
    """
    rows = tuple(rows)
    found = (Filter(name, label, _options(name, rows)) for name, label in _LABELS.items())
    return tuple(one for one in found if _tells_apart(one, rows))


def _options(name: str, rows: tuple[Mapping[str, Facet], ...]) -> tuple[tuple[str, str], ...]:
    words: dict[str, str] = {}
    for row in rows:
        words.update(row.get(name, {}))
    order = _ORDERS.get(name)
    if order is not None:
        return tuple((value, words[value]) for value in (*order, NOT_SAID) if value in words)
    return tuple(sorted(words.items(), key=lambda option: (option[0] == NOT_SAID, _in_order(option[1]))))


_ORDERS: Mapping[str, tuple[str, ...]] = {"verdict": tuple(EvidenceVerdict), "state": tuple(STATES), "age": tuple(AGES)}


def _in_order(words: str) -> tuple[tuple[bool, int, str], ...]:
    """Return a key by which F2 stands before F10."""
    parts = "".join(sign if sign.isdecimal() else f" {sign} " for sign in words.casefold()).split()
    return tuple((part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts)


def _tells_apart(one: Filter, rows: tuple[Mapping[str, Facet], ...]) -> bool:
    several = len(one.options) > 1
    return several or (one.name == "state" and any(not row["state"] for row in rows) and bool(one.options))


def _one(value: str | None, words: str, otherwise: str) -> Facet:
    return {str(value): words} if value is not None else {NOT_SAID: otherwise}


def _person(title: str, otherwise: str) -> Facet:
    return {slug(title) or NOT_SAID: title} if title else {NOT_SAID: otherwise}


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
