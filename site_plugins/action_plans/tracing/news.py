"""When something was last new in a plan, from its own dates."""

from collections.abc import Iterator
from datetime import date

from action_plans.model.plan import Plan
from action_plans.model.when import When
from action_plans.tracing.days import is_future, last_day


def newest_news(plan: Plan, today: date) -> date | None:
    """Return the newest day on which something was new, not after today; nothing where nothing was."""
    return max((last_day(when, today) for when in _news(plan) if not is_future(when, today)), default=None)


def _news(plan: Plan) -> Iterator[When]:
    """Yield the days of updates, readings, checks, approvals and closings, and the day the plan was written."""
    if plan.written is not None:
        yield plan.written
    for action in plan.actions:
        yield from (update.date for update in action.updates)
        yield from (check.date for check in action.checks)
        if action.closed_on is not None:
            yield action.closed_on
    for measure in plan.measures:
        yield from (reading.date for reading in measure.readings)
    yield from (approval.date for approval in plan.approvals)
