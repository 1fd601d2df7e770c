"""Where a drawing is cut for paper: between two rows of boxes, so that no box and no band's label is cut in two."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from action_plans.diagrams.layout.values import BandArea, Layout, Shape

Span = tuple[float, float]
"""The upper and the lower end of a part."""

_LEAST = 0.4  # of a sheet: what a part must fill before it may end with a band


def spans(layout: Layout, shapes: Sequence[Shape], most: float) -> tuple[Span, ...]:
    """Return the parts of a drawing from top to bottom, none higher than `most` where it can be cut so.

    A part ends between two bands where that does not leave half a sheet empty, else between two rows of boxes.
    """
    cuts = list(_cuts(layout, shapes))
    found, top = [], 0.0
    while layout.height - top > most:
        ahead = [cut for cut in cuts if cut > top]
        if not ahead:
            break
        near = [cut for cut in ahead if cut <= top + most]
        bands_end = [cut for cut in near if cut > top + most * _LEAST and not _is_inside(cut, layout.bands)]
        bottom = (bands_end or near or ahead[:1])[-1]
        found.append((top, bottom))
        top = bottom
    return (*found, (top, layout.height))


def within(layout: Layout, span: Span) -> Layout:
    """Return a layout with the arrows alone that pass a part; its boxes and bands keep their places."""
    top, bottom = span
    routes = {
        arrow: points
        for arrow, points in layout.routes.items()
        if min(y for _, y in points) < bottom and max(y for _, y in points) > top
    }
    return replace(layout, routes=routes)


def boxes_in(layout: Layout, span: Span) -> frozenset[int]:
    """Return the boxes of a part, by number."""
    return frozenset(node for node, (_, top) in enumerate(layout.corners) if span[0] <= top < span[1])


def _cuts(layout: Layout, shapes: Sequence[Shape]) -> Iterator[float]:
    """Yield the heights, from top to bottom, at which nothing but arrows and the ground of bands is cut."""
    tops = sorted(top for _, top in layout.corners)
    taken = [(top, top + shape.height) for (_, top), shape in zip(layout.corners, shapes, strict=True)]
    # the label of a band stays with its first row
    taken += [(band.top, next((top for top in tops if top >= band.top), band.top) + 1) for band in layout.bands]
    lowest = 0.0
    for top, bottom in sorted(taken):
        if top > lowest > 0:
            between = [band.bottom for band in layout.bands if lowest <= band.bottom <= top]
            yield (max([lowest, *between]) + top) / 2
        lowest = max(lowest, bottom)


def _is_inside(cut: float, bands: Sequence[BandArea]) -> bool:
    return any(band.top < cut < band.bottom for band in bands)
