"""Whether the words of a cell of completion or signing off say that an action is done, or that it is not."""

import re

from action_plans.exchange.foreign_sheet.cell_dates import DateOrder
from action_plans.exchange.foreign_sheet.cell_status import ReadStatus, is_a_part, read_status
from action_plans.exchange.foreign_sheet.days_in_text import days_in


def read_done(text: str, order: DateOrder) -> ReadStatus:
    """Return what the words say: done, perhaps with the day beside that word, not done, or nothing of either.

    A day alone says nothing here. A day beside `expected`, `not` or `chased` is none on which it was done.
    """
    read = read_status(text, order, green_closed=False)
    words = _without_days(text, order)
    if not words or words in _OUT_OF_PLACE:
        return ReadStatus(note=text.strip(), is_understood=not words)
    if words in _LEADS_TO_IT:
        return ReadStatus(is_closed=False, note=text.strip())
    if read.is_closed:
        return read if _TAKEN_BACK.search(words) is None else ReadStatus(is_closed=False, note=text.strip())
    if read.is_closed is False and read.colour is None:
        return read
    if _NOT_YET.search(words) or _TAKEN_BACK.search(words) or is_a_part(words):
        return ReadStatus(is_closed=False, note=text.strip())
    return ReadStatus(note=text.strip(), is_understood=False)


def _without_days(text: str, order: DateOrder) -> str:
    """Return the words beside the days of a text, in small letters, without what says that nothing is left to do."""
    left, start = [], 0
    for one in days_in(text, month_first=order is DateOrder.MONTH_FIRST):
        left.append(text[start : one.start])
        start = one.end
    words = " ".join(" ".join([*left, text[start:]]).split()).casefold()
    return _NOTHING_LEFT.sub(" ", words).strip(" ,;:-.()/")


_NOTHING_LEFT = re.compile(
    r"\bno(?:thing)? (?:further|more|other|outstanding|new|remaining)(?: \w+){0,2}"
    r"|\bno (?:actions?|issues?|concerns?|gaps?)\b"
    r"(?: \w+)?|\bno longer (?:outstanding|overdue|due)\b|\bnot? only\b"
)
_LEADS_TO_IT = ("by", "for", "from", "before", "after")
"""What alone stands beside a day that lies ahead."""
_OUT_OF_PLACE = ("not applicable", "not required", "not needed", "not relevant", "no longer required")
"""What says of a thing neither that it is done nor that it is still to be done."""
_TAKEN_BACK = re.compile(
    r"\b(?:not|never|n't|cannot|partly|partial(?:ly)?|part[ -](?:complete|done|met|way)\w*|re-?\s?open\w*|except"
    r"|apart from|but|still|remain(?:s|ing)?|failed|rejected|refused|incomplete|unfinished|unsigned|needs?|needed)\b"
)
"""What says of a thing that is called done that it is not, or not any more."""
_NOT_YET = re.compile(
    r"\b(?:outstanding|overdue|expected|anticipated|planned|estimated|proposed|forecast"
    r"|(?:booked|arranged|set|scheduled) for"
    r"|chas(?:e|ed|ing)|await\w*|pending|delayed|postponed|deferred|on hold|carried (?:forward|over)|extended|moved to"
    r"|re-?scheduled|required|to be|to do|to follow|to (?:complete|finish|check|sign|confirm)|will be|will need"
    r"|due|tb[acd]|draft|until|ongoing|re-?check|re-?audit)\b"
    r"|^(?:for |to )?(?:next )?(?:review|check|target|meeting|aim)\b"
)
"""What says, where no word says that it is done, that it still lies ahead."""
