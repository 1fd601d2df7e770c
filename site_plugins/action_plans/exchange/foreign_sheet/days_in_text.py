"""Every day, month and quarter that a text of a sheet names, in the many ways people type them, and where it stands."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from action_plans.exchange.foreign_sheet.calendar_words import day_of, is_likely, last_of, month_number, year_of
from action_plans.model.when import MONTHS


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that a text names.

    Attributes:
        start: where it begins in the text.
        end: where it ends.
        day: the day, of a month or quarter the last one; None where there is no such day, as on 31 June.
        is_month: whether a month or a longer time was named rather than a day.
        has_year: whether its year is written; else it is the one that brings it nearest to the day it was read for.
        is_ambiguous: whether it can be read in another way too.
        fits_day_first: whether its figures make a day read day first; where a month is named in words both are true.
        fits_month_first: whether they make one read month first.
    """

    start: int
    end: int
    day: date | None
    is_month: bool = False
    has_year: bool = True
    is_ambiguous: bool = False
    fits_day_first: bool = True
    fits_month_first: bool = True


def days_in(text: str, near: date | None = None, *, month_first: bool) -> tuple[NamedDay, ...]:
    """Return the days that a text names, in the order written.

    Args:
        text: what stands in a cell.
        near: the day near which one without a year lies; where it is None, such a day is not named.
        month_first: whether `03/04/2026` is 4 March.
    """
    plain = text.translate(_LOOK_ALIKES)
    found: list[NamedDay] = []
    is_taken = bytearray(len(plain))
    for form, read in _FORMS:
        for match in form.finditer(plain):
            if any(is_taken[match.start() : match.end()]):
                continue
            if (named := read(match, month_first, near)) is not None:
                found.append(named)
                is_taken[named.start : named.end] = b"\1" * (named.end - named.start)
    return tuple(sorted(found, key=lambda one: one.start))


_LOOK_ALIKES = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\n\t"), " "),
    **dict.fromkeys(map(ord, "\u2018\u2019`"), "'"),
}
"""One letter for one, so that places in the text stay."""

_WEEKDAY = (
    r"(?:\b(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)\b\.?,? *(?:the )?)?"
)
_MONTH = r"(?P<month>[A-Za-z]{3,9})(?![A-Za-z])\.?"
_YEAR = r"(?P<year>\d{4}(?!\d)|'?\d{2}(?![\d/]|[:.-]\d))"
_ANY_YEAR = r"(?P<year>\d{4}|'?\d{2})(?![\d/])"
_SIGN = r" ?(?P<s>[-/.\\]) ?"
_MONTH_FIRST = r"(?P<month_too>[A-Z][a-z]{2,8})\b(?: +(?P<day_too>\d{1,2})(?:st|nd|rd|th)?(?![\d/:.-]))?"
_TIME = r"(?:[T ,]+(?:at )?0?0:00(?::00(?:\.0+)?)?Z?)?"
_END_OF = r"(?:\b(?i:(?:the )?end (?:of )?))?"


def _iso(match: re.Match[str], month_first: bool, near: date | None) -> NamedDay | None:
    del month_first, near
    return _named(match, day_of(int(match["year"]), int(match["month"]), int(match["day"])))


def _figures(match: re.Match[str], month_first: bool, near: date | None) -> NamedDay | None:
    """`31/03/2026`: where only one order makes a day that one is meant, whatever the others of the column are."""
    del near
    one, two, year = int(match["one"]), int(match["two"]), year_of(match["year"])
    day_first, other = day_of(year, two, one), day_of(year, one, two)
    day = (other or day_first) if month_first else (day_first or other)
    named = NamedDay(
        match.start(),
        match.end(),
        day,
        is_ambiguous=day_first is not None and other is not None and day_first != other,
        fits_day_first=day_first is not None,
        fits_month_first=other is not None,
    )
    return _checked(match, named)


