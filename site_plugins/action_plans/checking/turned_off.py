"""Checks that a project has turned off: only those of a plan's health, and the page of problems says which."""

from collections.abc import Collection, Iterable, Iterator

from action_plans.model.problem import Code, Problem

HEALTH = "23"
"""What the codes of a plan's health begin with after AP: warnings and gaps of the work, nothing of safety."""


def can_be_turned_off(code: Code) -> bool:
    """Whether a project may turn a check off: never an error, nor what guards families and publishing."""
    return code.value[2] in HEALTH


def turned_on(problems: Iterable[Problem], off: Collection[Code]) -> Iterator[Problem]:
    """Yield the problems of the checks that are on. What may not be turned off is always on."""
    return (problem for problem in problems if problem.code not in off or not can_be_turned_off(problem.code))
