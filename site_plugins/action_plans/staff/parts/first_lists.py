"""The three short lists of the first page: what is due, what is closed and not proven, what has changed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from action_plans.english.wording import counted, near_day, sentence, this_years
from action_plans.exchange.mending.blocks import Block
from action_plans.model.plan import Plan
from action_plans.model.plan_parts import Approval
from action_plans.model.problem import Code, Problem
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.action_events import action_events
from action_plans.staff.parts.due import DueRow
from action_plans.staff.parts.events import Event, LogDay, log, since
from action_plans.staff.parts.not_to_plan import waiting_since
from action_plans.staff.parts.paste import blocks_for
from action_plans.staff.parts.plan_events import plan_events
from action_plans.staff.tags import Tag, gravity
from action_plans.tracing.days import has_come

WEEK, MONTH = timedelta(days=7), timedelta(days=28)


@dataclass(frozen=True, slots=True)
class ProofRow:
    """Something closed and not proven: its state, when it is to be checked or was closed, who has it."""

    link: Link
    tag: Tag
    when: str
    service: str
    paste: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed: since when in words, and every event, the newest first."""

    title: str
    events: tuple[Event, ...]


def due_in_a_week(rows: tuple[DueRow, ...], today: date) -> tuple[DueRow, ...]:
    """Return what is due within seven days, of all that is due soon."""
    return tuple(row for row in rows if row.when.last <= today + WEEK)


def week_title(today: date) -> str:
    """Return the title of that list: `Due by Tue 19 May`."""
    return f"Due by {near_day(today + WEEK, today)}"


def not_proven(here: Here) -> tuple[Problem, ...]:
    """Return what is said of actions closed without proof, then of those that nobody independent has checked.

    The longest closed come first.
    """
    trace = here.context.trace
    problems = [
        problem
        for problem in here.context.problems
        if problem.code in (Code.NO_PROOF, Code.UNCHECKED) and problem.is_open and problem.item in trace.actions
    ]
    problems.sort(key=lambda one: (gravity(one.code), waiting_since(trace.actions[one.item or ""])))
    return tuple(problems)


def proof_rows(here: Here, problems: Iterable[Problem]) -> tuple[ProofRow, ...]:
    """Return the rows of what is not proven: only of what is shown, since a row takes long."""
    return tuple(_proof_row(here, problem) for problem in problems)


def changes(here: Here) -> Changes:
    """Return what has changed since the last version or approval of the plan.

    Where there is none, or there are several plans: in the last seven days; where nothing happened then, the last 28.
    Cost: linear in everything that happened, and sorting.
    """
    trace, plan = here.context.trace, here.context.only_plan
    last = newest_version(plan, trace.today) if plan is not None else None
    start = last.date.last + timedelta(days=1) if last is not None else trace.today - MONTH
    found: list[Event] = []
    for one in here.context.plans:
        found += since(plan_events(trace, one), start)
        for action in trace.actions_of(one):
            found += since(action_events(trace, action), start)
    seen = dict.fromkeys((event.when, event.ref, event.words, event.detail, event.field) for event in found)
    events = sorted((Event(*parts) for parts in seen), key=lambda event: event.when.last, reverse=True)
    week = since(events, trace.today - WEEK)
    if last is not None:
        version = f"version {last.version}, " if last.version else ""
        return Changes(f"Changed since {version}{this_years(last.date, trace.today)}", tuple(events))
    if week or not events:
        return Changes("Changed in the last seven days", tuple(week))
    return Changes("Changed in the last 28 days", tuple(events))


def newest_version(plan: Plan, today: date) -> Approval | None:
    """Return the newest approval that has come: the last day on which somebody looked at the plan as a whole."""
    come = (one for one in reversed(plan.approvals) if has_come(one.date, today))
    return max(come, key=lambda one: one.date.last, default=None)


def brief_log(here: Here, events: Iterable[Event]) -> tuple[LogDay, ...]:
    """Return events for a short list, a day each."""
    today = here.context.trace.today
    return tuple(replace(log(here, (event,))[0], day=near_day(event.when, today)) for event in events)


def _proof_row(here: Here, problem: Problem) -> ProofRow:
    ref = problem.item or ""
    action = here.context.trace.actions[ref]
    record = action.record
    today = here.context.trace.today
    closed = f"closed {this_years(record.closed_on, today)}" if record.closed_on is not None else "closed"
    due = record.check_due
    when = f"check due {this_years(due, today)}" if due is not None and due.last >= today else closed
    several = here.context.problems_of.get(ref, ())
    asked = [one for one in several if one.is_open and one.code in (problem.code, Code.CHECK_DUE)]
    return ProofRow(here.link(ref), here.problem_tag(problem), when, here.service(ref), blocks_for(here, asked))


def more(left: int, one: str, several: str) -> str:
    """Return how many more there are: `Three more due by then`; nothing where there are none."""
    return sentence(counted(left, one, several)).removesuffix(".") if left > 0 else ""
