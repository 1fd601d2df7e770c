"""Words above a chart for what happened on a day: each in a lane, so that no word meets a word or stands on a stem."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from action_plans.diagrams.charts.values import Mark
from action_plans.diagrams.text_fit import text_width

_APART = 10.0
_BESIDE_STEM = 4.0
_TRIES = 400
"""How many places are tried in so many lanes before another is taken, or the oldest word gives way."""
_MOST_WORDS, _MOST_LANES = 12, 5


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its stem, and the left edge, width and lane of its words; lane 0 is the lowest."""

    mark: Mark
    stem: float
    left: float
    width: float
    lane: int


def is_bold(mark: Mark) -> bool:
    """Whether a mark's words are set in bold: all but those of actions."""
    return mark.kind != "event"


def lanes(marks: Sequence[Mark], x: Callable[[date], float], width: float, size: float) -> tuple[Placed, ...]:
    """Place the words of marks, which come in order of date, within `width` and in as few lanes as can be.

    Words stand to the right of the top of their stem, to its left, or in its middle. Where no place is found after a
    bounded search, the oldest word is left out, never today's or a change of method's: the page says all of them in a
    sentence, and the line itself stays.
    """
    fitting = [mark for mark in marks if text_width(mark.words, size, bold=is_bold(mark)) <= width]
    left = fitting[-_MOST_WORDS:]
    while left:
        for depth in range(1, min(len(left), _MOST_LANES) + 1):
            found = _search(left, depth, x, width, size)
            if found:
                return found
        left.remove(next((mark for mark in left if mark.kind == "event"), left[0]))
    return ()


def _search(
    marks: Sequence[Mark], depth: int, x: Callable[[date], float], width: float, size: float
) -> tuple[Placed, ...]:
    """Try places mark by mark, stepping back where one finds none; nothing where there is no way in so many lanes."""
    tries = 0
    path: list[Placed] = []
    waiting = [_places(marks[0], depth, x, width, size)]
    while waiting and tries < _TRIES:
        tries += 1
        place = next(waiting[-1], None)
        if place is None:
            waiting.pop()
            path = path[:-1]
        elif not any(_clash(place, other) for other in path):
            path = [*path, place]
            if len(path) == len(marks):
                return tuple(path)
            waiting.append(_places(marks[len(path)], depth, x, width, size))
    return ()


def _places(mark: Mark, depth: int, x: Callable[[date], float], width: float, size: float) -> Iterator[Placed]:
    stem, room = x(mark.day), text_width(mark.words, size, bold=is_bold(mark))
    for lane in range(depth):
        for left in (stem + _BESIDE_STEM, stem - room - _BESIDE_STEM, stem - room / 2):
            if left >= 0 and left + room <= width:
                yield Placed(mark, stem, left, room, lane)


def _clash(one: Placed, other: Placed) -> bool:
    if one.lane == other.lane:
        return one.left < other.left + other.width + _APART and other.left < one.left + one.width + _APART
    low, high = (one, other) if one.lane < other.lane else (other, one)
    return low.left - 1 < high.stem < low.left + low.width + 1
