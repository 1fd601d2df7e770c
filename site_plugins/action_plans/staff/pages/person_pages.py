"""What is one role's, with its calendar: a hand-out on one side of paper where it fits; and at which services it is."""

from collections.abc import Iterable, Iterator, Mapping

from action_plans.english.wording import agreeing, counted, listed, lower_first, sentence
from action_plans.exchange.calendar import CalendarEntry, calendar_with, entries_of
from action_plans.model.measure import Risk
from action_plans.model.plan import Plan
from action_plans.model.when import MONTHS
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Asset, Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Crumb, Link
from action_plans.staff.pages.people_pages import NAV, place_row, role_link
from action_plans.staff.parts.hand_out import ClosedRow, RiskRow, hand_row, help_row, told_row
from action_plans.staff.parts.load import filled
from action_plans.staff.tags import Tag, state_tag
from action_plans.tracing.addresses import CALENDAR, PEOPLE, people_address
from action_plans.tracing.duties import Duty, DutyKind
from action_plans.tracing.service_roles import ServiceRole
from action_plans.tracing.workload import Workload, when_of


def code_pages(context: PageContext) -> Iterator[Page]:
    """Yield the page of each code over all services, which leads to its roles there, where there are several."""
    for part, several in _by_part(context).items() if context.has_services else ():
        yield _places(context, part, several)


def person_pages(context: PageContext) -> Iterator[Page]:
    """Yield a page for each role of each service."""
    for one in _workloads(context):
        yield _person(context, one, _address(context, one))


def code_calendars(context: PageContext, entries: Mapping[str, Iterable[CalendarEntry]]) -> Iterator[Asset]:
    """Yield the calendar of each code over all services, beside its page; nothing where there is only one.

    `entries` are those of each code, by its part of addresses.
    """
    for part, several in _by_part(context).items() if context.has_services else ():
        title = f"{several[0].role.title}: what is due"
        yield Asset(people_address(role=part) + CALENDAR, calendar_with(title, sorted(entries.get(part, ()))))


def role_calendars(context: PageContext) -> Iterator[tuple[str, tuple[CalendarEntry, ...], Asset]]:
    """Yield the calendar of each role of each service, beside its page, after the role's part of addresses and entries.

    The calendar of a code over all services holds the same entries.
    """
    for one in _workloads(context):
        place = f", {one.role.service.name}" if context.has_services else ""
        entries = entries_of(context.trace, one.duties)
        content = calendar_with(f"{one.role.title}{place}: what is due", entries)
        yield one.role.part, entries, Asset(_address(context, one) + CALENDAR, content)


def _workloads(context: PageContext) -> Iterator[Workload]:
    return (one for work in context.work.values() for one in work.workloads)


def _address(context: PageContext, one: Workload) -> str:
    return people_address(one.role.service if context.has_services else None, one.role.part)


def _by_part(context: PageContext) -> dict[str, list[Workload]]:
    """Return the roles by their part of addresses, service by service."""
    found: dict[str, list[Workload]] = {}
    for one in _workloads(context):
        found.setdefault(one.role.part, []).append(one)
    return found


def _person(context: PageContext, one: Workload, address: str) -> Page:
    role = one.role
    every = context.trace.service_roles[role.service.id.casefold()].plans
    plans = tuple(plan for plan in every if plan.id in role.written)
    # Links are seen from the only plan, where there is one: A1 rather than OAK/A1.
    only = every[0] if len(every) == 1 else None
    here, seen = context.at(address), context.at(address, only)
    title = f"{role.title}: what is yours"
    tag, lede = _answer(one)
    above = [Crumb(NAV, here.to(PEOPLE))]
    if context.has_services:
        above.append(Crumb(role.service.name, here.to(people_address(role.service))))
    html = here.render(
        "staff/person.html.j2",
        head=here.head(title, _what(role), ref=role.code, above=above, crumb=role.title),
        tag=tag,
        answer=lede,
        work=tuple(hand_row(seen, duty) for duty in one.work if not _is_renewed_later(one, duty)),
        renewed=tuple(hand_row(seen, duty) for duty in one.work if _is_renewed_later(one, duty)),
        told=tuple(told_row(seen, duty) for duty in one.hears),
        helps=tuple(help_row(seen, action) for action in one.helps),
        risks=tuple(_risk(seen, ref, risk) for ref, risk in one.risks),
        milestones=tuple(hand_row(seen, duty) for duty in one.duties if not duty.is_work),
        closed=tuple(ClosedRow(seen.link(action.ref), state_tag(action)) for action in one.closed),
        runs=tuple(said for plan in plans if (said := _runs(context, plan, role))),
        others=tuple(words for words in role.titles if words != role.title),
        names=role.names,
        contacts=role.contacts,
        calendar=Link("", "Your dates for a calendar", here.to(f"{address}{CALENDAR}")),
        has_dates=any(duty.when is not None for duty in one.duties),
        lead=_lead(context, plans, role),
    )
    return _page(here, title, html, lede, f"{only.id} · {role.code}" if only is not None else role.code)


