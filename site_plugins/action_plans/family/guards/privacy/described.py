"""One person told of by what everyone knows of her: where she lives, the oldest there, her looks, her people."""

import re

from action_plans.family.guards.privacy.in_general import FOR_ANY_LIKENESS, SUPPOSED_OF_ONE
from action_plans.family.guards.privacy.one_person import (
    NOUN,
    NOUN_BEGINS,
    OF_THINGS,
    SAID,
    has_happened,
    has_past,
    is_of_one,
    soon_after,
)
from action_plans.family.guards.privacy.rule import Rule, begins, insensitive, said_before
from action_plans.family.guards.privacy.staff_matters import STAFF

_RELATIVES = (
    r"(?:sons?|daughters?|wife|husband|partner|mother|father|mum|dad|brothers?|sisters?|niece|nephew|grand\w+|cousin"
    r"|girlfriend|boyfriend|family|solicitor|dog|cat)"
)
_HAPPENED = (
    r"(?:was|is|had|has|fell|rang|came|said|told|found|saw|wrote|asked|made|got|went|left|took|gave|lost|broke|felt"
    r"|thinks|wants|says|visits|\w{2,}ed)"
)
_PEOPLES = (
    r"(?:polish|romanian|bulgarian|ukrainian|russian|lithuanian|latvian|hungarian|albanian|portuguese|spanish"
    r"|italian|indian|pakistani|bangladeshi|nepali|nepalese|sri[ ]lankan|nigerian|ghanaian|kenyan|zimbabwean"
    r"|south[ ]african|gambian|somali|eritrean|filipino|filipina|thai|chinese|jamaican|irish|scottish|welsh|french"
    r"|german|turkish|black|asian|african|muslim|sikh|hindu|jewish|gay|lesbian|trans|transgender|pregnant|ginger"
    r"|red-haired|blonde|tattooed|bald)"
)
_LOOKS = (
    r"(?:hair|beard|moustache|tattoos?|accent|limp|ponytail|hijab|headscarf|turban|earrings?|piercings?|glasses"
    r"|wheelchair|oxygen|stoma|pacemaker|crutches|hearing[ ]aids?|tongue|temper|english|voice|childcare[ ]\w+)"
)
_INSTEAD = "Say “some people” or “someone”, and no more of who it is."


def _is_of_somebody(text: str, found: re.Match[str]) -> bool:
    """Whether what was found says nothing of what holds for anybody."""
    return not FOR_ANY_LIKENESS.is_in(text[found.start() : found.end()])


def _is_one_in_particular(text: str, found: re.Match[str]) -> bool:
    """Whether it is told of somebody, and not of what holds for anybody."""
    return _is_of_somebody(text, found) and not SUPPOSED_OF_ONE.is_in(said_before(text, found.start()))


def _is_past_of_someone(text: str, found: re.Match[str]) -> bool:
    """Whether it is told what happened to someone, and not what someone told."""
    return (
        has_past(found[0] + soon_after(text, found, 60))
        and not SAID.is_at(text, found.end())
        and is_of_one(text, found)
    )


