"""The page of an action: everything on it, its place in the flow, its evidence, its checks, its history."""

from dataclasses import dataclass
from datetime import date

from action_plans.english.wording import day, late_by, listed, on_day, sentence, times
from action_plans.history.checked_days import checked_day
from action_plans.history.recorded_entries import CHECKS, CLOSED
from action_plans.model.action import Action
from action_plans.model.action_parts import Check, Pilot, Revision, Task
from action_plans.model.evidence import EvidenceNote
from action_plans.model.when import When
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Crumb, Link
from action_plans.staff.parts.action_events import action_events, dated_ahead
from action_plans.staff.parts.events import log
from action_plans.staff.parts.family_words import told_of_action
from action_plans.staff.parts.figures import measure_view
from action_plans.staff.parts.flows import action_flow, view
from action_plans.staff.parts.gaps import gaps, missing_title
from action_plans.staff.parts.mentions import mentions_view
from action_plans.staff.parts.proofs import check_sample, looks, proof_views, result_words, sample_of
from action_plans.staff.parts.provenance_words import (
    changed_words,
    check_changed_words,
    provenance_words,
    written_down_words,
)
from action_plans.staff.parts.since import since_for_action
from action_plans.staff.parts.strength import strength_view
from action_plans.staff.tags import CHECKED, Tag, state_tag
from action_plans.tracing.states import Condition
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check as the page shows it."""

    day: str
    who: str
    sample: str
    tag: Tag
    found: str | None
    changed: str
    rewritten: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as the page shows it."""

    what: str
    who: str
    by: str
    outcome: str | None
    report: str
    done: str


@dataclass(frozen=True, slots=True)
class PilotView:
    """A small test as the page shows it."""

    title: str
    when: str
    record: Pilot
    decision: str
    measures: tuple[Link, ...]


def action_page(context: PageContext, action: TracedAction) -> Page:
    """Return the page of one action."""
    record = action.record
    here = context.at(context.addresses[action.ref], action.plan)
    above = tuple(
        Crumb(f"Finding {here.link(ref).ref}", here.to(context.addresses[ref])) for ref in action.findings[:1]
    )
    title = f"{record.id} {record.title}"
    missing = gaps(here, (action.ref, *(proof.ref for proof in action.proofs)), action.ref)
    html = here.render(
        "staff/action.html.j2",
        head=here.head(record.title, _what(action), ref=action.ref, crumb=f"Action {record.id}", above=above),
        tag=state_tag(action),
        verdict=_verdict(here, action),
        record=record,
        due=_due(record),
        revisions=tuple(_revision(here, moved) for moved in record.revised),
        owner=here.who(record.owner),
        owner_page=here.role(action.plan, record.owner),
        owner_person=_person(here, record.owner),
        helpers=listed(here.who(code) for code in record.helpers),
        plan_of_checks=_plan_of_checks(here, record),
        closed=_closed(here, action.ref, record),
        stopped_by=here.who(record.stopped.by) if record.stopped else "",
        news=_news(action, context.trace.today),
        serves=here.links((*action.findings, *action.objectives)),
        waits_for=tuple((here.link(ref), here.tag(ref)) for ref in action.waits_for),
        waited_for_by=here.links(action.waited_for_by),
        instead_of=here.links(action.instead_of),
        instead=here.links(action.instead),
        milestone=here.link(action.milestone) if action.milestone else None,
        told_to_families=tuple(told_of_action(record)),
        since=since_for_action(here, action),
        mentions=mentions_view(here, action.ref, action.risks),
        measures=tuple(measure_view(here, ref) for ref in action.measures),
        missing=missing_title(missing),
        gaps=missing,
        checked_in=_checked_in(here, action),
        checks=tuple(_check(here, check, action.ref, place) for place, check in reversed([*enumerate(record.checks)])),
        proofs=proof_views(here, action.proofs, action.ref),
        strength=strength_view(here, action.strength, action.counting),
        tasks=tuple(_task(here, task) for task in record.tasks),
        pilots=tuple(_pilot(here, pilot, context) for pilot in record.pilots),
        signoffs=tuple((day(one.date), here.who(one.by), one.stage) for one in record.signoffs),
        flow=view(action_flow(here, action)),
        history=log(here, action_events(context.trace, action), own=action.ref),
        ahead=log(here, dated_ahead(context.trace, action), own=action.ref),
        provenance=provenance_words(here, action.ref),
    )
    return Page(
        address=here.address,
        title=title,
        html=html,
        anchors=anchors_in(html),
        search=(SearchEntry("", title, _words(action)),),
        source=action.plan.path,
        line=action.record.origin.line,
        under=context.plan_word,
        reference=action.ref,
    )


