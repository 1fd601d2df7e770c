"""How everything stood on an earlier day, as far as the plans' own dates tell.

What is dated later is taken out, and all is concluded again as at that day. What has no date cannot be told: the word
of `progress`, a closing without its day, and the day on which an action was first written.
"""

from dataclasses import replace
from datetime import date

from action_plans.model.action import Action
from action_plans.model.measure import Milestone
from action_plans.model.plan import Plan
from action_plans.model.when import When
from action_plans.tracing.days import is_future
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace


def as_it_stood(known: Trace, day: date) -> Trace:
    """Return the trace as at an earlier day; plans that were written later are not in it. Cost: that of a trace."""
    portfolio = known.portfolio
    plans = tuple(_plan(plan, day) for plan in portfolio.plans if plan.written is None or plan.written.first <= day)
    return trace(replace(portfolio, plans=plans), day)


def _plan(plan: Plan, day: date) -> Plan:
    earlier = {
        "actions": tuple(_action(action, day) for action in plan.actions),
        "milestones": tuple(_milestone(stone, day) for stone in plan.milestones),
    }
    return plan.model_copy(update=earlier)


def _action(action: Action, day: date) -> Action:
    closed = action.closed_on
    stopped = action.stopped
    earlier = {
        "revised": tuple(moved for moved in action.revised if not is_future(moved.date, day)),
        "reopened": tuple(again for again in action.reopened if not is_future(again.date, day)),
        "stopped": None if stopped is not None and is_future(stopped.date, day) else stopped,
        "closed_on": None if _is_later(closed, day) else closed,
        "status": None if closed is not None else action.status,
        "progress": None,
    }
    return action.model_copy(update=earlier)


def _milestone(stone: Milestone, day: date) -> Milestone:
    return stone.model_copy(update={"reached_on": None}) if _is_later(stone.reached_on, day) else stone


def _is_later(when: When | None, day: date) -> bool:
    return when is not None and is_future(when, day)
