"""Plain words: what makes a text hard to read, sentence by sentence, with what to write instead.

Limits are those of NHS and GOV.UK writing rules; readability is an aid to the writer, never a certificate.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from action_plans.family.sentence_splitting import Sentence, readability, sentences, syllables, words

LONGEST_SENTENCE = 25
"""Words; a longer sentence holds a text back."""
LONG_SENTENCE = 20
"""Words; a longer sentence is worth splitting."""
LONGEST_MEAN = 15
"""Words a sentence on average, over a page."""
HARD_PAGE = 7.0
"""Readability Index over a page that holds it back."""
HARDER_PAGE = 5.0
"""Readability Index over a page that is worth another look."""
WORDS_TO_SCORE = 60
"""A page with fewer words is never scored: formulas say nothing reliable of it."""
SENTENCES_TO_SCORE = 3
"""Nor is one with fewer sentences."""

KNOWN_CAPITALS = frozenset({"CQC", "NHS", "GP", "UK"})
"""Short forms that need no explanation here."""


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


@dataclass(frozen=True, slots=True)
class Score:
    """How a page reads as a whole. `mean` and `grade` are None where there is too little to say."""

    words: int
    sentences: int
    mean: float | None = None
    grade: float | None = None


def hardness(text: str, explained: Iterable[str] = ()) -> tuple[Hardness, ...]:
    """Return all that is hard to read in a text. `explained` are words whose meaning the page gives."""
    known = frozenset(form for word in explained for form in _forms(word))
    return tuple(found for sentence in sentences(text) for found in _in_sentence(sentence, known))


def score(texts: Iterable[str], names: Iterable[str] = ()) -> Score:
    """Return how the author's words of a page read together. `names` are left out of the sum (WCAG 2.2, 3.1.5)."""
    pattern = _any_of(names)
    body = [
        pattern.sub("it", sentence.text) if pattern else sentence.text for text in texts for sentence in sentences(text)
    ]
    total = sum(len(words(sentence)) for sentence in body)
    if total < WORDS_TO_SCORE or len(body) < SENTENCES_TO_SCORE:
        return Score(total, len(body))
    return Score(total, len(body), round(total / len(body), 1), round(readability(body), 1) + 0.0)  # never -0.0


def page_hardness(page: Score) -> tuple[Hardness, ...]:
    """Return what is hard about a page as a whole."""
    found = []
    if page.mean is not None and page.mean > LONGEST_MEAN:
        what = f"The sentences have {page.mean:g} words on average."
        found.append(Hardness("", 0, what, f"Keep to {LONGEST_MEAN} on average: split the longest.", holds_back=True))
    if page.grade is not None and page.grade > HARDER_PAGE:
        what = f"The words together are hard to read (index {page.grade:g})."
        hint = f"Keep to {HARDER_PAGE:g}: use shorter words and shorter sentences."
        found.append(Hardness("", 0, what, hint, holds_back=page.grade > HARD_PAGE))
    return tuple(found)


@cache
def replacements() -> dict[str, str]:
    """Return each hard word or phrase, folded, with the plain words for it."""
    return dict(_plain_by_form())


_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being)\s+(?:not\s+|always\s+|often\s+|also\s+)?"
    r"(\w{2,}ed|\w{2,}en|made|found|kept|put|told|held|sent|left|shown|said|read|set|brought|built|bought|lost)\b",
    re.IGNORECASE,
)
_NO_PASSIVE = frozenset(
    {"bed", "been", "children", "eleven", "even", "excited", "hundred", "indeed", "interested", "men", "need"}
    | {"often", "open", "pleased", "red", "seven", "then", "tired", "when", "women", "worried"}
)
_CAPITALS = re.compile(r"\b[A-Z]{2,}(?=s?\b)")
_LONG = 3
_LONGER = 4


def _in_sentence(sentence: Sentence, explained: frozenset[str]) -> Iterator[Hardness]:
    text, line, count = sentence.text, sentence.line, len(sentence.words)
    if count > LONG_SENTENCE:
        hint = f"Keep to {LONG_SENTENCE}: make two sentences of it."
        yield Hardness(text, line, f"The sentence has {count} words.", hint, holds_back=count > LONGEST_SENTENCE)
    checked = _allowed_pattern().sub(" ", text)
    official = dict(_official(checked, explained))
    for word, plain in official.items():
        yield Hardness(text, line, f"“{word}” is an official word.", f"Write “{plain}”.", word, holds_back=True)
    for short in dict.fromkeys(_CAPITALS.findall(checked)):
        if short not in KNOWN_CAPITALS and short.casefold() not in explained:
            hint = "Say it in full, or explain it in the words of the service."
            yield Hardness(text, line, f"“{short}” is short for something.", hint, short, holds_back=True)
    passive = next((found for found in _PASSIVE.finditer(text) if found[1].casefold() not in _NO_PASSIVE), None)
    if passive:
        hint = "Say who does it: start with “we” or “you”."
        yield Hardness(text, line, f"“{passive.group()}” does not say who.", hint, passive.group())
    yield from _long_words(sentence, explained, " ".join(official).casefold())


def _long_words(sentence: Sentence, explained: frozenset[str], official: str) -> Iterator[Hardness]:
    long = {
        word: None
        for word in sentence.words
        if syllables(word) >= _LONG
        and not any(character.isdigit() for character in word)
        and word.casefold() not in explained | _easy_long_words()
        and word.casefold() not in official
    }
    if len(long) > 1 or any(syllables(word) >= _LONGER for word in long):
        listed = ", ".join(f"“{word}”" for word in long)
        hint = "Try shorter words, or explain them in the words of the service."
        yield Hardness(sentence.text, sentence.line, f"Long words: {listed}.", hint, next(iter(long)))


def _official(text: str, explained: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield official words as written, each with the plain word; the longest of those that overlap."""
    table = replacements()
    for found in _official_pattern().finditer(" ".join(text.split())):
        form = found.group().casefold().replace("’", "'")  # noqa: RUF001 -- people type both apostrophes
        if form not in explained:
            yield found.group(), table[form]


@cache
def _official_pattern() -> re.Pattern[str]:
    forms = sorted(replacements(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])", re.IGNORECASE)


def _plain_by_form() -> Iterator[tuple[str, str]]:
    for forms, plain in _data()["official"].items():
        for form in forms.split("|"):
            yield form.casefold(), plain


@cache
def _easy_long_words() -> frozenset[str]:
    return frozenset(" ".join(_data()["easy_long"]).split())


@cache
def _allowed_pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _data()["allowed"])), re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    file = resources.files("action_plans.family") / "data" / "plain_words.en.json"
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def _forms(word: str) -> Iterator[str]:
    """Yield a word and its plural or singular, folded."""
    folded = word.casefold()
    yield folded
    yield f"{folded}s"
    if folded.endswith("s"):
        yield folded[:-1]


def _any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    known = sorted({name for name in names if name.strip()}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)") if known else None
