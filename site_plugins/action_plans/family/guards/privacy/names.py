"""Names of people: titles, initials, first names, and words that are used as only a name is.

No list holds every name. A word with a capital that nobody knows counts as a name where it does or suffers what only a
person does, owns what only a person owns, or is spoken to.
"""

import re
from collections.abc import Iterator

from action_plans.checking.confirming import is_initials
from action_plans.family.guards.privacy.name_lists import SHAPE, known_words, listed_names, small_words
from action_plans.family.guards.privacy.name_uses import DOES, MID_SENTENCE, USES, WORD
from action_plans.family.guards.privacy.rule import (
    A_NAME,
    LETTERS,
    Expression,
    Private,
    Rule,
    begins,
    begins_sentence,
    found_by,
)
from action_plans.family.words.folding import fold

_INSTEAD = "Name a role, or say “a person”."

_SHORT_FORMS = frozenset(
    ["IT", "GP", "TV", "UK", "HR", "AI", "US", "EU", "PE", "OT", "CQ", "OK", "AM", "PM", "MP", "WE", "HE", "NO", "ID"]
)

TITLES = (
    Rule(
        "a person's name or initial",
        _INSTEAD,
        Expression(
            r"\b(?:Mr|Mrs|Ms|Mx|MR|MRS|MS|MX|mr|mrs|ms|mx)\b\.? ?(?:[A-Za-z]['A-Za-z-]*)|\b(?:Miss"
            r"|MISS)\b\.? ?[A-Z]['A-Za-z-]*"
        ),
        (begins("mr mrs ms mx miss"),),
        lambda _, found: found[0].split()[-1].casefold() not in ("and", "or", "who", "was", "is"),
    ),
    Rule(
        "a person's name or initial",
        _INSTEAD,
        Expression(
            rf"\b(?:Dr|DR|Doctor|Prof|Professor|Sister|Nurse|Matron|Father|Fr|Rev|Reverend|Canon|Pastor|Imam|Rabbi"
            rf"|Sir|Dame|Lord|Lady|Captain"
            rf"|Major|Colonel|Sgt|Sergeant|PC|Auntie|Aunt|Uncle|Nanny|Nana|Granny|Grandma|Grandad|Carer|Officer"
            rf"|Inspector|Councillor|Cllr"
            rf"|[Ss]taff [Nn]urse|[Nn]urse|[Dd]octor|[Dd]r|[Ss]ister|[Mm]atron|[Aa]untie"
            rf"|[Ii]nspector)\.? (?:{WORD}|[A-Z]\b\.?(?!\w))"
        ),
        (
            begins(
                "dr doctor prof professor sister nurse matron father fr rev reverend canon pastor imam rabbi sir dame",
                "lord lady captain major colonel sgt sergeant pc auntie aunt uncle nanny nana granny grandma grandad",
                "carer officer inspector councillor cllr",
            ),
        ),
        lambda text, found: (
            fold(found[0].split()[-1]).rstrip(".").casefold().removesuffix("'s") not in known_words()
            and not (begins_sentence(text, found.start()) and found[0].split()[-1] == "I")
        ),
    ),
    Rule(
        "a person's initials",
        _INSTEAD,
        Expression(r"(?<![\w.])[A-Z]\. ?[A-Z]\.(?: ?[A-Z]\.)*(?!\w)"),
        (LETTERS,),
        is_initials,
    ),
    Rule(
        "a person's name and initial",
        _INSTEAD,
        Expression(rf"(?<![\w.&'])[A-Z]\. ?(?:[A-Z]\. ?)*(?:{WORD})"),
        (LETTERS,),
        lambda text, found: (
            begins_sentence(text, found.start()) or not text[: found.start()].rstrip().endswith((".", "&"))
        ),
    ),
    Rule(
        "a person's name and initial",
        _INSTEAD,
        Expression(rf"(?<!\w)(?:{WORD}) [A-HJ-Z]\b\.?(?!['\w-])"),
        (LETTERS,),
        lambda text, found: (
            _may_be_name(text, found.start(), found[0].split()[0]) and not found[0].startswith("Vitamin")
        ),
    ),
    Rule(
        "a person's initials",
        _INSTEAD,
        Expression(
            r"\b[A-Z]{2}\b(?= (?:was|is|had|has|fell|said|told|asked|did|lost|missed|waited|lives|needs)\b)|, [A-Z]{2},"
        ),
        (),
        lambda _, found: found[0].strip(", ") not in _SHORT_FORMS,
    ),
)

_FULL = re.compile(rf"(?<![\w'-])(?P<first>{WORD}) (?:[A-Z]\.? )?(?P<last>{WORD})(?![\w-])")
_PART = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_A_PLACE = re.compile(
    r" (?:Road|Street|Lane|House|Court|Ward|Wing|Hospital|Lodge|Avenue|Way|Close|Drive|Centre|Park|Hall|Suite"
    r"|Unit|Lounge|Room|Gardens?|School|Church"
    r"|Surgery|Clinic|University|College|Trust|Society|Foundation|Award|Curie|Lewis|Council|Cottage|Place|Square"
    r"|Hospice|Practice|Pharmacy|Day|Bridge|Library|Theatre"
    r"|Line|Nightingale|Homes?|Care|Test|Scale|Score|Tool|Sunday|Bank|Station|Green|Hill|Field|Terrace|Building"
    r"|Bay|Floor|Corner|Kitchen|Caf)"
)
_HOLY = re.compile(
    r"(?:\bSt\.?|\bSaint|\bQueen|\bKing|\bPrince|\bPrincess|\bMarie|\bJohn|\bFlorence|\bLake|\bMount|\bDuke of|\bthe)$"
)


