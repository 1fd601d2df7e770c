"""One person told of by what everyone knows of her: where she lives, the oldest there, her looks, her people."""

import re

from action_plans.family.guards.privacy.rule import Rule, begins, insensitive, said_before
from action_plans.family.guards.privacy.staff_matters import STAFF

_ONE = (
    r"(?:man|woman|lady|gentleman|gent|resident|patient|tenant|client|service[ ]user|mother|father|mum|dad|widow"
    r"|widower|boy|girl|chap|lad|male|female|nun|vicar|priest|teacher|soldier|farmer|singer)"
)
_ONE_BEGINS = begins(
    "man woman lady gentleman gent resident patient tenant client service mother father mum dad widow boy girl chap",
    "lad male female nun vicar priest teacher soldier farmer singer",
)
_IN_GENERAL = re.compile(
    r"\b(?:any|anyone|anybody|everyone|everybody|someone|somebody|person|nobody|each|every|no|if|when|whoever|who is"
    r"|may|might|can|could|should|would|must)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"\b(?:if|when|whenever|whether|unless|ask for|for)\s?$", re.IGNORECASE)
_RELATIVES = (
    r"(?:sons?|daughters?|wife|husband|partner|mother|father|mum|dad|brothers?|sisters?|niece|nephew|grand\w+|cousin"
    r"|girlfriend|boyfriend|family|solicitor|dog|cat)"
)
_HAPPENED = (
    r"(?:was|is|had|has|fell|rang|came|said|told|found|saw|wrote|asked|made|got|went|left|took|gave|lost|broke|felt"
    r"|thinks|wants|says|visits|\w{2,}ed)"
)
_PEOPLES = (
    r"(?:polish|romanian|bulgarian|ukrainian|russian|lithuanian|latvian|hungarian|albanian|portuguese|spanish|italian"
    r"|indian|pakistani|bangladeshi|nepali|nepalese|sri[ ]lankan|nigerian|ghanaian|kenyan|zimbabwean|south[ ]african"
    r"|gambian|somali|eritrean|filipino|filipina|thai|chinese|jamaican|irish|scottish|welsh|french|german|turkish"
    r"|black|asian|african|muslim|sikh|hindu|jewish|gay|lesbian|trans|transgender|pregnant|ginger|red-haired"
    r"|blonde|tattooed|bald)"
)
_LOOKS = (
    r"(?:hair|beard|moustache|tattoos?|accent|limp|ponytail|hijab|headscarf|turban|earrings?|piercings?|glasses"
    r"|wheelchair|oxygen|stoma|pacemaker|crutches|hearing[ ]aids?)"
)
_INSTEAD = "Say “some people” or “someone”, and no more of who it is."


def _is_one_in_particular(text: str, found: re.Match[str]) -> bool:
    """Whether it is told of somebody, and not of what holds for anybody."""
    return _IN_GENERAL.search(found[0]) is None and _SUPPOSED.search(said_before(text, found.start())) is None


DESCRIBED = (
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            r"""\b(?:a|an|the|our|one|another|that|this)[ ](?:[\w'-]+[ ]){1,4}?who[ ](?:now[ ]|also[ ]|still[ ])?
            (?:lives|stays)[ ](?:here|there|with[ ]us|upstairs|downstairs|next[ ]door|opposite|alone|on|in|at|above
            |below)\b"""
        ),
        (begins("who"), begins("lives stays")),
        _is_one_in_particular,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            rf"""\b(?:the|our|my|your|their|his|her)[ ](?:oldest|eldest|youngest|newest|only|longest[ -]\w+|last
            |latest|first)[ ](?:[\w-]+[ ]){{0,2}}?(?:{_ONE}|{STAFF}(?<!s))\b
            (?![ ](?:may|can|could|should|must|will)\b)"""
        ),
        (begins("oldest eldest youngest newest only longest last latest first"),),
        _is_one_in_particular,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            rf"\b(?:a|one|another|the|our|that|this)[ ](?:[\w-]+[ ]){{0,2}}?{_ONE}'s[ ](?:[\w-]+[ ])?{_RELATIVES}[ ]"
            rf"{_HAPPENED}\b"
        ),
        (_ONE_BEGINS,),
        _is_one_in_particular,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            rf"\b(?:a|an|one|another|the|our|that|this)[ ](?:[\w-]+[ ]){{0,2}}?{_PEOPLES}[ ](?:[\w-]+[ ]){{0,2}}?"
            rf"(?:{_ONE}|{STAFF}(?<!s))\b(?!s)"
        ),
        (
            begins(
                "polish romanian bulgarian ukrainian russian lithuanian latvian hungarian albanian portuguese spanish",
                "italian indian pakistani bangladeshi nepali nepalese sri nigerian ghanaian kenyan zimbabwean south",
                "gambian somali eritrean filipino filipina thai chinese jamaican irish scottish welsh french german",
                "turkish black asian african muslim sikh hindu jewish gay lesbian trans transgender pregnant ginger",
                "red blonde tattooed bald",
            ),
        ),
        _is_one_in_particular,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            rf"\b(?:a|the|our|that|this|one)[ ](?:[\w-]+[ ]){{0,2}}?(?:{_ONE}|{STAFF}(?<!s)|one|person)[ ]with[ ]"
            rf"(?:(?:a|an|the|her|his|their)[ ])?(?:[\w-]+[ ]){{0,2}}?{_LOOKS}\b"
        ),
        (
            begins("with"),
            begins(
                "hair beard moustache tattoo accent limp ponytail hijab headscarf turban earring piercing glasses",
                "wheelchair oxygen stoma pacemaker crutches hearing",
            ),
        ),
        _is_one_in_particular,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(r"\b(?:the|that)[ ](?:\w+[ ])?one[ ](?:who|whose)\b"),
        (begins("who whose"),),
        _is_one_in_particular,
    ),
)
"""One person told of by what everyone knows of her."""
