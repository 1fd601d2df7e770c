"""Every finding under the key question and statement that it is about: the inspector's way in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from action_plans.english.wording import counted, listed, sentence
from action_plans.frameworks.framework import Framework
from action_plans.model.plan import Plan
from action_plans.model.reference import anchor_of
from action_plans.model.source import KeyQuestion
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Crumb, Link
from action_plans.staff.parts.coverage import coverage_words
from action_plans.staff.parts.ratings import ServicePlans, ratings_counted, services_of
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
from action_plans.staff.tags import Tag
from action_plans.tracing.addresses import BY_KEY_QUESTION, BY_REGULATION, service_address
from action_plans.tracing.coverage import Coverage, coverage
from action_plans.tracing.traced import TracedFinding

NAV = "By key question"
_DRAFT = Tag("plain", "Draft")
_OWN = "by-key-question"


@dataclass(frozen=True, slots=True)
class QuestionSection:
    """A key question: its ratings in words, how much of its findings is covered, and the findings by statement."""

    anchor: str
    title: str
    rating: str
    coverage: Coverage
    groups: tuple[TrailGroup, ...]


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service with its ratings, overall and key question by key question, and the link to its own page."""

    link: Link
    report: str
    ratings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameworkNote:
    """What has to be known of a framework: its title, which version it is, whether a draft, what is unverified."""

    title: str
    version: str
    tag: Tag | None
    unverified: str


def by_key_question_page(context: PageContext) -> Page:
    """Return the page over all plans. Cost: linear in what findings cite."""
    return _page(context, BY_KEY_QUESTION, services_of(context.trace))


def service_key_question_pages(context: PageContext) -> Iterator[Page]:
    """Yield the page of each service, where there are several. Cost: as above."""
    for service in services_of(context.trace) if context.has_services else ():
        yield _page(context, service_address(service.service, _OWN), (service,))


def _page(context: PageContext, address: str, services: tuple[ServicePlans, ...]) -> Page:
    here, is_top = context.at(address), address == BY_KEY_QUESTION
    # Links are seen from the only plan, where there is one: F1 rather than OAK/F1.
    seen = context.at(address, context.only_plan)
    plans = context.plans if is_top else services[0].plans
    findings = [finding for plan in plans for finding in context.trace.findings_of(plan)]
    frameworks = _frameworks(context, plans)
    is_brief = is_top and len(services) > 1 and context.trace.extent.is_large
    sections = tuple(_sections(seen, services, findings, frameworks, bare_row if is_brief else trail_row))
    title = NAV if is_top else f"{NAV}: {services[0].service.name}"
    above = () if is_top else (Crumb(NAV, here.to(BY_KEY_QUESTION)),)
    total = coverage(findings)
    html = here.render(
        "staff/by_key_question.html.j2",
        head=here.head(
            title,
            _what(frameworks),
            lede=_lede(total, services),
            above=above,
            crumb="" if is_top else services[0].service.name,
        ),
        sections=sections,
        brief={one.anchor: _totals(here, one) for one in sections} if is_brief else {},
        total=total,
        services=tuple(_service(here, one) for one in services) if len(services) > 1 else (),
        questions=tuple(question.label for question in KeyQuestion),
        without=tuple(_without(framework, findings) for framework in frameworks),
        notes=tuple(_note(framework) for framework in frameworks),
    )
    search = (
        SearchEntry("", title, coverage_words(total)),
        *(_search(sections, frameworks, findings, is_brief=is_brief) if is_top else ()),
    )
    return Page(
        address=address,
        title=title,
        html=html,
        anchors=anchors_in(html),
        search=search,
        nav=NAV if is_top else None,
        under=NAV,
    )


def _totals(here: Here, section: QuestionSection) -> tuple[TrailTotals, ...]:
    """Return how much is covered of each statement under a key question, with the services in which it is cited."""
    known = here.context.trace.findings
    return tuple(
        totals_of(here, one, (known[cited.row.link.ref] for cited in one.rows), _OWN, one.anchor or section.anchor)
        for one in section.groups
    )


def _frameworks(context: PageContext, plans: Iterable[Plan]) -> tuple[Framework, ...]:
    """Return the frameworks that any of the plans cites, each once."""
    found = {one.id: one for plan in plans for one in context.trace.frameworks[plan.id]}
    return tuple(found.values())


def _what(frameworks: tuple[Framework, ...]) -> str:
    return listed(f"{one.title} (draft)" if one.draft and "draft" not in one.title else one.title for one in frameworks)


def _lede(total: Coverage, services: tuple[ServicePlans, ...]) -> str:
    said = [sentence(coverage_words(total)) if total.findings else "No finding is written yet."]
    rating = services[0].overall() if len(services) == 1 else ""
    if rating:
        said.append(f"CQC's rating overall: {rating}.")
    elif len(services) == 1:
        only_some = "CQC rated key questions, and gave no rating overall." if services[0].ratings.is_rated else ""
        said.append(only_some or "No rating by CQC is written down.")
    elif services:
        said.append(f"{sentence(counted(len(services), 'service'))[:-1]}, each with a page of its own.")
    return " ".join(said)


