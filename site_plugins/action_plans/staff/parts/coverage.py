"""How much of what was found has an action, evidence and proof, in words."""

from action_plans.english.wording import counted, out_of
from action_plans.tracing.coverage import Coverage


def coverage_words(covered: Coverage) -> str:
    """Return the coverage in words: `eight findings: seven with an action, five with evidence that counts, …`."""
    total = covered.findings
    if not total:
        return "no finding"
    parts = (
        f"{out_of(covered.with_action, total)} with an action",
        f"{out_of(covered.with_evidence, total)} with evidence that counts",
        f"{out_of(covered.confirmed, total)} confirmed as put right",
    )
    return f"{counted(total, 'finding')}: {', '.join(parts)}"
