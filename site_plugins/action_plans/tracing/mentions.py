"""Which messages are about a thing, and which feedback changed it: what plans say of it, asked from its own side."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from action_plans.tracing.told import Told, TracedCommunication, TracedFeedback


@dataclass(frozen=True, slots=True)
class Mentions:
    """The communications about a thing and the feedback that changed it, in the order written."""

    told: tuple[TracedCommunication, ...] = ()
    heard: tuple[TracedFeedback, ...] = ()


def mentions(every: Told) -> Mapping[str, Mentions]:
    """Return what is told and heard of each thing, by its reference. Cost: linear in what is cited."""
    told: dict[str, list[TracedCommunication]] = defaultdict(list)
    heard: dict[str, list[TracedFeedback]] = defaultdict(list)
    for plan, messages in every.communications.items():
        for message in messages:
            for ref in message.about:
                told[ref].append(message)
        for feedback in every.feedback[plan]:
            for ref in feedback.changed:
                heard[ref].append(feedback)
    return {ref: Mentions(tuple(told[ref]), tuple(heard[ref])) for ref in dict.fromkeys((*told, *heard))}
