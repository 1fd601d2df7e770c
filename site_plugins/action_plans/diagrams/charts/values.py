"""What a chart is drawn from: places in time with figures, and the finished words for them. It knows no plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Point:
    """A figure on a day, and its words: `92%`."""

    day: date
    value: Decimal
    word: str


@dataclass(frozen=True, slots=True)
class Goal:
    """A target: by which day (None where it has none), its figure, and its words.

    `word` and `by` stand beside the line of the one that counts (`Target 95%`, `by 29 May`); `whole` is what else is
    written at its place (`First step: 90% by 17 April`).
    """

    day: date | None
    value: Decimal
    word: str
    by: str
    whole: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across time with words above it; `kind` is `event`, `break` or `today`."""

    day: date
    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Series:
    """A measure as it is drawn.

    `parts` are its readings, broken where the way of measuring changed; `planned` lie ahead. `median` begins on its
    day. `course` is whether a line leads from the baseline to the target that counts. `least` and `most` are the
    lowest and highest that can be, where there are such.
    """

    unit: str
    parts: tuple[tuple[Point, ...], ...]
    planned: tuple[Point, ...]
    baseline: Point | None
    goals: tuple[Goal, ...]
    median: Point | None
    marks: tuple[Mark, ...]
    course: bool
    least: Decimal | None
    most: Decimal | None

    @property
    def readings(self) -> tuple[Point, ...]:
        """All that have come, in order."""
        return tuple(point for part in self.parts for point in part)

    @property
    def points(self) -> tuple[Point, ...]:
        """All readings, those ahead last."""
        return (*self.readings, *self.planned)

    @property
    def goal(self) -> Goal | None:
        """The target that counts."""
        return next((goal for goal in self.goals if goal.counts), None)

    def values(self) -> Iterator[Decimal]:
        """Yield every figure that has to find its place."""
        yield from (point.value for point in self.points)
        yield from (goal.value for goal in self.goals)
        if self.baseline is not None:
            yield self.baseline.value

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day that have to find their place; None where nothing has a day.

        What was done before the first figure does not stretch the axis.
        """
        days = [point.day for point in self.points]
        days += [goal.day for goal in self.goals if goal.day is not None]
        days += [self.baseline.day] if self.baseline is not None else []
        if not days:
            return None
        return min(days), max(*days, *(mark.day for mark in self.marks if mark.kind == "event"), days[0])
