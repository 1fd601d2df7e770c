"""Steps and what waits for what, by number: the plainest graph that the drawing needs, and four walks over it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Any


@dataclass(frozen=True, slots=True)
class Digraph:
    """A graph whose nodes are numbers from 0 on.

    `before[n]` are the nodes that n waits for, `after[n]` those that wait for n; both in the order of the arrows.
    """

    before: tuple[tuple[int, ...], ...]
    after: tuple[tuple[int, ...], ...]

    def __len__(self) -> int:
        return len(self.before)

    @property
    def arrows(self) -> list[tuple[int, int]]:
        """Every arrow once, ordered by where it starts."""
        return [(start, end) for start, ends in enumerate(self.after) for end in ends]


def digraph(size: int, arrows: Iterable[tuple[int, int]]) -> Digraph:
    """Make a graph of so many nodes; an arrow that is given twice counts once."""
    before: list[list[int]] = [[] for _ in range(size)]
    after: list[list[int]] = [[] for _ in range(size)]
    for start, end in dict.fromkeys(arrows):
        before[end].append(start)
        after[start].append(end)
    return Digraph(tuple(map(tuple, before)), tuple(map(tuple, after)))


def topological_order(graph: Digraph, key: Callable[[int], Any] = lambda node: node) -> list[int]:
    """Order the nodes so that each follows all it waits for (Kahn 1962, with a heap).

    Args:
        graph: The graph.
        key: What decides between nodes that could both come next: the smallest key first, then the smallest number.

    Returns:
        Every node once; where the graph has a circle, those on it and behind it are missing.
        Costs O((nodes + arrows) log nodes).
    """
    waiting = [len(nodes) for nodes in graph.before]
    ready: list[tuple[Any, int]] = []
    for node, count in enumerate(waiting):
        if not count:
            heappush(ready, (key(node), node))
    order = []
    while ready:
        _, node = heappop(ready)
        order.append(node)
        for following in graph.after[node]:
            waiting[following] -= 1
            if not waiting[following]:
                heappush(ready, (key(following), following))
    return order


def depths(graph: Digraph, order: Sequence[int]) -> list[int]:
    """Return for each node how many arrows the longest way to it has; `order` is a topological order."""
    depth = [0] * len(graph)
    for node in order:
        depth[node] = max((depth[other] + 1 for other in graph.before[node]), default=0)
    return depth


def longest_chain(graph: Digraph, order: Sequence[int]) -> list[int]:
    """Return the longest way through the graph; of equals the one whose nodes come first by number."""
    height = [0] * len(graph)
    for node in reversed(order):
        height[node] = max((height[other] + 1 for other in graph.after[node]), default=0)
    chain: list[int] = []
    choices: Iterable[int] = range(len(graph))
    while highest := max(((height[node], -node) for node in choices), default=None):
        chain.append(-highest[1])
        choices = graph.after[chain[-1]]
    return chain


def components(graph: Digraph) -> list[list[int]]:
    """Return the parts that no arrow connects, each in the order of its numbers, the part of node 0 first."""
    seen = [False] * len(graph)
    parts = []
    for first in range(len(graph)):
        if seen[first]:
            continue
        seen[first] = True
        part = [first]
        for node in part:  # grows while it is walked
            for other in (*graph.before[node], *graph.after[node]):
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
        parts.append(sorted(part))
    return parts
