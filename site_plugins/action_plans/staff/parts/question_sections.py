"""Findings by key question, and within each by the statement of a framework that they cite."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from action_plans.frameworks.framework import Framework
from action_plans.model.reference import anchor_of
from action_plans.model.source import KeyQuestion
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.ratings import ServicePlans, ratings_counted
from action_plans.staff.parts.trail_rows import CitedRow, TrailGroup, TrailRow
from action_plans.staff.tags import Tag
from action_plans.tracing.addresses import BY_REGULATION
from action_plans.tracing.coverage import Coverage, coverage
from action_plans.tracing.traced import TracedFinding

DRAFT = Tag("plain", "Draft")
"""Beside what stands in a framework that is no more than proposed."""


@dataclass(frozen=True, slots=True)
class QuestionSection:
    """A key question: its ratings in words, how much of its findings is covered, and the findings by statement."""

    anchor: str
    title: str
    rating: str
    coverage: Coverage
    groups: tuple[TrailGroup, ...]


def question_sections(
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
                anchor, tag = anchor_of(statement.ref), DRAFT if framework.draft else None
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
