"""The part of a project that concerns one service: nothing of the others can be in what is made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from action_plans.frameworks.framework import Framework
from action_plans.model.errors import ActionPlansError
from action_plans.model.portfolio import Portfolio
from action_plans.model.problem import Problem
from action_plans.model.reference import NOTES, Ref
from action_plans.tracing.conclusions import concluding, conclusions_on
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace


@dataclass(eq=False)
class UnknownServiceError(ActionPlansError):
    """No plan is about a service of the id `written`; `known` are the ids that there are."""

    written: str
    known: tuple[str, ...]
    is_wrong_use: ClassVar[bool] = True

    def __str__(self) -> str:
        return f"No plan is about a service {self.written}. There are: {', '.join(self.known) or 'none'}."


def part_of(whole: Trace, service: str, own_frameworks: Mapping[str, Framework]) -> Trace:
    """Return the trace of the plans of one service, by its id, and of the notes that support something in them.

    What is concluded stays what the whole project says: an action that waits for another service's is still blocked.

    Raises:
        UnknownServiceError: no plan is about that service.
    """
    known = {each.id.casefold(): each.id for each in whole.service_of.values()}
    chosen = known.get(service.casefold())
    if chosen is None:
        raise UnknownServiceError(service, tuple(sorted(known.values())))
    portfolio = whole.portfolio
    plans = tuple(plan for plan in portfolio.plans if whole.service_of[plan.id].id == chosen)
    kept = {plan.id for plan in plans}
    notes = tuple(note for note in portfolio.notes if _supports_one_of(whole, f"{NOTES}/{note.id}", kept))
    services = tuple(each for each in portfolio.services if each.id == chosen)
    part = trace(Portfolio(plans, services, portfolio.provider, notes), whole.today, own_frameworks)
    return concluding(part, conclusions_on(whole, plans))


def problems_of_part(part: Trace, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems that concern something in a part, or are written in one of its files."""
    portfolio = part.portfolio
    files = {plan.path for plan in portfolio.plans} | {note.path for note in portfolio.notes}
    files |= {service.origin.path for service in portfolio.services}
    return tuple(
        problem
        for problem in problems
        if (_is_of(problem.item, part) if problem.item is not None else problem.origin.path in files)
    )


def _is_of(item: str, part: Trace) -> bool:
    """Whether a thing stands in a part; sources and communications are no nodes, but their reference names the plan."""
    return item in part.references.nodes or Ref(item).plan in part.service_of


def _supports_one_of(whole: Trace, ref: str, plans: set[str]) -> bool:
    return any(each.partition("/")[0] in plans for each in whole.supports.get(ref, ()))
