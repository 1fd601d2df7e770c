"""How strong evidence is, and its newest piece: told of an action and of a finding in the same way everywhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from action_plans.english.wording import day, months_between
from action_plans.model.action_parts import Check
from action_plans.model.evidence import EvidenceCategory
from action_plans.model.when import When
from action_plans.tracing.days import is_future, last_day, newest
from action_plans.tracing.results import Outcome, Proof, Result
from action_plans.tracing.states import Assurance

_ONE_DAY = timedelta(days=1)
_OLD = 12
"""Months from which on the newest piece, or the newest independent check, is old."""


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest proof: when, about what (the reference of the evidence, or of the action checked), what it says.

    `outcome` is None where nobody judged it; `check` is set where it is a check, `proof` where it is evidence.
    """

    day: date
    ref: str
    when: When
    outcome: Outcome | None
    by: str | None
    independent: bool
    proof: Proof | None = None
    check: Check | None = None

    @property
    def words(self) -> str:
        """Its day, and what it says where anybody judged it: `6 May 2026: slipped`."""
        said = ""
        if self.check is not None:
            said = self.check.result.label
        elif self.outcome is not None and self.proof is not None and self.proof.record.verdict is not None:
            said = self.proof.record.verdict.label
        return f"{day(self.when)}: {said.lower()}" if said else day(self.when)


@dataclass(frozen=True, slots=True)
class Strength:
    """How strong evidence is: its categories, the day of the newest, who checked it. Never a count of files."""

    categories: tuple[EvidenceCategory, ...]
    newest: When | None
    checked_by: tuple[str, ...]
    """Who checked independently, each once, in the order of the results."""

    def is_old(self, today: date) -> bool:
        """Whether the newest piece is more than 12 months old."""
        return self.newest is not None and is_old(self.newest, today)


def strength(proofs: Iterable[Proof], found: Iterable[Result]) -> Strength:
    """Return how strong the evidence is that `proofs` (those that count) and results make up."""
    proofs, found = tuple(proofs), tuple(found)
    present = {proof.record.category for proof in proofs}
    days = [proof.record.date for proof in proofs]
    days += [result.check.date for result in found if result.check is not None]
    independent = dict.fromkeys(result.by for result in found if result.independent and result.by)
    return Strength(
        tuple(category for category in EvidenceCategory if category in present), newest(days), tuple(independent)
    )


def newest_of(ref: str, counting: Iterable[Proof], found: Iterable[Result], today: date) -> Newest | None:
    """Return the newest proof of the action or finding `ref`: of its counting evidence and its checks.

    Evidence stands on the day it was checked on, else on its date; on one day the worst stands first, and what nobody
    judged last.
    """
    judged = {result.proof.ref: result for result in found if result.proof is not None}
    pieces = [_of_check(ref, result) for result in found if result.check is not None]
    pieces += [_of_proof(proof, judged.get(proof.ref), today) for proof in counting]
    return first_newest(pieces)


def first_newest(pieces: Iterable[Newest | None]) -> Newest | None:
    """Return the newest of several proofs; on one day the worst."""
    return min((one for one in pieces if one is not None), key=_order, default=None)


def is_old(when: When, today: date) -> bool:
    """Whether a day lies more than 12 calendar months back."""
    return is_over(_OLD, when, today)


def is_over(months: int, when: When, today: date) -> bool:
    """Whether a day lies more than so many calendar months back; on the day on which they are full it does not."""
    return months_between(when.last, today - _ONE_DAY) >= months


def needs_another_look(proven: Assurance | None, found: Iterable[Result], today: date) -> date | None:
    """Return when somebody independent last looked at what is embedded, where that is more than 12 months ago."""
    looked = max((result.day for result in found if result.independent), default=None)
    if proven is not Assurance.EMBEDDED or looked is None or not is_old(When.on(looked), today):
        return None
    return looked


def _of_check(ref: str, result: Result) -> Newest:
    assert result.check is not None  # noqa: S101 -- only checks are handed over
    return Newest(result.day, ref, result.check.date, result.outcome, result.by, result.independent, check=result.check)


def _of_proof(proof: Proof, result: Result | None, today: date) -> Newest:
    evidence = proof.record
    checked = evidence.checked_on if evidence.checked_on and not is_future(evidence.checked_on, today) else None
    when = checked or evidence.date
    assert when is not None  # noqa: S101 -- what counts has a date
    outcome, by = (
        (result.outcome, result.by) if result is not None else (None, evidence.checked_by if checked else None)
    )
    return Newest(last_day(when, today), proof.ref, when, outcome, by, bool(result and result.independent), proof=proof)


def _order(one: Newest) -> tuple[int, int, bool, str]:
    unjudged = len(Outcome)
    return -one.day.toordinal(), unjudged if one.outcome is None else one.outcome, one.independent, one.ref
