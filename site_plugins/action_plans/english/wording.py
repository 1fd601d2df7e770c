"""How pages say dates, numbers and lists."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from action_plans.model.when import MONTHS, When, month_in_words

_FIXED = "\N{NO-BREAK SPACE}"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def day(when: When | date) -> str:
    """Return `12 May 2026`, or `May 2026` for a month; day and month stay on one line."""
    if isinstance(when, When):
        return month_in_words(when.first) if when.is_month else day(when.first)
    return f"{when.day}{_FIXED}{MONTHS[when.month - 1]} {when.year}"


def long_day(when: When | date) -> str:
    """Return `Tuesday 12 May 2026`, or `May 2026` for a month."""
    if isinstance(when, When):
        return day(when) if when.is_month else long_day(when.first)
    return f"{_WEEKDAYS[when.weekday()]} {day(when)}"


def on_day(when: When) -> str:
    """Return `on 12 May 2026`, or `in May 2026` for a month."""
    return f"{'in' if when.is_month else 'on'} {day(when)}"


def near_day(when: When | date, today: date) -> str:
    """Return `Thu 14 May` for a day of this year, else `Fri 14 May 2027`; `May 2026` for a month. For short lists."""
    if isinstance(when, When):
        return day(when) if when.is_month else near_day(when.first, today)
    return f"{_WEEKDAYS[when.weekday()][:3]} {this_years(when, today)}"


def this_years(when: When | date, today: date) -> str:
    """Return `14 May` for a day of this year, else `14 May 2027`; a month always with its year."""
    first = when.first if isinstance(when, When) else when
    is_month = isinstance(when, When) and when.is_month
    return day(when) if is_month or first.year != today.year else f"{first.day}{_FIXED}{MONTHS[first.month - 1]}"


def number(count: int) -> str:
    """Return a number in words up to nine, then in figures: `no`, `one`, `nine`, `10`, `1,250`."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def how_many(count: int) -> str:
    """Return a number of what was named before, where no noun follows: `none`, `one`, `12`, as in `none closed`."""
    return number(count) if count else "none"


def counted(count: int, one: str, several: str = "") -> str:
    """Return `one action`, `six actions`, `12 actions`; `several` where the plural is not made with an s."""
    return f"{number(count)} {one if count == 1 else several or one + 's'}"


def agreeing(count: int, one: str, several: str) -> str:
    """Return a number with words that agree with it: `one is late`, `two are late`."""
    return f"{number(count)} {one if count == 1 else several}"


def out_of(count: int, total: int) -> str:
    """Return how many of several, as a sentence says it: `none`, `three`, `all`; of one, `none` or `one`."""
    if not count:
        return "none"
    return "all" if count == total > 1 else number(count)


def times(count: int) -> str:
    """Return how often: `once`, `twice`, `three times`."""
    return {1: "once", 2: "twice"}.get(count, counted(count, "time"))


def closed_words(closed: int, actions: int, slipped: int = 0, unproven: int = 0) -> str:
    """Return `3 of 5 actions closed, one of them slipped and one without proof`; nothing where there are none.

    `slipped` and `unproven` are those of the closed that do not hold or that nothing shows: told in the same breath.
    """
    if not actions:
        return ""
    doubts = doubt_words(closed, slipped, unproven)
    return f"{closed} of {actions} {'action' if actions == 1 else 'actions'} closed{f', {doubts}' if doubts else ''}"


def doubt_words(closed: int, slipped: int = 0, unproven: int = 0) -> str:
    """Return what of some closed actions does not hold: `one of them slipped and one without proof`; else nothing.

    No number of closed actions stands anywhere without it: closed is not the same as proven.
    """
    doubts = [f"{number(count)} {said}" for count, said in ((slipped, "slipped"), (unproven, "without proof")) if count]
    if not doubts:
        return ""
    if closed == 1:
        return f"but {'it has slipped' if slipped else 'without proof'}"
    return listed([doubts[0].replace(" ", " of them ", 1), *doubts[1:]])


def closed_in_brief(closed: int, actions: int, slipped: int = 0, unproven: int = 0) -> str:
    """Return the same for a column of its own: `3 of 5 closed, one not holding, one without proof`."""
    doubts = [
        f"{number(count)} {said}" for count, said in ((slipped, "not holding"), (unproven, "without proof")) if count
    ]
    return ", ".join((f"{closed} of {actions} closed", *doubts)) if actions else ""


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
    """Return words as they stand in the middle of a sentence; a first word like `CQC` or `DoLS` stays."""
    first = words.partition(" ")[0]
    return words if first[1:] != first[1:].lower() else f"{words[:1].lower()}{words[1:]}"


def how_long(earlier: date, later: date) -> str:
    """Return how long it is: `one day`, `61 days`, `two months`, `three years`: whole calendar months from 62 days on.

    Whole years from two. A month has gone by on the same day of the next, or on the last day of a shorter one: from
    31 August to 28 February it is six.
    """
    days = (later - earlier).days
    if days < _MONTHS_FROM:
        return counted(days, "day")
    months = months_between(earlier, later)
    return counted(months, "month") if months < _YEARS_FROM else counted(months // 12, "year")


def months_between(earlier: date, later: date) -> int:
    """Return how many whole calendar months have gone by."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    is_last_day = later.day == monthrange(later.year, later.month)[1]
    return months if later.day >= earlier.day or is_last_day else months - 1


def late_by(due: date, today: date) -> str:
    """Return how long a deadline is past: `12 days late`, `six months late`."""
    return f"{how_long(due, today)} late"


def days_left(due: date, today: date) -> str:
    """Return how near a deadline is: `in three days`, `tomorrow`, `today`."""
    left = (due - today).days
    return {0: "today", 1: "tomorrow"}.get(left, f"in {how_long(today, due)}")


_MONTHS_FROM = 62
"""Days from which on a time is told in months: no two months in a row are longer."""

_YEARS_FROM = 24
"""Months from which on a time is told in years."""
