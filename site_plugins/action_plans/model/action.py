"""An action: who does what by when, and how it is known to work."""

from datetime import date
from enum import unique
from typing import Annotated

from pydantic import Field

from action_plans.model.action_parts import Check, Pilot, Reopened, Resources, Revision, Signoff, Stopped, Task, Update
from action_plans.model.evidence import EvidenceLine
from action_plans.model.family import ActionFamily
from action_plans.model.markers import Cites
from action_plans.model.measure import CitedMeasures
from action_plans.model.origin import Origin
from action_plans.model.record import Choice, Id, Item, Many, Reference, RoleCode, RoleOrBody, Text
from action_plans.model.reference import Kind
from action_plans.model.when import When


@unique
class Timescale(Choice):
    """Quick wins and long-term work, told apart."""

    SHORT_TERM = "short-term"
    LONG_TERM = "long-term"


@unique
class Priority(Choice):
    """How urgent an action is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@unique
class Status(Choice):
    """The status column that the guidance asks for."""

    OPEN = "open"
    CLOSED = "closed"


@unique
class Progress(Choice):
    """How an open action goes, as its owner sees it."""

    NOT_STARTED = "not-started"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    OFF_TRACK = "off-track"


class Action(Item):
    """An action of the plan."""

    id: Id
    """Its reference, unique in the plan and never used again."""
    title: Text
    """What is done, in one line."""
    owner: RoleCode
    """The role that answers for it."""
    due: When
    """The date first given."""
    for_: Annotated[Many[Reference], Cites((Kind.FINDING, Kind.OBJECTIVE), "for")] = Field(default=(), alias="for")
    """The findings and objectives it serves, in this plan or others."""
    description: Text | None = None
    """More about what is done."""
    helpers: Many[RoleCode] = ()
    """Roles that help."""
    timescale: Timescale | None = None
    """short-term or long-term."""
    priority: Priority | None = None
    """high, medium or low."""
    started: When | None = None
    """When work began."""
    revised: Many[Revision] = ()
    """Later dates, each with its reason."""
    progress: Progress | None = None
    """How an open action goes: not-started, on-track, at-risk or off-track."""
    depends_on: Annotated[Many[Reference], Cites((Kind.ACTION,), "depends-on")] = ()
    """Actions that must be finished first."""
    milestone: Annotated[Id | None, Cites((Kind.MILESTONE,), "meets", own_plan_only=True)] = None
    """The milestone it is needed for."""
    tasks: Many[Task] = ()
    """Parts given to others."""
    measures: CitedMeasures = ()
    """Measures that show whether it works."""
    resources: Resources | None = None
    """What it needs and what there is."""
    done_when: Text | None = None
    """What will be true in practice when it is done, agreed at the start."""
    evidence: Many[EvidenceLine] = ()
    """Evidence written here; notes of their own cite the action."""
    checker: RoleOrBody | None = None
    """Who will check it, a role or an outside body in words: not its owner."""
    check_due: When | None = None
    """By when it will be checked."""
    checks: Many[Check] = ()
    """Checks of practice, at any time."""
    sustained_by: Text | None = None
    """What keeps it so, and which measure shows it."""
    pilots: Many[Pilot] = ()
    """Small tests."""
    updates: Many[Update] = ()
    """News, dated."""
    status: Status | None = None
    """open or closed; may be left out."""
    closed_on: When | None = None
    """When it was closed."""
    closed_by: RoleOrBody | None = None
    """Who closed it: a role, or an outside body in words."""
    different_now: Text | None = None
    """What changed in practice."""
    lessons: Text | None = None
    """What was learned."""
    issues: Text | None = None
    """What was difficult."""
    signoffs: Many[Signoff] = ()
    """Who signed off what, and when."""
    reopened: Many[Reopened] = ()
    """When it was opened again, and why."""
    stopped: Stopped | None = None
    """If it was withdrawn, replaced or handed over."""
    family: ActionFamily | None = None
    """What families are told of it."""

    def newest_update(self, today: date) -> Update | None:
        """Return the newest news that has come; of two of one day that written last."""
        come = (update for update in reversed(self.updates) if update.date.first <= today)
        return max(come, key=lambda update: update.date.last, default=None)

    @property
    def newest_revision(self) -> Revision | None:
        """The newest later date; of two of one day the one written last."""
        return max(reversed(self.revised), key=lambda moved: moved.date.last, default=None)

    @property
    def effective_due(self) -> When:
        """The date that counts: that of the newest revision, else the date first given."""
        moved = self.newest_revision
        return moved.due if moved is not None else self.due

    @property
    def due_origin(self) -> Origin:
        """Where the date that counts is written."""
        moved = self.newest_revision
        return moved.at("due") if moved is not None else self.at("due")

    @property
    def is_closed(self) -> bool:
        """Whether it is closed: by its status, else by a closing day that no reopening follows."""
        if self.status is not None:
            return self.status is Status.CLOSED
        return self.closed_on is not None and not self.was_reopened

    @property
    def was_reopened(self) -> bool:
        """Whether it was opened again on or after the day it was closed."""
        closed = self.closed_on
        return closed is not None and any(again.date.last >= closed.first for again in self.reopened)

    def has_begun(self, today: date) -> bool:
        """Whether work has begun by today: it was started, there is news of it, or its progress says so."""
        days = (self.started, *(update.date for update in self.updates))
        is_told = self.progress is not None and self.progress is not Progress.NOT_STARTED
        return is_told or any(when is not None and when.first <= today for when in days)