def names_in(text: str, *, is_english: bool = True) -> Iterator[Private]:
    """Yield every place of a folded text that looks like a person's name; in another language those of the list."""
    yield from found_by(TITLES, text)
    taken: set[int] = set()
    by_use = (*_by_use(text), *_whole(text), *_unknown(text)) if is_english else ()
    for start, end in (*_by_list(text, is_english=is_english), *by_use):
        if start not in taken:
            taken.add(start)
            yield Private(A_NAME, _INSTEAD, start, end, text[start:end])


def is_ordinary(word: str) -> bool:
    """Whether a name is an ordinary word too, such as Rice, a place or a month."""
    return fold(word).casefold() in listed_names()["ordinary"]


def is_used_as_name(text: str, start: int, name: str) -> bool:
    """Whether a word with a capital is a name where it stands: in mid-sentence, or used as only a name is."""
    if not begins_sentence(text, start):
        return not _A_PLACE.match(text, start + len(name))
    return any(
        use.start("name") == start for expression in USES for use in expression.finditer(text, max(0, start - 30))
    )


def _by_list(text: str, *, is_english: bool) -> Iterator[tuple[int, int]]:
    """Yield names from the list: such that no ordinary word is, and ordinary ones in mid-sentence."""
    names = listed_names()
    for found in _PART.finditer(text):
        written = found[0].removesuffix("'s")
        word = written.casefold()
        simple = word.split("-")[0] if word not in names["strong"] else word
        if not _has_capital(written):
            if len(word) > _LONG_NAME and word in names["strong"]:
                yield found.start(), found.start() + len(written)
            continue
        if _is_place(text, found.start(), found.start() + len(written)):
            continue
        is_like_one = word not in known_words() and SHAPE.fullmatch(word) is not None
        if word in names["strong"] or (simple in names["strong"] and "-" in word) or is_like_one:
            yield found.start(), found.start() + len(written)
        elif (
            is_english
            and word in names["ordinary"]
            and word not in known_words()
            and not begins_sentence(text, found.start())
        ):
            if _beside_known(text, found.start(), found.start() + len(written)) or written.isupper():
                continue
            yield found.start(), found.start() + len(written)


def _by_use(text: str) -> Iterator[tuple[int, int]]:
    """Yield words with a capital that are used as only a name is, and are no word that is known."""
    for use in USES:
        for found in use.finditer(text):
            start = found.start("name")
            if (
                use in MID_SENTENCE
                and begins_sentence(text, start)
                and found["name"].casefold() not in listed_names()["ordinary"]
            ):
                continue
            if _may_be_name(text, start, found["name"]):
                yield found.span("name")


def _whole(text: str) -> Iterator[tuple[int, int]]:
    """Yield a first name and surname that nobody knows, in mid-sentence or where a person does something."""
    for found in _FULL.finditer(text):
        first, last = found["first"], found["last"]
        if not _may_be_name(text, found.start("first"), first, alone=False) or not _may_be_name(
            text, found.start("last"), last
        ):
            continue
        if begins_sentence(text, found.start()) and not re.match(rf" {DOES}\b|'s\b|,", text[found.end() :]):
            continue
        yield found.span()


def _unknown(text: str) -> Iterator[tuple[int, int]]:
    """Yield words with a capital in mid-sentence that nobody knows, where no place or thing is named."""
    for found in _ALONE.finditer(text):
        start, word = found.start("name"), found["name"]
        before = text[:start].rstrip().rpartition(" ")[2]
        is_named_thing = before.casefold() in _BEFORE_THINGS or before[:1].isupper()
        is_first = begins_sentence(text, start) or word.casefold().removesuffix("'s") in listed_names()["ordinary"]
        if not is_first and not is_named_thing and _may_be_name(text, start, word):
            yield start, start + len(word)


_ALONE = re.compile(rf"(?<![\w'-])(?P<name>{WORD})(?![\w-]| [A-Z])")
_BEFORE_THINGS = frozenset(
    ("the", "a", "an", "in", "at", "near", "to", "from", "into", "of", "via", "around", "outside", "beyond")
) | frozenset(
    (
        "through",
        "called",
        "named",
        "our",
        "your",
        "this",
        "that",
        "use",
        "using",
        "takes",
        "take",
        "has",
        "have",
        "with",
    )
)
"""Before these a word with a capital may well be a place, a body or a thing."""


def _may_be_name(text: str, start: int, word: str, *, alone: bool = True) -> bool:
    """Whether a word with a capital is none that is known, and none of a place's name."""
    plain = word.casefold().removesuffix("'s")
    if plain in listed_names()["months"]:
        return re.match(rf" {DOES}\b", text[start + len(word) :]) is not None
    if plain in known_words() or (
        plain in listed_names()["ordinary"] and begins_sentence(text, start) and plain in _VERBS
    ):
        return False
    if not alone:
        return True
    return not _is_place(text, start, start + len(word)) and not _beside_known(text, start, start + len(word))


_VERBS = frozenset(["will", "may", "mark", "wake", "rush", "hope", "stand", "skip", "rise", "bridge"])
_LONG_NAME = 5


def _is_place(text: str, start: int, end: int) -> bool:
    """Whether a name is part of that of a place, a day or a body: `St Mary's`, `Victoria Road`."""
    after = text[end:].removeprefix("'s")
    return _A_PLACE.match(after) is not None or (
        _HOLY.search(text[:start].rstrip()) is not None and text[:start].endswith(" ")
    )


def _beside_known(text: str, start: int, end: int) -> bool:
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


def _has_capital(word: str) -> bool:
    return word[0].isupper()
