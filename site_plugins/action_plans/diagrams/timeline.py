"""The drawn column of a timeline: one small drawing a row, in per cent, so that a row may be of any height and width.

Nothing is told here alone: the row says its dates in words. So all drawings are hidden from those who cannot see them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from action_plans.diagrams.state_marks import tone
from action_plans.diagrams.svg import element, words
from action_plans.diagrams.time_scale import TimeScale

_HEAD = 60  # height of the head in pixels: today, the assessment and the months each have a line
_HALF = 50.0  # from here on a word stands to the left of its line


@dataclass(frozen=True, slots=True)
class Bar:
    """An action in time: `start` to `first_due` or `end`, and what was added.

    `start` is the first day on which something of it happened, or None. `end` is when it ended, or when it is due now.
    `late_until` is today where it is late. `room_until` is the first date that waits for it, where that lies ahead.
    """

    state: str
    start: date | None
    first_due: date
    end: date
    is_done: bool
    late_until: date | None
    room_until: date | None


def grid(scale: TimeScale, today: date, assessment: date | None) -> str:
    """Draw the lines that run through all rows, from edge to edge: once, to be handed to each of them."""
    lines = [_lines("grid", scale, [day for day, _ in scale.marks])]
    if assessment is not None:
        lines.append(_lines("assessment", scale, [assessment]))
    lines.append(_lines("today", scale, [today]))
    size = {"width": "100%", "height": "100%", "viewBox": "0 0 100 1", "preserveAspectRatio": "none"}
    return element("svg", *lines, **size)


def timeline_head(scale: TimeScale, lines: str, today: date, assessment: date | None) -> str:
    """Draw the head of the column: `lines` is its grid, with words over it."""
    texts = [_word("today-word", scale, today, "Today", 14)]
    if assessment is not None:
        said = "Assessment was expected" if assessment < today else "Next assessment"
        texts.append(_word("soft", scale, assessment, said, 32))
    for day, said in scale.marks:
        if not scale.is_right_of(day, 92.0):
            texts.append(element("text", words(said), class_="soft", x=scale.at(day), dx=4, y=54))
    return _drawing(lines, *texts, height=str(_HEAD))


def bar_drawing(bar: Bar, scale: TimeScale, lines: str) -> str:
    """Draw a row: filled what was planned or done, dashed what was added, a thick line what is late, dots the room."""
    parts = [lines]
    planned_to = bar.end if bar.is_done else min(bar.first_due, bar.end)
    kind = f"bar {tone(bar.state)}{' is-done' if bar.is_done else ''}"
    if bar.start is None or bar.start >= planned_to:
        parts.append(_mark(scale, bar.end if bar.start is None else planned_to, f"{kind} tick", "M-2 11h4v12h-4z"))
    else:
        parts.append(_rect(kind, scale, bar.start, planned_to, "11", "12"))
    if not bar.is_done and bar.end > bar.first_due:
        parts.append(_rect("bar moved", scale, bar.first_due, bar.end, "11", "12"))
    if bar.late_until is not None:
        parts.append(_rect("late", scale, bar.end, bar.late_until, "15", "4"))
    if bar.room_until is not None:
        left = max(bar.end, bar.late_until or bar.end)
        parts.append(element("line", class_="room", x1=scale.at(left), x2=scale.at(bar.room_until), y1="17", y2="17"))
    return _drawing(*parts)


def milestone_drawing(day: date, scale: TimeScale, lines: str, *, is_reached: bool) -> str:
    """Draw a milestone: a diamond, filled once it is reached."""
    kind = "milestone reached" if is_reached else "milestone"
    return _drawing(lines, _mark(scale, day, kind, "M0 8l9 9l-9 9l-9 -9z"))


def empty_drawing(lines: str) -> str:
    """Draw a row that has no date of its own."""
    return _drawing(lines)


def _drawing(*parts: str, height: str = "100%") -> str:
    return element("svg", *parts, class_="chart span", aria_hidden="true", width="100%", height=height)


def _lines(kind: str, scale: TimeScale, days: Sequence[date]) -> str:
    return element("path", class_=kind, d="".join(f"M{scale.at(day).removesuffix('%')} 0V1" for day in days))


def _rect(kind: str, scale: TimeScale, start: date, end: date, top: str, height: str) -> str:
    return element("rect", class_=kind, x=scale.at(start), y=top, width=scale.between(start, end), height=height)


def _mark(scale: TimeScale, day: date, kind: str, outline: str) -> str:
    """Draw a shape that keeps its form, at a day."""
    return element("svg", element("path", class_=kind, d=outline), x=scale.at(day), overflow="visible")


def _word(kind: str, scale: TimeScale, day: date, said: str, y: int) -> str:
    """Write a word beside its line, on the side where there is more room."""
    if scale.is_right_of(day, _HALF):
        return element("text", words(said), class_=kind, x=scale.at(day), dx=-4, y=y, text_anchor="end")
    return element("text", words(said), class_=kind, x=scale.at(day), dx=4, y=y)


def days_of(bars: Sequence[Bar]) -> list[date]:
    """Return every day that the bars reach."""
    days = [day for bar in bars for day in (bar.start, bar.first_due, bar.end, bar.late_until, bar.room_until)]
    return [day for day in days if day is not None]
