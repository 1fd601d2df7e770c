"""What waits for what, by number, and what follows from it: worked out once a graph, when first needed.

Not by networkx: thousands of flows are drawn, most of a few boxes, and making its graph takes longer than the answer.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from heapq import heapify, heappop, heappush

Arrow = tuple[int, int]


class Digraph:
    """A graph whose nodes are numbers from 0 on, and whose arrows lead from what is waited for to what waits.

    `before[n]` are the nodes that n waits for, `after[n]` those that wait for n; both in the order of the arrows.
    """

    def __init__(self, size: int, arrows: Iterable[Arrow]) -> None:
        """Take so many nodes and the arrows between them; an arrow that is given twice counts once."""
        before: list[list[int]] = [[] for _ in range(size)]
        after: list[list[int]] = [[] for _ in range(size)]
        for start, end in dict.fromkeys(arrows):
            before[end].append(start)
            after[start].append(end)
        self.before = tuple(map(tuple, before))
        self.after = tuple(map(tuple, after))

    def __len__(self) -> int:
        return len(self.before)

    @property
    def arrows(self) -> list[Arrow]:
        """Every arrow once, ordered by where it starts."""
        return [(start, end) for start, ends in enumerate(self.after) for end in ends]

    @cached_property
    def is_circular(self) -> bool:
        """Whether any nodes wait for each other in a circle; what follows is asked only where none do."""
        return len(self.order) < len(self)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Every node after all it waits for; of those that could come next the smallest number.

        Those that wait in a circle, and those that wait for them, are not in it.
        """
        return tuple(self.ordered())

    def ordered(self, key: Callable[[int], tuple[float, ...]] | None = None) -> list[int]:
        """Order the nodes so that each follows all it waits for.

        Of those that could come next the smallest `key` comes first, then the smallest number. Costs O((nodes + arrows)
        log nodes) (Kahn 1962, with a heap).
        """
        waits_for = [len(before) for before in self.before]
        free = [(key(node) if key else (), node) for node, count in enumerate(waits_for) if not count]
        heapify(free)
        found = []
        while free:
            _, node = heappop(free)
            found.append(node)
            for other in self.after[node]:
                waits_for[other] -= 1
                if not waits_for[other]:
                    heappush(free, (key(other) if key else (), other))
        return found

    @cached_property
    def depths(self) -> tuple[int, ...]:
        """For each node how many arrows the longest way to it has. Costs O(nodes + arrows)."""
        depths = [0] * len(self)
        for node in self.order:
            depths[node] = max((depths[other] + 1 for other in self.before[node]), default=0)
        return tuple(depths)

    @cached_property
    def longest_chain(self) -> tuple[int, ...]:
        """The longest way through the graph; of equals the one whose nodes come first by number.

        Costs O(nodes + arrows), apart from sorting.
        """
        heights = [0] * len(self)
        for node in reversed(self.order):
            heights[node] = max((heights[other] + 1 for other in self.after[node]), default=0)
        chain: list[int] = []
        nodes: Sequence[int] = range(len(self))
        while nodes:
            chain.append(min(nodes, key=lambda node: (-heights[node], node)))
            nodes = self.after[chain[-1]]
        return tuple(chain)

    @cached_property
    def parts(self) -> tuple[tuple[int, ...], ...]:
        """The parts that no arrow connects, each in the order of its numbers, the part of node 0 first."""
        found: list[tuple[int, ...]] = []
        seen = [False] * len(self)
        for first in range(len(self)):
            part, edge = [], [first]
            while edge:
                node = edge.pop()
                if not seen[node]:
                    seen[node] = True
                    part.append(node)
                    edge += (*self.before[node], *self.after[node])
            if part:
                found.append(tuple(sorted(part)))
        return tuple(found)

    @cached_property
    def waiting(self) -> tuple[int, ...]:
        """For each node how many wait for it, directly or through others.

        A set of nodes is one number with a bit for each, so that it costs O(arrows times nodes / 64) operations of the
        processor: of a thousand nodes a millisecond. Counting each exactly has no linear way.
        """
        sets = [0] * len(self)
        for node in reversed(self.order):
            for other in self.after[node]:
                sets[node] |= sets[other] | 1 << other
        return tuple(each.bit_count() for each in sets)

    def only(self, nodes: Sequence[int]) -> "Digraph":
        """Return the graph of some nodes, numbered in the order given, with the arrows between them."""
        number = {node: index for index, node in enumerate(nodes)}
        arrows = ((number[node], number[other]) for node in nodes for other in self.after[node] if other in number)
        return Digraph(len(nodes), arrows)
