"""The parts of a plan that no others have: its scope, who took part, what is told to whom, what was decided."""

from typing import Annotated

from pydantic import Field

from action_plans.model.markers import Cites
from action_plans.model.record import Id, Item, Many, Plain, Record, Reference, RoleCode, Text
from action_plans.model.reference import ANYTHING, Kind
from action_plans.model.when import When


class ScopeChange(Record):
    """Something added to the plan, or taken out, later."""

    date: When
    """When."""
    change: Text
    """What was added or taken out."""
    reason: Text | None = None
    """Why."""
    approved_by: Text | None = None
    """Who agreed: a role, or a group in words."""


class Scope(Record):
    """What the plan covers and what it does not."""

    in_: Many[Text] = Field(default=(), alias="in")
    """What it covers."""
    out: Many[Text] = ()
    """What it leaves to others."""
    changes: Many[ScopeChange] = ()
    """What was added or taken out later, and why."""


class Involved(Record):
    """Who took part in deciding."""

    group: Text
    """Who, as a group."""
    date: When | None = None
    """When."""
    how: Text | None = None
    """How they took part."""


class Communication(Item):
    """Something to tell someone."""

    id: Id | None = None
    """Its reference."""
    audience: Text
    """Who is told."""
    message: Text
    """What they are told."""
    effect: Text | None = None
    """How they are affected."""
    channel: Text | None = None
    """How they are told."""
    due: When | None = None
    """By when."""
    done_on: When | None = None
    """When it was done."""
    owner: RoleCode | None = None
    """The role that tells them."""
    about: Annotated[Many[Reference], Cites(ANYTHING)] = ()
    """The findings and actions it is about."""


class Feedback(Item):
    """What someone said about the plan, and what it changed."""

    date: When
    """When."""
    from_: Text = Field(alias="from")
    """Who said it, as a group."""
    said: Text
    """What they said."""
    response: Text | None = None
    """What was answered."""
    changed: Annotated[Many[Reference], Cites(ANYTHING)] = ()
    """What it changed."""


class Recognition(Item):
    """Thanks to a team or a role."""

    date: When
    """When."""
    team: Text | None = None
    """The team that is thanked."""
    who: RoleCode | None = None
    """The role that is thanked."""
    for_: Text = Field(alias="for")
    """What for."""
    milestone: Annotated[Id | None, Cites((Kind.MILESTONE,), own_plan_only=True)] = None
    """The milestone it belongs to."""


class Approval(Item):
    """A group considered, approved, sent or accepted the plan."""

    date: When
    """When."""
    group: Text
    """Who."""
    decision: Text
    """What was decided."""
    version: Plain | None = None
    """Which version of the plan."""


class Accepted(Record):
    """A known problem, answered."""

    code: Plain
    """The problem's code, such as AP301."""
    item: Annotated[Reference | None, Cites(ANYTHING)] = None
    """What it concerns; the whole plan, if nothing is said."""
    words: Text | None = None
    """The words that are meant for families, as the problem shows them; only for AP402, AP403, AP404 and AP406."""
    because: Text
    """Why it is accepted."""
    until: When | None = None
    """Until when."""
