"""The median and the two rules of a run chart."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest

from action_plans.exchange.trail_json import trail
from action_plans.tracing.measures import TracedMeasure
from action_plans.tracing.run_charts import RunChart, fifth_percentile
from tests.tracing.figures import START, measured, random_values, second_opinion, trace_of, weekly

PUBLISHED = {
    10: (6, 2), 12: (7, 3), 15: (7, 4), 16: (7, 4), 18: (7, 5), 20: (7, 6), 24: (8, 8), 30: (8, 10), 40: (8, 14),
    60: (9, 23), 100: (10, 41),
}  # fmt: skip
"""The limits for so many readings off the median: the longest run, and the fewest crossings, that are no sign."""


def chart(*values: object) -> RunChart:
    """Return the run chart of weekly readings."""
    found = measured(readings=weekly(*values, first=START - timedelta(weeks=len(values)))).run_chart
    assert found is not None
    return found


def since(measure: TracedMeasure) -> str | None:
    """Return the day since which a run goes on that is too long for chance."""
    found = measure.run_chart.ongoing if measure.run_chart else None
    return found.first.date.iso if found else None


@pytest.mark.parametrize("seed", range(150))
def test_figures_are_those_of_a_second_way_to_work_them_out(seed: int) -> None:
    """Median, runs, crossings, limits and the sign agree with other code, in the trail too, whatever the readings."""
    values = random_values(seed)
    day = START - timedelta(weeks=60)
    trace = trace_of(readings=weekly(*map(str, values), first=day))

    (node,) = [one for one in json.loads(trail(trace, ()))["nodes"] if one["ref"] == "OAK/M1"]

    expected = second_opinion(values)
    assert node["run_chart"] == {**expected, "median": float(str(expected["median"]))}


@pytest.mark.parametrize("n", PUBLISHED)
def test_limits_are_those_that_were_published(n: int) -> None:
    """Of n readings off the median, the two limits are those of the table of Anhøj and Olesen's rules."""
    found = chart(*[1, 3] * (n // 2), *([3, 2, 2] if n % 2 else []))
    assert found.n == n
    assert (found.longest_run_limit, found.crossings_limit) == PUBLISHED[n]
    assert fifth_percentile(n - 1) == PUBLISHED[n][1]


def test_the_median_of_an_even_number_is_the_mean_of_the_middle_two() -> None:
    """As of an odd number it is the middle one."""
    assert chart(1, 2, 4, 100).median == Decimal(3)
    assert chart(100, 1, 2).median == Decimal(2)


def test_readings_on_the_median_count_for_neither_rule() -> None:
    """They neither break a run nor make a crossing."""
    found = chart(5, 6, 5, 6, 5, 4, 5, 4)
    assert (found.n, found.longest_run, found.crossings) == (4, 2, 1)


def test_under_ten_readings_off_the_median_there_is_no_sign() -> None:
    """However far the figure moved; with ten there is one."""
    assert chart(*[1] * 4, *[9] * 5).signal is None
    assert chart(*[1] * 5, *[9] * 5).signal is True
    assert chart(*[1, 9] * 5).signal is False
    assert chart(*[5] * 30).signal is None


def test_a_run_that_goes_on_is_told_from_one_that_ended() -> None:
    """A run longer than the limit gives its first day as long as the newest reading belongs to it."""
    early = START - timedelta(weeks=8)
    going_on = measured(readings=weekly(*[1, 2] * 4, *[9, 8] * 4, first=early))
    assert since(going_on) == "2026-01-05"
    ended = measured(readings=weekly(*[9, 8] * 4, *[1, 2] * 4, 9, 1, first=early))
    assert ended.run_chart is not None
    assert (ended.run_chart.signal, ended.run_chart.longest_run) == (True, 8)
    assert since(ended) is None


def test_a_change_of_method_begins_anew() -> None:
    """Readings taken in another way than the newest count neither for the median nor for the rules."""
    old, new = weekly(*[10] * 12), weekly(1, 3, method="By watch", first=START + timedelta(weeks=12))
    found = measured(readings=[*old, *new], today=START + timedelta(weeks=20))
    assert found.run_chart is not None
    assert found.run_chart.median == Decimal(2)
    assert [len(part) for part in found.parts] == [12, 2]


def test_case_and_white_space_make_no_other_method() -> None:
    """`by  Watch` on a reading is the measure's own `By watch`."""
    readings = [*weekly(1, 2), *weekly(3, method=" by  Watch ", first=START + timedelta(weeks=2))]
    assert len(measured(readings=readings, method="By watch").parts) == 1


def test_of_two_readings_on_a_day_the_one_written_last_counts() -> None:
    """The other counts for nothing: not for the median, not for the rules; a month stands on its last day."""
    readings = [
        {"date": "2026-04-30", "value": 9}, {"date": "2026-03", "value": 1}, {"date": "2026-03-31", "value": 3},
        {"date": "2026-04-30", "value": 5},
    ]  # fmt: skip
    found = measured(readings=readings)
    assert [int(one.value) for one in found.readings] == [3, 5]
    assert [int(one.value) for one in found.every] == [1, 3, 9, 5]
    assert found.run_chart is not None
    assert found.run_chart.median == Decimal(4)


def test_what_lies_ahead_counts_for_nothing() -> None:
    """A reading from after today is planned; the month that has begun has come."""
    found = measured(
        readings=[
            {"date": "2026-06-01", "value": 99},
            {"date": "2026-05", "value": 2},
            {"date": "2026-04-01", "value": 1},
        ]
    )
    assert [int(one.value) for one in found.readings] == [1, 2]
    assert [int(one.value) for one in found.planned] == [99]


def test_a_reading_of_this_month_is_not_pushed_out_by_a_planned_one_on_its_last_day() -> None:
    """Only readings that have come stand for each other."""
    found = measured(readings=[{"date": "2026-05", "value": 2}, {"date": "2026-05-31", "value": 99}])
    assert [int(one.value) for one in found.readings] == [2]
