"""How measures and milestones stand."""

from collections.abc import Iterator
from datetime import date

from action_plans.checking.lateness import days_late, has_passed
from action_plans.model.measure import Better, Measure, Reading, Target
from action_plans.model.problem import Code, Problem
from action_plans.tracing.results import is_future
from action_plans.tracing.trace import Trace


def without_baseline(trace: Trace) -> Iterator[Problem]:
    """AP312: measures without a figure from before."""
    for plan in trace.portfolio.plans:
        for measure in plan.measures:
            if measure.baseline is None:
                message = f"{measure.id} has no baseline: nobody can tell later whether it moved."
                hint = "Give the figure from before the work in `baseline`, with its date."
                yield Problem(Code.NO_BASELINE, message, measure.at("id"), hint, f"{plan.id}/{measure.id}")


def targets_missed(trace: Trace) -> Iterator[Problem]:
    """AP313: targets whose day has passed while the newest reading is short of them."""
    for plan in trace.portfolio.plans:
        for measure in plan.measures:
            newest = _newest(measure, trace.today)
            for target in measure.targets:
                if measure.better is None or target.by is None or not has_passed(target.by, trace.today):
                    continue
                if newest is not None and _is_reached(measure, newest, target):
                    continue
                reached = f"the newest reading is {newest.value} ({newest.date})" if newest else "there is no reading"
                message = f"{measure.id} was to reach {target.value} by {target.by}; {reached}."
                hint = "Say in an action what is done about it, or give the target a later date."
                yield Problem(Code.TARGET_MISSED, message, target.at("value"), hint, f"{plan.id}/{measure.id}")


def milestones_missed(trace: Trace) -> Iterator[Problem]:
    """AP314: milestones whose day has passed and that are not reached."""
    for plan in trace.portfolio.plans:
        for milestone in plan.milestones:
            if milestone.reached_on is None and has_passed(milestone.due, trace.today):
                message = f"{milestone.id} is {days_late(milestone.due, trace.today)} (due {milestone.due})."
                hint = "Write `reached_on`, or see which of its actions are still open."
                yield Problem(Code.MILESTONE_MISSED, message, milestone.at("due"), hint, f"{plan.id}/{milestone.id}")


def _newest(measure: Measure, today: date) -> Reading | None:
    """Return the newest reading; of two on one day the one written later."""
    known = [reading for reading in measure.readings if not is_future(reading.date, today)]
    return max(enumerate(known), key=lambda pair: (pair[1].date.last, pair[0]))[1] if known else None


def _is_reached(measure: Measure, reading: Reading, target: Target) -> bool:
    return reading.value >= target.value if measure.better is Better.HIGHER else reading.value <= target.value
