"""The process flow as a drawing: boxes that are links, and arrows from each step to those that wait for it."""

from action_plans.diagrams.box_text import Style, box_text
from action_plans.diagrams.boxes import Box, Flow, band_groups
from action_plans.diagrams.flow_svg import EDGE, arrow_heads, arrows, bands, boxes_and_labels
from action_plans.diagrams.flow_words import describe
from action_plans.diagrams.layout.layered import Groups, lay_out
from action_plans.diagrams.layout.values import Heading, Spacing
from action_plans.diagrams.svg import drawing, element
from action_plans.tracing.digraph import Digraph

__all__ = ["SMALL", "WIDE", "Box", "Flow", "draw_flow", "flow_picture"]

WIDE = 920
"""The width of the drawing for a page on a desk, in pixels."""
SMALL = 342
"""The width of the drawing for a phone, in pixels."""

_PHONE = 600  # narrower drawings are set as for phones
_WIDEST_ALONE = 240.0  # a box on a phone that has the rank to itself
_NARROWEST = 96.0


def flow_picture(flow: Flow) -> str:
    """Draw a flow for a page: a wide drawing and one for phones, of which the stylesheet shows one.

    A drawing that cannot be as narrow as it should be scrolls sideways, in a named region that the keyboard reaches.
    A flow without boxes gives an empty text: the page says so in a sentence.
    """
    if not flow.boxes:
        return ""
    return element("div", *(_scrolling(flow, width) for width in (WIDE, SMALL)), class_="picture")


def draw_flow(flow: Flow, *, width: int) -> str:
    """Draw a flow as one SVG.

    Args:
        flow: The boxes and arrows.
        width: What the drawing should not exceed, in pixels; it is as narrow as its boxes allow. Below 600 it is set
            as for phones, and its ids and class say `small` in place of `wide`.

    Returns:
        The SVG: a group with title and description, its boxes links in reading order. The same for the same input.
        Wider than asked for only where a single rank cannot be narrower.
    """
    return _drawn(flow, width)[0]


def _scrolling(flow: Flow, width: int) -> str:
    svg, natural = _drawn(flow, width)
    if natural <= width:
        return svg
    return element(
        "div",
        svg,
        class_=f"dia-scroll dia-{_suffix(width)}",
        role="region",
        tabindex="0",
        aria_label=f"{flow.title}, scrolls sideways",
    )


def _drawn(flow: Flow, width: int) -> tuple[str, float]:
    """Draw a flow; return it with the width it came to."""
    graph = flow.graph
    banded = any(box.band is not None for box in flow.boxes)
    style = _style(width, graph, banded=banded)
    spacing = _spacing(width, banded=banded)
    texts = [box_text(box, style) for box in flow.boxes]
    layout = lay_out(graph, [text.shape for text in texts], spacing, _groups(flow, style) if banded else None)
    identity = f"{flow.name}-{_suffix(width)}"
    side = _side(width, banded=banded)
    natural = layout.width + 2 * side
    svg = drawing(
        arrow_heads(identity),
        *bands(layout, spacing.band_pad),
        *arrows(flow, layout, identity),
        *boxes_and_labels(flow, layout, texts, style.size),
        identity=identity,
        class_=f"dia dia-{_suffix(width)} flow",
        title=flow.title,
        description=describe(flow),
        box=(-side, -EDGE, natural, layout.height + 2 * EDGE),
        font_size=style.size,
    )
    return svg, natural


def _suffix(width: int) -> str:
    return "small" if width < _PHONE else "wide"


def _side(width: int, *, banded: bool) -> float:
    """What lies to the left and to the right of the boxes: half a border, and the band's edge."""
    return EDGE + (_band_pad(width) if banded else 0.0)


def _band_pad(width: int) -> float:
    return 6.0 if width < _PHONE else 12.0


def _style(width: int, graph: Digraph, *, banded: bool) -> Style:
    """Four boxes side by side on a desk; on a phone two, or one where the flow is a single chain."""
    if width >= _PHONE:
        return Style(box=204.0, pad=11.0, size=14.0, owner_size=13.0)
    room = width - 2 * _side(width, banded=banded)
    spacing = _spacing(width, banded=banded)
    single = all(len(nodes) <= 1 for nodes in (*graph.before, *graph.after)) and len(graph.arrows) == len(graph) - 1
    box = min(_WIDEST_ALONE, room) if single else (room - spacing.gap - 2 * spacing.beside_lane) / 2
    return Style(box=max(_NARROWEST, float(int(box))), pad=8.0, size=13.0, owner_size=13.0)


def _spacing(width: int, *, banded: bool) -> Spacing:
    room = width - 2 * _side(width, banded=banded)
    pad = _band_pad(width)
    if width >= _PHONE:
        return Spacing(room, gap=20, beside_box=14, beside_lane=10, rank_gap=30, part_gap=44, band_pad=pad)
    return Spacing(room, gap=14, beside_box=10, beside_lane=8, rank_gap=26, part_gap=30, band_pad=pad)


def _groups(flow: Flow, style: Style) -> Groups:
    headings = {2 * index + 1: Heading(band, style.size) for index, band in enumerate(flow.bands)}
    return Groups(tuple(band_groups(flow)), headings)
