"""Needed values that stand after a #, and so are none."""

import re
from dataclasses import replace

from action_plans.model.problem import Code, Problem
from action_plans.reading.yaml.quoting import cut, quoted


def with_comments_told(problems: tuple[Problem, ...], text: str) -> tuple[Problem, ...]:
    """Say of each field that is needed and empty that what stands on its line is a comment, where there is one.

    Args:
        problems: those of a file.
        text: what the file says, line for line.
    """
    if not any(problem.code is Code.MISSING_FIELD for problem in problems):
        return problems
    lines = text.split("\n")
    return tuple(_told(problem, lines) for problem in problems)


_COMMENT = re.compile(r"\s*#+\s*(?P<words>\S.*?)\s*")
_PLAIN = re.compile(r"\w[^:#]*")


def _told(problem: Problem, lines: list[str]) -> Problem:
    if problem.code is not Code.MISSING_FIELD or not problem.message.endswith(" is empty.") or not problem.origin.line:
        return problem
    line, column = lines[problem.origin.line - 1], (problem.origin.column or 1) - 1
    comment = _COMMENT.fullmatch(line[column:])
    if comment is None or not line[:column].rstrip().endswith(":"):
        return problem
    name = line[:column].strip(" -:")
    words = comment["words"] if _PLAIN.fullmatch(comment["words"]) else quoted(comment["words"])
    message = f"{problem.message[:-1]}: what stands after the # is a comment."
    return replace(
        problem, message=message, hint=f"Write the value before the #, or take the # out: {name}: {cut(words)}"
    )
