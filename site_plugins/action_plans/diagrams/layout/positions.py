"""Fourth phase: how far to the right each box and lane stands, so that lines run straight where they can."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from action_plans.diagrams.layout.lanes import Ranked
from action_plans.diagrams.layout.values import Shape, Spacing

_EASE_ROUNDS = 6
_LANE = Shape(left=0, right=0, height=0)


def place_across(ranked: Ranked, shapes: Sequence[Shape], spacing: Spacing) -> list[float]:
    """Return the x of the axis of each box and lane; the left edge of the leftmost box or lane is at 0.

    Brandes and Köpf, "Fast and simple horizontal coordinate assignment" (2001): four alignments, each with its ties
    broken to one corner, and the mean of the two middle results; blocks are compacted as dagre does. Axes need not be
    in the middle of a box. Where that is wider than the drawing, the rows are pressed into its width, which always
    works when each row fits by itself. No ties are left to chance. Costs O(boxes + lanes + ties).
    """
    if not ranked.rows:
        return []

    boxes = ranked.boxes
    shape = [*shapes[:boxes], *[_LANE] * (len(ranked.row_of) - boxes)].__getitem__
    gaps = (spacing.gap, spacing.beside_box, spacing.beside_lane)  # by how many of the two are lanes

    def apart(left: int, right: int) -> float:
        return shape(left).right + gaps[(left >= boxes) + (right >= boxes)] + shape(right).left

    across = _middle_of_four(ranked, apart)
    for row in ranked.rows:
        for left, right in pairwise(row):  # rounding may have brought two a hair too close
            across[right] = max(across[right], across[left] + apart(left, right))
    start, end = _extent(across, shape)
    if end - start > spacing.width:
        _press(ranked, across, (start, end), spacing.width, shape, apart)
        start, _ = _extent(across, shape)
    return [x - start for x in across]


def _extent(across: Sequence[float], shape: Callable[[int], Shape]) -> tuple[float, float]:
    left = min(x - shape(node).left for node, x in enumerate(across))
    return left, max(x + shape(node).right for node, x in enumerate(across))


def _middle_of_four(ranked: Ranked, apart: Callable[[int, int], float]) -> list[float]:
    conflicts = _conflicts(ranked)
    results = []
    for from_above in (True, False):
        for from_left in (True, False):
            rows = ranked.rows if from_above else ranked.rows[::-1]
            rows = rows if from_left else [row[::-1] for row in rows]
            ties = ranked.up if from_above else ranked.down
            root = _blocks(rows, ties, conflicts)
            if from_left:
                results.append(_compacted(rows, root, apart))
            else:
                mirrored = _compacted(rows, root, lambda left, right: apart(right, left))
                results.append([-x for x in mirrored])
    narrowest = min(results, key=lambda xs: max(xs) - min(xs))
    low, high = min(narrowest), max(narrowest)
    shifts = [(low - min(xs)) if index % 2 == 0 else (high - max(xs)) for index, xs in enumerate(results)]
    middles = []
    for four in zip(*results, strict=True):
        ordered = sorted(x + shift for x, shift in zip(four, shifts, strict=True))
        middles.append((ordered[1] + ordered[2]) / 2)
    return middles


def _conflicts(ranked: Ranked) -> set[tuple[int, int]]:
    """Ties that cross a tie between two lanes (type 1 conflicts): the lanes stay straight, these give way."""
    place = {node: index for row in ranked.rows for index, node in enumerate(row)}
    found = set()
    for above, row in pairwise(ranked.rows):
        first = 0
        start = 0
        for index, node in enumerate(row):
            lane_above = next((n for n in ranked.up[node] if ranked.is_lane(n)), None) if ranked.is_lane(node) else None
            if lane_above is None and index < len(row) - 1:
                continue
            last = len(above) - 1 if lane_above is None else place[lane_above]
            for passed in row[start : index + 1]:
                found |= {(n, passed) for n in ranked.up[passed] if not first <= place[n] <= last}
            start = index + 1
            first = last
    return found


def _blocks(rows: list[list[int]], ties: list[list[int]], conflicts: set[tuple[int, int]]) -> dict[int, int]:
    """Align each node with its middle tie where nothing is crossed; return the first node of each one's block."""
    place = {node: index for row in rows for index, node in enumerate(row)}
    root = {node: node for node in place}
    taken = set()
    for row in rows[1:]:
        reached = -1
        for node in row:
            above = sorted(ties[node], key=place.__getitem__)
            for middle in sorted({(len(above) - 1) // 2, len(above) // 2}) if above else ():
                other = above[middle]
                free = (other, node) not in conflicts and (node, other) not in conflicts
                if root[node] == node and other not in taken and free and reached < place[other]:
                    root[node] = root[other]
                    taken.add(other)
                    reached = place[other]
    return root


def _compacted(rows: list[list[int]], root: dict[int, int], apart: Callable[[int, int], float]) -> list[float]:
    """Push the blocks to the left as far as they go, then each to the right where its neighbours leave room."""
    after: dict[int, dict[int, float]] = {block: {} for block in root.values()}
    waiting = dict.fromkeys(after, 0)
    for row in rows:
        for left, right in pairwise(row):
            gaps = after[root[left]]
            if root[right] not in gaps:
                waiting[root[right]] += 1
            gaps[root[right]] = max(gaps.get(root[right], 0.0), apart(left, right))
    across = dict.fromkeys(after, 0.0)
    order = [block for block, count in waiting.items() if not count]
    for block in order:  # grows while it is walked
        for other, gap in after[block].items():
            across[other] = max(across[other], across[block] + gap)
            waiting[other] -= 1
            if not waiting[other]:
                order.append(other)
    for block in reversed(order):
        if after[block]:
            across[block] = max(across[block], min(across[other] - gap for other, gap in after[block].items()))
    return [across[root[node]] for node in range(len(root))]


def _press(
    ranked: Ranked,
    across: list[float],
    extent: tuple[float, float],
    width: float,
    shape: Callable[[int], Shape],
    apart: Callable[[int, int], float],
) -> None:
    """Press every row into the width, then let each node ease towards what it is tied to, while there is room."""
    shift = (width - extent[0] - extent[1]) / 2
    across[:] = [x + shift for x in across]

    def fit(row: list[int], wanted: Sequence[float]) -> None:
        edge = 0.0
        for index, node in enumerate(row):
            edge = shape(node).left if index == 0 else edge + apart(row[index - 1], node)
            edge = across[node] = max(wanted[index], edge)
        edge = width
        for index in range(len(row) - 1, -1, -1):
            node = row[index]
            edge = width - shape(node).right if index == len(row) - 1 else edge - apart(node, row[index + 1])
            edge = across[node] = min(across[node], edge)
        edge = 0.0
        for index, node in enumerate(row):  # a row wider than the drawing: it begins at the left edge
            edge = shape(node).left if index == 0 else edge + apart(row[index - 1], node)
            edge = across[node] = max(across[node], edge)

    for row in ranked.rows:
        fit(row, [across[node] for node in row])
    for turn in range(_EASE_ROUNDS):
        ties = ranked.up if turn % 2 == 0 else ranked.down
        for row in ranked.rows if turn % 2 == 0 else ranked.rows[::-1]:
            fit(row, [_mean([across[n] for n in ties[node]]) if ties[node] else across[node] for node in row])


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
