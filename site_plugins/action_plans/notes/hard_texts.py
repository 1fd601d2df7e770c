"""What a text may hold before the converter of Markdown takes too long over it, or calls itself too often.

Measured with Python-Markdown 3.8 to 3.10: brackets cost their number times the length of the paragraph they stand in,
other signs the same at a six-hundredth, headings without a blank line between them their number times the length of
all; a table costs its rows times its columns; lists and quotations inside each other are calls inside each other. With
these limits no text takes much more than a second, and no honest one was met that comes near them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 100_000
"""The longest text that is read as Markdown, in characters: forty printed pages."""

DEEPEST = 40
"""How many lists and quotations may lie within each other."""

MOST_CELLS = 50_000
"""How many cells a table may have."""

MAKE_SIMPLER = "Take out what is not needed, or put it into a document and attach that to an evidence note."
"""What to do about a text that is too hard."""

_SHORT = 80
_BRACKETS, _SIGNS, _HEADINGS = 6_000_000, 2_000_000_000, 40_000_000
_COUNTED = re.compile(r"[*_`\\<&!]")
_MARKERS = re.compile(r"[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]*)*")
_MARKER = re.compile(r"[-+*>]|\d[.)]")
_HEADING = re.compile(r"^[\s>]*#", re.MULTILINE)
_UNDERLINE = re.compile(r"^[\s>]*(?:=+|-+)[ ]*$", re.MULTILINE)
_BULLET, _NUMBER = re.compile(r"[ ]{0,7}[-+*][ ]"), re.compile(r"[ ]{0,7}\d+\.[ ]")
_RULE = re.compile(r"[\s|:-]+")


@dataclass(frozen=True, slots=True)
class Hard:
    """What makes a text too hard to convert: at a character, counted from 0, in words for the middle of a sentence."""

    start: int
    said: str


def too_hard(text: str) -> Hard | None:
    """Return what the converter could not bear in a text; nothing where it can. Cost: linear in its length."""
    if len(text) <= _SHORT:
        return None
    if len(text) > LONGEST:
        return Hard(0, f"has {len(text):,} characters")
    if (start := _too_deep(text)) is not None:
        return Hard(start, f"has more than {DEEPEST} lists or quotations within each other")
    costs = _Costs()
    for start, block in _blocks(text):
        if (said := costs.too_much_with(block)) is not None:
            return Hard(start, said)
    return None


@dataclass(slots=True)
class _Costs:
    """What the blocks of a text come to, one after another."""

    brackets: int = 0
    signs: int = 0
    headings: int = 0

    def too_much_with(self, block: str) -> str | None:
        """Add a block, and say what is now too much."""
        lines = block.split("\n")
        if max(line.count("|") for line in lines) * len(lines) > MOST_CELLS:
            return f"has a table of more than {MOST_CELLS:,} cells"
        self.headings += (len(_HEADING.findall(block)) + len(_UNDERLINE.findall(block))) * len(block)
        for unit in _units(lines):
            self.brackets += unit.count("[") * len(unit)
            self.signs += len(_COUNTED.findall(unit)) * len(unit)
        if self.headings > _HEADINGS:
            return "has too many headings without a blank line between them"
        if self.brackets > _BRACKETS:
            return "has too many square brackets in one paragraph"
        return "has too many signs of Markdown in one paragraph" if self.signs > _SIGNS else None


def _too_deep(text: str) -> int | None:
    """Return where the first line begins that lies too deep, by its indentation and the marks that it begins with."""
    start = 0
    for line in text.split("\n"):
        marks = _MARKERS.match(line)
        if marks is not None and marks.end() > DEEPEST:
            indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip(" "))
            if indent // 4 + len(_MARKER.findall(marks[0])) > DEEPEST:
                return start
        start += len(line) + 1
    return None


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield what stands between blank lines, with where each begins."""
    start, lines = 0, list[str]()
    place = 0
    for line in text.split("\n"):
        if line.strip():
            if not lines:
                start = place
            lines.append(line)
        elif lines:
            yield start, "\n".join(lines)
            lines = []
        place += len(line) + 1
    if lines:
        yield start, "\n".join(lines)


def _units(lines: list[str]) -> Iterator[str]:
    """Yield what the converter looks through as one: a row of a table, an item of a list, else the whole block."""
    if len(lines) > 1 and "|" in lines[0] and "-" in lines[1] and _RULE.fullmatch(lines[1]):
        yield from lines
        return
    item = next((mark for mark in (_BULLET, _NUMBER) if mark.match(lines[0])), None)
    unit: list[str] = []
    for line in lines:
        if item is not None and item.match(line) and unit:
            yield "\n".join(unit)
            unit = []
        unit.append(line)
    yield "\n".join(unit)
