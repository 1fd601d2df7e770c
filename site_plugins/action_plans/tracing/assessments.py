"""When CQC is expected next."""

from collections.abc import Iterable
from datetime import date

from action_plans.model.plan import Plan
from action_plans.model.when import When
from action_plans.tracing.days import has_passed, newest


def next_assessment(plans: Iterable[Plan], today: date) -> date | None:
    """Return the day by which the next assessment of any of these plans is expected, if one lies ahead."""
    days = (plan.next_assessment.last for plan in plans if plan.next_assessment is not None)
    return min((expected for expected in days if expected >= today), default=None)


def passed_assessment(plans: Iterable[Plan], today: date) -> When | None:
    """Return by when the next assessment was expected, where that has passed and no plan has a day that lies ahead."""
    known = [plan.next_assessment for plan in plans if plan.next_assessment is not None]
    return newest(known) if all(has_passed(expected, today) for expected in known) else None