DESCRIBED = (
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            rf"\b(?:a|one|the|another|that|this|our)[ ](?:(?!(?:each|every|any"
            rf"|{STAFF})\b)[\w-]+[ ]){{0,2}}?{NOUN}\b(?!-|[ ](?:from|{OF_THINGS}|and[ ](?:toddler|baby"
            rf"|daughter|son|father|mother))\b)"
        ),
        (NOUN_BEGINS,),
        has_happened,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            r"""\b(?:the[ ]person|(?:someone|somebody|(?:a|one|another)[ ]person)[ ](?:we[ ](?:visit|support|help
            |care[ ]for)|who[ ](?!lives|comes|works|wants|needs|is|has|may|can)\w+))\b(?![ ](?:from|at|you
            |who[ ](?:lives|does|is|has)|in[ ]charge|on[ ]duty)\b)"""
        ),
        (begins("someone somebody person"),),
        _is_past_of_someone,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            r"""\b(?:those|these|the[ ](?:last|other|only|same))[ ](?:two|three|pair)[ ](?:on|in|at|who|from)\b
            | \b(?:the|that)[ ]pair[ ](?:who|in|on|from)\b | \b(?:our|the)[ ](?:single|sole
            |lone)[ ](?:[\w-]+[ ])?(?:guest|tenant|resident|client|customer|man|woman|person|patient)\b
            | \bapart[ ]from[ ]one\b"""
        ),
        (begins("those these last other only same pair single sole lone apart"),),
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            r"""\b(?:a|an|the|our|one|another|that|this)[ ](?:[\w'-]+[ ]){1,4}?who[ ](?:now[ ]|also[ ]
            |still[ ])?(?:lives|stays)[ ](?:here|there|with[ ]us|upstairs|downstairs|next[ ]door|opposite|alone|on
            |in|at|above|below)\b"""
        ),
        (begins("who"), begins("lives stays")),
        _is_one_in_particular,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            rf"""\b(?:the|our|my|your|their|his|her)[ ](?:oldest|eldest|youngest|newest|only
            |longest[ -]\w+)[ ](?:[\w-]+[ ]){{0,2}}?{STAFF}(?<!s)\b(?![ ](?:may|can|could|should|must|will)\b)"""
        ),
        (begins("oldest eldest youngest newest only longest"),),
        _is_one_in_particular,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            rf"\b(?:a|one|another|the|our|that"
            rf"|this)[ ](?:[\w-]+[ ]){{0,2}}?{NOUN}'s[ ](?:[\w-]+[ ])?{_RELATIVES}[ ]{_HAPPENED}\b"
        ),
        (NOUN_BEGINS,),
        _is_one_in_particular,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            rf"\b(?:a|an|one|another|the|our|that"
            rf"|this)[ ](?:[\w-]+[ ]){{0,2}}?{_PEOPLES}[ ](?:[\w-]+[ ]){{0,2}}?(?:{NOUN}|{STAFF}(?<!s))\b(?!s)"
        ),
        (
            begins(
                "polish romanian bulgarian ukrainian russian lithuanian latvian hungarian albanian portuguese",
                "spanish italian indian pakistani bangladeshi nepali nepalese sri nigerian ghanaian kenyan",
                "zimbabwean south gambian somali eritrean filipino filipina thai chinese jamaican irish scottish",
                "welsh french german turkish black asian african muslim sikh hindu jewish gay lesbian trans",
                "transgender pregnant ginger red blonde tattooed bald",
            ),
        ),
        _is_one_in_particular,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            rf"\b(?:a|the|our|that|this|one)[ ](?:[\w-]+[ ]){{0,2}}?(?:{NOUN}|{STAFF}(?<!s)|one"
            rf"|person)[ ]with[ ](?:(?:a|an|the|her|his|their)[ ])?(?:[\w-]+[ ]){{0,2}}?{_LOOKS}\b"
        ),
        (
            begins("with"),
            begins(
                "hair beard moustache tattoo accent limp ponytail hijab headscarf turban earring piercing glasses",
                "wheelchair oxygen stoma pacemaker crutches hearing tongue temper english voice childcare",
            ),
        ),
        _is_one_in_particular,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(r"\b(?:the|that)[ ](?:\w+[ ])?one[ ](?:who|whose)\b"),
        (begins("who whose"),),
        has_happened,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            r"""\b(?:a|an|the|our|his|her|that|this)[ ](?:(?:retired|former)[ ](?:[\w-]+[ ]){0,2}?[\w-]+
            |ex-[a-z]+)(?:'s[ ]|[ ](?:who|in|has|had|was|did|didn't|does|doesn't|could|couldn't|fell|on|upstairs
            |downstairs|lives|kept|told|said|asked|wanted|felt|loves|likes|\w{2,}ed)\b)"""
        ),
        (begins("retired former ex"),),
        _is_one_in_particular,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            rf"\bthe[ ](?:{NOUN}|person|customer|one)[ ]with[ ](?:[\w'-]+[ ]){{0,4}}?(?:couldn't|could[ ]not|was|had"
            rf"|has|didn't|did|is|fell)\b| \b(?:a|the|one|our|that)[ ](?:{NOUN}|person|customer)[ ](?:on|in"
            rf"|at)[ ](?-i:[A-Z])\w+[ ](?:lane|road|street|avenue|close|drive|way|terrace|crescent|hill|green|row"
            rf"|court)\b| \b(?:the|our)[ ]one[ ](?:{NOUN}|person)[ ](?:under|over|who|with|in|on|from|of)\b"
        ),
        (begins("with on in at one"), NOUN_BEGINS | begins("person customer one")),
        _is_one_in_particular,
    ),
    Rule(
        "so few that each is known",
        "Say “some people”.",
        insensitive(
            r"\b(?:(?:one|two|both|each)[ ]of[ ](?:our|the)|(?:our|the)[ ]only|our(?=[ ](?:only|one|two|three|four"
            r"|[1-4]\b)))[ ](?:(?:only|one|two|three|four|[1-4])[ ])?(?:[\w-]+[ ])?(?:diabetics?|vegans?"
            r"|vegetarians?|veterans?|ex-\w+|smokers?|wheelchair[ ]users?|males?|females?|men|women|ladies|gentlemen"
            r"|widows?|widowers?|centenarians?|twins|couples?|catholics?|muslims?|hindus?|sikhs?|deaf|blind"
            r"|stroke[ ]survivors?|(?:[\w-]+[ ])?speakers?|pensioners?|amputees?|epileptics?|coeliacs?|buddhists?|jews?"
            r"|quakers?|methodists?)\b"
        ),
        (
            begins(
                "diabetic vegan vegetarian veteran ex smoker wheelchair male female men women ladies gentlemen",
                "widow centenarian twins couple catholic muslim hindu sikh deaf blind stroke speaker pensioner amputee",
                "epileptic coeliac buddhist jew jews quaker methodist",
            ),
        ),
        _is_of_somebody,
    ),
    Rule(
        "so few that each is known",
        "Say “some people”.",
        insensitive(
            r"\b(?:all|everyone|everybody|every[ ]\w+)\b[^.!?;]{0,40}?\b(?:except|but|bar|apart[ ]from)[ ]one\b"
        ),
        (begins("except but bar apart"),),
    ),
)
"""One person told of by what everyone knows of her."""
