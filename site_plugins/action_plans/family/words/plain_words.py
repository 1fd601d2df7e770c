"""Plain words: what makes a text hard to read, sentence by sentence, with what to write instead.

Limits are those of NHS and GOV.UK writing rules; readability is an aid to the writer, never a certificate.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from action_plans.family.words.folding import fold
from action_plans.family.words.hardness import Hardness, worth_another_look
from action_plans.family.words.phrases import Phrases, phrases
from action_plans.family.words.sentence_splitting import Sentence, readability, sentences, syllables, words
from action_plans.family.words.words_file import read_words_file

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

OWN_LIST = "plain-words.json"
"""A project's own list, in its folder of the family theme."""

KNOWN_CAPITALS = frozenset({"CQC", "NHS", "GP", "UK"})
"""Short forms that need no explanation here; the list has those that everybody knows."""


@dataclass(frozen=True, slots=True)
class Score:
    """How a page reads as a whole. `mean` and `grade` are None where there is too little to say."""

    words: int
    sentences: int
    mean: float | None = None
    grade: float | None = None


class PlainWords:
    """Knows official words with plain ones for each, names that may stand, and long words that everyone knows.

    The package's list is merged with the project's own, entry by entry; an entry of the project without plain words
    lets its word pass.
    """

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        """Take the folders of the family theme, the project's own first; nothing is read before it is needed."""
        self._folders = tuple(folders)

    @cached_property
    def replacements(self) -> dict[str, str]:
        """Each official word or phrase, folded, with the plain words for it."""
        found: dict[str, str] = {}
        for each in self._lists:
            for forms, instead in each.get("official", {}).items():
                found.update(dict.fromkeys(forms.casefold().split("|"), str(instead)))
        return {form: instead for form, instead in found.items() if instead}

    @cached_property
    def _lists(self) -> tuple[dict[str, Any], ...]:
        own = (folder / OWN_LIST for folder in reversed(self._folders))
        return (_shipped(), *(read_words_file(file) for file in own if file.is_file()))

    @cached_property
    def _easy_long(self) -> frozenset[str]:
        return frozenset(
            " ".join(line for each in self._lists for line in each.get("easy_long", ())).casefold().split()
        )

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Short forms that everybody knows: things in a house, illnesses, charities, public bodies, media."""
        return KNOWN_CAPITALS | frozenset(
            " ".join(line for each in self._lists for line in each.get("capitals", ())).split()
        )

    @cached_property
    def _allowed(self) -> Phrases:
        return Phrases(name for each in self._lists for name in each.get("allowed", ()))

    @cached_property
    def _official(self) -> Phrases:
        return Phrases(self.replacements)

    def hardness(self, text: str, explained: Iterable[str] = ()) -> tuple[Hardness, ...]:
        """Return all that is hard to read in a text. `explained` are words whose meaning the page gives."""
        known = _known(frozenset(explained))
        return tuple(found for sentence in _sentences(text) for found in self._in_sentence(sentence, known))

    def what_holds_back(self, text: str, explained: Iterable[str] = ()) -> tuple[Hardness, ...]:
        """Return what of `hardness` holds a text back; what is only worth another look is not looked for."""
        known = _known(frozenset(explained))
        return tuple(
            found
            for sentence in _sentences(text)
            for checked in [self._allowed.replaced_in(sentence.text)]
            for found in self._too_hard(sentence, checked, dict(self._official_in(checked, known)), known)
            if found.holds_back
        )

    def _in_sentence(self, sentence: Sentence, explained: frozenset[str]) -> Iterator[Hardness]:
        checked = self._allowed.replaced_in(sentence.text)
        official = dict(self._official_in(checked, explained))
        yield from self._too_hard(sentence, checked, official, explained)
        yield from worth_another_look(sentence, checked)
        yield from self._long_words(sentence, explained, " ".join(official).casefold())

    def _too_hard(
        self, sentence: Sentence, checked: str, official: Mapping[str, str], explained: frozenset[str]
    ) -> Iterator[Hardness]:
        """Yield what is wrong with a sentence; `checked` is its text without the names that may stand."""
        text, line, count = sentence.text, sentence.line, len(sentence.words)
        if count > LONG_SENTENCE:
            hint = f"Keep to {LONG_SENTENCE}: make two sentences of it."
            yield Hardness(text, line, f"The sentence has {count} words.", hint, holds_back=count > LONGEST_SENTENCE)
        for word, instead in official.items():
            yield Hardness(text, line, f"“{word}” is an official word.", _advice(instead), word, holds_back=True)
        for short in dict.fromkeys(_CAPITALS.findall(checked)):
            if short not in self.capitals and short.casefold() not in explained:
                hint = "Say it in full, or explain it in the words of the service."
                yield Hardness(text, line, f"“{short}” is short for something.", hint, short, holds_back=True)

    def _long_words(self, sentence: Sentence, explained: frozenset[str], official: str) -> Iterator[Hardness]:
        long = {
            word: None
            for word in sentence.words
            if syllables(word) >= _LONG
            and not any(character.isdigit() for character in word)
            and word.casefold() not in explained | self._easy_long
            and word.casefold() not in official
        }
        if len(long) > 1 or any(syllables(word) >= _LONGER for word in long):
            listed = ", ".join(f"“{word}”" for word in long)
            hint = "Try shorter words, or explain them in the words of the service."
            yield Hardness(sentence.text, sentence.line, f"Long words: {listed}.", hint, next(iter(long)))

    def _official_in(self, text: str, explained: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Yield official words as written, each with the plain word; the longest of those that overlap."""
        for found in self._official.found_in(" ".join(text.split())):
            form = found.group().casefold()
            if form not in explained:
                yield found.group(), self.replacements[form]


def score(texts: Iterable[str], names: Iterable[str] = ()) -> Score:
    """Return how the author's words of a page read together. `names` are left out of the sum (WCAG 2.2, 3.1.5)."""
    left_out = phrases(frozenset(names))
    body = [left_out.replaced_in(sentence.text, "it") for text in texts for sentence in sentences(text)]
    total = sum(len(words(sentence)) for sentence in body)
    if total < WORDS_TO_SCORE or len(body) < SENTENCES_TO_SCORE:
        return Score(total, len(body))
    return Score(total, len(body), round(total / len(body), 1), round(readability(body), 1) + 0.0)  # never -0.0


@lru_cache(maxsize=64)  # each of a service's texts asks for the words that it explains
def _known(explained: frozenset[str]) -> frozenset[str]:
    return frozenset(form for word in explained for form in _forms(word))


def _sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text, folded line by line."""
    return sentences("\n".join(map(fold, text.split("\n"))))


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


_CAPITALS = re.compile(r"\b[A-Z]{2,}(?=s?\b)")
_LONG = 3
_LONGER = 4


def _advice(instead: str) -> str:
    """Return what to write in place of an official word, from its entry in the list."""
    if instead == _LEAVE_OUT:
        return "Leave it out."
    return f"{instead.capitalize()}." if instead.startswith("say ") else f"Write “{instead}”."


_LEAVE_OUT = "(leave out)"


@cache
def _shipped() -> dict[str, Any]:
    file = resources.files("action_plans.family.words") / "data" / "plain_words.en.json"
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def _forms(word: str) -> Iterator[str]:
    """Yield a word and its plural or singular, folded."""
    folded = word.casefold()
    yield folded
    yield f"{folded}s"
    if folded.endswith("s"):
        yield folded[:-1]
