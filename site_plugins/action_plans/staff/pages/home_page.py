"""The first page, at eight in the morning: what does not go to plan, what is due, what is not proven, what changed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from action_plans.english.wording import counted, near_day, sentence
from action_plans.model.problem import Severity
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.pages.plans_page import plan_rows
from action_plans.staff.parts.attention import answered
from action_plans.staff.parts.due import due_soon
from action_plans.staff.parts.events import log
from action_plans.staff.parts.expected import expected_words
from action_plans.staff.parts.first_lists import (
    brief_log,
    changes,
    due_in_a_week,
    more,
    not_proven,
    proof_rows,
    week_title,
)
from action_plans.staff.parts.not_to_plan import OffPlan, Row, not_to_plan, rows_of
from action_plans.staff.parts.service_rows import ServiceRow, in_days, month_words, service_row
from action_plans.staff.parts.state_words import bad_words, missed_words, without_action_words
from action_plans.tracing.addresses import HOME, PLANS, PROBLEMS, SERVICES
from action_plans.tracing.assessments import next_assessment, passed_assessment
from action_plans.tracing.states import Assurance

TITLE = "What needs attention today"

_MOST_ROWS = 7
"""As many as stand on one screen of 1280 by 900 above the three lists."""
_MOST_OF_A_SERVICE = 3
_MOST_SERVICES = 5
"""How many services have rows of their own; every one is on the page of services."""
_MOST_IN_TABLE = 12
"""As many as leave the page within 60 kB for a telephone; the worst stand first, all are on the page of services."""
_MOST_BRIEF = 4
_MOST_UNPROVEN = 3
_MOST_LISTED = 10
_MOST_ANSWERED = 10
_MOST_PLANS = 20


@dataclass(frozen=True, slots=True)
class Told:
    """A part of the first sentence: a count in words, with the link to what it counts."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one service, or of all; `more` is how many there are besides, in words."""

    service: Link | None
    rows: tuple[Row, ...]
    more: str


def home_page(context: PageContext) -> Page:
    """Return the home page. Cost: linear in everything, and sorting."""
    plan = context.only_plan
    here = context.at(HOME, plan)
    found = not_to_plan(here, context.problems)
    groups = _by_service(here, found) if context.has_services else (_group(here, None, found, _MOST_ROWS),)
    shown = {row.anchor for group in groups for row in group.rows}
    gaps = here.to(f"{PROBLEMS}#{Severity.GAP.value}") if _has_gaps(context) else here.to(PROBLEMS)
    soon, unproven, changed = due_soon(here), not_proven(here), changes(here)
    week = due_in_a_week(soon, context.trace.today)
    accepted, counts = answered(here), context.trace.counts(context.plans)
    html = here.render(
        "staff/home.html.j2",
        head=here.head(TITLE),
        where=" · ".join(part for part in (_service(context), context.as_at_long) if part),
        actions=counted(counts.actions, "action"),
        told=_told(context, shown, gaps),
        further=_further(context, found),
        services=_services(here),
        all_services=_all_services(here),
        month=month_words(here) if context.has_services else "",
        groups=groups,
        problems_page=gaps,
        week_title=week_title(context.trace.today),
        week=[(near_day(row.when, context.trace.today), row) for row in week[:_MOST_BRIEF]],
        more_week=more(len(week) - _MOST_BRIEF, "more due by then", "more due by then"),
        due=soon[:_MOST_LISTED] if len(soon) > min(len(week), _MOST_BRIEF) else (),
        more_due=more(len(soon) - _MOST_LISTED, "more", "more"),
        is_any_closed=bool(counts.closed),
        unproven=proof_rows(here, unproven[:_MOST_UNPROVEN]),
        more_unproven=more(len(unproven) - _MOST_UNPROVEN, "more", "more"),
        changed_title=changed.title,
        changed=brief_log(here, changed.events[:_MOST_BRIEF]),
        more_changed=more(len(changed.events) - _MOST_BRIEF, "more change", "more changes"),
        all_changed=log(here, changed.events[:_MOST_LISTED]) if len(changed.events) > _MOST_BRIEF else (),
        more_all_changed=more(len(changed.events) - _MOST_LISTED, "more", "more"),
        accepted=accepted[:_MOST_ANSWERED],
        more_accepted=more(len(accepted) - _MOST_ANSWERED, "more that the plans answer", "more that the plans answer"),
        plan=here.link(plan.id) if plan else None,
        plans=() if plan or context.has_services else plan_rows(here, context.plans[:_MOST_PLANS]),
        all_plans=here.to(PLANS),
        more_plans=more(len(context.plans) - _MOST_PLANS, "more plan", "more plans"),
    )
    return Page(
        address=HOME,
        title=TITLE,
        html=html,
        anchors=anchors_in(html),
        search=(SearchEntry("", TITLE, context.site_name),),
        source=plan.path if plan else None,
        nav="Today",
        under="Today",
        reference=plan.id if plan else None,
    )


