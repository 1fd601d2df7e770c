"""Third phase: the order from left to right in each rank, so that few lines cross."""

from bisect import bisect_right, insort

from action_plans.diagrams.layout.lanes import Ranked

_SWEEPS = 24  # as in the paper
_PATIENCE = 6  # sweeps without a better order before giving up
_SWAP_ROUNDS = 4
_PAIR = 2


def put_in_order(ranked: Ranked) -> int:
    """Order the rows of `ranked` in place.

    Weighted medians down and up in turn, after each sweep neighbours are swapped where that crosses less, and the best
    order met is kept (Gansner et al., "A technique for drawing directed graphs", 1993, section 3). Of equal orders the
    first met stays; of equal medians the left one stays left; a box tied to nothing keeps its place.

    Returns:
        How many pairs of lines still cross. Costs O(lines log lines) a sweep, and as much for the swaps.
    """
    place = [0] * len(ranked.row_of)
    for row in ranked.rows:
        _number(row, place)
    fewest = _crossings(ranked, place)
    best = [list(row) for row in ranked.rows]
    stale = 0
    seen: set[tuple[bool, tuple[tuple[int, ...], ...]]] = set()
    for sweep in range(_SWEEPS):
        if not fewest or stale == _PATIENCE:
            break
        _sort_by_medians(ranked, place, downwards=sweep % 2 == 0)
        _swap_neighbours(ranked, place)
        reached = (sweep % 2 == 0, tuple(map(tuple, ranked.rows)))
        if reached in seen:  # from here on the sweeps would do again what they did
            break
        seen.add(reached)
        crossings = _crossings(ranked, place)
        stale += 1
        if crossings < fewest:
            fewest, best, stale = crossings, [list(row) for row in ranked.rows], 0
    ranked.rows = best
    return fewest


def _number(row: list[int], place: list[int]) -> None:
    for index, node in enumerate(row):
        place[node] = index


def _crossings(ranked: Ranked, place: list[int]) -> int:
    count = 0
    for row in ranked.rows[1:]:
        met: list[int] = []
        for node in row:
            for above in sorted([place[other] for other in ranked.up[node]]):
                count += len(met) - bisect_right(met, above)
                insort(met, above)
    return count


def _sort_by_medians(ranked: Ranked, place: list[int], *, downwards: bool) -> None:
    ties = ranked.up if downwards else ranked.down
    for row in ranked.rows[1:] if downwards else ranked.rows[-2::-1]:
        medians = {node: _median(sorted([place[other] for other in ties[node]])) for node in row if ties[node]}
        tied = iter(sorted(medians, key=medians.__getitem__))
        row[:] = [next(tied) if node in medians else node for node in row]
        _number(row, place)


def _median(places: list[int]) -> float:
    """Return the middle, of an even number leaning to the side where the others stand closer together."""
    middle = len(places) // 2
    if len(places) % 2:
        return places[middle]
    left, right = places[middle - 1] - places[0], places[-1] - places[middle]
    if left + right == 0:
        return (places[middle - 1] + places[middle]) / 2
    return (places[middle - 1] * right + places[middle] * left) / (left + right)


def _swap_neighbours(ranked: Ranked, place: list[int]) -> None:
    """Swap neighbours where that crosses less; a row is looked at again only where it or one beside it has moved."""
    due = set(range(len(ranked.rows)))
    for _ in range(_SWAP_ROUNDS):
        has_moved = False
        for number in range(len(ranked.rows)):
            if number in due:
                due.discard(number)
                if _swap_in_row(ranked, number, place):
                    due |= {number - 1, number, number + 1}
                    has_moved = True
        if not has_moved:
            return


def _swap_in_row(ranked: Ranked, number: int, place: list[int]) -> bool:
    """Swap the neighbours of one row, from the left to the right, and say whether any have moved."""
    row = ranked.rows[number]
    if len(row) < _PAIR:
        return False
    ups, downs = ({node: sorted([place[n] for n in ties[node]]) for node in row} for ties in (ranked.up, ranked.down))
    has_moved = False
    for index in range(len(row) - 1):
        left, right = row[index], row[index + 1]
        if _saved(ups[left], ups[right]) + _saved(downs[left], downs[right]) > 0:
            row[index], row[index + 1] = right, left
            place[left], place[right] = index + 1, index
            has_moved = True
    return has_moved


def _saved(left: list[int], right: list[int]) -> int:
    """How many crossings there are fewer once two neighbours swap, from the places in order that each is tied to."""
    if not left or not right:
        return 0
    if left[-1] <= right[0]:  # most are like this: nothing crosses as they stand
        return -_crossed(right, left)
    return _crossed(left, right) - _crossed(right, left)


def _crossed(left: list[int], right: list[int]) -> int:
    """How often the lines of two neighbours cross each other when they stand in this order."""
    count = passed = 0
    for mine in left:
        while passed < len(right) and right[passed] < mine:
            passed += 1
        count += passed
    return count
