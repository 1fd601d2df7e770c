"""A status that contradicts itself."""

from collections.abc import Iterator

from action_plans.model.action import Action, Status
from action_plans.model.fault import Fault
from action_plans.model.problem import Code, Problem
from action_plans.model.reference import Ref
from action_plans.tracing.trace import Trace


def contradictions(trace: Trace) -> Iterator[Problem]:
    """AP113: open with a closing day, closed although reopened after it, closed and stopped at once."""
    for plan in trace.portfolio.plans:
        for action in plan.actions:
            if (found := _contradiction(action)) is not None:
                fault, field = found
                yield fault.at(Code.CONTRADICTION, action.at(field), Ref.to(plan.id, action.id))


def _contradiction(action: Action) -> tuple[Fault, str] | None:
    """Return what contradicts what, what to write instead, and the field to point at."""
    closed, status = action.closed_on, action.status
    if status is Status.OPEN and closed is not None and not action.was_reopened:
        message = f"{action.id} says `status: open`, but was closed {closed.on_or_in} and not reopened since."
        return Fault(message, "Write `status: closed`, or add `reopened` with its date and reason."), "status"
    if status is Status.CLOSED and action.was_reopened and closed is not None:
        message = f"{action.id} says `status: closed`, but was reopened after it was closed {closed.on_or_in}."
        return Fault(message, "Write `status: open`, or give the new closing day in `closed_on`."), "status"
    stopped = action.stopped
    if stopped is None or not action.is_closed:
        return None
    if status is Status.CLOSED or (closed is not None and closed.last >= stopped.date.first):
        message = f"{action.id} is closed and was stopped {stopped.date.on_or_in}: it can only be one of the two."
        hint = "Take out `closed_on` and `status` if the work was given up, or `stopped` if it was done."
        return Fault(message, hint), "closed_on" if closed is not None else "status"
    return None
