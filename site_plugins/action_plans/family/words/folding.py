"""Texts as they are compared: what only looks different counts as the same."""

import re
import unicodedata
from collections.abc import Iterator

Run = tuple[str, ...]
"""Words that stand one after the other, folded."""


def plain(text: str) -> str:
    """Return a text as a reader sees it: one form for each letter, blank, hyphen and apostrophe; nothing invisible.

    Soft hyphens, blanks of no width and marks of direction go; no-break spaces, letters of full width and their like
    become what they look like. Line breaks stay.
    """
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFKC", text)
    seen = "".join(each for each in composed if unicodedata.category(each) != "Cf")
    return _HYPHENS.sub("-", seen.replace("’", "'"))  # noqa: RUF001 -- people type both apostrophes


def words(text: str) -> Run:
    """Return the words of a text, folded: runs of letters and digits; apostrophes inside belong to a word."""
    return tuple(_WORD.findall(plain(text).casefold()))


def sentences(text: str) -> Iterator[Run]:
    """Yield the words of each sentence of a text, folded; a colon or semicolon ends one too."""
    for sentence in _SENTENCE_END.split(plain(text).casefold()):
        found = tuple(_WORD.findall(sentence))
        if found:
            yield found


def runs(text: str, length: int) -> Iterator[Run]:
    """Yield every run of `length` words of a text, folded; none goes over the end of a sentence."""
    for sentence in sentences(text):
        for start in range(len(sentence) - length + 1):
            yield sentence[start : start + length]


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?;:](?=\s|$)|\n\s*\n")
_HYPHENS = re.compile(r"[\u2010-\u2015\u2212]")