def _words(match: re.Match[str], month_first: bool, near: date | None) -> NamedDay | None:
    del month_first, near
    if (month := month_number(match["month"])) is None:
        return None
    return _checked(match, _named(match, day_of(year_of(match["year"]), month, int(match["day"]))))


def _month_and_year(match: re.Match[str], month_first: bool, near: date | None) -> NamedDay | None:
    """`March 2026`; `March 27`, which may be a day, only where the year is likely."""
    del month_first
    written = match["month"]
    month = int(written) if written.isdecimal() else month_number(written)
    if month is None or not 1 <= month <= len(MONTHS):
        return None
    year, is_loose = year_of(match["year"]), match["year"].isdecimal() and len(match["year"]) == _SHORT_YEAR
    is_loose = is_loose and match["between"] == " "
    if is_loose and near is not None and abs(year - near.year) > _LIKELY_YEARS:
        return None
    return NamedDay(match.start(), match.end(), last_of(year, month), is_month=True, is_ambiguous=is_loose)


def _quarter(match: re.Match[str], month_first: bool, near: date | None) -> NamedDay | None:
    """`Q2 2026/27` is one of a financial year, from April; `Q2 2026` may be either, and is read by the calendar."""
    del month_first, near
    year, month = year_of(match["year"]), int(match["quarter"]) * 3
    if match["next"]:
        year, month = (year, month + 3) if month + 3 <= len(MONTHS) else (year + 1, month + 3 - len(MONTHS))
    return NamedDay(match.start(), match.end(), last_of(year, month), is_month=True, is_ambiguous=not match["next"])


def _season(match: re.Match[str], month_first: bool, near: date | None) -> NamedDay | None:
    del month_first, near
    month = {"spring": 5, "summer": 8, "autumn": 11}[match["season"].casefold()]
    return NamedDay(match.start(), match.end(), last_of(int(match["year"]), month), is_month=True, is_ambiguous=True)


def _year_end(match: re.Match[str], month_first: bool, near: date | None) -> NamedDay | None:
    del month_first, near
    year = int(match["year"] or match["alone"])
    return NamedDay(match.start(), match.end(), last_of(year, len(MONTHS)), is_month=True) if is_likely(year) else None


def _without_year(match: re.Match[str], month_first: bool, near: date | None) -> NamedDay | None:
    """`31 March`, `end of June`: in the year that brings it nearest."""
    del month_first
    parts = match.groupdict()
    written, number = parts["month"] or parts["month_too"], parts["day"] or parts["day_too"]
    month = month_number(written)
    if near is None or month is None:
        return None
    if number is None and not _ALL_BUT_A_MONTH.fullmatch(match.string[: match.start()] + match.string[match.end() :]):
        return None
    years = (near.year - 1, near.year, near.year + 1)
    days = [day for year in years if (day := day_of(year, month, int(number)) if number else last_of(year, month))]
    if not days:
        return NamedDay(match.start(), match.end(), None, has_year=False)
    day = min(days, key=lambda one: abs((one - near).days))
    return NamedDay(match.start(), match.end(), day, number is None, has_year=False, is_ambiguous=True)


_Reader = Callable[[re.Match[str], bool, date | None], NamedDay | None]


def _figures_without_year(match: re.Match[str], month_first: bool, near: date | None) -> NamedDay | None:
    """`30/4`, where nothing else stands in the cell: in the year that brings it nearest."""
    if near is None:
        return None
    one, two = int(match["one"]), int(match["two"])
    days = [
        day
        for month, number in (((one, two), (two, one)) if month_first else ((two, one), (one, two)))
        for year in (near.year - 1, near.year, near.year + 1)
        if (day := day_of(year, month, number)) is not None
    ][:3]
    day = min(days, key=lambda each: abs((each - near).days), default=None)
    return NamedDay(match.start(), match.end(), day, has_year=False, is_ambiguous=True)


