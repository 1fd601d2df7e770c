"""Roles that nobody has, and people who check their own work."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from action_plans.checking.unread import Unread
from action_plans.model.action import Action
from action_plans.model.action_parts import Check, Signoff
from action_plans.model.evidence import Evidence, EvidenceNote
from action_plans.model.plan import Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.record import Record
from action_plans.tracing.people import People, people_of_note
from action_plans.tracing.references import line_ref
from action_plans.tracing.trace import Trace


def unknown_roles(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP110: every code that is in none of the lists of roles; where an outside body may stand, every single word."""
    unsure = {plan.id for plan in trace.portfolio.plans if unread.lacks_roles(plan, trace)}
    for plan in trace.portfolio.plans:
        if plan.id not in unsure:
            people = trace.people[plan.id]
            for named in _named_in(plan):
                if not people.knows(named.written, outside=named.outside):
                    yield _unknown(named, people)
    for note, people, supported in _notes(trace):
        ref = f"evidence/{note.id}"
        if any(other.split("/", 1)[0] in unsure for other in supported):
            continue
        for named in _of_evidence(note, ref):
            if not people.knows(named.written, outside=named.outside):
                yield _unknown(named, people)


def own_checks(trace: Trace) -> Iterator[Problem]:
    """AP204: a checker, a check or a checked piece of evidence that comes from the owner or the author."""
    for plan in trace.portfolio.plans:
        codes = trace.people[plan.id].codes_by_words
        for action in plan.actions:
            if action.stopped is None:
                yield from _own_checks_of(action, f"{plan.id}/{action.id}", codes)
        for finding in plan.findings:
            for number, line in enumerate(finding.evidence, 1):
                here = line_ref(f"{plan.id}/{finding.id}", number)
                yield from _own_evidence(line, here, codes, (), f"“{line.title}” ({finding.id})")
    for note, people, supported in _notes(trace):
        codes = people.codes_by_words
        owners = tuple(_person(trace.actions[ref].record.owner, codes) for ref in supported if ref in trace.actions)
        yield from _own_evidence(note, f"evidence/{note.id}", codes, owners, f"“{note.title}” ({note.id})")


@dataclass(frozen=True, slots=True)
class _Named:
    """A role as it is written in a field, what it concerns, and whether an outside body may stand there."""

    written: str
    record: Record
    field: str
    item: str
    outside: bool = False
    index: int | None = None


def _named_in(plan: Plan) -> Iterator[_Named]:
    for field in ("lead", "deputy", "author", "evidence_lead"):
        yield from _one(plan, field, plan.id)
    for finding in plan.findings:
        ref = f"{plan.id}/{finding.id}"
        for line in finding.evidence:
            yield from _of_evidence(line, ref)
        if finding.family is not None and finding.family.approved is not None:
            yield from _one(finding.family.approved, "by", ref)
    yield from _in_actions(plan)
    for risk in plan.risks:
        yield from _one(risk, "owner", f"{plan.id}/{risk.id}")
    for communication in plan.communications:
        yield from _one(communication, "owner", f"{plan.id}/{communication.id}" if communication.id else plan.id)
    for thanks in plan.recognition:
        yield from _one(thanks, "who", plan.id)
    if plan.family is not None and plan.family.approved is not None:
        yield from _one(plan.family.approved, "by", plan.id)


def _in_actions(plan: Plan) -> Iterator[_Named]:
    for action in plan.actions:
        ref = f"{plan.id}/{action.id}"
        yield _Named(action.owner, action, "owner", ref)
        if action.checker is not None:
            yield _Named(action.checker, action, "checker", ref, outside=True)
        yield from _one(action, "closed_by", ref, outside=True)
        for index, helper in enumerate(action.helpers):
            yield _Named(helper, action, "helpers", ref, index=index)
        for revision in action.revised:
            yield from _one(revision, "by", ref, outside=True)
        for task in action.tasks:
            yield from _one(task, "who", ref)
        for update in action.updates:
            yield from _one(update, "by", ref, outside=True)
        if action.stopped is not None:
            yield from _one(action.stopped, "by", ref, outside=True)
        looks: tuple[Check | Signoff, ...] = (*action.checks, *action.signoffs)
        for looked in looks:
            yield _Named(looked.by, looked, "by", ref, outside=True)
        for line in action.evidence:
            yield from _of_evidence(line, ref)


