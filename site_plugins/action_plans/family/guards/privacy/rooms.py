"""Rooms, beds and flats by their number, and those who are told by where they live."""

import re

from action_plans.family.guards.privacy.rule import (
    DIGIT,
    LETTERED_NUMBER_BEGINS,
    LETTERS,
    NUMBER,
    TEENS,
    TENS,
    UNITS,
    Expression,
    Rule,
    begins,
    insensitive,
    said_after,
    said_before,
)

_PLACE = (
    r"(?:bed[ -]?rooms?|side[ ]rooms?|rooms?|beds?|flats?|apartments?|bays?|suites?|bungalows?|studios?|rm|bdrm"
    r"|cubicles?)"
)
_RUN_ON = f"{UNITS}|{TEENS}|{TENS}|a|number|no|nr".split("|")
_PLACES_BEGIN = begins(
    "bed beds bedroom side room flat apartment bay bays suite bungalow studio bdrm cubicle rm",
    *(f"{short}{after}" for short in ("bed", "bay", "rm") for after in _RUN_ON),
    DIGIT,
)

_ONE = (
    r"(?:lady|gentleman|gent|man|woman|girl|boy|chap|widow|widower|resident|tenant|patient|person|neighbou?r"
    r"|couple|twins"
    r"|sisters|brothers|ladies|men|women|residents|tenants|patients|mum|mother|dad|father|he|she|someone|those|people)"
)
_ONE_BEGINS = begins(
    "lady gentleman gent man woman girl boy chap widow widower resident tenant patient person neighbour neighbor",
    "couple twins sisters brothers ladies men women mum mother dad father he she someone those people",
)
_NO_ROOM = (
    r"(?![ -](?:hours?|minutes?|days?|nights?|weeks?|months?|years?|times?|more|of|or|people|persons?|nurses?"
    r"|carers?|staff"
    r"|doors?|at[ ]a[ ]time|by[ ]one|each|beds?|rooms?|metres?|feet|chairs?|tables?|visitors?|guests?|inches|per"
    r"|%|pm|am)\b)"
)
_BY_PLACE = "end|corner|last|attic|single|double|first|second|third"
_ROOM = "(?:room|bed|flat|apartment|bungalow|studio)"
_BY_LOOKS = "blue|red|green|yellow|pink|purple|front|back|big|small"
_INSTEAD = "Say “a room on the first floor” instead."

_SOMEBODYS = re.compile(
    r"\b(?:lady|gentleman|gent|man|woman|girl|boy|chap|widow|widower|resident|tenant|patient|couple|twins|she|he|her"
    r"|his|him|fell|fallen|waited|lay|slept|sleeps?|lives?|lived|woke|died|cried|choked|ill|unwell|hurt"
    r"|beds?|bedside|mattress|bells?|buzzer|commode|wardrobe)\b",
    re.IGNORECASE,
)
"""Who is told of in a sentence, what happened to somebody, or what stands beside a bed."""

