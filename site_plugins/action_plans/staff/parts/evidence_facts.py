"""What holds of a piece of evidence wherever it is shown: its plans, who checked it, whom to ask, how long it lasts."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from action_plans.english.wording import day, lower_first
from action_plans.model.evidence import Evidence, EvidenceNote
from action_plans.model.plan import Plan
from action_plans.model.when import When
from action_plans.staff.context import PageContext
from action_plans.staff.parts.provenance_words import late_words
from action_plans.tracing.people import People, people_of_note
from action_plans.tracing.results import is_stale
from action_plans.tracing.trace import Trace

NOT_SAID = "not said"
"""What is shown where a check does not say what was looked at."""


def plans_of(trace: Trace, ref: str) -> tuple[Plan, ...]:
    """Return the plans that a piece of evidence supports something in; a line supports what it stands on."""
    found = {node.plan.id: node.plan for node in map(trace.node, trace.supports[ref]) if node.plan is not None}
    return tuple(found.values())


def evidence_by_plan(trace: Trace) -> Mapping[str, tuple[str, ...]]:
    """Return for each plan the evidence that supports something in it, by the plan's id. Linear in all evidence."""
    found: dict[str, list[str]] = defaultdict(list)
    for ref in trace.evidence_refs():
        for plan in plans_of(trace, ref):
            found[plan.id].append(ref)
    return {plan: tuple(refs) for plan, refs in found.items()}


def people_of_evidence(trace: Trace, ref: str) -> People:
    """Return the roles known in a piece of evidence."""
    node = trace.node(ref)
    if isinstance(node.record, EvidenceNote):
        return people_of_note(trace.people[plan.id] for plan in plans_of(trace, ref))
    assert node.plan is not None  # noqa: S101 -- only notes stand outside plans
    return trace.people[node.plan.id]


def named(people: People, code: str | None) -> str:
    """Return who somebody is within a sentence: `the quality lead`, or a body outside as written."""
    if code is None:
        return ""
    return f"the {lower_first(people.title(code))}" if code in people.roles else code


def checked_words(people: People, evidence: Evidence) -> str:
    """Return who checked evidence, and when: `Quality lead, 6 May 2026`; nothing where nobody has."""
    if evidence.checked_by is None:
        return ""
    when = evidence.checked_on
    return people.title(evidence.checked_by) + (f", {day(when)}" if when is not None else "")


def looked_at(evidence: Evidence) -> str:
    """Return what the checker looked at, in people's own words: `Not said` beside a verdict; nothing without a check.

    It is shown for what is kept on request too.
    """
    return evidence.checked_sample or (NOT_SAID if evidence.verdict is not None else "")


def is_own_check(people: People, evidence: Evidence) -> bool:
    """Whether who made the evidence also checked it."""
    return people.is_same(evidence.checked_by, evidence.by)


def whom_to_ask(trace: Trace, ref: str) -> str:
    """Return whom to ask for evidence that is kept on request, within a sentence: `the quality lead`."""
    for plan in plans_of(trace, ref):
        code = plan.evidence_lead or plan.lead
        if code is not None:
            return named(trace.people[plan.id], code)
    return "whoever leads the plan"


def lapses_before(evidence: Evidence, assessed: When | None, today: date) -> bool:
    """Whether evidence counts today and will be out of date when the next assessment comes."""
    due = evidence.review_due
    return assessed is not None and due is not None and not is_stale(evidence, today) and due.last < assessed.last


def written_up(context: PageContext, ref: str) -> str:
    """Return how long after its date a note was first recorded in a version: `written up 19 days after`.

    Nothing where it was there within a week, where git does not know, and for what is no note of its own.
    """
    evidence = context.trace.proof(ref).record
    if evidence.date is None or not isinstance(evidence, EvidenceNote):
        return ""
    return late_words(context, context.provenance.of(ref).first, evidence.date, "written up")
