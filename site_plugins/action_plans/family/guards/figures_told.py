"""The figure of a topic: a number that cannot be is left out, one that its measure has left since is read again."""

from collections.abc import Iterator

from action_plans.english.figures import figure
from action_plans.family.telling.author_texts import Entry
from action_plans.family.telling.figures import impossible, in_any, shows
from action_plans.model.family import FamilyMeasure
from action_plans.model.problem import Code, Problem
from action_plans.model.when import When
from action_plans.tracing.measures import TracedMeasure


def wrong_figures(entry: Entry) -> Iterator[Problem]:
    """Yield what of a topic's figure cannot be, such as 120 of 100."""
    measure = _measure(entry)
    if measure is None:
        return
    for field, words in dict(impossible(measure)).items():
        message = f"`measure: {field}` of {entry.name} is “{words}”, which cannot be. It is left out."
        hint = "Write how many, and in `of` out of how many: `now: 9` and `of: 10`."
        yield Problem(Code.WRONG_FACT, message, measure.at(field), hint, entry.item)


def outdated_figures(entry: Entry) -> Iterator[Problem]:
    """Yield that a measure which said what families read, when that was approved, says something else since."""
    told, approved = _measure(entry), entry.approved
    if told is None or approved is None or not in_any(told.now):
        return
    of = [measure for measure in entry.measures if _is_of(told, measure, approved.date, entry)]
    newest = [(measure, measure.latest) for measure in of if measure.latest is not None]
    if any(shows(told, reading) for _, reading in newest):
        return
    for measure, reading in newest:
        if measure.day_of(reading) > approved.date.last:
            name = measure.record.id if measure.plan.id == entry.plan.id else measure.ref
            now = figure(reading.value, measure.record.unit)
            message = (
                f"{entry.name}: approved words may no longer be true. They say {in_any(told.now)}, and the newest"
                f" reading of {name} ({measure.record.title}), of {reading.date}, is {now}."
            )
            hint = f"Write the new figure in `measure: now`, and approve it: `action-plans approve {entry.plan.id}`."
            yield Problem(Code.MAY_BE_UNTRUE, message, told.at("now"), hint, entry.item)
            return


def _is_of(told: FamilyMeasure, measure: TracedMeasure, approved: When, entry: Entry) -> bool:
    """Whether the figure is of this measure: it said the same on the day of approval.

    The month of that day may have had its reading already. The only measure, without a reading up to then, is the one.
    """
    over = [reading for reading in measure.readings if measure.day_of(reading) <= approved.last]
    begun = [reading for reading in measure.readings if reading.date.first <= approved.last]
    if not begun:
        return len(entry.measures) == 1
    return any(shows(told, reading) for reading in (*over[-1:], begun[-1]))


def _measure(entry: Entry) -> FamilyMeasure | None:
    family = entry.finding.record.family if entry.finding is not None else None
    return family.measure if family is not None else None
