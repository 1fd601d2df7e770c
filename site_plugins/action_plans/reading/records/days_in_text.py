"""The days that a text names among other words, each as it can be pasted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from action_plans.model.when import MONTHS, read_when


@dataclass(frozen=True, slots=True)
class DayInText:
    """A day or month in a text.

    `written` is how it can be pasted; `is_twofold` says that the month may have come first.
    """

    start: int
    end: int
    written: str
    is_twofold: bool = False


def days_in(text: str) -> list[DayInText]:
    """Return the days that a text names with their years, in the order in which they stand."""
    return sorted(_days_in(text), key=lambda day: day.start)


def can_be_read(text: str) -> bool:
    """Return whether a text is a date as files have it."""
    try:
        read_when(text)
    except ValueError:
        return False
    return True


def iso(year: int, month: int, day: int) -> str | None:
    """Return a day as it is written, None where no calendar has it."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def year_of(written: str) -> int:
    """Return the year that two or four figures mean."""
    return int(written) if len(written) == len("2026") else 2000 + int(written)


_APOSTROPHE = "'"
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]}|t)?" if len(name) > len("May") else name for name in MONTHS)
_YEAR = r"(?P<year>\d{4}|'?\d{2})(?!\d)"
_FIGURES = re.compile(
    r"(?<![\d/.-])(?:(?P<first>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<last>\d{1,2})"
    r"|(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<year>\d{4}|\d{2}))(?![\d/])"
)
_WORDS = re.compile(
    rf"(?i)(?<![\d\w])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -](?P<month>{_MONTH})\.?,?[ -]{_YEAR}"
    rf"(?!(?:st|nd|rd|th)?(?: of)?[ -](?:{_MONTH})\b)(?!\w)"
    rf"|\b(?P<named>{_MONTH})\.? (?P<ordinal>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<fourth>\d{{4}})(?!\d)"
    rf"|\b(?P<alone>{_MONTH})[ -](?P<whole>\d{{4}})(?!\d)"
)


def _days_in(text: str) -> Iterator[DayInText]:
    for match in _FIGURES.finditer(text):
        if match["first"]:
            found = iso(int(match["first"]), int(match["month"]), int(match["last"]))
            twofold = False
        else:
            one, two, year = int(match["one"]), int(match["two"]), year_of(match["year"])
            day_first, month_first = iso(year, two, one), iso(year, one, two)
            found = day_first or month_first
            twofold = bool(day_first and month_first and one != two)
        if found is not None:
            yield DayInText(match.start(), match.end(), found, twofold)
    for match in _WORDS.finditer(text):
        if (name := match["month"] or match["named"]) is not None:
            number, of_year = match["day"] or match["ordinal"], match["year"] or match["fourth"]
            written = f"{int(number)} {_full(name)} {year_of(of_year.strip(_APOSTROPHE))}"
        else:
            written = f"{_full(match['alone'])} {match['whole']}"
        if can_be_read(written):
            yield DayInText(match.start(), match.end(), written)


def _full(name: str) -> str:
    return next(month for month in MONTHS if month[:3].casefold() == name[:3].casefold())
