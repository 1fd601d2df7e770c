"""Second phase: an arrow that passes ranks gets a place in each of them, its lane, so that no box is put there."""

from collections.abc import Sequence
from dataclasses import dataclass

from action_plans.diagrams.layout.trunks import DownwardFlow, Trunk
from action_plans.diagrams.layout.values import Arrow


@dataclass(slots=True)
class Ranked:
    """Boxes and lanes, rank by rank, each tied only to the rank above and to the rank below.

    Numbers below `boxes` are boxes, those from there on are lanes. `rows` holds the order from left to right in each
    rank and is what the next phase changes; `row_of` the rank of each number; `up` and `down` what it is tied to;
    `ways` the lanes of each arrow from top to bottom.
    """

    boxes: int
    rows: list[list[int]]
    row_of: list[int]
    up: list[list[int]]
    down: list[list[int]]
    ways: dict[Arrow, tuple[int, ...]]

    def is_lane(self, node: int) -> bool:
        """Whether the number is that of a lane."""
        return node >= self.boxes


def add_lanes(flow: DownwardFlow, ranks: Sequence[int]) -> Ranked:
    """Split long arrows into lanes, one for each rank they pass; arrows of one trunk share them.

    Args:
        flow: The boxes and arrows.
        ranks: The rank of each box; every arrow leads to a lower one.

    Returns:
        The ranks, ordered from left to right as a walk from the first boxes finds them. Costs O(boxes + lanes).
    """
    ranked = Ranked(
        boxes=len(flow.graph),
        rows=[[] for _ in range(max(ranks, default=-1) + 1)],
        row_of=list(ranks),
        up=[[] for _ in ranks],
        down=[[] for _ in ranks],
        ways={},
    )
    lanes: dict[tuple[Trunk, int], int] = {}
    for (start, end), trunk in flow.trunks.items():
        way = []
        last = start
        for rank in range(ranks[start] + 1, ranks[end]):
            if (trunk, rank) not in lanes:
                lanes[trunk, rank] = _new_lane(ranked, rank)
            _tie(ranked, last, lanes[trunk, rank])
            last = lanes[trunk, rank]
            way.append(last)
        _tie(ranked, last, end)
        ranked.ways[start, end] = tuple(way)
    _first_order(ranked)
    return ranked


def _new_lane(ranked: Ranked, rank: int) -> int:
    ranked.row_of.append(rank)
    ranked.up.append([])
    ranked.down.append([])
    return len(ranked.row_of) - 1


def _tie(ranked: Ranked, above: int, below: int) -> None:
    if below not in ranked.down[above]:  # arrows of one trunk tie the same two again
        ranked.down[above].append(below)
        ranked.up[below].append(above)


def _first_order(ranked: Ranked) -> None:
    """Order each rank by when a walk downwards, branch by branch, first comes to it."""
    seen = [False] * len(ranked.row_of)
    for start in range(ranked.boxes):
        if ranked.up[start]:
            continue
        stack = [start]
        while stack:
            node = stack.pop()
            if seen[node]:
                continue
            seen[node] = True
            ranked.rows[ranked.row_of[node]].append(node)
            stack.extend(reversed(ranked.down[node]))
