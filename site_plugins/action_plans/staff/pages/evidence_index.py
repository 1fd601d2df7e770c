"""The index of all evidence: the newest first, what lapses when, what is still to come, where the originals are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from action_plans.english.wording import counted, day, number, sentence
from action_plans.history.checked_days import checked_day
from action_plans.model.evidence import Evidence
from action_plans.model.packs import GivenPack
from action_plans.model.when import When
from action_plans.staff.context import Here, Link, PageContext
from action_plans.staff.page import Page, SearchEntry
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
from action_plans.staff.parts.evidence_filters import FILTERS as EVIDENCE_FILTERS
from action_plans.staff.parts.evidence_filters import facets
from action_plans.staff.parts.filters import Facet
from action_plans.staff.parts.provenance_words import changed_words
from action_plans.staff.tags import JUDGED, Tag
from action_plans.tracing.addresses import EVIDENCE, FILTERS
from action_plans.tracing.assessments import next_assessment
from action_plans.tracing.results import is_stale
from action_plans.tracing.strength import is_old


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence in the index.

    `lasting` says in words that it is out of date, or lapses before the next assessment, `until` is the last day on
    which it counts, where a page may say so. `marks` are the names by which the page can be narrowed to it without a
    script, `facets` the values by which it can with one. `late` says how late it was written up, where that was late.
    """

    link: Link
    anchor: str
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
class ServiceEvidence:
    """A service, by its id in lower case and its name, with its evidence."""

    id: str
    name: str
    rows: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class GivenRow:
    """An inspection pack that was given to somebody: when, to whom, what it holds, its version and its number."""

    date: str
    to: str
    holds: str
    version: str
    number: str


def evidence_index(context: PageContext) -> Page:
    """Return the page of all evidence. Cost: linear in it, apart from sorting."""
    here, trace = context.at(EVIDENCE), context.trace
    # Links are seen from the only plan, where there is one: A1 rather than OAK/A1.
    seen = context.at(EVIDENCE, context.only_plan)
    dated: list[str] = []
    to_come: list[str] = []
    for ref in trace.evidence_refs():
        (to_come if trace.proof(ref).record.date is None else dated).append(ref)
    dated.sort(key=lambda ref: _newest_first(trace.proof(ref).record))
    rows = tuple(_row(seen, ref) for ref in dated)
    html = here.render(
        "staff/evidence.html.j2",
        head=here.head("Evidence", lede=_lede(rows, len(to_come))),
        rows=rows,
        choices=_choices(rows),
        filters=EVIDENCE_FILTERS.over(row.facets for row in rows),
        lapsing=_lapsing(rows),
        assessed=_assessed(seen),
        to_come=tuple(_row(seen, ref) for ref in to_come),
        services=_services(context, rows) if context.has_services else (),
        places=_places(rows),
        given=_given(context),
    )
    entries = (SearchEntry("", "Evidence", "All evidence, originals to ask for, proof still to come"),)
    sections = ("all", "lapsing", "to-come", "by-service", "originals", "packs")
    anchors = frozenset({*sections, *(row.anchor for row in rows)})
    return Page(EVIDENCE, "Evidence", html, anchors, entries, nav="Evidence", script=FILTERS)


def _given(context: PageContext) -> tuple[GivenRow, ...]:
    """Return the packs that were given to somebody, the newest first; of one day, the last written first."""
    names = {service.id.casefold(): service.name for service in context.trace.service_of.values()}
    newest = sorted(context.packs, key=lambda pack: pack.date.last)[::-1]
    return tuple(
        GivenRow(
            date=day(pack.date),
            to=pack.to,
            holds=names.get(pack.service.casefold(), pack.service) if pack.service else "Everything",
            version=_version(context, pack),
            number=pack.number,
        )
        for pack in newest
    )


_CHOICES = (
    ("unchecked", "nobody has checked"),
    ("lapses", "lapses before the next assessment"),
    ("stale", "is out of date"),
    ("old", "is over 12 months old"),
    ("request", "is kept on request"),
)


def _version(context: PageContext, pack: GivenPack) -> str:
    """Return the version that a pack was made from; that it is there no more, where the history was written anew."""
    if pack.commit is None:
        return "In no version"
    known = context.provenance.commits
    is_known = not known or pack.commit in known or context.provenance.since is not None
    return pack.commit[:7] if is_known else f"{pack.commit[:7]}, which is not in this history any more"


def _choices(rows: tuple[EvidenceRow, ...]) -> tuple[tuple[str, str, int], ...]:
    """Return what the table can be narrowed to: a name, its words and how many there are; nothing that holds none."""
    found = [(mark, words, sum(mark in row.marks for row in rows)) for mark, words in _CHOICES]
    return tuple(one for one in found if one[2])


def _lapsing(rows: tuple[EvidenceRow, ...]) -> tuple[EvidenceRow, ...]:
    """Return what lapses before the next assessment, and what has lapsed already, by the day on which it does."""
    found = [(row.until.last, row) for row in rows if row.lasting and row.until is not None]
    return tuple(row for _, row in sorted(found, key=lambda pair: pair[0]))


def _assessed(here: Here) -> tuple[str, ...]:
    """Return when the next assessment of each plan is expected, the nearest first."""
    context = here.context
    known = [(day_of, plan.id) for plan in context.plans if (day_of := next_assessment((plan,), context.trace.today))]
    alone = context.only_plan is not None
    return tuple(day(expected) + ("" if alone else f" ({plan})") for expected, plan in sorted(known))


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
        link=here.link(ref),
        anchor=ref.lower().replace("/", "."),
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


def _lede(rows: tuple[EvidenceRow, ...], to_come: int) -> str:
    if not rows:
        promised = sentence(f"{number(to_come)} {_are(to_come)} promised") if to_come else ""
        return f"There is no evidence yet. {promised}".strip()
    said = [f"{counted(len(rows), 'piece')} of evidence, the newest first"]
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


def _services(context: PageContext, rows: tuple[EvidenceRow, ...]) -> tuple[ServiceEvidence, ...]:
    """Return the evidence of each service, the newest first: the same choice as by the filter, without a script."""
    found: dict[str, list[EvidenceRow]] = defaultdict(list)
    for row in rows:
        for service in row.facets["service"]:
            found[service].append(row)
    services = sorted(context.trace.services.items(), key=lambda pair: pair[1].name.casefold())
    return tuple(ServiceEvidence(name, one.name, tuple(found[name])) for name, one in services if found[name])


def _places(rows: Iterable[EvidenceRow]) -> tuple[Place, ...]:
    found: dict[str, list[Link]] = defaultdict(list)
    for row in rows:
        if row.place:
            found[row.place].append(row.link)
    return tuple(Place(name, tuple(found[name])) for name in sorted(found, key=str.casefold))
