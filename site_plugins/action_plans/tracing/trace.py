"""The trace: everything that was read, linked both ways, with what the site concludes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from action_plans.frameworks.framework import Framework
from action_plans.model.action import Action
from action_plans.model.finding import Finding
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from action_plans.model.service import Service
from action_plans.model.when import When
from action_plans.tracing.citations import Cited
from action_plans.tracing.graph import Edge, Graph
from action_plans.tracing.people import People
from action_plans.tracing.references import Citation, Kind, Node, References
from action_plans.tracing.results import Proof, Result, Strength
from action_plans.tracing.states import Assurance, Condition, State, Verdict


@dataclass(frozen=True, slots=True)
class TracedAction:
    """An action with everything that is linked to it; other things by reference, in the order written.

    `assurance` is set for closed actions, slipped ones included. `waits_for` are its dependencies as written,
    `holding_up` the live unfinished ones that stand for them; `waited_for_by` are the actions that depend on it.
    `proofs` is all its evidence, lines first, `counting` what of it counts today, `results` has the deciding first.
    """

    ref: str
    plan: Plan
    record: Action
    condition: Condition
    assurance: Assurance | None
    findings: tuple[str, ...]
    objectives: tuple[str, ...]
    waits_for: tuple[str, ...]
    holding_up: tuple[str, ...]
    waited_for_by: tuple[str, ...]
    instead_of: tuple[str, ...]
    instead: tuple[str, ...]
    measures: tuple[str, ...]
    risks: tuple[str, ...]
    milestone: str | None
    proofs: tuple[Proof, ...]
    counting: tuple[Proof, ...]
    results: tuple[Result, ...]
    strength: Strength

    @property
    def state(self) -> State:
        """What a page says of it in one word: how well it is proven where it is closed, else how it stands."""
        return self.assurance if self.condition is Condition.CLOSED and self.assurance else self.condition

    @property
    def is_finished(self) -> bool:
        """Whether it is closed, whatever the proof."""
        return self.condition in (Condition.CLOSED, Condition.SLIPPED)

    @property
    def is_open(self) -> bool:
        """Whether work is still to be done: neither closed nor stopped."""
        return not self.is_finished and self.condition is not Condition.STOPPED

    @property
    def due(self) -> When:
        """The date that counts."""
        return self.record.effective_due


@dataclass(frozen=True, slots=True)
class TracedFinding:
    """A finding with everything that is linked to it.

    `actions` are the live ones that serve it, those that stand instead of stopped ones included; `stopped` are
    the stopped ones. `cited` holds its regulations, statements and key questions as they were understood.
    """

    ref: str
    plan: Plan
    record: Finding
    verdict: Verdict
    actions: tuple[str, ...]
    stopped: tuple[str, ...]
    measures: tuple[str, ...]
    repeats: tuple[str, ...]
    repeated_by: tuple[str, ...]
    proofs: tuple[Proof, ...]
    cited: Cited


@dataclass(frozen=True, slots=True)
class Counts:
    """The only totals there are, computed in one place."""

    findings: int
    actions: int
    open: int
    closed: int
    stopped: int
    overdue: int
    slipped: int
    unproven: int
    unchecked: int
    unaddressed: int
    due_soon: int
    verified: int


@dataclass(frozen=True)
class Trace:
    """Everything, linked. References are as written (`OAK/A1`); look-ups by them are constant in time."""

    portfolio: Portfolio
    today: date
    references: References
    graph: Graph
    broken: tuple[Citation, ...]
    services: Mapping[str, Service]
    service_of: Mapping[str, Service]
    people: Mapping[str, People]
    actions: Mapping[str, TracedAction]
    findings: Mapping[str, TracedFinding]
    supports: Mapping[str, tuple[str, ...]]
    """What each piece of evidence supports, by its reference."""
    frameworks: Mapping[str, tuple[Framework, ...]]
    """The frameworks that each plan cites, by the plan's id; without those that nobody knows."""

    def node(self, ref: str) -> Node:
        """Return the thing that a reference, as written in the trace, stands for."""
        return self.references.nodes[ref]

    @cached_property
    def circles(self) -> tuple[tuple[Edge, ...], ...]:
        """Actions that wait for each other in a circle: one circle of `depends-on` for each knot."""
        return self.graph.circles("depends-on")

    def actions_of(self, plan: Plan) -> tuple[TracedAction, ...]:
        """Return the actions of a plan, in the order written; of two with one id, an error of its own, only one."""
        refs = dict.fromkeys(f"{plan.id}/{action.id}" for action in plan.actions)
        return tuple(self.actions[ref] for ref in refs if ref in self.actions)

    def findings_of(self, plan: Plan) -> tuple[TracedFinding, ...]:
        """Return the findings of a plan, in the order written; of two with one id only one."""
        refs = dict.fromkeys(f"{plan.id}/{finding.id}" for finding in plan.findings)
        return tuple(self.findings[ref] for ref in refs if ref in self.findings)

    def proof(self, ref: str) -> Proof:
        """Return a piece of evidence by its reference."""
        record = self.node(ref).record
        return Proof(ref, record)  # type: ignore[arg-type]  # an evidence node holds evidence

    def counts(self, plans: tuple[Plan, ...]) -> Counts:
        """Return the totals of some plans."""
        actions = [action for plan in plans for action in self.actions_of(plan)]
        findings = [finding for plan in plans for finding in self.findings_of(plan)]
        states = [action.state for action in actions]
        closed = [action for action in actions if action.is_finished]
        return Counts(
            findings=len(findings),
            actions=len(actions),
            open=sum(action.is_open for action in actions),
            closed=len(closed),
            stopped=states.count(Condition.STOPPED),
            overdue=states.count(Condition.OVERDUE),
            slipped=states.count(Condition.SLIPPED),
            unproven=states.count(Assurance.NONE),
            unchecked=states.count(Assurance.SUBMITTED),
            unaddressed=sum(finding.verdict is Verdict.UNADDRESSED for finding in findings),
            due_soon=states.count(Condition.DUE_SOON),
            verified=states.count(Assurance.VERIFIED) + states.count(Assurance.EMBEDDED),
        )

    def evidence_refs(self) -> tuple[str, ...]:
        """Return every piece of evidence, lines plan by plan, then notes."""
        return tuple(ref for ref, node in self.references.nodes.items() if node.kind is Kind.EVIDENCE)
