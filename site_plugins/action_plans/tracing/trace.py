"""The trace: everything that was read, linked both ways, with what the site concludes of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from action_plans.frameworks.framework import Framework
from action_plans.model.measure import Measure, Risk
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from action_plans.model.reference import Kind, Ref
from action_plans.model.service import Service
from action_plans.tracing.counts import Counts, count
from action_plans.tracing.duties import Duty, PlanDuties, told_apart
from action_plans.tracing.extent import Extent
from action_plans.tracing.graph import Edge, Graph, order_of
from action_plans.tracing.measure_events import MeasureEvent, measure_events
from action_plans.tracing.measures import TracedMeasure, compared_in_plans, traced_measure
from action_plans.tracing.mentions import Mentions, mentions
from action_plans.tracing.milestones import TracedMilestone, traced_milestones
from action_plans.tracing.objectives import TracedObjective, traced_objectives
from action_plans.tracing.people import People
from action_plans.tracing.plan_flow import PlanFlow, flow_of
from action_plans.tracing.progress import Standing, progress_of, standing_on
from action_plans.tracing.ratings import ServiceRatings, ratings_of
from action_plans.tracing.references import Citation, Node, References
from action_plans.tracing.results import Proof
from action_plans.tracing.risks import TracedRisk, traced_risk
from action_plans.tracing.room import Room, rooms_of
from action_plans.tracing.service_roles import ServiceRoles, roles_of
from action_plans.tracing.serving import elsewhere
from action_plans.tracing.setbacks import Setback, setbacks
from action_plans.tracing.since import Since, since_last_visit
from action_plans.tracing.sources import TracedSource, source_ref, traced_sources
from action_plans.tracing.told import Told, told
from action_plans.tracing.traced import TracedAction, TracedFinding

T = TypeVar("T")


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
    supports: Mapping[str, tuple[Ref, ...]]
    """What each piece of evidence supports, by its reference."""
    frameworks: Mapping[str, tuple[Framework, ...]]
    """The frameworks that each plan cites, by the plan's id; without those that nobody knows."""
    extent: Extent
    """How much the project holds that this is the trace of, or of a part of."""

    def node(self, ref: str) -> Node:
        """Return the thing that a reference stands for.

        Of two things whose ids differ in case alone, an error of its own, it is the one that is known by it.
        """
        known = self.references.nodes.get(ref) or self.references.find(ref, None)
        if known is None:
            raise KeyError(ref)
        return known

    def is_live(self, ref: str) -> bool:
        """Whether a thing still stands: it is no action that was stopped."""
        action = self.actions.get(ref)
        return action is None or not action.is_stopped

    @cached_property
    def circles(self) -> tuple[tuple[Edge, ...], ...]:
        """Actions that wait for each other in a circle: one circle of `depends-on` for each knot."""
        return self.graph.circles("depends-on")

    def actions_of(self, plan: Plan) -> tuple[TracedAction, ...]:
        """Return the actions of a plan, in the order written; of two with one id, an error of its own, only one."""
        return _in_order(plan, plan.actions, self.actions)

    def elsewhere(self, plan: Plan) -> tuple[TracedAction, ...]:
        """Return the live actions of other plans on which a plan rests: for its findings, or instead of its own."""
        return elsewhere(plan, self.actions_of(plan), self.findings_of(plan), self.actions)

    def findings_of(self, plan: Plan) -> tuple[TracedFinding, ...]:
        """Return the findings of a plan, in the order written; of two with one id only one."""
        return _in_order(plan, plan.findings, self.findings)

    def proof(self, ref: str) -> Proof:
        """Return a piece of evidence by its reference."""
        record = self.node(ref).record
        return Proof(ref, record)  # type: ignore[arg-type]  # an evidence node holds evidence

    @cached_property
    def milestones(self) -> Mapping[str, TracedMilestone]:
        """Every milestone with what it needs and waits for, by reference."""
        return traced_milestones(self.references.nodes, self.actions.values(), self.today)

    def milestones_of(self, plan: Plan) -> tuple[TracedMilestone, ...]:
        """Return the milestones of a plan, in the order written; of two with one id only one."""
        return _in_order(plan, plan.milestones, self.milestones)

    @cached_property
    def measures(self) -> Mapping[str, TracedMeasure]:
        """Every measure with what follows from its figures, by reference."""
        return {
            ref: traced_measure(ref, node.plan, node.record, self.today)
            for ref, node in self.references.nodes.items()
            if isinstance(node.record, Measure) and node.plan is not None
        }

    @cached_property
    def compared(self) -> Mapping[str, tuple[str, ...]]:
        """The measures that are the same in several plans (`compare_as`), by the reference of each of them."""
        return compared_in_plans(self.measures.values())

    @cached_property
    def objectives(self) -> Mapping[str, TracedObjective]:
        """Every objective with its measures and the actions that serve it, by reference."""
        return traced_objectives(self.references.nodes, self.graph, self.measures, self.today)

    def measures_of(self, plan: Plan) -> tuple[TracedMeasure, ...]:
        """Return the measures of a plan, in the order written; of two with one id only one."""
        return _in_order(plan, plan.measures, self.measures)

    def objectives_of(self, plan: Plan) -> tuple[TracedObjective, ...]:
        """Return the objectives of a plan, in the order written; of two with one id only one."""
        return _in_order(plan, plan.objectives, self.objectives)

    def measure_events(self, measure: TracedMeasure) -> tuple[MeasureEvent, ...]:
        """Return what was done in the actions that cite a measure, in order of date."""
        citing = self.graph.objects(measure.ref, "measures")
        actions = (self.actions[ref] for ref in citing if ref in self.actions)
        return measure_events(measure, actions, self.references)

    @cached_property
    def risks(self) -> Mapping[str, TracedRisk]:
        """Every risk with how high it is and what that stands on, by reference."""
        return {
            ref: traced_risk(ref, node.plan, node.record, self.graph.subjects("mitigates", ref), self.actions)
            for ref, node in self.references.nodes.items()
            if isinstance(node.record, Risk) and node.plan is not None
        }

    def risks_of(self, plan: Plan) -> tuple[TracedRisk, ...]:
        """Return the risks of a plan, in the order written; of two with one id only one."""
        return _in_order(plan, plan.risks, self.risks)

    @cached_property
    def told(self) -> Told:
        """Every message and everything that was said, by plan and by what it concerns."""
        return told(self.portfolio.plans, self.references, self.today)

    def setbacks(self, plan: Plan) -> tuple[Setback, ...]:
        """Return every time that an action of a plan did not last, the newest first."""
        return setbacks(self.actions_of(plan), self.today)

    @cached_property
    def sources(self) -> Mapping[str, TracedSource]:
        """Every source with the findings that name it, by its reference (`OAK/sources/R1`), in the order written."""
        naming = (
            (source_ref(finding.plan, source), finding.ref)
            for finding in self.findings.values()
            for source in finding.sources
        )
        return traced_sources(self.portfolio.plans, naming)

    @cached_property
    def mentions(self) -> Mapping[str, Mentions]:
        """The communications about each thing and the feedback that changed it, by its reference."""
        return mentions(self.told)

    @cached_property
    def since(self) -> Mapping[str, Since]:
        """Since when changes are told in each plan, by its id: since CQC last came, where that is known."""
        services = {plan: service.id.casefold() for plan, service in self.service_of.items()}
        return since_last_visit(self.portfolio.plans, services, self.today)

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each action in an order in which it comes after all that it waits for; circles are cut."""
        waits = {ref: action.waits_for for ref, action in self.actions.items()}
        return {ref: place for place, ref in enumerate(order_of(waits))}

    @cached_property
    def flows(self) -> Mapping[str, PlanFlow]:
        """What waits for what in each plan, and what that says, by the plan's id."""
        return {plan.id: self._flow(plan) for plan in self.portfolio.plans}

    def _flow(self, plan: Plan) -> PlanFlow:
        live = tuple(action for action in self.actions_of(plan) if not action.is_stopped)
        titles = {action.ref: self.people[plan.id].title(action.record.owner) for action in live}
        return flow_of(live, (Ref.to(plan.id, stone.id) for stone in plan.milestones), self.order, titles)

    @cached_property
    def rooms(self) -> Mapping[str, Room]:
        """How much room every action has that is still to be done and for which something waits, by reference."""
        return rooms_of(self.actions.values(), self.milestones, self.today)

    def progress(self, plan: Plan) -> tuple[Standing, ...]:
        """Return how the actions of a plan stood at the end of each month, and today."""
        return progress_of(self.actions_of(plan), self.people[plan.id], self.today)

    def standing(self, plan: Plan, day: date) -> Standing:
        """Return how the actions of a plan stood at the end of a day."""
        return standing_on(self.actions_of(plan), self.people[plan.id], day, self.today)

    @cached_property
    def service_roles(self) -> Mapping[str, ServiceRoles]:
        """Every service that has a plan, with its plans and roles, by its folded id."""
        return {
            key: roles_of(self.service_of[several[0].id], several, self.people)
            for key, several in self._plans_by_service.items()
        }

    @cached_property
    def duties(self) -> Mapping[str, tuple[Duty, ...]]:
        """What is not done of each plan, by the plan's id."""
        proofs = self._proofs_of_plans()
        found: dict[str, tuple[Duty, ...]] = {}
        for roles in self.service_roles.values():
            taken: dict[str, str] = {}
            for plan in roles.plans:
                unmet = tuple(source.record for source, _ in self.unmet_notices(plan))
                parts = PlanDuties(plan, self.actions_of(plan), tuple(proofs[plan.id]), unmet)
                found[plan.id] = tuple(told_apart(parts.duties(self.today), taken))
        return found

    def _proofs_of_plans(self) -> Mapping[str, list[tuple[Proof, Plan, People]]]:
        """Return the evidence for anything live in each plan, with the first plan of the service that it is for."""
        found: dict[str, list[tuple[Proof, Plan, People]]] = defaultdict(list)
        for ref, supported in self.supports.items():
            live = (self.node(other) for other in supported if self.is_live(other))
            firsts: dict[str, Plan] = {}
            for plan in {node.plan.id: node.plan for node in live if node.plan is not None}.values():
                first = firsts.setdefault(self.service_of[plan.id].id, plan)
                found[plan.id].append((self.proof(ref), first, self.people[first.id]))
        return found

    def sources_of(self, plan: Plan) -> tuple[TracedSource, ...]:
        """Return the sources of a plan, in the order written."""
        refs = dict.fromkeys(source_ref(plan, source) for source in plan.sources)
        return tuple(self.sources[ref] for ref in refs)

    def unmet_notices(self, plan: Plan) -> Iterator[tuple[TracedSource, tuple[str, ...]]]:
        """Yield each source that asked to comply by a day, with its findings that are not put right and proven."""
        for source in self.sources_of(plan):
            if source.record.comply_by is not None:
                left = tuple(ref for ref in source.findings if not self.findings[ref].is_put_right)
                if left:
                    yield source, left

    def ratings(self, service: Service) -> ServiceRatings:
        """Return what CQC rated a service, from all plans for it, as staff know it: what has come in counts."""
        return ratings_of(self.plans_of(service), self.today)

    def plans_of(self, service: Service) -> tuple[Plan, ...]:
        """Return the plans for a service, in the order read."""
        return tuple(self._plans_by_service.get(service.id.casefold(), ()))

    @cached_property
    def _plans_by_service(self) -> Mapping[str, list[Plan]]:
        found: dict[str, list[Plan]] = defaultdict(list)
        for plan in self.portfolio.plans:
            found[self.service_of[plan.id].id.casefold()].append(plan)
        return found

    def counts(self, plans: Iterable[Plan]) -> Counts:
        """Return the totals of some plans."""
        plans = tuple(plans)
        return count(
            [action for plan in plans for action in self.actions_of(plan)],
            [finding for plan in plans for finding in self.findings_of(plan)],
        )

    def evidence_refs(self) -> tuple[str, ...]:
        """Return every piece of evidence, lines plan by plan, then notes."""
        return tuple(ref for ref, node in self.references.nodes.items() if node.kind is Kind.EVIDENCE)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def _in_order(plan: Plan, written: Iterable[_HasId], traced: Mapping[str, T]) -> tuple[T, ...]:
    refs = dict.fromkeys(Ref.to(plan.id, one.id) for one in written)
    return tuple(traced[ref] for ref in refs if ref in traced)
