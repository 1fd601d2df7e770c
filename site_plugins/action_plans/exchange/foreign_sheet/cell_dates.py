"""What a cell says of a day: the day, the words beside it or instead of it, and whether it can be read in two ways."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, unique

from action_plans.exchange.foreign_sheet.days_in_text import NamedDay, days_in
from action_plans.exchange.spreadsheet_rows import CellValue


@unique
class DateOrder(StrEnum):
    """Which comes first where a date is written in figures: 03/04/2026."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A day as a cell says it.

    Attributes:
        day: the day; of a month, a quarter or a range the last one; None where there is none, as for `ongoing`.
        is_month: whether a month or a longer time was said rather than a day.
        word: what was said instead of the day or beside it, as written: `immediate`, `was 31/03/2026`, `mid`.
        is_ambiguous: whether the day can be read in another way too, or its year was not said.
        has_year: whether its year is written; else it is the one that brings it nearest to the day of the sheet.
    """

    day: date | None
    is_month: bool = False
    word: str = ""
    is_ambiguous: bool = False
    has_year: bool = True


def read_date(cell: CellValue, order: DateOrder, near: date | None = None) -> ReadDate | None:
    """Return what a cell says of a day, or None where nothing is understood: it is empty, or its day is in no calendar.

    Args:
        cell: what stands in it.
        order: how `03/04/2026` is read.
        near: the day of the plan or report: `31 March` without a year is the one nearest to it.
    """
    if isinstance(cell, date):
        return ReadDate(cell)
    if cell is None:
        return None
    if isinstance(cell, float):
        return _of_serial(cell) or _of_text(f"{cell:g}", order, near)
    text = " ".join(cell.split())
    if _SERIAL.fullmatch(text) and (counted := _of_serial(float(text))) is not None:
        return counted
    return _of_text(text, order, near)


def order_of(cells: Iterable[CellValue]) -> DateOrder:
    """Return the order of a column: day first, unless it holds what is only a day month first, and no other."""
    texts = (cell for cell in cells if isinstance(cell, str))
    shown = {(one.fits_day_first, one.fits_month_first) for text in texts for one in days_in(text, month_first=False)}
    only_month_first = (False, True) in shown and (True, False) not in shown
    return DateOrder.MONTH_FIRST if only_month_first else DateOrder.DAY_FIRST


def _of_serial(number: float) -> ReadDate | None:
    """Return the day that a spreadsheet's number counts, with the time of its fraction as a word."""
    if not _FIRST <= number < _LAST:
        return None
    minutes = round(number % 1 * _MINUTES)
    time = f"{minutes // 60:02}:{minutes % 60:02}" if 0 < minutes < _MINUTES else ""
    return ReadDate(_DAY_0 + timedelta(days=int(number)), word=time)


def _of_text(text: str, order: DateOrder, near: date | None) -> ReadDate | None:
    named = [one for one in days_in(text, near, month_first=order is DateOrder.MONTH_FIRST) if one.day is not None]
    named = [one for one in named if one.has_year] or named
    if not named:
        return ReadDate(None, word=text) if _says_no_day(text) else None
    chosen = _that_counts(text, named)
    day, is_month = chosen.day, chosen.is_month
    before, after = text[: chosen.start], text[chosen.end :]
    if is_month and day is not None and (part := _PART_OF_MONTH.search(before)):
        day, is_month = day.replace(day=1 if part["start"] else 15), False
    return ReadDate(day, is_month, _beside(before, after), chosen.is_ambiguous, chosen.has_year)


def _that_counts(text: str, named: list[NamedDay]) -> NamedDay:
    """Return the day that is said to hold now, else the latest: dates of a plan move on, and a range ends."""
    now = [one for one in named if _HOLDS_NOW.search(text[max(0, one.start - _JUST_BEFORE) : one.start])]
    return now[-1] if now else max(reversed(named), key=lambda one: one.day or date.min)


def _beside(before: str, after: str) -> str:
    """Return what stands beside a day, without what only leads to it and without loose signs at its ends."""
    words = " ".join(_trimmed(part) for part in (before, after) if _trimmed(part))
    return "" if _LEADS_TO_IT.fullmatch(words) else words


def _trimmed(part: str) -> str:
    """Return a part without signs at its ends; a bracket stays where its other half does."""
    part = part.strip(_SIGNS)
    if part.count("(") > part.count(")"):
        part = part.removeprefix("(") if part.startswith("(") else part.removesuffix("(")
    if part.count(")") > part.count("("):
        part = part.removesuffix(")") if part.endswith(")") else part.removeprefix(")")
    return part.strip(_SIGNS)


def _says_no_day(text: str) -> bool:
    """Whether words that stand where a day is asked for say when, or that there is none."""
    return _NO_DAY.match(text) is not None or _RELATIVE.search(text) is not None


_DAY_0 = date(1899, 12, 30)
"""Day 0 of a spreadsheet, which counts a 29 February 1900 that never was."""
_FIRST, _LAST = 36_526, 73_415
"""The numbers of the days from 2000 to 2100: others are no day of a plan, but years, counts and references."""
_MINUTES, _JUST_BEFORE = 1440, 40
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_SIGNS = " ,;:-.\N{EN DASH}\N{EM DASH}/*?"
_LEADS_TO_IT = re.compile(r"(?i)(?:by|on|due|date|the|to be|completed? by|due by|due on|deadline|by the)?")
_HOLDS_NOW = re.compile(
    r"(?i)\b(?:now|revised(?: date)?|new(?: date)?|brought forward|moved|changed|extended|amended|re-?scheduled)"
    r"(?: (?:to|until|by|due|on|is))*\W*$"
)
_PART_OF_MONTH = re.compile(r"(?i)\b(?:(?P<start>(?:start|beginning)(?: of)?)|mid|middle of)\W*$")
_NO_DAY = re.compile(
    r"(?i)\W*(?:with )?(?:immediate|ongoing|on-going|on going|continu|rolling|n/?a\b|not applicable"
    r"|none\b|nil\b|tb[acd]\b"
    r"|to be (?:agreed|confirmed|decided|advised)|asap|a\.s\.a\.p|as soon as|urgent|at once|now\b|today\b|always\b"
    r"|daily|weekly|fortnightly|monthly|quarterly|annual|yearly|every\b|each\b|embedded|completed?\b|done\b|overdue\b"
    r"|in place\b|as required|as needed|no (?:date|deadline)\b|unknown\b|(?:short|medium|long)[ -]term\b)"
    r"|[\W_]+$"
)
_RELATIVE = re.compile(
    r"(?i)^(?:by|before|after|within|following|until|next|prior to|in) (?!whom\b|charge\b)\w"
    r"|^\d+ (?:hour|day|week|month|year)s?\b|\bmonths? (?:after|from)\b"
)
