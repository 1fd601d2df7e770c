"""The evidence of many plans: how much each has and what is the matter with it, the newest, and what lapses first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.pages.evidence_index import evidence_index, given_rows, plan_evidence
from action_plans.staff.parts.evidence_facts import evidence_by_plan
from action_plans.staff.parts.evidence_rows import (
    EvidenceRow,
    evidence_lede,
    evidence_rows,
    lapsing_first,
    places_of,
)
from action_plans.staff.parts.first_lists import more
from action_plans.tracing.addresses import EVIDENCE, plan_address

_MOST_NEWEST, _MOST_LAPSING, _MOST_PLACES = 20, 20, 40
MARKS = (
    ("unchecked", "Checked by nobody"),
    ("lapses", "Lapses before the next assessment"),
    ("stale", "Out of date"),
    ("changed", "Changed since checked"),
    ("old", "Over 12 months old"),
    ("request", "On request"),
)
"""What is counted of each plan's evidence, by the mark of a row."""


@dataclass(frozen=True, slots=True)
class PlanEvidence:
    """A plan with the link to the page of its evidence: its service, how much there is, and the newest day."""

    link: Link
    service: str
    count: int
    figures: tuple[tuple[str, int], ...]
    to_come: int
    newest: str


@dataclass(frozen=True, slots=True)
class PlaceOverPlans:
    """Where originals are kept: how many, and the plans whose pages say which."""

    name: str
    count: int
    plans: tuple[Link, ...]


def evidence_page(context: PageContext) -> Page:
    """Return the page of all evidence, or of its totals where several plans have too much for one. Linear, sorting."""
    return _overview(context) if context.trace.extent.is_large else evidence_index(context)


def plan_evidence_pages(context: PageContext) -> Iterator[Page]:
    """Yield the page of each plan's own evidence, where several plans have too much for one page."""
    by_plan = evidence_by_plan(context.trace)
    for plan in context.plans if context.trace.extent.is_large else ():
        yield plan_evidence(context, plan, by_plan.get(plan.id, ()))


def _overview(context: PageContext) -> Page:
    by_plan = evidence_by_plan(context.trace)
    here = context.at(EVIDENCE)
    found = evidence_rows(here, context.trace.evidence_refs())
    rows = {row.ref: row for row in (*found.dated, *found.to_come)}
    in_plans = {ref for refs in by_plan.values() for ref in refs}
    marks = tuple((mark, words) for mark, words in MARKS if any(mark in row.marks for row in found.dated))
    plans = tuple(
        _plan_row(here, plan.id, plan_address(plan, "evidence"), [rows[ref] for ref in by_plan.get(plan.id, ())], marks)
        for plan in context.plans
    )
    lapsing = lapsing_first(found.dated)
    places = _places(here, found.dated, by_plan)
    html = here.render(
        "staff/evidence_overview.html.j2",
        head=here.head("Evidence", lede=evidence_lede(found, is_list=False)),
        columns=tuple(words for _, words in marks),
        total=(len(found.dated), _figures(found.dated, marks), len(found.to_come)),
        plans=plans,
        has_to_come=bool(found.to_come),
        newest=found.dated[:_MOST_NEWEST],
        lapsing=lapsing[:_MOST_LAPSING],
        more_lapsing=more(
            len(lapsing) - _MOST_LAPSING, "more, on the page of its plan", "more, on the pages of the plans"
        ),
        of_none=tuple(row.link for ref, row in rows.items() if ref not in in_plans),
        places=places[:_MOST_PLACES],
        more_places=more(len(places) - _MOST_PLACES, "more place", "more places"),
        given=given_rows(context),
    )
    entry = SearchEntry("", "Evidence", "All evidence by plan, the newest, what lapses, originals to ask for")
    return Page(EVIDENCE, "Evidence", html, anchors_in(html), (entry,), nav="Evidence")


def _plan_row(
    here: Here, plan: str, address: str, rows: list[EvidenceRow], marks: Iterable[tuple[str, str]]
) -> PlanEvidence:
    dated = [row for row in rows if row.date]
    newest = max(dated, key=lambda row: row.day, default=None)
    service = here.context.trace.service_of[plan].name if here.context.has_services else ""
    title = here.link(plan).title
    return PlanEvidence(
        Link(plan, title, here.to(address)),
        service,
        len(dated),
        _figures(dated, marks),
        len(rows) - len(dated),
        newest.date if newest is not None else "",
    )


def _figures(rows: Iterable[EvidenceRow], marks: Iterable[tuple[str, str]]) -> tuple[tuple[str, int], ...]:
    rows = tuple(rows)
    return tuple((words, sum(mark in row.marks for row in rows)) for mark, words in marks)


def _places(
    here: Here, rows: Iterable[EvidenceRow], by_plan: Mapping[str, tuple[str, ...]]
) -> tuple[PlaceOverPlans, ...]:
    """Return where originals are kept, with the plans whose evidence lies there; most first."""
    plans_of: dict[str, list[str]] = {}
    for plan, refs in by_plan.items():
        for ref in refs:
            plans_of.setdefault(ref, []).append(plan)
    own = {
        plan.id: Link(plan.id, "", here.to(f"{plan_address(plan, 'evidence')}#originals"))
        for plan in here.context.plans
    }
    by_place: dict[str, list[EvidenceRow]] = {}
    for row in rows:
        if row.place:
            by_place.setdefault(row.place, []).append(row)
    found = []
    for place in places_of(rows):
        inside = by_place[place.name]
        plans = dict.fromkeys(plan for row in inside for plan in plans_of.get(row.ref, ()))
        found.append(PlaceOverPlans(place.name, len(inside), tuple(own[plan] for plan in own if plan in plans)))
    return tuple(sorted(found, key=lambda place: -place.count))
