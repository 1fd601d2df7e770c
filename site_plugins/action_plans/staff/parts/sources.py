"""Where findings come from, as pages cite it."""

from action_plans.english.wording import day
from action_plans.model.plan import Plan
from action_plans.model.source import Source
from action_plans.model.when import When
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.sources import is_published


def source_link(here: Here, source: Source, plan: Plan | None = None) -> Link:
    """Return the link to a source of a plan, by default of the page's own, on the page of all its sources."""
    plan = plan or here.plan
    assert plan is not None  # noqa: S101 -- sources stand in a plan
    return Link("", source.title, here.to(f"{plan_address(plan, 'sources')}#{source.id.lower()}"))


def source_words(here: Here, source: Source) -> str:
    """Return who it is from and when it came out, else when it came in: `CQC, published 20 March 2026`."""
    is_out = is_published(source, here.context.trace.today)
    dates: tuple[tuple[str, When | None], ...] = (
        ("published", source.published if is_out else None),
        ("received", source.received),
        ("assessed", _first_day(source)),
    )
    told = next((f"{word} {day(when)}" for word, when in dates if when is not None), "")
    is_ahead = source.published is not None and not is_out
    return ", ".join(part for part in (source.from_, told, "not published yet" if is_ahead else "") if part)


def _first_day(source: Source) -> When | None:
    if source.assessed is None:
        return None
    return source.assessed.from_ or next(iter(source.assessed.days), None)
