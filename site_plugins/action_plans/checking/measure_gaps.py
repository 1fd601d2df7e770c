"""How measures, objectives and milestones stand."""

from collections.abc import Iterator

from action_plans.english.figures import figure
from action_plans.english.wording import late_by, listed
from action_plans.model.objective import Achieved
from action_plans.model.problem import Code, Problem
from action_plans.model.record import Choice
from action_plans.tracing.measures import TracedMeasure, missed_targets
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
        newest, name, unit = measure.latest, measure.record.id, measure.record.unit
        way = ", taken in a new way," if measure.is_new_method and measure.record.baseline is not None else ""
        reached = (
            f"the newest reading{way} is {figure(newest.value, unit)} ({newest.date})"
            if newest
            else "there is no reading"
        )
        aim = f"{figure(target.value, unit)} by {target.by}"
        message = f"{name} was to reach {aim}; {reached}."
        if measure.reached_in_time(target):
            message = f"{name} reached {aim}, and has {measure.moved_back} since: {reached}."
        hint = "Say in an action what is done about it, or give the target a later date."
        yield Problem(Code.TARGET_MISSED, message, target.at("value"), hint, measure.ref)


def reviews_disputed(trace: Trace) -> Iterator[Problem]:
    """AP346: objectives of which the newest review said otherwise than the figures did on its day."""
    for ref, objective in trace.objectives.items():
        review, disputed = objective.newest_review, objective.disputed_by
        if review is None or not disputed:
            continue
        said = listed(_stood(measure) for measure in disputed)
        if review.verdict is Achieved.ACHIEVED:
            figures = f"then {said}, short of {'its target' if len(disputed) == 1 else 'their targets'}"
        else:
            reached = "its target was reached" if len(disputed) == 1 else "every target was reached"
            figures = f"then {said}: {reached}"
        verdict = review.verdict.label.lower()
        when = f"{'in' if review.date.is_month else 'on'} {review.date}"
        message = f"{objective.record.id} was reviewed as {verdict} {when}, but {figures}."
        hint = (
            "Look at it again with the figures and add a review: "
            f"`- {{date: {trace.today.isoformat()}, verdict: partly, because: ...}}`"
        )
        yield Problem(Code.REVIEW_DISPUTED, message, review.at("verdict"), hint, ref)


def compared_unlike(trace: Trace) -> Iterator[Problem]:
    """AP347: measures that are compared under one name but have another unit, or another side that is better."""
    for ref, several in trace.compared.items():
        first, measure = trace.measures[several[0]], trace.measures[ref]
        for field, word in (("unit", "unit"), ("better", "side that is better")):
            own, other = getattr(measure.record, field), getattr(first.record, field)
            if own != other:
                message = (
                    f"{measure.record.id} is compared with {first.ref} (`compare_as`), which has another {word}: "
                    f"{_named(own)} here, {_named(other)} there."
                )
                hint = f"Give both the same `{field}`, or `compare_as` another name."
                place = field if own is not None else "compare_as"
                yield Problem(Code.COMPARED_UNLIKE, message, measure.record.at(place), hint, ref)


def milestones_missed(trace: Trace) -> Iterator[Problem]:
    """AP314: milestones whose day has passed and that are not reached."""
    for ref, milestone in trace.milestones.items():
        if milestone.is_missed:
            stone = milestone.record
            message = f"{stone.id} is {late_by(stone.due.last, trace.today)} (due {stone.due})."
            hint = "Write `reached_on`, or see which of its actions are still open."
            yield Problem(Code.MILESTONE_MISSED, message, stone.at("due"), hint, ref)


def _stood(measure: TracedMeasure) -> str:
    """Return where a measure stood on a day: `M6 stood at 37% (target 39%)`."""
    latest, target, unit = measure.latest, measure.target, measure.record.unit
    assert latest is not None and target is not None  # noqa: S101, PT018 -- else it could not be judged
    return f"{measure.record.id} stood at {figure(latest.value, unit)} (target {figure(target.value, unit)})"


def _named(value: str | Choice | None) -> str:
    if value is None:
        return "none"
    return f"“{value.value if isinstance(value, Choice) else value}”"
