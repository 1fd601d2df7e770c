"""From a portfolio to its trace: links resolved, then conclusions drawn in the order of what waits for what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from action_plans.frameworks.framework import Framework
from action_plans.model.action import Action
from action_plans.model.finding import Finding
from action_plans.model.portfolio import Portfolio
from action_plans.tracing.citations import citing, frameworks_of
from action_plans.tracing.graph import Edge, Graph, link, order_of
from action_plans.tracing.people import people_of, services
from action_plans.tracing.references import Kind, References, citations, line_ref
from action_plans.tracing.results import Proof, counts, results, strength
from action_plans.tracing.rules import assurance, condition, verdict
from action_plans.tracing.trace import Trace, TracedAction, TracedFinding


def trace(portfolio: Portfolio, today: date, own_frameworks: Mapping[str, Framework] | None = None) -> Trace:
    """Link everything and conclude as at `today`. Raises nothing: what leads nowhere is kept in `broken`.

    `own_frameworks` are those that the project adds, by id.

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
    codes = {plan: known_there.codes_by_words for plan, known_there in people.items()}
    actions = _Actions(references, graph, codes, today).traced()
    findings = _findings(portfolio, references, graph, actions, own_frameworks or {})
    frameworks = {plan.id: frameworks_of(plan, own_frameworks or {})[0] for plan in portfolio.plans}
    return Trace(
        portfolio, today, references, graph, broken, known, service_of, people, actions, findings, supports, frameworks
    )


def _line_edges(portfolio: Portfolio) -> Iterable[Edge]:
    for plan in portfolio.plans:
        holders: tuple[Finding | Action, ...] = (*plan.findings, *plan.actions)
        for holder in holders:
            owner = f"{plan.id}/{holder.id}"
            for number, line in enumerate(holder.evidence, 1):
                yield Edge(line_ref(owner, number), "supports", owner, line.origin)


@dataclass(frozen=True)
class _Actions:
    """The conclusions about actions, drawn so that each is reached after all that it waits for."""

    references: References
    graph: Graph
    codes: Mapping[str, Mapping[str, str]]
    """For each plan the codes of its roles by title and name."""
    today: date

    def traced(self) -> dict[str, TracedAction]:
        """Return every action, in the order written."""
        records = {
            ref: node.record
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
    ) -> dict[str, date | None]:
        """Return for each action the latest effective due date of what it waits for, direct or through others."""
        latest: dict[str, date | None] = dict.fromkeys(records)
        for ref in order_of(holding_up):
            days = [records[other].effective_due.last for other in holding_up[ref]]
            days += [day for other in holding_up[ref] if (day := latest[other]) is not None]
            latest[ref] = max(days, default=None)
        return latest

    def _trace(
        self, ref: str, records: Mapping[str, Action], holding_up: tuple[str, ...], latest: date | None
    ) -> TracedAction:
        graph, record, plan = self.graph, records[ref], self.references.nodes[ref].plan
        assert plan is not None  # noqa: S101 -- an action stands in a plan
        proofs = _proofs(ref, self.references, graph)
        counting = tuple(proof for proof in proofs if counts(proof.record, record, self.today))
        found = results(record, counting, self.codes[plan.id], self.today)
        served = graph.objects(ref, "for")
        nodes = self.references.nodes
        state = condition(
            record, found[0] if found else None, (records[other] for other in holding_up), latest, self.today
        )
        checked = any(result.check is not None for result in found)
        return TracedAction(
            ref=ref,
            plan=plan,
            record=record,
            condition=state,
            assurance=assurance(record, found, anything_counts=bool(counting) or checked)
            if record.is_closed and record.stopped is None
            else None,
            findings=tuple(other for other in served if nodes[other].kind is Kind.FINDING),
            objectives=tuple(other for other in served if nodes[other].kind is Kind.OBJECTIVE),
            waits_for=graph.objects(ref, "depends-on"),
            holding_up=holding_up,
            waited_for_by=graph.subjects("depends-on", ref),
            instead_of=graph.subjects("instead", ref),
            instead=graph.objects(ref, "instead"),
            measures=graph.subjects("measures", ref),
            risks=graph.objects(ref, "mitigates"),
            milestone=next(iter(graph.objects(ref, "meets")), None),
            proofs=proofs,
            counting=counting,
            results=found,
            strength=strength(counting, found),
        )


def _proofs(ref: str, references: References, graph: Graph) -> tuple[Proof, ...]:
    return tuple(
        Proof(other, references.nodes[other].record)  # type: ignore[arg-type]  # an evidence node holds evidence
        for other in graph.subjects("supports", ref)
    )


def _findings(
    portfolio: Portfolio,
    references: References,
    graph: Graph,
    actions: Mapping[str, TracedAction],
    own_frameworks: Mapping[str, Framework],
) -> dict[str, TracedFinding]:
    found: dict[str, TracedFinding] = {}
    for plan in portfolio.plans:
        cited = citing(plan, own_frameworks)
        for finding in plan.findings:
            ref = f"{plan.id}/{finding.id}"
            if ref not in references.nodes:
                continue  # the twin of another thing, which is an error of its own
            live, stopped = _serving(graph.subjects("for", ref), actions)
            found[ref] = TracedFinding(
                ref=ref,
                plan=plan,
                record=finding,
                verdict=verdict((actions[other].condition, actions[other].assurance) for other in live),
                actions=live,
                stopped=stopped,
                measures=graph.subjects("measures", ref),
                repeats=graph.objects(ref, "repeats"),
                repeated_by=graph.subjects("repeats", ref),
                proofs=_proofs(ref, references, graph),
                cited=cited(finding),
            )
    return found


def _serving(serving: tuple[str, ...], actions: Mapping[str, TracedAction]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the live actions among those that serve a finding, and the stopped ones, which count through others."""
    live: dict[str, None] = {}
    stopped: dict[str, None] = {}
    waiting = list(reversed(serving))
    while waiting:
        ref = waiting.pop()
        if ref in live or ref in stopped:
            continue
        if actions[ref].record.stopped is None:
            live[ref] = None
        else:
            stopped[ref] = None
            waiting.extend(reversed(actions[ref].instead))
    return tuple(live), tuple(stopped)
