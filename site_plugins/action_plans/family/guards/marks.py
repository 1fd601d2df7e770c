"""Finds ids, codes, personal names and file names in a folded text, as whole words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass

from action_plans.family.guards.internal_words import CODE, NAME, REFERENCE, STEM, is_ordinary_word
from action_plans.family.guards.privacy.names import is_ordinary, is_used_as_name
from action_plans.family.words.folding import fold


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A mark that stands in a text, what it is, and where, counted from 0."""

    mark: str
    what: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.mark)


class MarkFinder:
    """Looks for marks in folded texts. Cost of a search: linear in the text.

    Codes and ids without a digit have their capitals as written, or they would be ordinary words; so has one name
    alone, which is found in capitals throughout as well. Whole names, ids with a digit and all other marks are found
    in any letters. A name that is an ordinary word, such as Rice, counts where it is used as a name.
    """

    def __init__(self, marks: Mapping[str, str], own_words: Iterable[str]) -> None:
        """Take marks with what each is, and words that are never one: the theme's own and the service's name.

        A mark written like an ordinary word, all small letters, cannot be told from one and is not looked for.
        """
        own = {word for text in own_words for word in _WORD.findall(fold(text))}
        self._spared: frozenset[str] = frozenset()
        self._by_start: dict[str, list[tuple[str, str, int]]] = {}
        for written in sorted(marks, key=len, reverse=True):
            mark = fold(written).strip()
            words = list(_WORD.finditer(mark))
            if not is_ordinary_word(mark) and not all(word[0] in own for word in words):  # with no word, all are
                first = words[0]
                self._by_start.setdefault(first[0].casefold(), []).append((mark, marks[written], first.start()))

    def sparing(self, names: Iterable[str]) -> "MarkFinder":
        """Return a finder that spares marks made of words of these names."""
        other = copy(self)
        other._spared = frozenset(word for name in names for word in _WORD.findall(fold(name)))  # noqa: SLF001 -- its own copy
        return other

    def find(self, text: str, *, in_address: bool = False) -> Iterator[FoundMark]:
        """Yield the marks of a folded text, in order, the longest at each place. In an address, any letters count."""
        for word in _WORD.finditer(text):
            for mark, what, before in self._by_start.get(word[0].casefold(), ()):
                start = word.start() - before
                if start >= 0 and _stands(text, mark, what, start, in_address=in_address) and not self._is_spared(mark):
                    yield FoundMark(mark, what, start)
                    break

    def _is_spared(self, mark: str) -> bool:
        return bool(self._spared) and all(word in self._spared for word in _WORD.findall(mark))


_WORD = re.compile(r"[^\W_]+")
_LETTER, _AFTER_LETTER = re.compile(r"[^\W_]"), re.compile(r"(?<=[^\W_])")


def _stands(text: str, mark: str, what: str, start: int, *, in_address: bool) -> bool:
    """Whether a mark stands at a place of a text, whole."""
    end = start + len(mark)
    there = text[start:end]
    if what == STEM and not in_address:
        return False
    if _LETTER.match(text, end) or _AFTER_LETTER.match(text, start):
        return False
    if what == NAME and not in_address and " " not in mark:
        is_written = there in (mark, mark.upper())
        return is_written and (not is_ordinary(mark) or is_used_as_name(text, start, there))
    if there == mark:
        return True
    if what in (CODE, REFERENCE) and not in_address and not any(character.isdigit() for character in mark):
        return False
    return there.casefold() == mark.casefold()
