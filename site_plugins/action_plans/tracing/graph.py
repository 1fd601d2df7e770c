"""One graph of everything: the things of all plans, and who cites whom, both ways.

The only module that imports networkx. Edges read subject, verb, object: `A1 for F1`, `A2 depends-on A1`,
`evidence/E1 supports A1`, `M1 measures F1`, `A1 meets MS1`, `A1 mitigates R1`, `F2 repeats F1`, `A3 instead A2`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from action_plans.model.origin import Origin
from action_plans.tracing.references import Citation, Node, References


@dataclass(frozen=True, slots=True)
class Edge:
    """One link: references of its subject and object as written, its verb, and where it is written."""

    subject: str
    verb: str
    object: str
    origin: Origin


class Graph:
    """Nodes and edges of a trace, asked from either end."""

    def __init__(self, nodes: Mapping[str, Node], edges: Iterable[Edge]) -> None:
        """Take nodes by reference and edges between them; a link written twice counts once."""
        self._graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self._graph.add_nodes_from(nodes)
        for edge in edges:
            if not self._graph.has_edge(edge.subject, edge.object, edge.verb):
                self._graph.add_edge(edge.subject, edge.object, edge.verb, edge=edge)

    @property
    def edges(self) -> tuple[Edge, ...]:
        """Every edge, by subject in the order of the nodes."""
        return tuple(self._graph.edges[step]["edge"] for step in self._graph.edges(keys=True))

    def objects(self, subject: str, verb: str) -> tuple[str, ...]:
        """Return what `subject` links to by `verb`, in the order written."""
        return tuple(there for _, there, key in self._graph.out_edges(subject, keys=True) if key == verb)

    def subjects(self, verb: str, target: str) -> tuple[str, ...]:
        """Return what links to `target` by `verb`, in the order written."""
        return tuple(here for here, _, key in self._graph.in_edges(target, keys=True) if key == verb)

    def circles(self, verb: str) -> tuple[tuple[Edge, ...], ...]:
        """Return one circle of edges for each knot of things that wait for each other, in the order of the nodes.

        Cost: linear in nodes and edges (strongly connected components after Tarjan, then one walk in each).
        """
        links = self._by_verb(verb)
        order = {ref: number for number, ref in enumerate(self._graph.nodes)}
        knots = [
            sorted(knot, key=order.__getitem__)
            for knot in nx.strongly_connected_components(links)
            if len(knot) > 1 or links.has_edge(*(tuple(knot) * 2))
        ]
        circles = []
        for knot in sorted(knots, key=lambda knot: order[knot[0]]):
            steps = nx.find_cycle(links.subgraph(knot), knot[0])
            circles.append(tuple(links.edges[step[0], step[1]]["edge"] for step in steps))
        return tuple(circles)

    def _by_verb(self, verb: str) -> "nx.DiGraph[str]":
        links: nx.DiGraph[str] = nx.DiGraph()
        for here, there, key in self._graph.edges(keys=True):
            if key == verb:
                links.add_edge(here, there, edge=self._graph.edges[here, there, key]["edge"])
        return links


def order_of(successors: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the keys so that each comes after everything it leads to.

    Links that close a circle are left out: a circle is an error of its own, and nothing else may fail for it.
    Cost: linear in nodes and links.
    """
    links: nx.DiGraph[str] = nx.DiGraph()
    links.add_nodes_from(successors)
    links.add_edges_from((here, there) for here, several in successors.items() for there in several)
    for knot in list(nx.strongly_connected_components(links)):
        if len(knot) > 1 or links.has_edge(*(tuple(knot) * 2)):
            links.remove_edges_from(list(links.subgraph(knot).edges))
    return tuple(reversed(list(nx.topological_sort(links))))


def link(citations: Iterable[Citation], references: References) -> tuple[tuple[Edge, ...], tuple[Citation, ...]]:
    """Return the edges that citations make, and the citations that lead nowhere or to the wrong kind of thing."""
    edges, broken = [], []
    for cited in citations:
        node = references.find(cited.written, cited.plan)
        if node is None or node.kind not in cited.kinds or (cited.own_plan_only and node.plan is not cited.plan):
            broken.append(cited)
        elif cited.verb is not None:
            ends = (node.ref, cited.subject) if cited.reverse else (cited.subject, node.ref)
            edges.append(Edge(ends[0], cited.verb, ends[1], cited.origin))
    return tuple(edges), tuple(broken)
