"""How much of what was found has an action, evidence and proof: counted here alone, so that all pages agree."""

from collections.abc import Iterable
from dataclasses import dataclass

from action_plans.english.wording import counted, number
from action_plans.tracing.results import Strength, is_future, is_stale, strength
from action_plans.tracing.states import Verdict
from action_plans.tracing.trace import Trace, TracedFinding


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of some findings: how many have a live action, evidence that counts today, and are confirmed as put right."""

    findings: int
    with_action: int
    with_evidence: int
    confirmed: int


def coverage(trace: Trace, findings: Iterable[TracedFinding]) -> Coverage:
    """Return the coverage of findings, each counted once however often it is given."""
    once = {finding.ref: finding for finding in findings}.values()
    return Coverage(
        findings=len(once),
        with_action=sum(finding.verdict is not Verdict.UNADDRESSED for finding in once),
        with_evidence=sum(finding_strength(trace, finding).newest is not None for finding in once),
        confirmed=sum(finding.verdict in (Verdict.EVIDENCED, Verdict.EMBEDDED) for finding in once),
    )


def coverage_words(covered: Coverage) -> str:
    """Return the coverage in words: `eight findings: seven with an action, five with evidence that counts, …`."""
    total = covered.findings
    if not total:
        return "no finding"
    parts = (
        f"{_of(covered.with_action, total)} with an action",
        f"{_of(covered.with_evidence, total)} with evidence that counts",
        f"{_of(covered.confirmed, total)} confirmed as put right",
    )
    return f"{counted(total, 'finding')}: {', '.join(parts)}"


def finding_strength(trace: Trace, finding: TracedFinding) -> Strength:
    """Return how strong all evidence for a finding is: of its live actions what counts, checks too, and its own."""
    actions = [trace.actions[ref] for ref in finding.actions]
    own = {
        proof.ref: proof
        for proof in finding.proofs
        if proof.record.date is not None
        and not is_future(proof.record.date, trace.today)
        and not is_stale(proof.record, trace.today)
    }
    counting = {proof.ref: proof for action in actions for proof in action.counting}
    return strength({**counting, **own}.values(), (result for action in actions for result in action.results))


def _of(count: int, total: int) -> str:
    if not count:
        return "none"
    return "all" if count == total > 1 else number(count)
