"""First phase: which rank each box stands in, so that every arrow leads downwards and no rank is too wide."""

from collections import Counter
from collections.abc import Iterable, Sequence

from action_plans.diagrams.layout.trunks import DownwardFlow, Trunk
from action_plans.diagrams.layout.values import Shape, Spacing
from action_plans.tracing.digraph import Digraph

_PULLS = 3  # more rounds moved nothing in any plan looked at


def assign_ranks(flow: DownwardFlow, groups: Sequence[int], shapes: Sequence[Shape], spacing: Spacing) -> list[int]:
    """Give every box a rank, counted from 0 at the top, without an empty one.

    Longest-path ranking, then boxes with slack are pulled down to what waits for them (a cheap stand-in for the network
    simplex of Gansner et al., "A technique for drawing directed graphs", 1993). Where a rank so made is wider than
    the drawing, the group's ranks are filled again, one after the other, with what may come next (list scheduling
    after Coffman and Graham 1972, with widths in place of counts and the lanes of passing arrows counted, as
    Nikolov, Tarassov and Branke 2005 ask for).

    Args:
        flow: Every arrow leads to the same or to a later group.
        groups: The group of each box; every rank of a group lies above every rank of the next one.
        shapes: The room each box takes.
        spacing: The width, and what passing arrows need.

    Returns:
        The rank of each box. Of equals the smaller number comes first. Costs O(boxes + arrows) where nothing is too
        wide; else O(boxes times the boxes that wait at one time).
    """
    graph = flow.graph
    ranks = [0] * len(graph)
    top = 0
    for group in sorted(set(groups)):
        members = [node for node in graph.order if groups[node] == group]
        rows = _longest_path_rows(graph, members)
        if not _all_fit(flow, groups, rows, shapes, spacing):
            rows = _filled_rows(graph, rows, _Room(flow, groups, group, shapes, spacing))
        for row in rows:
            for node in row:
                ranks[node] = top
            top += 1
    return ranks


def _longest_path_rows(graph: Digraph, members: Sequence[int]) -> list[list[int]]:
    inside = set(members)
    rank: dict[int, int] = {}
    for node in members:
        rank[node] = max((rank[other] + 1 for other in graph.before[node] if other in inside), default=0)
    for _ in range(_PULLS):
        for node in reversed(members):
            below = [rank[other] for other in graph.after[node] if other in inside]
            if below and len(below) >= sum(other in inside for other in graph.before[node]):
                rank[node] = max(rank[node], min(below) - 1)
    used = {value: index for index, value in enumerate(sorted(set(rank.values())))}
    rows: list[list[int]] = [[] for _ in used]
    for node in sorted(members):
        rows[used[rank[node]]].append(node)
    return rows


def _all_fit(
    flow: DownwardFlow, groups: Sequence[int], rows: list[list[int]], shapes: Sequence[Shape], spacing: Spacing
) -> bool:
    """Whether each row fits with the lanes of the arrows that pass it, those from and to other groups included."""
    row_of = {node: index for index, row in enumerate(rows) for node in row}
    group = groups[rows[0][0]]
    passes: dict[Trunk, tuple[int, int]] = {}
    for (start, end), trunk in flow.trunks.items():
        if groups[start] <= group <= groups[end]:
            first, last = row_of.get(start, -1) + 1, row_of.get(end, len(rows))
            earlier, later = passes.get(trunk, (first, last))
            passes[trunk] = min(first, earlier), max(last, later)
    change = [0] * (len(rows) + 1)
    for first, last in passes.values():
        change[first] += 1
        change[max(first, last)] -= 1
    lanes = 0
    for row, step in zip(rows, change, strict=False):
        lanes += step
        if _row_width([shapes[node].width for node in row], lanes, spacing) > spacing.width:
            return False
    return True


def _row_width(widths: Sequence[float], lanes: int, spacing: Spacing) -> float:
    """Return the most that a row of such boxes needs, with so many lanes of passing arrows between or beside them."""
    boxes = sum(widths) + spacing.gap * (len(widths) - 1)
    return boxes + lanes * max(spacing.beside_box, spacing.beside_lane)


class _Room:
    """How many arrows are on their way while the ranks of one group are filled from the top."""

    def __init__(
        self, flow: DownwardFlow, groups: Sequence[int], group: int, shapes: Sequence[Shape], spacing: Spacing
    ) -> None:
        self._flow = flow
        self._shapes = shapes
        self._spacing = spacing
        self._widths: list[float] = []
        self._passing = Counter(
            trunk for (start, end), trunk in flow.trunks.items() if groups[start] < group <= groups[end]
        )

    def closes(self, node: int) -> int:
        """How many lines would end for good in this box."""
        ending = Counter(self._flow.trunks[other, node] for other in self._flow.graph.before[node])
        return sum(self._passing[trunk] == count for trunk, count in ending.items())

    def takes(self, node: int) -> bool:
        """Whether the box fits in the rank that is being filled; the first always does."""
        widths = [*self._widths, self._shapes[node].width]
        lanes = len(self._passing) - self.closes(node)
        return not self._widths or _row_width(widths, lanes, self._spacing) <= self._spacing.width

    def put(self, node: int) -> None:
        """Put the box in the rank that is being filled."""
        for other in self._flow.graph.before[node]:
            trunk = self._flow.trunks[other, node]
            self._passing[trunk] -= 1
            if not self._passing[trunk]:
                del self._passing[trunk]
        self._widths.append(self._shapes[node].width)

    def close_rank(self, row: Iterable[int]) -> None:
        """End the rank: from now on the arrows that start in it are on their way."""
        for node in row:
            self._passing.update(self._flow.trunks[node, other] for other in self._flow.graph.after[node])
        self._widths = []


def _filled_rows(graph: Digraph, ideal: list[list[int]], room: _Room) -> list[list[int]]:
    """Fill rank after rank; first what ends passing arrows, then what follows the newest rank, so that chains go on."""
    ideal_row = {node: index for index, row in enumerate(ideal) for node in row}
    waiting = {node: sum(other in ideal_row for other in graph.before[node]) for node in ideal_row}
    newest = dict.fromkeys(ideal_row, -1)
    ready = [node for node in ideal_row if not waiting[node]]
    rows: list[list[int]] = []
    while ready:
        due = [node for node in ready if ideal_row[node] <= len(rows)] or ready
        due.sort(key=lambda node: (-room.closes(node), -newest[node], ideal_row[node], node))
        row: list[int] = []
        for node in due:
            if room.takes(node):
                room.put(node)
                row.append(node)
        room.close_rank(row)
        taken = set(row)
        ready = [node for node in ready if node not in taken]
        for node in row:
            for other in graph.after[node]:
                if other in waiting:
                    waiting[other] -= 1
                    newest[other] = len(rows)
                    if not waiting[other]:
                        ready.append(other)
        rows.append(sorted(row))
    return rows
