"""Which arrows share one line where they pass a rank, as branches share a trunk: fewer lines, and less room."""

from dataclasses import dataclass

from action_plans.diagrams.layout.values import Arrow
from action_plans.tracing.digraph import Digraph

Trunk = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DownwardFlow:
    """A graph whose arrows all lead downwards, as the layout needs it.

    Attributes:
        graph: The boxes and arrows, those that will be drawn upwards turned round.
        upward: The arrows so turned.
        trunks: For each arrow what it shares with others: all arrows of a box that has several go together as far as
            they can, and so do the only arrows of several boxes that lead to the same one. Upward ones share nothing.
    """

    graph: Digraph
    upward: frozenset[Arrow]
    trunks: dict[Arrow, Trunk]


def share_trunks(graph: Digraph, upward: frozenset[Arrow]) -> DownwardFlow:
    """Say for each arrow of a downward graph with which others it shares its line."""
    trunks = {}
    for start, end in graph.arrows:
        if (start, end) in upward:
            trunks[start, end] = (start, end)
        elif len(graph.after[start]) > 1:
            trunks[start, end] = (start, -1)
        else:
            trunks[start, end] = (-1, end)
    return DownwardFlow(graph, upward, trunks)
