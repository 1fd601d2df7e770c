"""Sentences to read twice before they are approved: each speaks of one person, or of what happened once.

No guard holds them back, since most are harmless: "the chaplain visits on Wednesdays". They are where what tells on
somebody hides that no guard knows, so whoever approves is asked of each whether others could tell who is meant.
"""

import re
from collections.abc import Iterator

from action_plans.family.guards.privacy.name_lists import words_for_people
from action_plans.family.guards.privacy.person_words import ONCE, has_been, is_general
from action_plans.family.guards.privacy.rule import insensitive
from action_plans.family.words.folding import fold
from action_plans.family.words.sentence_splitting import sentences

_ONE = insensitive(
    r"""\b(?:he|she|him|her|his|hers|himself|herself|(?<!no[ ])(?<!every[ ])(?<!each[ ])
    one(?:[ ]of[ ](?:them|us|our|the|those)|[ ](?:who|whose|has|had|was|went|is))|(?:the|that|this|our|another|certain
    |only|lone|single|other|last|first)[ ]one|the[ ](?:eldest|youngest|oldest|newest|only|other[ ]two|first|second|third
    |fourth|fifth|sixth|seventh|eighth|ninth|tenth)[ ](?:was|had|has|is|did|said|\w+ly|\w{2,}ed)
    |(?:only|sole|lone|single)[ ]\w+[ ](?:who|whose|on|with)|\w+(?:woman|lady|ologist|ician|therapist)|those[ ]two
    |both[ ]of|the[ ](?:two|three)[ ]of|a[ ]couple|the[ ]couple|the[ ]pair|twins
    |(?:end|corner|last|attic)[ ](?:room|flat|bed))\b"""
)
"""One person, or so few that each is known, without a noun that says who."""
_ONCE = insensitive(
    rf"""\b(?:an?|the|that|this|one|our|her|his|their|of|from|by|after)[ ](?:[a-z-]+[ ]){{0,2}}?(?:{ONCE}|burn|incident
    |police|court|ambulance|a&e|intensive[ ]care|operation)\b
    | \b(?:went[ ]missing|set[ ]fire|blew[ ]the[ ]whistle|under[ ]investigation|in[ ]hospital|self-harm\w*|scalded
    |choked|tripped|slipped|collapsed|fainted|bled|swallowed|wandered|escaped|slapped|punched|kicked|bitten|stole|stolen
    |died|drowned|attacked|assaulted|threatened|overslept|burnt|burned|fractured|sacked|dismissed|suspended|arrested
    |charged[ ]with|pregnant|drunk|drinking|gambling|divorced?|cancer|chemotherapy|broken[ ](?:hip|leg|arm|wrist|nose)
    |wrong[ ](?:tablets?|pills?|medicines?|dose|insulin|drug|body|name|door|house)|black[ ]eye|nosebleed)\b"""
)
"""What happens to one person at a time."""
_FEW = insensitive(
    r"""(?<!no[ ])(?<!every[ ])(?<!-)\b(?:one|two|three|four|five|six|seven|eight|nine|[1-9]|half-dozen|both)[ ]
    (?:(?:of|more|other|old|elderly|new|young)[ ])*(?:people|residents|tenants|patients|men|women|ladies|gentlemen
    |clients|relatives|families|visitors|children|youngsters|carers|nurses|had|were|was|have|refused|left|died|fell|went
    |got|said)\b
    | \b(?:fewer[ ]than|under|less[ ]than|only|just)[ ](?:two|three|four|five|six|[2-6])\b
    (?![ ](?:minutes|hours|days|weeks|months|years|miles|per)\b)
    | \b(?:room|flat|bed|bay|bungalow|house)s?[ ](?:\d|one|two|three|four|five|six|seven|eight|nine|ten)
    | \b(?:aged|in[ ](?:his|her|their)[ ]\w+ties|\w+-year-old|years[ ]old)\b | \b(?!20\d\d\b)\d{3,}\b"""
)
"""So few that each may be known, or a number that leads to one."""
_FROM_OUTSIDE = re.compile(r"\b(?:inspectors?|cqc)\b", re.IGNORECASE)
_NICKNAME = re.compile('["\N{LEFT DOUBLE QUOTATION MARK}][A-Z][a-z]+["\N{RIGHT DOUBLE QUOTATION MARK}]')
_WORD = re.compile(r"[a-z][a-z'-]*")


def to_read_twice(text: str) -> Iterator[str]:
    """Yield the sentences of an English text that speak of one person, or of what happened once, as written."""
    for sentence in sentences(text):
        if speaks_of_one(fold(sentence.text)):
            yield sentence.text


def speaks_of_one(said: str) -> bool:
    """Whether a folded sentence speaks of one person, of so few that each may be known, or of what happened once.

    What holds for anybody, and what a post does each day, speaks of nobody. The inspector is nobody here.
    """
    is_past, holds_for_all = has_been(said), is_general(said)
    said = _FROM_OUTSIDE.sub("", said)
    kinds = frozenset(_kinds_in(said))
    if _ONE.is_in(said) or not kinds.isdisjoint(("people", "public")):
        return is_past or not holds_for_all
    if not is_past:
        return False
    if "staff" in kinds or ("anybody" in kinds and not holds_for_all):
        return True
    return _ONCE.is_in(said) or _FEW.is_in(said) or _NICKNAME.search(said) is not None


def _kinds_in(said: str) -> Iterator[str]:
    """Yield of what kind the words for one person are that stand in a folded sentence."""
    parts = {part for word in _WORD.findall(said.lower()) for part in _parts_of(word.removesuffix("'s"))}
    return (kind for kind, words in words_for_people().items() if not words.isdisjoint(parts))


def _parts_of(word: str) -> tuple[str, str]:
    """Return a word whole, and what stands behind its last hyphen: `great-niece`."""
    return word, word.rpartition("-")[2]
