"""Earlier versions of plans and services, from git, as traces: newest first, made no further than someone asks."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

from action_plans.history.history import History
from action_plans.history.read_history import read_history
from action_plans.reading.plan_files import read_plan_text, read_service_text
from action_plans.tracing.plan_groups import plan_groups
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace


def earlier_versions(
    now: Trace, root: Path, plans: AbstractSet[str], services: AbstractSet[str] = frozenset()
) -> Iterator[Trace]:
    """Yield the trace of each earlier version of some plans, alone: plan by plan, the newest version first.

    Services and notes are today's, those that have to do with the plan; the earlier versions of some services follow,
    likewise one by one with today's plans. A version that cannot be read is passed over. Without git there are none.
    Cost: linear in the versions of what is asked for, each as large as what has to do with it.

    Args:
        now: the trace of today.
        root: the project's folder.
        plans: the ids of the plans.
        services: the ids of the services.
    """
    asked_plans = [plan for plan in now.portfolio.plans if plan.id in plans]
    asked_services = [one for one in now.portfolio.services if one.id in services and one.origin.path]
    paths = [*(plan.path for plan in asked_plans), *(service.origin.path for service in asked_services)]
    if not paths:
        return
    history, groups = read_history(root, paths), plan_groups(now)
    notes_of = {plan.id: group.notes for group in groups for plan in group.plans}
    for plan in asked_plans:
        for content in _contents(history, plan.path):
            before = read_plan_text(content, plan.path).record
            if before is not None and before.id == plan.id:
                yield trace(replace(now.portfolio, plans=(before,), notes=notes_of[plan.id]), now.today)
    of_service = {service.id: group for group in groups for service in group.services}
    for service in asked_services:
        whole = of_service[service.id]
        for content in _contents(history, service.origin.path):
            earlier = read_service_text(content, service.origin.path).record
            if earlier is not None and earlier.id == service.id:
                others = (earlier if each.id == service.id else each for each in whole.services)
                yield trace(replace(whole, services=tuple(others)), now.today)


def _contents(history: History, path: str) -> Iterator[bytes]:
    """Yield what each version of a file holds, each content once."""
    blobs = [version.blob for version in history.versions(path) if version.blob is not None]
    held = history.read_blobs(blobs)
    return (held[blob] for blob in dict.fromkeys(blobs) if blob in held)
