"""One graph of everything: the things of all plans, and who cites whom, both ways.

Edges read subject, verb, object: `A1 for F1`, `A2 depends-on A1`, `evidence/E1 supports A1`, `M1 measures F1`,
`A1 meets MS1`, `A1 mitigates R1`, `F2 repeats F1`, `A3 instead A2`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from action_plans.model.origin import Origin
from action_plans.model.reference import Ref
from action_plans.tracing.references import Citation, Node, References, writers_of

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Edge:
    """One link: references of its subject and object as written, its verb, and where it is written."""

    subject: Ref
    verb: str
    object: Ref
    origin: Origin


class Graph:
    """Nodes and edges of a trace, asked from either end in constant time."""

    def __init__(self, nodes: Mapping[str, Node], edges: Iterable[Edge]) -> None:
        """Take nodes by reference and edges between them; a link written twice counts once.

        Edges of what is no node are left out: of two things with one id, an error of its own, only one is a node.
        """
        self._order = {ref: number for number, ref in enumerate(nodes)}
        self._edges: dict[tuple[str, str, str], Edge] = {}
        self._objects: dict[tuple[str, str], list[Ref]] = {}
        self._subjects: dict[tuple[str, str], list[Ref]] = {}
        for edge in edges:
            if edge.subject not in nodes or edge.object not in nodes:
                continue
            if self._edges.setdefault((edge.subject, edge.verb, edge.object), edge) is edge:
                self._objects.setdefault((edge.subject, edge.verb), []).append(edge.object)
                self._subjects.setdefault((edge.verb, edge.object), []).append(edge.subject)

    @property
    def edges(self) -> tuple[Edge, ...]:
        """Every edge, in the order written."""
        return tuple(self._edges.values())

    def objects(self, subject: str, verb: str) -> tuple[Ref, ...]:
        """Return what `subject` links to by `verb`, in the order written."""
        return tuple(self._objects.get((subject, verb), ()))

    def subjects(self, verb: str, target: str) -> tuple[Ref, ...]:
        """Return what links to `target` by `verb`, in the order written."""
        return tuple(self._subjects.get((verb, target), ()))

    def circles(self, verb: str) -> tuple[tuple[Edge, ...], ...]:
        """Return one circle of edges for each knot of things that wait for each other, in the order of the nodes.

        A thing that waits for itself is a circle of its own, beside that of its knot.

        Cost: linear in nodes and edges (strongly connected components after Tarjan, then one walk in each).
        """
        arrows = [(here, there) for here, link_verb, there in self._edges if link_verb == verb]
        if _in_order((), arrows) is not None:
            return ()
        import networkx as nx  # noqa: PLC0415 -- it takes a tenth of a second, and few plans have a circle

        links: nx.DiGraph[str] = nx.DiGraph()
        links.add_edges_from(arrows)
        found: list[tuple[Edge, ...]] = []
        for knot in sorted((sorted(knot, key=self._order.__getitem__) for knot in _knots(links)), key=self._place):
            found.extend((self._edges[each, verb, each],) for each in knot if links.has_edge(each, each))
            if len(knot) == 1:
                continue
            inside = set(knot)  # a subgraph view would walk it in the order of hashes
            steps_within = ((here, there) for here, there in links.edges(knot) if there in inside and there != here)
            ring: nx.DiGraph[str] = nx.DiGraph(steps_within)
            steps = nx.find_cycle(ring, knot[0])
            found.append(tuple(self._edges[step[0], verb, step[1]] for step in steps))
        return tuple(found)

    def _place(self, knot: list[str]) -> int:
        return self._order[knot[0]]


def order_of(successors: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the keys so that each comes after everything it leads to.

    Links that close a circle are left out: a circle is an error of its own, and nothing else may fail for it.
    Cost: linear in nodes and links.
    """
    arrows = [(here, there) for here, several in successors.items() for there in several]
    ordered = _in_order(successors, arrows)
    if ordered is not None:
        return tuple(reversed(ordered))
    import networkx as nx  # noqa: PLC0415 -- as in `circles`

    links: nx.DiGraph[str] = nx.DiGraph()
    links.add_nodes_from(successors)
    links.add_edges_from(arrows)
    for knot in _knots(links):
        links.remove_edges_from(list(links.subgraph(knot).edges))
    return tuple(reversed(list(nx.topological_sort(links))))


def link(citations: Iterable[Citation], references: References) -> tuple[tuple[Edge, ...], tuple[Citation, ...]]:
    """Return the edges that citations make, and the citations that lead nowhere or to the wrong kind of thing."""
    edges, broken = [], []
    for cited in citations:
        node = references.find(cited.written, cited.plan)
        if node is None or node.kind not in cited.kinds or (cited.own_plan_only and node.plan is not cited.plan):
            broken.append(cited)
        elif cited.verb is not None and _may_write(cited, references):
            ends = (node.ref, cited.subject) if cited.reverse else (cited.subject, node.ref)
            edges.append(Edge(ends[0], cited.verb, ends[1], cited.origin))
    return tuple(edges), tuple(broken)


def _may_write(cited: Citation, references: References) -> bool:
    """Whether what is known by the id of the thing that the link stands on is of a kind that has such links."""
    writer = references.find(cited.subject, None)
    return writer is None or writer.kind in writers_of(cited.verb or "")


def _in_order(nodes: Iterable[str], arrows: Iterable[tuple[str, str]]) -> list[str] | None:
    """Return everything so that each comes before all that it leads to; None where there is a circle."""
    sorter = TopologicalSorter[str]()
    for node in nodes:
        sorter.add(node)
    for here, there in dict.fromkeys(arrows):
        sorter.add(here)
        sorter.add(there, here)
    try:
        return list(sorter.static_order())
    except CycleError:
        return None


def _knots(links: "nx.DiGraph[str]") -> list[set[str]]:
    """Return the sets of things that lead to each other, one that leads to itself included."""
    import networkx as nx  # noqa: PLC0415 -- as in `circles`

    knots = nx.strongly_connected_components(links)
    return [knot for knot in knots if len(knot) > 1 or any(links.has_edge(each, each) for each in knot)]
