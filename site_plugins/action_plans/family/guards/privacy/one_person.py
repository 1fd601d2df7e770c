"""How one person is told of without a name: the nouns, what has happened, the day, and what holds for anybody."""

import re

from action_plans.family.guards.privacy.in_general import FOR_ANYBODY
from action_plans.family.guards.privacy.rule import DIGIT, MONTH, Expression, begins, insensitive, sentence_around

NOUN = (
    r"(?:man|woman|lady|gentleman|gent|resident|patient|tenant|client|customer|service[ ]user|widow|widower|boy|girl"
    r"|chap|lad|bloke|male|female|pensioner|diabetic|veteran|smoker|vegetarian|vegan|twin|mother|father|mum|dad"
    r"|grandmother|grandfather)"
)
"""What a person who is cared for may be called, for expressions that are laid out."""
NOUN_BEGINS = begins(
    "man woman lady gentleman gent resident patient tenant client customer service widow boy girl chap lad bloke",
    "male female pensioner diabetic veteran smoker vegetarian vegan twin mother father mum dad grandmother",
    "grandfather",
)
OF_THINGS = (
    r"(?:homes?|compan(?:y|ies)|groups?|meetings?|surveys?|forums?|councils?|liaison|clubs?|services?|schemes?|books?"
    r"|forms?|charts?|records?|report|care|nurses?|clinics?|risks?|sensors?|mats?|prevention|plan|policy|log|team|drills?"
    r"|unit|training|dressings?|map|throat|rooms?|beds?|handbooks?|guide|systems?|trees?|agency|agencies|bands?|piano"
    r"|murals?|voices?|touch|peace|chapel|tongue|tables?|education|portals?|cards?|lines?|desks?|areas?|spaces?|lounges?"
    r"|toilets?|parking|entrance|leaflets?|boards?|panels?|representatives?|safety|files?|list|choice|views?|feedback"
    r"|experience|involvement|relations|network|charter|rights|centres?|hub|transport|wing|suite|corner|cats?|dogs?"
    r"|support|of[ ]the[ ]year|agreement|choir|carers?|staff|association|side|visitors?|christmas)"
)
"""What makes of a word for a person that stands before it a thing, and nobody: `the visitor book`, `the twin room`."""
_PAST = Expression(
    r"\b(?:was|were|had|did|didn't|wasn't|hadn't|has been|has had|has not|hasn't|has died|got|went|came|fell|lost"
    r"|said|found|gave|took|left|made|broke|kept|told|felt|ran|sat|lay|hit|bit|cut|cried|died|ate|drank|threw|woke"
    r"|became|began|thought|knew|saw|slept|stood|stole|struck|tore|wore|wrote|rang|hid|hurt|fought|flew|drove|caught"
    r"|brought|bought|set fire|misheard|misread|quit|spent|sent|swore|shook|hung|overslept|forgot|withdrew|wept|fled"
    r"|couldn't|could not|(?<!is )(?<!are )(?<!be )(?<!gets )(?<!get )(?!need|bed\b|experienced)\w{2,}ed)\b",
    is_small=True,
)
"""What has happened: what is done each day is told of nobody."""
_OF_HER = Expression(
    r"\b(?:when|anyone|anybody|everyone|everybody|nobody|no one)\b(?! (?:who|in|on|with|is|are|can|may)\b)",
    is_small=True,
)
"""What holds for anybody, but not beside one who is known: `nobody rang when the gentleman fell`."""
_KNOWN = Expression(r"(?:the|that|this|our) ", is_small=True)
_DECIDED = Expression(r"\b(?:we (?:have|will|are|suspect|found)|has|have|keeps|is|are)\b", is_small=True)
_SOMEBODY = Expression(
    rf"\b(?:someone|somebody|(?:a|one|the|another|that|this|our) (?:[\w-]+ ){{0,2}}?(?:person|visitor|carer|nurse"
    rf"|cleaner|cook|chef|driver|neighbour|son|daughter|wife|husband|{NOUN.replace('[ ]', ' ')}))(?:'s)?\b"
    r"(?! (?:from|who (?:works|runs|came to)) (?:the|cqc|our))",
    is_small=True,
)
SAID = insensitive(
    r"""[ ](?:here[ ]|also[ ]|else[ ]|who[ ]lives[ ]here[ ])?(?:has[ ]|had[ ])?(?:told|said|asked|suggested|wrote
    |pointed
    |noticed|thanked|wanted|rang|came|liked|loved|wished|mentioned|offered|been[ ]asked|been[ ]named|won|wins)\b"""
)
"""Behind somebody: what somebody told us, or did for all."""
A_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?{MONTH}|(?:in[ ]|last[ ]|this[ ])?(?:(?P<bare>may|march)\b|{MONTH})"
    rf"|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day(?!s)|(?:night|morning|evening|afternoon)[ ]of|boxing[ ]day|christmas|new[ ]year|easter"
    r"|bonfire[ ]night|yesterday|last[ ](?:night|week|month|weekend|spring|summer|autumn|winter|year)"
    r"|the[ ]other[ ](?:day|night|week)|(?:days?|nights?|weeks?|months?)[ ]ago|early[ ]hours|overnight"
    r"|\d+(?:[.:]\d\d)?[ ]?(?:am|pm)|one[ ](?:night|morning|evening|afternoon|day|weekend)|during[ ](?:the[ ]night"
    r"|lunch|tea|supper|breakfast|(?:a|the)[ ]storm|bingo|an?[ ](?:visit|outing|trip|drill)))"
)
"""A particular day or time, or one that is near enough for whoever was there; for expressions that are laid out.

Of a month that is a verb too, `bare`, ask `is_day` whether it is one.
"""
A_DAY_BEGINS = begins(
    DIGIT,
    "january february march april may june july august september october november december jan feb mar apr jun jul",
    "aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday night morning evening",
    "afternoon boxing christmas new easter bonfire yesterday last other day days nights week weeks month months",
    "early overnight one during",
)


