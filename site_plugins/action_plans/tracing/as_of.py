"""Records as of a day: what is dated after it has not happened yet. The one rule for whatever is concluded or told."""

from datetime import date
from typing import Any

from action_plans.model.action import Action, Status
from action_plans.model.measure import Milestone
from action_plans.tracing.days import is_future

_MANY = ("reopened", "revised", "updates", "signoffs")
"""The lists of an action whose entries have each happened on their `date`; checks are weighed where they count."""


def action_as_of(action: Action, day: date) -> Action:
    """Return an action without what is dated after a day: closings, stops, reopenings, new dates, news, what was done.

    Its `status` goes with the closing or reopening that it speaks of: it says how the action stands once that day has
    come. The record itself where nothing lies ahead.
    """
    ahead: dict[str, Any] = {}
    for name in _MANY:
        written = getattr(action, name)
        come = tuple(one for one in written if not is_future(one.date, day))
        if len(come) < len(written):
            ahead[name] = come
    if action.stopped is not None and is_future(action.stopped.date, day):
        ahead["stopped"] = None
    if action.closed_on is not None and is_future(action.closed_on, day):
        ahead |= {"closed_on": None, "closed_by": None, "status": None}
    elif "reopened" in ahead and action.status is Status.OPEN:
        ahead["status"] = None
    if any(task.done_on is not None and is_future(task.done_on, day) for task in action.tasks):
        ahead["tasks"] = tuple(
            task.model_copy(update={"done_on": None})
            if task.done_on is not None and is_future(task.done_on, day)
            else task
            for task in action.tasks
        )
    return action.model_copy(update=ahead) if ahead else action


def milestone_as_of(stone: Milestone, day: date) -> Milestone:
    """Return a milestone that is not reached yet where the day of reaching it lies after a day."""
    is_ahead = stone.reached_on is not None and is_future(stone.reached_on, day)
    return stone.model_copy(update={"reached_on": None}) if is_ahead else stone
