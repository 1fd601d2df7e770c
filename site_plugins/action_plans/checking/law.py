"""Regulations, statements and frameworks that are cited and do not exist."""

from collections.abc import Iterator, Mapping

from action_plans.checking.unread import Unread
from action_plans.frameworks.framework import Framework
from action_plans.model.problem import Code, Problem
from action_plans.tracing.citations import frameworks_of
from action_plans.tracing.trace import Trace


def unread_law(trace: Trace) -> Iterator[Problem]:
    """AP111: every regulation that could not be understood."""
    for ref, finding in trace.findings.items():
        for index, fault in finding.cited.unread_regulations:
            origin = finding.record.at("regulations", index)
            yield Problem(Code.REGULATION, fault.message, origin, fault.hint, ref)


def unread_statements(trace: Trace, own_frameworks: Mapping[str, Framework], unread: Unread) -> Iterator[Problem]:
    """AP112: every framework that is unknown; and, where a plan's frameworks are all known, every unknown statement.

    A framework whose file cannot be read is not unknown: that file has an error of its own.
    """
    unsure = set()
    for plan in trace.portfolio.plans:
        for index, hint in frameworks_of(plan, own_frameworks)[1]:
            unsure.add(plan.id)
            name = plan.framework[index]
            if unread.may_be_framework(name):
                continue
            message = f"There is no framework “{name}”."
            yield Problem(Code.STATEMENT, message, plan.at("framework", index), hint, plan.id)
    for ref, finding in trace.findings.items():
        if finding.plan.id not in unsure:
            for index, fault in finding.cited.unread_statements:
                origin = finding.record.at("statements", index)
                yield Problem(Code.STATEMENT, fault.message, origin, fault.hint, ref)
