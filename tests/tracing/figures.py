"""Measures for tests, and a second way to work out what a run chart shows, written apart from the first."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import factorial

from action_plans.tracing.measures import TracedMeasure
from action_plans.tracing.trace import Trace
from tests.builders import TODAY, a_plan, traced

START = date(2026, 1, 5)


def a_measure(**said: object) -> dict[str, object]:
    """A share of doses of which more is better, with a baseline and a target; anything may be said otherwise."""
    return {
        "id": "M1",
        "title": "Doses signed for",
        "unit": "%",
        "better": "higher",
        "baseline": {"value": 80, "date": "2026-01-01"},
        "targets": [{"value": 95, "by": "2026-06-30"}],
        **said,
    }


def weekly(*values: object, first: date = START, **said: object) -> list[dict[str, object]]:
    """Readings of one value a week."""
    return [
        {"date": (first + timedelta(weeks=week)).isoformat(), "value": value, **said}
        for week, value in enumerate(values)
    ]


def trace_of(today: date = TODAY, plan: dict[str, object] | None = None, **said: object) -> Trace:
    """Return the trace of a plan with one measure; `plan` is what else the plan says."""
    return traced(a_plan(measures=[a_measure(**said)], **(plan or {})), today=today)


def measured(today: date = TODAY, plan: dict[str, object] | None = None, **said: object) -> TracedMeasure:
    """Return one measure as it is traced."""
    return trace_of(today, plan, **said).measures["OAK/M1"]


def random_values(seed: int) -> list[Decimal]:
    """Return between one and 60 figures by chance, the same for the same seed: some alike, some with a drift."""
    luck = random.Random(seed)  # noqa: S311 -- chance that can be repeated
    drift = luck.choice((0, 0, 1, -2))
    size = luck.choice((1, 3, 10, 1000))
    count = luck.randint(1, 60)
    return [Decimal(luck.randint(-size, size) + drift * place) / luck.choice((1, 2)) for place in range(count)]


def second_opinion(values: Sequence[Decimal]) -> dict[str, object]:
    """Work out a run chart in another way: sorted halves, one pass with counters, factorials for the limits."""
    ordered = sorted(values)
    half = len(ordered) // 2
    middle = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    n = longest = crossings = now = 0
    side = None
    for value in values:
        if value == middle:
            continue
        n += 1
        if side is not None and (value > middle) != side:
            crossings += 1
            now = 0
        now += 1
        side = value > middle
        longest = max(longest, now)
    limits = (_longest(n), _fewest(n)) if n >= 10 else (None, None)
    signal = None if limits[0] is None or limits[1] is None else longest > limits[0] or crossings < limits[1]
    return {
        "n": n, "median": middle, "longest_run": longest, "longest_run_limit": limits[0],
        "crossings": crossings, "crossings_limit": limits[1], "signal": signal,
    }  # fmt: skip


def _longest(n: int) -> int:
    """The whole number nearest to log2(n) + 3: the largest k that 2^(k - 3.5) is still no more than n."""
    return max(k for k in range(3, 200) if Fraction(2) ** (2 * k - 7) <= n * n)


def _fewest(n: int) -> int:
    """The smallest number of heads in n - 1 throws that, with all below it, has one chance in 20 or more."""
    throws, chance = n - 1, Fraction(0)
    for heads in range(throws + 1):
        chance += Fraction(factorial(throws), factorial(heads) * factorial(throws - heads)) / 2**throws
        if chance >= Fraction(1, 20):
            return heads
    raise AssertionError
