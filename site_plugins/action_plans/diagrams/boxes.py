"""What a flow is made of: boxes, and arrows between them. Plain values, checked once when they are put together."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from action_plans.tracing.digraph import Digraph

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z")

Kind = Literal["action", "finding", "milestone"]


@dataclass(frozen=True, slots=True)
class Box:
    """One step of a flow, as it will be shown.

    Attributes:
        ref: Its reference, such as A3: unique in the flow, and shown.
        title: What it is called.
        owner: Who owns it, in words; may be empty.
        state: The class word of its state, such as `overdue`: decides colour and mark.
        state_word: The state in words, as it is shown.
        href: Where the box leads, put as it is.
        kind: A milestone is drawn as a diamond.
        stub: Shown only because it stands beside what the flow is about: dashed.
        focus: What the flow is about: a thick border.
        critical: On the critical path: a thick border, thick arrows, and the words.
        band: The phase in which it is drawn, one of the flow's bands; None stands outside the bands.
    """

    ref: str
    title: str
    owner: str
    state: str
    state_word: str
    href: str
    kind: Kind = "action"
    stub: bool = False
    focus: bool = False
    critical: bool = False
    band: str | None = None


@dataclass(frozen=True)
class Flow:
    """Boxes, and the arrows between them.

    Attributes:
        name: Begins every id in the drawing: a letter, then letters, digits, hyphens; unique on its page.
        title: The drawing's title, in words.
        boxes: The steps, in the order in which the plan has them.
        arrows: Pairs of references (before, after): the second waits for the first.
        bands: The phases from top to bottom; one without a box is not drawn.
        circling: Pairs like arrows that would close a circle: told in words, and not drawn.

    Raises:
        ValueError: A name that makes no id, a reference twice, an arrow to or from a box that is not there, a band
            that is not there, or a circle. All of these are mistakes of the caller: plans are checked before.
    """

    name: str
    title: str
    boxes: tuple[Box, ...]
    arrows: tuple[tuple[str, str], ...]
    bands: tuple[str, ...] = ()
    circling: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not _NAME.match(self.name):
            raise ValueError(f"a flow's name must be fit for an id, not {self.name!r}")
        refs = {box.ref for box in self.boxes}
        if len(refs) < len(self.boxes):
            raise ValueError(f"flow {self.name} has two boxes with one reference")
        unknown = [ref for arrow in (*self.arrows, *self.circling) for ref in arrow if ref not in refs]
        if unknown:
            raise ValueError(f"flow {self.name} has an arrow but no box for {', '.join(dict.fromkeys(unknown))}")
        stray = [box.band for box in self.boxes if box.band is not None and box.band not in self.bands]
        if stray or len(set(self.bands)) < len(self.bands):
            raise ValueError(f"flow {self.name} has a band twice, or a box in a band that it has not: {stray}")
        if self.graph.is_circular:
            raise ValueError(f"flow {self.name} goes in a circle")

    @cached_property
    def graph(self) -> Digraph:
        """The arrows by number, made once for all that is drawn and said of the flow: box 0 is `boxes[0]`."""
        number = {box.ref: index for index, box in enumerate(self.boxes)}
        return Digraph(len(self.boxes), ((number[start], number[end]) for start, end in self.arrows))

    @cached_property
    def reading_order(self) -> tuple[int, ...]:
        """The boxes in the order for reading, by number: each after all it waits for.

        Band by band where there are bands, else chain by chain with the lone boxes last; then from the first rank to
        the last; then as the plan has them.
        """
        graph = self.graph
        part = [0] * len(graph)
        if any(box.band is not None for box in self.boxes):
            # Outside the bands: as late as what it waits for, so that nothing waits in the list for it without need.
            part = [group // 2 for group in band_groups(self)]
        else:
            for index, nodes in enumerate(graph.parts):
                for node in nodes:
                    part[node] = index if len(nodes) > 1 else len(graph)
        return tuple(graph.ordered(lambda node: (part[node], graph.depths[node])))


def band_groups(flow: Flow) -> list[int]:
    """Return in which group of rows each box stands, from top to bottom.

    Band 0 is group 1, band 1 group 3 and so on; the even groups lie before, between and after the bands and hold the
    boxes of no band: after all they wait for, or right before what waits for them; the lone ones at the end.
    Without bands all is group 0.
    """
    if not any(box.band is not None for box in flow.boxes):
        return [0] * len(flow.boxes)
    groups = [-1 if box.band is None else 2 * flow.bands.index(box.band) + 1 for box in flow.boxes]
    graph = flow.graph
    for node in graph.order:
        if groups[node] < 0:
            above = [groups[other] for other in graph.before[node] if groups[other] >= 0]
            if above:
                groups[node] = max(above) + max(above) % 2
    for node in reversed(graph.order):
        if groups[node] < 0:
            below = [groups[other] for other in graph.after[node]]
            groups[node] = min(below) - min(below) % 2 if below else 2 * len(flow.bands)
    return groups
