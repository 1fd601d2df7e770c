"""What a sheet's XML says that its cells do not: what is merged, which rows are hidden, which results are there."""

import re
from dataclasses import dataclass

from openpyxl.utils import range_boundaries

_TAG = rb"<(?:\w+:)?"
_MERGED = re.compile(_TAG + rb'mergeCell\s[^>]*?ref="([A-Z]+\d+:[A-Z]+\d+)"')
_ROW = re.compile(_TAG + rb"row\s([^>]*)>")
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_NUMBER = re.compile(rb'\br="(\d+)"')
_CELL = re.compile(_TAG + rb"c\s([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_FORMULA = re.compile(_TAG + rb"f[\s>/]")
_RESULT = re.compile(_TAG + rb"v>[^<]")
_EMPTY_RESULT = re.compile(_TAG + rb"v\s*/?>")
_IS_TEXT = re.compile(rb'\bt="str"')
_PLACE = re.compile(rb'\br="([A-Z]+\d+)"')

_MOST_MERGED = 20_000
"""How many merged ranges are looked at: a plan has tens."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range: its first and last row, from 1, and its first and last column, from 0."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class SheetMarkup:
    """What the XML of a sheet says of it. `unsaved` is the cell of a formula whose result is not there, if any."""

    merged: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    unsaved: str | None = None


def read_markup(xml: bytes) -> SheetMarkup:
    """Read the XML of a worksheet. Cost: one pass over its bytes, two where it holds formulas."""
    found = _MERGED.findall(xml)[:_MOST_MERGED] if b"mergeCell" in xml else []
    merged = []
    for one in found:
        left, top, right, bottom = range_boundaries(one.decode())
        assert left and top and right and bottom  # noqa: S101, PT018 -- the pattern has all four
        merged.append(Merge(top, left - 1, bottom, right - 1))
    hidden = [_NUMBER.search(tag) for tag in _ROW.findall(xml) if _HIDDEN.search(tag)] if b"hidden=" in xml else []
    rows = frozenset(int(number[1]) for number in hidden if number is not None)
    return SheetMarkup(tuple(merged), rows, _unsaved(xml) if _FORMULA.search(xml) else None)


def _unsaved(xml: bytes) -> str | None:
    """Return the first cell whose formula came without its result; that of a text may well be empty."""
    for cell in _CELL.finditer(xml):
        tag, inside = cell[1], cell[2] or b""
        if not _FORMULA.search(inside) or _RESULT.search(inside):
            continue
        if not (_IS_TEXT.search(tag) and _EMPTY_RESULT.search(inside)):
            place = _PLACE.search(tag)
            return place[1].decode() if place else "a cell"
    return None
