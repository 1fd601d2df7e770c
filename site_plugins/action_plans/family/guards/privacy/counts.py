"""Counts of the people who are cared for: so few that they can be told, or any share of them.

Things, staff, visitors and meetings may be counted; so may the places of a home, and ages in rules are none.
"""

import re

from action_plans.family.guards.privacy.rule import (
    LETTERED_NUMBER_BEGINS,
    MONTH,
    NUMBER,
    NUMBER_BEGINS,
    Rule,
    begins,
    insensitive,
    said_after,
    said_before,
    sentence_around,
)

_CARED_FOR = (
    r"(?:residents?|patients?|tenants?|clients?|service[ ]users?|individuals|housemates?|wom[ae]n|m[ae]n|lad(?:y"
    r"|ies)|gentlem[ae]n"
    r"|widow(?:er)?s?|couples?|sisters|brothers|twins|inpatients?|in-patients?)"
)
_CARED_FOR_BEGIN = begins(
    "resident patient tenant client service individuals housemates woman women man men lady ladies gentleman gentlemen",
    "widow couple sisters brothers twins inpatient",
)
_LIVE = (
    r"(?:(?:who|that)[ ](?:\w+[ ])?(?:lives?|lived|use|uses|stays?|stayed|needs?|needed|have|has|had|are|were|was"
    r"|is|get|gets|got)\b"
    r"|living|staying|here\b|in[ ](?:the|our|this)[ ](?:home|house|service|care)|at[ ](?:the|our)[ ]home"
    r"|on[ ](?:the|our)[ ]\w+[ ]floor"
    r"|we[ ](?:support|care|visit|look|help)|with[ ]\w+)"
)
_DID = (
    r"(?:had|has|have|were|was|lost|fell|missed|waited|did[ ]not|didn't|could[ ]not|couldn't|went|got|died|said"
    r"|told|needed|lay|sat"
    r"|ate|choked|slept|left|became|felt|asked|complained|wanted|gained|broke|walked|spent|cried|received"
    r"|required|refused"
    r"|developed|suffered|are|is|cannot|can[ ]not|do[ ]not|does[ ]not|needs?|eats?|sleeps?|shares?|sits?|drinks?"
    r"|walks?|uses?|lives?|still|prefers?|likes?|wants?)"
)
_COUNT = (
    rf"(?:{NUMBER}|a[ ]couple(?:[ ]of)?|(?:half[ ])?a[ ]dozen|a[ ]handful[ ]of|a[ ]pair[ ]of|a[ ]trio[ ]of|both"
    rf"|neither|dozens[ ]of|a[ ]score[ ]of)"
)
_COUNT_BEGINS = NUMBER_BEGINS | begins("couple dozen handful pair trio both neither score")

_FILLER = (
    r"(?:(?!(?:per|to|for|a|an|each|every|in|with|by|and|or|on|at|if|when|more|than|nurse|carer|staff|that|is|are"
    rf"|was|can|will|{MONTH})\b)"
    r"(?!\w+s\b)[\w-]+[ ])"
)
_SHARE = (
    rf"(?:(?:just[ ]|about[ ]|over[ ]|under[ ]|nearly[ ]|almost[ ])?(?:a[ ])?(?:half|third|quarter|fifth|tenth)"
    rf"|(?:{NUMBER}|both)[ ](?:thirds?|quarters?|fifths?|tenths?)|{NUMBER}[ ]?(?:%|per[ ]?cent\b)|\d+(?:\.\d+)?[ ]?%"
    rf"|{NUMBER}[ ](?:in|out[ ]of|of)[ ](?:(?:the|our|every|all|those)[ ])*{NUMBER}|all[ ]but[ ]{NUMBER}|\d+/\d+"
    rf"|{NUMBER}-{NUMBER}|every[ ](?:other|second|third|fourth|fifth))"
)
_OF = r"(?:[ ](?:of|in))?(?:[ ](?:the|our|all|those|these|its))*"
_PEOPLE = r"(?:people|persons?|adults|folk|of[ ]us[ ]here|older[ ]people)"
_RULE_OF_AGE = re.compile(r" (?:who are |and |or )?(?:aged|over|under|older|younger|born)\b", re.IGNORECASE)
_PLACES = re.compile(
    r"(?:\b(?:up to|room for|rooms for|space for|places for|home for|homes for|seats for|seat|beds for|beds? for"
    r"|care for up to"
    r"|first|next|at least|team of|group of|groups of|than|least|between|lift for|sit|hold|holds|takes?|fits?"
    r"|every|for)\s?)$",
    re.IGNORECASE,
)
_STAFF_DO = re.compile(
    r"^\W*(?:(?:who|will|can|must|always|now|should|may|to|from our team|from the team|on our team|in (?:the|each"
    r"|our) (?:team|kitchen|office))\W+)*"
    r"(?:check|checks|help|helps|sign|signs|look|looks|lift|lifts|work|works|lead|leads|read|reads|count|counts"
    r"|watch|watches"
    r"|came|come|comes|join|joined|visit|visited|in each team|in the team|on each shift|at a time|from our team"
    r"|will|must|can|should|now)\b",
    re.IGNORECASE,
)


