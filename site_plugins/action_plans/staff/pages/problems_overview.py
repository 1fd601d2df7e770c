"""The problems of many plans: how much there is of what and where, and in full only what is of no plan, or an error."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from action_plans.model.plan import Plan
from action_plans.model.problem import Code, Problem, Severity
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.pages.problems_page import (
    NAMES,
    by_section,
    counted_line,
    plan_problems_page,
    problems_lede,
    problems_page,
    sections_of,
    title_of,
)
from action_plans.staff.parts.evidence_facts import plans_of
from action_plans.tracing.addresses import HELP, PROBLEMS, plan_address


@dataclass(frozen=True, slots=True)
class PlanProblems:
    """A plan with the link to the page of its problems; of each column how many there are, and the link to them."""

    link: Link
    counts: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class KindOfProblem:
    """A code with what it means, the link to its help, how many there are, and in how many plans."""

    code: str
    help: str
    words: str
    count: int
    plans: int


def problems_overview(context: PageContext) -> Page:
    """Return the page of all problems, or of their totals where several plans have too many for one.

    It needs no plan: it is there when nothing could be read. Cost: linear in problems, apart from sorting.
    """
    return _overview(context, *_by_plan(context)) if context.trace.extent.is_large else problems_page(context)


def plan_problems_pages(context: PageContext) -> Iterator[Page]:
    """Yield the page of each plan's own problems, where several plans have too many for one page."""
    if context.trace.extent.is_large:
        _, by_plan, _ = _by_plan(context)
        for plan in context.plans:
            yield plan_problems_page(context, plan, by_plan[plan.id])


def _by_plan(
    context: PageContext,
) -> tuple[dict[Problem, str | None], dict[str, list[Problem]], list[Problem]]:
    """Return the plan that each problem is counted for, the problems of each plan by its id, and those of none."""
    by_plan: dict[str, list[Problem]] = {plan.id: [] for plan in context.plans}
    of_none: list[Problem] = []
    plans = {problem: _plan_of(context, problem) for problem in context.problems}
    for problem, plan in plans.items():
        (by_plan[plan] if plan is not None else of_none).append(problem)
    return plans, by_plan, of_none


def _plan_of(context: PageContext, problem: Problem) -> str | None:
    """Return the plan that a problem is counted for, by its id: the first of those that a note supports."""
    trace = context.trace
    node = trace.references.nodes.get(problem.item or "")
    if node is not None and node.plan is not None:
        return node.plan.id
    if node is not None and node.ref in trace.supports:
        return next((plan.id for plan in plans_of(trace, node.ref)), None)
    return context.plan_at.get(problem.origin.path)


def _overview(
    context: PageContext,
    plans: Mapping[Problem, str | None],
    by_plan: Mapping[str, list[Problem]],
    of_none: list[Problem],
) -> Page:
    here = context.at(PROBLEMS)
    every = by_section(context.problems)
    columns = tuple((anchor, title_of(anchor)) for anchor, several in every.items() if several)
    open_ones = [problem for problem in context.problems if problem.is_open]
    in_full = [one for one in context.problems if one.severity is Severity.ERROR or plans[one] is None]
    rows = [_plan_row(here, plan, by_plan[plan.id], columns) for plan in context.plans]
    html = here.render(
        "staff/problems_overview.html.j2",
        head=here.head("Problems", lede=problems_lede(open_ones)),
        counts=counted_line((anchor, len(several)) for anchor, several in every.items()),
        columns=columns,
        totals=tuple((anchor, title, len(every[anchor])) for anchor, title in columns),
        no_plan=tuple((title, len(by_section(of_none)[anchor])) for anchor, title in columns) if of_none else (),
        plans=sorted(rows, key=lambda row: [-count for _, count, _ in row.counts]),
        kinds=_kinds(here, open_ones, plans),
        sections=sections_of(here, in_full),
        off=[(code.value, code.sentence) for code in context.checks_off],
        help=here.to(f"{HELP}problems/"),
    )
    entry = SearchEntry("", "Problems", "errors, warnings, gaps, accepted problems")
    return Page(PROBLEMS, "Problems", html, anchors_in(html), (entry,), nav="Problems")


def _plan_row(here: Here, plan: Plan, problems: list[Problem], columns: Iterable[tuple[str, str]]) -> PlanProblems:
    page, found = here.to(plan_address(plan, "problems")), by_section(problems)
    counts = tuple((title, len(found[anchor]), f"{page}#{anchor}") for anchor, title in columns)
    return PlanProblems(Link(plan.id, plan.title, page), counts)


def _kinds(here: Here, problems: Iterable[Problem], plans: Mapping[Problem, str | None]) -> tuple[KindOfProblem, ...]:
    """Return each code with how often it is found: the gravest first, and of those the most frequent."""
    found: dict[Code, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.code].append(problem)
    helps, order = here.to(f"{HELP}problems/"), tuple(NAMES)
    kinds = sorted(found.items(), key=lambda one: (order.index(one[1][0].severity), -len(one[1]), one[0].value))
    return tuple(
        KindOfProblem(
            code.value,
            f"{helps}#{code.value.lower()}",
            code.sentence,
            len(several),
            len({plans[problem] for problem in several} - {None}),
        )
        for code, several in kinds
    )
