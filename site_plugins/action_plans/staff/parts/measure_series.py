"""A measure as its chart is drawn from: readings, targets and what was done, with their words."""

import re
from decimal import Decimal

from action_plans.diagrams.charts.values import Goal, Mark, Point, Series
from action_plans.english.figures import short_figure
from action_plans.english.wording import day
from action_plans.model.measure import Reading, Target
from action_plans.model.when import MONTHS, When
from action_plans.staff.context import Here
from action_plans.tracing.measure_events import Done
from action_plans.tracing.measures import TracedMeasure

NEW_METHOD = "New way of measuring"
_MEDIAN_FROM = 3
"""How many readings a line of the median needs: of fewer it would say nothing."""


def measure_series(here: Here, measure: TracedMeasure) -> Series:
    """Return what the chart of a measure shows."""
    record, series, target = measure.record, measure.series, measure.target
    chart, baseline = measure.run_chart, record.baseline
    is_line = baseline is not None and target is not None and not measure.is_new_method
    median = None
    if chart is not None and len(series) >= _MEDIAN_FROM:
        word = f"Median {short_figure(chart.median, record.unit)}"
        median = Point(measure.day_of(series[0]), chart.median, word)
    least, most = _bounds(measure)
    return Series(
        unit=unit_words(record.unit),
        parts=tuple(tuple(_point(measure, reading) for reading in part) for part in measure.parts),
        planned=tuple(
            Point(one.date.last, one.value, f"Planned {short_figure(one.value, record.unit)}")
            for one in measure.planned
        ),
        baseline=Point(baseline.date.last, baseline.value, f"Baseline {short_figure(baseline.value, record.unit)}")
        if baseline is not None and baseline.date is not None
        else None,
        goals=tuple(_goal(measure, one) for one in record.targets),
        median=median,
        marks=_marks(here, measure),
        course=is_line,
        least=least,
        most=most,
    )


def unit_words(unit: str | None) -> str:
    """Return what a unit is called over an axis or a column: `Per cent`, `of 39`, `hours a week`.

    It stays as it is written: a capital makes another unit of it, as of `mg`.
    """
    if not unit:
        return "Figure"
    return "Per cent" if unit == "%" else unit


def short_day(when: When, today_year: int) -> str:
    """Return a day as a chart has room for it: `29 May`, `29 May 2027` in another year; `May 2026` for a month."""
    if when.is_month:
        return day(when)
    short = f"{when.last.day}\N{NO-BREAK SPACE}{MONTHS[when.last.month - 1][:3]}"
    return short if when.last.year == today_year else f"{short}\N{NO-BREAK SPACE}{when.last.year}"


def _point(measure: TracedMeasure, reading: Reading) -> Point:
    return Point(measure.day_of(reading), reading.value, short_figure(reading.value, measure.record.unit))


def _goal(measure: TracedMeasure, target: Target) -> Goal:
    value = short_figure(target.value, measure.record.unit)
    by = f"by {short_day(target.by, measure.today.year)}" if target.by is not None else "no date"
    label = " ".join((target.label or "Target").split())
    whole = f"{label}: {value} {by}"
    counts = target is measure.target
    return Goal(target.by.last if target.by is not None else None, target.value, f"Target {value}", by, whole, counts)


def _marks(here: Here, measure: TracedMeasure) -> tuple[Mark, ...]:
    marks = [Mark(measure.day_of(part[0]), NEW_METHOD, "break") for part in measure.parts[1:]]
    for event in here.context.trace.measure_events(measure):
        words = "pilot" if event.done is Done.PILOT else event.done.value
        marks.append(Mark(min(event.day, measure.today), f"{here.link(event.ref).ref} {words}", "event"))
    marks.append(Mark(measure.today, "Today", "today"))
    return tuple(marks)


def _bounds(measure: TracedMeasure) -> tuple[Decimal | None, Decimal | None]:
    """Return the lowest and the highest that the figure can be: no axis says more than there is."""
    record = measure.record
    values = [*(one.value for one in measure.every), *(one.value for one in record.targets)]
    values += [record.baseline.value] if record.baseline is not None else []
    least = Decimal(0) if min(values, default=0) >= 0 else None
    whole = re.fullmatch(r"of (\d{1,9})", record.unit or "")
    most = Decimal(100) if record.unit == "%" else Decimal(whole[1]) if whole else None
    return least, most if most is not None and max(values, default=0) <= most else None
