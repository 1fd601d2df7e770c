"""The verdict of a measure: how its newest figure stands against the target that counts, in a word."""

from decimal import Decimal
from enum import Enum, unique
from typing import Self

from action_plans.model.measure import Baseline, Better, Reading, Target


@unique
class FigureVerdict(Enum):
    """How a measure stands; the first that fits, in this order."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Keep the word that a page shows beside the value."""
        verdict = object.__new__(cls)
        verdict._value_ = value
        verdict.label = label
        return verdict

    NO_READING = "no-reading", "No reading"
    NO_TARGET = "no-target", "No target"
    NO_NEW_READING = "no-new-reading", "No new reading"
    HELD = "met-and-held", "Met and held"
    MET = "target-met", "Target met"
    NEW_METHOD = "new-way", "New way of measuring"
    NO_BASELINE = "no-baseline", "No baseline"
    NO_DATE = "no-date", "No date"
    ON_COURSE = "on-course", "On course"
    BEHIND = "behind", "Behind"

    @property
    def is_reached(self) -> bool:
        """Whether the target is met now."""
        return self in (FigureVerdict.MET, FigureVerdict.HELD)


def is_as_good(value: Decimal, other: Decimal, better: Better) -> bool:
    """Whether a figure is as good as another, an equal one included."""
    return value >= other if better is Better.HIGHER else value <= other


def on_the_line(baseline: Baseline, target: Target, day: int) -> Decimal | None:
    """Return where the straight line from the baseline to the target stands on a day, by its ordinal.

    Before the baseline it stands at the baseline's figure, after the target's day at the target's. None where one of
    the two has no day.
    """
    if baseline.date is None or target.by is None:
        return None
    first, last = baseline.date.last.toordinal(), target.by.last.toordinal()
    if day >= last:
        return target.value
    if day <= first:
        return baseline.value
    return baseline.value + (target.value - baseline.value) * (day - first) / (last - first)


def one_counted_thing(reading: Reading, unit: str | None) -> Decimal:
    """Return by how much a figure changes where one thing more is counted; zero where nobody said how many were.

    Of 40 bells one is 2.5 in a hundred. A figure that is no share changes by its own share of each thing counted.
    """
    if reading.n is None:
        return Decimal(0)
    if unit is not None and unit.strip().casefold() in _PER_CENT:
        whole = reading.of if reading.of is not None else reading.n
        return 100 / whole if whole > 0 else Decimal(0)
    return abs(reading.value) / reading.n if reading.n > 0 else Decimal(0)


_PER_CENT = ("%", "per cent", "percent")
