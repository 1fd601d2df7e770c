"""A plan: everything that one file under `plans/` says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Discriminator, Field, Tag

from action_plans.model.action import Action
from action_plans.model.family import PlanFamily
from action_plans.model.finding import Finding
from action_plans.model.measure import Measure, Milestone, Risk
from action_plans.model.objective import Objective
from action_plans.model.people import Roles
from action_plans.model.plan_parts import Accepted, Approval, Communication, Feedback, Involved, Recognition, Scope
from action_plans.model.record import Entries, Id, Item, Many, Plain, RoleCode, Text
from action_plans.model.reference import Kind, Ref
from action_plans.model.service import Service, ServiceName
from action_plans.model.source import Source
from action_plans.model.when import Every, When


def _fields_or_name(written: object) -> str:
    """Tell a service's own fields from its name or id, so that a slip in one of them is reported once."""
    return "fields" if isinstance(written, dict | Service) else "name"


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One thing of a plan that has an id."""

    ref: Ref
    kind: Kind
    record: Item


class Plan(Item):
    """An improvement action plan."""

    format: Plain | None = None
    """The version of this format: 1."""
    id: Id
    """A short name, used in references and addresses."""
    title: Text
    """The plan's title."""
    service: Annotated[
        Annotated[Service, Tag("fields")] | Annotated[ServiceName, Tag("name")], Discriminator(_fields_or_name)
    ]
    """The service: the id of a file under `plans/services/`, its fields, or its name."""
    version: Plain | None = None
    """The plan's version."""
    written: When | None = None
    """When it was written."""
    next_review: When | None = None
    """When it is next looked at as a whole."""
    review_every: Every | None = None
    """How often something must be new, such as 2 weeks; a plan without news for longer is stale."""
    summary: Text | None = None
    """What it aims to improve, by how much, by when, and the rating or result expected."""
    framework: Many[Plain] = ("saf-2023",)
    """The assessment framework whose statements it cites."""
    sources: Many[Source] = ()
    """Where the findings come from."""
    next_assessment: When | None = None
    """When CQC is expected next, if known."""
    scope: Scope | None = None
    """What the plan covers and what it does not."""
    roles: Roles = Field(default_factory=dict)
    """Short codes and the roles they stand for."""
    lead: RoleCode | None = None
    """The role that runs the plan."""
    deputy: RoleCode | None = None
    """The role that stands in."""
    author: RoleCode | None = None
    """The role that wrote it."""
    evidence_lead: RoleCode | None = None
    """The role that records evidence."""
    involved: Many[Involved] = ()
    """Who took part in deciding."""
    organisational_objectives: Entries[Id, Text] = Field(default_factory=dict)
    """What the organisation aims for, by reference."""
    objectives: Many[Objective] = ()
    """What the plan aims for."""
    findings: Many[Finding] = ()
    """What was found."""
    actions: Many[Action] = ()
    """What is done about it."""
    measures: Many[Measure] = ()
    """Figures that show whether it works."""
    milestones: Many[Milestone] = ()
    """Points that the plan must pass."""
    risks: Many[Risk] = ()
    """What could go wrong."""
    communications: Many[Communication] = ()
    """Who is told what, and when."""
    feedback: Many[Feedback] = ()
    """What people said about the plan, and what it changed."""
    recognition: Many[Recognition] = ()
    """Thanks to teams and roles."""
    approvals: Many[Approval] = ()
    """Who considered, approved, sent or accepted the plan."""
    accepted: Many[Accepted] = ()
    """Known problems, answered."""
    family: PlanFamily | None = None
    """What families are told of the whole plan."""

    @property
    def path(self) -> str:
        """The plan's file, relative to the project."""
        return self.origins.path

    @property
    def ref(self) -> Ref:
        """The plan's own reference."""
        return Ref.to(self.id)

    def items(self, *kinds: Kind) -> Iterator[PlanItem]:
        """Yield everything in the plan that has an id, of these kinds or of all: kind by kind, as it is written."""
        for field, kind in ITEM_FIELDS.items():
            if kinds and kind not in kinds:
                continue
            for record in getattr(self, field):
                if record.id is not None:
                    yield PlanItem(Ref.to(self.id, record.id), kind, record)


ITEM_FIELDS: Mapping[str, Kind] = {
    "findings": Kind.FINDING,
    "actions": Kind.ACTION,
    "objectives": Kind.OBJECTIVE,
    "measures": Kind.MEASURE,
    "milestones": Kind.MILESTONE,
    "risks": Kind.RISK,
    "sources": Kind.SOURCE,
    "communications": Kind.COMMUNICATION,
}
"""The fields of a plan that hold things with an id, and what kind each holds."""
