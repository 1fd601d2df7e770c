"""The one folding of a text: how every guard reads it, so that what only looks different counts as the same.

It is what a reader sees on a page: any white space is one blank, one form for each letter, digit, hyphen and
apostrophe, nothing invisible. No other module changes letters before it compares.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from action_plans.english.alternatives import longest_first

Run = tuple[str, ...]
"""Words that stand one after the other, folded."""


def fold(text: str) -> str:
    """Return a text as a reader sees it, its capitals kept.

    Any run of white space is one blank, at its ends too. Letters are in the form NFKC without combining marks; those
    of other scripts that look like Latin ones are Latin, digits of any script are digits. What shows nothing (soft
    hyphens, blanks of no width, marks of direction, everything that may be ignored by default) is gone.
    """
    seen = text if text.isascii() else text.translate(_LETTERS)
    if seen.isprintable() and "  " not in seen:  # as most: what can be printed has no white space but blanks
        return seen
    return _BLANKS.sub(" ", seen)


def key(text: str) -> str:
    """Return a text folded for comparison: as `fold` does it, trimmed, without regard to letter case."""
    return fold(text).casefold().strip()


def is_turned(text: str) -> bool:
    """Whether a text has hidden marks that turn the order of its letters, so that `1A` is shown as “A1”.

    No language needs them: letters of Arabic or Hebrew run as they should by themselves. Marks that are only pasted
    along (see `model/direction_marks.py`) are printed nowhere, and turn nothing.
    """
    return _TURNING.search(text) is not None


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, trimmed, and for each of its letters where it stands in the text as written, from 0."""

    text: str
    places: tuple[int, ...]

    def place(self, start: int) -> int:
        """Return where the letter at `start` stands in the text as written."""
        return self.places[start] if start < len(self.places) else 0


def folded(written: str) -> Folded:
    """Return a text folded, with the place of each letter."""
    if written.isascii() and fold(written).strip() == written:  # most are plain words with one blank between
        return Folded(written, tuple(range(len(written))))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(written):
        for each in fold(letter) if not letter.isascii() or letter.isspace() else letter:
            if each == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(each)
            places.append(place)
    while letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return Folded("".join(letters), tuple(places))


def words(text: str) -> Run:
    """Return the words of a text, folded: runs of letters and digits; apostrophes inside belong to a word."""
    return _words_in(fold(text).casefold())


def sentences(text: str) -> Iterator[Run]:
    """Yield the words of each sentence of a text, folded; a colon or semicolon ends one too."""
    for sentence in _SENTENCE_END.split(fold(text).casefold()):
        found = _words_in(sentence)
        if found:
            yield found


def runs(text: str, length: int) -> Iterator[Run]:
    """Yield every run of `length` words of a text, folded; none goes over the end of a sentence."""
    for sentence in sentences(text):
        for start in range(len(sentence) - length + 1):
            yield sentence[start : start + length]


def any_phrase(phrases: Iterable[str], *, blanks: str = " ") -> re.Pattern[str] | None:
    """Return what finds any of some phrases in a folded text as whole words, the longest first; None for no phrase.

    `blanks` is the expression for what may stand between the words of a phrase.
    """
    ordered = longest_first(form for phrase in phrases if (form := fold(phrase).strip()))
    if not ordered:
        return None
    either = "|".join(blanks.join(map(re.escape, form.split())) for form in ordered)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _words_in(small: str) -> Run:
    """Return the words of a folded text in small letters. Plain English is cut at its blanks: four times as quick."""
    if not small.isascii() or "''" in small:
        return tuple(_WORD.findall(small))
    parts = small.translate(_OF_WORDS).split()
    return tuple(filter(None, [part.strip("'") for part in parts])) if "'" in small else tuple(parts)


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_OF_WORDS = {code: chr(code) if chr(code).isalnum() or chr(code) == "'" else " " for code in range(128)}
_SENTENCE_END = re.compile(r"[.!?;:](?=\s|$)")
_BLANKS = re.compile(r"\s+")
_TURNING = re.compile("[\u202d\u202e]")

_SEEN_AS_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters without ink: a reader sees a blank."""
_IGNORED = ((0x2065, 0x2065), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF))
"""Default-ignorable code points that are not assigned; the others are of a category that goes (Unicode, DI)."""
_SIGNS = {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\uff07": "'", "\u2032": "'", "\u2044": "/", "\u2212": "-"}
_ENCLOSED = ((0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189), (0x1F1E6, 0x1F1FF))
"""Letters in boxes and circles, and those that flags are made of: from A on, each."""


class _Letters(dict[int, str]):
    """Each letter as it is folded, worked out when it is first met; `str.translate` asks it."""

    def __missing__(self, code: int) -> str:
        self[code] = made = "".join(map(_one, unicodedata.normalize("NFKD", _unboxed(code))))
        return made


_LETTERS = _Letters()


def _unboxed(code: int) -> str:
    start = next((start for start, end in _ENCLOSED if start <= code <= end), None)
    return chr(code) if start is None else chr(ord("A") + code - start)


def _one(letter: str) -> str:
    """Return what a letter, taken apart already, is folded to."""
    category = unicodedata.category(letter)
    if letter in _SEEN_AS_BLANK or letter.isspace():
        return " "
    if letter in _SIGNS:
        return _SIGNS[letter]
    if category in ("Mn", "Me", "Cf", "Cc") or any(start <= ord(letter) <= end for start, end in _IGNORED):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    return "-" if category == "Pd" else _look_alikes().get(letter, letter)


@cache
def _look_alikes() -> dict[str, str]:
    """Return Latin letters by the letters of other scripts that look like them."""
    file = resources.files("action_plans.family.words") / "data" / "look_alikes.txt"
    lines = (line.split() for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {letter: latin[0] for latin in lines if latin for letter in "".join(latin[1:])}
