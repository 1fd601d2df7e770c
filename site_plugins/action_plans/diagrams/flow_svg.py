"""The parts of a flow's drawing, in the order in which they are painted: bands, arrows, then boxes with their words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from action_plans.diagrams.box_text import BoxText
from action_plans.diagrams.boxes import Box, Flow
from action_plans.diagrams.layout.values import Arrow, BandArea, Layout, Point
from action_plans.diagrams.state_marks import mark, tone
from action_plans.diagrams.svg import arrow_head, element, line_path, number, text_line
from action_plans.tracing.digraph import Digraph

EDGE = 3.0
"""How far borders reach out of a box at most: half of the thickest, and a little."""

_HEAD = 9.0
_CRITICAL_HEAD = 12.0
_ROUND = 3.0


@lru_cache(maxsize=64)  # of a few names, for thousands of drawings
def arrow_heads(identity: str) -> str:
    """Write the two heads, for arrows and for those on the critical path."""
    return element(
        "defs",
        arrow_head(f"{identity}-head", "arrow", _HEAD),
        arrow_head(f"{identity}-critical", "arrow is-critical", _CRITICAL_HEAD),
    )


def bands(layout: Layout, pad: float) -> Iterator[str]:
    """Write the ground of every band, from edge to edge."""
    for area in layout.bands:
        yield element(
            "rect",
            class_="band",
            x=-pad,
            y=area.top,
            width=layout.width + 2 * pad,
            height=area.bottom - area.top,
            rx=_ROUND,
        )


def arrows(flow: Flow, layout: Layout, identity: str) -> Iterator[str]:
    """Write the arrows, those of the critical path last and so on top; the list of steps tells them to who cannot see.

    Each is drawn from the box that is waited for to the box that waits.
    """
    critical = _critical_arrows(flow)
    ordered = sorted(layout.routes, key=lambda arrow: (arrow in critical, arrow))
    lines = [
        element(
            "path",
            class_="edge is-critical" if arrow in critical else "edge",
            d=line_path(layout.routes[arrow]),
            marker_end=f"url(#{identity}-{'critical' if arrow in critical else 'head'})",
        )
        for arrow in ordered
    ]
    if lines:
        yield element("g", *lines, aria_hidden="true")


def boxes_and_labels(
    flow: Flow, layout: Layout, texts: Sequence[BoxText], size: float, part: tuple[float, float]
) -> Iterator[str]:
    """Write the boxes, each after all it waits for and else as the eye goes; a band's label before its first box.

    `part` are the upper and the lower end of what is wanted: the boxes and labels that begin in it.
    """
    top, bottom = part
    drawn = zip(_drawn_bands(flow), layout.bands, strict=True)
    areas = {band: area for band, area in drawn if top <= area.top < bottom}
    for node in _eye_order(flow, layout):
        if top <= layout.corners[node][1] < bottom:
            area = areas.pop(flow.boxes[node].band, None)
            yield from _label(area, size) if area is not None else ()
            yield _box(flow.boxes[node], texts[node], layout.corners[node])


def _drawn_bands(flow: Flow) -> list[str | None]:
    used = {box.band for box in flow.boxes}
    return [band for band in flow.bands if band in used]


def _eye_order(flow: Flow, layout: Layout) -> list[int]:
    part = [0] * len(flow.boxes)
    if not layout.bands:
        for index, nodes in enumerate(flow.graph.parts):
            for node in nodes:
                part[node] = index if len(nodes) > 1 else len(flow.boxes)

    def place(node: int) -> tuple[int, float, float]:
        x, y = layout.corners[node]
        return part[node], y, x

    return flow.graph.ordered(place)


def _critical_arrows(flow: Flow) -> set[Arrow]:
    """Return the arrows from one critical box to the next; an arrow that leaves out a step of the path is not on it."""
    critical = {node for node, box in enumerate(flow.boxes) if box.critical}
    if not critical:
        return set()
    path = Digraph(len(flow.boxes), (arrow for arrow in flow.graph.arrows if critical.issuperset(arrow)))
    return {(start, end) for start, end in path.arrows if path.depths[end] == path.depths[start] + 1}


def _label(area: BandArea, size: float) -> Iterator[str]:
    for text, x, y in area.lines:
        yield text_line(text, "band-label", x, y, size)


def _box(box: Box, text: BoxText, corner: Point) -> str:
    left, top = corner
    flags = {"is-milestone": box.kind == "milestone", "is-stub": box.stub, "is-here": box.focus}
    flags["is-critical"] = box.critical
    classes = ["node", tone(box.state), *(name for name, holds in flags.items() if holds)]
    outline = element("rect", x=left, y=top, width=text.shape.width, height=text.shape.height, rx=_ROUND)
    if text.diamond:
        x, half = number(left + text.diamond[0]), number(text.diamond[2])
        y = number(top + text.diamond[1] - text.diamond[2])
        outline += element("path", class_="diamond", d=f"M{x} {y}l{half} {half}l-{half} {half}l-{half} -{half}z")
    at = f"translate({number(left + text.mark[0])} {number(top + text.mark[1])})"
    shape = mark(box.state)
    lines = [text_line(line.text, line.class_, left + line.x, top + line.y, line.size) for line in text.lines]
    return element(
        "a",
        outline,
        element("g", shape, class_="mark", transform=at, aria_hidden="true") if shape else "",
        *lines,
        href=box.href,
        class_=" ".join(classes),
        aria_current="true" if box.focus else None,
    )
