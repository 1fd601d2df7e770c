"""Months and years as people write them, and the days that they make."""

from calendar import monthrange
from datetime import date

from action_plans.english.near import ALMOST_THE_SAME, nearest
from action_plans.model.when import MONTHS


def month_number(word: str) -> int | None:
    """Return which month a word names, short, in full or with a slip: `Sept`, `Febuary`."""
    folded = word.casefold().rstrip(".")
    if folded in _MONTH_NUMBERS:
        return _MONTH_NUMBERS[folded]
    near = nearest(folded, MONTHS, likeness=ALMOST_THE_SAME) if len(folded) >= _LONG_ENOUGH else None
    return MONTHS.index(near) + 1 if near else None


def year_of(written: str) -> int:
    """Return the year of four figures, or of two: `26` is 2026, `98` is 1998."""
    digits = written.lstrip("'")
    if len(digits) > len("26"):
        return int(digits)
    return int(digits) + (2000 if int(digits) < _CENTURY_TURNS else 1900)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day, or None where it is in no calendar or in no likely year."""
    try:
        return date(year, month, day) if is_likely(year) else None
    except ValueError:
        return None


def last_of(year: int, month: int) -> date | None:
    """Return the last day of a month of a likely year."""
    return date(year, month, monthrange(year, month)[1]) if is_likely(year) else None


def is_likely(year: int) -> bool:
    """Whether a plan or the papers that it names can be of a year."""
    return _FIRST_YEAR <= year <= _LAST_YEAR


_LONG_ENOUGH = 6
"""A shorter word that is nearly a month is another word: march and marsh."""
_MONTH_NUMBERS = {name[:length].casefold(): n for n, name in enumerate(MONTHS, 1) for length in (3, 4, len(name))}
_CENTURY_TURNS, _FIRST_YEAR, _LAST_YEAR = 70, 1950, 2100
