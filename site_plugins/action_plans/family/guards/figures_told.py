"""The figure of a topic: a number that cannot be is left out, one that a newer reading contradicts is read again."""

from collections.abc import Iterator
from datetime import date

from action_plans.family.telling.author_texts import Entry
from action_plans.family.telling.figures import impossible, in_any, shows
from action_plans.model.family import FamilyMeasure
from action_plans.model.problem import Code, Problem
from action_plans.tracing.days import last_day


def wrong_figures(entry: Entry) -> Iterator[Problem]:
    """Yield what of a topic's figure cannot be, such as 120 of 100."""
    measure = _measure(entry)
    if measure is None:
        return
    for field, words in dict(impossible(measure)).items():
        message = f"`measure: {field}` of {entry.name} is “{words}”, which cannot be. It is left out."
        hint = "Write how many, and in `of` out of how many: `now: 9` and `of: 10`."
        yield Problem(Code.WRONG_FACT, message, measure.at(field), hint, entry.item)


def outdated_figures(entry: Entry, today: date) -> Iterator[Problem]:
    """Yield that a reading which came after the approval says something else than the figure that families read."""
    measure, approved = _measure(entry), entry.approved
    if measure is None or approved is None or not in_any(measure.now) or len(entry.readings) != 1:
        return  # of several measures nobody can tell which one the figure is of
    newer = [each for each in entry.readings if last_day(each.date, today) > approved.date.last]
    if newer and not any(shows(measure, reading) for reading in entry.readings):
        newest = max(newer, key=lambda reading: reading.date.last)
        message = (
            f"{entry.name}: approved words may no longer be true. They say {in_any(measure.now)}, and the newest"
            f" reading, of {newest.date}, is {newest.value.normalize():f}."
        )
        hint = f"Write the new figure in `measure: now`, and approve it: `action-plans approve {entry.plan.id}`."
        yield Problem(Code.MAY_BE_UNTRUE, message, measure.at("now"), hint, entry.item)


def _measure(entry: Entry) -> FamilyMeasure | None:
    family = entry.finding.record.family if entry.finding is not None else None
    return family.measure if family is not None else None
