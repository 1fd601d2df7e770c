"""How pages say dates, numbers and lists."""

from collections.abc import Iterable
from datetime import date

from action_plans.model.when import MONTHS, When, month_in_words

_FIXED = "\N{NO-BREAK SPACE}"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def day(when: When | date) -> str:
    """Return `12 May 2026`, or `May 2026` for a month; day and month stay on one line."""
    if isinstance(when, When):
        if when.is_month:
            return month_in_words(when.first)
        when = when.first
    return f"{when.day}{_FIXED}{MONTHS[when.month - 1]} {when.year}"


def long_day(when: When | date) -> str:
    """Return `Tuesday 12 May 2026`, or `May 2026` for a month."""
    if isinstance(when, When):
        if when.is_month:
            return month_in_words(when.first)
        when = when.first
    return f"{_WEEKDAYS[when.weekday()]} {day(when)}"


def number(count: int) -> str:
    """Return a number in words up to nine, then in figures: `no`, `one`, `nine`, `10`, `1,250`."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def counted(count: int, one: str, several: str = "") -> str:
    """Return `one action`, `six actions`, `12 actions`; `several` where the plural is not made with an s."""
    return f"{number(count)} {one if count == 1 else several or one + 's'}"


def closed_words(closed: int, actions: int) -> str:
    """Return `3 of 5 actions closed`; nothing where there are none."""
    return f"{closed} of {actions} {'action' if actions == 1 else 'actions'} closed" if actions else ""


def listed(words: Iterable[str]) -> str:
    """Join words: `one`, `one and two`, `one, two and three`."""
    several = tuple(words)
    if len(several) < 2:  # noqa: PLR2004 -- two need an "and"
        return "".join(several)
    return f"{', '.join(several[:-1])} and {several[-1]}"


def either(words: Iterable[str]) -> str:
    """Join words of which one is meant: `one`, `one or two`, `one, two or three`."""
    several = tuple(words)
    if len(several) < 2:  # noqa: PLR2004 -- two need an "or"
        return "".join(several)
    return f"{', '.join(several[:-1])} or {several[-1]}"


def sentence(words: str) -> str:
    """Return words with a capital at the beginning and a full stop at the end; nothing for nothing."""
    words = words.strip()
    if not words:
        return ""
    return f"{words[0].upper()}{words[1:]}{'' if words[-1] in '.!?:' else '.'}"


def lower_first(words: str) -> str:
    """Return words as they stand in the middle of a sentence; what begins with capitals, like `CQC`, stays."""
    return words if words[1:2].isupper() else f"{words[:1].lower()}{words[1:]}"


def days_between(earlier: date, later: date) -> str:
    """Return how long it is: `one day`, `12 days`, `six weeks`, `seven months`: rounded down beyond eight weeks."""
    days = (later - earlier).days
    if days < _DAYS_AS_WEEKS:
        return counted(days, "day")
    if days < _WEEKS_AS_MONTHS:
        return counted(days // 7, "week")
    return counted(days // 30, "month")


_DAYS_AS_WEEKS = 28
_WEEKS_AS_MONTHS = 70