def _forms() -> Iterator[tuple[re.Pattern[str], _Reader]]:
    """Yield what a day may look like, the surest first: what one has taken no later one reads."""
    day = r"(?P<day>\d{1,2})(?: ?(?:st|nd|rd|th)\b)?"
    forms: tuple[tuple[str, _Reader], ...] = (
        (r"(?<!\d)(?P<year>\d{4})(?P<s>[-/. ]) ?(?P<month>\d{1,2})(?P=s) ?(?P<day>\d{1,2})(?!\d)" + _TIME, _iso),
        (r"(?<!\d)(?P<year>20\d{2})(?P<month>0\d|1[0-2])(?P<day>[0-3]\d)(?!\d)", _iso),
        (r"(?<!\d)(?P<one>[0-3]\d)(?P<two>[01]\d)(?P<year>20\d{2})(?!\d)", _figures),
        (
            rf"{_WEEKDAY}(?<![\d.])(?P<one>\d{{1,2}}){_SIGN}(?P<two>\d{{1,2}}) ?(?P=s) ?{_ANY_YEAR}{_TIME}",
            _figures,
        ),
        (rf"{_WEEKDAY}(?<!\d)(?P<one>\d{{1,2}}) (?P<two>\d{{1,2}}) (?P<year>\d{{4}})(?!\d)", _figures),
        (rf"{_WEEKDAY}(?<![\d.]){day}(?: of)?[ ./-]*{_MONTH}[ ,./-]*{_YEAR}{_TIME}", _words),
        (rf"{_WEEKDAY}\b{_MONTH} *{day}(?:, *| +(?='?\d{{2,4}})){_YEAR}{_TIME}", _words),
        (
            r"\b(?:q|quarter) ?(?P<quarter>[1-4])[ ,/-]*(?:of )?(?P<year>\d{4}|'?\d{2})(?:[/-](?P<next>\d{2,4}))?\b",
            _quarter,
        ),
        (rf"{_END_OF}\b{_MONTH}(?P<between>[ ,./'-]*){_YEAR}(?!st|nd|rd|th)", _month_and_year),
        (r"(?<![\d/.-])(?P<month>\d{1,2})(?P<between>[/.-])(?P<year>20\d{2})(?![/.-]?\d)", _month_and_year),
        (r"(?<![\d/.-])(?P<year>20\d{2})(?P<between>[/.-])(?P<month>\d{1,2})(?![/.-]?\d)", _month_and_year),
        (r"\b(?P<season>spring|summer|autumn) (?P<year>20\d{2})\b", _season),
        (r"\b(?:(?:the )?(?:year )?end (?:of )?|year )(?P<year>20\d{2})\b|^ *(?P<alone>20\d{2}) *$", _year_end),
        (
            rf"{_END_OF}(?<![\d.]){day}(?: of)?[ -]*{_MONTH}(?! *\d)|{_END_OF}\b{_MONTH_FIRST}",
            _without_year,
        ),
        (r"^ *(?:(?i:by|due|on):? *)?(?P<one>\d{1,2})/(?P<two>\d{1,2}) *$", _figures_without_year),
    )  # fmt: skip
    for form, read in forms:
        yield re.compile(form, re.IGNORECASE if read is not _without_year else 0), read


def _named(match: re.Match[str], day: date | None) -> NamedDay:
    return NamedDay(match.start(), match.end(), day)


def _checked(match: re.Match[str], named: NamedDay) -> NamedDay:
    """Return a day, in doubt where the day of the week beside it is another."""
    said = match.groupdict().get("weekday")
    if said is None or named.day is None or said.casefold().startswith(_WEEKDAYS[named.day.weekday()]):
        return named
    return replace(named, start=match.end("weekday"), is_ambiguous=True)


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ALL_BUT_A_MONTH = re.compile(
    r"(?i)[\W_]*(?:(?:by|in|due|the|early|mid|middle|late|start|beginning|of|tb[ac]|during)[\W_]*)*"
)
"""What may stand beside a month without a day or year: elsewhere `May` and `March` begin a sentence."""
_SHORT_YEAR, _LIKELY_YEARS = 2, 3


_FORMS = tuple(_forms())
