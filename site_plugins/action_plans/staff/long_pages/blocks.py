"""A page as blocks within blocks, as far as it may be cut: between rows, items and sections, never inside one."""

import re
from dataclasses import dataclass

_TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"]|"[^"]*")*)>')
_DIVIDED = frozenset(("div", "section", "table", "tbody", "ul", "ol", "dl", "li"))
"""What may be cut between the blocks inside it."""
_STANDING = _DIVIDED | frozenset(
    ("tr", "li", "h1", "h2", "h3", "h4", "p", "nav", "form", "fieldset", "thead", "details", "svg", "pre", "dt", "dd")
)
"""What begins on a line of its own, so that a cut may stand before it."""
_VOID = frozenset(("br", "wbr", "hr", "img", "input", "meta", "link", "col", "source"))


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of HTML: what it is called (empty for text), from where to where it stands, and what it holds.

    `start` and `end` are offsets in the page's HTML; `opened` is where its own first tag ends, `closing` where its last
    one begins. `inner` is empty for what is never cut.
    """

    name: str
    start: int
    end: int
    opened: int
    closing: int
    inner: tuple["Block", ...] = ()

    @property
    def size(self) -> int:
        """How many characters it takes."""
        return self.end - self.start

    @property
    def is_standing(self) -> bool:
        """Whether a cut may stand before it."""
        return self.name in _STANDING

    @property
    def level(self) -> int:
        """Which heading it is, from 1; below them all the term of a list of terms; 0 for anything else."""
        if self.name == "dt":
            return 7
        return int(self.name[1]) if self.name[:1] == "h" and self.name[1:].isdigit() else 0


def blocks_of(html: str) -> tuple[Block, ...] | None:
    """Return the blocks of HTML in order; None where its tags do not close each other. Cost: linear."""
    outer: list[tuple[str, int, int, list[Block]]] = []
    found: list[Block] = []
    position = 0
    while tag := _TAG.search(html, position):
        if tag.start() > position:
            found.append(_atom("", position, tag.start()))
        is_end, name, position = bool(tag[1]), tag[2].lower(), tag.end()
        if is_end:
            if not outer or outer[-1][0] != name:
                return None
            _, start, opened, above = outer.pop()
            above.append(Block(name, start, tag.end(), opened, tag.start(), tuple(found)))
            found = above
        elif name in _DIVIDED:
            outer.append((name, tag.start(), tag.end(), found))
            found = []
        else:
            is_whole = name in _VOID or tag[3].endswith("/")
            end = tag.end() if is_whole else _end_of(html, name, tag.end())
            if end is None:
                return None
            found.append(_atom(name, tag.start(), end))
            position = end
    if outer:
        return None
    if position < len(html):
        found.append(_atom("", position, len(html)))
    return tuple(found)


def _atom(name: str, start: int, end: int) -> Block:
    return Block(name, start, end, start, end)


def _end_of(html: str, name: str, position: int) -> int | None:
    """Return where an element ends whose first tag ends at `position`; None where nothing closes it."""
    close, depth = f"</{name}>", 1
    again = re.compile(rf"<{name}[\s>]")
    while depth:
        end = html.find(close, position)
        if end < 0:
            return None
        depth += sum(1 for _ in again.finditer(html, position, end)) - 1
        position = end + len(close)
    return position
