"""Nothing is made of a file that has errors: what would come of it could be less than what is written."""

from collections.abc import Sequence
from dataclasses import dataclass

from action_plans.commands.chosen_plan import WhichPlanError, chosen_plan
from action_plans.model.errors import ActionPlansError
from action_plans.model.plan import Plan
from action_plans.model.problem import Problem, Severity
from action_plans.pipeline import Examined


@dataclass(eq=False)
class ErrorsFirstError(ActionPlansError):
    """Nothing was done: what is written has `errors`."""

    errors: Sequence[Problem]

    def __str__(self) -> str:
        return "\n".join(["Put this right first:", *map(str, self.errors)])


def refuse_errors(examined: Examined, *paths: str) -> None:
    """Refuse to go on where these files have errors; any file, where none is named.

    Raises:
        ErrorsFirstError: they have.
    """
    errors = [problem for problem in examined.problems_of(Severity.ERROR) if not paths or problem.origin.path in paths]
    if errors:
        raise ErrorsFirstError(errors)


def plan_without_errors(examined: Examined, written: str | None) -> Plan:
    """Return the plan whose id is written, or the only one.

    Raises:
        ErrorsFirstError: its file has errors, or it cannot be found where a file has errors.
        WhichPlanError: there is none of that id, or several.
    """
    try:
        chosen = chosen_plan(examined.trace.portfolio, written)
    except WhichPlanError:
        refuse_errors(examined)
        raise
    refuse_errors(examined, chosen.path)
    return chosen
