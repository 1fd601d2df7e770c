"""The index of all evidence: the newest first, what lapses when, what is still to come, where the originals are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from action_plans.english.wording import day
from action_plans.model.packs import GivenPack
from action_plans.model.plan import Plan
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry
from action_plans.staff.page_head import Crumb, Head
from action_plans.staff.parts.evidence_filters import FILTERS as EVIDENCE_FILTERS
from action_plans.staff.parts.evidence_rows import (
    EvidenceRow,
    EvidenceRows,
    evidence_lede,
    evidence_rows,
    lapsing_first,
    places_of,
)
from action_plans.tracing.addresses import EVIDENCE, FILTERS, plan_address
from action_plans.tracing.assessments import next_assessment


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


def _assessed(here: Here, plans: Iterable[Plan]) -> tuple[str, ...]:
    """Return when the next assessment of each plan is expected, the nearest first."""
    context = here.context
    known = [(expected, plan.id) for plan in plans if (expected := next_assessment((plan,), context.trace.today))]
    known.sort(key=lambda pair: (pair[0].last, pair[1]))
    alone = context.only_plan is not None or here.plan is not None
    return tuple(day(expected) + ("" if alone else f" ({plan})") for expected, plan in known)


def _services(context: PageContext, rows: tuple[EvidenceRow, ...]) -> tuple[ServiceEvidence, ...]:
    """Return the evidence of each service, the newest first: the same choice as by the filter, without a script."""
    found: dict[str, list[EvidenceRow]] = defaultdict(list)
    for row in rows:
        for service in row.facets["service"]:
            found[service].append(row)
    services = sorted(context.trace.services.items(), key=lambda pair: pair[1].name.casefold())
    return tuple(ServiceEvidence(name, one.name, tuple(found[name])) for name, one in services if found[name])
