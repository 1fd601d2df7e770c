"""Charts for tests, from the usual to the hardest, and their words read back with the room they may need."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from xml.etree import ElementTree as ET

from action_plans.diagrams.charts.labels import BOLD
from action_plans.diagrams.charts.values import Goal, Mark, Point, Series
from action_plans.diagrams.text_fit import text_width
from tests.diagrams.reading_svg import Rectangle

TODAY = date(2026, 5, 12)
_NS = "{http://www.w3.org/2000/svg}"


def point(day: date, value: object, before: str = "", after: str = "") -> Point:
    """Return a figure with its words."""
    number = Decimal(str(value))
    return Point(day, number, f"{before}{number:,f}{after}")


def goal(value: object, day: date | None, *, counts: bool = True, label: str = "Target") -> Goal:
    """Return a target with its words."""
    by = f"by {day:%d %b %Y}" if day is not None else "no date"
    return Goal(day, Decimal(str(value)), f"Target {value}", by, f"{label}: {value} {by}", counts)


def series(*values: object, **said: object) -> Series:
    """Return weekly readings up to last week, with today's mark; anything may be said otherwise."""
    first = TODAY - timedelta(weeks=len(values))
    readings = tuple(point(first + timedelta(weeks=week), value) for week, value in enumerate(values))
    whole: dict[str, object] = {
        "unit": "Per cent", "parts": (readings,) if readings else (), "planned": (), "baseline": None, "goals": (),
        "median": None, "marks": (Mark(TODAY, "Today", "today"),), "course": False, "least": None, "most": None,
    }  # fmt: skip
    return Series(**{**whole, **said})  # type: ignore[arg-type]  # fields of Series


def random_series(seed: int) -> Series:
    """Return a series by chance, the same for the same seed: few or many readings, marks, breaks, huge figures."""
    luck = random.Random(seed)  # noqa: S311 -- chance that can be repeated
    size = luck.choice((1, 5, 100, 100, 40_000, 999_999_999))
    count = luck.choice((0, 1, 2, 5, 12, 30, 200))
    span = luck.choice((6, 40, 200, 900, 4000))

    def value() -> Decimal:
        return Decimal(luck.randint(-size if seed % 3 == 0 else 0, size * 10)) / luck.choice((1, 1, 8))

    days = sorted({TODAY - timedelta(days=luck.randint(0, span)) for _ in range(count)})
    cut = luck.randint(1, len(days)) if days and luck.random() < 0.4 else len(days)
    parts = tuple(tuple(point(day, value()) for day in some) for some in (days[:cut], days[cut:]) if some)
    goals = [goal(value(), TODAY + timedelta(days=luck.randint(-60, 200)), counts=False, label="A step") for _ in "ab"]
    goals.append(goal(value(), None if luck.random() < 0.2 else TODAY + timedelta(days=luck.randint(1, span))))
    marks = [
        Mark(TODAY - timedelta(days=luck.randint(0, span)), f"A{n} {luck.choice(_DONE)}", "event")
        for n in range(luck.choice((0, 1, 3, 8, 25)))
    ]
    marks += [Mark(part[0].day, "New way of measuring", "break") for part in parts[1:]]
    newest = parts[-1] if parts else ()
    return series(
        parts=parts,
        planned=(point(TODAY + timedelta(days=20), value(), "Planned "),) if luck.random() < 0.3 else (),
        baseline=point(TODAY - timedelta(days=span + 5), value(), "Baseline ") if luck.random() < 0.7 else None,
        goals=tuple(goals[luck.randint(0, 2) :]),
        median=point(newest[0].day, newest[0].value, "Median ") if len(newest) > 2 else None,
        marks=(*marks, Mark(TODAY, "Today", "today")),
        course=True,
    )


HARD = {
    "one reading": series(5),
    "all the same": series(*[5] * 12, median=point(TODAY - timedelta(weeks=12), 5, "Median ")),
    "two hundred": series(*[n % 17 for n in range(200)], goals=(goal(12, TODAY + timedelta(days=30)),)),
    "nothing but a target": series(goals=(goal(95, date(2026, 6, 30)),)),
    "a target without a day": series(1, 2, goals=(goal(5, None),)),
    "long unit": series(1, 2, unit="Hours a week that were worked by agency staff on any night, Monday to Sunday " * 2),
    "unit without a space": series(1, 2, unit="W" * 200),
    "long label": series(1, 2, goals=(goal(5, date(2026, 6, 30), label="A label that is far too long " * 9),)),
    "huge": series("999999999.000001", "-999999999", goals=(goal("999999998.5", date(2027, 6, 30)),)),
    "tiny": series("0.000001", "0.000002", "0.0000015"),
    "at the bounds": series(0, 100, 39, least=Decimal(0), most=Decimal(100), goals=(goal(100, date(2026, 6, 1)),)),
    "twenty marks on a day": series(
        1, 2, 3, marks=tuple(Mark(date(2026, 5, 2), f"A{n} closed, slipped since", "event") for n in range(20))
    ),
    "a word wider than the picture": series(1, 2, marks=(Mark(date(2026, 5, 3), f"A-{'W' * 80} closed", "event"),)),
    "from the year 1 to 9999": series(
        1, baseline=point(date(1, 1, 1), 3, "Baseline "), goals=(goal(4, date(9999, 12, 31)),)
    ),
}  # fmt: skip
"""Charts that are hard to draw, by what is hard."""

_DONE = ("closed", "pilot", "closed, slipped since", "closed, reopened since")


@dataclass(frozen=True)
class Word:
    """A line of words in a chart, with the room that it may need in the widest common font."""

    text: str
    class_: str
    area: Rectangle


def words_in(svg: str) -> tuple[Rectangle, list[Word]]:
    """Return the edges of a drawing, and all words in it."""
    root = ET.fromstring(f'<x xmlns="http://www.w3.org/2000/svg">{svg}</x>')[0]  # noqa: S314 -- our own drawing
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    return Rectangle(left, top, left + width, top + height), list(_words(root, float(root.attrib["font-size"])))


def _words(root: ET.Element, size: float) -> Iterator[Word]:
    for one in root.iter(f"{_NS}text"):
        own = float(one.attrib.get("font-size", size))
        text, class_ = (one.text or "").strip(), one.attrib["class"]
        width = text_width(text, own, bold=not BOLD.isdisjoint(class_.split()))
        x, y = float(one.attrib["x"]), float(one.attrib["y"])
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[one.attrib.get("text-anchor", "start")]
        yield Word(text, class_, Rectangle(left, y - own * 0.8, left + width, y + own * 0.22))
