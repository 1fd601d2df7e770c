"""What is said to have been done on a day that has not come."""

from collections.abc import Iterator

from action_plans.model.action import Action
from action_plans.model.plan import Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.record import Record
from action_plans.model.reference import Ref
from action_plans.tracing.days import is_future
from action_plans.tracing.sources import source_ref
from action_plans.tracing.trace import Trace

Done = tuple[str, Record, str, str]
"""The reference of a thing, the record of what was done, the field of its day, and what is said of it."""


def done_in_the_future(trace: Trace) -> Iterator[Problem]:
    """AP322: what is said to have been done on a day that has not come. Checks and evidence just do not count yet."""
    for plan in trace.portfolio.plans:
        for item, record, field, said in _done(plan):
            when = getattr(record, field)
            if when is not None and is_future(when, trace.today):
                message = f"{said} {when.on_or_in}, which has not come."
                yield Problem(Code.NOT_YET, message, record.at(field), "Check the date.", item)


def _done(plan: Plan) -> Iterator[Done]:
    for action in plan.actions:
        yield from _of_action(action, Ref.to(plan.id, action.id))
    for milestone in plan.milestones:
        yield Ref.to(plan.id, milestone.id), milestone, "reached_on", f"{milestone.id} is said to have been reached"
    for source in plan.sources:
        yield source_ref(plan, source), source, "answered", f"{source.id} is said to have been answered"
        yield source_ref(plan, source), source, "received", f"{source.id} is said to have been received"
    for objective in plan.objectives:
        for review in objective.reviews:
            yield Ref.to(plan.id, objective.id), review, "date", f"{objective.id} is said to have been reviewed"
    yield from _of_plan(plan)


def _of_action(action: Action, ref: Ref) -> Iterator[Done]:
    yield ref, action, "closed_on", f"{action.id} is said to have been closed"
    if action.stopped is not None:
        yield ref, action.stopped, "date", f"{action.id} is said to have been stopped"
    for task in action.tasks:
        yield ref, task, "done_on", f"A task of {action.id} is said to have been done"
    for again in action.reopened:
        yield ref, again, "date", f"{action.id} is said to have been reopened"
    for moved in action.revised:
        yield ref, moved, "date", f"The date of {action.id} is said to have been moved"
    for update in action.updates:
        yield ref, update, "date", f"News of {action.id} is said to have been written"
    for signed in action.signoffs:
        yield ref, signed, "date", f"{action.id} is said to have been signed off"


def _of_plan(plan: Plan) -> Iterator[Done]:
    yield plan.id, plan, "written", f"{plan.id} is said to have been written"
    for told in plan.communications:
        ref = Ref.to(plan.id, told.id) if told.id else plan.id
        yield ref, told, "done_on", f"A communication of {plan.id} is said to have been done"
    for change in plan.scope.changes if plan.scope is not None else ():
        yield plan.id, change, "date", f"What {plan.id} covers is said to have been changed"
    for group in plan.involved:
        yield plan.id, group, "date", f"A group is said to have taken part in {plan.id}"
    for said in plan.feedback:
        yield plan.id, said, "date", f"Feedback on {plan.id} is said to have been given"
    for thanks in plan.recognition:
        yield plan.id, thanks, "date", f"Thanks in {plan.id} are said to have been given"
    for approval in plan.approvals:
        yield plan.id, approval, "date", f"A group is said to have considered {plan.id}"
