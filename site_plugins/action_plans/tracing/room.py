"""Room: how many days an action may still take before it moves something that people gave a date."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from action_plans.tracing.days import has_passed
from action_plans.tracing.milestones import TracedMilestone
from action_plans.tracing.states import Condition
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class Room:
    """The days from an action's date, or from today where it is late, to the first date that waits for it.

    `days` is negative where that date comes before the action's own, and 0 where one day more would move it. `waits` is
    the action or the milestone whose date that is, by reference; None for the next assessment.
    """

    days: int
    until: date
    waits: str | None


def rooms_of(
    actions: Iterable[TracedAction], milestones: Mapping[str, TracedMilestone], today: date
) -> Mapping[str, Room]:
    """Return the room of every action that is still to be done and for which something waits, by its reference.

    What has slipped is to be done as well, and is as late as what was never done. An action waits for others directly,
    or for what stands instead of a stopped one; a milestone that is reached waits for nothing,
    and so does an assessment whose day has passed. Of dates on one day an
    action comes first, then a milestone, in the order written. Cost: linear in actions and dependencies.
    """
    waiting: dict[str, list[TracedAction]] = defaultdict(list)
    undone = [action for action in actions if is_undone(action)]
    for action in undone:
        for other in dict.fromkeys((*action.holding_up, *action.waits_for)):
            waiting[other].append(action)
    found: dict[str, Room] = {}
    for action in undone:
        dates = [(other.due.last, other.ref) for other in waiting[action.ref]]
        stone = milestones.get(action.milestone or "")
        if stone is not None and stone.record.reached_on is None:
            dates.append((stone.record.due.last, stone.ref))
        assessed: list[tuple[date, str | None]] = [*dates]
        expected = action.plan.next_assessment
        if expected is not None and not has_passed(expected, today):
            assessed.append((expected.last, None))
        if assessed:
            until, waits = min(assessed, key=lambda one: one[0])
            found[action.ref] = Room((until - end_of(action, today)).days, until, waits)
    return found


def is_undone(action: TracedAction) -> bool:
    """Whether an action is still to be done: open, or closed and slipped."""
    return action.is_open or action.condition is Condition.SLIPPED


def end_of(action: TracedAction, today: date) -> date:
    """Return the day on which what is still to be done can end at the earliest: its date, or today where it is late."""
    return max(action.due.last, today)
