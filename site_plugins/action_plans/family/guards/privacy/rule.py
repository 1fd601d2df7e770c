"""One kind of private matter, and one place in a text that looks like it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache


@dataclass(frozen=True)
class Expression:
    """A regular expression as it is written; compiled when a text is first held against it: most builds need few.

    Attributes:
        source: the expression.
        flags: those of `re`.
        is_small: whether it is held against the text in small letters, in which the texts that it finds are too. Each
            place is where it was. It takes half the time of `re.IGNORECASE`, and cannot ask for a capital.
    """

    source: str
    flags: re.RegexFlag = re.RegexFlag.NOFLAG
    is_small: bool = False

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """What looks, at a text as `looked_at` makes it."""
        return re.compile(self.source, self.flags)

    def looked_at(self, text: str) -> str:
        """Return the text that a folded one is looked at as."""
        return _small(text) if self.is_small else text

    def all_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield every place of a folded text that it finds."""
        return self.compiled.finditer(self.looked_at(text))

    def is_in(self, text: str) -> bool:
        """Whether it finds something in a folded text."""
        return self.compiled.search(self.looked_at(text)) is not None

    def without(self, text: str) -> str:
        """Return a folded text without what it finds there."""
        pieces, at = [], 0
        for found in self.all_in(text):
            pieces.append(text[at : found.start()])
            at = found.end()
        return "".join([*pieces, text[at:]])

    def is_at(self, text: str, start: int) -> bool:
        """Whether it finds something that begins at a place of a folded text."""
        return self.compiled.match(self.looked_at(text), start) is not None


@lru_cache(maxsize=8)  # many expressions look at one text, one after the other
def _small(text: str) -> str:
    return text.lower()


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of private matter.

    Attributes:
        looks_like: what a match is called in a message, with its article.
        instead: what to write in its place, a sentence.
        expression: finds candidates in a folded text.
        needs: what no candidate is without, so that a text without it is not searched: each of several lists of
            beginnings of words has one that stands in it, see `begun_in`. The tests prove it of every expression.
        confirm: whether a candidate is one, told from the whole text and the match; every candidate is, if not given.
        is_certain: whether no answer in a plan can free it: a number with a valid check digit reads for no meaning.
    """

    looks_like: str
    instead: str
    expression: Expression
    needs: tuple[frozenset[str], ...]
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
    begun = begun_in(text)
    for rule in rules:
        for beginnings in rule.needs:
            if begun.isdisjoint(beginnings):
                break
        else:
            yield from _found(rule, text)


def _found(rule: Rule, text: str) -> Iterator[Private]:
    hit = "hit" if "hit" in rule.expression.compiled.groupindex else 0
    for match in rule.expression.all_in(text):
        if rule.confirm is None or rule.confirm(text, match):
            start, end = match.span(hit)
            yield Private(rule.looks_like, rule.instead, start, end, text[start:end].strip(), rule.is_certain)


@lru_cache(maxsize=4)  # several lists of rules look at one text, one after the other
def begun_in(text: str) -> frozenset[str]:
    """Return how the words of a folded text begin: their first four letters, small, or all of a shorter one.

    With `DIGIT` where there is a digit, and `@` and `DOT` where there are such signs.
    """
    begun = {word[:_BEGINNING] for word in _WORD.findall(text.casefold())}
    if _DIGIT.search(text):
        begun.add(DIGIT)
    if "@" in text:
        begun.add("@")
    if _DOT.search(text):
        begun.add(DOT)
    return frozenset(begun)


def begins(*words: str) -> frozenset[str]:
    """Return the beginnings of words that are written one after the other, for `Rule.needs`."""
    return frozenset(word[:_BEGINNING] for several in words for word in several.replace("|", " ").split())


DIGIT = "#"
"""Among beginnings: a digit, wherever it stands in a word."""
DOT = "."
"""Among beginnings: a full stop with a letter or digit after it, as in an address."""
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
"""Beginnings of a word of one letter."""
_BEGINNING = 4
_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_DOT = re.compile(r"\.\w")


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence of a folded text that holds a place, without the mark at its end."""
    return said_before(text, start) + text[start:end] + said_after(text, end)


def said_before(text: str, start: int, *, sentences: int = 1) -> str:
    """Return what stands before a place of a folded text, in its sentence and in so many less one before it."""
    return ". ".join(_END.split(text[:start])[-sentences:])


def said_after(text: str, end: int) -> str:
    """Return what stands after a place of a folded text, in its sentence."""
    return _END.split(text[end:])[0]


def begins_sentence(text: str, start: int) -> bool:
    """Whether a place of a folded text is where a sentence begins, or what somebody says: capitals tell nothing."""
    before = text[:start].rstrip(" \"'(\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}-*")
    return not before or before[-1] in ".!?:;"


_END = re.compile(r"[.!?;] ")


def insensitive(source: str) -> Expression:
    """Return an expression, in any letters; blanks in it, used to lay it out, count for nothing.

    One that asks for a capital or a small letter somewhere, `(?-i:…)`, is held against the text as it is.
    """
    asks = "(?-i:" in source
    return Expression(source, re.VERBOSE | (re.IGNORECASE if asks else re.NOFLAG), is_small=not asks)


UNITS = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NUMBER = rf"(?:\d{{1,3}}|(?:{TENS})(?:[ -](?:{UNITS}))?|{TEENS}|{UNITS}|(?:a|one)[ ]hundred(?:[ ]and[ ](?:{UNITS}))?)"
"""A number up to a few hundred, in figures or words, for expressions that are laid out."""
NUMBER_BEGINS = begins(DIGIT, UNITS, TEENS, TENS, "hundred")
"""How a number begins that stands as a word of its own."""
LETTERED_NUMBER_BEGINS = NUMBER_BEGINS | begins(
    *(f"{short}{letter}" for short in ("one", "two", "six", "ten") for letter in LETTERS)
)
"""How it begins where a letter may follow at once, such as in `10a`, or `tenper cent`."""
MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
