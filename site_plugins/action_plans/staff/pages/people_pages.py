"""Who has what to do: the roles of a service side by side; with several services a page for each, and one above."""

from collections.abc import Iterator
from dataclasses import dataclass

from action_plans.english.wording import day, lower_first
from action_plans.model.when import MONTHS
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Crumb, Link
from action_plans.staff.parts.due import called
from action_plans.staff.parts.load import (
    columns,
    figures,
    filled,
    load_row,
    most_first,
    overloaded,
)
from action_plans.tracing.addresses import PEOPLE, SERVICES, people_address
from action_plans.tracing.duties import Duty
from action_plans.tracing.service_roles import ServiceRole
from action_plans.tracing.workload import Load, ServiceWork, load_of

NAV = "People"
TITLE = "People: who has what to do"


@dataclass(frozen=True, slots=True)
class OtherRow:
    """Something that is no role's: a body outside has it (`who`), or nobody who is named."""

    who: str
    words: str
    link: Link | None
    day: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A service with how much is to be done there, and who has most of it."""

    link: Link
    figures: tuple[tuple[str, int], ...]
    most: str


def people_page(context: PageContext) -> Page:
    """Return the page of who has what, over all services. Cost: linear, and sorting."""
    works = tuple(context.work.values())
    if works:
        return _over_services(context, works) if context.has_services else _at_service(context, works[0], PEOPLE)
    return _page(
        context.at(PEOPLE), "There is no plan yet.", TITLE, "staff/people.html.j2",
        rows=(), columns=(), idle=(), month="", outside=(), nobody=(),
    )  # fmt: skip


def service_people_pages(context: PageContext) -> Iterator[Page]:
    """Yield the page of who has what at each service, where there are several. Cost: linear, and sorting."""
    for work in context.work.values() if context.has_services else ():
        yield _at_service(context, work, people_address(work.roles.service))


def month_of(context: PageContext) -> str:
    """Return the name of the current month."""
    return MONTHS[context.trace.today.month - 1]


def place_row(context: PageContext, link: Link, load: Load, most: str) -> PlaceRow:
    """Return the row of a service: `most` is who has most there."""
    names = columns(month_of(context))
    return PlaceRow(link, tuple(zip(names, figures(load), strict=False)), most)


def _at_service(context: PageContext, work: ServiceWork, address: str) -> Page:
    here, service = context.at(address), work.roles.service
    # Links are seen from the only plan, where there is one: A1 rather than OAK/A1.
    seen = context.at(address, work.roles.plans[0] if len(work.roles.plans) == 1 else None)
    rows = tuple(load_row(one, role_link(here, one.role)) for one in most_first(work.workloads) if not one.is_idle)
    idle = tuple(role_link(here, one.role) for one in work.workloads if one.is_idle)
    return _page(
        here,
        overloaded(work.workloads),
        TITLE if address == PEOPLE else f"{NAV}: {service.name}",
        "staff/people.html.j2",
        what=service.name,
        rows=rows,
        columns=filled(row.figures for row in rows),
        idle=idle,
        month=month_of(context),
        outside=tuple(_other(seen, duty, who) for who, duties in work.outside.items() for duty in duties),
        nobody=tuple(_other(seen, duty, "") for duty in work.nobody),
    )


def _over_services(context: PageContext, works: tuple[ServiceWork, ...]) -> Page:
    here = context.at(PEOPLE)
    loads = {work.roles.service.id: _load(work) for work in works}
    ordered = sorted(works, key=lambda work: (-loads[work.roles.service.id].late, -loads[work.roles.service.id].month))
    rows = tuple(
        place_row(
            context,
            Link("", work.roles.service.name, here.to(people_address(work.roles.service))),
            loads[work.roles.service.id],
            _most(work),
        )
        for work in ordered
    )
    parts = {role.part: role for work in works for role in reversed(work.roles.roles)}
    links = tuple(
        Link(role.code, role.title, here.to(people_address(role=part))) for part, role in sorted(parts.items())
    )
    worst = ordered[0].roles.service
    busiest = lower_first(overloaded(ordered[0].workloads))
    said = f"Most is late at {worst.name}: {busiest}" if loads[worst.id].late else "Nothing is late at any service."
    return _page(
        here,
        said,
        TITLE,
        "staff/people_services.html.j2",
        rows=rows,
        columns=filled(row.figures for row in rows),
        roles=links,
        services=here.to(SERVICES),
        calendar=None,
    )


def _load(work: ServiceWork) -> Load:
    every = [duty for one in work.workloads for duty in one.work]
    every += [duty for duties in work.outside.values() for duty in duties if duty.is_work]
    today = work.workloads[0].today if work.workloads else None
    return load_of((*every, *work.nobody), today) if today is not None else Load(0, 0, 0, 0)


def _most(work: ServiceWork) -> str:
    first = next(iter(most_first(work.workloads)), None)
    if first is None or not first.work:
        return ""
    load = first.load
    return f"{first.role.title}: {f'{load.late} late' if load.late else f'{load.total} open'}"


def role_link(here: Here, role: ServiceRole) -> Link:
    """Return the link to all that a role has to do at its service."""
    service = role.service if here.context.has_services else None
    return Link(role.code, role.title, here.to(people_address(service, role.part)))


def _other(here: Here, duty: Duty, who: str) -> OtherRow:
    words, link = called(here, duty)
    return OtherRow(who, words, link, day(duty.when) if duty.when is not None else "No date", duty.is_late)


def _page(here: Here, lede: str, title: str, template: str, *, what: str = "", **values: object) -> Page:
    is_top = here.address == PEOPLE
    above = () if is_top else (Crumb(NAV, here.to(PEOPLE)),)
    html = here.render(
        template, head=here.head(title, what, lede=lede, above=above, crumb=NAV if is_top else what), **values
    )
    entry = SearchEntry("", title, lede, "responsible staff roles owners jobs" if is_top else "")
    nav = NAV if is_top else None
    return Page(here.address, title, html, anchors_in(html), (entry,), nav=nav, under=NAV)