ROOMS = (
    Rule(
        "a room or bed number",
        _INSTEAD,
        insensitive(
            rf"\b{_PLACE}\.?[ ]?(?:(?:number|no\b\.?|nr\b\.?|\#)[ ]?)?[-:]?[ ]?(?:{NUMBER}(?:[ ]?[a-z]\b)?(?![\w-]))"
            rf"{_NO_ROOM}"
        ),
        (_PLACES_BEGIN,),
        lambda text, found: (
            re.search(r"\b(?:no|of|more|spare|new)\s$", said_before(text, found.start()), re.IGNORECASE) is None
            or any(letter.isdigit() for letter in found[0])
        ),
    ),
    Rule(
        "a room or bed by its letter",
        _INSTEAD,
        Expression(r"\b(?:[Rr]oom|[Bb]ed|[Ff]lat|[Bb]ay|[Uu]nit|[Aa]partment|[Bb]edroom) [A-HJ-Z]\b(?!['.-]\w)"),
        (begins("room bed flat bay unit apartment bedroom"), LETTERS),
    ),
    Rule(
        "a room or flat number",
        _INSTEAD,
        insensitive(
            rf"\b(?:in|at|from|outside|near|to|of|opposite)[ ](?:house[ ]|door[ ])?(?:numbers?|no\b\.?|nr"
            rf"|door)[ ]{NUMBER}[a-z]?\b{_NO_ROOM}"
        ),
        (begins("number no nr door"), LETTERED_NUMBER_BEGINS),
    ),
    Rule(
        "a room number",
        _INSTEAD,
        insensitive(
            rf"\b{_ONE}[ ](?:(?:is|was|lives?|lived|who[ ](?:is|was|lives?|lived))[ ])?(?:in|at|from|opposite)[ ]"
            rf"{NUMBER}[a-z]?\b(?![ -]?\d){_NO_ROOM}(?![ ]\w+s\b)"
        ),
        (_ONE_BEGINS, LETTERED_NUMBER_BEGINS),
    ),
    Rule(
        "someone, by where they live",
        "Say “some people”: a neighbour knows who lives there.",
        insensitive(
            rf"""\b(?:a|an|the|our|this|that|another|one)[ ](?:\w+[ ])?{_ONE}[ ](?:(?:who|that)[ ](?:\w+[ ]){{1,3}}
                |whose[ ]\w+[ ](?:is[ ])?)?
            (?:in|from|of|next[ ]to|opposite|by|near|above|below|across|beside|on|with|down|over)[ ](?:the|our|that)[ ]
            (?:\w+[ ]){{0,3}}?(?:room|bedroom|bed|flat|lift|stairs|floor|corridor|landing|wing|cottage|annexe?
            |bungalow|unit|corner
            |end|window|lounge|garden|door|frame|wheelchair|stick|kitchen|office|toilet|bathroom|hall|laundry|conservatory)\b"""
        ),
        (
            _ONE_BEGINS,
            begins(
                "room bedroom bed flat lift stairs floor corridor landing wing cottage annex bungalow unit",
                "corner end window lounge garden door frame wheelchair stick",
                "kitchen office toilet bathroom hall laundry conservatory",
            ),
        ),
        lambda text, found: not _is_staff_or_many(text, found),
    ),
    Rule(
        "someone, by where they live",
        "Say “some people”: a neighbour knows who lives there.",
        insensitive(
            rf"\bthe[ ](?:\w+[ ])?(?:{_BY_PLACE}|{_BY_LOOKS})[ ](?:\w+[ ])?bedroom\b"
            rf"| \b(?:in|into|from|of|outside|near|by|beside|opposite)[ ]the[ ](?:\w+[ ])?(?:{_BY_PLACE})[ ]{_ROOM}\b"
            r"| \b(?:first|second|third|fourth|last|next)[ ](?:\w+[ ])?(?:on|to)[ ]the[ ](?:left|right)\b"
        ),
        (begins("room bedroom bed flat apartment bungalow studio left right"),),
    ),
    Rule(
        "someone, by where they live",
        "Say “some people”: a neighbour knows who lives there.",
        insensitive(
            rf"\b(?:(?:in|into|from|of|outside|near)[ ])?the[ ](?:(?:{_BY_LOOKS})[ ]room|(?:{_BY_PLACE})[ ]{_ROOM})\b"
        ),
        (begins("room bedroom bed flat apartment bungalow studio"),),
        lambda text, found: _SOMEBODYS.search(_around(text, found)) is not None,
    ),
)
"""What tells where someone lives. All may meet in the blue room, so it is a person's only where one is told of."""


def _around(text: str, found: re.Match[str]) -> str:
    """Return the sentence that holds a place, without the place."""
    return f"{said_before(text, found.start())} {said_after(text, found.end())}"


_PLURAL = re.compile(r"\b(?:those|people|residents|tenants|patients|ladies|men|women)\b", re.IGNORECASE)


def _is_staff_or_many(text: str, found: re.Match[str]) -> bool:
    """Whether it is no one in particular: many people, or the person at a desk."""
    del text
    return (
        _PLURAL.search(found[0]) is not None
        or re.search(r"\bperson\b.*\b(?:door|lounge|garden|unit)$", found[0]) is not None
    )
