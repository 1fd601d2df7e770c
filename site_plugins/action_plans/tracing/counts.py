"""The only totals there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from action_plans.tracing.states import Assurance, Condition, Verdict
from action_plans.tracing.traced import TracedAction, TracedFinding


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings and actions there are, and how many stand in which way.

    `closed` counts whatever the proof; `slipped` and `unproven` of them do not hold, or have nothing to show.
    `unchecked` are closed and confirmed by nobody independent, `partly` those of them whose newest result is partly.
    `verified` counts the embedded ones too.
    """

    findings: int
    actions: int
    open: int
    closed: int
    stopped: int
    overdue: int
    blocked: int
    late_forecast: int
    off_track: int
    at_risk: int
    slipped: int
    unproven: int
    unchecked: int
    partly: int
    unaddressed: int
    due_soon: int
    verified: int
    embedded: int

    @property
    def goes_to_plan(self) -> bool:
        """Whether no open action is late, blocked, likely late, off track or at risk, and nothing slipped."""
        return not (
            self.overdue or self.blocked or self.late_forecast or self.off_track or self.at_risk or self.slipped
        )


def count(actions: Sequence[TracedAction], findings: Sequence[TracedFinding]) -> Counts:
    """Return the totals of some actions and findings."""
    conditions = [action.condition for action in actions]
    states = [action.state for action in actions]
    return Counts(
        findings=len(findings),
        actions=len(actions),
        open=sum(action.is_open for action in actions),
        closed=sum(action.is_finished for action in actions),
        stopped=conditions.count(Condition.STOPPED),
        overdue=conditions.count(Condition.OVERDUE),
        blocked=conditions.count(Condition.BLOCKED),
        late_forecast=conditions.count(Condition.LATE_FORECAST),
        off_track=conditions.count(Condition.OFF_TRACK),
        at_risk=conditions.count(Condition.AT_RISK),
        slipped=conditions.count(Condition.SLIPPED),
        unproven=states.count(Assurance.NONE),
        unchecked=states.count(Assurance.SUBMITTED),
        partly=sum(action.is_partly for action in actions),
        unaddressed=sum(finding.verdict is Verdict.UNADDRESSED for finding in findings),
        due_soon=conditions.count(Condition.DUE_SOON),
        verified=states.count(Assurance.VERIFIED) + states.count(Assurance.EMBEDDED),
        embedded=states.count(Assurance.EMBEDDED),
    )
