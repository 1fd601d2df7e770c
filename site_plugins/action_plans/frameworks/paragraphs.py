"""The paragraphs of a regulation as reports write them: `(2)(g) and (h)`. Read for their form only."""

import re
from collections.abc import Iterable

from action_plans.english.wording import listed

Paragraph = tuple[str, ...]
"""A paragraph as its parts from the outside in: `("2", "g")` for (2)(g)."""

BRACKETED = r"\(\s*(?:\d{1,2}[a-z]{0,2}|[a-z]{1,2}|[ivx]{1,5})\s*\)"
"""One bracketed part, in lower case: (2), (1a), (g), (ba), (iv)."""

_DIGITS, _LETTERS, _ROMANS = 1, 2, 3
_ROMAN_NUMBERS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_PART_OR_RANGE = re.compile(rf"(?P<part>{BRACKETED})|\b(?P<range>to)\b|(?P<dash>-)")


def read_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs that bracketed parts name, in the order written.

    A part at the same depth as the one before begins a new paragraph beside it, as CQC writes them:
    `(1)(2)(a)(b)` is (1), (2)(a) and (2)(b). `(a) to (c)` is (a), (b) and (c).
    """
    found: list[Paragraph] = []
    open_at: list[tuple[int, str]] = []
    in_range = False
    for match in _PART_OR_RANGE.finditer(text):
        if not match["part"]:
            in_range = True
            continue
        part = match["part"].strip("() ")
        depth = _depth(part, open_at)
        deeper = bool(open_at) and depth > open_at[-1][0]
        outer = [each for each in open_at if each[0] < depth]
        if deeper and found:
            found.pop()
        elif in_range and open_at and open_at[-1][0] == depth:
            found += [(*(name for _, name in outer), between) for between in _between(open_at[-1][1], part)]
        open_at = [*outer, (depth, part)]
        found.append(tuple(name for _, name in open_at))
        in_range = False
    return tuple(dict.fromkeys(found))


def write_paragraphs(paragraphs: Iterable[Paragraph]) -> str:
    """Return paragraphs as a report writes them, what they share written once: `(2)(g) and (h)`."""
    written: list[str] = []
    before: Paragraph = ()
    for paragraph in paragraphs:
        shared = 0
        while shared < min(len(before), len(paragraph) - 1) and before[shared] == paragraph[shared]:
            shared += 1
        written.append("".join(f"({part})" for part in paragraph[shared:]))
        before = paragraph
    return listed(written)


def _depth(part: str, open_at: list[tuple[int, str]]) -> int:
    """Digits lie outermost, letters in them, Roman numbers in letters; (i) after (h) is a letter, after (b) Roman."""
    if part[0].isdigit():
        return _DIGITS
    at_letter = next((name for depth, name in open_at if depth == _LETTERS), None)
    if re.fullmatch(r"[ivx]+", part) and at_letter and not _follows(at_letter, part):
        return _ROMANS
    return _LETTERS


def _follows(letter: str, part: str) -> bool:
    return len(letter) == len(part) == 1 and ord(part) == ord(letter) + 1


def _between(first: str, last: str) -> list[str]:
    """Return what lies between two numbers, two Roman ones or two letters; nothing where that is not plain."""
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first) + 1, int(last))]
    if first in _ROMAN_NUMBERS and last in _ROMAN_NUMBERS and len(first + last) > len("ii"):
        return list(_ROMAN_NUMBERS[_ROMAN_NUMBERS.index(first) + 1 : _ROMAN_NUMBERS.index(last)])
    if len(first) == len(last) == 1:
        return [chr(code) for code in range(ord(first) + 1, ord(last))]
    return []
