"""A plan's text cut into pieces that can be read alone: each field of the plan, and each entry of its lists of items.

Most versions change one item: to read the others again would cost 6 ms each, thousands of times. Cutting knows nothing
of YAML but where lines begin. A text that it would cut wrongly, within quotes or braces that go over several lines,
gives pieces that cannot be read alone, and is then read whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from action_plans.model.plan import ITEM_FIELDS, Plan
from action_plans.model.reference import APART

ITEM_LISTS = tuple(field for field, kind in ITEM_FIELDS.items() if kind not in APART)
"""The lists of a plan whose entries have ids, and a history each of its own."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a plan's text: the field that it is of, its text, and whether it is one entry of a list of items."""

    field: str
    text: str
    is_entry: bool = False


def cut(text: str) -> tuple[Piece, ...] | None:
    """Return the pieces of a plan's text, in its order; None where it is not written in the usual way. Linear."""
    starts = []
    for found in _AT_MARGIN.finditer(text):
        key = _KEY.match(text, found.start())
        if key is not None:
            starts.append((found.start(), key["name"]))
        elif not text.startswith("- ", found.start()):
            return None
    if not starts or _WORDS.search(text, 0, starts[0][0]):
        return None
    names = [name for _, name in starts]
    if len(set(names)) != len(names):
        return None
    pieces: list[Piece] = []
    for number, (start, name) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(text)
        entries = _entries(name, text[start:end]) if name in ITEM_LISTS else None
        pieces += entries if entries is not None else [Piece(name, text[start:end])]
    return tuple(pieces)


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
_AT_MARGIN = re.compile(r"^[^\s#].*$", re.MULTILINE)
_KEY = re.compile(r"(?P<name>[A-Za-z_]\w*):(?=\s|$)", re.MULTILINE)
_WORDS = re.compile(r"^[^\s#]", re.MULTILINE)
_FIRST = re.compile(r"\n(?P<indent> *)-(?=[ \n])")


def _entries(name: str, block: str) -> list[Piece] | None:
    """Return the entries of a list; None where it is not a list of one entry below the other."""
    first = _FIRST.search(block)
    if first is None or not re.fullmatch(rf"{name}:[ \t]*(?:#.*)?(?:\n[ \t]*(?:#.*)?)*", block[: first.start()]):
        return None
    indent = len(first["indent"])
    body = block[first.start() + 1 :]
    if indent and re.search(rf"^ {{0,{indent - 1}}}[^ \n#]", body, re.MULTILINE):
        return None
    starts = [found.start() for found in re.finditer(rf"^ {{{indent}}}-(?=[ \n])", body, re.MULTILINE)]
    ends = [*starts[1:], len(body)]
    return [Piece(name, body[start:end], is_entry=True) for start, end in zip(starts, ends, strict=True)]
