"""How an action stands by the words of its cell, or by the cell's colour."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from action_plans.english.alternatives import longest_first
from action_plans.exchange.foreign_sheet.cell_colours import BY_COLOUR_WORD, BY_LETTER, FEW_WORDS, colour_said, folded
from action_plans.exchange.foreign_sheet.cell_dates import DateOrder
from action_plans.exchange.foreign_sheet.days_in_text import NamedDay, days_in
from action_plans.exchange.foreign_sheet.listed_words import listed_words
from action_plans.model.action import Progress, Status
from action_plans.reading.records.other_words import STANDING_WORDS


@dataclass(frozen=True, slots=True)
class ReadStatus:
    """How an action stands as a cell says it.

    Attributes:
        is_closed: whether it is closed or open; None where the cell does not say.
        progress: how an open action goes, a value of the model's progress; None where it is not said.
        closed_on: the day beside a word for closed, or alone in the cell.
        note: all that the cell says, where it says more than is told by the other values.
        colour: the colour that it names: red, amber, green or blue.
        is_understood: whether a word, a day or a colour told how it stands; an empty cell has nothing to understand.
    """

    is_closed: bool | None = None
    progress: str | None = None
    closed_on: date | None = None
    note: str = ""
    colour: str | None = None
    is_understood: bool = True


def read_status(text: str, order: DateOrder, green_closed: bool) -> ReadStatus:
    """Return how an action stands by a cell's words. Words decide before a colour that is named.

    Args:
        text: what stands in the cell.
        order: how `03/04/2026` is read.
        green_closed: whether green means closed, rather than on track.
    """
    written = text.strip()
    if not written:
        return ReadStatus()
    days = [one for one in days_in(written, month_first=order is DateOrder.MONTH_FIRST) if one.day is not None]
    said = list(_said(written, days))
    colour = colour_said(written)
    spoken = [(standing, day) for standing, day, _ in said]
    note = (
        ""
        if _says_no_more(written, days, [phrase for _, _, phrase in said if phrase not in _WAITS_FOR_A_NAME])
        else written
    )
    if not spoken:
        return _by_colour(colour, note, green_closed) if colour is not None else _without_words(written, days)
    others = [one for one in said if one[2] not in _WAITS_FOR_A_NAME]
    if any(standing is not Status.CLOSED for standing, _, _ in others):
        said = others  # that a name is waited for says little beside a word of how it goes
    is_done = spoken[0][0] is Status.CLOSED
    still_open = [one for one, _, phrase in said if one is not Status.CLOSED and not (is_done and phrase in _WAITS)]
    if not still_open and written.endswith("?"):
        return ReadStatus(note=written, is_understood=False)
    if still_open:
        is_mixed = len(still_open) < len(said)
        told = [(one, phrase) for one, _, phrase in said if isinstance(one, Progress)]
        standing, phrase = told[0] if told else (None, "")
        progress = _beside_colour(written, standing, phrase, None if colour == "green" and green_closed else colour)
        return ReadStatus(is_closed=False, progress=progress, note=written if days or is_mixed else note, colour=colour)
    if _is_in_doubt(written):
        return ReadStatus(note=written, is_understood=False)
    closed_on = next((day for _, day in spoken if day is not None), None)
    if closed_on is None and len(days) == 1:
        closed_on = days[0].day
    return ReadStatus(is_closed=True, closed_on=closed_on, note=note, colour=colour)


def _is_in_doubt(written: str) -> bool:
    """Whether a cell with a word for closed says besides that something is left, meant, or came undone."""
    return "?" in written or _DOUBTS.search(written.casefold()) is not None or is_a_part(written.casefold())


def is_a_part(words: str) -> bool:
    """Whether so many of more are said to be done, in small letters: `3 of 4`."""
    return any(int(match[1]) < int(match[2]) for match in _OF_SO_MANY.finditer(words))


def _beside_colour(written: str, said: Progress | None, phrase: str, colour: str | None) -> str | None:
    """Return how an open action goes by its words and a colour named with them.

    The words decide, but where they say nothing of it, `Open (amber)`, or only that a part is done, and but for one
    that warns, behind them, `On track - amber`: before them they say what it means.
    """
    by_colour = _COLOURS.get(colour or "")
    if said is None or by_colour is None:
        return told.value if (told := by_colour if said is None else said) is not None else None
    gives_way = _BY_WORDS.get(phrase) is Status.CLOSED or folded(written).split()[-1] in BY_COLOUR_WORD
    warns = by_colour is not Progress.ON_TRACK and _WORSE.index(by_colour) > _WORSE.index(said)
    return (by_colour if gives_way and warns else said).value


def is_colour_or_status(words: str) -> bool:
    """Whether words of a legend explain a colour or how an action stands, rather than who somebody is."""
    read = read_status(words, DateOrder.DAY_FIRST, green_closed=False)
    return read.is_closed is not None or read.colour is not None


def _said(written: str, days: list[NamedDay]) -> Iterator[tuple[Progress | Status | None, date | None, str]]:
    """Yield what each part of a cell says of how the action stands, the day beside it, and the words that say so.

    A part says it where it begins so or says little else: in the middle of a report a word tells nothing of the action.
    """
    for part in _BREAKS.split(_masked(written, days)):
        words = " ".join(_MASK.sub(" ", folded(part)).split())
        numbers = [int(number) for number in _MASK.findall(part)]
        day = days[numbers[0]].day if numbers else None
        if share := _SHARE_ALONE.fullmatch(words):
            yield _of_share(int(share[1])), day, words if int(share[1]) >= _ALL else ""
        elif _AFTERWARDS.search(words):
            continue
        elif words in _BY_WORDS:
            yield _BY_WORDS[words], day, words
        elif (found := _STANDING.search(words)) is not None:
            leads = all(word in _LEADING or word in _DELAYING for word in words[: found.start()].split())
            if leads or len(words.split()) <= FEW_WORDS:
                yield _standing(words, found), day, found[0]


def _standing(words: str, found: re.Match[str]) -> Progress | Status | None:
    """Return what a phrase says, heeding `not`, `nearly` or `to be` before it; None for plainly open."""
    standing = _BY_WORDS[found[0]]
    if standing is not Status.CLOSED:
        return standing
    before = words[: found.start()]
    if _NOT_YET.search(before):
        return None if _PLAIN_NOT.search(before) else Progress.ON_TRACK
    share = re.search(r"(\d{1,3}) ?%", words)
    return _of_share(int(share[1])) if share is not None else standing


def _without_words(written: str, days: list[NamedDay]) -> ReadStatus:
    """Read a cell without a word or colour: a day alone, or with who signed, is that of closing."""
    beside = _without(written, days)
    if days and _ONLY_SIGNED.fullmatch(beside):
        return ReadStatus(is_closed=True, closed_on=days[-1].day, note=written if beside.strip(_SIGNS) else "")
    return ReadStatus(note=written, is_understood=_RISK_ACCEPTED.search(written) is not None)


def _of_share(hundredths: int) -> Progress | Status:
    """Return what it means that so much is done."""
    if hundredths >= _ALL:
        return Status.CLOSED
    return Progress.ON_TRACK if hundredths else Progress.NOT_STARTED


def _by_colour(colour: str, note: str, green_closed: bool) -> ReadStatus:
    if colour == "blue" or (colour == "green" and green_closed):
        return ReadStatus(is_closed=True, note=note, colour=colour)
    return ReadStatus(is_closed=False, progress=_COLOURS[colour].value, note=note, colour=colour)


def _says_no_more(written: str, days: list[NamedDay], phrases: list[str]) -> bool:
    """Whether a cell holds nothing but what was understood of it."""
    words = folded(_without(written, days))
    for phrase in phrases:
        words = words.replace(phrase, " ", 1)
    return all(word in _LEADING or word in BY_COLOUR_WORD or word in BY_LETTER for word in words.split())


def _masked(written: str, days: list[NamedDay]) -> str:
    """Return the text with each day as one sign, so that no break is seen inside it."""
    for number in reversed(range(len(days))):
        written = f"{written[: days[number].start]} \0{number}\0 {written[days[number].end :]}"
    return written


def _without(written: str, days: list[NamedDay]) -> str:
    return _MASK.sub(" ", _masked(written, days))


_MASK = re.compile("\0(\\d+)\0")
_SIGNS = " \t\n.,;:-/()"
_BREAKS = re.compile(r"[\n.;,()]|\s[-\N{EN DASH}\N{EM DASH}]\s|:\s|\bbut\b")
_ALL, _SHORT = 100, 3
_LEADING, _DELAYING = listed_words("beside-status"), listed_words("not-yet")
_RISK_ACCEPTED = re.compile(r"(?i)\brisk (?:is |was |has been )?accepted\b|\baccepted (?:the )?risk\b")
_ONLY_SIGNED = re.compile(r"\W*(?:(?i:signed(?: off)?|by|on|date[d:]*)\W*|[A-Z]{1,3}\b\W*)*")
_SHARE_ALONE = re.compile(r"(\d{1,3}) ?%")
_AFTERWARDS = re.compile(r"\b(?:on ?going|continu\w+) (?:monitoring|reviews?|checks?|audits?|oversight)\b")
"""What goes on after an action is done says nothing of the action."""
_WAITS_FOR_A_NAME = tuple(
    f"{waits} {what}" for waits in ("awaiting", "pending", "for") for what in ("sign off", "signoff")
)
"""What is done but for the name below it: neither closed nor still to begin."""
_WAITS = frozenset(("awaiting", "pending", "scheduled", "planned", "outstanding", *_WAITS_FOR_A_NAME))
"""Behind a word for closed these say what comes after it: `Complete, awaiting sign-off`."""
_DOUBTS = re.compile(
    r"\b(?:aim(?:s|ing|ed)?|hop(?:e|es|ing)|intend\w*|except(?: for)?|apart from|fail(?:s|ed|ing|ure)?|lapsed|relapsed"
    r"|reverted|re-?opened|ordered|on order|booked|\d+ (?:left|remain\w*|to (?:go|do))|remainder"
    r"|(?:actions?|works?) (?:is |are )?(?:still )?outstanding|(?:still )?outstanding (?:actions?|works?|items?)"
    r"|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|by (?:next|the end|end of))\b"
)
"""Beside a word for closed: it is not done, not all of it, or no longer."""
_OF_SO_MANY = re.compile(r"(?<![\d/])(\d{1,4}) ?(?:of|out of) ?(?:the )?(\d{1,4})(?![\d/])")
_NOT_YET = re.compile(
    r"\b(?:not|nearly|almost|part|partly|partially|half|to be|be|never|until|once|when|before|t|cannot|mostly|isn)"
    r"(?: \w+){0,2} ?$"
)
_PLAIN_NOT = re.compile(r"\b(?:not|never|t|cannot|isn)(?: \w+){0,2} ?$")
_COLOURS = {"green": Progress.ON_TRACK, "amber": Progress.AT_RISK, "red": Progress.OFF_TRACK}
_WORSE = (Progress.NOT_STARTED, Progress.ON_TRACK, Progress.AT_RISK, Progress.OFF_TRACK)

_MORE: tuple[tuple[Progress | Status | None, str], ...] = (
    (Status.CLOSED, "closed, closed off, signed off, completion confirmed, fully met, met, embedded, assured"),
    (Status.CLOSED, "actioned, verified, implemented, in place, fully complete, fully delivered"),
    (Status.CLOSED, "y, yes, true, 100% complete"),
    (Status.CLOSED, "\u2713, \u2714, \u221a, \u2611"),
    (None, "open, incomplete, no, n, false, live, reopened, re opened, not complete, not completed"),
    (None, "not closed, not signed off"),
    (Progress.ON_TRACK, "on track, on schedule, on target, on plan, in hand, progressing, nearly complete, commenced"),
    (Progress.ON_TRACK, "on going, continuous, good progress, some progress, ahead of schedule"),
    (Progress.ON_TRACK, ", ".join(_WAITS_FOR_A_NAME)),
    (Progress.NOT_STARTED, "not started, not commenced, awaiting, pending, not due, scheduled, to start"),
    (Progress.AT_RISK, "at risk, partial, partially, partly done, partially done, partly completed, partially met"),
    (Progress.AT_RISK, "partly met, partly assured, issues, some concerns, little progress, achieved in part"),
    (Progress.OFF_TRACK, "off track, not achieved, not met, not done, not assured, breached, slippage, delay, stalled"),
)
"""What sheets say beside the words that people write into plans."""
_BY_WORDS: dict[str, Progress | Status | None] = {
    **{folded(word): standing for standing, words in STANDING_WORDS.items() for word in words},
    **{folded(word) or word: standing for standing, words in _MORE for word in words.split(", ")},
}
for _colour in (*BY_COLOUR_WORD, "new", "good"):
    _BY_WORDS.pop(_colour, None)
_STANDING = re.compile(
    "|".join(rf"(?<![\w%]){re.escape(words)}(?![\w%])" for words in longest_first(_BY_WORDS) if len(words) > _SHORT)
)
