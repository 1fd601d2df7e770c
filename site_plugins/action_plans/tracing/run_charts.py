"""Run charts: the median of a series, and whether the figure has moved more than chance would make it.

Two rules say so (Anhøj and Olesen 2014, PLoS ONE 9(11) e113825): an unusually long run of readings on one side of the
median, or unusually few crossings of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from math import log2
from statistics import median

from action_plans.model.measure import Reading

FEWEST = 10
"""How many readings off the median a run chart needs before it can give a sign."""


@dataclass(frozen=True, slots=True)
class Run:
    """Readings one after the other on one side of the median: the first of them, the side, how many there are."""

    first: Reading
    is_above: bool
    length: int


@dataclass(frozen=True, slots=True)
class RunChart:
    """What the readings since the last change of method show.

    `n` counts the readings off the median. The limits are None where `n` is under ten. `newest_run` is the one that
    the newest reading off the median belongs to; None where every reading lies on the median. `is_on_median` is whether
    the newest of all lies on it.
    """

    n: int
    median: Decimal
    longest_run: int
    longest_run_limit: int | None
    crossings: int
    crossings_limit: int | None
    newest_run: Run | None
    is_on_median: bool

    @property
    def signal(self) -> bool | None:
        """Whether the figure has moved more than chance would make it: too long a run, or too few crossings."""
        if self.longest_run_limit is None or self.crossings_limit is None:
            return None
        return self.longest_run > self.longest_run_limit or self.crossings < self.crossings_limit

    @property
    def ongoing(self) -> Run | None:
        """The run that is longer than chance makes it, where it is the newest and so still going on."""
        run, limit = self.newest_run, self.longest_run_limit
        is_over = run is None or limit is None or self.is_on_median or run.length <= limit
        return None if is_over else run


def run_chart(series: Sequence[Reading]) -> RunChart:
    """Return what a series shows: at least one reading, in order, all taken in one way. Cost: linear, with a sort."""
    middle = median([reading.value for reading in series])
    off = [reading for reading in series if reading.value != middle]
    runs = []
    for is_above, several in groupby(off, key=lambda reading: reading.value > middle):
        readings = list(several)
        runs.append(Run(readings[0], is_above, len(readings)))
    n = len(off)
    enough = n >= FEWEST
    return RunChart(
        n=n,
        median=middle,
        longest_run=max((run.length for run in runs), default=0),
        longest_run_limit=round(log2(n) + 3) if enough else None,
        crossings=max(len(runs) - 1, 0),
        crossings_limit=fifth_percentile(n - 1) if enough else None,
        newest_run=runs[-1] if runs else None,
        is_on_median=series[-1].value == middle,
    )


def fifth_percentile(count: int) -> int:
    """Return the 5th percentile of Binomial(count, 1/2): the smallest number with at least that much at or below it."""
    ways, total, wanted = 1, 0, 2**count
    for number in range(count + 1):
        total += ways
        if total * 20 >= wanted:
            return number
        ways = ways * (count - number) // (number + 1)
    return count
