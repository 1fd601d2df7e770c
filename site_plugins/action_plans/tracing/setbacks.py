"""What did not last: every time that something closed was found not to hold, or was opened again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from action_plans.model.action_parts import CheckResult, Reopened
from action_plans.model.when import When
from action_plans.tracing.days import has_come, last_day
from action_plans.tracing.results import Outcome, Result
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class Setback:
    """One time that an action did not last: a result that says so, or a reopening; one of the two is set.

    `result` may be a check that slipped, whenever it was made, or evidence that was judged not to meet after the action
    was closed. `lasts_since` is the newest independent result after it that holds, where there is one.
    """

    action: TracedAction
    day: date
    result: Result | None
    reopened: Reopened | None
    lasts_since: Result | None

    @property
    def when(self) -> When:
        """When it was found, or opened again, as people wrote it."""
        if self.result is not None:
            return self.result.when
        return self.reopened.date if self.reopened is not None else When.on(self.day)


def setbacks(actions: Iterable[TracedAction], today: date) -> tuple[Setback, ...]:
    """Return every setback of some actions, the newest first; of one day in the order written."""
    found = [one for action in actions for one in _of(action, today)]
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def _of(action: TracedAction, today: date) -> Iterator[Setback]:
    for result in action.results:
        if _fails(action, result):
            yield Setback(action, result.day, result, None, _held_after(action, result.day))
    for again in action.record.reopened:
        if has_come(again.date, today):
            day = last_day(again.date, today)
            yield Setback(action, day, None, again, _held_after(action, day))


def _fails(action: TracedAction, result: Result) -> bool:
    """Whether a result says that something did not last: a check says so itself, evidence by its day."""
    closed = action.record.closed_on
    if closed is None:
        return False  # what was never closed did not last either; its check is told with it
    if result.check is not None:
        return result.check.result is CheckResult.SLIPPED
    return result.outcome is Outcome.FAILS and result.day > closed.last


def _held_after(action: TracedAction, day: date) -> Result | None:
    """Return the newest independent result after a day, if it holds."""
    later = (result for result in action.results if result.day > day and result.independent)
    newest = next(later, None)
    return newest if newest is not None and newest.outcome is Outcome.PASSES else None
