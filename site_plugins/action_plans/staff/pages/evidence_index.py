"""The index of all evidence: the newest first, what lapses when, what is still to come, where the originals are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from action_plans.english.wording import counted, day, number, sentence
from action_plans.history.checked_days import checked_day
from action_plans.model.evidence import Evidence
from action_plans.model.packs import GivenPack
from action_plans.model.plan import Plan
from action_plans.model.when import When
from action_plans.staff.context import Crumb, Head, Here, Link, PageContext
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
from action_plans.tracing.addresses import EVIDENCE, FILTERS, plan_address
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
    here = context.at(EVIDENCE)
    # Links are seen from the only plan, where there is one: A1 rather than OAK/A1.
    seen = context.at(EVIDENCE, context.only_plan)
    found = evidence_rows(seen, context.trace.evidence_refs())
    html = _html(here, seen, found, here.head("Evidence", lede=evidence_lede(found)))
    entries = (SearchEntry("", "Evidence", "All evidence, originals to ask for, proof still to come"),)
    return Page(EVIDENCE, "Evidence", html, _anchors(found), entries, nav="Evidence", script=FILTERS)


def plan_evidence(context: PageContext, plan: Plan, refs: Iterable[str]) -> Page:
    """Return the page of the evidence that supports something in a plan, which is `refs`. Cost: as above."""
    here = context.at(plan_address(plan, "evidence"), plan)
    found = evidence_rows(here, refs)
    lede, above = evidence_lede(found), (Crumb("Evidence", here.to(EVIDENCE)),)
    head = here.head("Evidence", plan.title, ref=plan.id, lede=lede, above=above, crumb=f"Of {plan.id}")
    html, title = _html(here, here, found, head), f"{plan.id} Evidence"
    entries = (SearchEntry("", title, "Evidence of the plan, originals to ask for, proof still to come"),)
    return Page(
        here.address, title, html, _anchors(found), entries, plan.path, under="Evidence", reference=plan.id,
        script=FILTERS,
    )  # fmt: skip


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


def _anchors(found: EvidenceRows) -> frozenset[str]:
    sections = ("all", "lapsing", "to-come", "by-service", "originals", "packs")
    return frozenset({*sections, *(row.anchor for row in found.dated)})


def _html(here: Here, seen: Here, found: EvidenceRows, head: Head) -> str:
    """Return the HTML of evidence with the ways to narrow it; `seen` is the page as links are seen from it."""
    context, rows, plan = here.context, found.dated, here.plan
    return here.render(
        "staff/evidence.html.j2",
        head=head,
        rows=rows,
        choices=_choices(rows),
        filters=EVIDENCE_FILTERS.over(row.facets for row in rows),
        lapsing=lapsing_first(rows),
        assessed=_assessed(seen, context.plans if plan is None else (plan,)),
        to_come=found.to_come,
        services=_services(context, rows) if context.has_services and plan is None else (),
        places=places_of(rows),
        given=given_rows(context) if plan is None else (),
    )


def given_rows(context: PageContext) -> tuple[GivenRow, ...]:
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


def lapsing_first(rows: tuple[EvidenceRow, ...]) -> tuple[EvidenceRow, ...]:
    """Return what lapses before the next assessment, and what has lapsed already, by the day on which it does."""
    found = [(row.until.last, row) for row in rows if row.lasting and row.until is not None]
    return tuple(row for _, row in sorted(found, key=lambda pair: pair[0]))


def _assessed(here: Here, plans: Iterable[Plan]) -> tuple[str, ...]:
    """Return when the next assessment of each plan is expected, the nearest first."""
    context = here.context
    known = [(day_of, plan.id) for plan in plans if (day_of := next_assessment((plan,), context.trace.today))]
    alone = context.only_plan is not None or here.plan is not None
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
        ref=ref,
        link=here.link(ref),
        anchor=ref.lower().replace("/", "."),
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


def _services(context: PageContext, rows: tuple[EvidenceRow, ...]) -> tuple[ServiceEvidence, ...]:
    """Return the evidence of each service, the newest first: the same choice as by the filter, without a script."""
    found: dict[str, list[EvidenceRow]] = defaultdict(list)
    for row in rows:
        for service in row.facets["service"]:
            found[service].append(row)
    services = sorted(context.trace.services.items(), key=lambda pair: pair[1].name.casefold())
    return tuple(ServiceEvidence(name, one.name, tuple(found[name])) for name, one in services if found[name])


def places_of(rows: Iterable[EvidenceRow]) -> tuple[Place, ...]:
    """Return where originals are kept, by name, each with what lies there."""
    found: dict[str, list[Link]] = defaultdict(list)
    for row in rows:
        if row.place:
            found[row.place].append(row.link)
    return tuple(Place(name, tuple(found[name])) for name in sorted(found, key=str.casefold))
