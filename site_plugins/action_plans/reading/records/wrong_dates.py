"""What to write instead of a date that nobody can read in one way: the line to paste, wherever it can be known."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from action_plans.english.near import nearest
from action_plans.english.odd_characters import find_odd, plain
from action_plans.model.when import MONTHS

_SPREADSHEET_BEGINS = date(1899, 12, 30)
"""Day 0 of a spreadsheet: it counts a 29 February 1900 that never was."""

_FIRST, _LAST = 20_000, 80_000
"""Numbers of days, from 1954 to 2119: others are no day of a plan."""

_EXAMPLE = "Write it as 2026-03-01 or 1 March 2026, or a month as March 2026."


def date_hint(written: str) -> str:
    """Return a sentence that says what to write instead."""
    if (odd := find_odd(written)) is not None:
        meant = plain(written)
        return f"{odd.said} Write {meant}." if _is_day(meant) else odd.said
    text = " ".join(written.split())
    return next((said for look in _LOOKS if (said := look(text))), _EXAMPLE)


def _is_day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{1,2}(-\d{1,2})?", text) is not None


def _no_such_day(text: str) -> str | None:
    """A day in the right form that is in no calendar."""
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", text):
        return _NO_DAY if _iso(int(match[1]), int(match[2]), int(match[3] or 1)) is None else None
    return None


def _time(text: str) -> str | None:
    match = re.fullmatch(r"(.*\d{4}(?:-\d{1,2}-\d{1,2})?)[T ,]+(?:at )?\d{1,2}[:.]\d{2}\b.*", text)
    return f"A date has no time: write {match[1]}." if match else None


def _spreadsheet(text: str) -> str | None:
    if re.fullmatch(r"\d{5}(\.\d+)?", text) and _FIRST <= (days := int(text[:5])) <= _LAST:
        day = _SPREADSHEET_BEGINS + timedelta(days)
        return f"It is a spreadsheet's number for a day: write {day.isoformat()}."
    return None


def _figures(text: str) -> str | None:
    if match := re.fullmatch(r"(\d{4})[/. ](\d{1,2})[/. ](\d{1,2})", text):
        return _paste(_iso(int(match[1]), int(match[2]), int(match[3])))
    match = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})", text) or re.fullmatch(
        r"(\d{2})(\d{2})(\d{4})", text
    )
    if not match:
        return None
    one, two, year = int(match[1]), int(match[2]), _year(match[3])
    day_first, month_first = _iso(year, two, one), _iso(year, one, two)
    if day_first and month_first and day_first != month_first:
        return f"It can be read in two ways; if the day comes first, write {day_first}."
    return _paste(day_first or month_first)


def _words(text: str) -> str | None:
    """A day with the name of its month, in whatever order, with whatever stands around it."""
    if not (named := _month(text)):
        return None
    month, word = named
    rest = re.sub(rf"\b{re.escape(word)}\b\.?", " ", text, count=1)
    numbers = re.findall(r"(?<!\w)'?(\d{4}|\d{1,2})(?:st|nd|rd|th)?(?!\w)", rest.replace("-", " ").replace("/", " "))
    years = [number for number in numbers if len(number) == len("2026")]
    short = [number for number in numbers if number not in years]
    name = MONTHS[month - 1]
    if len(years) == 1 and len(short) == 1:
        return _paste(_iso(int(years[0]), month, int(short[0])))
    if years and not short:
        return f"Write {name} {years[0]}."
    if len(short) == 2 and not years:  # noqa: PLR2004 -- a day and a year of two figures
        return _paste(_iso(_year(short[1]), month, int(short[0])))
    if len(short) == 1 and not years:
        number = int(short[0])
        month_of = f"{name} 20{number:02}"
        return f"Write {month_of} for the month, or {number} {name} and the year in four figures."
    return "Add the year: " + (f"{short[0]} " if short else "") + f"{name}, and the year in four figures."


def _month(text: str) -> tuple[int, str] | None:
    for word in re.findall(r"[A-Za-z]{3,}", text):
        for length in (3, len(word)):
            found = next((n for n, name in enumerate(MONTHS, 1) if name[:length].lower() == word.lower()), None)
            if found:
                return found, word
    for word in re.findall(r"[A-Za-z]{4,}", text):
        if (near := nearest(word, MONTHS)) is not None:
            return MONTHS.index(near) + 1, word
    return None


def _part_of_year(text: str) -> str | None:
    folded = text.casefold()
    if re.fullmatch(r"\d{4}", text):
        return f"A year alone is no date: write its month too, such as December {text}."
    match = re.fullmatch(r"(?:q|quarter )([1-4])[ /-]*(\d{4})", folded)
    if match:
        return f"Write the last month of the quarter: {MONTHS[int(match[1]) * 3 - 1]} {match[2]}."
    if re.search(r"\b(spring|summer|autumn|winter)\b", folded):
        return f"Write a month. {_EXAMPLE}"
    return None


def _no_date(text: str) -> str | None:
    if re.fullmatch(r"(?i)\W*(tb[acd]|asap|a\.s\.a\.p|as soon as possible|immediate(ly)?|at once|now|today)\W*", text):
        return f"Agree a day and write it: what has no day is not done. {_EXAMPLE}"
    if re.fullmatch(r"(?i)\W*(on-?going|continuous(ly)?|rolling|n/?a|none|always|daily|weekly|monthly)\W*", text):
        return (
            "Write the day on which it will be seen whether it works; what goes on without an end belongs in "
            "sustained_by."
        )
    return None


_NO_DAY = "There is no such day in the calendar."
_LOOKS: tuple[Callable[[str], str | None], ...] = (
    _no_such_day,
    _time,
    _spreadsheet,
    _figures,
    _part_of_year,
    _words,
    _no_date,
)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _year(written: str) -> int:
    return int(written) if len(written) == len("2026") else 2000 + int(written)


def _paste(iso: str | None) -> str:
    return f"Write {iso}." if iso else _NO_DAY
