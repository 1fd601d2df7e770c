"""What goes into the layout and what comes out: numbers only, in pixels, y downwards."""

from dataclasses import dataclass

Point = tuple[float, float]
Arrow = tuple[int, int]
LabelLines = tuple[tuple[str, float, float], ...]  # text, left end, baseline


@dataclass(frozen=True, slots=True)
class Shape:
    """How much room a box takes around its axis, the vertical line on which its arrows arrive and leave.

    Attributes:
        left: From the left edge to the axis.
        right: From the axis to the right edge.
        height: From top to bottom.
        arrive: How far below the top arrows end.
        leave: How far above the bottom arrows start.
    """

    left: float
    right: float
    height: float
    arrive: float = 0.0
    leave: float = 0.0

    @property
    def width(self) -> float:
        """The whole width."""
        return self.left + self.right


@dataclass(frozen=True, slots=True)
class Spacing:
    """The room between things.

    Attributes:
        width: What the drawing should not exceed.
        gap: Between two boxes side by side.
        beside_box: Between a box and a lane, the vertical line on which a long arrow passes a rank.
        beside_lane: Between two lanes.
        rank_gap: Between two ranks, at least.
        part_gap: Between parts that no arrow connects.
        band_pad: From a band's edge to its boxes.
    """

    width: float
    gap: float
    beside_box: float
    beside_lane: float
    rank_gap: float
    part_gap: float
    band_pad: float


@dataclass(frozen=True, slots=True)
class Heading:
    """A band's label and its font size; where it stands, and where it breaks, is decided with the boxes."""

    text: str
    size: float


@dataclass(frozen=True, slots=True)
class BandArea:
    """Where a band lies, and the lines of its label, each with its left end and baseline."""

    top: float
    bottom: float
    lines: LabelLines


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished layout.

    Attributes:
        corners: The left upper corner of every box.
        routes: For every arrow the points it passes, from the box waited for to the box that waits. Between two points
            with one x it runs straight down or up; other pairs lie between two ranks, where no box is.
        bands: The bands from top to bottom.
        width: From 0 to the right edge of what is drawn.
        height: From 0 to the lower edge.
    """

    corners: tuple[Point, ...]
    routes: dict[Arrow, tuple[Point, ...]]
    bands: tuple[BandArea, ...]
    width: float
    height: float
