"""A sparkline: the shape of a measure in a line of a table. Not read out, since its row says the figures in words."""

from action_plans.diagrams.charts.values import Series
from action_plans.diagrams.svg import element, number

WIDTH, HEIGHT = 112.0, 26.0
_EDGE = 4.0


def sparkline(series: Series) -> str:
    """Draw the readings, the target that counts as a line, the newest as a dot; nothing without a reading.

    The line begins at the baseline where that is older than the first reading.
    """
    readings, goal, baseline = series.readings, series.goal, series.baseline
    if not readings:
        return ""
    begins = baseline if baseline is not None and baseline.day < readings[0].day else None
    shown = [*([begins] if begins else []), *readings]
    values = [point.value for point in shown] + ([goal.value] if goal else [])
    low, high = min(values), max(values)
    first, span = shown[0].day, max(1, (shown[-1].day - shown[0].day).days)
    room = float(high - low) or 1.0

    def place(day: int, value: float) -> tuple[float, float]:
        x = _EDGE + (WIDTH - 2 * _EDGE - 1) * day / span
        return x, HEIGHT - _EDGE - (HEIGHT - 2 * _EDGE) * value / room

    lines = []
    for part in series.parts:
        points = [begins, *part] if begins is not None and part[0] is readings[0] else part
        at = [place((point.day - first).days, float(point.value - low)) for point in points]
        lines.append(element("path", class_="series", d="M" + "L".join(f"{number(x)} {number(y)}" for x, y in at)))
    x, y = place((readings[-1].day - first).days, float(readings[-1].value - low))
    target = ""
    if goal is not None:
        height = number(place(0, float(goal.value - low))[1])
        target = element("path", class_="target", d=f"M0 {height}H{number(WIDTH)}")
    return element(
        "svg",
        target,
        *lines,
        element("circle", class_="dot", cx=x, cy=y, r=3.5),
        class_="chart spark",
        aria_hidden="true",
        width=WIDTH,
        height=HEIGHT,
        viewBox=f"0 0 {number(WIDTH)} {number(HEIGHT)}",
        direction="ltr",
    )
