"""Regulations, statements and frameworks that are cited and do not exist."""

import re
from collections.abc import Iterator, Mapping

from action_plans.checking.unread import Unread
from action_plans.english.near import ALMOST_THE_SAME, nearest
from action_plans.frameworks.framework import Framework
from action_plans.frameworks.not_understood import NotUnderstood
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
    """AP112: every framework that is unknown; and every unknown statement.

    Where a plan names a framework that is unknown, a statement may be that one's, unless it is nearly one of another.
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
        for index, fault in finding.cited.unread_statements:
            if finding.plan.id not in unsure or _is_nearly_one(fault):
                origin = finding.record.at("statements", index)
                yield Problem(Code.STATEMENT, fault.message, origin, fault.hint, ref)


def _is_nearly_one(fault: NotUnderstood) -> bool:
    """Whether a statement is one that the hint suggests, but for a slip."""
    suggested = re.findall(r"`(.+?)`", fault.hint) if fault.hint.startswith("Did you mean") else ()
    return nearest(fault.written, suggested, likeness=ALMOST_THE_SAME) is not None
