"""The page of a plan: its aim, where it stands, its findings and actions, how it is known to work, who runs it."""

from dataclasses import dataclass

from action_plans.english.wording import day, number
from action_plans.model.measure import Risk
from action_plans.model.objective import Objective
from action_plans.model.plan import Plan
from action_plans.model.reference import Ref
from action_plans.staff.context import Here, Link, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.parts.downloads import downloads
from action_plans.staff.parts.figures import MeasureView, measure_view
from action_plans.staff.parts.flows import MOST, facts, plan_flow, view
from action_plans.staff.parts.gaps import gaps
from action_plans.staff.parts.overview import overview
from action_plans.staff.parts.papers import papers
from action_plans.staff.parts.provenance_words import provenance_words, why_no_dates
from action_plans.staff.parts.sources import source_link, source_words
from action_plans.staff.tags import REVIEWED, Tag, state_tag
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.states import Assurance, Condition
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action as a plan lists it; `first_due` is set where the date was moved."""

    link: Link
    tag: Tag
    owner: str
    day: str
    first_due: str
    serves: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """Actions under one heading, which is empty where there is nothing to tell apart."""

    title: str
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """An objective as a plan shows it."""

    anchor: str
    record: Objective
    due: str
    aligns_with: tuple[str, ...]
    measures: tuple[MeasureView, ...]
    served_by: tuple[Link, ...]
    reviews: tuple[tuple[str, Tag, str | None], ...]


@dataclass(frozen=True, slots=True)
class RiskView:
    """A risk as a plan shows it."""

    anchor: str
    record: Risk
    owner: str
    score: str
    residual: str
    actions: tuple[Link, ...]


def plan_page(context: PageContext, plan: Plan) -> Page:
    """Return the page of one plan."""
    here = context.at(plan_address(plan), plan)
    actions = context.trace.actions_of(plan)
    still = tuple(action for action in actions if action.is_open)
    what = f"Improvement plan, version {plan.version}" if plan.version else "Improvement plan"
    html = here.render(
        "staff/plan.html.j2",
        head=here.head(plan.title, what, ref=plan.id, lede=plan.summary or "", crumb=f"Plan {plan.id}"),
        record=plan,
        service=context.trace.service_of[plan.id],
        overview=overview(here, plan),
        gaps=gaps(here, (plan.id,), plan.id),
        objectives=tuple(_objective(here, plan, objective) for objective in plan.objectives),
        still_open=_groups(here, still),
        open_count=number(len(still)),
        closed=_closed(here, actions),
        stopped=_stopped(here, actions),
        flow=view(plan_flow(here, plan), facts(here, plan)),
        by_finding=len(still) + sum(action.is_finished for action in actions) > MOST,
        measures=tuple(measure_view(here, Ref.to(plan.id, measure.id)) for measure in plan.measures),
        risks=tuple(_risk(here, plan, risk) for risk in plan.risks),
        sources=tuple((source_link(here, source), source_words(source)) for source in plan.sources),
        run_by=_run_by(here, plan),
        changes=_changes(here, plan),
        involved=tuple((one.group, day(one.date) if one.date else "", one.how) for one in plan.involved),
        approvals=tuple((day(one.date), one.group, one.decision, one.version or "") for one in plan.approvals),
        matrix=here.to(plan_address(plan, "matrix")),
        flow_page=here.to(plan_address(plan, "flow")),
        papers=papers(here, plan),
        downloads=downloads(here, plan),
        sources_page=here.to(plan_address(plan, "sources")),
        provenance=provenance_words(here, plan.id) or why_no_dates(here),
    )
    words = (plan.id, plan.summary or "", context.trace.service_of[plan.id].name)
    return Page(
        address=here.address,
        title=f"{plan.id} {plan.title}",
        html=html,
        anchors=anchors_in(html),
        search=(SearchEntry("", f"{plan.id} {plan.title}", " ".join(words)), *_search(plan)),
        source=plan.path,
        nav="Plan" if plan is context.only_plan else None,
        under=context.plan_word,
        reference=plan.id,
    )


def _groups(here: Here, still: tuple[TracedAction, ...]) -> tuple[ActionGroup, ...]:
    """Return the open actions, the gravest first; short and long term told apart where the plan does so."""
    conditions = list(Condition)
    ordered = sorted(still, key=lambda action: (conditions.index(action.condition), action.due.last))
    terms = {action.record.timescale.label if action.record.timescale else "" for action in ordered}
    if len(terms) < 2:  # noqa: PLR2004 -- nothing to tell apart
        return (ActionGroup("", tuple(_open_row(here, action) for action in ordered)),) if ordered else ()
    found = []
    for title in ("Short term", "Long term", ""):
        rows = [one for one in ordered if (one.record.timescale.label if one.record.timescale else "") == title]
        if rows:
            found.append(ActionGroup(title or "No timescale given", tuple(_open_row(here, one) for one in rows)))
    return tuple(found)


def _closed(here: Here, actions: tuple[TracedAction, ...]) -> tuple[ActionRow, ...]:
    """Return the closed actions, what does not hold or is not proven first, then the newest."""
    finished = [action for action in actions if action.is_finished]
    finished.sort(key=lambda one: one.record.closed_on.last.toordinal() if one.record.closed_on else 0, reverse=True)
    finished.sort(key=lambda one: (one.condition is not Condition.SLIPPED, list(Assurance).index(one.assurance)))  # type: ignore[arg-type]  # closed actions have one
    return tuple(_row(here, one, day(one.record.closed_on) if one.record.closed_on else "") for one in finished)


def _stopped(
    here: Here, actions: tuple[TracedAction, ...]
) -> tuple[tuple[ActionRow, str | None, tuple[Link, ...]], ...]:
    return tuple(
        (_row(here, action, day(action.record.stopped.date)), action.record.stopped.because, here.links(action.instead))
        for action in actions
        if action.record.stopped is not None
    )


def _open_row(here: Here, action: TracedAction) -> ActionRow:
    return _row(here, action, day(action.due), f"first {day(action.record.due)}" if action.record.revised else "")


def _row(here: Here, action: TracedAction, when: str, first_due: str = "") -> ActionRow:
    serves = here.links((*action.findings, *action.objectives))
    return ActionRow(here.link(action.ref), state_tag(action), here.who(action.record.owner), when, first_due, serves)


def _objective(here: Here, plan: Plan, record: Objective) -> ObjectiveView:
    graph, ref = here.context.trace.graph, Ref.to(plan.id, record.id)
    provider = here.context.trace.portfolio.provider
    aims = {**(provider.organisational_objectives if provider else {}), **plan.organisational_objectives}
    return ObjectiveView(
        anchor=record.id.lower(),
        record=record,
        due=day(record.due) if record.due else "",
        aligns_with=tuple(aims.get(code, code) for code in record.aligns_with),
        measures=tuple(measure_view(here, other) for other in graph.subjects("measures", ref)),
        served_by=here.links(graph.subjects("for", ref)),
        reviews=tuple((day(one.date), REVIEWED[one.verdict], one.because) for one in record.reviews),
    )


def _risk(here: Here, plan: Plan, record: Risk) -> RiskView:
    score = ""
    if record.likelihood is not None and record.impact is not None:
        score = _score(record.likelihood, record.impact)
    rest = record.residual
    return RiskView(
        anchor=record.id.lower(),
        record=record,
        owner=here.who(record.owner),
        score=score,
        residual=_score(rest.likelihood, rest.impact) if rest else "",
        actions=here.links(here.context.trace.graph.subjects("mitigates", Ref.to(plan.id, record.id))),
    )


def _score(likelihood: int, impact: int) -> str:
    return f"{likelihood} \N{MULTIPLICATION SIGN} {impact} = {likelihood * impact}"


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


def _search(plan: Plan) -> tuple[SearchEntry, ...]:
    items = [(one.id, one.statement) for one in plan.objectives]
    items += [(one.id, one.title) for one in plan.measures]
    items += [(one.id, one.title) for one in plan.milestones]
    items += [(one.id, one.title) for one in plan.risks]
    return tuple(SearchEntry(item.lower(), f"{item} {title}", plan.id) for item, title in items)
