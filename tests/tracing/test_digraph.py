"""What waits for what, by number: orders, depths, chains and counts, beside what counting by hand says."""

from itertools import pairwise
from random import Random

import pytest

from action_plans.tracing.digraph import Arrow, Digraph


def ways_from(graph: Digraph, node: int) -> list[list[int]]:
    """Return every way from a node to an end, step by step."""
    further = [way for other in graph.after[node] for way in ways_from(graph, other)]
    return [[node, *way] for way in further] or [[node]]


def a_graph(seed: int) -> tuple[Digraph, list[Arrow]]:
    """Return a graph without circles whose numbers say nothing about its order, and its arrows."""
    dice = Random(seed)  # noqa: S311 -- a test's graph, no secret
    size = dice.choice((1, 2, 5, 9, 12))
    shuffled = dice.sample(range(size), size)
    arrows = [
        (shuffled[dice.randrange(max(0, end - 4), end)], shuffled[end])
        for end in range(1, size)
        for _ in range(dice.choice((0, 1, 1, 2)))
    ]
    return Digraph(size, arrows), arrows


@pytest.mark.parametrize("seed", range(40))
def test_what_follows_from_a_graph_is_what_its_ways_say(seed: int) -> None:
    """Order, depths, longest chain, parts and counts agree with all ways through the graph, walked one by one."""
    graph, arrows = a_graph(seed)
    ways = [way for node in range(len(graph)) for way in ways_from(graph, node)]
    longest = max(map(len, ways))
    assert sorted(graph.arrows) == sorted(set(arrows))
    assert sorted(graph.order) == list(range(len(graph)))
    assert all(graph.order.index(start) < graph.order.index(end) for start, end in arrows)
    assert list(graph.depths) == [max(way.index(node) for way in ways if node in way) for node in range(len(graph))]
    assert list(graph.longest_chain) == min(way for way in ways if len(way) == longest)
    reached = [{node for way in ways_from(graph, start) for node in way} for start in range(len(graph))]
    assert list(graph.waiting) == [len(nodes) - 1 for nodes in reached]
    assert sorted(node for part in graph.parts for node in part) == list(range(len(graph)))
    assert all(any({start, end} <= set(part) for part in graph.parts) for start, end in arrows)


def test_of_several_that_may_come_next_the_smallest_key_does() -> None:
    """Without a key the smallest number comes first; with one the smallest key, and of equals the smallest number."""
    graph = Digraph(4, [(3, 0)])
    assert graph.order == (1, 2, 3, 0)
    assert graph.ordered(lambda node: (node != 3,)) == [3, 0, 1, 2]


def test_an_arrow_twice_is_one() -> None:
    """An arrow that is given twice stands once on either side, in the order given."""
    graph = Digraph(3, [(2, 0), (1, 0), (2, 0)])
    assert graph.before == ((2, 1), (), ())
    assert graph.after == ((), (0,), (0,))


def test_the_graph_of_some_nodes_keeps_what_is_between_them() -> None:
    """Taken out and numbered anew, nodes keep the arrows between them and no other."""
    assert Digraph(4, [(0, 2), (2, 3), (1, 3)]).only([0, 2, 1]).arrows == [(0, 1)]


def test_a_circle_is_seen() -> None:
    """A circle is one, however long; a node that waits for itself too."""
    assert Digraph(3, [(0, 1), (1, 2), (2, 0)]).is_circular
    assert Digraph(1, [(0, 0)]).is_circular
    assert not Digraph(3, pairwise(range(3))).is_circular


def test_nothing_has_no_chain() -> None:
    """A graph without nodes has no order, no chain and no parts."""
    nothing = Digraph(0, [])
    assert (nothing.order, nothing.longest_chain, nothing.parts, nothing.waiting) == ((), (), (), ())


def test_a_long_chain_is_no_burden() -> None:
    """Ten thousand steps in a row are followed to their end: nothing is walked by recursion."""
    size = 10_000
    graph = Digraph(size, pairwise(range(size)))
    assert len(graph.longest_chain) == size
    assert graph.waiting[0] == size - 1
