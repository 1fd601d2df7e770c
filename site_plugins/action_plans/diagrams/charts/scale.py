"""The two axes of a chart: round steps that hold all figures, and the days or months that are named."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from action_plans.diagrams.text_fit import text_width
from action_plans.model.when import MONTHS

_STEPS = tuple(Decimal(step) for step in ("1", "2", "2.5", "5", "10"))
_AIR = Decimal("0.06")
_WEEKS_UNDER = 50
"""Days of a span under which weeks are named, not months."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Round figures from the lowest to the highest that a chart shows, evenly apart; only the last may be nearer."""

    ticks: tuple[Decimal, ...]

    def share(self, value: Decimal) -> float:
        """Return how far up a figure lies: 0 at the lowest tick, 1 at the highest."""
        return float((value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0]))


def scale(values: Iterable[Decimal], *, steps: int, least: Decimal | None, most: Decimal | None) -> Scale:
    """Return a scale of about so many steps of 1, 2, 2.5 or 5 that holds all values with a little air.

    It goes neither below `least` nor above `most`, where they are given and hold the values. Whole figures have whole
    steps.
    """
    several = tuple(values)
    low, high = min(several), max(several)
    whole = all(value == value.to_integral_value() for value in several)
    air = (high - low) * _AIR or max(abs(high) / 10, Decimal(2) if whole else Decimal("0.1"))
    low, high = low - air, high + air
    low = max(low, least) if least is not None else low
    high = min(high, most) if most is not None else high
    step = _step((high - low) / steps, whole=whole)
    ticks = [low // step * step]
    if ticks[0] > low:  # Decimal rounds towards zero, a scale downwards
        ticks[0] -= step
    while ticks[-1] < high:
        following = ticks[-1] + step
        ticks.append(min(following, most) if most is not None else following)
    return Scale(tuple(ticks))


def day_ticks(first: date, last: date, room: float, size: float) -> tuple[tuple[date, str], ...]:
    """Return the days that the axis of time names, with their words, as many as have room in `room` pixels.

    Weeks in a short span; else the first of each month, of every second, third or sixth, or of each year.
    """
    span = max(1, (last - first).days)

    def has_room(ticks: list[tuple[date, str]]) -> bool:
        gap = 12
        return all((b[0] - a[0]).days / span * room > text_width(a[1], size) + gap for a, b in pairwise(ticks))

    for ticks in _choices(first, last):
        if has_room(ticks):
            return tuple(ticks)
    return ((first, str(first.year)),)


def _choices(first: date, last: date) -> Iterable[list[tuple[date, str]]]:
    days = (last - first).days
    if days < _WEEKS_UNDER:
        for step in (7, 14):
            weeks = [first + timedelta(days=ahead) for ahead in range(0, days + 1, step)]
            yield [(one, f"{one.day}\N{NO-BREAK SPACE}{MONTHS[one.month - 1][:3]}") for one in weeks]
    months = _firsts_of_months(first, last)
    for every in (1, 2, 3, 6):
        some = [month for month in months if (month.month - 1) % every == 0]
        yield from ([(one, _month(one, some[0], length)) for one in some] for length in (None, 3) if some)
    for every in (1, 2, 5, 10, 25, 50, 100, 250, 500, 1000):
        years = [month for month in months if month.month == 1 and month.year % every == 0]
        if years:
            yield [(one, str(one.year)) for one in years]


def _month(month: date, first: date, length: int | None) -> str:
    """Return a month's name, with the year in January and where the axis begins."""
    name = MONTHS[month.month - 1][:length]
    return f"{name} {month.year}" if month.month == 1 or month == first else name


def _firsts_of_months(first: date, last: date) -> list[date]:
    count = (last.year - first.year) * 12 + last.month - first.month
    places = (first.year * 12 + first.month - 1 + ahead for ahead in range(count + 1))
    return [one for one in (date(place // 12, place % 12 + 1, 1) for place in places) if first <= one <= last]


def _step(least: Decimal, *, whole: bool) -> Decimal:
    """Return the smallest round step that is no smaller than `least`; a whole one for whole figures."""
    power = Decimal(1).scaleb(least.adjusted())
    steps = (power * step for step in _STEPS)
    found = next(step for step in steps if step >= least)
    return max(found.to_integral_value(rounding="ROUND_CEILING"), Decimal(1)) if whole else found
