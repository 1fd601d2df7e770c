"""Earlier versions of plans, from git, as traces: newest first, read no further than someone asks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from action_plans.history.history import Version
from action_plans.history.read_history import read_history
from action_plans.model.plan import Plan
from action_plans.reading.plan_files import read_plan_text
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace


def earlier_versions(now: Trace, root: Path) -> Iterator[Trace]:
    """Yield the trace with one plan as each earlier version had it: plan by plan, the newest version first.

    Services and notes are today's. A version that cannot be read is passed over. Without git there are none.
    """
    history = read_history(root, [plan.path for plan in now.portfolio.plans])
    for place, plan in enumerate(now.portfolio.plans):
        for version in history.versions(plan.path):
            before = _plan_as_of(version, plan.path, history.read_blobs)
            if before is not None and before.id == plan.id:
                plans = (*now.portfolio.plans[:place], before, *now.portfolio.plans[place + 1 :])
                yield trace(replace(now.portfolio, plans=plans), now.today)


def _plan_as_of(version: Version, path: str, read_blobs: Callable[[Iterable[str]], dict[str, bytes]]) -> Plan | None:
    if version.blob is None:
        return None
    held = read_blobs([version.blob])
    return read_plan_text(held[version.blob], path).record if version.blob in held else None
