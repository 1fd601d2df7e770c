"""Nothing is made of a file that has errors: what would come of it could be less than what is written."""

from collections.abc import Mapping, Sequence
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


@dataclass(eq=False)
class NewErrorsError(ActionPlansError):
    """Nothing was written: the plan would have `errors`, each with where what causes it stands, if that is known."""

    errors: Sequence[tuple[Problem, str | None]]

    def __str__(self) -> str:
        said = [f"{f'{place}: ' if place else ''}{problem}" for problem, place in self.errors]
        return "\n".join([*said, "With this the plan would have an error, so nothing was written."])


def refuse_new_errors(before: Examined, after: Examined, places: Mapping[str, str] | None = None) -> None:
    """Refuse to write what brings errors that were not there before.

    `places` says where things stand that were changed, by their folded references: `Actions!A7`.

    Raises:
        NewErrorsError: it does.
    """
    known = {_without_line(problem) for problem in before.problems_of(Severity.ERROR)}
    new = [problem for problem in after.problems_of(Severity.ERROR) if _without_line(problem) not in known]
    if new:
        raise NewErrorsError([(problem, (places or {}).get((problem.item or "").casefold())) for problem in new])


def new_warnings(before: Examined, after: Examined) -> tuple[Problem, ...]:
    """Return the warnings that were not there before."""
    known = {_without_line(problem) for problem in before.problems_of(Severity.WARNING)}
    return tuple(one for one in after.problems_of(Severity.WARNING) if _without_line(one) not in known)


def _without_line(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.origin.path, problem.item, problem.message
