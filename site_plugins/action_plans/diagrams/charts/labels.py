"""Words on a chart: each takes the first place where it hides nothing, or is left out, since the table has it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from action_plans.diagrams.svg import element, words
from action_plans.diagrams.text_fit import text_width

Place = tuple[float, float, str]
"""Where words may stand: x, the baseline of their first line, and `start`, `middle` or `end`."""

LINE = 1.25
"""From one line of words to the next, in sizes of the font."""

BOLD = frozenset({"value", "target-word", "break-word", "today-word"})
"""The classes of words that the stylesheet sets in bold."""

_HIDES, _A_STEP = 1000.0, 0.5
DOWN = 0.28
"""How far letters reach below their baseline, in sizes of the font."""
_UP = 0.98  # and above it
_GAP = 2.0

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass
class Labels:
    """The words of one chart, in order of worth: each added one makes room scarcer for the next.

    A place costs 1000 for other words or a mark under it, what a line is worth for each line through it, and half a
    point for each place that was wanted more. Words for which every place would hide something are left out.
    """

    frame: Box
    size: float
    _taken: list[Box] = field(default_factory=list)
    _lines: list[tuple[float, float, float, float, float]] = field(default_factory=list)
    _written: list[str] = field(default_factory=list)

    @property
    def svg(self) -> tuple[str, ...]:
        """All words that found a place, in the order in which they came."""
        return tuple(self._written)

    def keep(self, x: float, y: float, reach: float) -> None:
        """Keep words away from a mark."""
        self._taken.append((x - reach, y - reach, x + reach, y + reach))

    def block(self, box: Box) -> None:
        """Keep words away from an area."""
        self._taken.append(box)

    def line(self, points: Sequence[tuple[float, float]], cost: float) -> None:
        """Let words cross a line only where there is no better place."""
        self._lines += [(*min(a, b), *max(a, b), cost) for a, b in pairwise(points)]

    def put(self, lines: Sequence[str], places: Iterable[Place], class_: str, *, more: float = 0) -> bool:
        """Write words in the best of some places, the most wanted first; return whether one was found.

        `more` is by how many pixels they are larger than the rest. Those of a class in `BOLD` are measured as bold.
        """
        size, bold = self.size + more, not BOLD.isdisjoint(class_.split())
        width = max(text_width(line, size, bold=bold) for line in lines)
        height = (len(lines) - 1) * size * LINE
        best: tuple[float, Place, Box] | None = None
        for rank, place in enumerate(places):
            if best is not None and rank * _A_STEP >= best[0]:
                break  # no later place can cost less
            x, y, anchor = place
            left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
            box = (left, y - size * _UP, left + width, y + size * DOWN + height)
            cost = rank * _A_STEP + self._cost(box)
            if cost < _HIDES and (best is None or cost < best[0]):
                best = (cost, place, box)
        if best is None:
            return False
        _, (x, y, anchor), box = best
        self._taken.append(box)
        self._written += [
            element(
                "text",
                words(f"{line} "),
                class_=class_,
                x=x,
                y=y + row * size * LINE,
                text_anchor=anchor if anchor != "start" else None,
                font_size=size if more else None,
            )
            for row, line in enumerate(lines)
        ]
        return True

    def _cost(self, box: Box) -> float:
        left, top, right, bottom = self.frame
        if box[0] < left or box[1] < top or box[2] > right or box[3] > bottom:
            return _HIDES
        if any(_meet(box, other) for other in self._taken):
            return _HIDES
        return sum(line[4] for line in self._lines if _crosses(box, line))


def ring(x: float, y: float, gap: float, size: float) -> tuple[Place, ...]:
    """Return the places around a mark, the most wanted first: above, below, beside, then further off."""
    above, below, level = y - gap - 3, y + gap + size * 0.85, y + size * 0.36
    return (
        (x, above, "middle"), (x, below, "middle"), (x + gap, level, "start"), (x - gap, level, "end"),
        (x + gap, above, "start"), (x - gap, above, "end"), (x + gap, below, "start"), (x - gap, below, "end"),
        (x, above - gap - 6, "middle"), (x, below + gap + 6, "middle"),
    )  # fmt: skip


def _meet(one: Box, other: Box) -> bool:
    across = one[0] < other[2] + _GAP and other[0] < one[2] + _GAP
    return across and one[1] < other[3] + _GAP and other[1] < one[3] + _GAP


def _crosses(box: Box, line: tuple[float, float, float, float, float]) -> bool:
    """Whether a line, given from left to right, passes through a box (clipped after Liang and Barsky)."""
    if line[2] < box[0] or line[0] > box[2]:  # most lines lie beside it
        return False
    x, y, across, down = line[0], line[1], line[2] - line[0], line[3] - line[1]
    begins, ends = 0.0, 1.0
    for slope, room in ((-across, x - box[0]), (across, box[2] - x), (-down, y - box[1]), (down, box[3] - y)):
        if slope == 0:
            if room < 0:
                return False
        elif slope < 0:
            begins = max(begins, room / slope)
        else:
            ends = min(ends, room / slope)
    return begins <= ends
