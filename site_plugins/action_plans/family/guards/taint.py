"""Guard 2: no byte of the finished output holds anything internal.

Texts, attributes, comments, file names and files of any other kind are looked at; the theme's stylesheet is not. Every
tag ends a run of words, so that a run always comes from one place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote

from action_plans.family.guards.internal_words import InternalWords, Run, runs
from action_plans.family.guards.marks import MarkFinder
from action_plans.family.theme_words import SLOT, ThemeWords
from action_plans.model.when import MONTHS

RUN = 4
"""How many words in a row tell that a text is internal."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Something internal in a finished file: what it is, and the words."""

    file: str
    what: str
    words: str
    run: Run = ()


@dataclass(frozen=True, slots=True)
class Excused:
    """What may be published.

    Attributes:
        runs: runs of four words, as they stand.
        shapes: runs of four words in which a number or a month may be any.
        values: whole values of attributes, such as web addresses.
    """

    runs: frozenset[Run]
    shapes: frozenset[Run]
    values: frozenset[str]

    def holds(self, run: Run) -> bool:
        """Whether a run may be published."""
        return run in self.runs or _shape(run) in self.shapes


def excused(
    texts: Iterable[str], theme: Iterable[ThemeWords], literals: Iterable[str], slots: Mapping[str, Sequence[str]]
) -> Excused:
    """Collect what may be published.

    Args:
        texts: what authors wrote that is published, and what sources may give: ratings, dates, regulator, link.
        theme: the theme's words.
        literals: words that stand in the templates themselves.
        slots: what authors' words may stand in which slot of the theme's sentences.
    """
    published = tuple(texts)
    own = [*literals, *(filled for words in theme for text in words.sentences() for filled in _filled(text, slots))]
    return Excused(
        runs=frozenset(run for text in published for run in runs(text, RUN)),
        shapes=frozenset(_shape(run) for text in own for run in runs(text, RUN)),
        values=frozenset(" ".join(text.split()) for text in (*published, *own)),
    )


def leaks(files: Mapping[str, bytes], internal: InternalWords, marks: MarkFinder, allowed: Excused) -> Iterator[Leak]:
    """Yield everything internal that finished files hold. Cost: linear in what is written and what is published."""
    forbidden = internal.runs(RUN)
    for name in sorted(files):
        pieces = [_Piece(name, is_address=True), *_pieces(name, files[name])]
        seen: set[tuple[str, str]] = set()
        for piece in pieces:
            for leak in _leaks_of(name, piece, forbidden, marks, allowed):
                if (leak.what, leak.words) not in seen:
                    seen.add((leak.what, leak.words))
                    yield leak


def visible_texts(page: bytes) -> tuple[str, ...]:
    """Return the texts of a page that a reader sees, in order."""
    reader = _Reader()
    reader.feed(page.decode("utf-8"))
    reader.close()
    return tuple(piece.text for piece in reader.pieces if piece.is_visible)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text, an attribute, a comment or a file's name."""

    text: str
    is_visible: bool = False
    is_address: bool = False


class _Reader(HTMLParser):
    """Takes a page apart: every text, attribute and comment is a piece of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[_Piece] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- the parser's signature
        for name, value in attrs:
            self.pieces.append(_Piece(name))
            if value and name not in _LANGUAGE and not (name in _GEOMETRY and _DRAWING.fullmatch(value)):
                self.pieces.append(_Piece(unquote(value), is_address=name not in _SPOKEN))

    def handle_data(self, data: str) -> None:
        self.pieces.append(_Piece(data, is_visible=True))

    def handle_comment(self, data: str) -> None:
        self.pieces.append(_Piece(data))

    def handle_decl(self, decl: str) -> None:
        self.pieces.append(_Piece(decl))

    def unknown_decl(self, data: str) -> None:
        self.pieces.append(_Piece(data))

    def handle_pi(self, data: str) -> None:
        self.pieces.append(_Piece(data))


_LANGUAGE = frozenset({"lang", "dir", "hreflang"})
_GEOMETRY = frozenset({"d", "points", "viewbox", "transform"})
_DRAWING = re.compile(r"[MmLlHhVvCcSsQqTtAaZz\d\s.,+-]*")
_SPOKEN = frozenset({"alt", "title", "aria-label", "content", "value", "placeholder", "summary"})
_MONTHS = frozenset(month.casefold() for month in MONTHS)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def _pieces(name: str, content: bytes) -> list[_Piece]:
    text = content.decode("utf-8", errors="replace")
    if name.endswith(".css"):
        return []
    if name.endswith((".html", ".svg", ".xml")):
        reader = _Reader()
        reader.feed(text)
        reader.close()
        return reader.pieces
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return [_Piece(part, is_address=True) for part in re.split(r'["\n]', plain)]


def _leaks_of(
    file: str, piece: _Piece, forbidden: frozenset[Run], marks: MarkFinder, allowed: Excused
) -> Iterator[Leak]:
    if " ".join(piece.text.split()) in allowed.values or _without_scheme(piece.text) in allowed.values:
        return
    for found in marks.find_in_address(piece.text) if piece.is_address else ():
        yield Leak(file, found.what, found.mark)
    for found in marks.find(piece.text):
        yield Leak(file, found.what, found.mark)
    for run in runs(piece.text, RUN):
        if run in forbidden and not allowed.holds(run):
            yield Leak(file, "words of an internal text", " ".join(run), run)


def _without_scheme(address: str) -> str:
    return address.strip().removeprefix("mailto:").removeprefix("tel:")


def _filled(text: str, slots: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield a sentence of the theme with its slots filled: authors' words for theirs, `1` for numbers and dates."""
    named = [name for name in SLOT.findall(text) if name in slots]
    dated = SLOT.sub(lambda found: found.group() if found[1] in slots else _SAMPLE.get(found[1], "1"), text)
    if not named:
        yield dated
        return
    for value in slots[named[0]]:
        yield from _filled(dated.replace(f"{{{named[0]}}}", value), slots)


_SAMPLE = {"month": "March 2026", "day": "1 March 2026"}


def _shape(run: Run) -> Run:
    return tuple("#" if word.isdigit() else "@" if word in _MONTHS else word for word in run)
