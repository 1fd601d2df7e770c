"""When CQC is expected next."""

from collections.abc import Iterable
from datetime import date

from action_plans.model.plan import Plan


def next_assessment(plans: Iterable[Plan], today: date) -> date | None:
    """Return the day by which the next assessment of any of these plans is expected, if one lies ahead."""
    days = (plan.next_assessment.last for plan in plans if plan.next_assessment is not None)
    return min((expected for expected in days if expected >= today), default=None)
