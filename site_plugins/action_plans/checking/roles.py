"""Roles that nobody has, and people who check their own work."""

from collections.abc import Iterable, Iterator

from action_plans.checking.meant_role import role_meant
from action_plans.checking.services import names_unknown_service
from action_plans.checking.unread import Unread
from action_plans.model.action import Action
from action_plans.model.evidence import Evidence, EvidenceNote
from action_plans.model.left_out import UNREAD
from action_plans.model.problem import Code, Problem
from action_plans.model.record import Record
from action_plans.model.reference import Ref
from action_plans.model.reflection import Field
from action_plans.model.written import Written, written_in_note, written_in_plan
from action_plans.tracing.people import People, people_of_note
from action_plans.tracing.trace import Trace


def unknown_roles(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP110: every code that is in none of the lists of roles; where an outside body may stand, every single word."""
    known = {service.id.casefold() for service in trace.portfolio.services}
    unsure = {
        plan.id
        for plan in trace.portfolio.plans
        if unread.lacks_roles(plan, trace) or names_unknown_service(plan, trace, known)
    }
    for plan in trace.portfolio.plans:
        if plan.id not in unsure:
            people = trace.people[plan.id]
            yield from _unknown_among(written_in_plan(plan, _names_role), people)
    for note, people, supported in _notes(trace):
        if not any(other.plan in unsure for other in supported):
            yield from _unknown_among(written_in_note(note, _names_role), people)


def own_checks(trace: Trace) -> Iterator[Problem]:
    """AP204: a checker, a check or a checked piece of evidence that comes from the owner or the author."""
    for plan in trace.portfolio.plans:
        people = trace.people[plan.id]
        for action in plan.actions:
            if action.stopped is None:
                yield from _own_checks_of(action, Ref.to(plan.id, action.id), people)
        for finding in plan.findings:
            for number, line in enumerate(finding.evidence, 1):
                here = Ref.to(plan.id, finding.id).line(number)
                yield from _own_evidence(line, here, people, (), f"“{line.title}” ({finding.id})")
    for note, people, supported in _notes(trace):
        owners = tuple(trace.actions[ref].record.owner for ref in supported if ref in trace.actions)
        yield from _own_evidence(note, note.ref, people, owners, f"“{note.title}” ({note.id})")


def _names_role(field: Field) -> bool:
    return field.role is not None


def _unknown_among(values: Iterable[Written], people: People) -> Iterator[Problem]:
    for named in values:
        role = named.field.role
        if role is not None and named.value != UNREAD and not people.knows(named.value, outside=role.or_body):
            message = f"`{named.field.name}: {named.value}` is in none of the lists of roles."
            is_beside = named.field.is_many and len(getattr(named.record, named.field.attribute)) > 1
            hint = role_meant(named.value, named.field, people, beside_others=is_beside)
            yield Problem(Code.UNKNOWN_ROLE, message, named.origin, hint, named.item)


def _notes(trace: Trace) -> Iterator[tuple[EvidenceNote, People, tuple[Ref, ...]]]:
    """Yield each note with the people known in it and what it supports; one that supports nothing known is left out."""
    for note in trace.portfolio.notes:
        supported = trace.supports.get(note.ref, ())
        plans = dict.fromkeys(plan.id for ref in supported if (plan := trace.node(ref).plan) is not None)
        if plans:
            yield note, people_of_note(trace.people[plan] for plan in plans), supported


def _own_checks_of(action: Action, ref: Ref, people: People) -> Iterator[Problem]:
    if people.is_same(action.checker, action.owner):
        yield _own_check(f"{action.id} is to be checked by its own owner.", action, "checker", ref)
    for check in action.checks:
        if people.is_same(check.by, action.owner):
            yield _own_check(f"{action.id} was checked by its own owner.", check, "by", ref)
    for number, line in enumerate(action.evidence, 1):
        yield from _own_evidence(line, ref.line(number), people, (action.owner,), f"“{line.title}” ({action.id})")


def _own_evidence(
    evidence: Evidence, ref: str, people: People, owners: tuple[str, ...], called: str
) -> Iterator[Problem]:
    """Yield a problem where evidence was checked by its author, or by the owner of every action that it supports."""
    by = evidence.checked_by
    if people.is_same(by, evidence.by):
        yield _own_check(f"{called} was checked by whoever made it.", evidence, "checked_by", ref)
    elif owners and all(people.is_same(by, owner) for owner in owners):
        yield _own_check(f"{called} was checked by the action's own owner.", evidence, "checked_by", ref)


def _own_check(message: str, record: Record, field: str, item: str) -> Problem:
    hint = "A check counts when someone else makes it: name another role."
    return Problem(Code.OWN_CHECK, message, record.at(field), hint, item)
