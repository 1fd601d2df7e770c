"""What is concluded of actions and findings, carried over to the trace of a part: the whole may know more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from action_plans.model.plan import Plan
from action_plans.tracing.states import Assurance, Condition, Verdict
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class Conclusions:
    """How each action stands and how well it is proven, and the verdict on each finding, by reference."""

    actions: Mapping[str, tuple[Condition, Assurance | None]]
    findings: Mapping[str, Verdict]


def conclusions_on(whole: Trace, plans: Iterable[Plan]) -> Conclusions:
    """Return what a trace concludes of some plans."""
    plans = tuple(plans)
    return Conclusions(
        {one.ref: (one.condition, one.assurance) for plan in plans for one in whole.actions_of(plan)},
        {one.ref: one.verdict for plan in plans for one in whole.findings_of(plan)},
    )


def concluding(part: Trace, known: Conclusions) -> Trace:
    """Return the trace of a part with the conclusions of the whole.

    An action that waits for one outside the part is still blocked.
    """
    return replace(
        part,
        actions={
            ref: replace(action, condition=known.actions[ref][0], assurance=known.actions[ref][1])
            for ref, action in part.actions.items()
        },
        findings={ref: replace(finding, verdict=known.findings[ref]) for ref, finding in part.findings.items()},
    )
