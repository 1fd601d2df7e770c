"""Takes a finished file apart: every text, attribute and comment is a piece, whatever kind of file it is."""

import base64
import binascii
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto, unique
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote

from action_plans.family.words.folding import fold


@unique
class Kind(Enum):
    """What a piece is to a reader."""

    VISIBLE = auto()
    """Text that everyone sees."""
    SPOKEN = auto()
    """Text that a screen reader says, or a search engine shows: an alternative text, a label."""
    ADDRESS = auto()
    """Where a link leads, and what a page loads."""
    HIDDEN = auto()
    """A class, an id, a comment, a file of data."""
    NAME = auto()
    """The name of a file or of an attribute."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece, and whether something stands before it that parts words, such as a new paragraph."""

    text: str
    kind: Kind
    is_parted: bool = True


def pieces(name: str, content: bytes) -> Iterator[Piece]:
    """Yield the pieces of a file, in order, its name first. Texts are folded: see `folding.fold`."""
    yield Piece(fold(unquote(name)), Kind.NAME)
    text = content.decode("utf-8", errors="replace")
    if name.endswith((".html", ".svg", ".xml")):
        found = plain_pieces(text)
        yield from found if found is not None else parsed_pieces(text)
    elif name.endswith((".json", ".webmanifest")):
        yield from (Piece(fold(each), Kind.HIDDEN) for each in _of_json(text))
    else:
        yield from (Piece(fold(line), Kind.HIDDEN) for line in text.split("\n"))


def plain_pieces(text: str) -> list[Piece] | None:
    """Return the pieces of a page that is written as plainly as ours are: each tag is parsed once, not on every page.

    None for a page with anything else in it, a comment or a lone `<` or a script: it has to be parsed as a whole.
    """
    found: list[Piece] = []
    is_parted = True
    tokens = _PLAIN.findall(text)
    if sum(map(len, tokens)) != len(text):
        return None
    for token in tokens:
        if token[0] != "<":
            said = _said(token)
            if said is not None:
                found.append(Piece(said, Kind.VISIBLE, is_parted))
            is_parted = said is None
        elif (tag := _tag(token)) is None:
            return None
        else:
            inside, parts = tag
            found += inside
            is_parted = is_parted or parts
    return found


def parsed_pieces(text: str) -> list[Piece]:
    """Return the pieces of any page, parsed as a whole."""
    return _parsed(text, is_parted=True)[0]


@lru_cache(maxsize=4096)  # what a topic says stands on several pages, and what the theme says on every page
def _said(data: str) -> str | None:
    """Return a text between two tags, folded; None for mere blanks."""
    said = unescape(data)
    return fold(said) if said.strip() else None


@lru_cache(maxsize=4096)  # pages have the same few hundred tags again and again
def _tag(written: str) -> tuple[tuple[Piece, ...], bool] | None:
    """Return the pieces of one tag, and whether it parts words; None where what follows may be no tag."""
    name = _NAME.match(written)
    if name is not None and name[1].casefold() in _OF_THEIR_OWN:
        return None
    found, is_parted = _parsed(written, is_parted=False)
    return tuple(found), is_parted


def _parsed(text: str, *, is_parted: bool) -> tuple[list[Piece], bool]:
    reader = _Reader(is_parted=is_parted)
    reader.feed(text)
    is_parted = reader.is_parted
    reader.close()
    return reader.found, is_parted


class _Reader(HTMLParser):
    def __init__(self, *, is_parted: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Piece] = []
        self.is_parted = is_parted

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_parted = self.is_parted or tag not in INLINE
        for name, value in attrs:
            self._add(name, Kind.NAME)
            if value and name not in _LANGUAGE and not (name in _GEOMETRY and _DRAWING.fullmatch(value)):
                self._add_value(name, value)

    def handle_endtag(self, tag: str) -> None:
        self.is_parted = self.is_parted or tag not in INLINE

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append(Piece(fold(data), Kind.VISIBLE, self.is_parted))
            self.is_parted = False
        elif data:
            self.is_parted = True

    def handle_comment(self, data: str) -> None:
        self._add(data, Kind.HIDDEN)

    def handle_decl(self, decl: str) -> None:
        self._add(decl, Kind.HIDDEN)

    def unknown_decl(self, data: str) -> None:
        self._add(data, Kind.HIDDEN)

    def handle_pi(self, data: str) -> None:
        self._add(data, Kind.HIDDEN)

    def _add_value(self, name: str, value: str) -> None:
        if name in _SPOKEN:
            self._add(value, Kind.SPOKEN)
            return
        self._add(unquote(value), Kind.ADDRESS if name in _LEADING else Kind.HIDDEN)
        packed = _PACKED.search(value)
        if packed is not None:
            self._add(_unpacked(packed[1]), Kind.HIDDEN)

    def _add(self, text: str, kind: Kind) -> None:
        self.found.append(Piece(fold(text), kind))


_PLAIN = re.compile(
    r"</?[A-Za-z][A-Za-z0-9]*(?:\s+[A-Za-z][A-Za-z0-9:-]*(?:=\"[^\"<>]*\")?)*\s*/?>|<!doctype html>|[^<]+",
    re.ASCII | re.IGNORECASE,
)
"""A tag with its values in quotation marks, the first line of a page, or what stands between two tags."""
_NAME = re.compile(r"</?([A-Za-z0-9]+)")
_OF_THEIR_OWN = frozenset(
    ["iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "xmp"]
)
"""Elements in which a tag may be none."""
INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "mark", "s", "small", "span", "strong", "sub", "sup"]
) | frozenset(["tspan", "u", "wbr"])
"""Elements that cut no word."""
_LANGUAGE = frozenset({"lang", "dir", "hreflang"})
_GEOMETRY = frozenset({"d", "points", "viewbox", "transform"})
_DRAWING = re.compile(r"[MmLlHhVvCcSsQqTtAaZz\d\s.,+-]*")
_SPOKEN = frozenset({"alt", "title", "aria-label", "aria-description", "content", "value", "placeholder", "summary"})
_LEADING = frozenset({"href", "xlink:href", "src", "srcset", "action", "poster", "data", "cite", "background", "ping"})
_PACKED = re.compile(r"data:[^,]*;base64,([A-Za-z0-9+/=\s]+)")


def _unpacked(written: str) -> str:
    try:
        return base64.b64decode(written).decode("utf-8", errors="replace")
    except (binascii.Error, ValueError):
        return written


def _of_json(text: str) -> Iterator[str]:
    try:
        loaded = json.loads(text)
    except ValueError:
        yield from text.split("\n")
        return
    waiting = [loaded]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield from value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
        else:
            yield str(value)
