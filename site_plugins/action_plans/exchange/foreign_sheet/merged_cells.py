"""Rows of a sheet with merged ranges filled in: what stands in one cell for several rows is told in each of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from action_plans.exchange.sheet_markup import Merge
from action_plans.exchange.spreadsheet_rows import CellValue, Sheet, SheetRow

_TALLEST = 500
"""How many rows of a merged range are filled: a plan's have a few."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A row: its cells by their places from 0, with what is merged filled in.

    Ranges are filled downwards only, in their first column. `own` are the places at which it holds something itself.
    `wide` are the first and last places of the ranges in it that span several columns and hold something.
    `struck` are the places whose words are struck through, `begun` the rows at which what is filled in stands.
    """

    number: int
    cells: Mapping[int, CellValue]
    own: frozenset[int]
    fills: Mapping[int, str]
    wide: tuple[tuple[int, int], ...] = ()
    struck: frozenset[int] = frozenset()
    begun: Mapping[int, int] = field(default_factory=dict)


def filled_rows(sheet: Sheet) -> list[Filled]:
    """Return the rows of a sheet that hold anything, in order."""
    rows = {row.number: row for row in sheet.rows}
    cells: dict[int, dict[int, CellValue]] = {
        row.number: {place: cell for place, cell in enumerate(row.cells) if cell is not None} for row in sheet.rows
    }
    own = {number: frozenset(held) for number, held in cells.items()}
    wide: dict[int, list[tuple[int, int]]] = {}
    fills = {row.number: dict(row.fills) for row in sheet.rows}
    struck = {row.number: set(row.struck) for row in sheet.rows}
    begun: dict[int, dict[int, int]] = {row.number: {} for row in sheet.rows}
    for merge in sheet.merged:
        _fill(merge, rows, cells, fills, struck, begun)
        if merge.last_column > merge.first_column:
            for number in range(merge.first_row, min(merge.last_row, merge.first_row + _TALLEST) + 1):
                if number in rows and cells[number].get(merge.first_column) is not None:
                    wide.setdefault(number, []).append((merge.first_column, merge.last_column))
    return [
        Filled(
            number,
            cells[number],
            own[number],
            fills[number],
            tuple(wide.get(number, ())),
            frozenset(struck[number]),
            begun[number],
        )
        for number in sorted(rows)
    ]


def _fill(
    merge: Merge,
    rows: Mapping[int, SheetRow],
    cells: Mapping[int, dict[int, CellValue]],
    fills: Mapping[int, dict[int, str]],
    struck: Mapping[int, set[int]],
    begun: Mapping[int, dict[int, int]],
) -> None:
    first = cells.get(merge.first_row, {}).get(merge.first_column)
    if first is None:
        return
    colour = fills[merge.first_row].get(merge.first_column)
    is_struck = merge.first_column in struck[merge.first_row]
    for number in range(merge.first_row + 1, min(merge.last_row, merge.first_row + _TALLEST) + 1):
        if number in rows:
            if merge.first_column not in cells[number]:
                cells[number][merge.first_column] = first
                begun[number][merge.first_column] = merge.first_row
            if is_struck:
                struck[number].add(merge.first_column)
            if colour is not None:
                fills[number].setdefault(merge.first_column, colour)
