"""Evidence as rows: the newest first, with what lapses when, who checked it, and where the originals are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from action_plans.english.wording import counted, day, number, sentence
from action_plans.history.checked_days import checked_day
from action_plans.model.evidence import Evidence
from action_plans.model.reference import anchor_of
from action_plans.model.when import When
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.evidence_facts import (
    checked_words,
    is_own_check,
    lapses_before,
    looked_at,
    people_of_evidence,
    plans_of,
    whom_to_ask,
    written_up,
)
from action_plans.staff.parts.evidence_filters import facets
from action_plans.staff.parts.filters import Facet
from action_plans.staff.parts.provenance_words import changed_words
from action_plans.staff.tags import JUDGED, Tag
from action_plans.tracing.assessments import next_assessment
from action_plans.tracing.results import is_stale
from action_plans.tracing.strength import is_old


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence in the index.

    `day` is its date as a number, for putting rows in order. `lasting` says in words that it is out of date, or lapses
    before the next assessment, `until` is the last day on which it counts, where a page may say so. `marks` are the
    names by which the page can be narrowed to it without a script, `facets` the values by which it can with one. `late`
    says how late it was written up, where that was late.
    """

    ref: str
    link: Link
    anchor: str
    day: int
    date: str
    category: str
    supports: tuple[Link, ...]
    checked: str
    looked_at: str
    own_check: bool
    verdict: Tag | None
    review: str
    lasting: str
    on_request: bool
    place: str
    marks: tuple[str, ...]
    until: When | None
    facets: Mapping[str, Facet]
    late: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where originals are kept, and which."""

    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRows:
    """Evidence as a page shows it: what has a date, the newest first, and what is still to come, as written."""

    dated: tuple[EvidenceRow, ...]
    to_come: tuple[EvidenceRow, ...]


def evidence_rows(seen: Here, refs: Iterable[str]) -> EvidenceRows:
    """Return the rows of pieces of evidence, by their references, as seen from a page."""
    proof = seen.context.trace.proof
    dated: list[str] = []
    to_come: list[str] = []
    for ref in refs:
        (to_come if proof(ref).record.date is None else dated).append(ref)
    dated.sort(key=lambda ref: _newest_first(proof(ref).record))
    return EvidenceRows(tuple(_row(seen, ref) for ref in dated), tuple(_row(seen, ref) for ref in to_come))


def lapsing_first(rows: tuple[EvidenceRow, ...]) -> tuple[EvidenceRow, ...]:
    """Return what lapses before the next assessment, and what has lapsed already, by the day on which it does."""
    found = [(row.until.last, row) for row in rows if row.lasting and row.until is not None]
    return tuple(row for _, row in sorted(found, key=lambda pair: pair[0]))


def evidence_lede(found: EvidenceRows, *, is_list: bool = True) -> str:
    """Return how much evidence there is, and how much of it somebody has to look at; where it is listed, how."""
    rows, to_come = found.dated, len(found.to_come)
    if not rows:
        promised = sentence(f"{number(to_come)} {_are(to_come)} promised") if to_come else ""
        return f"There is no evidence yet. {promised}".strip()
    said = [f"{counted(len(rows), 'piece')} of evidence{', the newest first' if is_list else ''}"]
    for mark, one, several in _SAID:
        count = sum(mark in row.marks for row in rows)
        if count:
            said.append(f"{number(count)} {one if count == 1 else several}")
    if to_come:
        said.append(f"{number(to_come)} {_are(to_come)} still to come")
    return " ".join(sentence(words) for words in said)


_SAID = (
    ("lapses", "lapses before the next assessment", "lapse before the next assessment"),
    ("stale", "is past its review date", "are past their review date"),
    ("unchecked", "has been checked by nobody", "have been checked by nobody"),
)


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def places_of(rows: Iterable[EvidenceRow]) -> tuple[Place, ...]:
    """Return where originals are kept, by name, each with what lies there."""
    found: dict[str, list[Link]] = defaultdict(list)
    for row in rows:
        if row.place:
            found[row.place].append(row.link)
    return tuple(Place(name, tuple(found[name])) for name in sorted(found, key=str.casefold))


def _newest_first(evidence: Evidence) -> tuple[int, str]:
    assert evidence.date is not None  # noqa: S101 -- only dated evidence is sorted
    return (-evidence.date.last.toordinal(), evidence.title.casefold())


def _row(here: Here, ref: str) -> EvidenceRow:
    trace = here.context.trace
    evidence, people = trace.proof(ref).record, people_of_evidence(trace, ref)
    shown, checked = not evidence.on_request, checked_words(people, evidence)
    lasting, marks = "", []
    if shown and is_stale(evidence, trace.today):
        lasting = "out of date"
        marks.append("stale")
    elif shown and lapses_before(evidence, next_assessment(plans_of(trace, ref), trace.today), trace.today):
        lasting = "lapses before the next assessment"
        marks.append("lapses")
    if not checked:
        marks.append("unchecked")
    day_checked = checked_day(evidence, trace.today)
    is_other = bool(here.context.provenance.evidence_changed(ref))
    if is_other or any(changed_words(here, supported, day_checked) for supported in trace.supports[ref]):
        marks.append("changed")
    if not shown:
        marks.append("request")
    if evidence.date is not None and is_old(evidence.date, trace.today):
        marks.append("old")
    return EvidenceRow(
        ref=ref,
        link=here.link(ref),
        anchor=anchor_of(ref),
        day=evidence.date.last.toordinal() if evidence.date is not None else 0,
        date=day(evidence.date) if evidence.date is not None else "",
        category=" · ".join(
            part for part in (evidence.category.label if shown and evidence.category else "", here.service(ref)) if part
        ),
        supports=here.links(trace.supports[ref]),
        checked=checked,
        looked_at=looked_at(evidence),
        own_check=is_own_check(people, evidence),
        verdict=JUDGED[evidence.verdict] if evidence.verdict is not None else None,
        review=day(evidence.review_due) if shown and evidence.review_due is not None else "",
        lasting=lasting,
        on_request=not shown,
        place=(evidence.kept or "") if shown else f"Kept on request: ask {whom_to_ask(trace, ref)}",
        marks=tuple(marks),
        until=evidence.review_due if shown else None,
        facets=facets(here, ref, marks),
        late=written_up(here.context, ref) if shown else "",
    )
