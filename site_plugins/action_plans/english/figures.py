"""Figures with their units, as messages and pages say them."""

import re
from decimal import Decimal


def figure(value: Decimal, unit: str | None) -> str:
    """Return a figure with its unit: `92%`, `21 of 39`, `84 hours`, `1 hour`, `£3.50 a day`."""
    if not unit:
        return plain_figure(value)
    if is_money(unit):
        return f"{_money(value, unit[0])}{unit[1:]}"
    return f"{plain_figure(value)}{'' if unit in _CLOSE else ' '}{_of_one(unit) if value == 1 else unit}"


def short_figure(value: Decimal, unit: str | None) -> str:
    """Return a figure with its unit where that is a sign, else alone: `92%`, `21`, `84`, `£3.50`."""
    sign = unit[:1] if unit and is_money(unit) else unit if unit in _CLOSE else None
    return figure(value, sign)


def is_money(unit: str) -> bool:
    """Whether a unit is a sign of money, alone or with what it is for: `£`, `£ a day`, `£/week`; not `£000` or `£m`."""
    return unit[0] in _MONEY and unit[1:2] in ("", " ", "/")


def plain_figure(value: Decimal) -> str:
    """Return a figure alone, thousands apart, to at most six places: `1,250`, `-0.5`."""
    rounded = round(value, _PLACES)
    return f"{rounded.normalize():,f}" if rounded else "0"


def is_rate(unit: str) -> bool:
    """Whether a unit sets events beside what they are counted on: `falls per resident`, `errors/week`; no share of it.

    Of these there can be more than what they are counted on: eleven falls of ten residents.
    """
    return _RATE.search(unit) is not None and _SHARE.search(unit) is None


_RATE = re.compile(r"\bper\b|/|\bfor (?:each|every)\b|\beach\b|\w an? \w", re.IGNORECASE)
_SHARE = re.compile(
    r"%|\bper ?cent|\bshare\b|\bproportion\b|\bof\b"
    r"|^(?:people|persons|residents|tenants|patients|clients|staff) ?(?:per|a|/)",
    re.IGNORECASE,
)
_CLOSE = ("%", "\N{DEGREE SIGN}C")
_MONEY = "\N{POUND SIGN}\N{EURO SIGN}$"
_SINGULARS = {
    "admissions": "admission", "audits": "audit", "calls": "call", "complaints": "complaint", "days": "day",
    "doses": "dose", "errors": "error", "falls": "fall", "hours": "hour", "incidents": "incident",
    "infections": "infection", "minutes": "minute", "months": "month", "nurses": "nurse", "people": "person",
    "records": "record", "residents": "resident", "shifts": "shift", "visits": "visit", "weeks": "week",
    "years": "year",
}  # fmt: skip
"""What is counted in care, as far as one of it is sure; any other unit stays as it is written."""
_PLACES = 6


def _money(value: Decimal, sign: str) -> str:
    """Return a sum: `£1,250`, `£3.50`, `-£0.25`; pence in two digits at least."""
    amount = plain_figure(abs(value))
    whole, point, pence = amount.partition(".")
    return f"{'-' if value < 0 else ''}{sign}{whole}{point}{pence.ljust(2, '0') if point else ''}"


def _of_one(unit: str) -> str:
    """Return what one is counted in: `hour a week` of `hours a week`."""
    first, space, rest = unit.partition(" ")
    return f"{_SINGULARS.get(first, first)}{space}{rest}"
