"""Where the boxes of a flow stand and which way its arrows go: a layered layout, one phase after the other.

After Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures" (1981). Each
phase is a file of its own: ranks, lanes, order, positions, routes; then the parts that no arrow connects are put side
by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from action_plans.diagrams.layout.lanes import Ranked, add_lanes
from action_plans.diagrams.layout.order import put_in_order
from action_plans.diagrams.layout.positions import place_across
from action_plans.diagrams.layout.ranks import assign_ranks
from action_plans.diagrams.layout.routes import routes, stack_rows
from action_plans.diagrams.layout.shelves import lone_boxes, on_shelves
from action_plans.diagrams.layout.trunks import DownwardFlow, share_trunks
from action_plans.diagrams.layout.values import Heading, Layout, Shape, Spacing
from action_plans.tracing.digraph import Digraph


@dataclass(frozen=True, slots=True)
class Groups:
    """Which boxes stand above which: the group of each, and the label of those groups that are bands."""

    of_box: tuple[int, ...]
    headings: tuple[tuple[int, Heading], ...]


def lay_out(graph: Digraph, shapes: Sequence[Shape], spacing: Spacing, groups: Groups | None = None) -> Layout:
    """Lay out a graph without circles from top to bottom.

    Args:
        graph: What waits for what.
        shapes: The room of each box.
        spacing: The room between things, and the width that should not be exceeded.
        groups: Bands; without them each part that no arrow connects is laid out for itself, and boxes without any arrow
            stand in a grid at the end.

    Returns:
        The same for the same input. Wider than asked for only where a single row cannot be narrower: a box wider than
        the drawing, or one with more arrows passing it than there is room for.
    """
    return _laid_out(graph.before, tuple(shapes), spacing, groups)


@lru_cache(maxsize=256)  # around each action of a finding there are often the same boxes
def _laid_out(
    before: tuple[tuple[int, ...], ...], shapes: tuple[Shape, ...], spacing: Spacing, groups: Groups | None
) -> Layout:
    graph = Digraph(len(before), ((start, end) for end, starts in enumerate(before) for start in starts))
    if groups is not None:
        return _one_part(graph, shapes, spacing, groups)
    chains = [part for part in graph.parts if len(part) > 1]
    lone = [part[0] for part in graph.parts if len(part) == 1]
    laid_out: list[tuple[Sequence[int], Layout]] = [
        (part, _one_part(graph.only(part), [shapes[node] for node in part], spacing, None)) for part in chains
    ]
    if lone:
        laid_out.append((lone, lone_boxes([shapes[node] for node in lone], spacing)))
    return on_shelves(len(graph), laid_out, spacing)


def _one_part(graph: Digraph, shapes: Sequence[Shape], spacing: Spacing, groups: Groups | None) -> Layout:
    of_box = groups.of_box if groups else (0,) * len(graph)
    flow = _all_downward(graph, of_box)
    ranks = assign_ranks(flow, of_box, shapes, spacing)
    ranked = add_lanes(flow, ranks)
    put_in_order(ranked)
    across = place_across(ranked, shapes, spacing)
    headings = _headings_by_rank(ranked, groups) if groups else {}
    width = max([spacing.width if headings else 0.0, *across])
    width = max([width, *(across[node] + shapes[node].right for node in range(len(graph)))])
    rows = stack_rows(ranked, across, shapes, headings, width, spacing)
    return Layout(
        corners=tuple((across[node] - shapes[node].left, rows.tops[ranks[node]]) for node in range(len(graph))),
        routes=routes(ranked, across, shapes, rows, flow.upward),
        bands=rows.bands,
        width=width,
        height=rows.height,
    )


def _all_downward(graph: Digraph, of_box: Sequence[int]) -> DownwardFlow:
    """Turn the arrows that lead to an earlier band, so that all lead down; they are drawn upwards in the end."""
    upward = frozenset((end, start) for start, end in graph.arrows if of_box[start] > of_box[end])
    arrows = ((end, start) if (end, start) in upward else (start, end) for start, end in graph.arrows)
    return share_trunks(Digraph(len(graph), arrows) if upward else graph, upward)


def _headings_by_rank(ranked: Ranked, groups: Groups) -> dict[int, tuple[int, Heading]]:
    headings = dict(groups.headings)
    ranks_of: dict[int, list[int]] = {}
    for node, group in enumerate(groups.of_box):
        ranks_of.setdefault(group, []).append(ranked.row_of[node])
    return {min(ranks): (max(ranks), headings[group]) for group, ranks in sorted(ranks_of.items()) if group in headings}
