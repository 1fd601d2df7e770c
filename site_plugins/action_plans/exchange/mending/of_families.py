"""What may be written where families are owed something: another day for the next change, a reason."""

from collections.abc import Iterator

from action_plans.exchange.mending.choice import LATER, Case, Choice


def update_passed(case: Case) -> Iterator[Choice]:
    """Say when the pages change next."""
    for plan in case.trace.portfolio.plans:
        if plan.family is not None and case.is_at(plan.family, "next_update"):
            later = {"next_update": (case.today + LATER).isoformat()}
            yield Choice("Are the pages up to date? Say when they change next.", plan.family, later)


def no_reason(case: Case) -> Iterator[Choice]:
    """Say why something went otherwise."""
    action = case.action
    if action is not None and action.record.family is not None:
        words = {"reason": "Why, in one sentence that families understand"}
        yield Choice(
            "Say why, in words for families. Their topic waits for approval then.", action.record.family, words
        )
