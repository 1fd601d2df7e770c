"""What serves a finding, or a plan: live actions, and stopped ones through what goes on instead of them."""

from collections.abc import Iterable, Mapping

from action_plans.model.plan import Plan
from action_plans.tracing.traced import TracedAction, TracedFinding


def live_and_stopped(
    serving: Iterable[str], actions: Mapping[str, TracedAction]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the live actions among some, by reference, and the stopped ones, which count through others.

    Each is reached once, so that a circle of them ends.
    """
    live: dict[str, None] = {}
    stopped: dict[str, None] = {}
    waiting = [*serving][::-1]
    while waiting:
        ref = waiting.pop()
        if ref in live or ref in stopped:
            continue
        if actions[ref].is_stopped:
            stopped[ref] = None
            waiting.extend(reversed(actions[ref].instead))
        else:
            live[ref] = None
    return tuple(live), tuple(stopped)


def elsewhere(
    plan: Plan, own: Iterable[TracedAction], findings: Iterable[TracedFinding], actions: Mapping[str, TracedAction]
) -> tuple[TracedAction, ...]:
    """Return the live actions of other plans on which a plan rests, each once.

    Those are the actions for its findings, and those in which its stopped actions go on. `own` are the plan's actions
    and `findings` its findings. Cost: linear in them and in what they lead to.
    """
    live, _ = live_and_stopped((action.ref for action in own if action.is_stopped), actions)
    served = (ref for finding in findings for ref in finding.actions)
    return tuple(actions[ref] for ref in dict.fromkeys((*served, *live)) if actions[ref].plan is not plan)
