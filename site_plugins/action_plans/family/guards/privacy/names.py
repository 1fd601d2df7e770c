"""Names of people: titles, initials, first names, and words that are used as only a name is.

No list holds every name. A word with a capital that nobody knows counts as a name where it does or suffers what only a
person does, owns what only a person owns, or is spoken to.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto, unique
from functools import cache, lru_cache

from action_plans.english.personal_names import SHAPE
from action_plans.family.guards.privacy.name_lists import common_words, known_words, listed_names, small_words
from action_plans.family.guards.privacy.name_places import A_PLACE, VERBS, is_beside_known, is_place, may_be_name
from action_plans.family.guards.privacy.name_uses import DOES, DOES_AFTER_MORE, OWNS_AT_HEAD, PLACED, USES, WHO, WORD
from action_plans.family.guards.privacy.rule import (
    A_NAME,
    Expression,
    Private,
    begins_sentence,
    found_by,
)
from action_plans.family.guards.privacy.titles import INSTEAD, TITLES
from action_plans.family.words.folding import fold

_FULL = re.compile(rf"(?<![\w'-])(?P<first>{WORD})(?= (?:[A-Z]\.? )?(?P<last>{WORD})(?![\w-]))")
_PART = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def names_in(text: str, *, is_english: bool = True) -> Iterator[Private]:
    """Yield every place of a folded text that looks like a person's name; in another language those of the list."""
    yield from found_by(TITLES, text)
    taken: set[int] = set()
    by_use = (*_by_use(text), *_whole(text), *_unknown(text)) if is_english and _has_unknown(text) else ()
    for start, end in (*_by_list(text, is_english=is_english), *by_use):
        if start not in taken:
            taken.add(start)
            yield Private(A_NAME, INSTEAD, start, end, text[start:end])


def is_ordinary(word: str) -> bool:
    """Whether a name is an ordinary word too, such as Rice, a place or a month."""
    plain = fold(word).casefold()
    return plain in listed_names()["ordinary"] or plain in common_words()


def is_used_as_name(text: str, start: int, name: str) -> bool:
    """Whether a word with a capital is a name where it stands: in mid-sentence, or used as only a name is."""
    if not begins_sentence(text, start):
        return not A_PLACE.match(text, start + len(name))
    return any(use.is_at(text, start) for use in USES)


def _by_list(text: str, *, is_english: bool) -> Iterator[tuple[int, int]]:
    """Yield names from the list: such that no ordinary word is, and ordinary ones in mid-sentence."""
    for found in _PART.finditer(text):
        listed = _listed(found[0])
        if listed is None:
            continue
        start, end = found.start(), found.start() + len(found[0].removesuffix("'s"))
        is_one = listed is not _Listed.ORDINARY or (
            is_english
            and not begins_sentence(text, start)
            and not is_beside_known(text, start, end)
            and _AN.search(text[:start]) is None
        )
        is_placed = A_PLACE.match(text, end) is not None if listed is _Listed.SEVERAL else is_place(text, start, end)
        if is_one and not is_placed:
            yield start, end


@unique
class _Listed(Enum):
    """Which names of the list a word may be."""

    SURE = auto()
    """One that is a name wherever it stands."""
    SEVERAL = auto()
    """One of a family: `the Murphys`."""
    ORDINARY = auto()
    """One that is a word too."""


@lru_cache(maxsize=8192)  # people use the same few thousand words
def _listed(part: str) -> _Listed | None:
    """Return what a word is, told from its letters alone; None for no name."""
    if part.casefold() in known_words():  # with its ending: an illness, a shop
        return None
    written = part.removesuffix("'s")
    word, names = written.casefold(), listed_names()
    if not written[0].isupper():
        return _Listed.SURE if len(word) > _LONGEST_SHORT and word in names["strong"] else None
    if not names["strong"].isdisjoint((word, word.split("-")[0])):
        return _Listed.SURE
    if word in known_words():
        return None
    if SHAPE.fullmatch(word):
        return _Listed.SURE
    ordinary = _Listed.ORDINARY if word in names["ordinary"] and not written.isupper() else None
    return _Listed.SEVERAL if _OF_SEVERAL.sub("", word) in names["strong"] else ordinary


