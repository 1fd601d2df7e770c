"""What is late beside actions themselves: tasks, checks, messages and answers, as the duty that a problem tells of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from action_plans.model.action_parts import Task
from action_plans.model.plan_parts import Communication
from action_plans.model.problem import Code, Problem
from action_plans.model.source import Source
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page_head import Link
from action_plans.staff.parts.sources import source_link, source_words
from action_plans.staff.parts.told import message_link
from action_plans.tracing.duties import Duty, DutyKind


@dataclass(frozen=True, slots=True)
class Late:
    """A duty whose day has passed, as a row tells it: since when, and who has it; who leads where nobody is named."""

    duty: Duty
    since: date
    who: str


def is_message(context: PageContext, problem: Problem) -> bool:
    """Whether a problem tells of a communication, which has no page and may have no id."""
    return problem.code is Code.TASK_LATE and problem.item not in context.trace.actions


def late_duty(context: PageContext, problem: Problem) -> Late | None:
    """Return what a problem says is late: of several tasks or checks of one action what is late the longest.

    Nothing for what is no duty beside an action. Cost: linear in the duties of the plan.
    """
    late = [(duty.when.last, duty) for duty in _told_of(context, problem) if duty.is_late and duty.when is not None]
    if not late:
        return None
    since, duty = min(late, key=lambda pair: pair[0])
    action = context.trace.actions.get(duty.ref)
    otherwise = action.record.owner if action is not None else duty.plan.lead
    return Late(duty, since, context.trace.people[duty.plan.id].title(duty.who or otherwise))


def place_of(here: Here, late: Late) -> Link | None:
    """Return the link to where a message or an answer is shown; nothing for what stands on the page of its action."""
    plan, record = late.duty.plan, late.duty.record
    if isinstance(record, Source):
        return source_link(here, record, plan)
    if isinstance(record, Communication):
        messages = here.context.trace.told.communications[plan.id]
        return next(message_link(here, message) for message in messages if message.record is record)
    return None


def words_of(here: Here, late: Late) -> tuple[str, str | None]:
    """Return what a row says of a message or an answer: words of ours, and those of the people who wrote it."""
    record = late.duty.record
    if isinstance(record, Communication):
        return "", record.message
    return (source_words(here, record) if isinstance(record, Source) else ""), None


def _told_of(context: PageContext, problem: Problem) -> Iterator[Duty]:
    """Yield the duties that a problem may tell of, as it is written."""
    kind = DutyKind.MESSAGE if is_message(context, problem) else _KINDS.get(problem.code)
    for duty in context.trace.duties.get(context.plan_of(problem), ()):
        record = duty.record
        if duty.kind is not kind:
            continue
        if isinstance(record, Communication):
            if record.at("due") == problem.origin:
                yield duty
        elif duty.ref == problem.item and not (isinstance(record, Task) and record.by is None):
            yield duty


_KINDS = {
    Code.TASK_LATE: DutyKind.TASK,
    Code.CHECK_DUE: DutyKind.CHECK,
    Code.ANSWER_DUE: DutyKind.ANSWER,
    Code.NOTICE_UNMET: DutyKind.NOTICE,
}
