"""One kind of private matter, and one place in a text that looks like it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of private matter.

    Attributes:
        looks_like: what a match is called in a message, with its article.
        instead: what to write in its place, a sentence.
        expression: finds candidates in a folded text.
        confirm: whether a candidate is one, told from the whole text and the match; every candidate is, if not given.
        is_certain: whether no answer in a plan can free it: a number with a valid check digit reads for no meaning.
    """

    looks_like: str
    instead: str
    expression: re.Pattern[str]
    confirm: Callable[[str, re.Match[str]], bool] | None = None
    is_certain: bool = False


@dataclass(frozen=True, slots=True)
class Private:
    """A place that looks private: what it is, what to do, where it stands in the folded text, and the words there."""

    what: str
    instead: str
    start: int
    end: int
    words: str
    is_certain: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it is a name or an initial."""
        return "name" in self.what or "initial" in self.what

    @property
    def needs_small_letters(self) -> bool:
        """Whether it means nothing where one text ends and the next begins with a capital: a count, a surname."""
        return "count" in self.what or "share" in self.what or self.what == A_NAME


A_NAME = "a person's name"
"""What a name is called in a message."""


def found_by(rules: Iterable[Rule], text: str) -> Iterator[Private]:
    """Yield every place of a folded text that a rule takes for private, rule by rule. Cost: one pass for each."""
    for rule in rules:
        for match in rule.expression.finditer(text):
            if rule.confirm is None or rule.confirm(text, match):
                start, end = match.span("hit" if "hit" in rule.expression.groupindex else 0)
                yield Private(rule.looks_like, rule.instead, start, end, text[start:end].strip(), rule.is_certain)


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence of a folded text that holds a place."""
    first = max(text.rfind(mark, 0, start) for mark in _ENDS)
    last = min((found for mark in _ENDS if (found := text.find(mark, end)) >= 0), default=len(text))
    return text[max(first, 0) : last + 1]


def begins_sentence(text: str, start: int) -> bool:
    """Whether a place of a folded text is where a sentence begins, or what somebody says: capitals tell nothing."""
    before = text[:start].rstrip(" \"'(\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}-*")
    return not before or before[-1] in ".!?:;"


_ENDS = (". ", "! ", "? ", "; ")


def insensitive(expression: str) -> re.Pattern[str]:
    """Return an expression, in any letters; blanks in it, used to lay it out, count for nothing."""
    return re.compile(expression, re.IGNORECASE | re.VERBOSE)


UNITS = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NUMBER = rf"(?:\d{{1,3}}|(?:{TENS})(?:[ -](?:{UNITS}))?|{TEENS}|{UNITS}|(?:a|one)[ ]hundred(?:[ ]and[ ](?:{UNITS}))?)"
"""A number up to a few hundred, in figures or words, for expressions that are laid out."""
MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
