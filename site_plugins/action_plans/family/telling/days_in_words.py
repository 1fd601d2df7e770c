"""Days and months in the words of a language: months, not days, unless the day is public already."""

from datetime import date

from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.when import When


def in_words(when: When, words: ThemeWords) -> str:
    """Return a day that is public already, or a month where a month was written."""
    return month_of(when.last, words) if when.is_month else day_of(when.first, words)


def day_of(day: date, words: ThemeWords) -> str:
    """Return a day in words: `12 May 2026`."""
    return words.day(day.year, day.month, day.day)


def month_of(day: date, words: ThemeWords) -> str:
    """Return the month of a day in words: `May 2026`."""
    return words.month(day.year, day.month)
