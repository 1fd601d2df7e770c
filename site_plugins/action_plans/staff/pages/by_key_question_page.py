"""Every finding under the key question and statement that it is about: the inspector's way in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from action_plans.english.wording import counted, day, listed, sentence
from action_plans.frameworks.framework import Framework
from action_plans.model.plan import Plan
from action_plans.model.source import KeyQuestion
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Crumb, Link
from action_plans.staff.parts.coverage import coverage_words
from action_plans.staff.parts.question_sections import DRAFT, QuestionSection, question_sections
from action_plans.staff.parts.ratings import ServicePlans, services_of
from action_plans.staff.parts.trail_rows import (
    TrailRow,
    TrailTotals,
    bare_row,
    findings_in_words,
    totals_of,
    trail_row,
)
from action_plans.staff.tags import Tag
from action_plans.tracing.addresses import BY_KEY_QUESTION, service_address
from action_plans.tracing.coverage import Coverage, coverage
from action_plans.tracing.traced import TracedFinding

NAV = "By key question"
_OWN = "by-key-question"


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
    sections = tuple(question_sections(seen, services, findings, frameworks, bare_row if is_brief else trail_row))
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
    unrated = services[0].ratings.unrated if len(services) == 1 else None
    if unrated is not None and unrated.published is not None and services[0].ratings.is_rated:
        said.append(f"What it rates in its report of {day(unrated.published)} is not written down.")
    elif len(services) > 1:
        said.append(f"{sentence(counted(len(services), 'service'))[:-1]}, each with a page of its own.")
    return " ".join(said)


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
    tag = DRAFT if framework.draft else None
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