def _what(action: TracedAction) -> str:
    closed = action.record.closed_on
    return f"Action, closed {day(closed)}" if action.is_finished and closed else "Action"


def _verdict(here: Here, action: TracedAction) -> str:
    """Return the state in a sentence, with what says it most exactly."""
    words, today = [action.sentence], here.context.trace.today
    if action.condition is Condition.OVERDUE:
        words = [sentence(f"it is {late_by(action.due.last, today)}")]
    if action.holding_up and action.is_open:
        words.append(f"It waits for {listed(here.link(ref).ref for ref in action.holding_up)}.")
    if action.is_open and action.record.revised:
        words.append(f"Its date was moved {times(len(action.record.revised))}.")
    if action.is_finished and action.results:
        words.append(f"Newest result: {result_words(here, action.results[0])}.")
    return " ".join(words)


def _due(record: Action) -> str:
    if not record.revised:
        return day(record.due)
    moved = times(len(record.revised))
    return f"{day(record.effective_due)}, moved {moved}; first {day(record.due)}"


def _revision(here: Here, moved: Revision) -> tuple[str, str | None]:
    by = f" by {here.who(moved.by)}" if moved.by else ""
    return f"Moved to {day(moved.due)} {on_day(moved.date)}{by}", moved.reason


def _person(here: Here, code: str) -> str:
    """Return who holds a role, where the plan says so: staff edition only."""
    role = here.context.trace.people[here.plan.id].roles.get(code) if here.plan else None
    return ", ".join(part for part in (role.name, role.contact) if part) if role else ""


def _plan_of_checks(here: Here, record: Action) -> str:
    due = f"by {day(record.check_due)}" if record.check_due else ""
    return ", ".join(part for part in (here.who(record.checker), due) if part)


def _news(action: TracedAction, today: date) -> tuple[str, str] | None:
    """Return the day and the text of an open action's newest update."""
    newest = action.record.newest_update(today) if action.is_open else None
    return (day(newest.date), newest.text) if newest is not None else None


def _checked_in(here: Here, action: TracedAction) -> tuple[tuple[Link, str, str], ...]:
    """Return the evidence in which it was checked: who checked, when, what they concluded, what they looked at."""
    judged = ((one.proof, one, words) for one, words in looks(here, action))
    return tuple((here.link(proof.ref), words, sample_of(one)) for proof, one, words in judged if proof is not None)


def _closed(here: Here, ref: str, record: Action) -> str:
    if record.closed_on is None:
        return ""
    late = written_down_words(here, ref, CLOSED, record.closed_on)
    by = f", by {here.who(record.closed_by)}" if record.closed_by else ""
    again = [one.date for one in record.reopened] if record.was_reopened else []
    opened = f", opened again {day(max(again, key=lambda when: when.last))}" if again else ""
    return f"{day(record.closed_on)}{by}{opened}" + (f"; {late}" if late else "")


def _check(here: Here, check: Check, action: str, place: int) -> CheckRow:
    changed = changed_words(here, action, checked_day(check, here.context.trace.today))
    who, tag = here.who(check.by), CHECKED[check.result]
    late = written_down_words(here, action, CHECKS, check.date)
    when = f"{day(check.date)}, {late}" if late else day(check.date)
    rewritten = check_changed_words(here, action, place)
    return CheckRow(when, who, check_sample(check), tag, check.found, changed, rewritten)


def _task(here: Here, task: Task) -> TaskRow:
    told = (here.who(task.report_to), task.report_how, _by(task.report_by))
    report = ", ".join(part for part in told if part)
    return TaskRow(task.what, here.who(task.who), day(task.by) if task.by else "", task.outcome, report, _done(task))


def _by(when: When | None) -> str:
    return f"by {day(when)}" if when is not None else ""


def _done(task: Task) -> str:
    return f"Done {day(task.done_on)}" if task.done_on is not None else "Not done yet"


def _pilot(here: Here, pilot: Pilot, context: PageContext) -> PilotView:
    when = " to ".join(day(one) for one in (pilot.from_, pilot.to) if one is not None)
    found = (context.trace.references.find(written, here.plan) for written in pilot.measures)
    decision = pilot.decision.label if pilot.decision else ""
    measures = tuple(here.link(node.ref) for node in found if node is not None)
    return PilotView(pilot.where or "A small test", when, pilot, decision, measures)


def _words(action: TracedAction) -> str:
    """Return what the search finds the page by, beside what has a page of its own: nothing that is on request."""
    record = action.record
    texts = (
        action.ref, action.label, record.description, record.done_when,
        record.different_now, record.sustained_by, *(update.text for update in record.updates),
        *(proof.record.title for proof in action.proofs if not isinstance(proof.record, EvidenceNote)),
    )  # fmt: skip
    return " ".join(text for text in texts if text)
