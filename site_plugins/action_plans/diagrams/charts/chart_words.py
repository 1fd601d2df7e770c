"""The labels of a run chart, the most wanted first, and the places where each would like to stand."""

from itertools import chain

from action_plans.diagrams.charts.labels import DOWN, LINE, Labels, ring
from action_plans.diagrams.charts.plot import Plot
from action_plans.diagrams.charts.values import Goal, Point, Series

_NEAR, _FAR = 9.0, 10.0  # from a dot or a diamond to its words
_FURTHER = (1, 2, 3, 5, 8)  # times as far, where the newest figure finds no room nearer
_STEPS = 8


def write(series: Series, area: Plot, labels: Labels, *, is_brief: bool) -> None:
    """Write the labels: newest, beside the plot, baseline, targets, median, first, highest, lowest, planned.

    In a `brief` chart only newest, baseline, the target that counts and the median.
    """
    readings, beside = series.readings, _beside(series, area, labels)
    if readings:
        newest = readings[-1]
        rings = (_around(newest, area, further * _NEAR) for further in _FURTHER)
        labels.put([newest.word], chain.from_iterable(rings), "value", more=1)
    if series.baseline is not None:
        x, y = area.x(series.baseline.day), area.y(series.baseline.value)
        own = ((x - 5, y + 22, "start"), (x - 5, y - 12, "start"), *ring(x, y, _NEAR, area.size.text))
        labels.put([series.baseline.word], own, "label")
    for goal in sorted(series.goals, key=lambda one: not one.counts):
        if not (goal.counts and beside) and (goal.counts or not is_brief):
            _write_goal(goal, area, labels, is_brief=is_brief)
    if series.median is not None and not beside:
        y = area.y(series.median.value)
        begins = max(area.left + 6, area.x(series.median.day))
        rows = (y - 6, y + area.size.text + 3)
        places = ((x, row, anchor) for x, anchor in ((begins, "start"), (area.right, "end")) for row in rows)
        labels.put([series.median.word], places, "label median-word")
    if not is_brief:
        _write_ends(series, area, labels)


def _beside(series: Series, area: Plot, labels: Labels) -> bool:
    """Write target and median to the right of the plot, pushed apart; return whether that is their place."""
    if not area.has_side:
        return False
    size, goal, median = area.size.text, series.goal, series.median
    words: list[tuple[float, list[str], str]] = []
    if goal is not None:
        words.append((area.y(goal.value), [goal.word, goal.by], "label target-word"))
    if median is not None:
        words.append((area.y(median.value), [median.word], "label median-word"))
    words.sort(key=lambda one: one[0])
    last = area.bottom - 3 - size * (DOWN + LINE * (sum(len(lines) for _, lines, _ in words) - 1))
    free = area.top + size
    for y, lines, class_ in words:
        at = max(free, min(y + size * 0.36, last))
        labels.put(lines, [(area.right + 8, at, "start")], class_)
        labels.block((area.right - 2, at - size, area.size.width, at + size * LINE * (len(lines) - 1) + 3))
        free = at + size * (LINE * len(lines) + 0.25)
        last += size * LINE * len(lines)
    return True


def _write_goal(goal: Goal, area: Plot, labels: Labels, *, is_brief: bool) -> None:
    size, y = area.size.text, area.y(goal.value)
    x = area.x(goal.day) if goal.day is not None else area.right
    places = (
        (x - _FAR, y - 7, "end"), (area.left + 6, y - 7, "start"), (area.left + 6, y + size + 4, "start"),
        (area.right, y - 7, "end"), *ring(x, y, _FAR, size), (x, y + 40, "end"), (x, y - 28, "end"),
        *(_along(y, area) if goal.counts else ()),
    )  # fmt: skip
    class_ = "label target-word" if goal.counts else "label"
    wanted = [goal.word] if is_brief else [goal.whole]
    if not labels.put(wanted, places, class_):
        labels.put([goal.word], places, class_)


def _along(y: float, area: Plot) -> tuple[tuple[float, float, str], ...]:
    """Return places along a line across the plot, close to it and then further off, from the right to the left."""
    size, step = area.size.text, (area.right - area.left) / _STEPS
    rows = (y - 7, y + size + 4, y - 7 - size * LINE, y + size + 4 + size * LINE)
    return tuple((area.right - step * number, row, "end") for row in rows for number in range(_STEPS))


def _write_ends(series: Series, area: Plot, labels: Labels) -> None:
    """Write the first, the highest and the lowest reading, and the last of those ahead."""
    readings = series.readings
    if len(readings) > 1:
        highest = max(readings, key=lambda point: point.value)
        lowest = min(readings, key=lambda point: point.value)
        for point in dict.fromkeys((readings[0], highest, lowest)):
            if point is not readings[-1]:
                labels.put([point.word], _around(point, area), "label")
    for point in series.planned[-1:]:
        labels.put([point.word], _around(point, area), "label")


def _around(point: Point, area: Plot, gap: float = _NEAR) -> tuple[tuple[float, float, str], ...]:
    return ring(area.x(point.day), area.y(point.value), gap, area.size.text)
