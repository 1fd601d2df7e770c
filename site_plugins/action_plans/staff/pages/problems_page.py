"""Everything that is wrong, missing or answered: by severity, then file by file, with what to do."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from action_plans.english.wording import counted, day, sentence
from action_plans.exchange.mending.blocks import Block
from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.plan_parts import Accepted
from action_plans.model.problem import Problem, Severity
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Crumb, Head, Link
from action_plans.staff.parts.paste import blocks_for
from action_plans.staff.tags import Tag
from action_plans.tracing.addresses import HELP, PROBLEMS, plan_address

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
    html = _html(here, context.problems, context.plans, here.head("Problems", lede=_lede_of(context.problems)))
    entry = SearchEntry("", "Problems", "errors, warnings, gaps, accepted problems")
    return Page(PROBLEMS, "Problems", html, anchors_in(html), (entry,), nav="Problems")


def plan_problems_page(context: PageContext, plan: Plan, problems: list[Problem]) -> Page:
    """Return the page of the problems of a plan, which are `problems`. Cost: linear in them."""
    here = context.at(plan_address(plan, "problems"), plan)
    above = (Crumb("Problems", here.to(PROBLEMS)),)
    head = here.head("Problems", plan.title, ref=plan.id, lede=_lede_of(problems), above=above, crumb=f"Of {plan.id}")
    html = _html(here, problems, (plan,), head)
    entry = SearchEntry("", f"{plan.id} Problems", plan.title)
    return Page(
        here.address, f"{plan.id} Problems", html, anchors_in(html), (entry,), plan.path, under="Problems",
        reference=plan.id,
    )  # fmt: skip


def _html(here: Here, problems: Sequence[Problem], plans: Iterable[Plan], head: Head) -> str:
    """Return the HTML of some problems, and of the answers in `plans` that none of them needs."""
    sections = sections_of(here, problems)
    answered = [problem for problem in problems if not problem.is_open]
    return here.render(
        "staff/problems.html.j2",
        head=head,
        counts=counted_line((one.anchor, one.count) for one in sections),
        sections=sections,
        idle=tuple(_idle(here, answered, plans)),
        off=[(code.value, code.sentence) for code in here.context.checks_off],
        help=here.to(f"{HELP}problems/"),
    )


def by_section(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Return problems by the anchor of the section in which they stand, the gravest first; sections without any too."""
    found: dict[str, list[Problem]] = {anchor: [] for anchor in (*(one.value for one in Severity), ACCEPTED)}
    for problem in problems:
        found[problem.severity.value if problem.is_open else ACCEPTED].append(problem)
    return found


def sections_of(here: Here, problems: Iterable[Problem]) -> tuple[ProblemSection, ...]:
    """Return problems in full, by severity and file; without the sections that hold none."""
    return tuple(_section(here, anchor, several) for anchor, several in by_section(problems).items() if several)


def title_of(anchor: str) -> str:
    """Return the title of a section by its anchor."""
    return "Accepted" if anchor == ACCEPTED else NAMES[Severity(anchor)][0]


def counted_line(counts: Iterable[tuple[str, int]]) -> tuple[dict[str, object], ...]:
    """Return how many there are of each section, by its anchor, with the link to it; nothing of what there is none."""
    return tuple(
        {"number": count, "words": _counted_words(anchor, count), "href": f"#{anchor}"}
        for anchor, count in counts
        if count
    )


def _lede_of(problems: Iterable[Problem]) -> str:
    return problems_lede([problem for problem in problems if problem.is_open])


def _idle(here: Here, answered: Iterable[Problem], plans: Iterable[Plan]) -> Iterator[IdleAnswer]:
    """Yield the answers that no problem of this page needs: what they speak of is not wrong, or not of staff words."""
    needed = {(problem.code.value, problem.accepted) for problem in answered}
    for plan in plans:
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


def _counted_words(anchor: str, count: int) -> str:
    return anchor if anchor == ACCEPTED or count == 1 else f"{anchor}s"


def problems_lede(problems: list[Problem]) -> str:
    """Return what keeps the plans from being published, or that nothing is wrong; nothing else is worth a sentence."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        return sentence(f"{counted(errors, 'error')} {'keeps' if errors == 1 else 'keep'} this from being published")
    return "" if problems else "Nothing is wrong, and nothing is missing that the plans or their evidence can show."


def _rows(here: Here, problems: Iterable[Problem]) -> dict[Problem, ProblemRow]:
    helps = here.to(f"{HELP}problems/")
    found: dict[Problem, ProblemRow] = {}
    for problem in problems:
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


def _section(here: Here, anchor: str, problems: Iterable[Problem]) -> ProblemSection:
    ordered = sorted(problems, key=lambda problem: problem.sort_key)
    rows = _rows(here, ordered)
    files = tuple(
        ProblemFile(path, tuple(rows[problem] for problem in several))
        for path, several in groupby(ordered, key=lambda problem: problem.origin.path)
    )
    words = "Known, and answered in the plan with a reason." if anchor == ACCEPTED else NAMES[Severity(anchor)][1]
    return ProblemSection(anchor, title_of(anchor), words, len(ordered), files)
