"""What to write instead of a date that nobody can read in one way: the line to paste, wherever it can be known."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from action_plans.english.near import nearest
from action_plans.english.odd_characters import find_odd, plain
from action_plans.english.wording import either
from action_plans.model.when import MONTHS
from action_plans.reading.records.days_in_text import can_be_read, days_in, iso, year_of
from action_plans.reading.records.no_dates import EXAMPLE, PARTS_OF_YEAR, DateField, no_date
from action_plans.reading.records.several_days import day_when_done, several_days

_SPREADSHEET_BEGINS = date(1899, 12, 30)
"""Day 0 of a spreadsheet: it counts a 29 February 1900 that never was."""

_FIRST, _LAST = 20_000, 80_000
"""Numbers of days, from 1954 to 2119: others are no day of a plan."""

_LEAP_YEAR = 2028
"""In which every day of a year without its number is one."""

_LIKE_A_MONTH = 0.75
"""`Aprl` and `Mrach` are months with a slip; `Done`, `next` and `month` are none."""


def date_hint(written: str, asked: DateField | None = None) -> str:
    """Return a sentence that says what to write instead.

    Args:
        written: what stands where a date is meant.
        asked: the field that it stands in; what is said of words without a day, and of two days, depends on it.
    """
    asked = asked or DateField()
    if (odd := find_odd(written)) is not None:
        meant = plain(written)
        instead = f"Write {meant}." if can_be_read(meant) else date_hint(meant, asked)
        return odd.said if instead == EXAMPLE else f"{odd.said} {instead}"
    text = re.sub(r"(?<=\d) ?([/.-]) ?(?=\d)", r"\1", " ".join(written.split()))
    return next((said for look in _LOOKS if (said := look(text, asked))), EXAMPLE)


def _no_such_day(text: str, _asked: DateField) -> str | None:
    """A day in the right form that is in no calendar."""
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", text):
        return _NO_DAY if iso(int(match[1]), int(match[2]), int(match[3] or 1)) is None else None
    return None


def _time(text: str, asked: DateField) -> str | None:
    match = _WITH_A_TIME.fullmatch(text) or _AFTER_A_TIME.fullmatch(text)
    if not match or not re.search(r"[A-Za-z]{3}|\d\W\d", match["day"]):
        return None
    if can_be_read(match["day"]):
        return f"A date has no time: write {match['day']}."
    return f"A date has no time. {date_hint(match['day'], asked)}"


_CLOCK = (
    r"(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2}(?:\.\d{2})? ?[ap]\.?m\.?|(?:12 )?(?:noon|midday|midnight))"
)
_AFTER_A_TIME = re.compile(rf"(?i)(?:(?:by|at|before|from) )?{_CLOCK},?(?: on| of)? (?P<day>.*\d)")
_WITH_A_TIME = re.compile(
    rf"(?i)(?P<day>.*?\d)(?:[T ,]+| at | by )(?:at |by )?\(?(?:{_CLOCK}|\d{{1,2}}[:.]\d{{2}}(?:\D.*)?)\)?"
)


def _one_day(text: str, asked: DateField) -> str | None:
    """One day in figures, with words around it."""
    days = days_in(text)
    if len(days) != 1 or (written := text[days[0].start : days[0].end]) == text or not written[0].isdigit():
        return None
    if re.search(r"[A-Za-z]", written):
        return None
    return f"Write {written}." if can_be_read(written) else date_hint(written, asked)


def _range_of_words(text: str, _asked: DateField) -> str | None:
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
    if not re.search(r"[A-Za-z]", begin) or not all(map(can_be_read, (begin, end))):
        return None
    return f"One day is meant: write {either([begin, end])}."


def _month_in_figures(text: str, _asked: DateField) -> str | None:
    match = re.fullmatch(r"(\d{1,2})[/.](\d{4})", text) or re.fullmatch(r"(\d{4})[/.](\d{1,2})", text)
    if match:
        year, month = (match[2], match[1]) if len(match[2]) == len("2026") else (match[1], match[2])
        return f"Write {MONTHS[int(month) - 1]} {year}." if 0 < int(month) <= len(MONTHS) else _NO_DAY
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})", text)
    if match and iso(_LEAP_YEAR, int(match[2]), int(match[1])):
        return f"Add the year: {int(match[1])} {MONTHS[int(match[2]) - 1]}, and the year in four figures."
    if match and 0 < int(match[1]) <= len(MONTHS):
        return f"Write {MONTHS[int(match[1]) - 1]} {year_of(match[2])}."
    return None


def _spreadsheet(text: str, _asked: DateField) -> str | None:
    if re.fullmatch(r"\d{5}(\.\d+)?", text) and _FIRST <= (days := int(text[:5])) <= _LAST:
        day = _SPREADSHEET_BEGINS + timedelta(days)
        return f"It is a spreadsheet's number for a day: write {day.isoformat()}."
    return None


def _figures(text: str, _asked: DateField) -> str | None:
    if match := re.fullmatch(r"(\d{4})[/. ](\d{1,2})[/. ](\d{1,2})", text):
        return _paste(iso(int(match[1]), int(match[2]), int(match[3])))
    match = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})", text) or re.fullmatch(
        r"(\d{2})(\d{2})(\d{4})", text
    )
    compact = re.fullmatch(r"((?:19|20)\d{2})(\d{2})(\d{2})", text)
    if compact and (found := iso(int(compact[1]), int(compact[2]), int(compact[3]))):
        return _paste(found)
    if not match:
        return None
    one, two, year = int(match[1]), int(match[2]), year_of(match[3])
    day_first, month_first = iso(year, two, one), iso(year, one, two)
    if day_first and month_first and day_first != month_first:
        return f"It can be read in two ways; if the day comes first, write {day_first}."
    return _paste(day_first or month_first)


def _words(text: str, _asked: DateField) -> str | None:
    """A day with the name of its month, in whatever order, with whatever stands around it."""
    if not (named := _month(text)):
        return None
    month, word = named
    rest = re.sub(rf"\b{re.escape(word)}\b\.?", " ", text, count=1)
    numbers = re.findall(r"(?<!\w)'?(\d{4}|\d{1,2})(?:st|nd|rd|th)?(?!\w)", rest.replace("-", " ").replace("/", " "))
    years = [number for number in numbers if len(number) == len("2026")]
    short = [number for number in numbers if number not in years]
    return _with_its_year(month, years[0], short) if years else _without_year(text, month, word, short)


def _with_its_year(month: int, year: str, days: list[str]) -> str:
    if not days:
        return f"Write {MONTHS[month - 1]} {year}."
    found = [day for one in days if (day := iso(int(year), month, int(one)))]
    if len(days) == 1 or not found:
        return _paste(next(iter(found), None))
    return f"One day is meant: write {either(found)}."


def _without_year(text: str, month: int, word: str, numbers: list[str]) -> str:
    """A month with no year in four figures: a number after its name may be one, as in `Mar-27`, else it is a day."""
    name = MONTHS[month - 1]
    if any(known[0] != month for one in re.findall(r"[A-Za-z]{3,}", text) if (known := _month(one))):
        return "One day is meant: write it with its year in four figures."
    if len(numbers) == 2:  # noqa: PLR2004 -- a day and a year of two figures
        return _paste(iso(year_of(numbers[1]), month, int(numbers[0])))
    if len(numbers) != 1:
        return "Add the year: " + (f"{numbers[0]} " if numbers else "") + f"{name}, and the year in four figures."
    number = int(numbers[0])
    is_after = re.search(rf"{re.escape(word)}\W*{number}(?!\d|st|nd|rd|th)", text) is not None
    if is_after and number > _LAST_DAY:
        return f"Write {name} 20{number:02}."
    if is_after and number in _YEARS:
        return f"Write {name} 20{number:02} for the month, or {number} {name} and the year in four figures."
    return f"Add the year: {number} {name}, and the year in four figures."


_YEARS = range(20, 31)
"""Years of two figures that a plan may be about, and that may be a day too."""
_LAST_DAY = 31


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


def _part_of_year(text: str, _asked: DateField) -> str | None:
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
_LOOKS: tuple[Callable[[str, DateField], str | None], ...] = (
    _no_such_day,
    _time,
    _spreadsheet,
    no_date,
    _figures,
    _month_in_figures,
    several_days,
    day_when_done,
    _one_day,
    _range_of_words,
    _words,
    _part_of_year,
)


def _paste(day: str | None) -> str:
    return f"Write {day}." if day else _NO_DAY
