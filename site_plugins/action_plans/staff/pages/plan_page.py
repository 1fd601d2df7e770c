"""The page of a plan: one screen that a board member can read, then by link all that the plan holds."""

from dataclasses import dataclass

from action_plans.english.wording import day, days_left, lower_first, sentence
from action_plans.model.plan import Plan
from action_plans.model.reference import Ref
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.parts.downloads import downloads
from action_plans.staff.parts.expected import expected_words, review_words
from action_plans.staff.parts.gaps import gaps
from action_plans.staff.parts.in_full import in_full
from action_plans.staff.parts.measure_rows import measure_rows
from action_plans.staff.parts.overview import overview
from action_plans.staff.parts.plan_items import is_shown_here, plan_items
from action_plans.staff.parts.plan_verdict import verdict_of_plan
from action_plans.staff.parts.provenance_words import provenance_words, why_no_dates
from action_plans.staff.parts.since import since_for_plan
from action_plans.staff.parts.sources import source_link, source_words
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.days import has_passed


@dataclass(frozen=True, slots=True)
class Decision:
    """What a group decided: when, who, what, about which version, and what else is written of it."""

    day: str
    group: str
    decision: str
    version: str
    facts: tuple[tuple[str, str], ...]


def plan_page(context: PageContext, plan: Plan) -> Page:
    """Return the page of one plan. Cost: linear in what is written in it."""
    here = context.at(plan_address(plan), plan)
    what = f"Improvement plan, version {plan.version}" if plan.version else "Improvement plan"
    tag, verdict = verdict_of_plan(here, plan)
    html = here.render(
        "staff/plan.html.j2",
        head=here.head(plan.title, what, ref=plan.id, crumb=f"Plan {plan.id}"),
        record=plan,
        service=context.trace.service_of[plan.id],
        provider=context.trace.portfolio.provider,
        tag=tag,
        verdict=verdict,
        since=since_for_plan(here, plan),
        history=_history(here, plan),
        overview=overview(here, plan),
        gaps=gaps(here, (plan.id,), plan.id),
        figures=measure_rows(here, plan),
        runs=_runs(here, plan),
        ways=tuple((here.to(plan_address(plan, one.page)), one.title, one.holds) for one in context.menu(plan)),
        items=plan_items(here, plan),
        sources=tuple((source_link(here, source), source_words(here, source)) for source in plan.sources),
        run_by=_run_by(here, plan),
        changes=_changes(here, plan),
        involved=tuple((one.group, day(one.date) if one.date else "", one.how) for one in plan.involved),
        decisions=_decisions(here, plan),
        downloads=downloads(here, plan),
        provenance=provenance_words(here, plan.id) or why_no_dates(here),
    )
    words = (plan.id, plan.summary or "", context.trace.service_of[plan.id].name)
    return Page(
        address=here.address,
        title=f"{plan.id} {plan.title}",
        html=html,
        anchors=anchors_in(html),
        search=(SearchEntry("", f"{plan.id} {plan.title}", " ".join(words)), *_search(here, plan)),
        source=plan.path,
        nav="Plan" if plan is context.only_plan else None,
        under=context.plan_word,
        reference=plan.id,
    )


def _history(here: Here, plan: Plan) -> str:
    """Return the link to what changed in the plan, field by field; nothing where that is not known."""
    is_known = any(entry.page == "history" for entry in here.context.menu(plan))
    return here.to(plan_address(plan, "history")) if is_known else ""


def _runs(here: Here, plan: Plan) -> str:
    """Return who runs the plan, when it is looked at next and when CQC is expected, in a few sentences."""
    roles = ((plan.lead, "led by"), (plan.deputy, "deputy:"), (plan.evidence_lead, "evidence:"))
    said = ["; ".join(f"{word} the {lower_first(here.who(code))}" for code, word in roles if code is not None)]
    if plan.next_review is not None:
        said.append(f"next review {review_words(plan.next_review, here.context.trace.today)}")
    if plan.next_assessment is not None:
        expected, today = plan.next_assessment, here.context.trace.today
        near = "" if has_passed(expected, today) else f", {days_left(expected.last, today)}"
        said.append(f"CQC {expected_words(expected, today)}{near}")
    return " ".join(sentence(words) for words in said if words)


def _run_by(here: Here, plan: Plan) -> tuple[tuple[str, str, str], ...]:
    """Return who leads, stands in, wrote the plan and records evidence: a label, the role, who holds it."""
    people = here.context.trace.people[plan.id].roles
    named = (
        ("Leads the plan", plan.lead), ("Stands in", plan.deputy),
        ("Wrote it", plan.author), ("Records evidence", plan.evidence_lead),
    )  # fmt: skip
    found = []
    for label, code in named:
        if code is not None:
            role = people.get(code)
            person = ", ".join(part for part in (role.name, role.contact) if part) if role else ""
            found.append((label, here.who(code), person))
    return tuple(found)


def _changes(here: Here, plan: Plan) -> tuple[tuple[str, str, str], ...]:
    """Return each change of the scope: when, what, and why with who agreed."""
    if plan.scope is None:
        return ()
    found = []
    for one in plan.scope.changes:
        agreed = f"agreed by {here.who(one.approved_by)}" if one.approved_by else ""
        found.append((day(one.date), one.change, "; ".join(part for part in (one.reason, agreed) if part)))
    return tuple(found)


def _decisions(here: Here, plan: Plan) -> tuple[Decision, ...]:
    """Return what was considered, approved or sent, the newest first."""
    newest = sorted(plan.approvals, key=lambda one: one.date.last, reverse=True)
    shown = ("date", "group", "decision", "version")
    return tuple(
        Decision(day(one.date), here.who(one.group), one.decision, one.version or "", in_full(here, one, shown))
        for one in newest
    )


def _search(here: Here, plan: Plan) -> tuple[SearchEntry, ...]:
    """Return what the search finds on this page besides the plan: what no other page shows."""
    named = [(one.id, one.statement) for one in plan.objectives]
    named += [(one.id, one.title) for one in plan.measures]
    named += [(one.id, one.title) for one in plan.milestones]
    named += [(one.id, one.title) for one in plan.risks]
    known = here.context.addresses
    return tuple(
        SearchEntry(item.lower(), f"{item} {title}", plan.id)
        for item, title in named
        if Ref.to(plan.id, item) in known and is_shown_here(here, Ref.to(plan.id, item))
    )
