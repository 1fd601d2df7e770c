"""People told of without a word for them: counted by a number alone, or called someone, with what befell them."""

import re

from action_plans.family.guards.privacy.in_general import FOR_ANYBODY
from action_plans.family.guards.privacy.rule import NUMBER, NUMBER_BEGINS, Rule, begins, insensitive, sentence_around

_BEFELL = (
    r"(?:fell|tripped|choked|collapsed|died|passed[ ]away|(?:was|were|got|been)[ ](?:\w+[ ])?(?:hurt|injured|scalded"
    r"|burnt|burned|bitten|hit|slapped|abused|assaulted|attacked|neglected|bruised|dehydrated|starved|hungry|thirsty"
    r"|soiled|wet|unwell|sick|ill|sedated|restrained|poisoned|drugged|left[ ](?:in|on|alone|without|outside|sitting"
    r"|lying|waiting)|taken[ ](?:ill|to[ ]hospital|by[ ]ambulance)|sent[ ]to[ ]hospital|found[ ](?:on|dead|lying))"
    r"|had[ ]no[ ](?:drinks?|water|food|breakfast|lunch|dinner|supper|tea|bath|shower|wash|medicines?|tablets)"
    r"|lost[ ](?:\w+[ ])?weight|went[ ](?:to[ ]hospital|missing|hungry|thirsty|without[ ](?:food|water|a[ ]drink))"
    r"|broke[ ](?:a|an|his|her|their)[ ](?:hip|arm|leg|wrist|rib|bone|ankle|shoulder|collarbone|finger)"
    r"|(?:had|has|have|got|developed|caught|suffered)[ ](?:\w+[ ]){0,3}?(?:sores?|ulcers?|bruis\w+|black[ ]eyes?|burns?"
    r"|cuts|scalds?|fractures?|strokes?|seizures?|fits?|sepsis|scabies|infections?|covid|flu|pneumonia|norovirus|mrsa"
    r"|diarrhoea|delirium|hiv|aids|cancer|hepatitis|epilepsy|tuberculosis"
    r"|a[ ]fall|falls|wounds?|injur\w+|skin[ ]tears?|heart[ ]attack|overdose))"
)
_ONE_DID = (
    r"(?:set[ ](?:a[ ])?fire|started[ ]a[ ]fire|hit|punched|kicked|slapped|bit|scratched|pushed|attacked|assaulted"
    r"|threatened|stole|swallowed|wandered|got[ ](?:lost|out(?![ ](?:of[ ]bed|an?|the|our|some)\b))|climbed[ ]out"
    r"|ran[ ]away|absconded|jumped[ ](?:from|off|out)|overdosed|harmed|swore|was[ ]arrested"
    r"|took[ ](?:an[ ]overdose|somebody's|someone's|another[ ]person's))"
)
"""What one person does, and others who were there remember."""
_ONE = (
    r"(?:someone|somebody|(?:a|one|another)[ ]person)"
    r"(?:[ ](?:here|else|upstairs|downstairs|at[ ]night|in[ ](?:the[ ])?\w+|on[ ](?:the[ ])?(?:\w+[ ])?floor))?"
)
_BEFELL_BEGINS = begins(
    "fell tripped choked collapsed died passed was were got been lost went broke had has have developed caught suffered"
)
_ONE_DID_BEGINS = begins(
    "set started hit punched kicked slapped bit scratched pushed attacked assaulted threatened stole swallowed",
    "wandered got climbed ran absconded jumped overdosed harmed swore was took",
)
_PEOPLE = r"(?:people|persons|residents|tenants|patients|clients|adults)"
_SHARE = r"(?:half|(?:a|two|one|three)[ ](?:thirds?|quarters?)|\d{1,2}[ ]?%)"
_OF_THINGS = re.compile(
    r"\b(?:doors?|lights?|lamps?|alarms?|(?<!in )beds?|hoists?|chairs?|rails?|machines?|phones?|plans?|records?|charts?"
    r"|sheets?|checks?|audits?|bells?|pumps?|lifts?|cars?|vans?|trees?|tiles?|fences?|plates?|cups?|boxes|files"
    r"|rooms?|windows?|staff|nurses?|carers?|managers?|mattress(?:es)?|wheelchairs?|slings?|batter(?:y|ies))\b",
    re.IGNORECASE,
)
"""What a number alone may count as well: named in the sentence, or in the one before."""


def _is_of_people(text: str, found: re.Match[str]) -> bool:
    """Whether people are counted: no things are named, and it is no rule for anybody."""
    sentence = sentence_around(text, found.start(), found.end())
    before = text[: found.start()].rstrip()
    earlier = sentence_around(text, len(before) - 1, len(before)) if before else ""
    return not any(_OF_THINGS.search(one) for one in (sentence, earlier)) and not FOR_ANYBODY.is_in(sentence)


def _is_told(text: str, found: re.Match[str]) -> bool:
    return not FOR_ANYBODY.is_in(sentence_around(text, found.start(), found.end()))


_INSTEAD = "Say “some people”: count things, not people."

COUNTED_ALONE = (
    Rule(
        "a count of people",
        _INSTEAD,
        insensitive(
            rf"(?:^|(?<=[.!?:;,(])[ ]?|\b(?:and|but|so|then|that)[ ])(?:(?:all|only|just|the[ ]other|at[ ]least)[ ])?"
            rf"\b(?:{NUMBER}(?:[ ]of[ ](?:them|us|you|those|these))?|{_SHARE}[ ]of[ ](?:them|us|you))[ ]"
            rf"(?:also[ ]|then[ ]|later[ ]|nearly[ ])?{_BEFELL}\b"
        ),
        (NUMBER_BEGINS | begins("half third quarter"), _BEFELL_BEGINS),
        _is_of_people,
    ),
    Rule(
        "a count of people",
        _INSTEAD,
        insensitive(
            rf"\b(?:deaths|{_PEOPLE}(?:[ ](?:who|that))?[ ](?:{_BEFELL}))[ ]?(?:[:=(-]|-[ ])[ ]?\b{NUMBER}\b"
            rf"| \b{_PEOPLE}[ ]?\([ ]?\b{NUMBER}[ ]?\)"
            rf"| \bnumber[ ]of[ ](?:deaths|{_PEOPLE}[ ](?:who|that)[ ](?:\w+[ ]){{1,6}}?)(?:was|is|were|rose[ ]to"
            rf"|fell[ ]to)[ ]{NUMBER}\b"
            rf"| \bout[ ]of[ ]{NUMBER}[ ](?:{_PEOPLE})?,?[ ]?\b{NUMBER}[ ]{_BEFELL}\b"
            rf"| \b{_PEOPLE},[ ]{NUMBER}[ ](?:in[ ]all|of[ ]them|altogether)\b"
        ),
        (NUMBER_BEGINS, begins("deaths people persons residents tenants patients clients adults number out")),
        _is_told,
    ),
    Rule(
        "something that happened to one person",
        "Say “some people”, and what you do now: whoever was there knows who it was.",
        insensitive(rf"\b{_ONE}[ ](?:also[ ]|then[ ]|later[ ]|nearly[ ]|sadly[ ])?(?:{_BEFELL}|{_ONE_DID})\b"),
        (begins("someone somebody person"), _BEFELL_BEGINS | _ONE_DID_BEGINS),
        _is_told,
    ),
)
"""Counts without a word for people, and what befell one of them."""
