"""The tag of every state: its word, and the kind by which the stylesheet gives it a shape and a colour."""

from dataclasses import dataclass

from action_plans.model.action_parts import CheckResult, PilotDecision
from action_plans.model.evidence import EvidenceVerdict
from action_plans.model.objective import Achieved
from action_plans.model.problem import Code
from action_plans.tracing.measures import TracedMeasure
from action_plans.tracing.traced import TracedAction, TracedFinding


@dataclass(frozen=True, slots=True)
class Tag:
    """A state as it is shown."""

    kind: str
    word: str


def state_tag(thing: TracedAction | TracedFinding) -> Tag:
    """Return the tag of an action or a finding: its state, in the word that says most exactly how it stands."""
    return Tag(thing.state.value, thing.label)


def figure_tag(measure: TracedMeasure) -> Tag:
    """Return the tag of a measure: how its newest figure stands, wherever it is cited."""
    return Tag(measure.verdict.value, measure.verdict.label)


CHECKED = {
    CheckResult.HOLDS: Tag("verified", "Holds"),
    CheckResult.PARTLY: Tag("submitted", "Partly"),
    CheckResult.SLIPPED: Tag("slipped", "Slipped"),
}
JUDGED = {
    EvidenceVerdict.MEETS: Tag("verified", "Meets"),
    EvidenceVerdict.PARTLY: Tag("submitted", "Partly"),
    EvidenceVerdict.DOES_NOT_MEET: Tag("slipped", "Does not meet"),
}
REVIEWED = {
    Achieved.ACHIEVED: Tag("verified", Achieved.ACHIEVED.label),
    Achieved.PARTLY: Tag("submitted", Achieved.PARTLY.label),
    Achieved.NOT: Tag("off-track", Achieved.NOT.label),
}

_DECIDED = {
    PilotDecision.ADOPT: Tag("verified", "Adopted"),
    PilotDecision.ADAPT: Tag("at-risk", "Adapted"),
    PilotDecision.ABANDON: Tag("stopped", "Abandoned"),
}

TO_COME = Tag("none", "Still to come")
STALE = Tag("submitted", "Out of date")
ON_REQUEST = Tag("plain", "On request")
CHANGED = Tag("submitted", "Changed since it was checked")
MESSAGE_LATE = Tag("overdue", "Message late")
"""Of a communication, whose problem has the code of a task's."""


def pilot_tag(decision: PilotDecision | None) -> Tag:
    """Return what was decided after a small test; that it is not decided yet, where nothing is."""
    return _DECIDED[decision] if decision is not None else Tag("not-started", "Not decided yet")


_GAPS = {
    Code.SLIPPED: Tag("slipped", "Slipped"),
    Code.NOT_KEPT_SAFE: Tag("unaddressed", "Safety not said"),
    Code.UNADDRESSED: Tag("unaddressed", "No action"),
    Code.MAY_BE_UNTRUE: Tag("submitted", "Read again"),
    Code.NO_RATING: Tag("submitted", "Rating not said"),
    Code.UPDATE_PASSED: Tag("overdue", "Update late"),
    Code.OVERDUE: Tag("overdue", "Late"),
    Code.BLOCKED: Tag("blocked", "Blocked"),
    Code.LATE_FORECAST: Tag("late-forecast", "Likely late"),
    Code.ANSWER_DUE: Tag("overdue", "Answer late"),
    Code.NOTICE_UNMET: Tag("overdue", "Not met in time"),
    Code.MILESTONE_MISSED: Tag("overdue", "Missed"),
    Code.TARGET_MISSED: Tag("off-track", "Short of target"),
    Code.REVIEW_DISPUTED: Tag("submitted", "Review again"),
    Code.CHECK_DUE: Tag("overdue", "Check late"),
    Code.TASK_LATE: Tag("overdue", "Task late"),
    Code.NO_PROOF: Tag("none", "No proof"),
    Code.OFF_TRACK: Tag("off-track", "Off track"),
    Code.UNCHECKED: Tag("submitted", "Not checked"),
    Code.CHANGED_SINCE_CHECK: CHANGED,
    Code.STALE: STALE,
    Code.DOES_NOT_COUNT: Tag("none", "Does not count"),
    Code.LOOK_AGAIN: Tag("plain", "Look again"),
    Code.OLD_EVIDENCE: Tag("plain", "Old evidence"),
    Code.NO_SAMPLE: Tag("plain", "No sample"),
    Code.CLOSED_ALONE: Tag("submitted", "Closed alone"),
    Code.WRITTEN_UP_LATE: Tag("submitted", "Written up late"),
    Code.POLICY_ALONE: Tag("submitted", "Policy alone"),
    Code.ONE_CATEGORY: Tag("plain", "One category"),
    Code.MOVED_OFTEN: Tag("plain", "Put off often"),
    Code.TRAINING_ALONE: Tag("plain", "Training alone"),
    Code.NO_ROOT_CAUSE: Tag("plain", "No root cause"),
    Code.UNMEASURED: Tag("plain", "No measure"),
    Code.PLAN_STALE: Tag("plain", "No news"),
    Code.ACCEPTED_ENDED: Tag("plain", "Answer ended"),
    Code.TO_COME: TO_COME,
    Code.SERVES_NOTHING: Tag("plain", "For nothing"),
    Code.SUPPORTS_NOTHING: Tag("plain", "For nothing"),
    Code.NO_BASELINE: Tag("plain", "No baseline"),
    Code.COMPARED_UNLIKE: Tag("plain", "Not alike"),
    Code.NOT_APPROVED: Tag("plain", "Not approved"),
    Code.HARD_WORDS: Tag("plain", "Hard words"),
    Code.PRIVATE: Tag("plain", "Private"),
    Code.INTERNAL_WORDS: Tag("plain", "Internal words"),
    Code.FAMILY_TEXT: Tag("plain", "Text for families"),
    Code.SHARED_WORDS: Tag("plain", "Shared words"),
    Code.WRONG_FACT: Tag("plain", "Fact left out"),
    Code.APPROVAL_DATE: Tag("plain", "Day of approval"),
    Code.OWN_THEME: Tag("plain", "Own pages"),
    Code.NO_REASON: Tag("plain", "Reason not said"),
    Code.PLAN_SILENT: Tag("plain", "Plan not published"),
    Code.WAITS_FOR_REPORT: Tag("plain", "Waits for report"),
}
TELLS_STATE = frozenset((
    Code.SLIPPED, Code.OVERDUE, Code.BLOCKED, Code.LATE_FORECAST, Code.OFF_TRACK, Code.NO_PROOF, Code.UNCHECKED,
))  # fmt: skip
"""The problems that say of an action what its state says."""

_GRAVITY = {code: place for place, code in enumerate(_GAPS)}


def problem_tag(code: Code) -> Tag:
    """Return the tag of a problem: a word of its own for a gap, else its severity."""
    return _GAPS.get(code) or Tag("off-track" if code.severity == "error" else "plain", code.severity.capitalize())


def gravity(code: Code) -> int:
    """Return the place of a code among all gaps, the gravest first; what is no gap of the work comes before all."""
    return _GRAVITY.get(code, -1)
