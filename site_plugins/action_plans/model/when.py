"""Dates as people write them: a day, or a whole month."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH_NUMBER = {name[:length].lower(): n for n, name in enumerate(MONTHS, 1) for length in (3, len(name))}
_MONTH_NUMBER["sept"] = 9

_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})")


@dataclass(frozen=True, slots=True)
class When:
    """A day, or a month: `first` and `last` day of it, the same where a day was written.

    A month means its last day as a deadline and its first day as a start, and is shown as a month.
    """

    first: date
    last: date

    @classmethod
    def on(cls, day: date) -> "When":
        """Return one whole day."""
        return cls(day, day)

    @property
    def is_month(self) -> bool:
        """Whether a month was written rather than a day."""
        return self.first != self.last

    def __str__(self) -> str:
        """Read as `1 March 2026`, or `March 2026` for a month."""
        return month_in_words(self.first) if self.is_month else day_in_words(self.first)

    @property
    def on_or_in(self) -> str:
        """Read within a sentence, as `on 1 March 2026`, or `in March 2026` for a month."""
        return f"{'in' if self.is_month else 'on'} {self}"

    @property
    def iso(self) -> str:
        """As written in a file: `2026-03-01`, or `2026-03` for a month."""
        return f"{self.first:%Y-%m}" if self.is_month else self.first.isoformat()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read from text, from a date, or from a ready value."""
        return core_schema.no_info_plain_validator_function(
            read_when, serialization=core_schema.plain_serializer_function_ser_schema(lambda when: when.iso)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe to an editor what may be written."""
        return {
            "type": "string",
            "pattern": r"^(\d{4}-\d{1,2}(-\d{1,2})?|(\d{1,2}(st|nd|rd|th)? )?[A-Za-z]{3,9} \d{4})$",
            "description": "A date: 2026-03-01 or 1 March 2026; a month: 2026-03 or March 2026.",
        }


def day_in_words(day: date) -> str:
    """Return `1 March 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_in_words(day: date) -> str:
    """Return `March 2026` for any day of that month."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def read_when(written: object) -> When:
    """Read `2026-03-01`, `1 March 2026`, `2026-03` or `March 2026`.

    Raises a pydantic error; `01/03/2026` is refused, since it can be read as two dates.
    """
    if isinstance(written, When):
        return written
    if isinstance(written, date):
        return When.on(written)
    return _parse(" ".join(str(written).split()))


def whens_in(text: str) -> tuple[When, ...]:
    """Return the days and months that a text names, in the order written: of `1 to 30 April 2026` the last day."""
    found = sorted((match for form in (_ISO, _WORDS) for match in form.finditer(text)), key=lambda match: match.start())
    return tuple(when for match in found if (when := _if_any(match[0])) is not None)


def _if_any(text: str) -> When | None:
    try:
        return _parse(text)
    except PydanticCustomError:
        return None


@lru_cache(maxsize=4096)  # a portfolio names the same days again and again
def _parse(text: str) -> When:
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
        return _build(text, int(year), int(month), day)
    if (match := _WORDS.fullmatch(text)) and match[2].lower() in _MONTH_NUMBER:
        return _build(text, int(match[3]), _MONTH_NUMBER[match[2].lower()], match[1])
    raise _wrong(text, "write it as 2026-03-01 or 1 March 2026, or a month as March 2026")


@dataclass(frozen=True, slots=True)
class Every:
    """How often: `2 weeks`, `1 month`."""

    count: int
    unit: str

    @property
    def interval(self) -> str:
        """Read behind `every`: `2 weeks`, `month`."""
        return self.unit if self.count == 1 else str(self)

    def after(self, day: date) -> date:
        """Return the day that lies this long after `day`."""
        if self.unit in ("day", "week"):
            return day + timedelta(days=self.count * (7 if self.unit == "week" else 1))
        months = day.month - 1 + self.count * (12 if self.unit == "year" else 1)
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))

    def __str__(self) -> str:
        """Read as `2 weeks`."""
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read from text such as `2 weeks`."""
        return core_schema.no_info_plain_validator_function(
            _read_every, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe to an editor what may be written."""
        return {"type": "string", "pattern": r"^\d+ (day|week|month|year)s?$"}


def _read_every(written: object) -> Every:
    if isinstance(written, Every):
        return written
    match = re.fullmatch(r"(\d{1,3})\s+(day|week|month|year)s?", str(written).strip().lower())
    if not match or not int(match[1]):
        raise PydanticCustomError(
            "every", "{written} is not a length of time; write it as 2 weeks or 1 month", {"written": repr(written)}
        )
    return Every(int(match[1]), match[2])


def _build(text: str, year: int, month: int, day: str | None) -> When:
    try:
        if day is None:
            return When(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return When.on(date(year, month, int(day)))
    except ValueError:
        raise _wrong(text, "there is no such day in the calendar") from None


def _wrong(text: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError("when", "{text} is not a date: {hint}", {"text": repr(text), "hint": hint})
