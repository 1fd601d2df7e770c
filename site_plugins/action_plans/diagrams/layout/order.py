"""Third phase: the order from left to right in each rank, so that few lines cross."""

from bisect import bisect_right, insort

from action_plans.diagrams.layout.lanes import Ranked

_SWEEPS = 24  # as in the paper
_PATIENCE = 6  # sweeps without a better order before giving up
_SWAP_ROUNDS = 4


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
    for sweep in range(_SWEEPS):
        if not fewest or stale == _PATIENCE:
            break
        _sort_by_medians(ranked, place, downwards=sweep % 2 == 0)
        _swap_neighbours(ranked, place)
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
            for above in sorted(place[other] for other in ranked.up[node]):
                count += len(met) - bisect_right(met, above)
                insort(met, above)
    return count


def _sort_by_medians(ranked: Ranked, place: list[int], *, downwards: bool) -> None:
    ties = ranked.up if downwards else ranked.down
    for row in ranked.rows[1:] if downwards else ranked.rows[-2::-1]:
        medians = {node: _median(sorted(place[other] for other in ties[node])) for node in row if ties[node]}
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
    for _ in range(_SWAP_ROUNDS):
        swapped = False
        for row in ranked.rows:
            for index in range(len(row) - 1):
                left, right = row[index], row[index + 1]
                if _pair_crossings(ranked, place, left, right) > _pair_crossings(ranked, place, right, left):
                    row[index], row[index + 1] = right, left
                    place[left], place[right] = index + 1, index
                    swapped = True
        if not swapped:
            return


def _pair_crossings(ranked: Ranked, place: list[int], left: int, right: int) -> int:
    """How often the lines of two neighbours cross each other when they stand in this order."""
    count = 0
    for ties in (ranked.up, ranked.down):
        of_right = sorted(place[other] for other in ties[right])
        passed = 0
        for mine in sorted(place[other] for other in ties[left]):
            while passed < len(of_right) and of_right[passed] < mine:
                passed += 1
            count += passed
    return count
