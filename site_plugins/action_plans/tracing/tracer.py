"""From a portfolio to its trace: links resolved, then conclusions drawn in the order of what waits for what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from action_plans.frameworks.framework import Framework
from action_plans.model.action import Action
from action_plans.model.finding import Finding
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from action_plans.model.reference import Kind, Ref
from action_plans.model.source import Source
from action_plans.tracing.as_of import action_as_of
from action_plans.tracing.citations import Citing, citing, frameworks_of
from action_plans.tracing.extent import Extent
from action_plans.tracing.graph import Edge, Graph, link, order_of
from action_plans.tracing.people import People, people_of, services
from action_plans.tracing.promises import promise
from action_plans.tracing.references import References, citations
from action_plans.tracing.results import Proof, counts, lapsed, results
from action_plans.tracing.rules import assurance, condition, verdict, why_unchecked
from action_plans.tracing.serving import live_and_stopped
from action_plans.tracing.sources import named_by, reads_english_law, sources_of
from action_plans.tracing.states import Assurance, Verdict
from action_plans.tracing.strength import first_newest, needs_another_look, newest_of, strength
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction, TracedFinding


def trace(
    portfolio: Portfolio,
    today: date,
    own_frameworks: Mapping[str, Framework] | None = None,
    extent: Extent | None = None,
) -> Trace:
    """Link everything and conclude as at `today`. Raises nothing: what leads nowhere is kept in `broken`.

    `own_frameworks` are those that the project adds, by id. `extent` is that of the whole project, where only a part of
    it is traced.

    Cost: linear in things and links, apart from sorting.
    """
    references = References(portfolio)
    edges, broken = link(citations(portfolio), references)
    graph = Graph(references.nodes, (*_line_edges(portfolio), *edges))
    known, service_of = services(portfolio)
    people = {plan.id: people_of(plan, service_of[plan.id], portfolio) for plan in portfolio.plans}
    supports = {
        ref: graph.objects(ref, "supports") for ref, node in references.nodes.items() if node.kind is Kind.EVIDENCE
    }
    actions = _Actions(references, graph, people, today).traced()
    findings = _Findings(references, graph, people, today, actions).traced(portfolio, own_frameworks or {})
    frameworks = {plan.id: frameworks_of(plan, own_frameworks or {})[0] for plan in portfolio.plans}
    if extent is None:
        held = len(findings) + len(actions) + len(portfolio.notes)
        extent = Extent(len(portfolio.plans), len({each.id.casefold() for each in service_of.values()}), held)
    return Trace(
        portfolio, today, references, graph, broken, known, service_of, people, actions, findings, supports, frameworks,
        extent,
    )  # fmt: skip


def _line_edges(portfolio: Portfolio) -> Iterable[Edge]:
    for plan in portfolio.plans:
        holders: tuple[Finding | Action, ...] = (*plan.findings, *plan.actions)
        for holder in holders:
            owner = Ref.to(plan.id, holder.id)
            for number, line in enumerate(holder.evidence, 1):
                yield Edge(owner.line(number), "supports", owner, line.origin)


@dataclass(frozen=True)
class _Actions:
    """The conclusions about actions, drawn so that each is reached after all that it waits for."""

    references: References
    graph: Graph
    people: Mapping[str, People]
    today: date

    def traced(self) -> dict[str, TracedAction]:
        """Return every action, in the order written."""
        records = {
            ref: action_as_of(node.record, self.today)
            for ref, node in self.references.nodes.items()
            if node.kind is Kind.ACTION and isinstance(node.record, Action)
        }
        stand_ins = self._stand_ins(records)
        holding_up = {
            ref: tuple(other for other in self._live(ref, stand_ins) if not records[other].is_closed) for ref in records
        }
        latest = self._latest_waits(records, holding_up)
        return {ref: self._trace(ref, records, holding_up[ref], latest[ref]) for ref in records}

    def _stand_ins(self, records: Mapping[str, Action]) -> dict[str, tuple[str, ...]]:
        """Return for each stopped action the live ones that stand instead of it, through others that were stopped."""
        instead = {ref: self.graph.objects(ref, "instead") for ref, record in records.items() if record.stopped}
        found: dict[str, tuple[str, ...]] = {}
        for ref in order_of(instead):
            if ref in instead:
                live: dict[str, None] = {}
                for other in instead[ref]:
                    live.update(dict.fromkeys(found.get(other, ()) if other in instead else (other,)))
                found[ref] = tuple(live)
        return found

    def _live(self, ref: str, stand_ins: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """Return the live actions that `ref` depends on."""
        live: dict[str, None] = {}
        for other in self.graph.objects(ref, "depends-on"):
            live.update(dict.fromkeys(stand_ins.get(other, ()) if other in stand_ins else (other,)))
        return tuple(other for other in live if other != ref)

    def _latest_waits(
        self, records: Mapping[str, Action], holding_up: Mapping[str, tuple[str, ...]]
    ) -> dict[str, str | None]:
        """Return for each action the one that is due last of all that it waits for, direct or through others."""
        latest: dict[str, str | None] = dict.fromkeys(records)
        for ref in order_of(holding_up):
            waits = [other for direct in holding_up[ref] for other in (direct, latest[direct]) if other is not None]
            latest[ref] = max(waits, key=lambda other: records[other].effective_due.last, default=None)
        return latest

    def _trace(
        self, ref: str, records: Mapping[str, Action], holding_up: tuple[str, ...], latest: str | None
    ) -> TracedAction:
        graph, record = self.graph, records[ref]
        plan, written = self.references.nodes[ref].plan, self.references.nodes[ref].record
        assert plan is not None and isinstance(written, Action)  # noqa: S101, PT018 -- an action stands in a plan
        nodes, people = self.references.nodes, self.people[plan.id]
        proofs = _proofs(ref, self.references, graph)
        counting = tuple(proof for proof in proofs if counts(proof.record, record, self.today))
        found = results(record, counting, people, self.today)
        served = graph.objects(ref, "for")
        latest_due = records[latest].effective_due.last if latest is not None else None
        waits = (records[other] for other in holding_up)
        checked = any(result.check is not None for result in found)
        proven = (
            assurance(record, found, anything_counts=bool(counting) or checked)
            if record.is_closed and record.stopped is None
            else None
        )
        newest = found[0] if found else None
        return TracedAction(
            ref=ref,
            plan=plan,
            record=record,
            written=written,
            condition=condition(record, newest, waits, latest_due, self.today),
            assurance=proven,
            last_looked=needs_another_look(proven, found, self.today),
            why_unchecked=why_unchecked(record, newest, people) if proven is Assurance.SUBMITTED else None,
            findings=tuple(other for other in served if nodes[other].kind is Kind.FINDING),
            objectives=tuple(other for other in served if nodes[other].kind is Kind.OBJECTIVE),
            waits_for=graph.objects(ref, "depends-on"),
            holding_up=holding_up,
            latest_wait=latest,
            waited_for_by=graph.subjects("depends-on", ref),
            instead_of=tuple(other for other in graph.subjects("instead", ref) if records[other].stopped is not None),
            instead=graph.objects(ref, "instead") if record.stopped is not None else (),
            measures=graph.subjects("measures", ref),
            risks=graph.objects(ref, "mitigates"),
            milestone=next(iter(graph.objects(ref, "meets")), None),
            proofs=proofs,
            counting=counting,
            results=found,
            lapsed=lapsed(record, proofs, people, self.today),
            strength=strength(counting, found),
            newest_proof=newest_of(ref, counting, found, self.today),
            promise=promise(record, proofs, people, self.today),
        )


@dataclass(frozen=True)
class _Findings:
    """The conclusions about findings, drawn from those about actions."""

    references: References
    graph: Graph
    people: Mapping[str, People]
    today: date
    actions: Mapping[str, TracedAction]

    def traced(self, portfolio: Portfolio, own_frameworks: Mapping[str, Framework]) -> dict[str, TracedFinding]:
        """Return every finding, plan by plan."""
        found: dict[str, TracedFinding] = {}
        for plan in portfolio.plans:
            cited, sources = citing(plan, own_frameworks), sources_of(plan)
            for finding in plan.findings:
                ref = Ref.to(plan.id, finding.id)
                if ref in self.references.nodes:  # else the twin of another thing, which is an error of its own
                    found[ref] = self._trace(ref, plan, finding, named_by(finding, sources), cited)
        return found

    def _trace(
        self, ref: str, plan: Plan, record: Finding, sources: tuple[Source, ...], cited: Citing
    ) -> TracedFinding:
        live, stopped = live_and_stopped(self.graph.subjects("for", ref), self.actions)
        proofs = _proofs(ref, self.references, self.graph)
        counting = tuple(proof for proof in proofs if counts(proof.record, None, self.today))
        own = results(None, counting, self.people[plan.id], self.today)
        serving = [self.actions[other] for other in live]
        every = {proof.ref: proof for proof in (*(one for each in serving for one in each.counting), *counting)}
        found = (*(result for each in serving for result in each.results), *own)
        stands = verdict((each.condition, each.assurance) for each in serving)
        waiting = [each for each in serving if each.assurance is Assurance.SUBMITTED]
        newest = (*(each.newest_proof for each in serving), newest_of(ref, counting, own, self.today))
        return TracedFinding(
            ref=ref,
            plan=plan,
            record=record,
            verdict=stands,
            sources=sources,
            actions=live,
            stopped=stopped,
            measures=self.graph.subjects("measures", ref),
            repeats=self.graph.objects(ref, "repeats"),
            repeated_by=self.graph.subjects("repeats", ref),
            proofs=proofs,
            counting=counting,
            results=own,
            strength=strength(every.values(), found),
            newest_proof=first_newest(newest),
            is_look_due=stands is Verdict.EMBEDDED and any(each.is_look_due for each in serving),
            is_partly=stands is Verdict.UNCHECKED and all(each.is_partly for each in waiting),
            cited=cited(record, english=reads_english_law(sources)),
        )


def _proofs(ref: str, references: References, graph: Graph) -> tuple[Proof, ...]:
    return tuple(
        Proof(other, references.nodes[other].record)  # type: ignore[arg-type]  # an evidence node holds evidence
        for other in graph.subjects("supports", ref)
    )
