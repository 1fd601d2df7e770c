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
        record, limit = action.written, milestone.record.due  # type: ignore[attr-defined]  # a milestone has a due date
        due = record.effective_due
        if due.last > limit.last:
            message = f"{record.id} is due {due.on_or_in}, after its milestone {milestone.short} ({limit})."
            hint = "Bring the action forward, or move the milestone."
            yield Problem(Code.AFTER_MILESTONE, message, record.due_origin, hint, ref)


def due_after_assessment(trace: Trace) -> Iterator[Problem]:
    """AP203: an open action that is due after the next assessment."""
    for ref, action in _open(trace):
        record, expected = action.written, action.plan.next_assessment
        due = record.effective_due
        if expected is not None and due.last > expected.last:
            message = f"{record.id} is due {due.on_or_in}, after the next assessment ({expected})."
            hint = "Bring it forward, or answer in `accepted` why it may come later."
            yield Problem(Code.AFTER_ASSESSMENT, message, record.due_origin, hint, ref)


def _open(trace: Trace) -> Iterator[tuple[str, TracedAction]]:
    return ((ref, action) for ref, action in trace.actions.items() if action.is_written_open)
