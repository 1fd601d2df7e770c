"""How everything stood on an earlier day, as far as the plans' own dates tell.

What is dated later is taken out, and all is concluded again as at that day. What has no date cannot be told: the word
of `progress`, a closing without its day, and the day on which an action was first written.
"""

from dataclasses import replace
from datetime import date

from action_plans.model.action import Action
from action_plans.model.plan import Plan
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace


def as_it_stood(known: Trace, day: date) -> Trace:
    """Return the trace as at an earlier day; plans that were written later are not in it. Cost: that of a trace."""
    portfolio = known.portfolio
    plans = tuple(_plan(plan) for plan in portfolio.plans if plan.written is None or plan.written.first <= day)
    return trace(replace(portfolio, plans=plans), day)


def _plan(plan: Plan) -> Plan:
    return plan.model_copy(update={"actions": tuple(map(_action, plan.actions))})


def _action(action: Action) -> Action:
    """Return an action without its words on how it stands today; of its dates the trace takes those that had come."""
    status = None if action.closed_on is not None else action.status
    return action.model_copy(update={"status": status, "progress": None})
