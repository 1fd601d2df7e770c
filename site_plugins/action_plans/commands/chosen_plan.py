"""Which plan a command is about."""

from dataclasses import dataclass
from typing import ClassVar

from action_plans.model.errors import ActionPlansError
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio


@dataclass(eq=False)
class WhichPlanError(ActionPlansError):
    """No plan is named where there are several, or one that does not exist; `known` are the ids there are."""

    written: str | None
    known: tuple[str, ...]
    is_wrong_use: ClassVar[bool] = True

    def __str__(self) -> str:
        there_are = f"There are: {', '.join(self.known)}." if self.known else "There is none that can be read."
        if self.written is None:
            return f"Say which plan is meant. {there_are}"
        return f"There is no plan {self.written}. {there_are}"


def chosen_plan(portfolio: Portfolio, written: str | None) -> Plan:
    """Return the plan whose id is written, in any case; the only one where nothing is.

    Raises:
        WhichPlanError: there is none, or several.
    """
    plans = portfolio.plans
    if written is None and len(plans) == 1:
        return plans[0]
    found = [plan for plan in plans if written is not None and plan.id.casefold() == written.casefold()]
    if not found:
        raise WhichPlanError(written, tuple(plan.id for plan in plans))
    return found[0]
