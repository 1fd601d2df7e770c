"""An action as it stands today: what is dated on a day that has not come has not happened, and is not told."""

from dataclasses import replace
from datetime import date
from typing import Any

from action_plans.model.action import Action
from action_plans.model.when import When
from action_plans.tracing.days import is_future
from action_plans.tracing.rules import assurance, condition
from action_plans.tracing.traced import TracedAction


def as_it_stands(action: TracedAction, today: date) -> TracedAction:
    """Return an action without the closing, stopping, opening again and new dates that lie ahead."""
    ahead = _ahead(action.record, today)
    if not ahead:
        return action
    record = action.record.model_copy(update=ahead)
    newest = action.results[0] if action.results else None
    is_closed = record.is_closed and record.stopped is None
    looked_at = bool(action.counting) or any(result.check is not None for result in action.results)
    return replace(
        action,
        record=record,
        # What open work waits for is not told to families.
        condition=condition(record, newest, (), None, today),
        assurance=assurance(record, action.results, anything_counts=looked_at) if is_closed else None,
        why_unchecked=None,
    )


def _ahead(record: Action, today: date) -> dict[str, Any]:
    """Return the fields that say what lies ahead, as they are without it; empty where none does."""
    ahead: dict[str, Any] = {}
    if _is_ahead(record.closed_on, today):
        ahead["closed_on"] = None
    if record.stopped is not None and _is_ahead(record.stopped.date, today):
        ahead["stopped"] = None
    for name in ("reopened", "revised"):
        written = getattr(record, name)
        come = tuple(each for each in written if not _is_ahead(each.date, today))
        if len(come) < len(written):
            ahead[name] = come
    if "closed_on" in ahead or "reopened" in ahead:
        ahead["status"] = None  # it says how the action stands once that day has come
    return ahead


def _is_ahead(when: When | None, today: date) -> bool:
    return when is not None and is_future(when, today)
