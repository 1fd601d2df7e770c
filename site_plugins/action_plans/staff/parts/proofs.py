"""Evidence as the pages of a finding or an action show it. What is on request shows no more than may be known."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from action_plans.english.wording import counted, day
from action_plans.history.checked_days import checked_day
from action_plans.model.action_parts import Check
from action_plans.model.evidence import Evidence
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.evidence_facts import NOT_SAID, looked_at
from action_plans.staff.parts.provenance_words import changed_words, evidence_changed_words
from action_plans.staff.tags import CHANGED, JUDGED, ON_REQUEST, STALE, TO_COME, Tag
from action_plans.tracing.results import Proof, Result, is_stale
from action_plans.tracing.traced import TracedAction

_MOST_IN_CELL = 60


@dataclass(frozen=True, slots=True)
class ProofView:
    """A piece of evidence: a note with a link, or a line with an anchor of its own.

    `sample`, `result`, `period` and `record`, whose remarks are shown, are nothing for what is on request. `looked_at`
    is what its checker looked at, which is shown of that too, or that it is not said.
    """

    link: Link | None
    title: str
    anchor: str
    when: str
    what: str
    sample: str | None
    result: str | None
    checked: str
    looked_at: str
    period: str | None
    record: Evidence | None
    tags: tuple[Tag, ...]
    kept: str


def in_a_cell(here: Here, proofs: Sequence[Proof], ref: str) -> tuple[Sequence[Proof], Link | None]:
    """Return the evidence of a thing as far as a cell of a table has room for it, and the link to the page of all.

    Up to so many it is all, in the order given, and no link; of more, the newest.
    """
    left = len(proofs) - _MOST_IN_CELL
    if left <= 0:
        return proofs, None
    newest = sorted(proofs, key=lambda proof: -proof.record.date.last.toordinal() if proof.record.date else 0)
    return newest[:_MOST_IN_CELL], Link("", f"and {counted(left, 'more', 'more')}", here.link(ref).href)


def proof_views(here: Here, proofs: Iterable[Proof], about: str) -> tuple[ProofView, ...]:
    """Return evidence for the thing `about`, by its reference, lines first, in the order given."""
    return tuple(_view(here, proof, about) for proof in proofs)


def result_words(here: Here, result: Result) -> str:
    """Return who looked, when, and what they concluded: `Quality lead, 6 May 2026: slipped`."""
    concluded = result.check.result.label if result.check else ""
    if result.proof is not None and result.proof.record.verdict is not None:
        concluded = JUDGED[result.proof.record.verdict].word
    return f"{here.who(result.by) or 'Somebody'}, {day(result.when)}: {concluded.lower()}"


def looks(here: Here, action: TracedAction) -> Iterator[tuple[Result, str]]:
    """Yield each look at an action, in words: the one that decides first, at last those that no longer count."""
    yield from ((result, result_words(here, result)) for result in action.results)
    for result in action.lapsed:
        yield result, f"{result_words(here, result)}, which no longer counts: past its review date"


def check_sample(check: Check) -> str:
    """Return what was looked at in a check of practice, in people's own words, or that it is not said."""
    return check.sample or NOT_SAID


def sample_of(result: Result) -> str:
    """Return what was looked at for a result, in people's own words, or that it is not said."""
    if result.check is not None:
        return check_sample(result.check)
    return looked_at(result.proof.record) if result.proof is not None else ""


def _view(here: Here, proof: Proof, about: str) -> ProofView:
    evidence, shown = proof.record, not proof.record.on_request
    words = [choice.label for choice in (evidence.type, evidence.category) if choice is not None]
    return ProofView(
        link=here.link(proof.ref) if proof.is_note else None,
        title=evidence.title,
        anchor="" if proof.is_note else proof.ref.rpartition("/")[2],
        when=day(evidence.date) if evidence.date is not None else "",
        what=", ".join(dict.fromkeys(words)) if shown else "",
        sample=evidence.sample if shown else None,
        result=evidence.result if shown else None,
        checked=_checked(here, evidence),
        looked_at=looked_at(evidence),
        period=evidence.period if shown else None,
        record=evidence if shown else None,
        tags=_tags(here, proof.ref, evidence, about),
        kept=_kept(here, evidence),
    )


def _tags(here: Here, ref: str, evidence: Evidence, about: str) -> tuple[Tag, ...]:
    found = [JUDGED[evidence.verdict]] if evidence.verdict is not None else []
    if evidence.date is None:
        found.append(TO_COME)
    own = evidence_changed_words(here, ref)
    if own or changed_words(here, about, checked_day(evidence, here.context.trace.today)):
        found.append(CHANGED)
    if is_stale(evidence, here.context.trace.today):
        found.append(STALE)
    if evidence.on_request:
        found.append(ON_REQUEST)
    return tuple(found)


def _checked(here: Here, evidence: Evidence) -> str:
    if evidence.checked_by is None:
        return ""
    return here.who(evidence.checked_by) + (f", {day(evidence.checked_on)}" if evidence.checked_on else "")


def _kept(here: Here, evidence: Evidence) -> str:
    """Return where the original is; for what is on request, whom to ask instead."""
    if not evidence.on_request:
        return evidence.kept or ""
    keeper = here.who((here.plan.evidence_lead or here.plan.lead) if here.plan else None)
    return f"Ask the {keeper[:1].lower()}{keeper[1:]}" if keeper else "Ask whoever leads the plan"
