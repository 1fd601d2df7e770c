"""Measures: the newest reading, the target that counts, and whether the figure has moved more than chance."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from math import comb, log2
from statistics import median

from action_plans.model.measure import Better, Measure, Reading, Target
from action_plans.model.plan import Plan
from action_plans.tracing.days import has_passed, is_future

FEWEST = 10
"""How many readings off the median a run chart needs before it can give a sign."""


@dataclass(frozen=True, slots=True)
class RunChart:
    """Anhøj's two rules over the readings since the last change of method (PLoS ONE 9(11) e113825, 2014).

    `n` counts the readings off the median. `signal` and the limits are None where `n` is under ten.
    """

    n: int
    median: Decimal
    longest_run: int
    longest_run_limit: int | None
    crossings: int
    crossings_limit: int | None

    @property
    def signal(self) -> bool | None:
        """Whether the figure has moved more than chance would make it: too long a run, or too few crossings."""
        if self.longest_run_limit is None or self.crossings_limit is None:
            return None
        return self.longest_run > self.longest_run_limit or self.crossings < self.crossings_limit


@dataclass(frozen=True)
class TracedMeasure:
    """A measure with what follows from its figures today.

    `readings` are those that have come, in order: by date, a month by its last day, then as written. `planned` lie
    ahead and count for nothing.
    """

    ref: str
    plan: Plan
    record: Measure
    today: date
    readings: tuple[Reading, ...]
    planned: tuple[Reading, ...]

    @property
    def latest(self) -> Reading | None:
        """The newest reading; of two on a day the one written last."""
        return self.readings[-1] if self.readings else None

    @cached_property
    def series(self) -> tuple[Reading, ...]:
        """The readings since the last change of method; one without a method of its own has the measure's."""
        several = [
            tuple(group) for _, group in groupby(self.readings, key=lambda one: one.method or self.record.method)
        ]
        return several[-1] if several else ()

    @cached_property
    def run_chart(self) -> RunChart | None:
        """What the series shows; nothing without a reading."""
        return _run_chart([reading.value for reading in self.series]) if self.series else None

    @cached_property
    def target(self) -> Target | None:
        """The target that counts: the next to come, else one without a day, else the last."""
        targets = self.record.targets
        ahead = [one for one in targets if one.by is not None and not has_passed(one.by, self.today)]
        if ahead:
            return min(ahead, key=_day)
        undated = [one for one in targets if one.by is None]
        return undated[0] if undated else max(targets, key=_day, default=None)

    @property
    def is_met(self) -> bool | None:
        """Whether the newest reading reaches the target that counts; None where that cannot be said."""
        return self.reaches(self.target) if self.target is not None else None

    def reaches(self, target: Target) -> bool | None:
        """Whether the newest reading reaches a target, an equal figure included; None where that cannot be said."""
        if self.latest is None or self.record.better is None:
            return None
        value = self.latest.value
        return value >= target.value if self.record.better is Better.HIGHER else value <= target.value

    @cached_property
    def missed(self) -> tuple[Target, ...]:
        """The targets whose day has passed and that the newest reading does not reach, in the order written."""
        passed = (target for target in self.record.targets if has_passed(target.by, self.today))
        return tuple(target for target in passed if self.record.better is not None and not self.reaches(target))


def traced_measure(ref: str, plan: Plan, record: Measure, today: date) -> TracedMeasure:
    """Return a measure with its readings in order."""
    ordered = sorted(record.readings, key=lambda reading: reading.date.last)
    planned = tuple(reading for reading in ordered if is_future(reading.date, today))
    come = tuple(reading for reading in ordered if not is_future(reading.date, today))
    return TracedMeasure(ref, plan, record, today, come, planned)


def _day(target: Target) -> date:
    assert target.by is not None  # noqa: S101 -- only targets with a day are compared
    return target.by.last


def _run_chart(values: list[Decimal]) -> RunChart:
    middle = median(values)
    sides = [value > middle for value in values if value != middle]
    runs = [sum(1 for _ in group) for _, group in groupby(sides)]
    n, crossings = len(sides), max(len(runs) - 1, 0)
    enough = n >= FEWEST
    return RunChart(
        n,
        middle,
        max(runs, default=0),
        round(log2(n) + 3) if enough else None,
        crossings,
        _fifth_percentile(n - 1) if enough else None,
    )


def _fifth_percentile(count: int) -> int:
    """Return the 5th percentile of Binomial(count, 1/2): the smallest number with at least that much at or below it."""
    total, wanted = 0, 2**count
    for number in range(count + 1):
        total += comb(count, number)
        if total * 20 >= wanted:
            return number
    return count


def missed_targets(measures: Iterable[TracedMeasure]) -> tuple[tuple[TracedMeasure, Target], ...]:
    """Return every target that was missed, measure by measure."""
    return tuple((measure, target) for measure in measures for target in measure.missed)
