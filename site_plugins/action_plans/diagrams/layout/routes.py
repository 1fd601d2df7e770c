"""Fifth phase: how far down each rank stands, where the bands and their labels lie, and the way of every arrow."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from action_plans.diagrams.layout.lanes import Ranked
from action_plans.diagrams.layout.values import Arrow, BandArea, Heading, LabelLines, Point, Shape, Spacing
from action_plans.diagrams.text_fit import text_width, wrap

_SLOPE = 14  # a line that goes far to the side gets one pixel more of height for so many pixels
_TALLEST_SLOPE = 40.0
_LINE = 1.35  # line height in em
_BASELINE = 1.0  # of the first line, in em
_INTO_BOX = 10.0  # the end of an arrow runs straight, for its head


@dataclass(frozen=True, slots=True)
class Rows:
    """The upper end of each rank's boxes, where lines into it run straight from, and its lower end."""

    tops: tuple[float, ...]
    straight_from: tuple[float, ...]
    bottoms: tuple[float, ...]
    bands: tuple[BandArea, ...]
    height: float


def stack_rows(
    ranked: Ranked,
    across: Sequence[float],
    shapes: Sequence[Shape],
    headings: dict[int, tuple[int, Heading]],
    right: float,
    spacing: Spacing,
) -> Rows:
    """Stack the ranks, each as high as its highest box, with room between them for the lines that change sides.

    Args:
        ranked: The ordered ranks.
        across: The x of every box and lane.
        shapes: The room of every box.
        headings: For each rank that begins a band: the rank in which the band ends, and its label.
        right: The right edge of what is drawn, for the labels.
        spacing: The room between things.
    """
    tops, straight_from, bottoms, bands = [], [], [], []
    begun: tuple[int, float, LabelLines] | None = None
    y = 0.0
    for rank, row in enumerate(ranked.rows):
        if rank:
            y += _gap_above(ranked, across, row, spacing)
        straight_from.append(y)
        if rank in headings:
            last, heading = headings[rank]
            y += spacing.band_pad if rank else 0.0
            entries = sorted(across[node] for node in row if ranked.up[node])
            lines = _label_lines(heading, entries, right, y + spacing.band_pad / 2)
            begun = last, y, lines
            y += len(lines) * heading.size * _LINE + spacing.band_pad
        elif rank:
            y += _INTO_BOX
        tops.append(y)
        y += max((shapes[node].height for node in row if not ranked.is_lane(node)), default=0.0)
        bottoms.append(y)
        if begun and begun[0] == rank:
            y += spacing.band_pad
            bands.append(BandArea(begun[1], y, begun[2]))
            begun = None
    return Rows(tuple(tops), tuple(straight_from), tuple(bottoms), tuple(bands), y)


def routes(
    ranked: Ranked, across: Sequence[float], shapes: Sequence[Shape], rows: Rows, upward: frozenset[Arrow]
) -> dict[Arrow, tuple[Point, ...]]:
    """Return the points of every arrow: straight along boxes, from side to side only between two ranks."""
    found = {}
    for (start, end), lanes in ranked.ways.items():
        first, last = ranked.row_of[start], ranked.row_of[end]
        points = [
            (across[start], rows.tops[first] + shapes[start].height - shapes[start].leave),
            (across[start], rows.bottoms[first]),
        ]
        for lane in lanes:
            rank = ranked.row_of[lane]
            points += [(across[lane], rows.straight_from[rank]), (across[lane], rows.bottoms[rank])]
        points += [(across[end], rows.straight_from[last]), (across[end], rows.tops[last] + shapes[end].arrive)]
        ordered = _without_repeats(points)
        if (start, end) in upward:
            found[end, start] = tuple(reversed(ordered))
        else:
            found[start, end] = tuple(ordered)
    return found


def _without_repeats(points: list[Point]) -> list[Point]:
    """Drop points that lie on another or halfway on a straight line down."""
    kept = [point for index, point in enumerate(points) if index == 0 or point != points[index - 1]]
    return [
        point
        for index, point in enumerate(kept)
        if index in {0, len(kept) - 1} or not kept[index - 1][0] == point[0] == kept[index + 1][0]
    ]


def _gap_above(ranked: Ranked, across: Sequence[float], row: Sequence[int], spacing: Spacing) -> float:
    farthest = max((abs(across[node] - across[other]) for node in row for other in ranked.up[node]), default=0.0)
    return spacing.rank_gap + min(_TALLEST_SLOPE, farthest / _SLOPE)


def _label_lines(heading: Heading, entries: Sequence[float], right: float, top: float) -> LabelLines:
    """Put the label where no line comes in: in the first place that holds it whole, else wrapped in the widest."""
    edge = heading.size * 0.8
    places = [(start + edge, end - edge) for start, end in pairwise([-edge, *entries, right + edge])]
    wanted = text_width(heading.text, heading.size, bold=True)
    left, end = next((place for place in places if place[1] - place[0] >= wanted), max(places, key=_length))
    lines = wrap(heading.text, max(end - left, heading.size), heading.size, bold=True)
    return tuple((line, left, top + heading.size * (_BASELINE + _LINE * index)) for index, line in enumerate(lines))


def _length(place: tuple[float, float]) -> float:
    return place[1] - place[0]
