"""One person told of without a name: by what happened to her, or by what became of someone who worked there."""

import re

from action_plans.family.guards.privacy.one_person import is_told_of_one
from action_plans.family.guards.privacy.rule import (
    Expression,
    Rule,
    begins,
    insensitive,
    said_before,
)
from action_plans.family.guards.privacy.staff_matters import STAFF

_HARM = (
    r"(?:was|were|is|had|has|fell|lay|sat|died|walked|waited|told|said|asked|lost|broke|cried|choked|missed|got"
    r"|went|lived|lives|wanted|felt"
    r"|needed|needs|slept|ate|drank|shouts|shouted|complained|could|did|does|likes|moved|became|left|called|rang"
    r"|came|spent|stayed|took|gave)"
)
_ANYBODY = r"(?:your \w+|each|any|every|everyone|anyone|someone|a person|no one|nobody)"
_IS_ANYBODY = Expression(rf"\b{_ANYBODY}\b", is_small=True)
_ANTECEDENT = Expression(
    rf"\b(?:{STAFF}|doctor|gp|dentist|pharmacist|dietitian|inspector|expert|therapist|teacher|chaplain|worker"
    rf"|volunteer|{_ANYBODY})\b".replace("[ ]", " "),
    is_small=True,
)


def _is_somebody(text: str, found: re.Match[str]) -> bool:
    """Whether "she" or "he" is somebody in particular: no member of staff and nobody in general comes before."""
    before = said_before(text, found.start(), sentences=2)
    if re.search(r"\b(?:he|she|him|her|his|hers)(?:(?:,| or| and)? |/)$", before, re.IGNORECASE):
        return False
    if re.match(
        r" (?:or|and) (?:he|she|him|her|his|hers)\b|, ?(?:he|she|him|her)\b|/", text[found.end() :], re.IGNORECASE
    ):
        return False
    if not _ANTECEDENT.is_in(before):
        return True
    return is_told_of_one(text, found, of_staff=not _IS_ANYBODY.is_in(before))


def _is_no_wish(text: str, found: re.Match[str]) -> bool:
    """Whether it tells what happened, not what would if it did."""
    return (
        re.search(
            r"\b(?:if|when|whenever|each time|unless|before|in case|should|for|ask for|choose)\s?$",
            said_before(text, found.start()),
            re.IGNORECASE,
        )
        is None
    )


_NO_PERSON = frozenset(["AM", "GP", "HR", "I", "ID", "IN", "IT", "NO", "OK", "ON", "OR", "OT", "PM", "TV", "UK"])

PERSONS = (
    Rule(
        "someone in particular",
        "Say “some people” or “someone”, and no more of who it is.",
        insensitive(
            rf"""\b(?:a|an|one|another|this|that|the|our)[ ](?:(?!(?:{STAFF})\b)[\w-]+[ ]){{0,2}}?(?:lady|gentleman
                |gent|man|woman|widow|widower|chap)[ ]
            (?:who|whose|that|in|with|on|next|of[ ]\d|from|aged|called|named|near|upstairs|downstairs|opposite|here
            |found|seen|{_HARM}|(?!need|want|ask|interest|invit)\w{{2,}}ed)\b"""
        ),
        (begins("lady gent man woman widow chap"),),
        _is_no_wish,
    ),
    Rule(
        "someone in particular",
        "Say “some people” or “someone”, and no more of who it is.",
        insensitive(
            rf"""\b(?:a|one|another|the|this|that|our)[ ](?:(?:new|young|younger|older|elderly|frail|blind|deaf
                |diabetic|\w+-year-old)[ ])?
            (?:resident|tenant|patient|client|service[ ]user)(?:,[ ]\w+,)?[ ](?:upstairs|downstairs|next[ ]door
            |opposite|(?:who|whose|that|in|with|on|from)[ ](?!(?:is|are|wants?|needs?|may|can|will|has)\b)
            |{_HARM}\b)"""
        ),
        (begins("resident tenant patient client service"),),
        _is_no_wish,
    ),
    Rule(
        "someone who died",
        "Say “after a death”, or leave it out.",
        insensitive(
            r"\b(?:a|one|the|another)[ ](?:resident|person|man|woman|lady|gentleman|patient|tenant)[ ](?:has[ ]"
            r"|had[ ]|then[ ]|sadly[ ])?(?:died|passed[ ]away)\b"
        ),
        (begins("died passed"),),
    ),
    Rule(
        "people whom everyone knows",
        "Say “some people”.",
        insensitive(
            r"\b(?:the|our|a|these)[ ](?:\w+[ ])?(?:twins|sisters|brothers|couple|newly-?weds"
            r"|married[ ]couple)[ ](?:who|in|from|on|at|were|was|had|have|share|are|did|said|told|asked|wanted"
            r"|\w{2,}ed)\b"
        ),
        (begins("twins sisters brothers couple newly newlyweds married"),),
    ),
    Rule(
        "someone's illness",
        "Say “some people”, and no more of who it is.",
        insensitive(
            r"\b(?:resident|man|woman|lady|gentleman|he|she|who|patient|tenant|person)[ ](?:here[ ])?(?:has|had"
            r"|with|caught|got)[ ](?:\w+[ ]){0,2}?"
            r"(?:motor[ ]neurone|mnd|huntington\w*|parkinson's|multiple[ ]sclerosis|diabetes|mrsa|hiv|hepatitis"
            r"|cancer|down's|epilepsy|a[ ]stroke|tuberculosis|scabies|schizophrenia"
            r"|a[ ]feeding[ ]tube|a[ ]stoma|a[ ]catheter|one[ ]leg)\b"
        ),
        (
            begins(
                "motor mnd huntingtons parkinson multiple diabetes mrsa hiv hepatitis cancer down epilepsy stroke",
                "tuberculosis scabies schizophrenia feeding stoma",
                "leg catheter",
            ),
        ),
    ),
    Rule(
        "one person, where “she” or “he” is somebody",
        "Say “someone” and “they”.",
        insensitive(r"\b(?:she|he|him|her|his|hers)\b"),
        (begins("she he him her his hers"),),
        _is_somebody,
    ),
    Rule(
        "initials that stand for a person",
        "Say “a person”: with the list of rooms and dates a letter can be traced.",
        Expression(
            r"\b(?:[Rr]esidents?|[Pp]atients?|[Ss]ervice [Uu]sers?|[Tt]enants?|[Cc]lients?|[Pp]erson|[Cc]arers?"
            r"|[Nn]urses?|[Uu]sers?|[Mm]r|[Mm]rs|[Ww]orkers?)"
            r",? (?P<letters>[A-Z]{1,2})\b(?!['.-]?\w)"
        ),
        (begins("resident patient service tenant client person carer nurse user mr mrs worker"),),
        lambda _, found: found["letters"] not in _NO_PERSON,
    ),
)
"""One person told of without a name."""
