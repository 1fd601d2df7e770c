"""From one day to another, or several days, as people write them in one text: the line to write instead."""

import re

from action_plans.english.odd_characters import plain
from action_plans.english.several import as_list
from action_plans.model.record import Record
from action_plans.model.reflection import field_names
from action_plans.model.when import read_when

_BETWEEN = re.compile(
    r"(?i)\s+(?:-|to|until|till|through)\s+|(?<=\d)-(?=\d{1,2}(?:[a-z]{2})?\s+[a-z]{3})|(?<=\d[a-z]{2})-(?=\d)"
)
_AND = re.compile(r"(?i)\s*(?:,|&|\+|\band\b)\s*")
_ONE = r"\d{1,2}(?:st|nd|rd|th)?\s*"
_SLASH = re.compile(rf"(?i)(?<=[\dtdh])\s*/\s*(?=(?:{_ONE}/\s*)*{_ONE}(?!and)[a-z]{{3}})")
"""That between days of one month: `3/4/5 February`."""
_DAY, _YEAR = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"), re.compile(r"\b\d{4}\b")
_BEGINS = re.compile(r"(?i)^(?:from|between)\s+")


def range_of(written: str) -> tuple[str, str] | None:
    """Return the first and the last day that a text names, as a file has them, or None."""
    text = _in_one_way(written)
    parts = _BETWEEN.split(_BEGINS.sub("", text))
    if len(parts) == 1 and text.casefold().startswith("between "):
        parts = _AND.split(_BEGINS.sub("", text))
    days = _days(parts) if len(parts) == 2 else None  # noqa: PLR2004 -- a first and a last
    return (days[0], days[1]) if days else None


def days_of(written: str) -> list[str]:
    """Return the days that a text names one after the other, as a file has them; none where it is not two or more."""
    parts = [part for part in _AND.split(_SLASH.sub(",", _in_one_way(written))) if part]
    return (_days(parts) or []) if len(parts) > 1 else []


def range_hint(written: str, field: str, record: type[Record] | None) -> str | None:
    """Return how several days are written, where a field takes them and a text names them, or None.

    Args:
        written: the text.
        field: the name of the field.
        record: what it is a field of, or what it takes.
    """
    if record is None or not {"from", "to"} <= set(field_names(record)):
        return None
    if (days := range_of(written)) is not None:
        if field in ("from", "to"):
            return f"Write from: {days[0]} and to: {days[1]}."
        return f"Write {field}: {{from: {days[0]}, to: {days[1]}}}"
    if field not in ("from", "to") and (single := days_of(written)):
        return f"Write {as_list(field, single)}"
    return None


def _in_one_way(written: str) -> str:
    return " ".join(re.sub("[\u2010-\u2015\u2212]", "-", plain(written)).split())


def _days(parts: list[str]) -> list[str] | None:
    """Return each part as a day; one without a month or a year has those of the last."""
    end = parts[-1].strip()
    month = re.sub(r"^\d{1,2}(?:st|nd|rd|th)?\s+", "", end)
    year = _YEAR.search(end)
    days = []
    for part in parts:
        text = part.strip()
        if _DAY.fullmatch(text):
            text = f"{text} {month}"
        elif year is not None and _YEAR.search(text) is None and re.search("[A-Za-z]", text):
            text = f"{text} {year[0]}"
        days.append(day_in(text))
    return [day for day in days if day] if all(days) else None


def day_in(text: str) -> str | None:
    """Return a day or a month, as a file has it, that is written in words or in figures as in England, or None."""
    figures = re.fullmatch(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})", text)
    if figures:  # as in England, the day of the month first
        text = f"{figures[4]}-{int(figures[3]):02}-{int(figures[1]):02}"
    try:
        when = read_when(text)
    except ValueError:
        return None
    return f"{when.first:%Y-%m}" if when.is_month else when.first.isoformat()
