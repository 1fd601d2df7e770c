"""One person told of without a name: by an age, by what happened to her, by what became of someone who worked there."""

import re

from action_plans.family.guards.privacy.one_person import is_told_of_one
from action_plans.family.guards.privacy.rule import (
    DIGIT,
    TEENS,
    TENS,
    UNITS,
    Expression,
    Rule,
    begins,
    insensitive,
    said_before,
    sentence_around,
)
from action_plans.family.guards.privacy.staff_matters import STAFF

_AGE = rf"(?:1[0-1]\d|[1-9]\d|(?:{TENS})(?:[ -](?:{UNITS}))?|{TEENS}|(?:a|one)[ ]hundred(?:[ ]and[ ](?:{UNITS}))?)"
_AGE_BEGINS = begins(DIGIT, TENS, TEENS, "hundred")
_DECADE = r"(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|hundreds|[2-9]0'?s)"
_ONE = (
    r"(?:man|woman|lady|gentleman|gent|person|resident|patient|tenant|mother|father|mum|dad|widow|widower|boy"
    r"|girl|chap|lad)"
)
_ONE_BEGINS = begins(
    "man woman lady gentleman gent person resident patient tenant mother father mum dad widow boy girl chap lad"
)

_THING = (
    r"(?:lifts?|boilers?|home|house|building|roof|hoists?|carpets?|beds?|system|kitchen|van|bus|pipes?|doors?"
    r"|windows?|wing|chairs?"
    r"|mattress(?:es)?|cooker|oven|fridge|alarm|bath|tree|rule|plan|law|policy|phone|computer|machine|garden|club"
    r"|school|church)"
)
_NOT_OF_AGE = (
    r"(?![ -]?(?:minutes?|hours?|days?|nights?|weeks?|months?|of|out|per|%|staff|beds?|people|residents?|places?"
    r"|times?|degrees?|kilos?|kg|stone"
    r"|metres?|years?[ ](?:ago|later|in|of|with|here)|pounds?|pence|visits?|nurses?|carers?|or[ ](?:over|above"
    r"|more|older|under)"
    r"|and[ ](?:over|above|older|under)|to|%|am|pm|more|other|new|things?|in[ ](?:ten|10|a[ ]hundred|100|total"
    r"|all))\b|[ ]?[%:.]\d|[ ]?%)"
)
_ANY = re.compile(
    r"\b(?:or over|and over|over \d|or older|or above|at least|anyone|everyone|if you are|when you are|must be"
    r"|people over|under \d+)\b",
    re.IGNORECASE,
)


def _is_no_rule(text: str, found: re.Match[str]) -> bool:
    """Whether it is the age of somebody, and not an age from which a rule holds, or that of a thing."""
    return (
        _ANY.search(sentence_around(text, found.start(), found.end())) is None
        and re.search(rf"\b{_THING} (?:is|are|was|were) (?:\w+ )?$", text[: found.start()], re.IGNORECASE) is None
    )


_LEAVE_AGE = "Leave the age out."
AGES = (
    Rule(
        "someone's age",
        _LEAVE_AGE,
        insensitive(
            rf"\baged?[ ](?:about[ ]|only[ ]|just[ ])?{_AGE}\b(?![ ](?:or|and)[ ](?:over|above|older|under|more"
            rf"|up)|[ ]?(?:to|-|\+)|[ ]and[ ]up)"
        ),
        (begins("age aged"), _AGE_BEGINS),
        _is_no_rule,
    ),
    Rule(
        "someone's age",
        _LEAVE_AGE,
        insensitive(rf"\b{_AGE}[ -]years?[ -]?olds?\b(?![ -]{_THING}\b)(?![ ](?:can|may|or)\b)"),
        (begins("year"), _AGE_BEGINS),
        lambda text, found: (
            _is_no_rule(text, found)
            and (
                re.search(r"\byears old$", found[0], re.IGNORECASE) is None
                or re.search(
                    rf"\b(?:{_ONE}|he|she|who|her|his|him)\b|[a-z,] [A-Z][a-z]+",
                    sentence_around(text, found.start(), found.end()),
                )
                is not None
            )
        ),
    ),
    Rule(
        "someone's age",
        _LEAVE_AGE,
        insensitive(rf"\b{_ONE}[ ]of[ ](?:about[ ]|only[ ]|nearly[ ])?{_AGE}\b{_NOT_OF_AGE}"),
        (begins("of"), _ONE_BEGINS, _AGE_BEGINS),
    ),
    Rule(
        "someone's age",
        _LEAVE_AGE,
        insensitive(
            rf"\b(?:he|she|he's|she's|who|mum|dad|mother|father|wife|husband|lady|gentleman|man|woman|resident)[ ]"
            rf"(?:is|was|will[ ]be|has|had|turned|turns|has[ ]turned|just[ ]turned)?[ ]?(?:now[ ]|only[ ]"
            rf"|nearly[ ]|almost[ ]|just[ ]|about[ ])?"
            rf"(?:turned[ ]|reached[ ])?{_AGE}(?=[.,;!?)]|$|[ ](?:and|so|but|when|years|with|this|next|now|then"
            rf"|at[ ]the[ ]time|last)\b){_NOT_OF_AGE}"
        ),
        (begins("he she who mum dad mother father wife husband lady gentleman man woman resident"),),
    ),
    Rule(
        "someone's age",
        _LEAVE_AGE,
        insensitive(
            rf"\b(?:in|into|well[ ]into|of)[ ](?:his|her|their)[ ](?:early[ ]|mid[ -]?|late[ ])?{_DECADE}\b"
            rf"| \b(?:(?:his|her|\w+'s)[ ])(?:\d{{1,3}}(?:st|nd|rd|th)|\w+(?:th|first|second|third)|\w+tieth"
            rf"|hundredth)[ ]birthday\b"
            rf"| \b(?:turned|turning|turns|celebrated[ ]being|reached[ ]the[ ]age[ ]of|at[ ]the[ ]age[ ]of"
            rf"|the[ ]age[ ]of)[ ]{_AGE}\b{_NOT_OF_AGE}"
            rf"| \b(?:centenarian|nonagenarian|octogenarian)\b"
        ),
        (begins("his her their birthday turned celebrated reached age centenarian nonagenarian octogenarian"),),
        lambda text, found: (
            _is_no_rule(text, found)
            and re.search(r"\b(?:home's|house's|lodge's|service's|club's|nhs's|charity's)\b", found[0], re.IGNORECASE)
            is None
        ),
    ),
)
"""Ages of somebody; ages in rules and of things are none."""

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
