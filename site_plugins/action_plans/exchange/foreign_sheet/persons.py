"""Whether a short cell may name a person: then it is asked about, and not put into a plan."""

import re
from collections.abc import Container, Iterator
from datetime import date
from itertools import pairwise

from action_plans.english.personal_names import names_in as first_names
from action_plans.exchange.foreign_sheet.calendar_words import month_number
from action_plans.exchange.foreign_sheet.cell_owners import read_owners
from action_plans.exchange.foreign_sheet.cell_status import is_colour_or_status
from action_plans.exchange.foreign_sheet.days_in_text import days_in
from action_plans.exchange.foreign_sheet.job_words import is_job_word, is_name
from action_plans.exchange.foreign_sheet.listed_words import listed_words
from action_plans.family.guards.privacy.name_lists import listed_names

_FEW_WORDS = 6


def may_name_a_person(text: str) -> bool:
    """Whether a cell of a few words may name a person; of one word, whether it is a name and hardly anything else."""
    words = text.split()
    if not words or len(words) > _FEW_WORDS or is_colour_or_status(text) or _are_units(words):
        return False
    if len(words) == 1:
        return _is_surely_a_name(words[0])
    parts = [text] if not _is_of_a_place(words) else [one for one in _SIGNS_BETWEEN.split(text) if one.strip()]
    return any(not _is_of_a_place(part.split()) and _is_a_person(_without_months(part)) for part in parts)


def _is_a_person(text: str) -> bool:
    words = [word for word in text.split() if not (word.strip(_SIGNS).isupper() and len(word) <= _INITIALS)]
    return any(map(is_name, words)) and any(owner.is_person for owner in read_owners(text, {}))


def _without_months(text: str) -> str:
    """Return a text without its days and without months: `April audit`, `appointed in May`, but `April Jones`."""
    for one in reversed(days_in(text, _ANY_DAY, month_first=False)):
        text = f"{text[: one.start]} {text[one.end :]}"
    kept = [
        word
        for word, after in pairwise([*text.split(), ""])
        if month_number(word.strip(_SIGNS)) is None or after[:1].isupper()
    ]
    return " ".join(kept)


def names_somebody(text: str) -> bool:
    """Whether a line says who somebody is: a part of it is a name, or a word of it hardly anything but one.

    The names of houses and streets are none, whoever they were called after.
    """
    return any(
        len(part.split()) > 1 and not _is_of_a_place(part.split()) and may_name_a_person(part)
        for part in _PARTS.split(text)
        if len(part.split()) <= _PARTS_OF_A_NAME
    ) or any(map(_says_a_name, _PARTS.split(text)))


def _says_a_name(part: str) -> bool:
    """Whether a word is a name and hardly anything else, and not the first of the name of a place."""
    words = part.split()
    return any(
        _is_surely_a_name(word) and not _is_of_a_place(words[max(0, number - 1) : number + 3])
        for number, word in enumerate(words)
    )


def _is_of_a_place(words: list[str]) -> bool:
    return any(word.casefold().strip(_SIGNS) in _PLACES for word in words)


def _are_units(words: list[str]) -> bool:
    """Whether words are but what units are called by: `Oak and Willow`."""
    return all(word.casefold().strip(_SIGNS) in _UNITS for word in words if word.casefold() not in _BETWEEN_UNITS)


def is_called_by_places(label: str) -> bool:
    """Whether a column of this name holds what places are called: `Unit`, where Rowan is one and nobody."""
    return any(word in _PLACES or word in _WHERE for word in re.findall(r"[a-z]+", label.casefold()))


def is_only_a_name(text: str) -> bool:
    """Whether a cell is nothing but somebody's name: `J. Example`, or a first name that is no month."""
    words = text.split()
    is_other = _is_of_a_place(words) or is_colour_or_status(text) or _are_units(words)
    if not words or len(words) > _PARTS_OF_A_NAME or is_other:
        return False
    if len(words) == 1:
        return is_name(words[0]) and month_number(words[0].strip(_SIGNS)) is None
    return all(word[:1].isupper() for word in words) and not any(map(is_job_word, words)) and may_name_a_person(text)


def names_in(text: str, known: Container[str] = ()) -> tuple[str, ...]:
    """Return the words of a longer text that are names of people and hardly anything else, each once.

    So are a first name before a name, initials before one, and words that are `known` as somebody's name.
    """
    found = (name for line in text.split("\n") for name in _names_on(line.split(), known))
    return tuple(dict.fromkeys(found))


def _names_on(words: list[str], known: Container[str]) -> Iterator[str]:
    """Yield the names on a line; of two words that are one only together both."""
    is_told = False
    for number, word in enumerate(words):
        after, bare = words[number + 1 : number + 3], word.strip(_SIGNS)
        if is_told:
            is_told = False
        elif _is_surely_a_name(word):
            yield bare
        elif _begins_a_name(word) and after and _goes_on_as_a_name(after):
            is_told = True
            yield f"{word} {after[0]}".strip(_SIGNS)
        elif bare[:1].isupper() and bare.casefold() in known:
            yield bare


def _goes_on_as_a_name(after: list[str]) -> bool:
    is_sure = _is_surely_a_name(after[0])
    return is_name(after[0].strip(_SIGNS)) and not is_sure and not _is_of_a_place(after)


def _begins_a_name(word: str) -> bool:
    """Whether a word is a first name, how somebody is addressed, or an initial that is no word."""
    bare = word.casefold().strip(_SIGNS)
    if word[-1:] in ",;:()?!":
        return False
    is_initial = len(bare) == 1 and word[:1].isupper() and bare.isalpha() and (word.endswith(".") or bare not in "ai")
    return word[:1].isupper() and (is_initial or bare in first_names("first") or is_name(word) or bare in _ADDRESSED)


def _is_surely_a_name(word: str) -> bool:
    bare = word.strip(_SIGNS).removesuffix("'s").removesuffix("\N{RIGHT SINGLE QUOTATION MARK}s")
    return bare[:1].isupper() and bare.casefold() in listed_names()["strong"]


_ADDRESSED = ("mr", "mrs", "ms", "miss", "dr")
_PARTS_OF_A_NAME, _INITIALS = 4, 3
_ANY_DAY = date(2026, 1, 1)
"""Near which a day without a year is sought: none is told, so it does not matter."""
_SIGNS_BETWEEN = re.compile(r"[,;:/()\n|]|\s[-\N{EN DASH}\N{EM DASH}]\s")
_PLACES, _UNITS = listed_words("places"), listed_words("units")
_BETWEEN_UNITS = ("and", "&", "/", "or", "+")
_WHERE = ("units", "where", "location", "area", "site", "department")
_PARTS = re.compile(
    r"[:;,|\n=()]|\s[-\N{EN DASH}\N{EM DASH}]\s|['\N{RIGHT SINGLE QUOTATION MARK}]s\s"
    r"|\b(?i:by|with|from|for|and|of|to|at|on|in|is|was|the|me|who)\b"
)
_SIGNS = " .,;:()[]'\"?!\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