def _sections(
    here: Here,
    services: tuple[ServicePlans, ...],
    findings: list[TracedFinding],
    frameworks: tuple[Framework, ...],
    row_of: Callable[[Here, TracedFinding], TrailRow],
) -> Iterator[QuestionSection]:
    """Yield a section for each key question of CQC, then of other frameworks, then one for findings without any."""
    by_question: dict[str, dict[str, TracedFinding]] = {}
    for finding in findings:
        for slug in _questions_of(finding):
            by_question.setdefault(slug, {})[finding.ref] = finding
    rows = {finding.ref: CitedRow(row_of(here, finding), _law(here, finding)) for finding in findings}
    for slug, title in _titles(frameworks).items():
        under = tuple(by_question.get(slug, {}).values())
        rating = services[0].rating(slug) if len(services) == 1 else ratings_counted(services, slug)
        groups = tuple(_groups(slug, under, rows, frameworks))
        yield QuestionSection(slug, title, rating, coverage(under), groups)
    if "" in by_question:
        under = tuple(by_question[""].values())
        group = TrailGroup("", "No statement named either", "", None, tuple(rows[one.ref] for one in under))
        title = "No key question named"
        yield QuestionSection("_none", title, "", coverage(under), (group,))


def _questions_of(finding: TracedFinding) -> tuple[str, ...]:
    """Return the short names of the key questions that a finding stands under; one empty name where there is none."""
    named = (
        *(one.value for one in finding.cited.key_questions),
        *(one.key_question for one in finding.cited.statements),
    )
    return tuple(dict.fromkeys(named)) or ("",)


def _titles(frameworks: tuple[Framework, ...]) -> dict[str, str]:
    """Return the key questions by their short names: CQC's five first, whatever else a framework asks after them."""
    own = {question.slug: question.title for framework in frameworks for question in framework.key_questions}
    return {question.value: question.label for question in KeyQuestion} | own


def _groups(
    slug: str, findings: tuple[TracedFinding, ...], rows: Mapping[str, CitedRow], frameworks: tuple[Framework, ...]
) -> Iterator[TrailGroup]:
    """Yield the findings under a key question by statement, in the order of the frameworks; at last those without."""
    by_statement: dict[str, list[CitedRow]] = {}
    for finding in findings:
        refs = [one.ref for one in finding.cited.statements if one.key_question == slug]
        for ref in refs or [""]:
            by_statement.setdefault(ref, []).append(rows[finding.ref])
    for framework in frameworks:
        remark = framework.title if len(frameworks) > 1 else ""
        for statement in framework.statements_under(slug):
            if statement.ref in by_statement:
                anchor, tag = anchor_of(statement.ref), _DRAFT if framework.draft else None
                yield TrailGroup(anchor, statement.title, remark, tag, tuple(by_statement[statement.ref]))
    if "" in by_statement:
        yield TrailGroup("", "No statement named", "", None, tuple(by_statement[""]))


def _law(here: Here, finding: TracedFinding) -> tuple[Link, ...]:
    """Return the regulations of a finding, each with the link to its place on the page by regulation."""
    page = here.to(BY_REGULATION)
    links = {
        one.label: Link("", one.label.partition(":")[0], f"{page}#{one.regulation.ref.lower()}")
        for one in finding.cited.regulations
    }
    return tuple(links.values())


def _service(here: Here, one: ServicePlans) -> ServiceRow:
    ratings = (
        one.overall_short(),
        *(one.short_rating(question.value) for question in KeyQuestion),
    )
    return ServiceRow(Link("", one.service.name, here.to(service_address(one.service, _OWN))), one.report_day, ratings)


def _without(framework: Framework, findings: list[TracedFinding]) -> str:
    """Return in one sentence which statements of a framework no finding cites."""
    cited = {one.ref for finding in findings for one in finding.cited.statements}
    left = [one.title for one in framework.statements if one.ref not in cited]
    total = len(framework.statements)
    if not left:
        return f"Each of the {total} statements of the {framework.title} has a finding."
    if len(left) == total:
        return f"None of the {total} statements of the {framework.title} has a finding."
    verb = "has" if len(left) == 1 else "have"
    return f"{len(left)} of the {total} statements of the {framework.title} {verb} no finding: {'; '.join(left)}."


def _note(framework: Framework) -> FrameworkNote:
    tag = _DRAFT if framework.draft else None
    return FrameworkNote(framework.title, sentence(framework.version), tag, framework.unverified)


def _search(
    sections: tuple[QuestionSection, ...],
    frameworks: tuple[Framework, ...],
    findings: list[TracedFinding],
    *,
    is_brief: bool,
) -> Iterator[SearchEntry]:
    """Yield an entry for each key question, for each statement with findings, and one for all others."""
    for section in sections:
        found: dict[str, TrailRow] = {one.row.link.ref: one.row for group in section.groups for one in group.rows}
        words = "; ".join(f"{row.link.ref} {row.link.title}" for row in found.values()) or "No finding"
        words = counted(len(found), "finding") if is_brief and found else words
        yield SearchEntry(
            section.anchor, f"{section.title}: findings by key question", f"{section.rating} {words}".strip()
        )
        for group in section.groups:
            if group.anchor:
                told = counted(len(group.rows), "finding") if is_brief else findings_in_words(group.rows)
                yield SearchEntry(group.anchor, group.title, f"Statement, {section.title}: {told}")
    if frameworks:
        left = " ".join(_without(framework, findings) for framework in frameworks)
        yield SearchEntry("_without", "Statements without findings", left)
