"""Values that can be read and are probably slips: a year, a paragraph, a title. What day it is plays no part."""

from collections.abc import Iterator
from datetime import date

from action_plans.model.plan import Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.reflection import Field
from action_plans.model.when import When
from action_plans.model.written import Written, written_in_note, written_in_plan
from action_plans.tracing.trace import Trace


def dates_far_off(trace: Trace) -> Iterator[Problem]:
    """AP211: dates more than 15 years from the middle one of their plan: 2062 for 2026, 1926 for 2026.

    With fewer than three dates there is no middle to go by, but the day on which the plan was written.
    """
    middles: dict[str, date] = {}
    for plan in trace.portfolio.plans:
        values = list(written_in_plan(plan, _is_date))
        if (middle := _middle(plan, values)) is not None:
            middles[plan.id] = middle
            yield from _far_from(middle, values)
    for note in trace.portfolio.notes:
        plans = (ref.plan for ref in trace.supports.get(note.ref, ()))
        middle = next((middles[plan] for plan in plans if plan in middles), None)
        if middle is not None:
            yield from _far_from(middle, written_in_note(note, _is_date))


def unlikely_paragraphs(trace: Trace) -> Iterator[Problem]:
    """AP212: paragraphs with a letter that no list in these regulations reaches, such as 12(2)(z)."""
    for ref, finding in trace.findings.items():
        as_written = [" ".join(text.split()) for text in finding.record.regulations]
        for reading in finding.cited.regulations:
            letters = (part for paragraph in (reading.paragraphs, *reading.further) for part in paragraph)
            odd = next(filter(_is_beyond, letters), None)
            if odd is not None and reading.written in as_written:
                message = f"“{reading.written}” names paragraph ({odd}): no list in these regulations goes so far."
                origin = finding.record.at("regulations", as_written.index(reading.written))
                yield Problem(Code.PARAGRAPH, message, origin, "Copy the paragraph from the report.", ref)


def long_titles(trace: Trace) -> Iterator[Problem]:
    """AP213: titles that are longer than a line can be."""
    for plan in trace.portfolio.plans:
        yield from _long(written_in_plan(plan, _is_title))
    for note in trace.portfolio.notes:
        yield from _long(written_in_note(note, _is_title))


_YEARS = 15
_DAYS = _YEARS * 365
_ENOUGH = 3
"""How many dates make a middle."""

_LAST_LETTER = "m"
_ROMAN = frozenset("vx")
"""Numbers of the third step that are written as letters."""

_LONGEST = 200
"""Characters of a title; the longest in real plans that were read is about 100."""


def _is_date(field: Field) -> bool:
    return field.is_date


def _is_title(field: Field) -> bool:
    return field.name == "title"


def _is_beyond(part: str) -> bool:
    return len(part) == 1 and part > _LAST_LETTER and part not in _ROMAN


def _middle(plan: Plan, values: list[Written]) -> date | None:
    days = sorted(written.value.first for written in values if isinstance(written.value, When))
    if len(days) >= _ENOUGH:
        return days[len(days) // 2]
    return plan.written.first if plan.written is not None else None


def _far_from(middle: date, values: Iterator[Written] | list[Written]) -> Iterator[Problem]:
    for written in values:
        when = written.value
        if isinstance(when, When) and abs((when.first - middle).days) > _DAYS:
            message = f"`{written.field.name}` is {when}, more than {_YEARS} years from the other dates of the plan."
            yield Problem(Code.DATE_FAR_OFF, message, written.origin, "Check the year.", written.item)


def _long(values: Iterator[Written]) -> Iterator[Problem]:
    for written in values:
        if isinstance(written.value, str) and len(written.value) > _LONGEST:
            message = f"This title has {len(written.value):,} letters: it is to be read in a list."
            hint = "Say it in one line, and put the rest into `description`, `text` or `note`."
            yield Problem(Code.LONG_TITLE, message, written.origin, hint, written.item)
