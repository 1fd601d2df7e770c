"""How old somebody is; an age from which a rule holds, or that of a thing, tells on nobody."""

import re

from action_plans.family.guards.privacy.rule import (
    DIGIT,
    TEENS,
    TENS,
    UNITS,
    Rule,
    begins,
    insensitive,
    sentence_around,
)

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
