"""A change of one field in sentences, as pages and the command tell it."""

from action_plans.history.field_changes import ADDED, CHANGED, REMOVED, FieldChange
from action_plans.model.action import Action
from action_plans.model.finding import Finding
from action_plans.model.measure import Measure, Milestone, Risk
from action_plans.model.objective import Objective
from action_plans.model.plan import Plan
from action_plans.model.record import Record
from action_plans.model.reflection import field_names
from action_plans.staff.parts.said_words import Who, change_words, moved_words
from action_plans.tracing.trace import Trace

_RECORDS: tuple[type[Record], ...] = (Action, Finding, Measure, Objective, Risk, Milestone)


def said_change(trace: Trace, plan: Plan, change: FieldChange, who: Who) -> tuple[str, ...]:
    """Return what a change of a plan says, in sentences; `who` says what a role of the plan is called."""
    if change.kind == ADDED:
        return (added_words(change) or "was written down first",)
    if change.kind == REMOVED:
        return ("was taken out of the plan",)
    assert change.kind == CHANGED and change.field is not None  # noqa: S101, PT018 -- there are three kinds
    action = trace.actions.get(change.ref)
    if change.field == "revised" and action is not None:
        moved = moved_words(change.before, change.after, action.record.due, who)
        if moved:
            return moved
    record = Plan if change.ref == plan.id else _record_with(trace, change.ref, change.field)
    return change_words(record, change.field, change.before, change.after, who)


def added_words(change: FieldChange) -> str:
    """Return where what was added was before, or why nobody knows; nothing of what is surely new."""
    if change.whence:
        return f"came from {change.whence}"
    return "is read here first: the version before cannot be read, and may have held it" if change.was_unread else ""


def _record_with(trace: Trace, ref: str, field: str) -> type[Record]:
    """Return the kind of record that a thing is; of one that is gone a kind that has such a field."""
    node = trace.references.nodes.get(ref)
    if node is not None:
        return type(node.record)
    return next((record for record in _RECORDS if field in field_names(record)), Action)
