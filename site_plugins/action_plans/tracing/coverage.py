"""How much of what was found has an action, evidence and proof: counted here alone, so that all pages agree."""

from collections.abc import Iterable
from dataclasses import dataclass

from action_plans.tracing.states import Verdict
from action_plans.tracing.traced import TracedFinding


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of some findings: how many have a live action, evidence that counts today, and are confirmed as put right."""

    findings: int
    with_action: int
    with_evidence: int
    confirmed: int


def coverage(findings: Iterable[TracedFinding]) -> Coverage:
    """Return the coverage of findings, each counted once however often it is given."""
    once = {finding.ref: finding for finding in findings}.values()
    return Coverage(
        findings=len(once),
        with_action=sum(finding.verdict is not Verdict.UNADDRESSED for finding in once),
        with_evidence=sum(finding.strength.newest is not None for finding in once),
        confirmed=sum(finding.is_put_right for finding in once),
    )
