"""The page of all services, and one for each, where there are several: how they stand, against the month before."""

from collections import defaultdict
from collections.abc import Iterator

from action_plans.english.wording import counted, sentence
from action_plans.model.problem import Problem, Severity
from action_plans.model.service import Service
from action_plans.staff.context import PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Crumb, Link
from action_plans.staff.pages.plans_page import plan_rows
from action_plans.staff.parts.first_lists import more
from action_plans.staff.parts.not_to_plan import not_to_plan, rows_of
from action_plans.staff.parts.service_rows import month_words, service_row, service_rows
from action_plans.tracing.addresses import PROBLEMS, SERVICES, service_address
from action_plans.tracing.standings import Standing

_MOST_ROWS = 15
_ORDER = (
    "Those where an action has slipped, an action, answer or message is late, or a finding has no action, come first, "
    "then the others. In each of the two groups CQC's rating decides, the worst first, then how many actions have "
    "slipped, are late, off track or without proof."
)
_WAYS = (("people", "Who does what"), ("by-key-question", "By key question"), ("by-regulation", "By regulation"))


def service_pages(context: PageContext) -> Iterator[Page]:
    """Yield the page of each service; nothing where there is only one. Cost: linear in everything."""
    if not context.has_services:
        return
    problems = _by_service(context)
    for standing in context.standings:
        yield _one(context, standing, problems.get(standing.service.id, []))


def services_page(context: PageContext) -> Page:
    """Return the page of all services, where there are several. Cost: linear in everything."""
    here = context.at(SERVICES)
    lede = f"{sentence(counted(len(context.standings), 'service'))} {_ORDER}"
    html = here.render(
        "staff/services.html.j2",
        head=here.head("Services", lede=lede),
        services=service_rows(here),
        month=month_words(here),
    )
    names = " ".join(standing.service.name for standing in context.standings)
    return Page(SERVICES, "Services", html, anchors_in(html), (SearchEntry("", "Services", names),), nav="Services")


def _one(context: PageContext, standing: Standing, problems: list[Problem]) -> Page:
    service = standing.service
    here = context.at(service_address(service))
    found = not_to_plan(here, problems)
    html = here.render(
        "staff/service.html.j2",
        head=here.head(service.name, _what(service), above=(Crumb("Services", here.to(SERVICES)),)),
        row=service_row(here, standing),
        month=month_words(here),
        rows=rows_of(here, found[:_MOST_ROWS]),
        more=more(len(found) - _MOST_ROWS, "more that does not go to plan", "more that do not go to plan"),
        problems_page=here.to(f"{PROBLEMS}#{Severity.GAP.value}"),
        plans=plan_rows(here, standing.plans),
        ways=tuple(Link("", words, here.to(service_address(service, page))) for page, words in _WAYS),
    )
    words = " ".join(plan.title for plan in standing.plans)
    return Page(
        here.address, service.name, html, anchors_in(html), (SearchEntry("", service.name, words),),
        service.origin.path or None, under="Services", line=service.origin.line,
    )  # fmt: skip


def _by_service(context: PageContext) -> dict[str, list[Problem]]:
    """Return the problems of each service, by its id."""
    trace = context.trace
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in context.problems:
        plan = context.plan_of(problem)
        if plan:
            found[trace.service_of[plan].id].append(problem)
    return found


def _what(service: Service) -> str:
    kind = service.kind.label if service.kind else ""
    places = counted(service.places, "place") if service.places else ""
    return ", ".join(part for part in (kind, places) if part)
