"""How a whole plan stands, in one word: from the totals of its actions, its findings and its milestones."""

from enum import unique

from action_plans.tracing.counts import Counts
from action_plans.tracing.coverage import Coverage
from action_plans.tracing.states import State


@unique
class PlanVerdict(State):
    """How a plan stands, worst first."""

    NOT_ON_COURSE = "not-on-course", "Not on course", "Something has slipped, is late, off track or missing.", True
    AT_RISK = "at-risk", "At risk", "Something is at risk, likely late, or closed without proof.", True
    ON_COURSE = "on-course", "On course", "Nothing is late, at risk or slipped.", False
    PROVEN = "proven", "Put right", "Everything that was found is put right and proven.", False
    EMPTY = "empty", "Not begun", "The plan has neither findings nor actions yet.", False


def plan_verdict(counts: Counts, covered: Coverage, missed: int, elsewhere: Counts) -> PlanVerdict:
    """Return how a plan stands: the first that fits.

    `missed` is how many milestones have passed and are not reached; `elsewhere` are the totals of the actions in other
    plans on which it rests.
    """
    if not counts.findings and not counts.actions:
        return PlanVerdict.EMPTY
    if counts.unaddressed or missed or _is_wrong(counts) or _is_wrong(elsewhere):
        return PlanVerdict.NOT_ON_COURSE
    if not (counts.goes_to_plan and elsewhere.goes_to_plan) or counts.unproven or elsewhere.unproven:
        return PlanVerdict.AT_RISK
    if counts.findings and covered.confirmed == covered.findings and not (counts.open or elsewhere.open):
        return PlanVerdict.PROVEN
    return PlanVerdict.ON_COURSE


def _is_wrong(counts: Counts) -> bool:
    return bool(counts.slipped or counts.overdue or counts.off_track or counts.blocked)
