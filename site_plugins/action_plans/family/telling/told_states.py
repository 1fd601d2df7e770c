"""Words for how an action stands, honest ones: what is done, late, changed, or has not worked yet."""

from datetime import date
from enum import StrEnum, unique

from action_plans.model.when import When
from action_plans.tracing.states import Assurance, Condition
from action_plans.tracing.traced import TracedAction


@unique
class FamilyState(StrEnum):
    """How an action stands, as families are told. The value names its words, its icon and its colour.

    In the order in which pages show them.
    """

    NOT_WORKED = "not-worked"
    """Done, but it does not hold: slipped, or opened again."""
    LATE = "late"
    """Past the month that families were told, or moved beyond it."""
    WORKING = "working"
    """Work has begun."""
    WAITING = "waiting"
    """Work has not begun."""
    CHECKING = "checking"
    """Done, but nobody else has confirmed that it works."""
    DONE = "done"
    """Done, and someone else found that it works."""
    CHANGED = "changed"
    """Stopped: the plan was changed."""


def family_state(action: TracedAction, today: date) -> FamilyState:
    """Return the one state in which an action is told and counted: the worst that holds."""
    if action.condition is Condition.STOPPED:
        return FamilyState.CHANGED
    if action.condition is Condition.SLIPPED:
        return FamilyState.NOT_WORKED
    if action.condition is Condition.CLOSED:
        return FamilyState.DONE if _is_found_to_work(action) else FamilyState.CHECKING
    if action.record.was_reopened:
        return FamilyState.NOT_WORKED
    if is_late(action, today):
        return FamilyState.LATE
    return FamilyState.WORKING if action.record.has_begun(today) else FamilyState.WAITING


def is_late(action: TracedAction, today: date) -> bool:
    """Whether open work is past its month, or was moved beyond the month first told."""
    return action.is_open and (has_no_month(action, today) or month_of(action.due) > month_of(action.record.due))


def has_no_month(action: TracedAction, today: date) -> bool:
    """Whether the month that was told last is over."""
    return month_of(action.due) < (today.year, today.month)


def month_of(when: When) -> tuple[int, int]:
    """Return the year and month in which a date ends."""
    return when.last.year, when.last.month


def _is_found_to_work(action: TracedAction) -> bool:
    """Whether someone else found that it works since it was last opened again: a month has begun with its first day.

    The staff edition counts an earlier check too, beside its day; families would take it for one of the work since.
    """
    is_proven = action.assurance in (Assurance.VERIFIED, Assurance.EMBEDDED)
    again = max((each.date.first for each in action.record.reopened), default=None)
    return is_proven and (again is None or action.results[0].day >= again)
