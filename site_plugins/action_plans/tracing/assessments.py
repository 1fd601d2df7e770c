"""When CQC is expected next."""

from collections.abc import Iterable
from datetime import date

from action_plans.model.plan import Plan
from action_plans.model.when import When
from action_plans.tracing.days import has_passed, newest


def next_assessment(plans: Iterable[Plan], today: date) -> When | None:
    """Return by when the next assessment of any of these plans is expected, if that lies ahead: a day, or a month."""
    written = (plan.next_assessment for plan in plans if plan.next_assessment is not None)
    ahead = (expected for expected in written if expected.last >= today)
    return min(ahead, key=lambda expected: expected.last, default=None)


def passed_assessment(plans: Iterable[Plan], today: date) -> When | None:
    """Return by when the next assessment was expected, where that has passed and no plan has a day that lies ahead."""
    known = [plan.next_assessment for plan in plans if plan.next_assessment is not None]
    return newest(known) if all(has_passed(expected, today) for expected in known) else None