def _is_told(text: str, found: re.Match[str]) -> bool:
    """Whether it counts people who are cared for: no rule about ages, no places of a home, no work of staff."""
    before, after = said_before(text, found.start()), said_after(text, found.end())
    if _RULE_OF_AGE.match(after) or _PLACES.search(before):
        return False
    return not (_STAFF_DO.match(after) and re.search(r"\b(?:people|persons?)$", found[0].strip(), re.IGNORECASE))


def _is_family_told(text: str, found: re.Match[str]) -> bool:
    if re.search(r"\b(?:to|for|with|invited|all|asked)\s$", text[: found.start()], re.IGNORECASE):
        return False
    sentence = sentence_around(text, found.start(), found.end())
    return re.search(r"\b(?:came|come|join|joined|meeting|visited|tea|lunch|forum)\b", sentence, re.IGNORECASE) is None


_COUNT_OF = (
    rf"\b(?:all[ ]|the[ ]|our[ ]|only[ ]|just[ ])*{_COUNT}(?:[ ](?:out[ ])?of)?(?:[ ](?:the|our|your|these|those))*"
    rf"(?:[ ]{NUMBER})?[ ](?:other[ ]|more[ ]|new[ ])?{_FILLER}?"
)
_INSTEAD = "Say “some people” or “someone”: count things, not people."

COUNTS = (
    Rule(
        "a count of people",
        _INSTEAD,
        insensitive(rf"{_COUNT_OF}{_CARED_FOR}\b"),
        (_COUNT_BEGINS, _CARED_FOR_BEGIN),
        _is_told,
    ),
    Rule(
        "a count of people",
        _INSTEAD,
        insensitive(
            rf"{_COUNT_OF}(?:people|persons?|adults)[ ](?={_LIVE}|(?:\w+ly[ ]|also[ ]"
            rf"|both[ ])?{_DID}\b)"
        ),
        (_COUNT_BEGINS, begins("people person adult")),
        _is_told,
    ),
    Rule(
        "a share of the people",
        _INSTEAD,
        insensitive(
            rf"\b{_SHARE}{_OF}[ ]{_FILLER}?(?:{_CARED_FOR}|{_PEOPLE}|(?:those|them)(?=[ ](?:who|here|living|in)))\b"
        ),
        (
            LETTERED_NUMBER_BEGINS | begins("half third quarter fifth tenth both all every"),
            _CARED_FOR_BEGIN | begins("people person adult folk us older those them"),
        ),
        _is_told,
    ),
    Rule(
        "a count of people",
        _INSTEAD,
        insensitive(
            rf"\bof[ ](?:the|our|all|those)[ ]{NUMBER}[ ](?:\w+[ ])?(?:{_CARED_FOR}|people)\b"
            rf"| \bpeople[ ]here,?[ ]{NUMBER}\b | \b{NUMBER}[ ]of[ ](?:us|you)[ ](?:on|here|live|have|had|are|were"
            rf"|need|needed|use|did|fell|lost|missed|cannot|can[ ]not)\b"
        ),
        (NUMBER_BEGINS, begins("of people")),
        _is_told,
    ),
    Rule(
        "a count of people who died",
        "Say “some people died”, or leave it out.",
        insensitive(
            rf"\b{_COUNT}[ ](?:\w+[ ])?deaths\b | \b(?:one|a|1)[ ](?:\w+[ ])?death[ ](?:in|on|at|since|last|here)\b"
        ),
        (begins("death"),),
    ),
    Rule(
        "a count of families",
        "Say “some families”.",
        insensitive(rf"\b{_COUNT}[ ](?:of[ ](?:the|our)[ ])?(?:\w+[ ])?famil(?:y|ies)\b"),
        (_COUNT_BEGINS, begins("family")),
        lambda text, found: (
            _is_family_told(text, found)
            and re.match(
                r"\W*(?:room|lounge|kitchen|meeting|day|tea|friend|member|visit|car|fun)",
                text[found.end() :],
                re.IGNORECASE,
            )
            is None
        ),
    ),
    Rule(
        "someone who can be told from the others",
        "Say “some people”: where few live together, each knows who is meant.",
        insensitive(
            rf"""\b(?:the|our|your)[ ](?:(?:only|oldest|youngest|eldest|newest|tallest|smallest|last|first|other|sole
                |single|longest[ -]\w+)[ ]){{1,2}}(?:\w+[ ])?
            (?:{_CARED_FOR}(?!'s)|person[ ](?:who|here|living|in|with)|people[ ](?:who[ ]live|living))\b
            | \b(?:the|our)[ ]only[ ](?:[\w-]+[ ]){{1,3}}(?:here|who[ ]lives?|living|in[ ](?:the|our|this)[ ](?:home
            |house)|on[ ](?:this|the)[ ]\w*[ ]?floor)\b
            | \b(?:your|the[ ]other|his|her)[ ]house[ -]?mates?\b"""
        ),
        (
            _CARED_FOR_BEGIN | begins("person people only house"),
            begins("only oldest youngest eldest newest tallest smallest last first other sole single longest house"),
        ),
    ),
)
"""Counts and shares of people who are cared for, and those whom a count of one tells."""
