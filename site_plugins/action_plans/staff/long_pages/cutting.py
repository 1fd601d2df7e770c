"""HTML cut into parts that each stand alone: the page's head and the head of what is cut are on every part again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape

from action_plans.staff.long_pages.blocks import Block

HEAD_ENDS = "\x02head ends\x03"
"""Stands in each part where its place among the others is to be said: below the title, and the first text if any."""
CONTINUED = "\x02continued\x03"
"""Stands in each title, and each heading that a part takes over from the one before it."""

_NAMED = re.compile(r'\s(?:id|aria-labelledby|aria-describedby)="[^"]*"')
_REF = re.compile(r'<span class="ref">([^<]*)</span>')
_TAGS = re.compile(r"<[^>]*>")
_FIRST_HEADING = re.compile(r"\s*<h([2-6])[\s>]")
_ROWS = frozenset(("tr", "li", "section"))
_LEAST_BELOW_HEADING = 4_000
_BELOW_ALL = 9
_SECTION = 2
"""The level of the headings that a page's sections have."""


@dataclass(slots=True)
class Part:
    """A part while it is made: its pieces, the headings under which it begins and ends, its first and last row."""

    pieces: list[str] = field(default_factory=list)
    size: int = 0
    own: int = 0
    heading: str = ""
    last_heading: str = ""
    first: str = ""
    last: str = ""


@dataclass(slots=True)
class _Open:
    """An element that is being cut: how it opens again, what is repeated in it, its headings, how it closes."""

    again: str
    end: str
    repeated: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)


def cut(html: str, blocks: tuple[Block, ...], most: int, kept: int = 0) -> list[Part]:
    """Return the parts of HTML, each of about `most` characters at most, unless one row is longer.

    The first keeps room for `kept` characters. Cost: linear.
    """
    cutter = _Cutter(html, most, kept)
    cutter.walk(blocks)
    return cutter.parts


def label_of(part: Part) -> tuple[str, str, str]:
    """Return the heading that a part begins under, and what its first and its last row are about.

    Where it ends under another heading, that stands before what its last row is about.
    """
    last = _about(part.last)
    if part.last_heading != part.heading:
        last = f"{part.last_heading}, {last}" if last else part.last_heading
    return part.heading, _about(part.first), last


class _Cutter:
    def __init__(self, html: str, most: int, kept: int) -> None:
        self._html, self._most = html, most
        self._open = [_Open("", "")]
        self._head = ""
        self.parts = [Part(size=kept)]

    def walk(self, blocks: Sequence[Block]) -> None:
        """Put blocks that stand in what is open, cutting where the part is full."""
        head_until = next((number for number, block in enumerate(blocks) if block.level == 1), -1)
        told_after = self._first_text(blocks, head_until)
        for number, block in enumerate(blocks):
            text = self._html[block.start : block.end]
            is_head = number <= head_until
            if is_head:
                again = _with_mark(text) + HEAD_ENDS if number == head_until else text
                self._open[-1].repeated.append(again)
                self._head += again
            if block.level > 1:
                self._at_heading(block, text)
            rest = self._most - self.parts[-1].size
            if block.inner and (block.size > rest or "<h1" in text):
                self._divide(block)
            else:
                if block.size > rest and block.is_standing and not is_head:
                    self._next_part()
                self._put(block, text)
            if number == told_after:
                self.parts[-1].pieces.append(HEAD_ENDS)
            if _is_repeated(block, text):
                self._open[-1].repeated.append(_NAMED.sub("", text) if block.name == "tr" else text)

    def _first_text(self, blocks: Sequence[Block], title: int) -> int:
        """Return which block is the first text below a title, by its number; the title's own where none follows."""
        following = next((number for number in range(title + 1, len(blocks)) if blocks[number].is_standing), title)
        is_text = title >= 0 and self._html.startswith('<div class="lede"', blocks[following].start)
        return following if is_text else title

    def _at_heading(self, block: Block, text: str) -> None:
        """Start a part at a heading for which hardly any room is left; what it stands under is known from here on."""
        here = self._open[-1]
        here.headings = [one for one in here.headings if one[0] < block.level]
        if self._most - self.parts[-1].size < block.size + _LEAST_BELOW_HEADING:
            self._next_part()
        here.headings.append((block.level, _with_mark(_NAMED.sub("", text))))
        part = self.parts[-1]
        if block.level == _SECTION:
            part.last_heading = _plain(text)
            part.heading = part.heading or part.last_heading

    def _divide(self, block: Block) -> None:
        html = self._html
        start, end = html[block.start : block.opened], html[block.closing : block.end]
        own = _FIRST_HEADING.match(html, block.opened, block.closing)
        if own:
            here = self._open[-1]
            here.headings = [one for one in here.headings if one[0] < int(own[1])]
        if self._most - self.parts[-1].size < _LEAST_BELOW_HEADING:
            self._next_part()
        self._add(start)
        self._open.append(_Open(_NAMED.sub("", start), end))
        self.walk(block.inner)
        self._open.pop()
        self._add(end)

    def _put(self, block: Block, text: str) -> None:
        self._add(text)
        part = self.parts[-1]
        part.own += 1
        if block.name in _ROWS and 'class="ref"' in text:
            part.first, part.last = part.first or text, text

    def _add(self, text: str) -> None:
        self.parts[-1].pieces.append(text)
        self.parts[-1].size += len(text)

    def _next_part(self) -> None:
        """Close all that is open, and open it again in a part of its own; not where the part holds nothing yet."""
        if not self.parts[-1].own:
            return
        for one in reversed(self._open):
            self.parts[-1].pieces.append(one.end)
        self.parts.append(Part())
        kept = self._headings_that_hold()
        second = next((text for several in kept for level, text in several if level == _SECTION), "")
        self.parts[-1].heading = self.parts[-1].last_heading = _plain(second)
        if not any(HEAD_ENDS in text for one in self._open for text in one.repeated):
            self._add(self._head)
        for one, headings in zip(self._open, kept, strict=True):
            self._add(one.again)
            for text in (*one.repeated, *(heading for _, heading in headings)):
                self._add(text)

    def _headings_that_hold(self) -> list[list[tuple[int, str]]]:
        """Return of each open element the headings under which the place stands: not those that one inside it ends."""
        kept: list[list[tuple[int, str]]] = []
        least = _BELOW_ALL
        for one in reversed(self._open):
            kept.append([heading for heading in one.headings if heading[0] < least])
            least = min([least, *(level for level, _ in kept[-1])])
        return kept[::-1]


def _is_repeated(block: Block, text: str) -> bool:
    """Whether a block stands on every part of what it is in: the head of a table or of a group, the ways to narrow."""
    if block.name in ("thead", "caption", "form"):
        return True
    begins = text[: text.find(">")]
    return (block.name == "tr" and 'class="group"' in begins) or (block.name == "p" and 'class="shown"' in begins)


def _with_mark(heading: str) -> str:
    """Return a heading with the mark before its end."""
    before, end, after = heading.rpartition("</")
    return f"{before}{CONTINUED}{end}{after}"


def _about(row: str) -> str:
    """Return what a row is about, by the first reference in it; nothing for no row."""
    ref = _REF.search(row)
    return unescape(ref[1]) if ref else ""


def _plain(html: str) -> str:
    return " ".join(unescape(_TAGS.sub(" ", html.replace(CONTINUED, ""))).split())
