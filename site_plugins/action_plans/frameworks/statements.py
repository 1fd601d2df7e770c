"""Reading the quality statements that a finding cites."""

import re
from collections.abc import Sequence

from action_plans.english.near import ALMOST_THE_SAME, did_you_mean, nearest
from action_plans.english.saying_nothing import says_nothing
from action_plans.english.several import after_dashes, put_a_space
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
            if named := after_dashes(text):
                return NotUnderstood(f"“{text}” begins with a dash.", put_a_space(named), text)
            if several := _several(text, frameworks):
                lines = ", ".join(f"`- {title}`" for title in several)
                return NotUnderstood(f"“{text}” names several statements.", f"Write one a line: {lines}.", text)
            if any(map(str.isalpha, text)) and says_nothing(text):
                return NotUnderstood(f"“{text}” names no statement.", "Leave it out where there is none.", text)
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


def _several(text: str, frameworks: Sequence[Framework]) -> list[str]:
    """Return the titles that a text names one after the other, with commas or "and" between them; none unless all are.

    Titles have commas and "and" in them: of the parts, as many as together are one title are taken first.
    """
    parts = [part for part in re.split(r"\s*(?:[,;/|&+\n]|\band\b)\s*", text, flags=re.IGNORECASE) if part]
    named: list[str] = []
    start = 0
    while start < len(parts):
        ends = range(len(parts), start, -1)
        found = next(((end, one) for end in ends if (one := _title(parts[start:end], frameworks))), None)
        if found is None:
            return []
        named.append(found[1])
        start = found[0]
    return list(dict.fromkeys(named)) if len(named) > 1 else []


def _title(parts: Sequence[str], frameworks: Sequence[Framework]) -> str | None:
    """Return the title that parts are together, give or take a slip in one of them."""
    together = ", ".join(parts)
    exact = next((one.title for each in frameworks if (one := each.find_statement(together))), None)
    if exact is not None or len(parts) > 1:
        return exact
    titles = [one.title for framework in frameworks for one in framework.statements]
    return nearest(together, titles, likeness=ALMOST_THE_SAME)


def _did_you_mean(text: str, frameworks: Sequence[Framework]) -> str:
    suggestions = list(dict.fromkeys(title for framework in frameworks for title in framework.closest(text)))[:3]
    if suggestions:
        return did_you_mean(*(f"`{title}`" for title in suggestions))
    return "Write the statement's title as CQC does, such as `Learning culture`."
