"""The columns of a table that some row fills: the others are left out, with their cells.

It reads what the component `rows` writes, and leaves alone what it does not know: a row with another number of cells
than there are columns, a table within a cell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

_ROW = re.compile(r"(<tr\b[^>]*>)([^<]*(?:<(?!/tr>)[^<]*)*)(</tr>)")
_CELL = re.compile(r"<(t[hd])\b[^>]*>([^<]*(?:<(?!/\1>)[^<]*)*)</\1>")
_SPAN = re.compile(r'(\bcolspan=")(\d+)(")')
_TAG = re.compile(r"<[^>]*>")
_SHOWN = re.compile(r"<(?:img|svg|input|select|button)\b")


@dataclass(frozen=True, slots=True)
class FilledTable:
    """The names of the columns that are filled, and the rows with these alone."""

    columns: tuple[str, ...]
    body: Markup


def filled_columns(body: str, columns: Sequence[str]) -> FilledTable:
    """Return a table without the columns that no row fills.

    The first column names the row, and stays. A row that heads a group stands across all columns and fills none.
    Without rows nothing is left out. Cost: linear in the table; of a full one only the first rows are read.
    """
    empty = _empty(body, len(columns))
    if not empty:
        return FilledTable(tuple(columns), Markup(body))  # noqa: S704 -- as the component wrote it
    shown = _ROW.sub(lambda row: row[1] + _without(row[2], empty) + row[3], body)
    kept = tuple(name for place, name in enumerate(columns) if place not in empty)
    return FilledTable(kept, Markup(shown))  # noqa: S704 -- as the component wrote it, less some cells


def _empty(body: str, width: int) -> set[int]:
    """Return the places of the columns that no row fills; none where the table is not as we know it."""
    left, seen = set(range(1, width)), False
    for row in _ROW.finditer(body):
        if not left:
            return set()
        if _heads_group(row[2]):
            continue
        cells = _CELL.findall(row[2])
        if len(cells) != width or "<table" in row[2]:
            return set()
        seen = True
        left -= {place for place in left if _is_filled(cells[place][1])}
    return left if seen else set()


def _heads_group(row: str) -> bool:
    return "colspan=" in row and _SPAN.search(row) is not None


def _is_filled(cell: str) -> bool:
    return bool(_TAG.sub("", cell).strip()) or _SHOWN.search(cell) is not None


def _without(row: str, empty: set[int]) -> str:
    if _heads_group(row):
        return _SPAN.sub(lambda span: f"{span[1]}{int(span[2]) - len(empty)}{span[3]}", row)
    return "".join(cell[0] for place, cell in enumerate(_CELL.finditer(row)) if place not in empty)
