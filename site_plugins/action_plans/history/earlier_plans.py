"""Earlier versions of plans, from git, as traces: newest first, made no further than someone asks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from action_plans.history.read_history import read_history
from action_plans.reading.plan_files import read_plan_text
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace


def earlier_versions(now: Trace, root: Path) -> Iterator[Trace]:
    """Yield the trace of each earlier version of each plan, alone: plan by plan, the newest version first.

    Services and notes are today's. A version that cannot be read is passed over. Without git there are none.
    """
    history = read_history(root, [plan.path for plan in now.portfolio.plans])
    for plan in now.portfolio.plans:
        blobs = [version.blob for version in history.versions(plan.path) if version.blob is not None]
        held = history.read_blobs(blobs)
        for blob in dict.fromkeys(blobs):
            before = read_plan_text(held[blob], plan.path).record if blob in held else None
            if before is not None and before.id == plan.id:
                yield trace(replace(now.portfolio, plans=(before,)), now.today)