def _has_unknown(text: str) -> bool:
    """Whether a text has a word with a capital that may be a name at all: without one, nothing is used as a name."""
    for found in _CAPITAL.finditer(text):
        word = found[0].casefold().removesuffix("'s")
        if word not in _nobodys() and not (word in _only_first() and begins_sentence(text, found.start())):
            return True
    return False


@cache
def _nobodys() -> frozenset[str]:
    return known_words() - listed_names()["months"]


@cache
def _only_first() -> frozenset[str]:
    """Return words that have a capital where a sentence begins, and are no name there."""
    return common_words() - listed_names()["months"] - VERBS


_CAPITAL = re.compile(r"(?<!\w)[A-Z](?:[a-z]|'[A-Z])[\w'-]*")
"""A word with a capital, as `WORD` has them, with all that may belong to it."""


def _by_use(text: str) -> Iterator[tuple[int, int]]:
    """Yield words with a capital that are used as only a name is, and are no word that is known."""
    for use in USES:
        for found in use.all_in(text):
            start = found.start("name")
            if _tells(use, found["name"], is_first=begins_sentence(text, start)) and may_be_name(
                text, start, found["name"]
            ):
                yield found.span("name")


def _tells(use: Expression, name: str, *, is_first: bool) -> bool:
    """Whether a use tells of a name that it is one, where it stands: a sentence begins any word with a capital."""
    if use in (DOES_AFTER_MORE, OWNS_AT_HEAD):
        return is_first
    if not is_first or name.casefold() in listed_names()["ordinary"]:
        return True
    if _OF_A_KIND.search(name):
        return False
    return use is not PLACED and not (use is WHO and _MANY.search(name))


def _whole(text: str) -> Iterator[tuple[int, int]]:
    """Yield a first name and surname that nobody knows, in mid-sentence or where a person does something."""
    for found in _FULL.finditer(text):
        first, last = found["first"], found["last"]
        if not may_be_name(text, found.start("first"), first, alone=False) or not may_be_name(
            text, found.start("last"), last
        ):
            continue
        end = found.end("last")
        if begins_sentence(text, found.start()) and not (last.endswith("'s") or _IS_TOLD_OF.is_at(text, end)):
            continue
        yield found.start(), end


def _unknown(text: str) -> Iterator[tuple[int, int]]:
    """Yield words with a capital in mid-sentence that nobody knows, where no place or thing is named."""
    for found in _ALONE.finditer(text):
        start, word = found.start("name"), found["name"]
        before = text[:start].rstrip().rpartition(" ")[2]
        is_named_thing = before.casefold() in _BEFORE_THINGS or (
            before[:1].isupper() and before.casefold() not in small_words()
        )
        if not begins_sentence(text, start) and not is_named_thing and may_be_name(text, start, word):
            yield start, start + len(word)


_OF_SEVERAL = re.compile(r"(?<=[sxz])es$|(?<=ch)es$|s$")
"""What a name has that tells of a family: the Murphys, the Joneses."""
_AN = re.compile(r"\ban? $")
"""Before a word that is a name too it tells of a thing: `a Bosch`."""
_IS_TOLD_OF = Expression(rf" {DOES}\b|,")
_MANY = re.compile(r"[^aious]s$")
"""How the name of many ends, and seldom that of one."""
_OF_A_KIND = re.compile(r"\w{3}(?:ers|ors|ists|ians|ings|ments|ions|ants)$")
"""How those end who do the same, and what is done: `Interpreters had not been asked`."""
_ALONE = re.compile(rf"(?<![\w'-])(?P<name>{WORD})(?![\w-]| [A-Z])")
_LONGEST_SHORT = 5
"""A longer name is none of the small words."""
_BEFORE_THINGS = (
    frozenset(["in", "at", "near", "to", "from", "into", "of", "via", "around", "outside", "beyond", "with", "across"])
    | frozenset(["the", "a", "an", "our", "your", "this", "that", "through", "called", "named"])
    | frozenset(["use", "using", "takes", "take", "has", "have"])
)
"""Before these a word with a capital may well be a place, a body or a thing."""
