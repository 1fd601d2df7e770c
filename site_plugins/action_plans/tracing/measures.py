"""Measures: the readings that count, the target that counts, and how the newest figure stands against it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from action_plans.model.measure import Better, Measure, Reading, Target
from action_plans.model.plan import Plan
from action_plans.model.when import When
from action_plans.tracing.days import has_passed, is_future, last_day
from action_plans.tracing.figure_verdicts import FigureVerdict, is_as_good, on_the_line, one_counted_thing
from action_plans.tracing.run_charts import RunChart, run_chart

_HELD = 3
"""How many readings in a row have to reach a target before it is held."""


@dataclass(frozen=True)
class TracedMeasure:
    """A measure with what follows from its figures today.

    `every` are all readings in order: by date, a month by its last day, then as written. `readings` are those of them
    that have come and count: of two on a day the one written last. `planned` lie ahead and count for nothing.
    """

    ref: str
    plan: Plan
    record: Measure
    today: date
    every: tuple[Reading, ...]
    readings: tuple[Reading, ...]
    planned: tuple[Reading, ...]

    @property
    def latest(self) -> Reading | None:
        """The newest reading; of two on a day the one written last."""
        return self.readings[-1] if self.readings else None

    @cached_property
    def parts(self) -> tuple[tuple[Reading, ...], ...]:
        """The readings, broken at each change of method."""
        return tuple(tuple(group) for _, group in groupby(self.readings, key=self._method))

    @property
    def series(self) -> tuple[Reading, ...]:
        """The readings since the last change of method; one without a method of its own has the measure's."""
        return self.parts[-1] if self.parts else ()

    @cached_property
    def run_chart(self) -> RunChart | None:
        """What the series shows; nothing without a reading."""
        return run_chart(self.series) if self.series else None

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
        return self._as_good(self.latest, target) if self.latest is not None else None

    def reached_in_time(self, target: Target) -> bool:
        """Whether the newest reading on the target's day reached it, whatever came after."""
        by = target.by
        until = [one for one in self.readings if by is not None and self.day_of(one) <= by.last]
        return bool(until) and bool(self._as_good(until[-1], target))

    @property
    def moved_back(self) -> str:
        """How a figure went that does not reach its target any more: `fallen`, or `risen` where less is better."""
        return "risen" if self.record.better is Better.LOWER else "fallen"

    @cached_property
    def missed(self) -> tuple[Target, ...]:
        """The targets whose day has passed and that the newest reading does not reach, in the order written.

        They were not reached in time, or are not any more.
        """
        passed = (target for target in self.record.targets if has_passed(target.by, self.today))
        return tuple(target for target in passed if self.record.better is not None and not self.reaches(target))

    @cached_property
    def verdict(self) -> FigureVerdict:  # noqa: PLR0911 -- one line a verdict, the first that fits
        """How it stands, the first verdict that fits."""
        latest, target, better, baseline = self.latest, self.target, self.record.better, self.record.baseline
        if latest is None:
            return FigureVerdict.NO_READING
        if target is None or better is None:
            return FigureVerdict.NO_TARGET
        if self.is_out_of_date:
            return FigureVerdict.NO_NEW_READING
        if self.is_met:
            newest = self.readings[-_HELD:]
            held = len(newest) == _HELD and all(self._as_good(reading, target) for reading in newest)
            return FigureVerdict.HELD if held else FigureVerdict.MET
        if self.is_new_method:
            return FigureVerdict.NEW_METHOD
        if baseline is None:
            return FigureVerdict.NO_BASELINE
        if self.wanted is None:
            return FigureVerdict.NO_DATE
        if has_passed(target.by, self.today):
            return FigureVerdict.BEHIND
        short = abs(self.wanted - latest.value)
        near = short < one_counted_thing(latest, self.record.unit)
        is_on_course = near or is_as_good(latest.value, self.wanted, better)
        return FigureVerdict.ON_COURSE if is_on_course else FigureVerdict.BEHIND

    @cached_property
    def wanted(self) -> Decimal | None:
        """Where the straight line from baseline to target stands on the day of the newest reading; None for no line.

        Once the target's day has passed, that line is over, and what is short of the target is behind.
        """
        if self.latest is None or self.target is None or self.record.baseline is None:
            return None
        return on_the_line(self.record.baseline, self.target, self.day_of(self.latest).toordinal())

    @property
    def is_new_method(self) -> bool:
        """Whether the newest reading was taken in another way than the baseline, which has the measure's method."""
        return self.latest is not None and self._method(self.latest) != _folded(self.record.method)

    @property
    def is_out_of_date(self) -> bool:
        """Whether the newest reading is older than the plan's `review_every`; without that never."""
        every = self.plan.review_every
        return self.latest is not None and every is not None and every.after(self.day_of(self.latest)) < self.today

    @cached_property
    def reached_before(self) -> tuple[When, ...]:
        """The days on which readings reached the target that counts, where the newest does not."""
        if self.target is None or self.record.better is None or self.is_met:
            return ()
        return tuple(reading.date for reading in self.readings if self._as_good(reading, self.target))

    def day_of(self, reading: Reading) -> date:
        """Return the day that counts of a reading that has come: a month's last one, but never a day after today."""
        return last_day(reading.date, self.today)

    def as_at(self, day: date) -> "TracedMeasure":
        """Return the measure as its figures stood on a day."""
        return traced_measure(self.ref, self.plan, self.record, day)

    def _as_good(self, reading: Reading, target: Target) -> bool | None:
        better = self.record.better
        return is_as_good(reading.value, target.value, better) if better is not None else None

    def _method(self, reading: Reading) -> str:
        return _folded(reading.method or self.record.method)


def traced_measure(ref: str, plan: Plan, record: Measure, today: date) -> TracedMeasure:
    """Return a measure with its readings in order."""
    every = tuple(sorted(record.readings, key=lambda reading: reading.date.last))
    come = _last_of_each_day(reading for reading in every if not is_future(reading.date, today))
    planned = _last_of_each_day(reading for reading in every if is_future(reading.date, today))
    return TracedMeasure(ref, plan, record, today, every, come, planned)


def compared_name(measure: Measure) -> str:
    """Return the name under which a measure is the same in several plans, however it is written."""
    return _folded(measure.compare_as)


def compared_in_plans(measures: Iterable[TracedMeasure]) -> Mapping[str, tuple[str, ...]]:
    """Return the measures that are the same in several plans (`compare_as`), by the reference of each of them."""
    named: dict[str, list[TracedMeasure]] = defaultdict(list)
    for measure in measures:
        if measure.record.compare_as:
            named[compared_name(measure.record)].append(measure)
    several = (alike for alike in named.values() if len({measure.plan.id for measure in alike}) > 1)
    return {measure.ref: tuple(each.ref for each in alike) for alike in several for measure in alike}


def missed_targets(measures: Iterable[TracedMeasure]) -> tuple[tuple[TracedMeasure, Target], ...]:
    """Return every target that was missed, measure by measure."""
    return tuple((measure, target) for measure in measures for target in measure.missed)


def _last_of_each_day(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple({reading.date.last: reading for reading in readings}.values())


def _day(target: Target) -> date:
    assert target.by is not None  # noqa: S101 -- only targets with a day are compared
    return target.by.last


def _folded(said: str | None) -> str:
    """Return a name or a way of measuring without what makes no difference: case and white space."""
    return " ".join((said or "").split()).casefold()
