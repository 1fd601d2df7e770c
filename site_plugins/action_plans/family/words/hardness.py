"""What is hard about a sentence, and what is only worth another look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from action_plans.family.words.sentence_splitting import Sentence


@dataclass(frozen=True, slots=True)
class Hardness:
    """Something hard to read: in which sentence, the words meant, what to write instead, and whether it holds back.

    `line` is the line of the text in which the sentence begins, counted from 0.
    """

    sentence: str
    line: int
    what: str
    instead: str
    word: str = ""
    holds_back: bool = False


def worth_another_look(sentence: Sentence, checked: str) -> Iterator[Hardness]:
    """Yield what NHS and GOV.UK writing rules ask besides; `checked` is the text without the names that may stand."""
    text, line = sentence.text, sentence.line
    for pattern, what, hint in _STYLE:
        if written := pattern.search(checked):
            yield Hardness(text, line, f"“{written.group()}” {what}", hint, written.group())
    passive = next((found for found in _PASSIVE.finditer(text) if found[1].casefold() not in _NO_PASSIVE), None)
    if passive:
        hint = "Say who does it: start with “we” or “you”."
        yield Hardness(text, line, f"“{passive.group()}” does not say who.", hint, passive.group())


_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being)\s+(?:not\s+|always\s+|often\s+|also\s+)?"
    r"(\w{2,}ed|\w{2,}en|made|found|kept|put|told|held|sent|left|shown|said|read|set|brought|built|bought|lost)\b",
    re.IGNORECASE,
)
_NO_PASSIVE = frozenset(
    {"bed", "been", "children", "eleven", "even", "excited", "hundred", "indeed", "interested", "men", "need"}
    | {"often", "open", "pleased", "red", "seven", "then", "tired", "when", "women", "worried"}
)
_STYLE = (
    (re.compile(r"\b\d+(?:\.\d+)?(?: ?%| per ?cent\b)"), "is hard to picture.", "Say “1 in 7”, or “9 out of 10”."),
    (re.compile(r"\b\d+(?:[ap]m)? ?- ?\d+(?:[ap]m)?\b"), "has a dash.", "Write “to”: “9am to 5pm”."),
    (re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"), "is short.", "Write the month in full."),
)
