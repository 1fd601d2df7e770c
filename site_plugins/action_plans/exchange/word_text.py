"""People's Markdown as a word processor has it: paragraphs of runs. Links and pictures are their words."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from action_plans.notes.markup import text_html

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold, and so no file of a word processor."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look."""

    words: str
    is_bold: bool = False
    is_italic: bool = False


@dataclass(slots=True)
class Block:
    """A paragraph: its runs, and the mark that stands before it where it is an item of a list."""

    mark: str = ""
    runs: list[Run] = field(default_factory=list)


def blocks_of(text: str) -> list[Block]:
    """Return the paragraphs of a text; none for nothing."""
    reader = _Blocks()
    reader.feed(str(text_html(text)))
    reader.close()
    return [Block(block.mark, runs) for block in reader.blocks if (runs := _single_spaced(block.runs))]


def _single_spaced(runs: list[Run]) -> list[Run]:
    """Return runs without spaces at the ends, and never two in a row: a browser shows them so."""
    found: list[Run] = []
    for run in runs:
        follows_space = not found or found[-1].words[-1] in " \n"
        words = run.words.lstrip(" ") if follows_space else run.words
        if words:
            found.append(Run(words, run.is_bold, run.is_italic))
    while found and not found[-1].words.strip():
        found.pop()
    if found:
        found[-1] = Run(found[-1].words.rstrip(), found[-1].is_bold, found[-1].is_italic)
    return found


def xml_words(words: str) -> str:
    """Return words without what cannot stand in a file of a word processor."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", words)


class _Blocks(HTMLParser):
    """Reads the HTML that we make of people's words, which is whole and holds nothing but text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._lists: list[int | None] = []
        self._bold = self._italic = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            start = dict(attrs).get("start") or "1"
            self._lists.append(int(start) if tag == "ol" else None)
        elif tag == "li":
            self.blocks.append(Block(self._mark()))
        elif tag in _BLOCKS and not self._begins_item():
            self.blocks.append(Block())
        elif tag in _CELLS:
            self._add(" ")
        self._bold += tag in _BOLD
        self._italic += tag in _ITALIC
        if tag == "br":
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        self._bold -= tag in _BOLD
        self._italic -= tag in _ITALIC

    def handle_data(self, data: str) -> None:
        self._add(xml_words(re.sub(r"\s+", " ", data)))

    def _add(self, words: str) -> None:
        if not self.blocks:
            self.blocks.append(Block())
        self.blocks[-1].runs.append(Run(words, bool(self._bold), bool(self._italic)))

    def _mark(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "\N{BULLET}"
        self._lists[-1] = number + 1
        return f"{number}."

    def _begins_item(self) -> bool:
        """Whether the newest paragraph is an item without words yet: its own first paragraph begins no other."""
        newest = self.blocks[-1] if self.blocks else Block()
        return bool(newest.mark) and not any(run.words.strip() for run in newest.runs)


_BLOCKS = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "tr", "dt", "dd"})
_CELLS = frozenset({"td", "th"})
_BOLD = frozenset({"strong", "h2", "h3", "h4", "h5", "h6", "th", "dt"})
_ITALIC = frozenset({"em"})
