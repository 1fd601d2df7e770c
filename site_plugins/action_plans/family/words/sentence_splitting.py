"""Words and sentences of a text, and how hard it is to read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence on one line, and the line of the text in which it begins, counted from 0."""

    text: str
    line: int

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, in order."""
        return words(self.text)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text: runs of letters and digits; apostrophes and hyphens inside belong to a word."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=256)  # its length, its hardness and that of its page are each asked of every text
def sentences(text: str) -> tuple[Sentence, ...]:
    """Split a text into sentences.

    A full stop, question mark or exclamation mark ends one, and so do a list item, a heading and an empty line.
    "Mrs.", "e.g." and "3.30" do not.
    """
    return tuple(sentence for block, line in _blocks(text) for sentence in _split(block, line))


def readability(texts: Iterable[str]) -> float:
    """Return the Automated Readability Index of sentences: about the years of schooling that a text asks for.

    4.71 x letters/words + 0.5 x words/sentences - 21.43 (Senter and Smith, 1967, AMRL-TR-66-220). It says nothing
    reliable of fewer than 60 words.
    """
    counted = [words(text) for text in texts]
    total = sum(len(each) for each in counted)
    if not total:
        return 0.0
    letters = sum(character.isalnum() for each in counted for word in each for character in word)
    return 4.71 * letters / total + 0.5 * total / len(counted) - 21.43


def syllables(word: str) -> int:
    """Return about how many syllables an English word has: its groups of vowels, silent endings left out."""
    letters = re.sub(r"[^a-z]", "", word.casefold())
    if len(letters) <= _SHORT:
        return 1
    count = len(re.findall(r"[aeiouy]+", letters))
    count -= bool(re.search(r"[^aeiouylsxzcgh]es$|[^aeiouytd]ed$", letters))
    count -= letters.endswith("e") and not re.search(r"[^aeiouy]le$|[eioy]e$", letters)
    count += len(re.findall(r"i[ao](?![un])|eo(?![pu])|[^tscgx]ion$|ua|uou|ying|ism$", letters))
    return max(1, count)


_SHORT = 3
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")  # noqa: RUF001 -- people type both apostrophes
_NEW_BLOCK = re.compile(r"\s*(?:[-*+•]|\d+[.)]|#{1,6})\s+")
_SHORTENED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|St|Rev|Prof|e\.g|i\.e)\.|\b[ap]\.m\.(?!\s+[A-Z])|\bNo\.(?=\s?\d)|(?<=\d)\.(?=\d)|\b[ap]\.(?=m\.)"
)
_HEADING = re.compile(r"\s*#{1,6}\s")
_SENTENCE = re.compile(r".+?(?:[.!?]+[\"'”’)]*(?=\s|$)|$)", re.DOTALL)  # noqa: RUF001 -- closing quotes as people type them
_KEPT = "\N{ONE DOT LEADER}"


def _blocks(text: str) -> Iterator[tuple[str, int]]:
    """Yield runs of lines that belong together, each with its first line; the marks of lists and headings are cut."""
    block: list[str] = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        mark = _NEW_BLOCK.match(line)
        if block and (mark or not line.strip()):
            yield "\n".join(block), start
            block = []
        if line.strip():
            start = start if block else number
            block.append(line[mark.end() :] if mark else line)
        if block and _HEADING.match(line):
            yield "\n".join(block), start
            block = []
    if block:
        yield "\n".join(block), start


def _split(block: str, first_line: int) -> Iterator[Sentence]:
    hidden = _SHORTENED.sub(lambda found: found.group().replace(".", _KEPT), block)
    for found in _SENTENCE.finditer(hidden):
        written = found.group()
        if words(written):
            begin = found.start() + len(written) - len(written.lstrip())
            text = " ".join(written.replace(_KEPT, ".").split())
            yield Sentence(text, first_line + hidden.count("\n", 0, begin))
