"""Reading the quality statements that a finding cites."""

from collections.abc import Sequence

from action_plans.english.near import did_you_mean
from action_plans.english.wording import either
from action_plans.frameworks.framework import Framework, Statement
from action_plans.frameworks.not_understood import NotUnderstood


def read_statement(text: str, frameworks: Sequence[Framework]) -> Statement | NotUnderstood:
    """Return the statement that a text names by title or slug; `saf-2023/safeguarding` chooses among frameworks."""
    found = [one for one in (framework.find_statement(text) for framework in frameworks) if one]
    match found:
        case [statement]:
            return statement
        case []:
            titles = ", ".join(framework.title for framework in frameworks)
            message = f"“{text}” is not in {titles}." if titles else f"“{text}” belongs to no framework of this plan."
            return NotUnderstood(message, _did_you_mean(text, frameworks), text)
        case _:
            message = f"“{text}” is in more than one framework of this plan."
            choices = either(f"`{statement.ref}`" for statement in found)
            return NotUnderstood(message, f"Write {choices}.", text)


def joined_spans(items: Sequence[str], *frameworks: Framework) -> list[tuple[int, int]]:
    """Return which neighbours are one statement, torn apart at its commas, as (first, after the last).

    YAML reads `[Independence, choice and control]` as two items: together they are a title. Spans rather than texts,
    so that each statement keeps its origin.
    """
    widest = 1 + max((one.title.count(",") for framework in frameworks for one in framework.statements), default=0)
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(items):
        ends = range(min(start + widest, len(items)), start + 1, -1)
        end = next((end for end in ends if _is_statement(items[start:end], frameworks)), start + 1)
        spans.append((start, end))
        start = end
    return spans


def _is_statement(parts: Sequence[str], frameworks: Sequence[Framework]) -> bool:
    """Whether the parts, each with words in it, are one statement with commas between them."""
    together = ", ".join(parts)
    return all(part.strip() for part in parts) and any(one.find_statement(together) for one in frameworks)


def _did_you_mean(text: str, frameworks: Sequence[Framework]) -> str:
    suggestions = list(dict.fromkeys(title for framework in frameworks for title in framework.closest(text)))[:3]
    if suggestions:
        return did_you_mean(*(f"`{title}`" for title in suggestions))
    return "Write the statement's title as CQC does, such as `Learning culture`."
