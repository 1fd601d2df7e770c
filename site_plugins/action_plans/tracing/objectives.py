"""Objectives: their five letters, their measures, and whether what people wrote agrees with the figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, unique
from functools import cached_property
from typing import Self

from action_plans.model.objective import Achieved, Objective, ObjectiveReview
from action_plans.model.plan import Plan
from action_plans.tracing.days import is_future, last_day
from action_plans.tracing.graph import Graph
from action_plans.tracing.measures import TracedMeasure
from action_plans.tracing.references import Node


@unique
class Letter(Enum):
    """What an objective has to say: its word, and what is asked for where it is not said."""

    label: str
    asks: str

    def __new__(cls, value: str, label: str, asks: str) -> Self:
        """Keep the words beside the value."""
        letter = object.__new__(cls)
        letter._value_ = value
        letter.label = label
        letter.asks = asks
        return letter

    SPECIFIC = "S", "Specific", "what will be different, from what, to what: `statement`"
    MEASURABLE = "M", "Measurable", "which figure shows it: `measures`"
    ATTAINABLE = "A", "Attainable", "why it can be reached: `attainable`"
    RELEVANT = "R", "Relevant", "which of the organisation's aims it serves: `aligns_with`"
    TIMELY = "T", "Timely", "by when: `due`"


@dataclass(frozen=True)
class TracedObjective:
    """An objective with the measures that show it and the actions that serve it, in the order written."""

    ref: str
    plan: Plan
    record: Objective
    today: date
    measures: tuple[TracedMeasure, ...]
    actions: tuple[str, ...]

    @cached_property
    def missing(self) -> tuple[Letter, ...]:
        """The letters that it does not say."""
        record = self.record
        said = {
            Letter.SPECIFIC: record.statement,
            Letter.MEASURABLE: self.measures,
            Letter.ATTAINABLE: record.attainable,
            Letter.RELEVANT: record.aligns_with,
            Letter.TIMELY: record.due,
        }
        return tuple(letter for letter in Letter if not said[letter])

    @cached_property
    def newest_review(self) -> ObjectiveReview | None:
        """The newest review that has come; of two on a day the one written last."""
        come = [one for one in self.record.reviews if not is_future(one.date, self.today)]
        return max(reversed(come), key=lambda one: one.date.last, default=None)

    @cached_property
    def disputed_by(self) -> tuple[TracedMeasure, ...]:
        """The measures, as they stood on the day of the newest review, whose figures say otherwise than people wrote.

        Achieved, and a measure had not met the target that counted that day; not achieved, and all had. Readings
        taken since are another matter, and a figure that cannot be judged says nothing.
        """
        review = self.newest_review
        if review is None or review.verdict is Achieved.PARTLY or not self.measures:
            return ()
        then = tuple(measure.as_at(last_day(review.date, self.today)) for measure in self.measures)
        if review.verdict is Achieved.ACHIEVED:
            return tuple(measure for measure in then if measure.is_met is False)
        return then if all(measure.is_met for measure in then) else ()

    @property
    def has_news(self) -> bool:
        """Whether a measure has been read since the newest review."""
        review = self.newest_review
        newest = (measure.latest for measure in self.measures)
        return review is not None and any(one is not None and one.date.last > review.date.last for one in newest)


def traced_objectives(
    nodes: Mapping[str, Node], graph: Graph, measures: Mapping[str, TracedMeasure], today: date
) -> Mapping[str, TracedObjective]:
    """Return every objective among things with its measures and the actions that serve it, by reference."""
    return {
        ref: TracedObjective(
            ref,
            node.plan,
            node.record,
            today,
            tuple(measures[other] for other in graph.subjects("measures", ref)),
            graph.subjects("for", ref),
        )
        for ref, node in nodes.items()
        if isinstance(node.record, Objective) and node.plan is not None
    }
