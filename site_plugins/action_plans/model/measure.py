"""Measures and their readings, milestones, risks."""

from decimal import Decimal
from enum import unique
from typing import Annotated

from pydantic import Field

from action_plans.model.markers import Cites, Takes
from action_plans.model.record import Choice, Id, Item, Many, Record, Reference, RoleCode, Text
from action_plans.model.reference import Kind
from action_plans.model.when import When

Figure = Annotated[Decimal, Field(max_digits=15, decimal_places=6), Takes("a number", "numbers")]
"""A number as a measure has it: at most 9 digits before the point, and at most 6 after it."""

CitedMeasures = Annotated[Many[Reference], Cites((Kind.MEASURE,), "measures", reverse=True)]
"""References to measures, in this plan or others."""


@unique
class Better(Choice):
    """Which way a figure should move."""

    HIGHER = "higher"
    LOWER = "lower"


class Baseline(Record):
    """The figure before the work began."""

    value: Figure
    """The figure."""
    date: When | None = None
    """When it was taken."""
    source: Text | None = None
    """Where it comes from."""


class Target(Record):
    """A figure to reach."""

    value: Figure
    """The figure."""
    by: When | None = None
    """By when."""
    label: Text | None = None
    """What the target is called, where there are several."""


class Reading(Record):
    """One figure of a series."""

    date: When
    """When it was taken."""
    value: Figure
    """The figure."""
    n: Figure | None = None
    """How many were counted."""
    of: Figure | None = None
    """Out of how many."""
    note: Text | None = None
    """What explains the figure."""
    method: Text | None = None
    """How it was taken, where that changed."""


class Measure(Item):
    """A figure that shows whether it works: baseline, targets, readings."""

    id: Id
    """Its reference."""
    title: Text
    """What is measured."""
    area: Text | None = None
    """The part of the service it concerns."""
    unit: Text | None = None
    """The unit, such as % or "of 40"."""
    better: Better | None = None
    """Whether higher or lower is better; without it nothing is said of its targets."""
    method: Text | None = None
    """How it is measured."""
    compare_as: Text | None = None
    """One name for the same measure in several plans."""
    baseline: Baseline | None = None
    """The figure before the work began."""
    targets: Many[Target] = ()
    """Figures to reach, and by when."""
    readings: Many[Reading] = ()
    """The figures so far."""


class Milestone(Item):
    """A point that the plan must pass."""

    id: Id
    """Its reference."""
    title: Text
    """What will be true then."""
    due: When
    """By when."""
    reached_on: When | None = None
    """When it was reached."""


@unique
class RiskStatus(Choice):
    """Whether a risk still stands."""

    OPEN = "open"
    CLOSED = "closed"


class Score(Record):
    """Likelihood and impact, 1 to 5 each."""

    likelihood: int = Field(ge=1, le=5)
    """1 (rare) to 5 (almost certain)."""
    impact: int = Field(ge=1, le=5)
    """1 (slight) to 5 (severe)."""

    @property
    def product(self) -> int:
        """Likelihood times impact."""
        return self.likelihood * self.impact


class Risk(Item):
    """What could go wrong with the plan, and what is done about it."""

    id: Id
    """Its reference."""
    title: Text
    """The risk, in one line."""
    cause: Text | None = None
    """What could cause it."""
    effect: Text | None = None
    """What would follow."""
    likelihood: int | None = Field(default=None, ge=1, le=5)
    """1 (rare) to 5 (almost certain)."""
    impact: int | None = Field(default=None, ge=1, le=5)
    """1 (slight) to 5 (severe)."""
    mitigation: Text | None = None
    """What makes it less likely or less harmful."""
    contingency: Text | None = None
    """What is done if it happens."""
    owner: RoleCode | None = None
    """The role that watches it."""
    actions: Annotated[Many[Reference], Cites((Kind.ACTION,), "mitigates", reverse=True)] = ()
    """Actions that mitigate it."""
    residual: Score | None = None
    """Likelihood and impact that remain."""
    status: RiskStatus = RiskStatus.OPEN
    """open or closed."""