def _of_evidence(evidence: Evidence, item: str) -> Iterator[_Named]:
    yield from _one(evidence, "by", item, outside=True)
    if evidence.checked_by is not None:
        yield _Named(evidence.checked_by, evidence, "checked_by", item, outside=True)


def _one(record: Record, field: str, item: str, *, outside: bool = False) -> Iterator[_Named]:
    written = getattr(record, field)
    if written is not None:
        yield _Named(written, record, field, item, outside)


def _notes(trace: Trace) -> Iterator[tuple[EvidenceNote, People, tuple[str, ...]]]:
    """Yield each note with the people known in it and what it supports; one that supports nothing known is left out."""
    for note in trace.portfolio.notes:
        supported = trace.supports.get(f"evidence/{note.id}", ())
        plans = dict.fromkeys(plan.id for ref in supported if (plan := trace.node(ref).plan) is not None)
        if plans:
            yield note, people_of_note(trace.people[plan] for plan in plans), supported


def _unknown(named: _Named, people: People) -> Problem:
    message = f"`{named.field}: {named.written}` is in none of the lists of roles."
    origin = named.record.at(named.field, named.index)
    return Problem(Code.UNKNOWN_ROLE, message, origin, _meant(named, people), named.item)


def _meant(named: _Named, people: People) -> str:
    folded = {code.casefold(): code for code in people.roles}
    code = folded.get(named.written.casefold()) or people.codes_by_words.get(named.written.casefold())
    if code is not None:
        return f"Write {code}."
    near = get_close_matches(named.written.casefold(), folded, n=1, cutoff=0.5)
    if near:
        code = folded[near[0]]
        return f"Did you mean {code} ({people.roles[code].title})?"
    outside = ", or write an outside body in two words or more" if named.outside else ""
    return f"Add it to `roles`, as `{named.written}: what the role is called`{outside}."


def _own_checks_of(action: Action, ref: str, codes: dict[str, str]) -> Iterator[Problem]:
    owner = _person(action.owner, codes)
    if _person(action.checker, codes) == owner:
        yield _own_check(f"{action.id} is to be checked by its own owner.", action, "checker", ref)
    for check in action.checks:
        if _person(check.by, codes) == owner:
            yield _own_check(f"{action.id} was checked by its own owner.", check, "by", ref)
    for number, line in enumerate(action.evidence, 1):
        yield from _own_evidence(line, line_ref(ref, number), codes, (owner,), f"“{line.title}” ({action.id})")


def _person(written: str | None, codes: dict[str, str]) -> str | None:
    """Return a role's folded code, whichever way it is written; the folded words of anyone else."""
    return None if written is None else codes.get(written.casefold(), written).casefold()


def _own_evidence(
    evidence: Evidence, ref: str, codes: dict[str, str], owners: tuple[str | None, ...], called: str
) -> Iterator[Problem]:
    """Yield a problem where evidence was checked by its author, or by the owner of every action that it supports."""
    by = _person(evidence.checked_by, codes)
    if by is None:
        return
    if by == _person(evidence.by, codes):
        yield _own_check(f"{called} was checked by whoever made it.", evidence, "checked_by", ref)
    elif owners and set(owners) == {by}:
        yield _own_check(f"{called} was checked by the action's own owner.", evidence, "checked_by", ref)


def _own_check(message: str, record: Record, field: str, item: str) -> Problem:
    hint = "A check counts when someone else makes it: name another role."
    return Problem(Code.OWN_CHECK, message, record.at(field), hint, item)
