"""Earlier versions of plans and services, from git, as traces: newest first, made no further than someone asks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from action_plans.history.read_history import read_history
from action_plans.reading.plan_files import read_plan_text, read_service_text
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace


def earlier_versions(now: Trace, root: Path) -> Iterator[Trace]:
    """Yield the trace of each earlier version of each plan, alone: plan by plan, the newest version first.

    Services and notes are today's; the earlier versions of services follow, likewise one by one with today's plans. A
    version that cannot be read is passed over. Without git there are none.
    """
    files = [service.origin.path for service in now.portfolio.services if service.origin.path]
    history = read_history(root, [*(plan.path for plan in now.portfolio.plans), *files])
    for plan in now.portfolio.plans:
        blobs = [version.blob for version in history.versions(plan.path) if version.blob is not None]
        held = history.read_blobs(blobs)
        for blob in dict.fromkeys(blobs):
            before = read_plan_text(held[blob], plan.path).record if blob in held else None
            if before is not None and before.id == plan.id:
                yield trace(replace(now.portfolio, plans=(before,)), now.today)
    for service in now.portfolio.services:
        blobs = [version.blob for version in history.versions(service.origin.path) if version.blob is not None]
        held = history.read_blobs(blobs)
        for blob in dict.fromkeys(blobs):
            earlier = read_service_text(held[blob], service.origin.path).record if blob in held else None
            if earlier is not None and earlier.id == service.id:
                others = (each if each.id != service.id else earlier for each in now.portfolio.services)
                yield trace(replace(now.portfolio, services=tuple(others)), now.today)