def _service(context: PageContext) -> str:
    """Return the service, where there is one."""
    names = {service.name for service in context.trace.service_of.values()}
    return names.pop() if len(names) == 1 else ""


def _has_gaps(context: PageContext) -> bool:
    return any(problem.severity is Severity.GAP and problem.is_open for problem in context.problems)


def _told(context: PageContext, shown: set[str], elsewhere: str) -> tuple[Told, ...]:
    """Return the gravest counts, each with the link to the first row of its state, else to all problems."""
    found = []
    for words, state in bad_words(context.trace.counts(context.plans)):
        of_proof = state in (Assurance.NONE.value, Assurance.SUBMITTED.value)
        found.append(Told(words, "#proof" if of_proof else f"#{state}" if state in shown else elsewhere))
    return tuple(found)


def _further(context: PageContext, off_plan: tuple[OffPlan, ...]) -> tuple[str, ...]:
    """Return what the counts of actions do not tell: findings, milestones, when CQC may come, or that all is well."""
    trace = context.trace
    counts = trace.counts(context.plans)
    words = []
    if counts.unaddressed:
        words.append(sentence(without_action_words(counts)))
    missed = sum(milestone.is_missed for milestone in trace.milestones.values())
    if missed:
        words.append(sentence(missed_words(missed)))
    if not context.plans:
        words.append("There is no plan yet.")
    elif counts.goes_to_plan and not (words or off_plan or counts.unproven or counts.partly or counts.unchecked):
        words.append("Everything goes to plan.")
    expected = next_assessment(context.plans, trace.today)
    if expected is not None:
        first = (plan for plan in context.plans if plan.next_assessment and plan.next_assessment.last == expected.last)
        where = f" to {trace.service_of[next(first).id].name}" if context.has_services else ""
        words.append(f"CQC may come{where} {in_days(expected, trace.today)}.")
    passed = passed_assessment(context.plans, trace.today)
    if passed is not None and not context.has_services:  # of several, each has its own in the table
        words.append(f"CQC {expected_words(passed, trace.today)}.")
    return tuple(words)


def _group(here: Here, service: Link | None, found: Sequence[OffPlan], most: int) -> Group:
    left = len(found) - most
    words = more(left, "more that does not go to plan", "more that do not go to plan")
    return Group(service, rows_of(here, found[:most]), words)


def _by_service(here: Here, every: tuple[OffPlan, ...]) -> tuple[Group, ...]:
    """Return at most three rows of each service, the services in their order; what is of none of them first."""
    trace = here.context.trace
    found: dict[str, list[OffPlan]] = defaultdict(list)
    for one in every:
        found[trace.service_of[one.plan].id if one.plan else ""].append(one)
    groups = [_group(here, None, found[""], _MOST_OF_A_SERVICE)] if found.get("") else []
    with_rows = [one for one in here.context.standings if found.get(one.service.id)]
    for standing in with_rows[:_MOST_SERVICES]:
        link = service_row(here, standing).link
        groups.append(_group(here, link, found[standing.service.id], _MOST_OF_A_SERVICE))
    return tuple(groups)


def _services(here: Here) -> tuple[ServiceRow, ...]:
    if not here.context.has_services:
        return ()
    return tuple(service_row(here, standing) for standing in here.context.standings[:_MOST_IN_TABLE])


def _all_services(here: Here) -> Link | None:
    if not here.context.has_services:
        return None
    several = len(here.context.standings)
    which = "Both services" if several == 2 else f"All {counted(several, 'service')}"  # noqa: PLR2004 -- both are two
    return Link("", f"{which}, against last month", here.to(SERVICES))
