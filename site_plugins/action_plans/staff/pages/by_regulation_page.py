"""Every finding under the regulation that it cites: the inspector's way in by law."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from action_plans.english.wording import agreeing, counted, sentence
from action_plans.frameworks.regulation import Instrument, Regulation, about_regulations, regulations
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Crumb, Link
from action_plans.staff.parts.coverage import coverage_words
from action_plans.staff.parts.ratings import ServicePlans, services_of
from action_plans.staff.parts.since import since_for_findings
from action_plans.staff.parts.trail_rows import (
    CitedRow,
    TrailGroup,
    TrailRow,
    TrailTotals,
    bare_row,
    findings_in_words,
    totals_of,
    trail_row,
)
from action_plans.tracing.addresses import BY_KEY_QUESTION, BY_REGULATION, service_address
from action_plans.tracing.coverage import Coverage, coverage
from action_plans.tracing.traced import TracedFinding

NAV = "By regulation"
_OWN = "by-regulation"


@dataclass(frozen=True, slots=True)
class LawSection:
    """An instrument, or other law, with its findings by regulation, and how much of them is covered."""

    anchor: str
    title: str
    coverage: Coverage
    groups: tuple[TrailGroup, ...]


def by_regulation_page(context: PageContext) -> Page:
    """Return the page over all plans; of many services it says the totals, and leads to the page of each.

    Cost: linear in what findings cite, apart from sorting.
    """
    return _page(context, BY_REGULATION, None)


def service_regulation_pages(context: PageContext) -> Iterator[Page]:
    """Yield the page of each service, where there are several. Cost: as above."""
    for service in services_of(context.trace) if context.has_services else ():
        yield _page(context, service_address(service.service, _OWN), service)


def _page(context: PageContext, address: str, service: ServicePlans | None) -> Page:
    here = context.at(address)
    # Links are seen from the only plan, where there is one: F1 rather than OAK/F1.
    seen = context.at(address, context.only_plan)
    plans = context.plans if service is None else service.plans
    findings = [finding for plan in plans for finding in context.trace.findings_of(plan)]
    is_brief = service is None and context.has_services and context.trace.extent.is_large
    sections = tuple(_sections(seen, findings, bare_row if is_brief else trail_row))
    total = coverage(findings)
    name = service.service.name if service is not None else ""
    title = f"{NAV}: {name}" if name else NAV
    above = (Crumb(NAV, here.to(BY_REGULATION)),) if name else ()
    html = here.render(
        "staff/by_regulation.html.j2",
        head=here.head(title, lede=_lede(total, findings), above=above, crumb=name),
        sections=sections,
        brief={one.anchor: _totals(here, one) for one in sections} if is_brief else {},
        total=total,
        without=tuple(_without(instrument, findings) for instrument in Instrument),
        notes=tuple((one.title, one.unverified) for one in map(about_regulations, Instrument)),
    )
    return Page(
        address=address,
        title=title,
        html=html,
        anchors=anchors_in(html),
        search=(
            SearchEntry("", title, coverage_words(total)),
            *(() if name else _search(sections, findings, is_brief=is_brief)),
        ),
        nav=None if name else NAV,
        under=NAV,
    )


def _totals(here: Here, section: LawSection) -> tuple[TrailTotals, ...]:
    """Return how much is covered of each regulation under a law, with the services in which it is cited."""
    known = here.context.trace.findings
    # What changed since CQC last came is told where each service has its findings: here it would be a list of services.
    return tuple(
        totals_of(
            here,
            replace(one, remark=""),
            (known[cited.row.link.ref] for cited in one.rows),
            _OWN,
            one.anchor or section.anchor,
        )
        for one in section.groups
    )


def _lede(total: Coverage, findings: list[TracedFinding]) -> str:
    if not findings:
        return "No finding is written yet."
    cited = {one.regulation for finding in findings for one in finding.cited.regulations}
    named = sum(bool(finding.cited.regulations) for finding in findings)
    law = f"{agreeing(len(cited), 'regulation is', 'regulations are')} cited by {counted(named, 'finding')}"
    return f"{sentence(coverage_words(total))} {sentence(law)}"


def _sections(
    here: Here, findings: list[TracedFinding], row_of: Callable[[Here, TracedFinding], TrailRow]
) -> Iterator[LawSection]:
    """Yield both instruments apart, then other law, then what names no law; nothing that holds no finding."""
    rows = {finding.ref: row_of(here, finding) for finding in findings}
    by_regulation: dict[Regulation, dict[str, TracedFinding]] = {}
    by_other_law: dict[str, tuple[str, dict[str, TracedFinding]]] = {}
    nothing: list[TracedFinding] = []
    for finding in findings:
        for reading in finding.cited.regulations:
            by_regulation.setdefault(reading.regulation, {})[finding.ref] = finding
        for law in finding.record.other_law:
            by_other_law.setdefault(" ".join(law.casefold().split()), (law, {}))[1][finding.ref] = finding
        if not finding.cited.regulations and not finding.record.other_law:
            nothing.append(finding)
    for instrument in Instrument:
        cited = sorted((one for one in by_regulation if one.instrument is instrument), key=lambda one: one.order)
        groups = tuple(_regulation(here, one, by_regulation[one], rows) for one in cited)
        under = [finding for one in cited for finding in by_regulation[one].values()]
        yield from _section(instrument.value.lower(), instrument.full_name, under, groups)
    under = [finding for _, several in by_other_law.values() for finding in several.values()]
    laws = sorted(by_other_law.items())
    groups = tuple(_other_law(here, number, law, several, rows) for number, (_, (law, several)) in enumerate(laws, 1))
    yield from _section("other-law", "Other law", under, groups)
    inside = tuple(CitedRow(rows[finding.ref], _unread(finding)) for finding in nothing)
    title = "Findings that name no law"
    yield from _section("no-law", title, nothing, (TrailGroup("", "", "", None, inside),))


def _section(
    anchor: str, title: str, findings: list[TracedFinding], groups: tuple[TrailGroup, ...]
) -> Iterator[LawSection]:
    if findings:
        yield LawSection(anchor, title, coverage(findings), groups)


def _regulation(
    here: Here, regulation: Regulation, findings: Mapping[str, TracedFinding], rows: Mapping[str, TrailRow]
) -> TrailGroup:
    """Return the findings under a regulation, each with the paragraphs that it names."""
    inside = []
    for finding in findings.values():
        readings = (one for one in finding.cited.regulations if one.regulation == regulation)
        words = dict.fromkeys(one.label.partition(":")[0] for one in readings)
        paragraphs = tuple(Link("", word, "") for word in words)
        inside.append(CitedRow(rows[finding.ref], (*paragraphs, *_questions(here, finding))))
    since = since_for_findings(here, findings.values())
    return TrailGroup(regulation.ref.lower(), regulation.label, since, None, tuple(inside))


def _other_law(
    here: Here, number: int, law: str, findings: Mapping[str, TracedFinding], rows: Mapping[str, TrailRow]
) -> TrailGroup:
    inside = tuple(CitedRow(rows[one.ref], _questions(here, one)) for one in findings.values())
    return TrailGroup(f"other-law-{number}", law, since_for_findings(here, findings.values()), None, inside)


def _questions(here: Here, finding: TracedFinding) -> tuple[Link, ...]:
    """Return the key questions of a finding, each with the link to its place on the page by key question."""
    page = here.to(BY_KEY_QUESTION)
    return tuple(Link("", one.label, f"{page}#{one.value}") for one in finding.cited.key_questions)


def _unread(finding: TracedFinding) -> tuple[Link, ...]:
    """Return what a finding cites and nobody can read; such a plan stops a build, and is shown in a preview."""
    return tuple(Link("", f"“{one.written}” is not understood", "") for _, one in finding.cited.unread_regulations)


def _without(instrument: Instrument, findings: list[TracedFinding]) -> str:
    """Return in one sentence which regulations of an instrument no finding cites."""
    cited = {one.regulation for finding in findings for one in finding.cited.regulations}
    every = regulations(instrument)
    left = [one for one in every if one not in cited]
    name = instrument.full_name
    if not left:
        return f"Each of the {len(every)} regulations that can be cited of the {name} has a finding."
    if len(left) == len(every):
        return f"No finding cites the {name}."
    titles = "; ".join(f"{one.number} {one.title}" for one in left)
    verb = "has" if len(left) == 1 else "have"
    return f"{len(left)} of the {len(every)} regulations that can be cited of the {name} {verb} no finding: {titles}."


def _search(
    sections: tuple[LawSection, ...], findings: list[TracedFinding], *, is_brief: bool
) -> Iterator[SearchEntry]:
    """Yield an entry for each regulation and other law with findings, and one for all other regulations."""
    for section in sections:
        for group in section.groups:
            if group.anchor:
                words = counted(len(group.rows), "finding") if is_brief else findings_in_words(group.rows)
                yield SearchEntry(group.anchor, group.title, f"{section.title}: {words}")
    if findings:
        left = " ".join(_without(instrument, findings) for instrument in Instrument)
        yield SearchEntry("_without", "Regulations without findings", left)