def is_day(text: str, found: re.Match[str]) -> bool:
    """Whether what was found by `A_DAY` is a day: `in May` is, `may` and `march` are none."""
    return found["bare"] is None or text[found.start("bare")].isupper()


def has_happened(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence tells what has happened, and not what holds for anybody."""
    said = sentence_around(text, found.start(), found.end())
    return has_past(said) and not _is_general_of(text, found, said)


def happened_to_one(text: str, found: re.Match[str], *, on_a_day: bool = False) -> bool:
    """Whether a sentence tells what has happened, and one person, however she is called, stands in it.

    `on_a_day` is whether it says on which day: “when” is that day then, and not what holds for anybody.
    """
    said = sentence_around(text, found.start(), found.end())
    if on_a_day:
        said = re.sub(r"\bwhen\b", "", said, flags=re.IGNORECASE)
    return _is_past(said) and _SOMEBODY.is_in(said)


def is_told_of_one(text: str, found: re.Match[str], *, of_staff: bool) -> bool:
    """Whether a sentence tells what has happened, is so or is going to be, and not what holds for anybody.

    Of one of the staff, the words of what holds for anybody change nothing: `we do not know when she will return`.
    """
    said = sentence_around(text, found.start(), found.end())
    if not has_past(said) and not _DECIDED.is_in(said):
        return False
    return of_staff or not _is_general(said)


def is_of_one(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence does not tell what holds for anybody."""
    return not _is_general_of(text, found, sentence_around(text, found.start(), found.end()))


def has_past(said: str) -> bool:
    """Whether words tell what has happened."""
    return _PAST.is_in(said)


def soon_after(text: str, found: re.Match[str], most: int) -> str:
    """Return what stands behind a place up to the next mark, at most so many signs."""
    return _CLAUSE.split(text[found.end() : found.end() + most], maxsplit=1)[0]


_CLAUSE = re.compile(r"[.,;:!?]")


def _is_past(said: str) -> bool:
    return has_past(said) and not _is_general(said)


def _is_general_of(text: str, found: re.Match[str], said: str) -> bool:
    if _KNOWN.is_at(text, found.start()):
        said = _OF_HER.without(said)
    return _is_general(said)


def _is_general(said: str) -> bool:
    return FOR_ANYBODY.is_in(said)
