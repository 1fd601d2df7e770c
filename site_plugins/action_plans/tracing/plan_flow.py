"""What waits for what in a plan, and what that says: computed once in the trace, told and drawn by pages."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from action_plans.tracing.digraph import Digraph
from action_plans.tracing.traced import TracedAction, TracedFinding

Arrows = tuple[tuple[str, str], ...]
_MOST = 3
_AT_LEAST = 2  # steps that wait, before a step is worth naming


@dataclass(frozen=True, slots=True)
class PlanFlow:
    """The flow of a plan: its live actions, then the milestones that some are needed for; all by reference.

    Attributes:
        steps: The actions as written, then the milestones as written.
        arrows: Pairs: the second waits for the first. One that would close a circle is left out: circles are errors. A
            milestone waits for those of its actions that no other of them waits for.
        critical: The longest chain of what is still open: a day lost in it is a day lost at the end. Empty where no
            open action waits for another.
        longest_chain: The most steps that must come one after the other; empty where nothing waits for anything.
        most_waited_for: At most three steps with how many steps wait for each, directly or through others: two at
            least; the most first, then in the order written.
        handovers: A role, the next role, and how many arrows lead from one to the other; the most first, then by name.
        unproven_ends: The last actions of chains that still have to show evidence, in the order written. A milestone
            ends no chain, and an action without arrows is none.
    """

    steps: tuple[str, ...]
    arrows: Arrows
    critical: tuple[str, ...]
    longest_chain: tuple[str, ...]
    most_waited_for: tuple[tuple[str, int], ...]
    handovers: tuple[tuple[str, str, int], ...]
    unproven_ends: tuple[str, ...]


def flow_of(
    live: Sequence[TracedAction],
    milestones: Iterable[str],
    order: Mapping[str, int],
    titles: Mapping[str, str],
) -> PlanFlow:
    """Return the flow of a plan.

    Args:
        live: Its actions that are not stopped, as written.
        milestones: Its milestones by reference, as written.
        order: A place for each action, after all it waits for, as `order_of` gives it.
        titles: What the role that owns an action is called, by the action's reference.

    Cost: linear in steps and arrows, apart from sorting and from `Digraph.waiting`.
    """
    steps = [action.ref for action in live]
    arrows = list(arrows_among(live, order))
    needs: dict[str | None, list[TracedAction]] = defaultdict(list)
    for action in live:
        needs[action.milestone].append(action)
    for milestone in dict.fromkeys(milestones):
        if milestone in needs:
            steps.append(milestone)
            arrows += ((last, milestone) for last in _last_of(needs[milestone]))
    graph, open_ones = _graph(steps, arrows), [action for action in live if action.is_open]
    among_open = _graph([action.ref for action in open_ones], arrows_among(open_ones, order))
    return PlanFlow(
        steps=tuple(steps),
        arrows=tuple(arrows),
        critical=tuple(open_ones[node].ref for node in _chain(among_open)),
        longest_chain=tuple(steps[node] for node in _chain(graph)),
        most_waited_for=tuple((steps[node], waiting) for node, waiting in _most_waited_for(graph)),
        handovers=_handovers(arrows, titles),
        unproven_ends=tuple(
            action.ref
            for node, action in enumerate(live)
            if _has_nothing_to_show(action) and _ends(graph, node, len(live))
        ),
    )


def arrows_among(shown: Sequence[TracedAction], order: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield the arrows among some actions; one that would close a circle is left out, since circles are errors."""
    among = {action.ref for action in shown}
    for action in shown:
        for before in action.waits_for:
            if before in among and order[before] < order[action.ref]:
                yield before, action.ref


def arrows_of_findings(findings: Sequence[TracedFinding], actions: Mapping[str, TracedAction]) -> tuple[Arrows, Arrows]:
    """Return the arrows between the findings of a plan: one leads where an action waits for an action of another.

    An action for several counts with the first. Findings may wait for each other, which is no error: the arrows that
    would close a circle come apart, as the second of the two; those that lead on in the plan's order are kept first.
    """
    home = {ref: finding.ref for finding in reversed(findings) for ref in finding.actions}
    waits: dict[str, dict[str, None]] = {finding.ref: {} for finding in findings}
    for finding in findings:
        for ref in finding.actions:
            for before in actions[ref].waits_for:
                other = home.get(before, finding.ref)
                if other in waits and other != finding.ref:
                    waits[finding.ref][other] = None
    place = {ref: number for number, ref in enumerate(waits)}
    every = [(before, after) for after, several in waits.items() for before in several]
    kept = {arrow for arrow in every if place[arrow[0]] < place[arrow[1]]}
    leads: dict[str, set[str]] = defaultdict(set)
    for before, after in kept:
        leads[before].add(after)
    for before, after in every:
        if (before, after) not in kept and not _reaches(leads, after, before):
            kept.add((before, after))
            leads[before].add(after)
    arrows = tuple(arrow for arrow in every if arrow in kept)
    return arrows, tuple(arrow for arrow in every if arrow not in kept)


def _reaches(leads: Mapping[str, set[str]], start: str, end: str) -> bool:
    """Whether arrows lead from one thing to another, over whatever lies between."""
    waiting, seen = [start], {start}
    while waiting:
        here = waiting.pop()
        if here == end:
            return True
        new = leads.get(here, set()) - seen
        seen |= new
        waiting.extend(new)
    return False


def _graph(steps: Sequence[str], arrows: Iterable[tuple[str, str]]) -> Digraph:
    number = {ref: index for index, ref in enumerate(steps)}
    return Digraph(len(steps), ((number[start], number[end]) for start, end in arrows))


def _last_of(needs: Sequence[TracedAction]) -> Iterator[str]:
    needed = {action.ref for action in needs}
    yield from (action.ref for action in needs if needed.isdisjoint(action.waited_for_by))


def _chain(graph: Digraph) -> tuple[int, ...]:
    return graph.longest_chain if graph.arrows else ()


def _most_waited_for(graph: Digraph) -> list[tuple[int, int]]:
    many = [(node, waiting) for node, waiting in enumerate(graph.waiting) if waiting >= _AT_LEAST]
    return sorted(many, key=lambda each: (-each[1], each[0]))[:_MOST]


def _handovers(arrows: Iterable[tuple[str, str]], titles: Mapping[str, str]) -> tuple[tuple[str, str, int], ...]:
    pairs = Counter((titles.get(start, ""), titles.get(end, "")) for start, end in arrows)
    changed = [(giver, taker, count) for (giver, taker), count in pairs.items() if giver and taker and giver != taker]
    return tuple(sorted(changed, key=lambda handover: (-handover[2], handover[0], handover[1])))


def _has_nothing_to_show(action: TracedAction) -> bool:
    """Whether neither evidence that counts nor a result stands behind an action, open or closed."""
    return not action.counting and not action.results


def _ends(graph: Digraph, node: int, actions: int) -> bool:
    """Whether a chain of actions ends here: what waits for it are milestones only, whose numbers come after those."""
    is_last = all(other >= actions for other in graph.after[node])
    return is_last and bool(graph.before[node] or graph.after[node])