def _risk(here: Here, ref: str, risk: Risk) -> RiskRow:
    return RiskRow(here.link(ref), sentence(risk.mitigation or ""), sentence(risk.contingency or ""))


def _places(context: PageContext, part: str, several: list[Workload]) -> Page:
    """Return the page of a code over all services: where it is a role, with how much there is."""
    here, role = context.at(people_address(role=part)), several[0].role
    rows = tuple(
        place_row(
            context,
            Link("", one.role.service.name, role_link(here, one.role).href),
            one.load,
            one.role.title if len({each.role.title for each in several}) > 1 else "",
        )
        for one in sorted(several, key=lambda one: (-one.load.late, -one.load.month, -one.load.total))
    )
    late = sum(one.load.late for one in several)
    lede = f"A role at {counted(len(several), 'service')}. "
    lede += sentence(f"{counted(late, 'thing')} {'is' if late == 1 else 'are'} late") if late else "Nothing is late."
    html = here.render(
        "staff/people_services.html.j2",
        head=here.head(role.title, "", ref=role.code, lede=lede, above=(Crumb(NAV, here.to(PEOPLE)),)),
        rows=rows,
        columns=filled(row.figures for row in rows),
        roles=(),
        services="",
        calendar=Link("", "The dates at all services for a calendar", here.to(f"{here.address}{CALENDAR}")),
    )
    return _page(here, role.title, html, lede, role.code)


def _page(here: Here, title: str, html: str, lede: str, reference: str) -> Page:
    entry = SearchEntry("", title, lede)
    return Page(here.address, title, html, anchors_in(html), (entry,), under=NAV, reference=reference)


def _what(role: ServiceRole) -> str:
    return f"{role.title}, {role.service.name}"


def _is_renewed_later(one: Workload, duty: Duty) -> bool:
    """Whether it is evidence that counts for longer than this month: said in one line, so that the sheet has room."""
    return duty.kind is DutyKind.EVIDENCE and when_of(duty, one.today) == "later"


def _answer(one: Workload) -> tuple[Tag, str]:
    """Return how it stands in a word and in a sentence or two."""
    load, month = one.load, _month(one)
    if not one.work:
        return Tag("plain", "Nothing to do"), "Nothing is yours to do now." + _besides(one)
    of_all = f"Of {counted(load.total, 'thing')} to do, " if load.total > 1 else ""
    said = [
        agreeing(load.late, "is late", "are late") if load.late else "",
        agreeing(load.month, "is due", "are due") + f" before the end of {month}" if load.month else "",
        agreeing(load.later, "is due later", "are due later") if load.later else "",
        agreeing(load.undated, "has no date", "have no date") if load.undated else "",
    ]
    words = sentence(of_all + listed(part for part in said if part)) if of_all else _one_thing(one, month)
    if load.late:
        return Tag("overdue", f"{load.late} late"), words + _besides(one)
    if load.month:
        return Tag("due-soon", f"{load.month} in {month}"), words + _besides(one)
    return Tag("on-track", "Nothing late"), words + _besides(one)


def _one_thing(one: Workload, month: str) -> str:
    load = one.load
    if load.late:
        return "One thing is late."
    if load.month:
        return f"One thing is due before the end of {month}."
    return "One thing is due later." if load.later else "One thing is to do, without a date."


def _besides(one: Workload) -> str:
    checks = one.of_kind(DutyKind.CHECK)
    said = [
        agreeing(checks, "action waits for your check", "actions wait for your check") if checks else "",
        agreeing(len(one.hears), "task is reported to you", "tasks are reported to you") if one.hears else "",
        f"you help with {counted(len(one.helps), 'action')}" if one.helps else "",
    ]
    words = listed(part for part in said if part)
    return f" {sentence(words)}" if words else ""


def _month(one: Workload) -> str:
    return MONTHS[one.today.month - 1]


def _runs(context: PageContext, plan: Plan, role: ServiceRole) -> str:
    """Return what a role is for a plan as a whole: who leads it, stands in, wrote it, records its evidence."""
    roles = context.trace.service_roles[role.service.id.casefold()]
    parts = (
        ("leads it", plan.lead), ("stands in", plan.deputy), ("wrote it", plan.author),
        ("records its evidence", plan.evidence_lead),
    )  # fmt: skip
    said = [words for words, code in parts if roles.role(plan, code) is role]
    return f"Plan {plan.id}: {listed(said)}." if said else ""


def _lead(context: PageContext, plans: tuple[Plan, ...], role: ServiceRole) -> str:
    """Return whom to tell of trouble, within a sentence: who leads the plans."""
    roles = context.trace.service_roles[role.service.id.casefold()]
    leads = (roles.role(plan, plan.lead) for plan in plans)
    others = {lead.part: lead for lead in leads if lead is not None and lead is not role}
    return listed(f"the {lower_first(lead.title)}" for lead in others.values())
