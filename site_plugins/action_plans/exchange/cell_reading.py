"""What somebody wrote into a cell, as the plan would have it; a month or day in whatever form people type it."""

import re
from datetime import date, timedelta

from pydantic_core import PydanticCustomError

from action_plans.english.near import did_you_mean, nearest
from action_plans.english.wording import either
from action_plans.exchange.action_columns import Cell, Column, Holds, owner_words
from action_plans.exchange.foreign_sheet.cell_dates import DateOrder, read_date
from action_plans.exchange.spreadsheet_rows import CellValue
from action_plans.model.plan import Plan
from action_plans.model.when import When, day_in_words, read_when
from action_plans.tracing.trace import Trace

_IN_FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:\s+0?0:00(?::00)?)?")
_FIRST_DAY, _EARLIEST, _LATEST = date(1899, 12, 30), 20_000, 80_000
_WITH_CODE = re.compile(r".*\(([^()]+)\)")
_CENTURY, _TWO_FIGURES = 2000, 100


class NotUnderstoodError(Exception):
    """A cell cannot be read; the message says what is wrong and what to write instead."""


def plain_words(value: CellValue) -> str:
    """Return what stands in a cell as words, the same for what programs store in different ways."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return "\n".join(line.rstrip() for line in value.strip().split("\n"))


def is_untouched(column: Column, value: CellValue, before: str, dates: DateOrder = DateOrder.DAY_FIRST) -> bool:
    """Whether a cell still holds what it held before, as words; a month stands as its last day."""
    if plain_words(value) == plain_words(before or None):
        return True
    if column.holds is Holds.DATE and before and value is not None:
        try:
            meant = _when(value, dates)
        except NotUnderstoodError:
            return False
        held = read_when(before)
        return meant == held or meant == When.on(held.last)
    return False


def read_cell(
    trace: Trace, plan: Plan, column: Column, value: CellValue, dates: DateOrder = DateOrder.DAY_FIRST
) -> Cell:
    """Return what a cell means, in the words of an exported one; nothing for an empty one. `dates` is their order.

    Raises:
        NotUnderstoodError: it means nothing that the column can hold.
    """
    words = plain_words(value)
    if not words:
        return ""
    match column.holds:
        case Holds.DATE:
            return _when(value, dates)
        case Holds.CHOICE:
            return _choice(column, words)
        case Holds.ROLE:
            return owner_words(trace.people[plan.id], role_code(trace, plan, words))
        case Holds.REFERENCES:
            return ", ".join(_reference(trace, plan, column, one) for one in references_in(words))
        case _:
            return day_in_words(value) if isinstance(value, date) else words


def role_code(trace: Trace, plan: Plan, words: str) -> str:
    """Return the code of the role that a title, a code, or a title with its code in brackets means.

    Raises:
        NotUnderstoodError: it means none, or several.
    """
    people = trace.people[plan.id]
    for code in people.roles:
        if words.casefold() in (code.casefold(), owner_words(people, code).casefold()):
            return code
    in_brackets = _WITH_CODE.fullmatch(words)
    found = people.code(words) or (people.code(in_brackets[1]) if in_brackets else None)
    if found is not None:
        return found
    titles = [owner_words(people, code) for code in people.roles]
    near = nearest(words, [*titles, *people.roles])
    hint = did_you_mean(near) if near else f"There are: {', '.join(titles)}."
    raise NotUnderstoodError(f"“{words}” is no role of the plan, or more than one. {hint}")


def references_in(words: str) -> list[str]:
    """Return the references that stand in a cell, each once."""
    parts = re.split(r"[,;\s]+", words)
    return list(dict.fromkeys(part for part in parts if part and part.casefold() not in ("and", "&")))


def _reference(trace: Trace, plan: Plan, column: Column, written: str) -> str:
    cites = column.about.cites
    assert cites is not None  # noqa: S101 -- only columns of references are asked
    node = trace.references.find(written, plan)
    if node is None or node.kind not in cites.kinds:
        near = trace.references.nearest(written, plan, cites.kinds)
        hint = f" {did_you_mean(near)}" if near else ""
        what = either(kind.value for kind in cites.kinds)
        raise NotUnderstoodError(f"“{written}” is no {what} of the plan.{hint}")
    return node.short if node.plan is plan else str(node.ref)


def _choice(column: Column, words: str) -> str:
    for choice in column.about.choices:
        if (found := choice.of(words)) is not None:
            return found.label
    raise NotUnderstoodError(f"“{words}” is none of its words. Write {either(one.label for one in column.choices)}.")


def _when(value: CellValue, dates: DateOrder) -> When:
    if isinstance(value, date):
        return When.on(value)
    words = plain_words(value)
    if isinstance(value, float) and _EARLIEST < value < _LATEST:  # a date that lost its look on the way
        return When.on(_FIRST_DAY + timedelta(days=int(value)))
    if match := _IN_FIGURES.fullmatch(words):
        year = int(match[3]) + (_CENTURY if int(match[3]) < _TWO_FIGURES else 0)
        day, month = (match[2], match[1]) if dates is DateOrder.MONTH_FIRST else (match[1], match[2])
        words = f"{year:04}-{int(month):02}-{int(day):02}"
    try:
        return read_when(words)
    except PydanticCustomError:
        read = read_date(words, dates)
        if read is not None and read.day is not None and not read.word:
            return When.on(read.day)  # `Fri 5 June 26`, `Apr-26`, `end of May 2026`: the last day of a month
        shown = plain_words(value)
        raise NotUnderstoodError(f"“{shown}” is no date. Write it as 31 March 2026 or 31/03/2026.") from None
