"""One person by any word for a person, and what happens to one at a time: wider than what is known of homes.

Other modules know how homes tell of the people who live and work in them. Nobody can list what else people are called
there: "the sailor upstairs". So here is a list of words for one person, and what is told with one of them is held where
it has happened, or holds for nobody else.
"""

import re

from action_plans.family.guards.privacy.in_general import FOR_ANYBODY_LOOSELY
from action_plans.family.guards.privacy.name_lists import words_for_people
from action_plans.family.guards.privacy.one_person import (
    A_DAY,
    A_DAY_BEGINS,
    OF_THINGS,
    SAID,
    has_past,
    is_day,
)
from action_plans.family.guards.privacy.rule import Rule, begins, insensitive, sentence_around

_PAST_TOO = insensitive(
    r"""\b(?:has|have)[ ](?:\w+[ ])?(?:been|gone|left|lost|got|had|become|taken|given|told|made|broken|\w{2,}ed)\b
    | \b(?:led|blew|slid|sank|chose|drew|grew|rose|shot|sold|spoke|swung|won|paid|meant|met|held|fed)\b"""
)
"""What has happened, besides what `has_past` knows; some of it may be so each day."""


def has_been(said: str) -> bool:
    """Whether folded words tell what has happened, however loosely."""
    return has_past(said) or _PAST_TOO.is_in(said)


def is_general(said: str) -> bool:
    """Whether folded words tell what holds for anybody, however loosely."""
    return FOR_ANYBODY_LOOSELY.is_in(said)


def _has_happened(text: str, found: re.Match[str]) -> bool:
    said = sentence_around(text, found.start(), found.end())
    return has_been(said) and not is_general(said)


def _has_happened_to(text: str, found: re.Match[str]) -> bool:
    """Whether it is told what happened to somebody, and not what somebody told."""
    return _has_happened(text, found) and not SAID.is_at(text, found.end())


def _is_on_a_day(text: str, found: re.Match[str]) -> bool:
    return is_day(text, found) and _is_no_rule(text, found)


def _is_no_rule(text: str, found: re.Match[str]) -> bool:
    return not is_general(sentence_around(text, found.start(), found.end()))


def _is_no_visitor(text: str, found: re.Match[str]) -> bool:
    """Whether it is told of somebody, and not of what one who visits does for all."""
    return _is_no_rule(text, found) and not _VISITS.is_at(text, found.end())


