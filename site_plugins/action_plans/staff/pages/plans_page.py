"""Every plan in a row, under its service."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from action_plans.english.wording import closed_words, counted, listed, sentence
from action_plans.model.plan import Plan
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.parts.expected import review_words
from action_plans.staff.parts.state_words import bad_in_brief, open_and_closed
from action_plans.tracing.addresses import BOARD, PLANS
from action_plans.tracing.counts import Counts
from action_plans.tracing.duties import Duty, DutyKind


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan with its counts; `done` are its actions in words, `bad` what needs a person."""

    link: Link
    service: str
    lead: str
    review: str
    counts: Counts
    done: str
    bad: str


@dataclass(frozen=True, slots=True)
class ServiceRows:
    """A service with its plans."""

    name: str
    what: str
    plans: tuple[PlanRow, ...]


def plans_page(context: PageContext) -> Page:
    """Return the page of all plans."""
    here = context.at(PLANS)
    html = here.render(
        "staff/plans.html.j2",
        head=here.head("Plans", lede=_lede(context)),
        services=plan_rows(here, context.plans),
        board=here.to(BOARD) if len(context.plans) > 1 else "",
    )
    return Page(
        address=PLANS,
        title="Plans",
        html=html,
        anchors=anchors_in(html),
        search=(SearchEntry("", "Plans", " ".join(plan.title for plan in context.plans)),),
        nav=None if context.only_plan is not None else "Plans",
        under=context.plan_word,
    )


def _lede(context: PageContext) -> str:
    if not context.plans:
        return ""
    counts = context.trace.counts(context.plans)
    done = closed_words(counts.closed, counts.actions, counts.slipped, counts.unproven)
    words = [counted(len(context.plans), "plan"), counted(counts.findings, "finding"), done]
    return sentence(listed(word for word in words if word))


def plan_rows(here: Here, plans: Iterable[Plan]) -> tuple[ServiceRows, ...]:
    """Return plans under their service, services by name. Cost: linear in what the plans hold."""
    trace = here.context.trace
    by_service: dict[str, list[Plan]] = {}
    for plan in plans:
        by_service.setdefault(trace.service_of[plan.id].id.casefold(), []).append(plan)
    found = []
    for several in by_service.values():
        service = trace.service_of[several[0].id]
        kind = service.kind.label if service.kind else ""
        places = counted(service.places, "place") if service.places else ""
        what = ", ".join(part for part in (kind, places, service.provider or "") if part)
        found.append(ServiceRows(service.name, what, tuple(_row(here, plan) for plan in several)))
    return tuple(sorted(found, key=lambda rows: rows.name.casefold()))


def _row(here: Here, plan: Plan) -> PlanRow:
    trace, counts = here.context.trace, here.context.trace.counts((plan,))
    bad = (
        *bad_in_brief(counts),
        (counts.unaddressed, "findings without action" if counts.unaddressed > 1 else "finding without action"),
        *_late_words(trace.duties[plan.id]),
    )
    return PlanRow(
        link=here.link(plan.id),
        service=trace.service_of[plan.id].name,
        lead=trace.people[plan.id].title(plan.lead),
        review=review_words(plan.next_review, trace.today, in_full=False) if plan.next_review else "",
        counts=counts,
        done=open_and_closed(counts),
        bad=", ".join(f"{count} {words}" for count, words in bad if count),
    )


_LATE = {
    DutyKind.TASK: ("task late", "tasks late"),
    DutyKind.CHECK: ("check late", "checks late"),
    DutyKind.ANSWER: ("answer late", "answers late"),
    DutyKind.MESSAGE: ("message late", "messages late"),
    DutyKind.MILESTONE: ("milestone missed", "milestones missed"),
    DutyKind.REVIEW: ("review late", "reviews late"),
}
"""What is told as late besides actions: one, and several."""


def _late_words(duties: Iterable[Duty]) -> Iterator[tuple[int, str]]:
    """Yield how many other things of a plan are late, kind by kind."""
    late = Counter(duty.kind for duty in duties if duty.is_late)
    yield from ((late[kind], one if late[kind] == 1 else several) for kind, (one, several) in _LATE.items())
