"""Plans that have to do with each other: what is told of a group of them needs nothing of the other groups."""

from collections.abc import Iterator

import networkx as nx

from action_plans.model.evidence import EvidenceNote
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from action_plans.model.reference import Ref
from action_plans.model.service import Service
from action_plans.tracing.measures import compared_name
from action_plans.tracing.references import citations
from action_plans.tracing.trace import Trace


def plan_groups(trace: Trace) -> tuple[Portfolio, ...]:
    """Return everything in groups, each as a portfolio, in the order in which the first plan of each was read.

    Two plans are in one group where they are for one service, where one refers to something of the other, where a note
    supports something in both, where they have the same measure (`compare_as`), or where both have to do with a third.
    Notes that have to do with no plan are a group of their own, the last, which is there without any too. The provider
    is in every group. So the trace of a group, made with the extent of the whole, says of what is in it what the trace
    of the whole says.
    Cost: linear in what is written.
    """
    links: nx.Graph[str] = nx.Graph()
    portfolio = trace.portfolio
    plans = {plan.ref.casefold(): None for plan in portfolio.plans}
    links.add_nodes_from(plans)
    links.add_nodes_from(note.ref.casefold() for note in portfolio.notes)
    links.add_edges_from(_links(trace))
    group_of = {name: place for place, names in enumerate(nx.connected_components(links)) for name in names}
    order = dict.fromkeys(group_of[name] for name in plans)
    none = len(group_of)  # that of what has to do with no plan
    of_service = {trace.service_of[plan.id].id.casefold(): group_of[plan.ref.casefold()] for plan in portfolio.plans}
    held: dict[int, tuple[list[Plan], list[Service], list[EvidenceNote]]] = {}
    for group in (*order, none):
        held[group] = ([], [], [])
    for plan in portfolio.plans:
        held[group_of[plan.ref.casefold()]][0].append(plan)
    for service in portfolio.services:
        held[of_service.get(service.id.casefold(), none)][1].append(service)
    for note in portfolio.notes:
        group = group_of[note.ref.casefold()]
        held[group if group in order else none][2].append(note)
    return tuple(
        Portfolio(tuple(plans), tuple(services), portfolio.provider, tuple(notes))
        for plans, services, notes in held.values()
    )


def _links(trace: Trace) -> Iterator[tuple[str, str]]:
    """Yield what has to do with what: plans and notes by reference, in lower case, others by names that no id has."""
    for plan in trace.portfolio.plans:
        own = plan.ref.casefold()
        yield own, f"service {trace.service_of[plan.id].id.casefold()}"
        for measure in plan.measures:
            if measure.compare_as:
                yield own, f"measure {compared_name(measure)}"
    for cited in citations(trace.portfolio):
        there = trace.references.find(cited.written, cited.plan)
        if there is not None:
            yield _home(cited.subject), _home(there.ref)


def _home(ref: Ref) -> str:
    """Return the plan that something stands in, or the note that it is."""
    return ref.casefold() if ref.is_note else ref.plan.casefold()
