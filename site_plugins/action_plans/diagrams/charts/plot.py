"""Where things stand in a run chart: the area of the plot, and the place of each day and figure in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from action_plans.diagrams.charts.lanes import Placed, lanes
from action_plans.diagrams.charts.scale import Scale, scale
from action_plans.diagrams.charts.values import Mark, Series
from action_plans.diagrams.text_fit import text_width, wrap

LANE = 19.0
"""The height of a lane of words above the plot."""

LIFT = 10.0
"""From the plot to the lowest lane, so that its words stay clear of the highest figure of the axis."""

_INSET = 8.0  # from the frame to the first and last day
_FOOT = 16.0  # from the lowest tick to the axis of time
_UNDER = 28.0  # for the words of the axis of time
_WIDEST_TICK = 90.0  # wider figures stand in the plot, on their lines
_SHARE_BESIDE = 0.36  # of the width, for words to the right of the plot
_EDGE = 12.0  # to the right of the plot, and beside words
_SHORTEST = 7  # days that an axis of time spans at least


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a drawing: its width, the height of its plot and the size of its words, in pixels.

    `has_side` is whether words may stand to the right of the plot. `steps` is about how many steps the scale has.
    """

    width: float
    plot: float
    text: float
    has_side: bool
    steps: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What several charts share, so that they can be compared: the first and last day, and the scale."""

    first: date
    last: date
    scale: Scale


@dataclass(frozen=True, slots=True)
class Plot:
    """The area of a plot, and everything that is fixed before words look for their place."""

    size: Size
    unit: tuple[str, ...]
    scale: Scale
    ticks: tuple[str, ...]
    ticks_inside: bool
    first: date
    last: date
    left: float
    right: float
    top: float
    bottom: float
    marks: tuple[Mark, ...]
    placed: tuple[Placed, ...]

    @property
    def height(self) -> float:
        """The height of the whole drawing."""
        return self.bottom + _UNDER

    @property
    def has_side(self) -> bool:
        """Whether words stand to the right of the plot."""
        return self.size.width - self.right > self.size.width / 10

    def x(self, day: date) -> float:
        """Return the place of a day."""
        return _x(day, self.first, self.last, self.left, self.right)

    def y(self, value: Decimal) -> float:
        """Return the place of a figure."""
        return self.bottom - _FOOT - (self.bottom - self.top - _FOOT) * self.scale.share(value)


def plot(series: Series, size: Size, frame: Frame | None) -> Plot | None:
    """Return where things stand; None where the series has no figure with a day."""
    span = series.span
    if span is None:
        return None
    first, last = (frame.first, frame.last) if frame is not None else span
    own = frame.scale if frame is not None else _scale((series,), size)
    ticks = tuple(f"{tick.normalize():,f}" for tick in own.ticks)
    widest = max(text_width(tick, size.text) for tick in ticks)
    inside = widest > _WIDEST_TICK
    left = 0.0 if inside else widest + _EDGE
    beside = max((text_width(words, size.text, bold=True) for words in _beside(series)), default=0.0) + _EDGE
    right = size.width - (beside if size.has_side and _EDGE < beside <= size.width * _SHARE_BESIDE else _EDGE)
    marks = tuple(
        sorted((one for one in series.marks if _is_drawn(one, first, last)), key=lambda one: (one.day, one.words))
    )
    placed = lanes(marks, lambda day: _x(day, first, last, left, right), size.width, size.text)
    unit = wrap(series.unit, size.width, size.text)
    head = LIFT + size.text * 1.3 * len(unit)
    top = head + LANE * (1 + max((one.lane for one in placed), default=-1))
    return Plot(
        size, unit, own, ticks, inside, first, last, left, right, top, top + size.plot, marks, placed,
    )  # fmt: skip


def frame_of(several: Sequence[Series], size: Size) -> Frame | None:
    """Return the frame that several charts share; None where none of them has a figure with a day."""
    spans = [series.span for series in several if series.span is not None]
    if not spans:
        return None
    return Frame(min(first for first, _ in spans), max(last for _, last in spans), _scale(several, size))


def _scale(several: Sequence[Series], size: Size) -> Scale:
    """Return the scale for all figures; a bound holds where it is one for each."""
    least = [series.least for series in several if series.least is not None]
    most = [series.most for series in several if series.most is not None]
    return scale(
        (value for series in several for value in series.values()),
        steps=size.steps,
        least=min(least) if len(least) == len(several) else None,
        most=max(most) if len(most) == len(several) else None,
    )


def _beside(series: Series) -> list[str]:
    """Return the words that stand to the right of the plot where there is room."""
    goal = series.goal
    words = [goal.word, goal.by] if goal is not None else []
    return [*words, series.median.word] if series.median is not None else words


def _is_drawn(mark: Mark, first: date, last: date) -> bool:
    """Whether a mark lies in the plot; today only where it is not an end of it."""
    return first < mark.day < last if mark.kind == "today" else first <= mark.day <= last


def _x(day: date, first: date, last: date, left: float, right: float) -> float:
    span = max(_SHORTEST, (last - first).days)
    return left + _INSET + (right - left - 2 * _INSET) * (day - first).days / span
