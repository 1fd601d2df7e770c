"""Roles that nobody has, and people who check their own work."""

import re
from collections.abc import Iterable, Iterator

from action_plans.checking.unread import Unread
from action_plans.english.near import did_you_mean, nearest
from action_plans.english.odd_characters import find_odd
from action_plans.english.several import as_list, several
from action_plans.english.wording import either
from action_plans.model.action import Action
from action_plans.model.evidence import Evidence, EvidenceNote
from action_plans.model.problem import Code, Problem
from action_plans.model.record import Record
from action_plans.model.reference import Ref
from action_plans.model.reflection import Field
from action_plans.model.written import Written, written_in_note, written_in_plan
from action_plans.tracing.people import People, people_of_note
from action_plans.tracing.trace import Trace


def unknown_roles(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP110: every code that is in none of the lists of roles; where an outside body may stand, every single word."""
    unsure = {plan.id for plan in trace.portfolio.plans if unread.lacks_roles(plan, trace)}
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
        if role is not None and not people.knows(named.value, outside=role.or_body):
            message = f"`{named.field.name}: {named.value}` is in none of the lists of roles."
            yield Problem(
                Code.UNKNOWN_ROLE, message, named.origin, _meant(named.value, named.field, people), named.item
            )


def _notes(trace: Trace) -> Iterator[tuple[EvidenceNote, People, tuple[Ref, ...]]]:
    """Yield each note with the people known in it and what it supports; one that supports nothing known is left out."""
    for note in trace.portfolio.notes:
        supported = trace.supports.get(note.ref, ())
        plans = dict.fromkeys(plan.id for ref in supported if (plan := trace.node(ref).plan) is not None)
        if plans:
            yield note, people_of_note(trace.people[plan] for plan in plans), supported


def _meant(written: str, field: Field, people: People) -> str:
    folded = {code.casefold(): code for code in people.roles}
    code = folded.get(written.casefold()) or people.code(written)
    if code is not None:
        return f"Write {code}."
    if named := several(written, lambda part: part.casefold() in folded):
        return _one_of(field, [folded[part.casefold()] for part in named])
    if (odd := find_odd(written)) is not None:
        return odd.said
    if advice := _no_role(written, field, people):
        return advice
    if near := nearest(written, people.roles):
        return did_you_mean(f"{near} ({people.roles[near].title})")
    outside = ", or write an outside body in two words or more" if field.role is not None and field.role.or_body else ""
    return f"Add it to `roles`, as `{written}: what the role is called`{outside}."


def _one_of(field: Field, codes: list[str]) -> str:
    """Say how several roles are written where one is meant, or as a list."""
    if field.is_many:
        return f"Write several as a list: {as_list(field.name, codes)}."
    if field.name == "owner":
        return f"One role answers for it: write owner: {codes[0]}, and {as_list('helpers', codes[1:])}."
    return f"Name one role: {either(codes)}."


def _no_role(written: str, field: Field, people: People) -> str | None:
    """Say what to write instead of nobody, of everybody, or of a person's name."""
    example = next(iter(people.roles), None)
    known = f"{example} ({people.roles[example].title})" if example is not None else "RM"
    if _NOBODY.fullmatch(written):
        return f"Agree who it is and write that role's code, such as {known}; without an owner it will not be done."
    if _EVERYBODY.fullmatch(written):
        return f"What everybody answers for nobody does: write the one role that sees to it, such as {known}."
    if _PERSON.fullmatch(written) and not (field.role is not None and field.role.or_body):
        return (
            f"People are named by their role: write its code, such as {known}; who holds it goes into roles, as name."
        )
    return None


_NOBODY = re.compile(
    r"\W*(?:tb[acd]|to be (?:confirmed|agreed|decided|appointed)|vacan(?:t|cy)|none|nobody|n/?a|\?+)\W*", re.IGNORECASE
)
_GROUP = "(?:care )?(?:staff|team|management|managers|seniors|nurses|carers)"
_EVERYBODY = re.compile(
    rf"(?:all|everyone|everybody|various|(?:all |the |whole |all of )?(?:the )?{_GROUP}|management team)", re.IGNORECASE
)
_PERSON = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][a-z'\u2019-]+(?: [A-Z]\.?)?(?: [A-Z][A-Za-z'\u2019-]+)+")


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
