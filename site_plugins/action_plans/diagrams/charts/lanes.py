"""Words above a chart for what happened on a day: each in a lane, so that no word meets a word or stands on a stem."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from action_plans.diagrams.charts.values import Mark
from action_plans.diagrams.text_fit import text_width

_APART = 10.0
_BESIDE_STEM = 4.0
_TRIES = 60
"""How many places are tried for each number of lanes, to do with fewer of them than one after the other needs."""
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

    Words stand to the right of the top of their stem, to its left, or in its middle. Where there is no room, the oldest
    word is left out, never today's or a change of method's: the page says all of them in a sentence, and the line
    itself stays. Cost: bounded, since no more than a dozen words are placed.
    """
    fitting = [mark for mark in marks if text_width(mark.words, size, bold=is_bold(mark)) <= width]
    left = fitting[-_MOST_WORDS:]
    while left:
        found = _one_by_one(left, x, width, size)
        if found:
            fewer = range(1, 1 + max(one.lane for one in found))
            better = (_search(left, depth, x, width, size) for depth in fewer)
            return next((one for one in better if one), found)
        left.remove(next((mark for mark in left if mark.kind == "event"), left[0]))
    return ()


def _one_by_one(marks: Sequence[Mark], x: Callable[[date], float], width: float, size: float) -> tuple[Placed, ...]:
    """Give each mark, the newest first, the lowest lane in which its words fit; nothing where one finds none.

    Words to the right of their stem come first: no stem of an older mark can run through them.
    """
    found: list[Placed] = []
    for mark in reversed(marks):
        lefts = _lefts(mark, x, width, size)
        places = (_in_lane(left, lane) for left in lefts for lane in range(_MOST_LANES))
        free = next((place for place in places if not any(_clash(place, other) for other in found)), None)
        if free is None:
            return ()
        found.append(free)
    return tuple(found)


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
    """Yield where words may stand, the lowest lane first."""
    lefts = tuple(_lefts(mark, x, width, size))
    return (_in_lane(left, lane) for lane in range(depth) for left in lefts)


def _in_lane(place: Placed, lane: int) -> Placed:
    return Placed(place.mark, place.stem, place.left, place.width, lane)


def _lefts(mark: Mark, x: Callable[[date], float], width: float, size: float) -> Iterator[Placed]:
    """Yield where words may stand in the lowest lane: to the right of their stem, to its left, over it."""
    stem, room = x(mark.day), text_width(mark.words, size, bold=is_bold(mark))
    for left in (stem + _BESIDE_STEM, stem - room - _BESIDE_STEM, stem - room / 2):
        if left >= 0 and left + room <= width:
            yield Placed(mark, stem, left, room, 0)


def _clash(one: Placed, other: Placed) -> bool:
    if one.lane == other.lane:
        return one.left < other.left + other.width + _APART and other.left < one.left + one.width + _APART
    low, high = (one, other) if one.lane < other.lane else (other, one)
    return low.left - 1 < high.stem < low.left + low.width + 1
