"""A run chart: readings joined by a line, their median, baseline and targets, and what was done meanwhile.

All words are direct labels, so that there is no legend. Colours are classes of the stylesheet: light, dark, paper and
forced colours need no second drawing. What finds no room as a label stands in the table beside it.
"""

from collections.abc import Iterator, Sequence

from action_plans.diagrams.charts.chart_words import write
from action_plans.diagrams.charts.labels import LINE, Labels
from action_plans.diagrams.charts.plot import LANE, LIFT, Frame, Plot, Size, plot
from action_plans.diagrams.charts.scale import day_ticks
from action_plans.diagrams.charts.values import Point, Series
from action_plans.diagrams.svg import drawing, element, number, words
from action_plans.diagrams.text_fit import text_width

WIDE = Size(width=560, plot=236, text=14, has_side=True, steps=5)
"""A chart on a desk, beside its table."""
SMALL = Size(width=358, plot=210, text=13, has_side=False, steps=5)
"""A chart on a phone."""
MULTIPLE = Size(width=300, plot=130, text=13, has_side=False, steps=4)
"""One of several small charts beside each other."""

_CROWDED = 14.0  # pixels from reading to reading under which dots are small
_SERIES, _PLANNED, _HELPER = 30.0, 20.0, 8.0  # what it costs words to stand on a line


def run_chart_picture(series: Series, *, name: str, title: str, description: str) -> str:
    """Draw a chart for a page: a wide drawing and one for phones, of which the stylesheet shows one.

    An empty text where no figure has a day.
    """
    sizes = (("wide", WIDE), ("small", SMALL))
    return "".join(
        draw_run_chart(
            series, size, name=f"{name}-{suffix}", class_=f"dia-{suffix}", title=title, description=description
        )
        for suffix, size in sizes
    )


def draw_run_chart(
    series: Series,
    size: Size,
    *,
    name: str,
    title: str,
    description: str,
    class_: str = "",
    frame: Frame | None = None,
) -> str:
    """Draw a chart as one SVG.

    Args:
        series: What it shows.
        size: How large it is.
        name: What its ids begin with; unique on the page.
        title: Its name, plain text.
        description: What it shows, plain text.
        class_: More classes.
        frame: The span of time and the figures that it shares with others; of the targets only the one that counts is
            then labelled, since the table has the rest.

    Returns:
        The SVG, the same for the same input; an empty text where no figure has a day.
    """
    area = plot(series, size, frame)
    if area is None:
        return ""
    labels = Labels(
        (area.left + 2 if not area.ticks_inside else 0, area.top - 2, size.width, area.bottom - 2), size.text
    )
    drawn = (*_axes(area, labels), *_marks(area, labels), *_lines(series, area, labels), *_dots(series, area, labels))
    write(series, area, labels, is_brief=frame is not None)
    return drawing(
        *drawn,
        *labels.svg,
        identity=name,
        class_=f"dia chart run-chart {class_}".rstrip(),
        title=title,
        description=description,
        box=(0, 0, size.width, area.height),
        font_size=size.text,
        role="img",
    )


def _axes(area: Plot, labels: Labels) -> Iterator[str]:
    size = area.size.text
    for row, line in enumerate(area.unit):
        yield element("text", words(line), class_="soft", x=0, y=size * (1 + 1.3 * row))
    for tick, figure in zip(area.scale.ticks, area.ticks, strict=True):
        y = area.y(tick)
        yield element("path", class_="grid", d=f"M{number(area.left)} {number(y)}H{number(area.right)}")
        if area.ticks_inside:
            yield element("text", words(f"{figure} "), class_="soft", x=0, y=y + size)
            labels.block((0, y, text_width(figure, size), y + size * LINE))
        else:
            place = {"x": area.left - 8, "y": y + size * 0.36}
            yield element("text", words(f"{figure} "), class_="soft", **place, text_anchor="end")
    for day, word in day_ticks(area.first, area.last, area.right - area.left, size):
        x = area.x(day)
        if x + 5 + text_width(word, size) <= area.size.width:
            yield element("path", class_="axis", d=f"M{number(x)} {number(area.bottom)}v20")
            yield element("text", words(f"{word} "), class_="soft", x=x + 5, y=area.bottom + 19)
    yield element("path", class_="axis", d=f"M{number(area.left)} {number(area.bottom)}H{number(area.right)}")


def _marks(area: Plot, labels: Labels) -> Iterator[str]:
    """Draw the stem of each mark up to its words, or to the top of the plot where these found no room."""
    lane_of = {one.mark: one for one in area.placed}
    for mark in area.marks:
        placed = lane_of.get(mark)
        begins = area.top - LIFT - (LANE * placed.lane if placed is not None else 0)
        x = area.x(mark.day)
        yield element("path", class_=mark.kind, d=f"M{number(x)} {number(begins)}V{number(area.bottom)}")
        labels.line([(x, begins), (x, area.bottom)], _HELPER)
        if placed is not None:
            at = {"x": placed.left, "y": begins - 4}
            yield element("text", words(f"{mark.words} "), class_=f"{mark.kind}-word", **at)


def _lines(series: Series, area: Plot, labels: Labels) -> Iterator[str]:
    """Draw the lines, helpers first so that the readings lie on top."""
    goal, baseline, median = series.goal, series.baseline, series.median
    if series.course and goal is not None and goal.day is not None and baseline is not None:
        points = [(area.x(baseline.day), area.y(baseline.value)), (area.x(goal.day), area.y(goal.value))]
        yield _path("course", points)
        labels.line(points, _HELPER)
    if goal is not None:
        points = [(area.left, area.y(goal.value)), (area.right, area.y(goal.value))]
        yield _path("target", points)
        labels.line(points, _HELPER)
    if median is not None:
        points = [(area.x(median.day), area.y(median.value)), (area.right, area.y(median.value))]
        yield _path("median", points)
        labels.line(points, _HELPER)
    for part in series.parts:
        points = _places(part, area)
        yield _path("series", points)
        labels.line(points, _SERIES)
    if series.planned:
        points = _places((*series.readings[-1:], *series.planned), area)
        yield _path("planned", points)
        labels.line(points, _PLANNED)


def _dots(series: Series, area: Plot, labels: Labels) -> Iterator[str]:
    readings = series.readings
    reach = 4.5 if (area.right - area.left) / max(1, len(readings)) > _CROWDED else 2.5
    for class_, points in (("dot", readings), ("dot-planned", series.planned)):
        for x, y in _places(points, area):
            yield element("circle", class_=class_, cx=x, cy=y, r=reach)
            labels.keep(x, y, reach)
    if series.baseline is not None:
        x, y = area.x(series.baseline.day), area.y(series.baseline.value)
        yield element("path", class_="square", d=f"M{number(x - 5)} {number(y - 5)}h10v10h-10z")
        labels.keep(x, y, 5)
    for goal in series.goals:
        if goal.day is not None and area.first <= goal.day <= area.last:
            x, y = area.x(goal.day), area.y(goal.value)
            yield element("path", class_="diamond", d=f"M{number(x)} {number(y - 7)}l7 7l-7 7l-7 -7z")
            labels.keep(x, y, 7)


def _places(points: Sequence[Point], area: Plot) -> list[tuple[float, float]]:
    return [(area.x(point.day), area.y(point.value)) for point in points]


def _path(class_: str, points: Sequence[tuple[float, float]]) -> str:
    return element("path", class_=class_, d="M" + "L".join(f"{number(x)} {number(y)}" for x, y in points))
