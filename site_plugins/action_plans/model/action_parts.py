"""What an action is made of: later dates, tasks, checks, pilots, news, and how it was closed, reopened or stopped."""

from enum import unique
from typing import Annotated

from pydantic import Field

from action_plans.model.markers import Cites
from action_plans.model.measure import CitedMeasures
from action_plans.model.record import Choice, Many, Record, ReferenceOrWords, RoleCode, RoleOrBody, Text
from action_plans.model.reference import Kind, is_words
from action_plans.model.when import When


@unique
class CheckResult(Choice):
    """What a check of practice found."""

    HOLDS = "holds"
    PARTLY = "partly"
    SLIPPED = "slipped"


@unique
class PilotDecision(Choice):
    """What was decided after a small test."""

    ADOPT = "adopt"
    ADAPT = "adapt"
    ABANDON = "abandon"


class Revision(Record):
    """A later date, and why."""

    date: When
    """When the date was moved."""
    due: When
    """The new date."""
    reason: Text | None = None
    """Why it was moved."""
    by: RoleOrBody | None = None
    """Who moved it: a role, or an outside body in words."""


class Task(Record):
    """A part of an action given to someone."""

    what: Text
    """What is to be done."""
    who: RoleCode | None = None
    """The role that does it."""
    by: When | None = None
    """By when."""
    outcome: Text | None = None
    """The result that is wanted."""
    report_to: Text | None = None
    """The role or group that is told."""
    report_how: Text | None = None
    """How they are told."""
    report_by: When | None = None
    """By when they are told."""
    done_on: When | None = None
    """When it was done."""


class Resources(Record):
    """What an action needs, and what there is."""

    needed: Text | None = None
    """What is needed."""
    available: Text | None = None
    """What is available."""


class Check(Record):
    """Someone looked whether it holds in practice."""

    date: When
    """When."""
    by: RoleOrBody
    """Who looked: a role, or an outside body in words."""
    sample: Text | None = None
    """What was looked at."""
    result: CheckResult
    """holds, partly or slipped."""
    found: Text | None = None
    """What was found."""


class Pilot(Record):
    """A small test: Plan, Do, Study, Act."""

    where: Text | None = None
    """Where it was tried."""
    from_: When | None = Field(default=None, alias="from")
    """When it began."""
    to: When | None = None
    """When it ended."""
    prediction: Text | None = None
    """What was expected."""
    did: Text | None = None
    """What was done."""
    studied: Text | None = None
    """What was learned."""
    decision: PilotDecision | None = None
    """adopt, adapt or abandon."""
    measures: CitedMeasures = ()
    """Measures that showed it."""


class Update(Record):
    """News of an action."""

    date: When
    """When."""
    by: RoleOrBody | None = None
    """Who wrote it: a role, or an outside body in words."""
    text: Text
    """What is new."""


class Signoff(Record):
    """Someone signed a stage off."""

    date: When
    """When."""
    by: RoleOrBody
    """Who signed: a role, or an outside body in words."""
    stage: Text | None = None
    """What was signed off."""


class Reopened(Record):
    """A closed action was opened again."""

    date: When
    """When."""
    reason: Text | None = None
    """Why."""


class Stopped(Record):
    """An action was withdrawn, replaced or handed over."""

    date: When
    """When."""
    by: RoleOrBody | None = None
    """Who decided: a role, or an outside body in words."""
    because: Text | None = None
    """Why."""
    instead: Annotated[Many[ReferenceOrWords], Cites((Kind.ACTION,), "instead", or_words=True)] = ()
    """Actions that stand in its place: their references, or words for what was handed over."""

    @property
    def instead_in_words(self) -> tuple[str, ...]:
        """What stands in its place, where that is told in words."""
        return tuple(written for written in self.instead if is_words(written))
