"""When CQC is expected, and a plan looked at next, in the words of every page."""

from datetime import date

from action_plans.english.wording import day, long_day
from action_plans.model.when import When
from action_plans.tracing.days import has_passed


def expected_words(when: When, today: date) -> str:
    """Return `is expected by 1 September 2026`, or `was expected by 1 April 2026` once that has passed."""
    return f"{'was' if has_passed(when, today) else 'is'} expected by {day(when)}"


def review_words(when: When, today: date, *, in_full: bool = True) -> str:
    """Return the day of a plan's next review: `Friday 12 June 2026`, or `was due Friday 1 May 2026` once it passed."""
    return f"{'was due ' if has_passed(when, today) else ''}{long_day(when) if in_full else day(when)}"
