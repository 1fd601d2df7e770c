"""All plans and notes of a project together."""

from dataclasses import dataclass

from action_plans.model.evidence import EvidenceNote
from action_plans.model.plan import Plan
from action_plans.model.service import Provider, Service


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything that was read: plans and services by file name, notes by path."""

    plans: tuple[Plan, ...] = ()
    services: tuple[Service, ...] = ()
    provider: Provider | None = None
    notes: tuple[EvidenceNote, ...] = ()
