"""The home page: what needs a person today, what is due, what changed, and every plan."""

from datetime import timedelta

from action_plans.english.wording import agreeing, counted, listed, sentence
from action_plans.model.problem import Problem, Severity
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.pages.plans_page import plan_rows
from action_plans.staff.parts.action_events import action_events
from action_plans.staff.parts.attention import Number, answered, attention, bad_numbers
from action_plans.staff.parts.due import due_soon
from action_plans.staff.parts.events import Event, LogDay, log, since
from action_plans.staff.parts.overview import overview
from action_plans.staff.parts.plan_events import plan_events
from action_plans.tracing.addresses import HOME, PROBLEMS

_MOST_ITEMS = 25
_MOST_DUE = 25
_MOST_EVENTS = 40
_MOST_FINDINGS = 60
_WEEK, _MONTH = timedelta(days=7), timedelta(days=28)


def home_page(context: PageContext) -> Page:
    """Return the home page. Cost: linear in everything, and sorting."""
    here = context.at(HOME, context.only_plan)
    plan = context.only_plan
    found = attention(here)
    coming = due_soon(here)
    changed_title, changed, more_changed = _changed(here)
    html = here.render(
        "staff/home.html.j2",
        head=here.head("What needs attention today", _services(context), lede=_lede(context)),
        numbers=(*bad_numbers(here, found[:_MOST_ITEMS], here.to(PROBLEMS)), *_coming(context)),
        attention=found[:_MOST_ITEMS],
        more=_more(len(found) - _MOST_ITEMS, context.problems),
        problems_page=here.to(PROBLEMS),
        due_title="Due in the next 14 days",
        due=coming[:_MOST_DUE],
        more_due=f"And {counted(len(coming) - _MOST_DUE, 'more')}." if len(coming) > _MOST_DUE else "",
        changed_title=changed_title,
        changed=changed,
        more_changed=more_changed,
        accepted=answered(here)[:_MOST_ITEMS],
        plan=here.link(plan.id) if plan else None,
        overview=overview(here, plan) if plan else None,
        lists_findings=plan is not None and len(plan.findings) <= _MOST_FINDINGS,
        services=() if plan else plan_rows(here),
    )
    title = "What needs attention today"
    return Page(
        address=HOME,
        title=title,
        html=html,
        anchors=anchors_in(html),
        search=(SearchEntry("", title, context.site_name),),
        source=plan.path if plan else None,
        nav="Today",
        under="Today",
        reference=plan.id if plan else None,
    )


def _services(context: PageContext) -> str:
    """Return the service, where there is one."""
    names = {service.name for service in context.trace.service_of.values()}
    return names.pop() if len(names) == 1 else ""


def _lede(context: PageContext) -> str:
    """Return the gravest in one sentence."""
    counts = context.trace.counts(context.plans)
    actions = (
        (counts.slipped, "has slipped", "have slipped"), (counts.overdue, "is late", "are late"),
        (counts.off_track, "is off track", "are off track"), (counts.blocked, "is blocked", "are blocked"),
        (counts.late_forecast, "is likely to be late", "are likely to be late"),
        (counts.at_risk, "is at risk", "are at risk"), (counts.unproven, "has no proof", "have no proof"),
        (counts.partly, "holds only in part", "hold only in part"),
    )  # fmt: skip
    said = [agreeing(count, one, several) for count, one, several in actions if count]
    words = [sentence(f"Of {counted(counts.actions, 'action')}, {listed(said)}")] if said else []
    if counts.unaddressed:
        words.append(sentence(agreeing(counts.unaddressed, "finding has no action", "findings have no action")))
    missed = sum(milestone.is_missed for milestone in context.trace.milestones.values())
    if missed:
        words.append(sentence(agreeing(missed, "milestone has passed", "milestones have passed")))
    if words or not context.plans:
        return " ".join(words) or "There is no plan yet."
    return "Everything goes to plan." if counts.goes_to_plan else ""


def _coming(context: PageContext) -> tuple[Number, ...]:
    soon = context.trace.counts(context.plans).due_soon
    return (Number(soon, "due soon", "#due"),) if soon else ()


def _more(left: int, problems: tuple[Problem, ...]) -> str:
    if left > 0:
        return f"{left:,} more: all problems, by plan"
    slips = sum(problem.severity is not Severity.GAP for problem in problems)
    return f"All problems, with {counted(slips, 'slip')} in writing" if slips else "All problems, with their lines"


def _changed(here: Here) -> tuple[str, tuple[LogDay, ...], str]:
    """Return what changed in the last seven days; where nothing did, in the last 28."""
    trace = here.context.trace
    start = trace.today - _MONTH
    month: list[Event] = []
    for plan in here.context.plans:
        month += since(plan_events(trace, plan), start)
        for action in trace.actions_of(plan):
            month += since(action_events(trace, action), start)
    seen = dict.fromkeys((event.when, event.ref, event.words, event.detail, event.field) for event in month)
    month = [Event(*parts) for parts in seen]
    week = since(month, trace.today - _WEEK)
    shown = sorted(week or month, key=lambda event: event.when.last, reverse=True)
    more = f"And {counted(len(shown) - _MOST_EVENTS, 'more', 'more')}." if len(shown) > _MOST_EVENTS else ""
    title = "What changed in the last seven days" if week else "What changed in the last 28 days"
    return title, log(here, shown[:_MOST_EVENTS]), more
