"""What is due soon: actions, tasks, checks, communications, answers, milestones and reviews of all plans."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from action_plans.english.wording import long_day
from action_plans.model.plan import Plan
from action_plans.model.reference import Ref
from action_plans.model.source import Source
from action_plans.model.when import When
from action_plans.staff.context import Here, Link
from action_plans.staff.parts.sources import source_link
from action_plans.staff.tags import Tag, state_tag
from action_plans.tracing.promises import Promise
from action_plans.tracing.rules import SOON


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something due: words of ours before the link, or people's own words; a tag, or a state in words."""

    last: date
    day: str
    words: str
    link: Link | None
    who: str
    tag: Tag | None
    state: str


def due_soon(here: Here) -> tuple[DueRow, ...]:
    """Return what is due today or within 14 days and is not done, the nearest first. Cost: linear in everything."""
    today = here.context.trace.today
    found = (row for plan in here.context.plans for row in (*_actions(here, plan), *_others(here, plan)))
    return tuple(sorted((row for row in found if today <= row.last <= today + SOON), key=lambda row: row.last))


def _actions(here: Here, plan: Plan) -> Iterator[DueRow]:
    """Yield what is not done of the actions of a plan: each itself, its tasks, the check that was promised."""
    who = _named_in(here, plan)
    for action in here.context.trace.actions_of(plan):
        record = action.record
        if record.stopped is not None:
            continue
        link = here.link(action.ref)
        if action.is_open:
            yield _row(action.due, "", link, who(record.owner), state_tag(action))
        for task in record.tasks:
            if task.by is not None and task.done_on is None:
                yield _row(task.by, f"{task.what}: ", link, who(task.who or record.owner), state="Task, not done yet")
        if record.check_due is not None and action.promise is Promise.WAITING:
            yield _row(record.check_due, "Check of ", link, who(record.checker), state="Not checked yet")


def _others(here: Here, plan: Plan) -> Iterator[DueRow]:
    """Yield what is not done of the plan as a whole: messages, answers, milestones, its review."""
    who = _named_in(here, plan)
    lead = who(plan.lead)
    for told in plan.communications:
        if told.due is not None and told.done_on is None:
            yield _row(told.due, f"To {told.audience}: {told.message}", None, who(told.owner), state="Not sent yet")
    for source in plan.sources:
        if source.response_due is not None and source.answered is None:
            yield _row(source.response_due, "Answer ", _source(here, plan, source), lead, state="Not answered yet")
    for stone in plan.milestones:
        if stone.reached_on is None:
            yield _row(stone.due, "Milestone ", here.link(Ref.to(plan.id, stone.id)), lead, state="Not reached yet")
    if plan.next_review is not None:
        yield _row(plan.next_review, "Review of ", here.link(plan.id), lead, state="Planned")


def _named_in(here: Here, plan: Plan) -> Callable[[str | None], str]:
    """Return a function that names a role of a plan, with its service on a page that tells of several."""
    title, service = here.context.trace.people[plan.id].title, here.service(plan.id)
    return lambda code: ", ".join(part for part in (title(code), service) if part)


def _source(here: Here, plan: Plan, source: Source) -> Link:
    return source_link(here.context.at(here.address, plan), source)


def _row(when: When, words: str, link: Link | None, who: str, tag: Tag | None = None, state: str = "") -> DueRow:
    return DueRow(when.last, long_day(when), words, link, who, tag, state)
