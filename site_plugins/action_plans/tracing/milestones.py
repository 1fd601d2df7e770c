"""Milestones: which actions each needs, and which of them it still waits for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from action_plans.model.measure import Milestone
from action_plans.model.plan import Plan
from action_plans.tracing.as_of import milestone_as_of
from action_plans.tracing.days import has_passed
from action_plans.tracing.references import Node
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class TracedMilestone:
    """A milestone, as of today, with the live actions that it needs, in the order written.

    `waits_for` are those of them that it waits for: open, slipped, or closed with nothing to show. `is_missed` is
    whether its day has passed and it is not reached.
    """

    ref: str
    plan: Plan
    record: Milestone
    needs: tuple[TracedAction, ...]
    waits_for: tuple[str, ...]
    is_missed: bool


def traced_milestones(
    nodes: Mapping[str, Node], actions: Iterable[TracedAction], today: date
) -> Mapping[str, TracedMilestone]:
    """Return every milestone among things with what it needs of some actions, by reference."""
    needs: dict[str, list[TracedAction]] = defaultdict(list)
    for action in actions:
        if action.milestone is not None and not action.is_stopped:
            needs[action.milestone].append(action)
    return {
        ref: _traced(ref, node.plan, milestone_as_of(node.record, today), tuple(needs[ref]), today)
        for ref, node in nodes.items()
        if isinstance(node.record, Milestone) and node.plan is not None
    }


def _traced(ref: str, plan: Plan, record: Milestone, needs: tuple[TracedAction, ...], today: date) -> TracedMilestone:
    waits = tuple(action.ref for action in needs if not action.is_holding)
    return TracedMilestone(ref, plan, record, needs, waits, record.reached_on is None and has_passed(record.due, today))
