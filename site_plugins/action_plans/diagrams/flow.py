"""The process flow as a drawing: boxes that are links, and arrows from each step to those that wait for it."""

from dataclasses import dataclass

from action_plans.diagrams.box_text import BoxText, Style, box_text
from action_plans.diagrams.boxes import Box, Flow, band_groups
from action_plans.diagrams.flow_svg import EDGE, arrow_heads, arrows, bands, boxes_and_labels
from action_plans.diagrams.flow_words import describe, goes_on, part_words
from action_plans.diagrams.layout.layered import Groups, lay_out
from action_plans.diagrams.layout.values import Heading, Layout, Spacing
from action_plans.diagrams.sheets import Span, boxes_in, spans, within
from action_plans.diagrams.svg import drawing, element, words
from action_plans.tracing.digraph import Digraph

__all__ = ["SMALL", "WIDE", "Box", "Flow", "draw_flow", "flow_picture"]

WIDE = 920
"""The width of the drawing for a page on a desk, in pixels."""
SMALL = 342
"""The width of the drawing for a phone, in pixels."""

_SHEET = 1120.0
"""How high a part of the drawing is at most for paper, in pixels: with its words it fits a sheet of A4 as printed."""
_PRINTED = 0.725
"""How large a part is printed: the whole width fits a sheet of A4, and the smallest letters are seven points high."""

_PHONE = 600  # narrower drawings are set as for phones
_WIDEST_ALONE = 240.0  # a box on a phone that has the rank to itself
_NARROWEST = 96.0


def flow_picture(flow: Flow) -> str:
    """Draw a flow for a page: a wide drawing and one for phones, of which the stylesheet shows one.

    A drawing that cannot be as narrow as it should be scrolls sideways, in a named region that the keyboard reaches.
    One that is higher than a sheet of paper is there a third time, in parts that are printed in its place.
    A flow without boxes gives an empty text: the page says so in a sentence.
    """
    if not flow.boxes:
        return ""
    drawings, said = [_draw(flow, width) for width in (WIDE, SMALL)], describe(flow)
    shown = (_scrolling(one, width, said) for one, width in zip(drawings, (WIDE, SMALL), strict=True))
    return element("div", *shown, _sheets(drawings[0]), class_="picture")


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
    return _draw(flow, width).svg(describe(flow))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A flow that has been laid out."""

    flow: Flow
    layout: Layout
    texts: tuple[BoxText, ...]
    style: Style
    band_pad: float
    side: float
    name: str

    @property
    def width(self) -> float:
        """The width it came to."""
        return self.layout.width + 2 * self.side

    def svg(self, said: str) -> str:
        """Return the whole drawing, which `said` tells in words."""
        span = (-EDGE, self.layout.height + EDGE)
        return self._written(span, self.name, f"dia-{self.name}", said, 1.0)

    def part(self, span: Span, number: int, said: str) -> str:
        """Return a part of it, which `said` tells in words."""
        top = span[0] - (0.0 if span[0] else EDGE)
        bottom = span[1] + (EDGE if span[1] == self.layout.height else 0.0)
        return self._written((top, bottom), f"sheet{number}", "dia-part", said, _PRINTED)

    def _written(self, span: Span, name: str, class_: str, said: str, scale: float) -> str:
        layout, size, identity = within(self.layout, span), self.style.size, f"{self.flow.name}-{name}"
        return drawing(
            arrow_heads(identity),
            *bands(layout, self.band_pad),
            *arrows(self.flow, layout, identity),
            *boxes_and_labels(self.flow, layout, self.texts, size, span),
            identity=identity,
            class_=f"dia {class_} flow",
            title=self.flow.title,
            description=said,
            box=(-self.side, span[0], self.width, span[1] - span[0]),
            font_size=size,
            scale=scale,
        )


def _scrolling(drawn: _Drawn, width: int, said: str) -> str:
    if drawn.width <= width:
        return drawn.svg(said)
    return element(
        "div",
        drawn.svg(said),
        class_=f"dia-scroll dia-{_suffix(width)}",
        role="region",
        tabindex="0",
        aria_label=f"{drawn.flow.title}, scrolls sideways",
    )


def _sheets(drawn: _Drawn) -> str:
    """Return a drawing in parts for paper, each with its number and what goes on in another; nothing if it is one."""
    if drawn.layout.height <= _SHEET:
        return ""
    parts = spans(drawn.layout, [text.shape for text in drawn.texts], _SHEET)
    if any(bottom - top > _SHEET for top, bottom in parts):  # chains side by side may leave no place for a cut
        drawn = _draw(drawn.flow, WIDE, in_rows=True)
        parts = spans(drawn.layout, [text.shape for text in drawn.texts], _SHEET)
    inside = [boxes_in(drawn.layout, span) for span in parts]
    written = []
    for number, span in enumerate(parts):
        said = part_words(drawn.flow, inside, number)
        after = goes_on(drawn.flow, inside, number)
        written.append(
            element(
                "div",
                element("p", words(said), class_="part-words"),
                drawn.part(span, number + 1, said),
                element("p", words(after), class_="part-words") if after else "",
                class_="dia-sheet",
            )
        )
    return element("div", *written, class_="dia-sheets")


def _draw(flow: Flow, width: int, *, in_rows: bool = False) -> _Drawn:
    """Lay out a flow; `in_rows` puts boxes that no arrow connects into the same rows as all others."""
    graph = flow.graph
    banded = any(box.band is not None for box in flow.boxes)
    style, spacing = _style(width, graph, banded=banded), _spacing(width, banded=banded)
    texts = tuple(box_text(box, style) for box in flow.boxes)
    groups = _groups(flow, style) if banded or in_rows else None
    layout = lay_out(graph, [text.shape for text in texts], spacing, groups)
    side = _side(width, banded=banded)
    return _Drawn(flow, layout, texts, style, spacing.band_pad, side, _suffix(width))


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
    headings = ((2 * index + 1, Heading(band, style.size)) for index, band in enumerate(flow.bands))
    return Groups(tuple(band_groups(flow)), tuple(headings))
