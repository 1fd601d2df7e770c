"""Which problem is mended by what: the one table.

The hints of the problems name the same fields, and a test holds both together. What is not in the table has no block
that could be right for everybody, and keeps its hint alone.
"""

from collections.abc import Callable, Iterator, Mapping

from action_plans.exchange.mending import of_actions, of_families, of_health, of_others
from action_plans.exchange.mending.choice import Case, Choice
from action_plans.model.problem import Code


def _no_sample(case: Case) -> Iterator[Choice]:
    yield from of_actions.no_sample(case)
    yield from of_others.no_checked_sample(case)


MENDED_BY: Mapping[Code, Callable[[Case], Iterator[Choice]]] = {
    Code.UNADDRESSED: of_others.unaddressed,
    Code.NO_PROOF: of_actions.no_proof,
    Code.OVERDUE: of_actions.late,
    Code.SLIPPED: of_actions.slipped,
    Code.BLOCKED: of_actions.blocked,
    Code.LATE_FORECAST: of_actions.likely_late,
    Code.UNCHECKED: of_actions.look,
    Code.STALE: of_others.stale,
    Code.TO_COME: of_others.to_come,
    Code.NOT_KEPT_SAFE: of_others.not_kept_safe,
    Code.SERVES_NOTHING: of_actions.serves_nothing,
    Code.NO_BASELINE: of_others.no_baseline,
    Code.TARGET_MISSED: of_others.target_missed,
    Code.MILESTONE_MISSED: of_others.milestone_missed,
    Code.CHECK_DUE: of_actions.check_due,
    Code.ANSWER_DUE: of_others.answer_due,
    Code.PLAN_STALE: of_others.plan_stale,
    Code.ACCEPTED_ENDED: of_others.answer_ended,
    Code.TASK_LATE: of_others.task_late,
    Code.CHANGED_SINCE_CHECK: of_actions.look,
    Code.OFF_TRACK: of_actions.off_track,
    Code.ONE_CATEGORY: of_actions.one_category,
    Code.OLD_EVIDENCE: of_actions.look,
    Code.NO_SAMPLE: _no_sample,
    Code.LOOK_AGAIN: of_actions.look,
    Code.NO_CLOSING_DAY: of_actions.no_closing_day,
    Code.NO_END: of_actions.no_end,
    Code.NO_SOURCE: of_others.no_source,
    Code.ACCEPTED_FOR_EVER: of_others.answer_ended,
    Code.TRAINING_ALONE: of_health.training_alone,
    Code.POLICY_ALONE: of_health.policy_alone,
    Code.CLOSED_ALONE: of_health.closed_alone,
    Code.NO_ROOT_CAUSE: of_health.no_root_cause,
    Code.WRITTEN_UP_LATE: of_health.written_up_late,
    Code.MOVED_OFTEN: of_health.moved_often,
    Code.UNMEASURED: of_health.unmeasured,
    Code.REVIEW_DISPUTED: of_health.review_disputed,
    Code.UPDATE_PASSED: of_families.update_passed,
    Code.NO_REASON: of_families.no_reason,
}
