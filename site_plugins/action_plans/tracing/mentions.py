"""Which messages are about a thing, and which feedback changed it: what plans say of it, asked from its own side."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from action_plans.model.plan import Communication, Feedback, Plan
from action_plans.model.portfolio import Portfolio
from action_plans.tracing.references import References


@dataclass(frozen=True, slots=True)
class Mentions:
    """The communications about a thing and the feedback that changed it, each with its plan, in the order written."""

    told: tuple[tuple[Plan, Communication], ...] = ()
    heard: tuple[tuple[Plan, Feedback], ...] = ()


def mentions(portfolio: Portfolio, references: References) -> Mapping[str, Mentions]:
    """Return what is told and heard of each thing, by its reference. Cost: linear in what is cited."""
    told: dict[str, list[tuple[Plan, Communication]]] = defaultdict(list)
    heard: dict[str, list[tuple[Plan, Feedback]]] = defaultdict(list)
    for plan in portfolio.plans:
        for message in plan.communications:
            for ref in _found(message.about, plan, references):
                told[ref].append((plan, message))
        for feedback in plan.feedback:
            for ref in _found(feedback.changed, plan, references):
                heard[ref].append((plan, feedback))
    return {ref: Mentions(tuple(told[ref]), tuple(heard[ref])) for ref in dict.fromkeys((*told, *heard))}


def _found(written: tuple[str, ...], plan: Plan, references: References) -> Iterator[str]:
    """Yield what references lead to, each once; one that leads nowhere is an error of its own."""
    nodes = (references.find(each, plan) for each in written)
    yield from dict.fromkeys(node.ref for node in nodes if node is not None)
