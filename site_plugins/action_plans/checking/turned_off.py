"""Checks that a project has turned off: only those of a plan's health, and the page of problems says which."""

from collections.abc import Collection, Iterable, Iterator

from action_plans.model.problem import Code, Problem


def turned_on(problems: Iterable[Problem], off: Collection[Code]) -> Iterator[Problem]:
    """Yield the problems of the checks that are on. What may not be turned off is always on."""
    return (problem for problem in problems if problem.code not in off or not problem.code.is_plan_health)