_THE = (
    r"(?:an?|the|that|this|one|another|our|his|her|their)[ ]"
    r"(?:(?!(?:each|every|any|no|or|maintenance|second|third|named|right|same|first|retired)\b)[\w'-]+[ ]){0,3}?"
)
_WORDS = tuple(sorted(words_for_people()["people"]))
_CALLED = tuple(sorted(words_for_people()["called"]))
_PUBLIC = tuple(sorted(words_for_people()["public"]))
_VISITS = insensitive(
    r"""[ ](?:(?!(?:was|were|not|never|didn't)\b)[\w'-]+[ ]){0,4}?(?:visit(?:s|ed|ing)?|comes?|came|play(?:s|ed)?|sings?
    |sang|open(?:s|ed)|reads?|perform(?:s|ed)?|gave|gives|teach(?:es)?|taught|leads?|led|br(?:ings?|ought)|show(?:s|ed)?
    |judge[sd]|dr[ae]w|made|wrote|sent|cut[ ]the[ ]ribbon
    |took[ ](?:photo|pictures)|entertain(?:s|ed)|help(?:s|ed)|talk(?:s|ed)[ ]to[ ](?:us|every))\w*\b"""
)
"""What those who visit do for all, behind the word for one of them."""
_FOR_ANYBODY = tuple(sorted(words_for_people()["anybody"]))
ONCE = (
    r"(?:death|choking|fall|overdose|suicide|stroke|seizure|assault|theft|fight|scald|fracture|arrest"
    r"|sacking|dismissal|injury|resignation|pregnancy|divorce|inquest|funeral|wound|sore|ulcer|bruise|accident"
    r"|allegation|affair|poisoning|heart[ ]attack|amputation)"
)
"""What happens to one person at a time, for expressions that are laid out."""
_ONCE_BEGINS = begins(
    "death choking fall overdose suicide stroke seizure assault theft fight scald fracture",
    "arrest sacking dismissal injury resignation pregnancy divorce inquest funeral wound sore ulcer bruise",
    "accident allegation affair poisoning heart amputation",
)
_INSTEAD = "Say “some people” or “someone”, and no more of who it is."
PERSON_WORDS = (
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            rf"\b(?:{_THE}(?:\w+-)?(?:{'|'.join(_WORDS)})|(?<!your[ ])(?<!'s[ ])(?:{'|'.join(_CALLED)}))(?:'s)?\b"
            rf"(?!-|[ ](?:{OF_THINGS}|(?:or|and)[ ](?:{'|'.join(_WORDS)}))\b)"
        ),
        (begins(*_CALLED, *(word.rpartition("-")[2] for word in _WORDS)),),
        _is_no_rule,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(rf"\b{_THE}(?:\w+-)?(?:{'|'.join(_PUBLIC)})(?:'s)?\b(?!-|[ ](?:and|or|{OF_THINGS})\b)"),
        (begins(*_PUBLIC),),
        _is_no_visitor,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            rf"\b(?!(?:his|her|their)\b){_THE}(?:{'|'.join(_FOR_ANYBODY)})(?:'s)?\b"
            rf"(?!-|[ ](?:in[ ]charge|on[ ](?:duty|shift)|{OF_THINGS})\b)"
        ),
        (begins(*_FOR_ANYBODY),),
        _has_happened_to,
    ),
    Rule(
        "someone in particular",
        _INSTEAD,
        insensitive(
            r"""\b(?:the[ ](?:eldest|youngest|oldest|newest|tallest|only|other[ ]two|third|fourth|fifth|sixth|seventh
            |eighth|ninth|tenth)[ ](?:was|had|has|is|did|said|refused|\w+ly)|(?:only|sole|lone)[ ]\w+[ ](?:who|whose)
            |(?:only|sole|lone)[ ](?:[\w-]+[ ])?(?:one|person|individual|relative|visitor|adult)[ ](?:who|whose|on|with
            |we|here|from|in)|those[ ]two|the[ ](?:two|three)[ ]of[ ]them|our[ ]one[ ](?:[\w-]+[ ])?person
            |the[ ]pair)\b"""
        ),
        (
            begins(
                "eldest youngest oldest newest tallest only other third fourth fifth sixth seventh eighth ninth tenth",
                "sole lone those two three one pair",
            ),
        ),
        _has_happened,
    ),
    Rule(
        "something that happened to one person",
        "Leave it out: it is for the people it happened to.",
        insensitive(
            rf"\b(?:the|that|this|one|our|her|his|their)[ ](?:[a-z-]+[ ]){{0,2}}?{ONCE}\b(?!-|[ ]{OF_THINGS}\b)"
        ),
        (_ONCE_BEGINS,),
        _has_happened,
    ),
    Rule(
        "something that happened to one person on a day",
        "Say what you found in general, without the day: whoever was there knows who it was.",
        insensitive(
            rf"\b(?:the|that|this|one|our|her|his|their|an?)[ ](?:[a-z-]+[ ]){{0,2}}?{ONCE}[ ]"
            rf"(?:(?:here|upstairs)[ ])?(?:on[ ]|in[ ]|at[ ]|over[ ]|during[ ])?(?:(?:the|a)[ ])?{A_DAY}\b"
        ),
        (_ONCE_BEGINS, A_DAY_BEGINS),
        _is_on_a_day,
    ),
)
"""One person by any word for a person, and what happens to one at a time."""
