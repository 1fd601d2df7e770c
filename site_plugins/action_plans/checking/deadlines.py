"""Deadlines that do not fit each other. Today plays no part."""

from collections.abc import Iterator

from action_plans.model.problem import Code, Problem
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction


def due_after_milestone(trace: Trace) -> Iterator[Problem]:
    """AP202: an open action that is due after the milestone it is needed for."""
    for ref, action in _open(trace):
        milestone = action.milestone and trace.node(action.milestone)
        if not milestone:
            continue
        due = milestone.record.due  # type: ignore[attr-defined]  # a milestone has a due date
        if action.due.last > due.last:
            message = f"{action.record.id} is due {action.due.on_or_in}, after its milestone {milestone.short} ({due})."
            hint = "Bring the action forward, or move the milestone."
            yield Problem(Code.AFTER_MILESTONE, message, action.due_origin, hint, ref)


def due_after_assessment(trace: Trace) -> Iterator[Problem]:
    """AP203: an open action that is due after the next assessment."""
    for ref, action in _open(trace):
        expected = action.plan.next_assessment
        if expected is not None and action.due.last > expected.last:
            message = f"{action.record.id} is due {action.due.on_or_in}, after the next assessment ({expected})."
            hint = "Bring it forward, or answer in `accepted` why it may come later."
            yield Problem(Code.AFTER_ASSESSMENT, message, action.due_origin, hint, ref)


def _open(trace: Trace) -> Iterator[tuple[str, TracedAction]]:
    return ((ref, action) for ref, action in trace.actions.items() if action.is_open)
