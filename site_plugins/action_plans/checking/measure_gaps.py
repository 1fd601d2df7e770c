"""How measures and milestones stand."""

from collections.abc import Iterator

from action_plans.english.wording import late_by
from action_plans.model.problem import Code, Problem
from action_plans.tracing.measures import missed_targets
from action_plans.tracing.trace import Trace


def without_baseline(trace: Trace) -> Iterator[Problem]:
    """AP312: measures without a figure from before."""
    for ref, measure in trace.measures.items():
        record = measure.record
        if record.baseline is None:
            message = f"{record.id} has no baseline: nobody can tell later whether it moved."
            hint = "Give the figure from before the work in `baseline`, with its date."
            yield Problem(Code.NO_BASELINE, message, record.at("id"), hint, ref)


def targets_missed(trace: Trace) -> Iterator[Problem]:
    """AP313: targets whose day has passed while the newest reading is short of them."""
    for measure, target in missed_targets(trace.measures.values()):
        newest, name = measure.latest, measure.record.id
        reached = f"the newest reading is {newest.value} ({newest.date})" if newest else "there is no reading"
        message = f"{name} was to reach {target.value} by {target.by}; {reached}."
        hint = "Say in an action what is done about it, or give the target a later date."
        yield Problem(Code.TARGET_MISSED, message, target.at("value"), hint, measure.ref)


def milestones_missed(trace: Trace) -> Iterator[Problem]:
    """AP314: milestones whose day has passed and that are not reached."""
    for ref, milestone in trace.milestones.items():
        if milestone.is_missed:
            stone = milestone.record
            message = f"{stone.id} is {late_by(stone.due.last, trace.today)} (due {stone.due})."
            hint = "Write `reached_on`, or see which of its actions are still open."
            yield Problem(Code.MILESTONE_MISSED, message, stone.at("due"), hint, ref)
