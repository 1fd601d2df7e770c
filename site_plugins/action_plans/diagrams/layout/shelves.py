"""Last phase: parts that no arrow connects stand side by side, as books on shelves, in the order given."""

from collections.abc import Sequence

from action_plans.diagrams.layout.values import Arrow, Layout, Point, Shape, Spacing


def on_shelves(size: int, parts: Sequence[tuple[Sequence[int], Layout]], spacing: Spacing) -> Layout:
    """Put laid out parts together, from left to right and on a new shelf where the width is used up.

    Args:
        size: How many boxes there are in all.
        parts: For each part the boxes in it, by their number in the whole, and its own layout.
        spacing: The room between parts, and the width.
    """
    corners: list[Point] = [(0.0, 0.0)] * size
    found: dict[Arrow, tuple[Point, ...]] = {}
    x = y = widest = shelf = 0.0
    for nodes, part in parts:
        if x and x + part.width > spacing.width:
            x, y, shelf = 0.0, y + shelf + spacing.part_gap, 0.0
        for index, (left, top) in enumerate(part.corners):
            corners[nodes[index]] = (left + x, top + y)
        for (start, end), points in part.routes.items():
            found[nodes[start], nodes[end]] = tuple((across + x, down + y) for across, down in points)
        widest = max(widest, x + part.width)
        shelf = max(shelf, part.height)
        x += part.width + spacing.part_gap
    return Layout(tuple(corners), found, (), widest, y + shelf)


def lone_boxes(shapes: Sequence[Shape], spacing: Spacing) -> Layout:
    """Lay out boxes without arrows in a grid, row by row."""
    corners: list[Point] = []
    x = y = widest = highest = 0.0
    for shape in shapes:
        if x and x + shape.width > spacing.width:
            x, y, highest = 0.0, y + highest + spacing.gap, 0.0
        corners.append((x, y))
        widest = max(widest, x + shape.width)
        highest = max(highest, shape.height)
        x += shape.width + spacing.gap
    return Layout(tuple(corners), {}, (), widest, y + highest)
