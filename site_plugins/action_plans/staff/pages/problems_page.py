"""Everything that is wrong, missing or answered: by severity, then file by file, with what to do."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from action_plans.english.wording import counted, day, sentence
from action_plans.exchange.mending.blocks import Block
from action_plans.model.origin import Origin
from action_plans.model.plan import Accepted
from action_plans.model.problem import Problem, Severity
from action_plans.staff.context import Here, Link, PageContext
from action_plans.staff.page import Page, SearchEntry
from action_plans.staff.parts.paste import blocks_for
from action_plans.staff.tags import Tag
from action_plans.tracing.addresses import HELP, PROBLEMS

_QUOTED = re.compile(r"`([^`]+)`")

NAMES = {
    Severity.ERROR: ("Errors", "Errors stop a build: until they are put right, the last good site stays as it is."),
    Severity.WARNING: ("Warnings", "Probably a slip in writing. They stop a strict build."),
    Severity.GAP: ("Gaps", "The state of the work: what is late, unproven or still missing. They stop nothing."),
}
"""What each severity is called, and what it does."""

ACCEPTED = "accepted"
"""The anchor of the problems that a plan answers."""


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One problem as the page shows it; `until` is the day up to which an answer holds, where one is given."""

    code: str
    tag: Tag
    help: str
    link: Link | None
    message: Markup
    hint: Markup
    place: Markup
    accepted: str
    until: str
    paste: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ProblemFile:
    """The problems of one file, in the order of its lines."""

    path: str
    rows: tuple[ProblemRow, ...]


@dataclass(frozen=True, slots=True)
class ProblemSection:
    """The problems of one severity, or those that are answered."""

    anchor: str
    title: str
    sentence: str
    count: int
    files: tuple[ProblemFile, ...]


@dataclass(frozen=True, slots=True)
class IdleAnswer:
    """An answer of a plan to which no problem is shown: its code, what it is about, where it is written."""

    code: str
    help: str
    link: Link | None
    record: Accepted
    until: str
    place: Markup


def problems_page(context: PageContext) -> Page:
    """Return the page of all problems. It needs no plan: it is there when nothing could be read. Linear in problems."""
    here = context.at(PROBLEMS)
    rows = _rows(here)
    open_ones = [problem for problem in context.problems if problem.is_open]
    answered = [problem for problem in context.problems if not problem.is_open]
    sections = [
        _section(severity.value, *NAMES[severity], [one for one in open_ones if one.severity is severity], rows)
        for severity in Severity
    ]
    sections.append(_section(ACCEPTED, "Accepted", "Known, and answered in the plan with a reason.", answered, rows))
    html = here.render(
        "staff/problems.html.j2",
        head=here.head("Problems", lede=_lede(open_ones)),
        counts=[
            {"number": one.count, "words": _counted_words(one), "href": f"#{one.anchor}"}
            for one in sections
            if one.count
        ],
        sections=[one for one in sections if one.count],
        idle=tuple(_idle(here, answered)),
        off=[(code.value, code.sentence) for code in context.checks_off],
        help=here.to(f"{HELP}problems/"),
    )
    anchors = frozenset(one.anchor for one in sections if one.count)
    entry = SearchEntry("", "Problems", "errors, warnings, gaps, accepted problems")
    return Page(PROBLEMS, "Problems", html, anchors, (entry,), nav="Problems")


def _idle(here: Here, answered: Iterable[Problem]) -> Iterator[IdleAnswer]:
    """Yield the answers that no problem of this page needs: what they speak of is not wrong, or not of staff words."""
    needed = {(problem.code.value, problem.accepted) for problem in answered}
    for plan in here.context.plans:
        for one in plan.accepted:
            if (one.code, one.because) in needed:
                continue
            node = here.context.trace.references.find(one.item, plan) if one.item is not None else None
            yield IdleAnswer(
                code=one.code,
                help=f"{here.to(f'{HELP}problems/')}#{one.code.lower()}",
                link=here.link(node.ref if node is not None else plan.id),
                record=one,
                until=day(one.until) if one.until is not None else "",
                place=_place(one.origin),
            )


def _counted_words(section: ProblemSection) -> str:
    if section.anchor == ACCEPTED:
        return ACCEPTED
    return section.anchor if section.count == 1 else f"{section.anchor}s"


def _lede(problems: list[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        return sentence(f"{counted(errors, 'error')} {'keeps' if errors == 1 else 'keep'} this from being published")
    return "" if problems else "Nothing is wrong, and nothing is missing that the plans or their evidence can show."


def _rows(here: Here) -> dict[Problem, ProblemRow]:
    helps = here.to(f"{HELP}problems/")
    found: dict[Problem, ProblemRow] = {}
    for problem in here.context.problems:
        code = problem.code.value
        found[problem] = ProblemRow(
            code=code,
            tag=here.problem_tag(problem),
            help=f"{helps}#{code.lower()}",
            link=here.link(problem.item)
            if problem.item is not None and problem.item in here.context.addresses
            else None,
            message=_with_code(sentence(problem.message)),
            hint=_with_code(sentence(problem.hint)),
            place=_place(problem.origin),
            accepted=sentence(problem.accepted or ""),
            until=day(problem.until) if problem.until is not None else "",
            paste=blocks_for(here, (problem,)),
        )
    return found


def _with_code(words: str) -> Markup:
    """Return words with what stands between backticks as code; nothing else in them has a meaning."""
    return Markup(_QUOTED.sub(r"<code>\1</code>", str(escape(words))))  # noqa: S704 -- escaped first


def _place(origin: Origin) -> Markup:
    """Return `file:line`, which may be broken after each folder."""
    return Markup("/<wbr>").join(f"{origin.path}:{origin.line}".split("/"))


def _section(
    anchor: str, title: str, words: str, problems: Iterable[Problem], rows: dict[Problem, ProblemRow]
) -> ProblemSection:
    ordered = sorted(problems, key=lambda problem: problem.sort_key)
    files = tuple(
        ProblemFile(path, tuple(rows[problem] for problem in several))
        for path, several in groupby(ordered, key=lambda problem: problem.origin.path)
    )
    return ProblemSection(anchor, title, words, len(ordered), files)
