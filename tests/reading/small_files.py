"""Small files for the tests of reading, and what is said about them."""

from textwrap import dedent

from action_plans.model.problem import Problem
from action_plans.reading.note_files import read_note_text
from action_plans.reading.plan_files import read_plan_text, read_service_text

PLAN = "id: OAK\ntitle: Plan\nservice: oakfield\n"
"""Three lines that every plan needs; what a test adds begins on line 4."""


def said(problems: tuple[Problem, ...]) -> list[str]:
    """Return problems as `line:column code words`, hint and all."""
    return [_line(problem) for problem in problems]


def about_plan(added: str, before: str = PLAN) -> list[str]:
    """Return what is said of a plan that goes on with `added`."""
    return said(read_plan_text((before + dedent(added)).encode(), "oak.yaml").problems)


def about_yaml(text: str) -> list[str]:
    """Return what is said of a file with just this text, but for fields that it lacks or has too many of."""
    lines = said(read_plan_text(text.encode(), "oak.yaml").problems)
    return [line for line in lines if " AP105 " not in line and " AP106 " not in line]


def about_note(text: str, path: str = "evidence/first-audit.md") -> list[str]:
    """Return what is said of an evidence note."""
    return said(read_note_text(dedent(text).encode(), path).problems)


def about_service(text: str, path: str = "plans/services/oakfield.yaml") -> list[str]:
    """Return what is said of a service's file."""
    return said(read_service_text(dedent(text).encode(), path).problems)


def _line(problem: Problem) -> str:
    place = f"{problem.origin.line}:{problem.origin.column}"
    return f"{place} {problem.code.value} {problem.message} {problem.hint}".rstrip()
