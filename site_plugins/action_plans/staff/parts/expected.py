"""When CQC is expected, in the words of every page."""

from datetime import date

from action_plans.english.wording import day
from action_plans.model.when import When
from action_plans.tracing.days import has_passed


def expected_words(when: When, today: date) -> str:
    """Return `is expected by 1 September 2026`, or `was expected by 1 April 2026` once that has passed."""
    return f"{'was' if has_passed(when, today) else 'is'} expected by {day(when)}"
