"""Finds ids, codes, personal names and file names in a text, as whole words with their capitals as written."""

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass

from action_plans.family.guards.internal_words import is_ordinary_word


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A mark that stands in a text, what it is, and where, counted from 0."""

    mark: str
    what: str
    start: int


class MarkFinder:
    """Looks for marks in texts. Cost of a search: linear in the text."""

    def __init__(self, marks: Mapping[str, str], own_words: Iterable[str]) -> None:
        """Take marks with what each is, and words that are never one: the theme's own and the service's name.

        A mark written like an ordinary word, all small letters, cannot be told from one and is not looked for.
        """
        own = {word for text in own_words for word in _WORD.findall(text)}
        self._spared: frozenset[str] = frozenset()
        self._by_start: dict[str, list[tuple[str, str]]] = {}
        self._addresses: dict[str, tuple[str, str]] = {}
        for mark, what in sorted(marks.items(), key=lambda item: (-len(item[0]), item[0])):
            words = _WORD.findall(mark)
            if not words or is_ordinary_word(mark) or all(word in own for word in words):
                continue
            self._by_start.setdefault(words[0], []).append((mark, what))
            if len(words) == 1 and any(character.isdigit() for character in mark):
                self._addresses.setdefault(mark.casefold(), (mark, what))

    def sparing(self, names: Iterable[str]) -> "MarkFinder":
        """Return a finder that spares marks made of words of these names."""
        other = copy(self)
        other._spared = frozenset(word for name in names for word in _WORD.findall(name))  # noqa: SLF001 -- its own copy
        return other

    def find(self, text: str) -> Iterator[FoundMark]:
        """Yield the marks of a text, in order, the longest at each place."""
        for word in _WORD.finditer(text):
            for mark, what in self._by_start.get(word.group(), ()):
                start = word.start() - mark.index(word.group())
                if start >= 0 and _is_whole(text, mark, start) and not self._is_spared(mark):
                    yield FoundMark(mark, what, start)
                    break

    def find_in_address(self, text: str) -> Iterator[FoundMark]:
        """Yield ids with a digit, in small letters too, as an address or a file name would write them."""
        for word in _WORD.finditer(text):
            known = self._addresses.get(word.group().casefold())
            if known is not None and not self._is_spared(known[0]):
                yield FoundMark(*known, word.start())

    def _is_spared(self, mark: str) -> bool:
        return bool(self._spared) and all(word in self._spared for word in _WORD.findall(mark))


_WORD = re.compile(r"[^\W_]+")


def _is_whole(text: str, mark: str, start: int) -> bool:
    end = start + len(mark)
    return (
        text.startswith(mark, start)
        and not text[end : end + 1].isalnum()
        and not text[max(0, start - 1) : start].isalnum()
    )
