"""The whole trace as one JSON file, so that other programs can follow it from a finding to its proof."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from action_plans.exchange.problem_report import as_mapping
from action_plans.model.plan import Plan
from action_plans.model.problem import Problem
from action_plans.model.reference import Kind
from action_plans.model.when import When
from action_plans.tracing.addresses import addresses
from action_plans.tracing.measures import TracedMeasure
from action_plans.tracing.references import Node
from action_plans.tracing.trace import Trace

SCHEMA = "action-plans/trail/1"
"""What the file says of its own form. The number changes when something in it changes its meaning."""


def trail(trace: Trace, problems: tuple[Problem, ...], prefix: str = "") -> bytes:
    """Return the file: plans with their counts, nodes, edges and problems, in the order in which they are written.

    `prefix` is the folder of the site that everything lies in, such as `improvement/`. Of evidence on request it
    holds what may be known of it: that it exists, its title, and what it supports. Cost: linear in what it holds.
    """
    where = {ref: prefix + address for ref, address in addresses(trace.references.nodes).items()}
    return _written(
        {
            "schema": SCHEMA,
            "as_of": trace.today.isoformat(),
            "plans": (_plan(trace, plan, where) for plan in trace.portfolio.plans),
            "nodes": (_node(trace, node, where) for node in trace.references.nodes.values()),
            "edges": ({"from": edge.subject, "to": edge.object, "kind": edge.verb} for edge in trace.graph.edges),
            "problems": (as_mapping(problem) for problem in problems),
        }
    )


def nodes_of_plan(trace: Trace, plan: Plan, prefix: str = "") -> list[dict[str, Any]]:
    """Return the nodes of one plan, as the file of the whole trace has them: plan, items, lines."""
    where = {ref: prefix + address for ref, address in addresses(trace.references.nodes).items()}
    return [_node(trace, node, where) for node in trace.references.nodes.values() if node.plan is plan]


def json_number(value: Decimal) -> int | float:
    """Return a figure as JSON has it: whole numbers without a point."""
    return int(value) if value == value.to_integral_value() else float(value)


def _plan(trace: Trace, plan: Plan, where: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": plan.id,
        "title": plan.title,
        "url": where[plan.id],
        "counts": asdict(trace.counts((plan,))),
    }


def _node(trace: Trace, node: Node, where: Mapping[str, str]) -> dict[str, Any]:
    said: dict[str, Any] = {"ref": node.ref, "kind": node.kind.value, "title": node.title, "url": where[node.ref]}
    if node.kind is Kind.ACTION:
        action = trace.actions[node.ref]
        said["condition"] = action.condition.value
        if action.assurance is not None:
            said["assurance"] = action.assurance.value
    elif node.kind is Kind.FINDING:
        said["verdict"] = trace.findings[node.ref].verdict.value
    elif node.kind is Kind.MEASURE:
        said |= _figures(trace.measures[node.ref])
    return said


def _figures(measure: TracedMeasure) -> dict[str, Any]:
    """Return what is said of a measure's figures: four keys, null where there is nothing to say."""
    baseline, latest, target, chart = measure.record.baseline, measure.latest, measure.target, measure.run_chart
    number = json_number
    return {
        "baseline": {"date": _iso(baseline.date), "value": number(baseline.value)} if baseline else None,
        "latest": {"date": _iso(latest.date), "value": number(latest.value)} if latest else None,
        "target": {"value": number(target.value), "by": _iso(target.by), "met": measure.is_met} if target else None,
        "run_chart": {
            "n": chart.n,
            "median": number(chart.median),
            "longest_run": chart.longest_run,
            "longest_run_limit": chart.longest_run_limit,
            "crossings": chart.crossings,
            "crossings_limit": chart.crossings_limit,
            "signal": chart.signal,
        }
        if chart
        else None,
    }


def _iso(when: When | None) -> str | None:
    return when.iso if when is not None else None


def _written(held: Mapping[str, str | Iterator[Any]]) -> bytes:
    """Return JSON with one plan, node, edge or problem a line, so that two versions can be compared line by line.

    Each is written as it is made: all of them together would be many times as large as the file.
    """
    made = bytearray(b"{")
    for number, (name, value) in enumerate(held.items()):
        made += f'{"," if number else ""}\n  "{name}": '.encode()
        if isinstance(value, str):
            made += _line(value)
            continue
        before = b"[\n    "
        for one in value:
            made += before + _line(one)
            before = b",\n    "
        made += b"\n  ]" if before[:1] == b"," else b"[]"
    return bytes(made + b"\n}\n")


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
