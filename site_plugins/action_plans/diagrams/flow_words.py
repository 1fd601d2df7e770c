"""What a flow shows, in words and figures: for those who do not see the drawing, and beside it for those who do."""

from collections import Counter
from dataclasses import dataclass

from action_plans.diagrams.boxes import Box, Flow, Kind, as_graph, reading_order
from action_plans.diagrams.layout.digraph import Digraph, components, longest_chain, topological_order
from action_plans.english.wording import listed

_MOST = 3
_AT_LEAST = 2  # steps that wait, before a step is worth naming
_NAMED = 12  # more references than that are no sentence
_KINDS: tuple[Kind, ...] = ("finding", "action", "milestone")


@dataclass(frozen=True, slots=True)
class Step:
    """One box with the boxes it comes directly after and directly before, each in reading order."""

    box: Box
    after: tuple[Box, ...]
    before: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class FlowFacts:
    """What a drawing of this flow shows at a glance.

    Attributes:
        longest_chain: The most steps that must come one after the other; empty where nothing waits for anything.
        most_waited_for: At most three steps with how many steps wait for each, directly or through others: two at
            least; the most first, then in the plan's order.
        handovers: Owner, next owner, and how many arrows lead from one to the other; the most first, then by name.
        ends_without_proof: The last steps of chains that still have to show evidence. A milestone ends no chain, a box
            without arrows is none, and what comes after a stub is not known here.
    """

    longest_chain: tuple[Box, ...]
    most_waited_for: tuple[tuple[Box, int], ...]
    handovers: tuple[tuple[str, str, int], ...]
    ends_without_proof: tuple[Box, ...]


def flow_steps(flow: Flow) -> tuple[Step, ...]:
    """Return the flow as a list in reading order: each step after all it waits for."""
    graph = as_graph(flow)
    order = reading_order(flow)
    place = {node: index for index, node in enumerate(order)}

    def boxes(nodes: tuple[int, ...]) -> tuple[Box, ...]:
        return tuple(flow.boxes[node] for node in sorted(nodes, key=place.__getitem__))

    return tuple(Step(flow.boxes[node], boxes(graph.before[node]), boxes(graph.after[node])) for node in order)


def flow_facts(flow: Flow) -> FlowFacts:
    """Return what the flow shows. Costs O(boxes + arrows) operations on sets of boxes."""
    graph = as_graph(flow)
    order = topological_order(graph)
    chain = longest_chain(graph, order)
    waiting = _waiting_for_each(graph, order)
    most = sorted((node for node in order if waiting[node] >= _AT_LEAST), key=lambda node: (-waiting[node], node))
    return FlowFacts(
        longest_chain=tuple(flow.boxes[node] for node in chain) if len(chain) > 1 else (),
        most_waited_for=tuple((flow.boxes[node], waiting[node]) for node in most[:_MOST]),
        handovers=_handovers(flow, graph),
        ends_without_proof=tuple(flow.boxes[node] for node in reading_order(flow) if _ends_unproven(flow, graph, node)),
    )


def describe(flow: Flow) -> str:
    """Return plain sentences on what the drawing shows, for its description; references stand for the steps."""
    if not flow.boxes:
        return "There is nothing to show."
    graph = as_graph(flow)
    order = reading_order(flow)
    sentences = [f"{_counted_kinds(flow)}, from top to bottom."]
    bands = [band for band in flow.bands if any(box.band == band for box in flow.boxes)]
    if bands:
        sentences.append(f"Bands: {'; '.join(bands)}.")
    tied = [node for node in order if graph.before[node] or graph.after[node]]
    if tied:
        sentences.append("An arrow leads from a step to each step that waits for it.")
        sentences.append(_leads_to(flow, graph, order) or _begins_and_ends(flow, graph, tied))
        chain = longest_chain(graph, topological_order(graph))
        sentences.append(f"The longest chain has {len(chain)} steps: {_listed(flow, chain)}.")
    lone = [part[0] for part in components(graph) if len(part) == 1]
    if lone and len(flow.boxes) > 1:
        sentences.append(f"Without arrows: {_listed(flow, lone)}.")
    critical = [node for node in order if flow.boxes[node].critical]
    if critical:
        sentences.append(f"The critical path: {_listed(flow, critical)}.")
    stubs = [node for node in order if flow.boxes[node].stub]
    if stubs:
        sentences.append(f"Dashed, as neighbours only: {_listed(flow, stubs)}.")
    if len(flow.boxes) > 1:
        sentences.append("The same flow follows as a list.")
    return " ".join(sentences)


def _waiting_for_each(graph: Digraph, order: list[int]) -> list[int]:
    """How many steps wait for each, through others too; a set of boxes is one number with a bit for each box."""
    sets = [0] * len(graph)
    for node in reversed(order):
        for other in graph.after[node]:
            sets[node] |= sets[other] | 1 << other
    return [boxes.bit_count() for boxes in sets]


def _handovers(flow: Flow, graph: Digraph) -> tuple[tuple[str, str, int], ...]:
    pairs = Counter((flow.boxes[start].owner, flow.boxes[end].owner) for start, end in graph.arrows)
    changed = [(giver, taker, count) for (giver, taker), count in pairs.items() if giver and taker and giver != taker]
    return tuple(sorted(changed, key=lambda handover: (-handover[2], handover[0], handover[1])))


def _ends_unproven(flow: Flow, graph: Digraph, node: int) -> bool:
    box = flow.boxes[node]
    if not box.unproven or box.stub or box.kind == "milestone":
        return False
    last = all(flow.boxes[other].kind == "milestone" for other in graph.after[node])
    return last and bool(graph.before[node] or graph.after[node])


def _counted_kinds(flow: Flow) -> str:
    counts = Counter(box.kind for box in flow.boxes)
    return _joined([f"{counts[kind]} {kind}{'s' * (counts[kind] > 1)}" for kind in _KINDS if counts[kind]])


def _leads_to(flow: Flow, graph: Digraph, order: list[int]) -> str:
    """Every arrow in words, where there are few."""
    starts = [node for node in order if graph.after[node]]
    if len(starts) > _NAMED or len(graph.arrows) > 2 * _NAMED:
        return ""
    return " ".join(f"{flow.boxes[node].ref} leads to {_listed(flow, graph.after[node])}." for node in starts)


def _begins_and_ends(flow: Flow, graph: Digraph, tied: list[int]) -> str:
    first = [node for node in tied if not graph.before[node]]
    last = [node for node in tied if not graph.after[node]]
    return f"It begins with {_listed(flow, first)}, and ends with {_listed(flow, last)}."


def _listed(flow: Flow, nodes: list[int] | tuple[int, ...]) -> str:
    refs = [flow.boxes[node].ref for node in nodes]
    return _joined(refs if len(refs) <= _NAMED else [*refs[:_NAMED], f"{len(refs) - _NAMED} more"])


def _joined(words: list[str]) -> str:
    return listed(words)
