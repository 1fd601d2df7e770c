"""Names by what stands with them: a title, an initial."""

import re

from action_plans.checking.confirming import is_initials
from action_plans.family.guards.privacy.name_lists import common_words, known_words
from action_plans.family.guards.privacy.name_places import may_be_name
from action_plans.family.guards.privacy.name_uses import WORD
from action_plans.family.guards.privacy.rule import LETTERS, MONTH, Expression, Rule, begins, begins_sentence

INSTEAD = "Name a role, or say “a person”."
"""What to write in place of a name."""
_SHORT_FORMS = frozenset(
    ["IT", "GP", "TV", "UK", "HR", "AI", "US", "EU", "PE", "OT", "CQ", "OK", "AM", "PM", "MP", "WE", "HE", "NO", "ID"]
)


_TIMES = re.compile(rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|{MONTH})s?", re.IGNORECASE)
_BEFORE_A_NAME_ALONE = frozenset(["Dr", "Prof", "Professor", "Fr", "Rev", "Revd", "Rvd", "Reverend", "Cllr", "Sgt"])
"""Titles behind which an everyday word is a name, too: Rev Green."""


def _is_none(text: str, found: re.Match[str]) -> bool:
    """Whether no name stands behind a title: a known word, a day, or the next sentence: `the nurse. Soup is late`."""
    plain = found["name"].casefold().removesuffix("'s")
    is_alone = found["title"] in _BEFORE_A_NAME_ALONE
    is_no_name = _TIMES.fullmatch(plain) is not None if is_alone else plain in known_words()
    return is_no_name or (plain in common_words() and begins_sentence(text, found.start("name")))


TITLES = (
    Rule(
        "a person's name or initial",
        INSTEAD,
        Expression(
            r"\b(?:Mr|Mrs|Ms|Mx|MR|MRS|MS|MX|mr|mrs|ms|mx)\b\.? ?(?:[A-Za-z]['A-Za-z-]*)|\b(?:Miss"
            r"|MISS)\b\.? ?[A-Z]['A-Za-z-]*"
        ),
        (begins("mr mrs ms mx miss"),),
        lambda _, found: found[0].split()[-1].casefold() not in ("and", "or", "who", "was", "is"),
    ),
    Rule(
        "a person's name or initial",
        INSTEAD,
        Expression(
            rf"\b(?P<title>Dr|DR|Doctor|Prof|Professor|Sister|Nurse|Matron|Father|Fr|Rev|Revd|Rvd|Reverend"
            rf"|Canon|Pastor|Imam|Rabbi|Sir|Dame|Lord|Lady|Captain"
            rf"|Major|Colonel|Sgt|Sergeant|PC|Auntie|Aunt|Uncle|Nanny|Nana|Granny|Grandma|Grandad|Carer|Officer"
            rf"|Inspector|Councillor|Cllr"
            rf"|[Ss]taff [Nn]urse|[Nn]urse|[Dd]octor|[Dd]r|[Ss]ister|[Mm]atron|[Aa]untie"
            rf"|[Ii]nspector)\.? (?P<name>{WORD}|[A-Z]\b\.?(?!\w))"
        ),
        (
            begins(
                "dr doctor prof professor sister nurse matron father fr rev revd rvd reverend canon pastor imam",
                "rabbi sir dame lord lady captain major colonel sgt sergeant pc auntie aunt uncle nanny nana",
                "granny grandma grandad carer officer inspector councillor cllr",
            ),
        ),
        lambda text, found: not _is_none(text, found),
    ),
    Rule(  # as it is read where what parts them has no width
        "a person's name or initial",
        INSTEAD,
        Expression(rf"(?<![\w'-])(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Rev|Sister|Nurse)(?:{WORD})(?!\w)"),
        (),
    ),
    Rule(
        "a person's initials",
        INSTEAD,
        Expression(r"(?<![\w.])[A-Z]\. ?[A-Z]\.(?: ?[A-Z]\.)*(?!\w)"),
        (LETTERS,),
        is_initials,
    ),
    Rule(
        "a person's name and initial",
        INSTEAD,
        Expression(rf"(?<![\w.&'])[A-Z]\. ?(?:[A-Z]\. ?)*(?:{WORD})"),
        (LETTERS,),
        lambda text, found: not text[: found.start()].endswith("& "),
    ),
    Rule(
        "a person's name and initial",
        INSTEAD,
        Expression(rf"(?<!\w)(?:{WORD}) [A-HJ-Z]\b\.?(?!['\w-])"),
        (LETTERS,),
        lambda text, found: (
            may_be_name(text, found.start(), found[0].split()[0]) and not found[0].startswith("Vitamin")
        ),
    ),
    Rule(
        "a person's initials",
        INSTEAD,
        Expression(
            r"\b[A-Z]{2}\b(?= (?:was|is|had|has|fell|said|told|asked|did|lost|missed|waited|lives|needs)\b)|, [A-Z]{2},"
        ),
        (),
        lambda _, found: found[0].strip(", ") not in _SHORT_FORMS,
    ),
)
