"""What a flow shows, in words and as a list: for those who do not see the drawing, and below it for those who do."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from action_plans.diagrams.boxes import Box, Flow, Kind
from action_plans.english.wording import listed

_NAMED = 12  # more references than that are no sentence
_KINDS: tuple[Kind, ...] = ("finding", "action", "milestone")


@dataclass(frozen=True, slots=True)
class Step:
    """One box with the boxes it comes directly after and directly before, each in reading order.

    `also_after` are those that it waits for in a circle, which no order can show.
    """

    box: Box
    after: tuple[Box, ...]
    before: tuple[Box, ...]
    also_after: tuple[Box, ...]


def flow_steps(flow: Flow) -> tuple[Step, ...]:
    """Return the flow as a list in reading order: each step after all it waits for."""
    graph, order = flow.graph, flow.reading_order
    place = {node: index for index, node in enumerate(order)}

    def boxes(nodes: tuple[int, ...]) -> tuple[Box, ...]:
        return tuple(flow.boxes[node] for node in sorted(nodes, key=place.__getitem__))

    circling: dict[str, list[Box]] = defaultdict(list)
    by_ref = {box.ref: box for box in flow.boxes}
    for start, end in flow.circling:
        circling[end].append(by_ref[start])
    return tuple(
        Step(box, boxes(graph.before[node]), boxes(graph.after[node]), tuple(circling.get(box.ref, ())))
        for node, box in ((node, flow.boxes[node]) for node in order)
    )


def not_drawn(flow: Flow) -> str:
    """Return which arrows are told in words alone, a sentence: `F8 also waits for F1`; nothing where all are drawn."""
    waits: dict[str, list[str]] = defaultdict(list)
    for start, end in flow.circling:
        waits[end].append(start)
    said = [f"{end} also waits for {_joined(starts)}" for end, starts in waits.items()]
    return f"Not drawn, since it would close a circle: {'; '.join(said)}." if said else ""


def describe(flow: Flow) -> str:
    """Return plain sentences on what the drawing shows, for its description; references stand for the steps."""
    if not flow.boxes:
        return "There is nothing to show."
    graph, order = flow.graph, flow.reading_order
    sentences = [f"{_counted_kinds(flow)}, from top to bottom."]
    bands = [band for band in flow.bands if any(box.band == band for box in flow.boxes)]
    if bands:
        sentences.append(f"Bands: {'; '.join(bands)}.")
    tied = [node for node in order if graph.before[node] or graph.after[node]]
    if tied:
        sentences.append("An arrow leads from a step to each step that waits for it.")
        sentences.append(_leads_to(flow, order) or _begins_and_ends(flow, tied))
        chain, kinds = graph.longest_chain, {box.kind for box in flow.boxes}
        if not flow.circling:  # of arrows of which some are left out, no chain is sure to be the longest
            of = " of findings" if kinds == {"finding"} else ""
            sentences.append(f"The longest chain{of} has {len(chain)} steps: {_listed(flow, chain)}.")
    if flow.circling:
        sentences.append(not_drawn(flow))
    lone = [part[0] for part in graph.parts if len(part) == 1]
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


def part_words(flow: Flow, parts: Sequence[frozenset[int]], number: int) -> str:
    """Return which part of a drawing this is, and the bands in it: `Part 2 of 3: MS2 Safe nights, continued`.

    `parts` are the boxes of each, by number.
    """
    bands = []
    for band in flow.bands:
        of_band = [{node for node in part if flow.boxes[node].band == band} for part in parts]
        if of_band[number]:
            bands.append(f"{band}, continued" if any(of_band[:number]) else band)
    return f"Part {number + 1} of {len(parts)}{': ' if bands else ''}{'; '.join(bands)}"


def goes_on(flow: Flow, parts: Sequence[frozenset[int]], number: int) -> str:
    """Return which arrows lead from a part to those after it: `To part 2: A3 to A9, A5 to A6.`; nothing for none."""
    part_of = {node: index for index, part in enumerate(parts) for node in part}
    across: dict[int, list[str]] = defaultdict(list)
    for start, end in flow.graph.arrows:
        ends = sorted((part_of[start], part_of[end]))
        if ends[0] == number < ends[1]:
            across[ends[1]].append(f"{flow.boxes[start].ref} to {flow.boxes[end].ref}")
    return " ".join(f"To part {index + 1}: {_several(across[index])}." for index in sorted(across))


def _several(words: list[str]) -> str:
    left = len(words) - _NAMED
    return ", ".join(words if left <= 0 else [*words[:_NAMED], f"{left} more"])


def _counted_kinds(flow: Flow) -> str:
    counts = Counter(box.kind for box in flow.boxes)
    return _joined([f"{counts[kind]} {kind}{'s' * (counts[kind] > 1)}" for kind in _KINDS if counts[kind]])


def _leads_to(flow: Flow, order: Sequence[int]) -> str:
    """Every arrow in words, where there are few."""
    graph = flow.graph
    starts = [node for node in order if graph.after[node]]
    if len(starts) > _NAMED or len(graph.arrows) > 2 * _NAMED:
        return ""
    return " ".join(f"{flow.boxes[node].ref} leads to {_listed(flow, graph.after[node])}." for node in starts)


def _begins_and_ends(flow: Flow, tied: list[int]) -> str:
    graph = flow.graph
    first = [node for node in tied if not graph.before[node]]
    last = [node for node in tied if not graph.after[node]]
    return f"It begins with {_listed(flow, first)}, and ends with {_listed(flow, last)}."


def _listed(flow: Flow, nodes: list[int] | tuple[int, ...]) -> str:
    refs = [flow.boxes[node].ref for node in nodes]
    return _joined(refs if len(refs) <= _NAMED else [*refs[:_NAMED], f"{len(refs) - _NAMED} more"])


def _joined(words: list[str]) -> str:
    return listed(words)
