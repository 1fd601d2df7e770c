"""What a plan aims for, and whether it was reached."""

from enum import unique
from typing import Annotated

from action_plans.model.markers import NamesAim
from action_plans.model.measure import CitedMeasures
from action_plans.model.record import Choice, Id, Item, Many, Record, Text
from action_plans.model.when import When


@unique
class Achieved(Choice):
    """Whether an objective was reached."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT = "not"

    @property
    def label(self) -> str:
        """The verdict as a page shows it."""
        return {"achieved": "Achieved", "partly": "Partly achieved", "not": "Not achieved"}[self.value]


class ObjectiveReview(Record):
    """An objective was looked at against its figures."""

    date: When
    """When."""
    verdict: Achieved
    """achieved, partly or not."""
    because: Text | None = None
    """Why, with the figures."""


class Objective(Item):
    """What the plan aims for: specific, measurable, attainable, relevant, timely."""

    id: Id
    """Its reference."""
    statement: Text
    """From what, to what, by when."""
    attainable: Text | None = None
    """Why it can be reached."""
    measures: CitedMeasures = ()
    """Measures that show it."""
    due: When | None = None
    """By when."""
    expected_result: Text | None = None
    """The result expected, such as Good for Safe."""
    aligns_with: Annotated[Many[Text], NamesAim()] = ()
    """The organisational objectives it serves."""
    reviews: Many[ObjectiveReview] = ()
    """Whether it was reached, looked at against the figures."""
