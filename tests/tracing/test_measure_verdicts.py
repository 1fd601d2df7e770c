"""The verdict of a measure: the first that fits, in the order that is promised."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import TODAY
from tests.tracing.figures import measured

ON = "2026-04-01"


def _line(first: object, last: object) -> dict[str, Any]:
    return {"baseline": {"value": first, "date": "2026-01-01"}, "targets": [{"value": last, "by": "2026-06-30"}]}


LINE = _line(80, 100)
"""From 1 January to 30 June are 180 days, to 1 April 90: the line stands at 90 there."""


def verdict(*values: object, today: date = TODAY, review_every: str | None = None, **said: Any) -> str:  # noqa: ANN401 -- fields of a measure
    """Return the verdict of a measure whose newest reading is of 1 April, the ones before it of the days before."""
    readings = [{"date": f"2026-03-{20 + place}", "value": value} for place, value in enumerate(values[:-1])]
    readings += [{"date": ON, "value": values[-1]}] if values else []
    plan: dict[str, object] = {"review_every": review_every} if review_every else {}
    found: str = measured(today, plan, **{**LINE, "readings": readings, **said}).verdict.value
    return found


def test_the_first_that_fits_is_said() -> None:
    """Each verdict where it alone fits, and where what comes later in the order would fit too."""
    assert verdict() == "no-reading"
    assert verdict(targets=[]) == "no-reading"
    assert verdict(100, targets=[]) == "no-target"
    assert verdict(100, better=None) == "no-target"
    assert verdict(100, review_every="1 month") == "no-new-reading"
    assert verdict(100, 100, 100) == "met-and-held"
    assert verdict(100, 99, 100) == "target-met"
    assert verdict(100) == "target-met"
    assert verdict(95, baseline=None) == "no-baseline"
    assert verdict(95, baseline={"value": 80}) == "no-date"
    assert verdict(95, targets=[{"value": 100}]) == "no-date"
    assert verdict(90) == "on-course"
    assert verdict(89) == "behind"


def test_another_way_of_measuring_is_held_against_no_baseline_of_the_old_one() -> None:
    """Said before a missing baseline, and after a target that is met; a way that is the baseline's again is not new."""
    new: dict[str, Any] = {"readings": [{"date": ON, "value": 95, "method": "By watch"}], "method": "By pager"}
    assert verdict(**new) == "new-way"
    assert verdict(**new, baseline=None) == "new-way"
    assert verdict(**{**new, "readings": [{"date": ON, "value": 100, "method": "By watch"}]}) == "target-met"
    back = [{"date": "2026-03-01", "value": 95, "method": "By watch"}, {"date": ON, "value": 95}]
    assert verdict(**{**new, "readings": back}) == "on-course"


def test_lower_may_be_better() -> None:
    """Then the line falls, and a figure under it is on course."""
    falling: dict[str, Any] = {**_line(80, 40), "better": "lower"}
    assert verdict(60, **falling) == "on-course"
    assert verdict(61, **falling) == "behind"
    assert verdict(40, **falling) == "target-met"
    assert verdict(-5, **falling) == "target-met"


@pytest.mark.parametrize(
    ("reading", "unit", "expected"),
    [
        ({"value": 88, "n": 35, "of": 40}, "%", "on-course"),  # one of 40 is 2.5 in a hundred
        ({"value": 87.5, "n": 35, "of": 40}, "%", "behind"),  # just one whole thing short
        ({"value": 88}, "%", "behind"),
        ({"value": 88, "n": 40}, "%", "on-course"),
        ({"value": 89.5, "n": 89.5}, "of 100", "on-course"),
        ({"value": 89, "n": 89}, "of 100", "behind"),
        ({"value": 0, "n": 0, "of": 0}, "%", "behind"),
        ({"value": 0, "n": 0}, "falls", "behind"),
    ],
)
def test_less_than_one_counted_thing_short_is_on_course(reading: dict[str, object], unit: str, expected: str) -> None:
    """Nobody can count half a dose: what is short of the line by less than one is on it."""
    assert verdict(readings=[{"date": ON, **reading}], unit=unit) == expected


