"""Where a word with a capital stands: as a name may, or as part of the name of a place, a day or a body."""

import re

from action_plans.family.guards.privacy.name_lists import common_words, known_words, listed_names, small_words
from action_plans.family.guards.privacy.name_uses import IS_SOMEBODY
from action_plans.family.guards.privacy.rule import begins_sentence


def may_be_name(text: str, start: int, word: str, *, alone: bool = True) -> bool:
    """Whether a word with a capital is none that is known, and none of a place's name."""
    plain = word.casefold().removesuffix("'s")
    is_first = begins_sentence(text, start)
    if plain in listed_names()["months"] or (is_first and plain in VERBS):
        return IS_SOMEBODY.is_at(text, start + len(word))
    if plain in known_words() or (is_first and plain in common_words()):
        return False
    if not alone:
        is_town = plain in _OF_A_TOWN and _BY_A_TOWN.search(text[:start])
        return not (is_town or (A_PLACE.match(text, start + len(word)) and _THERE.search(text[:start])))
    return not is_place(text, start, start + len(word)) and not is_beside_known(text, start, start + len(word))


VERBS = frozenset(["will", "mark", "wake", "rush", "hope", "stand", "skip", "rise", "bridge"])
"""Words with which a sentence may begin, and names where only somebody does what follows."""


def is_place(text: str, start: int, end: int) -> bool:
    """Whether a name is part of that of a place, a day or a body: `St Mary's`, `Victoria Road`."""
    after, before = text[end:].removeprefix("'s"), text[:start]
    return A_PLACE.match(after) is not None or _HOLY.search(before) is not None or _TRIP.search(before) is not None


def is_of_a_house(text: str, start: int) -> bool:
    """Whether a name stands behind a word for a house or a place, as in Welsh: `Ty Gwyn`, `Plas Owain`.

    Only of a name that is a house's for certain, such as that of a service: `Ty` is a boy's name elsewhere.
    """
    return _HOUSE.search(text[:start]) is not None


_HOUSE = re.compile(
    r"(?:^|[ (,-])(?:Ty|Plas|Llys|Hafod|Hafan|Cartref|Maes|Cwm|Glan|Coed|Cae|Caer|Castell|Craig|Porth|Rhos|Nant|Melin"
    r"|Capel|Eglwys|Villa|Casa|Chateau|Maison|Haus)(?: (?:y|yr|Y|Yr|de|la|La))? $"
)


def is_beside_known(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital that is known stands beside it in mid-sentence: `Rose Garden`, `Age UK`."""
    before = re.search(r"([A-Z][\w']*) $", text[:start])
    after = re.match(r" ([A-Z][\w']*)", text[end:])
    if before and _is_no_person(before[1]):
        may_begin = begins_sentence(text, before.start()) and before[1].casefold() in small_words()
        if not may_begin:
            return True
    return after is not None and _is_no_person(after[1])


def _is_no_person(word: str) -> bool:
    return word.casefold().removesuffix("'s") in known_words() or (word.isupper() and len(word) > 1)


A_PLACE = re.compile(
    r"(?: [A-Z][\w'-]+){0,2}"
    r" (?:Road|Street|Lane|House|Court|Ward|Wing|Hospital|Lodge|Avenue|Way|Close|Drive|Centre|Park|Hall|Suite"
    r"|Unit|Lounge|Room|Gardens?|School|Church"
    r"|Surgery|Clinic|University|College|Trust|Society|Foundation|Award|Curie|Lewis|Council|Cottage|Place|Square"
    r"|Hospice|Practice|Pharmacy|Day|Bridge|Library|Theatre"
    r"|Line|Nightingale|Homes?|Care|Test|Scale|Score|Tool|Sunday|Bank|Station|Green|Hill|Field|Terrace|Building"
    r"|Bay|Row|Grange|Pier|Manor|Priory|Inn|Arms|Market|End|Floor|Corner|Kitchen|Caf|UK|Association|Alliance|Fund|Network|Fellowship|Institute)"
)
_HOLY = re.compile(
    r"(?:\bSt\.?|\bSaint|\bQueen|\bKing|\bPrince|\bPrincess|\bMarie|\bJohn|\bFlorence|\bLake|\bMount|\bDuke of|\bthe) $"
)
_THERE = re.compile(r"\b(?:in|at|near|outside|around|across|the) $")
"""Before a place whose second word places have: `at Ashcombe Grange`; from someone of that name a letter comes."""
_BY_A_TOWN = re.compile(r"\b(?:in|at|near|to|from|of|outside|around|across) $")
"""Before a town whose first word towns have: `from Little Ashcombe`."""
_OF_A_TOWN = frozenset(
    ["little", "great", "upper", "lower", "nether", "high", "market", "north", "south", "east", "west"]
)
"""What the names of towns begin with."""
_TRIP = re.compile(
    r"\b(?:go|goes|going|went|trips?|outings?|drives?|drove|travels?|bus|minibus|coach|days? out|holidays?)"
    r" (?:out )?(?:to|in|at|round) (?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*(?:, [A-Z][\w'-]*)*(?:,| and|, and) $"
)
"""Before the second of several places to which people go: `to Skegness, Lincoln and the coast`."""
