"""Two days where one is meant, and a day with words beside it that say what it is: moved to, or done on."""

import re

from action_plans.english.wording import either
from action_plans.model.action import Action
from action_plans.reading.records.days_in_text import DayInText, days_in
from action_plans.reading.records.no_dates import DateField


def several_days(text: str, asked: DateField) -> str | None:
    """Return what to write instead of two days or more, or None where a text names fewer."""
    days = days_in(text)
    if len({day.written for day in days}) < _SEVERAL:
        return None
    if said := _done_beside(text, days, asked):
        return said
    if asked.is_in(Action, "due"):
        if (moved := _moved(text, days)) is not None:
            first, new = moved
            return (
                f"The first day stays in due, and what it was moved to goes into revised: write due: {first}, and "
                f"revised: {{date: .., due: {new}}}, with the day on which it was moved as date.{_twofold(days)}"
            )
        return f"{_one_of(days)} The first day stays in due; what it was moved to goes into revised."
    return _one_of(days)


def day_when_done(text: str, asked: DateField) -> str | None:
    """Return what to write where the day by which something is to be done is said to be that on which it was."""
    days = days_in(text)
    if len(days) != 1 or asked.when_done is None:
        return None
    rest = f"{text[: days[0].start]} {text[days[0].end :]}"
    if not _ALL_DONE.fullmatch(" ".join(re.findall(r"\w+", rest))):
        return None
    day, done, field = days[0].written, asked.when_done, asked.name
    if re.search(r"\w", text[: days[0].start]):
        said = f"That is the day on which it was done: write {done}: {day}, and in {field} the day that was agreed."
    else:  # `March 2026, done` may say either
        said = (
            f"If it was done on that day, write {done}: {day}, and in {field} the day that was agreed; "
            f"else write {field}: {day}, and in {done} the day on which it was done."
        )
    return f"{said}{_twofold(days)}"


def _one_of(days: list[DayInText]) -> str:
    written = list(dict.fromkeys(day.written for day in days))
    return f"One day is meant: write {either(written)}.{_twofold(days)}"


def _twofold(days: list[DayInText]) -> str:
    return " The figures can be read in two ways; here the day comes first." if any(d.is_twofold for d in days) else ""


def _done_beside(text: str, days: list[DayInText], asked: DateField) -> str | None:
    """Return both days with their fields, where one of two is said to be that on which it was done."""
    if len(days) != _SEVERAL or asked.when_done is None:
        return None
    before = (text[: days[0].start], text[days[0].end : days[1].start])
    is_done = [_SAYS_DONE.search(words) is not None for words in before]
    if is_done.count(True) != 1:
        return None
    done, other = (days[0], days[1]) if is_done[0] else (days[1], days[0])
    return f"Write {asked.name}: {other.written}, and {asked.when_done}: {done.written}.{_twofold(days)}"


def _moved(text: str, days: list[DayInText]) -> tuple[str, str] | None:
    """Return the first day and the one that it was moved to, where the words around two say which is which."""
    if len(days) != _SEVERAL:
        return None
    one, two = days
    before, between = text[: one.start], text[one.end : two.start]
    if _WAS.search(between) or re.search(r"(?i)\bfrom\W*$", between):
        return two.written, one.written
    if _WAS.search(before) or _TO.search(between):
        return one.written, two.written
    if _TO.search(before):
        is_from = re.search(r"(?i)\bfrom\W*$", before) is not None
        return (one.written, two.written) if is_from else (two.written, one.written)
    return None


_SEVERAL = 2
_MOVED = (
    "extended|moved|changed|revised|postponed|deferred|delayed|put back|pushed|brought forward|rescheduled|"
    "slipped|amended"
)
_WAS = re.compile(rf"(?i)\b(?:was(?! (?:{_MOVED}))|previously|originally|original|formerly|old)\b")
_TO = re.compile(rf"(?i)\b(?:{_MOVED}|now|new)\b|->|=>|\u2192")
_DONE_WORDS = "completed?|done|closed|achieved|finished|actioned|signed off|resolved|met|reached|sent|answered"
_SAYS_DONE = re.compile(rf"(?i)(?<!not )(?<!to be )\b(?:{_DONE_WORDS})(?: on| by| in)?\W*$")
_ALL_DONE = re.compile(rf"(?i)(?:(?:was|were|all|now|since) )?(?:{_DONE_WORDS})(?: on| in)?")
