"""What counts as evidence, and what was concluded of it: the newest result of an action or a finding decides."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from action_plans.model.action import Action
from action_plans.model.action_parts import Check, CheckResult
from action_plans.model.evidence import Evidence, EvidenceVerdict
from action_plans.model.when import When
from action_plans.tracing.days import is_future, last_day
from action_plans.tracing.people import People


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

    @property
    def when(self) -> When:
        """When it was made, as people wrote it: a month stays a month."""
        written = checked_when(self.proof.record) if self.proof is not None else None
        if self.check is not None:
            written = self.check.date
        return written if written is not None else When.on(self.day)


def is_stale(evidence: Evidence, today: date) -> bool:
    """Whether evidence is past its review date."""
    return evidence.review_due is not None and evidence.review_due.last < today


def counts(evidence: Evidence, action: Action | None, today: date) -> bool:
    """Whether evidence counts: dated, not in the future, not past review, and not from before the action's start.

    `action` is that for which it is asked; None for a finding, which has no start.
    """
    return evidence.date is not None and in_time(evidence.date, action, today) and not is_stale(evidence, today)


def in_time(when: When, action: Action | None, today: date) -> bool:
    """Whether something has happened, and not before the action was started, where it says when that was."""
    started = action.started if action is not None else None
    return not is_future(when, today) and (started is None or when.last >= started.first)


def checked_when(evidence: Evidence) -> When | None:
    """Return when evidence was checked: the day written, else its own date where there is a verdict."""
    return evidence.checked_on or (evidence.date if evidence.verdict is not None else None)


def results(action: Action | None, proofs: Iterable[Proof], people: People, today: date) -> tuple[Result, ...]:
    """Return every result about an action, or about a finding (None), the one that decides first.

    `proofs` are those that count. The latest decides; on one day the worst; of equals the dependent one. A month means
    its last day, but never a day after today.
    """
    found = [*_of_checks(action, people, today), *_of_proofs(action, proofs, people, today)]
    return tuple(sorted(found, key=lambda result: (-result.day.toordinal(), result.outcome, result.independent)))


def lapsed(action: Action, proofs: Iterable[Proof], people: People, today: date) -> tuple[Result, ...]:
    """Return what was concluded in evidence that is past its review date, the newest first: it counts for nothing."""
    stale = [proof for proof in proofs if is_stale(proof.record, today)]
    found = _of_proofs(action, stale, people, today) if stale else ()
    return tuple(sorted(found, key=lambda result: (-result.day.toordinal(), result.outcome)))


def _of_checks(action: Action | None, people: People, today: date) -> Iterator[Result]:
    for check in action.checks if action is not None else ():
        if in_time(check.date, action, today):
            alone = people.is_other(check.by, action.owner if action is not None else None)
            yield Result(last_day(check.date, today), _CHECKED[check.result], check.by, alone, check=check)


def _of_proofs(action: Action | None, proofs: Iterable[Proof], people: People, today: date) -> Iterator[Result]:
    owner = action.owner if action is not None else None
    for proof in proofs:
        evidence, checked = proof.record, checked_when(proof.record)
        if evidence.verdict is not None and checked is not None and not is_future(checked, today):
            alone = people.is_other(evidence.checked_by, owner, evidence.by)
            outcome = _JUDGED[evidence.verdict]
            yield Result(last_day(checked, today), outcome, evidence.checked_by, alone, proof=proof)


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
