"""Many phrases at once, found in folded texts as whole words."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from action_plans.family.words.folding import any_phrase, fold


class Phrases:
    """Some phrases to be found. A text without the longest word of any is not searched: most are such."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the phrases."""
        self._phrases = tuple(phrases)
        held = [_TOKEN.findall(fold(phrase).casefold()) for phrase in self._phrases if fold(phrase).strip()]
        self._telling = frozenset(max(words, key=len) for words in held) if all(held) else None

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the places of a text where one stands, the longest of those that overlap."""
        if self._may_stand_in(text) and self._pattern is not None:
            yield from self._pattern.finditer(text)

    def replaced_in(self, text: str, instead: str = " ") -> str:
        """Return a text with something else for each."""
        return self._pattern.sub(instead, text) if self._may_stand_in(text) and self._pattern is not None else text

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        return any_phrase(self._phrases)

    def _may_stand_in(self, text: str) -> bool:
        """Whether the longest word of a phrase is a word of a text.

        Nothing can be told of a phrase without any word, and of a text whose letters only look like ours.
        """
        return (
            self._telling is None or not text.isascii() or not self._telling.isdisjoint(_TOKEN.findall(text.casefold()))
        )


@lru_cache(maxsize=64)  # the names of a service are left out of each of its texts
def phrases(written: frozenset[str]) -> Phrases:
    """Return what finds some phrases."""
    return Phrases(sorted(written))


_TOKEN = re.compile(r"\w+")
