"""HTML cut into parts that each stand alone: the page's head and the head of what is cut are on every part again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from textwrap import shorten

from action_plans.staff.long_pages.blocks import Block

HEAD_ENDS = "\x02head ends\x03"
"""Stands in each part where its place among the others is to be said: below the title, and the first text if any."""
CONTINUED = "\x02continued\x03"
"""Stands in each title, and each heading that a part takes over from the one before it."""

_NAMED = re.compile(r'\s(?:id|aria-labelledby|aria-describedby)="[^"]*"')
_REF = re.compile(r'<span class="ref">([^<]*)</span>')
_TAGS = re.compile(r"<[^>]*>")
_ROWS = frozenset(("tr", "li", "section", "h2", "h3"))
_LEAST_BELOW_HEADING = 4_000
_MOST_OF_A_LABEL = 40


@dataclass(slots=True)
class Part:
    """A part while it is made: its pieces, the heading that it stands under, and its first and last row."""

    pieces: list[str] = field(default_factory=list)
    size: int = 0
    own: int = 0
    heading: str = ""
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
    """Return the heading that a part begins under, and what its first and its last row are about."""
    return part.heading, _about(part.first), _about(part.last)


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
        part.heading = part.heading or (_plain(text) if block.level == 2 else "")  # noqa: PLR2004 -- the second level

    def _divide(self, block: Block) -> None:
        html = self._html
        start, end = html[block.start : block.opened], html[block.closing : block.end]
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
        if block.name in _ROWS and "columnheader" not in text:
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
        headings = [heading for one in self._open for heading in one.headings]
        second = next((text for level, text in headings if level == 2), "")  # noqa: PLR2004 -- the second level
        self.parts[-1].heading = _plain(second)
        if not any(HEAD_ENDS in text for one in self._open for text in one.repeated):
            self._add(self._head)
        for one in self._open:
            self._add(one.again)
            for text in one.repeated:
                self._add(text)
            for _, text in one.headings:
                self._add(text)


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
    """Return what a row is about: its reference, else the first of its words."""
    ref = _REF.search(row)
    return unescape(ref[1]) if ref else shorten(_plain(row), _MOST_OF_A_LABEL, placeholder="…")


def _plain(html: str) -> str:
    return " ".join(unescape(_TAGS.sub(" ", html.replace(CONTINUED, ""))).split())
