"""Counts over time as steps, since counts jump: how many there are, and how many are done, proven and lasting."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from action_plans.diagrams.svg import element, number, words
from action_plans.diagrams.text_fit import text_width
from action_plans.model.when import MONTHS

_LINE = 1.35  # from one name to the next, in sizes of the text
_TOP = 10.0
_BELOW = 30.0
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Series:
    """One line: the word behind its newest count, and a count for each day; `kind` is its class."""

    kind: str
    word: str
    counts: tuple[int, ...]


def progress_chart(  # noqa: PLR0913 -- what is drawn, and the two sizes in which it is
    days: Sequence[date],
    series: Sequence[Series],
    *,
    identity: str,
    title: str,
    description: str,
    class_: str,
    width: float,
    height: float,
    size: float,
) -> str:
    """Draw counts at the ends of months as steps, each line named at its right end with its newest count.

    Args:
        days: At least two, in order.
        series: Drawn in their order, so the last lies on top; each has a count a day.
        identity: What its ids begin with; unique on the page.
        title: Its name, plain text.
        description: What it shows, plain text.
        class_: Its classes.
        width: Of the whole drawing, in pixels.
        height: From the highest count to zero, in pixels.
        size: Of the text, in pixels.

    Returns:
        One `svg`. No text leaves it, and no two texts meet.
    """
    names = [f"{one.counts[-1]} {one.word}" for one in series]
    most = max(max(one.counts) for one in series)
    step = _step(most)
    high = max(step, -(-most // step) * step)
    left = text_width(f"{high}", size) + 9
    right = width - max(text_width(name, size, bold=True) for name in names) - 12
    floor = _TOP + size + height

    def across(day: date) -> float:
        return left + (right - left) * (day - days[0]).days / (days[-1] - days[0]).days

    def up(count: float) -> float:
        return floor - height * count / high

    parts = [_grid(step * line, up(step * line), left, right, size) for line in range(high // step + 1)]
    parts += _months(days, across, floor, right, size)
    parts += [_steps(one, [across(day) for day in days], up) for one in series]
    lowest = floor + size * 0.36
    places = _apart([up(one.counts[-1]) + size * 0.36 for one in series], size * _LINE, lowest)
    for one, name, place in zip(series, names, places, strict=True):
        parts.append(element("text", words(name), class_=f"value {one.kind}", x=right + 8, y=place))
    box = (width, floor + _BELOW)
    return element(
        "svg",
        element("title", words(title), id=f"{identity}-title"),
        element("desc", words(description), id=f"{identity}-desc"),
        *parts,
        class_=f"dia progress {class_}",
        role="img",
        aria_labelledby=f"{identity}-title {identity}-desc",
        width=box[0],
        height=box[1],
        viewBox=f"0 0 {number(box[0])} {number(box[1])}",
        font_size=size,
        direction="ltr",
    )


def _step(highest: int) -> int:
    return next((step for step in _STEPS if highest <= step * _MOST_LINES), max(1, highest // _MOST_LINES))


def _grid(count: int, y: float, left: float, right: float, size: float) -> str:
    line = element("path", class_="grid" if count else "axis", d=f"M{number(left)} {number(y)}H{number(right)}")
    label = element("text", words(f"{count}"), class_="soft", x=left - 8, y=y + size * 0.36, text_anchor="end")
    return line + label


def _months(
    days: Sequence[date], across: Callable[[date], float], floor: float, right: float, size: float
) -> list[str]:
    """Write under the axis each month that finds room beside the one before."""
    found, free = [], -1.0
    years = days[0].year != days[-1].year
    for day in days:
        said = f"{day.day} {MONTHS[day.month - 1][:3]}{f' {day.year % 100:02}' if years else ''}"
        room, x = text_width(said, size), across(day)
        start = max(0.0, min(x - room / 2, right - room))
        if start >= free:
            found.append(element("path", class_="axis", d=f"M{number(x)} {number(floor)}v5"))
            found.append(element("text", words(said), class_="soft", x=start, y=floor + 6 + size))
            free = start + room + 8
    return found


def _steps(series: Series, xs: Sequence[float], up: Callable[[float], float]) -> str:
    """Draw a line that holds each count until the day of the next."""
    path = f"M{number(xs[0])} {number(up(series.counts[0]))}"
    for x, count in zip(xs[1:], series.counts[1:], strict=True):
        path += f"H{number(x)}V{number(up(count))}"
    return element("path", class_=f"step {series.kind}", d=path)


def _apart(places: Sequence[float], gap: float, lowest: float) -> list[float]:
    """Return the places moved as little as needed so that each is a gap from the next, none below the lowest."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    found = list(places)
    for above, below in pairwise(order):
        found[below] = max(found[below], found[above] + gap)
    for index in reversed(order):
        found[index] = min(found[index], lowest)
        lowest = found[index] - gap
    return found
