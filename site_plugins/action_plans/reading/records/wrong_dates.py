"""What to write instead of a date that nobody can read in one way: the line to paste, wherever it can be known."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from action_plans.english.near import nearest
from action_plans.english.odd_characters import find_odd, plain
from action_plans.english.wording import either
from action_plans.model.when import MONTHS, read_when
from action_plans.reading.records.no_dates import EXAMPLE, PARTS_OF_YEAR, no_date

_SPREADSHEET_BEGINS = date(1899, 12, 30)
"""Day 0 of a spreadsheet: it counts a 29 February 1900 that never was."""

_FIRST, _LAST = 20_000, 80_000
"""Numbers of days, from 1954 to 2119: others are no day of a plan."""

_LEAP_YEAR = 2028
"""In which every day of a year without its number is one."""

_LIKE_A_MONTH = 0.75
"""`Aprl` and `Mrach` are months with a slip; `Done`, `next` and `month` are none."""


def date_hint(written: str) -> str:
    """Return a sentence that says what to write instead."""
    if (odd := find_odd(written)) is not None:
        meant = plain(written)
        instead = f"Write {meant}." if _can_be_read(meant) else date_hint(meant)
        return odd.said if instead == EXAMPLE else f"{odd.said} {instead}"
    text = re.sub(r"(?<=\d) ?([/.-]) ?(?=\d)", r"\1", " ".join(written.split()))
    return next((said for look in _LOOKS if (said := look(text))), EXAMPLE)


def _can_be_read(text: str) -> bool:
    try:
        read_when(text)
    except ValueError:
        return False
    return True


def _no_such_day(text: str) -> str | None:
    """A day in the right form that is in no calendar."""
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", text):
        return _NO_DAY if _iso(int(match[1]), int(match[2]), int(match[3] or 1)) is None else None
    return None


def _time(text: str) -> str | None:
    match = re.fullmatch(r"(.*\d)(?:[T ,]+| at )(?:at )?\d{1,2}(?:[:.]\d{2}(?:\D.*)?|[ap]m)", text)
    if not match:
        return None
    if _can_be_read(match[1]):
        return f"A date has no time: write {match[1]}."
    return f"A date has no time. {date_hint(match[1])}"


def _several_days(text: str) -> str | None:
    """Two days or more, or one with words around it, all in figures."""
    days = re.findall(
        r"(?<![\d/.-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?!\d)", text
    )
    if len(days) > 1:
        meant = [day if _can_be_read(day) else _iso_of(day) for day in days]
        return f"One day is meant: write {either([day for day in meant if day])}." if all(meant) else "Write one day."
    if days and days[0] != text:
        return f"Write {days[0]}." if _can_be_read(days[0]) else date_hint(days[0])
    return None


def _iso_of(text: str) -> str | None:
    """Return the day that figures mean, the day of the month first where either could be."""
    one, two, three = re.split(r"\D", text)
    if len(one) == len("2026"):
        return _iso(int(one), int(two), int(three))
    return _iso(_year(three), int(two), int(one)) or _iso(_year(three), int(one), int(two))


def _range_of_words(text: str) -> str | None:
    """Two days in words: `31 March 2027 - 30 April 2027`, `from 1 to 5 March 2027`."""
    parts = re.split(
        r"\s+(?:-|to|until|and|or)\s+|(?<=\d)-(?=\d{1,2} [A-Za-z])", re.sub(r"(?i)^(from|between)\s+", "", text)
    )
    if len(parts) != 2:  # noqa: PLR2004 -- a beginning and an end
        return None
    begin, end = parts
    if re.search(r"\d{4}", begin) is None:
        month = re.sub(r"^\d{1,2}(?:st|nd|rd|th)? ", "", end)
        begin = f"{begin} {month}"
    if not re.search(r"[A-Za-z]", begin) or not all(map(_can_be_read, (begin, end))):
        return None
    return f"One day is meant: write {either([begin, end])}."


def _month_in_figures(text: str) -> str | None:
    match = re.fullmatch(r"(\d{1,2})[/.](\d{4})", text) or re.fullmatch(r"(\d{4})[/.](\d{1,2})", text)
    if match:
        year, month = (match[2], match[1]) if len(match[2]) == len("2026") else (match[1], match[2])
        return f"Write {MONTHS[int(month) - 1]} {year}." if 0 < int(month) <= len(MONTHS) else _NO_DAY
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})", text)
    if match and _iso(_LEAP_YEAR, int(match[2]), int(match[1])):
        return f"Add the year: {int(match[1])} {MONTHS[int(match[2]) - 1]}, and the year in four figures."
    if match and 0 < int(match[1]) <= len(MONTHS):
        return f"Write {MONTHS[int(match[1]) - 1]} {_year(match[2])}."
    return None


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
    compact = re.fullmatch(r"((?:19|20)\d{2})(\d{2})(\d{2})", text)
    if compact and (iso := _iso(int(compact[1]), int(compact[2]), int(compact[3]))):
        return _paste(iso)
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
        if (near := nearest(word, MONTHS, likeness=_LIKE_A_MONTH)) is not None:
            return MONTHS.index(near) + 1, word
    return None


def _part_of_year(text: str) -> str | None:
    folded = text.casefold()
    if re.fullmatch(r"\d{4}", text):
        return f"A year alone is no date: write its month too, such as December {text}."
    match = re.fullmatch(r"(?:q|quarter )([1-4])[ /-]*(\d{4})(/\d{2}|/\d{4})?", folded)
    if match:
        number, year = int(match[1]), int(match[2])
        if match[3]:  # a financial year, from April to March
            return f"Write the last month of the quarter: {MONTHS[(number * 3 + 2) % 12]} {year + (number == 4)}."  # noqa: PLR2004 -- the last
        return f"Write the last month of the quarter: {MONTHS[number * 3 - 1]} {year}."
    year_said = re.search(r"\b20\d{2}\b", text)
    example = year_said[0] if year_said else "2027"
    for part, month in PARTS_OF_YEAR.items():
        if re.search(rf"\b{part}\b", folded):
            return f"Write a day or a month, such as {month} {example}."
    return None


_NO_DAY = "There is no such day in the calendar."
_LOOKS: tuple[Callable[[str], str | None], ...] = (
    _no_such_day,
    _time,
    _spreadsheet,
    no_date,
    _figures,
    _month_in_figures,
    _several_days,
    _range_of_words,
    _words,
    _part_of_year,
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
