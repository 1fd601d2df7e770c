"""What people were told and what they said: how each message stands, what it is about, what feedback changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, unique

from action_plans.model.plan import Plan
from action_plans.model.plan_parts import Communication, Feedback
from action_plans.tracing.days import has_come, has_passed
from action_plans.tracing.references import References
from action_plans.tracing.rules import SOON


@unique
class Sending(Enum):
    """How a message stands, what needs somebody first."""

    LATE = "late"
    """Its day has passed, and nothing says that it was sent."""
    SOON = "soon"
    """It is to be sent within 14 days."""
    TO_COME = "to-come"
    """It is to be sent later."""
    UNDATED = "undated"
    """Nobody said when."""
    SENT = "sent"
    """It was sent."""


@dataclass(frozen=True, slots=True)
class TracedCommunication:
    """A message of a plan: its place among them from 0, how it stands, what it is about by reference."""

    place: int
    plan: Plan
    record: Communication
    sending: Sending
    about: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """Where it stands on its page: by its id, else by its place."""
        return self.record.id.lower() if self.record.id is not None else f"message-{self.place + 1}"


@dataclass(frozen=True, slots=True)
class TracedFeedback:
    """What somebody said of a plan: its place among it from 0, and what it changed by reference."""

    place: int
    plan: Plan
    record: Feedback
    changed: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """Where it stands on its page."""
        return f"said-{self.place + 1}"

    @property
    def is_answered(self) -> bool:
        """Whether an answer is written, or something that it changed."""
        return self.record.response is not None or bool(self.changed)


@dataclass(frozen=True, slots=True)
class Told:
    """What was told and said, plan by plan, in the order written."""

    communications: Mapping[str, tuple[TracedCommunication, ...]]
    feedback: Mapping[str, tuple[TracedFeedback, ...]]


def told(plans: Iterable[Plan], references: References, today: date) -> Told:
    """Return all messages and all feedback. Cost: linear in both and what they cite."""
    communications: dict[str, tuple[TracedCommunication, ...]] = {}
    feedback: dict[str, tuple[TracedFeedback, ...]] = {}
    for plan in plans:
        communications[plan.id] = tuple(
            TracedCommunication(place, plan, one, _sending(one, today), _refs(one.about, references, plan))
            for place, one in enumerate(plan.communications)
        )
        feedback[plan.id] = tuple(
            TracedFeedback(place, plan, one, _refs(one.changed, references, plan))
            for place, one in enumerate(plan.feedback)
        )
    return Told(communications, feedback)


def _sending(message: Communication, today: date) -> Sending:
    if has_come(message.done_on, today):
        return Sending.SENT
    if message.due is None:
        return Sending.UNDATED
    if has_passed(message.due, today):
        return Sending.LATE
    return Sending.SOON if message.due.last - today <= SOON else Sending.TO_COME


def _refs(written: Sequence[str], references: References, plan: Plan) -> tuple[str, ...]:
    """Return what is cited, each once; what leads nowhere is a problem of its own."""
    nodes = (references.find(one, plan) for one in written)
    return tuple(dict.fromkeys(node.ref for node in nodes if node is not None))
