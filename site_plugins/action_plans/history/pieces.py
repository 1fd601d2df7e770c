"""A plan's text cut into pieces that can be read alone: each field of the plan, and each entry of its lists of items.

Most versions change one item: to read the others again would cost 6 ms each, thousands of times. Cutting knows nothing
of YAML but where lines begin. A text that it would cut wrongly, within quotes or braces that go over several lines,
gives pieces that cannot be read alone, and is then read whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from action_plans.model.plan import ITEM_FIELDS, Plan
from action_plans.model.reference import APART

ITEM_LISTS = tuple(field for field, kind in ITEM_FIELDS.items() if kind not in APART)
"""The lists of a plan whose entries have ids, and a history each of its own."""


class Piece(NamedTuple):
    """A part of a plan's text: the field that it is of, its text, and whether it is one entry of a list of items."""

    field: str
    text: str
    is_entry: bool = False


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a plan's text, in its order, and what stands before each and is in none: the name of its list."""

    pieces: tuple[Piece, ...]
    before: tuple[str, ...]
    _whole: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Put together what the text consists of."""
        both = zip(self.before, self.pieces, strict=True)
        object.__setattr__(self, "_whole", tuple([before + piece.text for before, piece in both]))

    def as_in(self, text: str) -> tuple[int, int, int, int]:
        """Return how many pieces another text begins with, and where it goes on; how many are before those that it
        ends with, and where these begin.
        """  # noqa: D205 -- four numbers need more than a line
        first, start = 0, 0
        for one in self._whole:
            if not text.startswith(one, start):
                break
            first, start = first + 1, start + len(one)
        last, end = len(self._whole), len(text)
        while last > first and text.endswith(self._whole[last - 1], start, end):
            last, end = last - 1, end - len(self._whole[last - 1])
        return first, start, last, end


def cut(text: str, known: Pieces | None = None) -> Pieces | None:
    """Return the pieces of a plan's text; None where it is not written in the usual way.

    `known` are those of another text: where only entries of one list differ, nothing else is cut again. Cost: linear.
    """
    again = _cut_again(text, known) if known is not None else None
    return again if again is not None else _cut(text)


def text_of(pieces: Sequence[Piece]) -> str:
    """Return a plan's text of some pieces, in their order, with what no plan may lack."""
    lines = [f"{name}: X\n" for name in NEEDED if all(piece.field != name for piece in pieces)]
    field = ""
    for piece in pieces:
        if piece.is_entry and piece.field != field:
            lines.append(f"{piece.field}:\n")
        lines.append(piece.text if piece.text.endswith("\n") else f"{piece.text}\n")
        field = piece.field
    return "".join(lines)


NEEDED = tuple(name for name, field in Plan.model_fields.items() if field.is_required())
_AT_MARGIN = re.compile(r"\n[^\s#]")
_KEY = re.compile(r"(?P<name>[A-Za-z_]\w*):(?=\s|$)", re.MULTILINE)
_NO_WORDS = re.compile(r"(?:[ \t]*(?:#.*)?\n)*")
_FIRST = re.compile(r"\n(?P<indent> *)-(?=[ \n])")


def _cut(text: str) -> Pieces | None:
    starts = []
    for found in _AT_MARGIN.finditer(f"\n{text}"):
        start = found.start()
        key = _KEY.match(text, start)
        if key is not None:
            starts.append((start, key["name"]))
        elif not text.startswith("- ", start):
            return None
    if not starts or not _NO_WORDS.fullmatch(text, 0, starts[0][0]):
        return None
    names = [name for _, name in starts]
    if len(set(names)) != len(names):
        return None
    pieces: list[Piece] = []
    before: list[str] = []
    for number, (start, name) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(text)
        lead = text[:start] if number == 0 else ""
        head, entries = _entries(name, text[start:end]) if name in ITEM_LISTS else ("", None)
        pieces += entries if entries is not None else [Piece(name, text[start:end])]
        before += [lead + head, *[""] * (len(pieces) - len(before) - 1)]
    return Pieces(tuple(pieces), tuple(before))


def _entries(name: str, block: str) -> tuple[str, list[Piece] | None]:
    """Return what stands before the entries of a list, and these; None where one is not below the other."""
    first = _FIRST.search(block)
    if first is None or not re.fullmatch(rf"{name}:[ \t]*(?:#.*)?(?:\n[ \t]*(?:#.*)?)*", block[: first.start()]):
        return "", None
    indent = len(first["indent"])
    body = block[first.start() + 1 :]
    if indent and _less(indent).search(body):
        return "", None
    return block[: first.start() + 1], _split(name, body, indent)


def _split(name: str, body: str, indent: int) -> list[Piece]:
    starts = [0, *(found.start() + 1 for found in _dash(indent).finditer(body))]
    ends = [*starts[1:], len(body)]
    return [Piece(name, body[start:end], is_entry=True) for start, end in zip(starts, ends, strict=True)]


def _cut_again(text: str, known: Pieces) -> Pieces | None:
    """Return the pieces of a text of which only entries of one list are not those of another; None where more is.

    The entry before what differs is cut again with it: it may have gone on, or have swallowed what follows.
    """
    first, start, last, end = known.as_in(text)
    if first == 0:
        return None
    first -= 1
    changed = known.pieces[first:last]
    name, _, is_entry = changed[0]
    if not is_entry or any(one.field != name for one in changed):
        return None
    body = text[start - len(changed[0].text) : end]
    indent = len(body) - len(body.lstrip(" "))
    outside = _less(indent) if indent else _NO_ENTRY
    if outside.search(body) or (end < len(text) and not body.endswith("\n")):
        return None
    fresh = _split(name, body, indent)
    return Pieces(
        (*known.pieces[:first], *fresh, *known.pieces[last:]),
        (*known.before[: first + 1], *[""] * (len(fresh) - 1), *known.before[last:]),
    )


_NO_ENTRY = re.compile(r"\n(?!- )[^\s#]")


@cache
def _less(indent: int) -> re.Pattern[str]:
    """Return what finds a line, not the first, that begins further to the left than a number of spaces."""
    return re.compile(rf"\n {{0,{indent - 1}}}[^ \n#]")


@cache
def _dash(indent: int) -> re.Pattern[str]:
    """Return what finds the beginning of each entry but the first, behind a number of spaces."""
    return re.compile(rf"\n{' ' * indent}-(?=[ \n])")  # begins with a text, for which is looked four times as fast
