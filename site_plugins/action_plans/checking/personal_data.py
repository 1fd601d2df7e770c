"""Personal data in the texts of plans and notes."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from action_plans.checking.patterns import STAFF_PATTERNS, find_private
from action_plans.checking.staff_text import StaffText, texts_of_note, texts_of_plan
from action_plans.model.problem import Code, Problem
from action_plans.tracing.trace import Trace


def personal_data(trace: Trace) -> Iterator[Problem]:
    """AP206: what looks like a person's number, name, initials, date of birth or room, with the very line.

    The matter itself is not repeated: a report travels further than a plan.
    """
    for plan in trace.portfolio.plans:
        yield from _found(texts_of_plan(plan))
    for note in trace.portfolio.notes:
        yield from _found(texts_of_note(note))


_BETWEEN = "\n\n"
"""Keeps one text's last words from joining the next one's first."""


def _found(texts: Iterable[StaffText]) -> Iterator[Problem]:
    """Look through many texts as one: a search for each would cost more than the looking."""
    held = tuple(texts)
    starts, length = [], 0
    for text in held:
        starts.append(length)
        length += len(text.text) + len(_BETWEEN)
    whole = _BETWEEN.join(text.text for text in held)
    for match in find_private(whole, STAFF_PATTERNS):
        number = bisect_right(starts, match.start) - 1
        text = held[number]
        message = f"This text holds what looks like {match.pattern.looks_like}."
        origin = text.origin_at(match.start - starts[number])
        yield Problem(Code.PERSONAL_DATA, message, origin, match.pattern.instead, text.item)