def test_it_is_held_against_the_next_target_to_come() -> None:
    """Once all are past, against the last."""
    targets = [{"value": 99, "by": "2026-06-30"}, {"value": 85, "by": "2026-05-20"}]
    assert verdict(86, targets=targets) == "target-met"
    assert verdict(86, targets=targets, today=date(2026, 5, 21)) == "behind"
    assert verdict(98, targets=targets, today=date(2026, 8, 1)) == "behind"
    assert verdict(99, targets=targets, today=date(2026, 8, 1)) == "target-met"


def test_once_the_day_of_the_target_has_passed_only_the_target_is_enough() -> None:
    """Even where the newest reading, from before that day, stood on the line or was short by less than one thing."""
    assert verdict(90, today=date(2026, 6, 30)) == "on-course"
    assert verdict(90, today=date(2026, 7, 1)) == "behind"
    near = [{"date": "2026-06-30", "value": 99, "n": 40}]
    assert verdict(readings=near, today=date(2026, 6, 30)) == "on-course"
    assert verdict(readings=near, today=date(2026, 7, 1)) == "behind"


def test_a_reading_of_a_month_stands_on_its_last_day() -> None:
    """There the line is measured: 31 March is day 89 of 180."""
    found = measured(**{**LINE, "readings": [{"date": "2026-03", "value": 90}]})
    assert found.wanted == Decimal(80) + Decimal(20) * 89 / 180


def test_days_on_which_it_was_reached_are_kept_where_it_has_fallen_since() -> None:
    """Each day, and none where the newest reading reaches it."""
    readings = [{"date": "2026-02-01", "value": 100}, {"date": "2026-03-01", "value": 101}, {"date": ON, "value": 81}]
    assert [when.iso for when in measured(**{**LINE, "readings": readings}).reached_before] == [
        "2026-02-01",
        "2026-03-01",
    ]
    assert measured(**{**LINE, "readings": readings[:2]}).reached_before == ()


def test_without_review_every_a_reading_is_never_too_old() -> None:
    """And with it, on the last day, not yet."""
    assert verdict(90, today=date(2026, 6, 30)) == "on-course"
    assert verdict(90, today=date(2026, 5, 1), review_every="1 month") == "on-course"
    assert verdict(90, today=date(2026, 5, 2), review_every="1 month") == "no-new-reading"


def test_a_baseline_on_or_after_the_day_of_the_target_is_no_fault() -> None:
    """A slip in writing divides by nothing: before both days the line stands at the baseline."""
    slip: dict[str, Any] = {"targets": [{"value": 100, "by": "2026-05-20"}]}
    assert verdict(90, **slip, baseline={"value": 80, "date": "2026-05-20"}) == "on-course"
    assert verdict(70, **slip, baseline={"value": 80, "date": "2026-05-21"}) == "behind"
    assert verdict(90, **slip, baseline={"value": 80, "date": "9999-12-31"}) == "on-course"


def test_huge_and_negative_figures_are_figures() -> None:
    """Nine digits, signs and the sixth place after the point are compared as written."""
    huge = _line(-999999999, 999999999)
    assert verdict(0, **huge) == "on-course"
    assert verdict("-0.000001", **huge) == "behind"


def test_a_target_is_missed_when_its_day_has_passed_and_it_is_not_reached() -> None:
    """Of which no target is told where nobody said whether more or less is better."""
    said = {"targets": [{"value": 90, "by": "2026-05-11"}, {"value": 80, "by": "2026-05-01"}, {"value": 99}]}
    figures: dict[str, Any] = {"readings": [{"date": ON, "value": 85}], **said}
    assert [target.value for target in measured(TODAY, **figures).missed] == [Decimal(90)]
    assert [target.value for target in measured(TODAY, **figures, better="lower").missed] == [Decimal(80)]
    assert measured(TODAY, **figures, better=None).missed == ()
