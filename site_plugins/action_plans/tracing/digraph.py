"""What waits for what, by number, and what follows from it: asked of networkx once a graph, when first needed."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

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
        import networkx as nx  # noqa: PLC0415 -- it takes a tenth of a second, and only drawings and chains ask

        return not nx.is_directed_acyclic_graph(self._links)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Every node after all it waits for; of those that could come next the smallest number."""
        return tuple(self.ordered())

    def ordered(self, key: Callable[[int], tuple[float, ...]] | None = None) -> list[int]:
        """Order the nodes so that each follows all it waits for.

        Of those that could come next the smallest `key` comes first, then the smallest number. Costs O((nodes + arrows)
        log nodes) (Kahn 1962, with a heap).
        """
        import networkx as nx  # noqa: PLC0415 -- it takes a tenth of a second, and only drawings and chains ask

        return list(nx.lexicographical_topological_sort(self._links, key))

    @cached_property
    def depths(self) -> tuple[int, ...]:
        """For each node how many arrows the longest way to it has. Costs O(nodes + arrows)."""
        return _generations(self._links)

    @cached_property
    def longest_chain(self) -> tuple[int, ...]:
        """The longest way through the graph; of equals the one whose nodes come first by number.

        Costs O(nodes + arrows), apart from sorting.
        """
        import networkx as nx  # noqa: PLC0415 -- it takes a tenth of a second, and only drawings and chains ask

        links = self._links.reverse()  # so that the chain is chosen from its beginning
        heights = _generations(links)
        last_first = sorted(links, key=lambda node: (heights[node], node))
        return tuple(reversed(nx.dag_longest_path(links, topo_order=last_first)))

    @cached_property
    def parts(self) -> tuple[tuple[int, ...], ...]:
        """The parts that no arrow connects, each in the order of its numbers, the part of node 0 first."""
        import networkx as nx  # noqa: PLC0415 -- it takes a tenth of a second, and only drawings and chains ask

        return tuple(sorted(tuple(sorted(part)) for part in nx.weakly_connected_components(self._links)))

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

    @cached_property
    def _links(self) -> "nx.DiGraph[int]":
        import networkx as nx  # noqa: PLC0415 -- it takes a tenth of a second, and only drawings and chains ask

        links: nx.DiGraph[int] = nx.DiGraph()
        links.add_nodes_from(range(len(self)))
        links.add_edges_from((start, end) for start, ends in enumerate(self.after) for end in sorted(ends))
        return links


def _generations(links: "nx.DiGraph[int]") -> tuple[int, ...]:
    import networkx as nx  # noqa: PLC0415 -- it takes a tenth of a second, and only drawings and chains ask

    depth = {node: number for number, several in enumerate(nx.topological_generations(links)) for node in several}
    return tuple(depth[node] for node in range(len(depth)))
