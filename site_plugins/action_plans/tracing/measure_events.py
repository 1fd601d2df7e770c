"""What was done while a figure moved: the actions that cite a measure, when they closed, when a small test began."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, unique

from action_plans.model.when import When
from action_plans.tracing.days import has_come
from action_plans.tracing.measures import TracedMeasure
from action_plans.tracing.references import References
from action_plans.tracing.states import Condition
from action_plans.tracing.traced import TracedAction


@unique
class Done(Enum):
    """What happened to an action, and the words for it after its reference."""

    PILOT = "pilot"
    CLOSED = "closed"
    SLIPPED = "closed, slipped since"
    REOPENED = "closed, reopened since"


@dataclass(frozen=True, slots=True)
class MeasureEvent:
    """Something done to what a measure shows: when, the action's reference, what."""

    when: When
    ref: str
    done: Done

    @property
    def day(self) -> date:
        """The day that counts: the first of a month as a start, else its last."""
        return self.when.first if self.done is Done.PILOT else self.when.last


def measure_events(
    measure: TracedMeasure, actions: Iterable[TracedAction], references: References
) -> tuple[MeasureEvent, ...]:
    """Return what was done in the actions that cite a measure, in order of date; nothing that has not come.

    A small test that names measures belongs to those alone; one that names none, to all of its action.
    """
    found = []
    for action in actions:
        for pilot in action.record.pilots:
            named = [references.find(written, action.plan) for written in pilot.measures]
            is_ours = not named or any(node is not None and node.record is measure.record for node in named)
            if is_ours and pilot.from_ is not None:
                found.append(MeasureEvent(pilot.from_, action.ref, Done.PILOT))
        if action.record.closed_on is not None and not action.is_stopped:
            found.append(MeasureEvent(action.record.closed_on, action.ref, _closed(action)))
    come = [event for event in found if has_come(event.when, measure.today)]
    return tuple(sorted(come, key=lambda event: event.day))


def _closed(action: TracedAction) -> Done:
    if action.condition is Condition.SLIPPED:
        return Done.SLIPPED
    return Done.CLOSED if action.is_finished else Done.REOPENED
