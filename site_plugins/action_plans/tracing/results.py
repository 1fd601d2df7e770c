"""What counts as evidence for an action, what the newest result is, and how strong the evidence is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from action_plans.model.action import Action
from action_plans.model.action_parts import Check, CheckResult
from action_plans.model.evidence import Evidence, EvidenceCategory, EvidenceVerdict
from action_plans.model.when import When


class Outcome(IntEnum):
    """What a result says, worst first."""

    FAILS = 0
    PARTLY = 1
    PASSES = 2


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence, a line or a note, with its reference."""

    ref: str
    record: Evidence

    @property
    def is_note(self) -> bool:
        """Whether it has a page of its own."""
        return self.ref.startswith("evidence/")


@dataclass(frozen=True, slots=True)
class Result:
    """What a check, or the independent check of evidence, concluded.

    `independent` is whether it was made by someone named who is neither the action's owner nor the evidence's
    author; `proof` is the evidence it is about, `check` the check itself, one of the two.
    """

    day: date
    outcome: Outcome
    by: str | None
    independent: bool
    proof: Proof | None = None
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class Strength:
    """How strong evidence is: its categories, the day of the newest, who checked it. Never a count of files."""

    categories: tuple[EvidenceCategory, ...]
    newest: When | None
    checked_by: tuple[str, ...]


def is_future(when: When, today: date) -> bool:
    """Whether a day or month has not begun."""
    return when.first > today


def is_stale(evidence: Evidence, today: date) -> bool:
    """Whether evidence is past its review date."""
    return evidence.review_due is not None and evidence.review_due.last < today


def counts(evidence: Evidence, action: Action, today: date) -> bool:
    """Whether evidence counts for an action: dated, not before its start, not in the future, not past review."""
    return evidence.date is not None and _in_time(evidence.date, action, today) and not is_stale(evidence, today)


def results(action: Action, proofs: Iterable[Proof], roles: Mapping[str, str], today: date) -> tuple[Result, ...]:
    """Return every result about an action, the one that decides first.

    `proofs` are those that count. `roles` maps the folded titles and names of roles to their codes, so that nobody
    becomes independent by writing a title or a name for a code. The latest decides; on one day the worst; of equals
    the dependent one. A month means its last day, but never a day after today.
    """

    def independent(by: str | None, *others: str | None) -> bool:
        known = {roles.get(name.casefold(), name).casefold() for name in others if name}
        return by is not None and roles.get(by.casefold(), by).casefold() not in known

    found = []
    for check in action.checks:
        if _in_time(check.date, action, today):
            day, alone = min(check.date.last, today), independent(check.by, action.owner)
            found.append(Result(day, _CHECKED[check.result], check.by, alone, check=check))
    for proof in proofs:
        evidence = proof.record
        checked = evidence.checked_on or evidence.date
        if evidence.verdict is not None and checked is not None and not is_future(checked, today):
            by, alone = evidence.checked_by, independent(evidence.checked_by, action.owner, evidence.by)
            found.append(Result(min(checked.last, today), _JUDGED[evidence.verdict], by, alone, proof=proof))
    return tuple(sorted(found, key=lambda result: (-result.day.toordinal(), result.outcome, result.independent)))


def strength(proofs: Iterable[Proof], found: Iterable[Result]) -> Strength:
    """Return how strong the evidence is that `proofs` (those that count) and results make up."""
    proofs, found = tuple(proofs), tuple(found)
    present = {proof.record.category for proof in proofs}
    days = [proof.record.date for proof in proofs if proof.record.date is not None]
    days += [result.check.date for result in found if result.check is not None]
    independent = dict.fromkeys(result.by for result in found if result.independent and result.by)
    return Strength(
        tuple(category for category in EvidenceCategory if category in present),
        max(days, key=lambda when: when.last, default=None),
        tuple(independent),
    )


_CHECKED = {
    CheckResult.HOLDS: Outcome.PASSES,
    CheckResult.PARTLY: Outcome.PARTLY,
    CheckResult.SLIPPED: Outcome.FAILS,
}
_JUDGED = {
    EvidenceVerdict.MEETS: Outcome.PASSES,
    EvidenceVerdict.PARTLY: Outcome.PARTLY,
    EvidenceVerdict.DOES_NOT_MEET: Outcome.FAILS,
}


def _in_time(when: When, action: Action, today: date) -> bool:
    return not is_future(when, today) and (action.started is None or when.last >= action.started.first)
