"""The tables on a sheet: where a header stands, what is merged filled in, and what stands around them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from action_plans.exchange.cell_reading import plain_words
from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.columns import Column, columns_of
from action_plans.exchange.foreign_sheet.headers import headers_on, headers_told, on_one_line, side_by_side
from action_plans.exchange.foreign_sheet.merged_cells import Filled, filled_rows
from action_plans.exchange.spreadsheet_rows import CellValue, Sheet


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    `cells` holds what stands in it, by the places of columns, with what is merged filled in; `own` are those places
    at which the row itself, not a range begun above, holds something; `is_spanned` tells whether a cell spans several.
    `struck` are the places whose words are struck through, `begun` the rows at which what is filled in stands.
    """

    number: int
    cells: Mapping[int, CellValue]
    own: frozenset[int]
    fills: Mapping[int, str] = field(default_factory=dict)
    is_hidden: bool = False
    is_spanned: bool = False
    struck: frozenset[int] = frozenset()
    begun: Mapping[int, int] = field(default_factory=dict)

    def text(self, place: int) -> str:
        """Return the words of a cell; nothing where it is empty."""
        return plain_words(self.cells.get(place))


@dataclass(frozen=True, slots=True)
class Around:
    """A cell outside of the tables: its words, where it stands, its row.

    `is_above` is whether that is above all tables; `is_between` whether right above one of them that is not the first;
    `is_cover` whether on a sheet of its own before them.
    """

    text: str
    place: str
    row: int
    is_above: bool = False
    is_cover: bool = False
    is_between: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the sheet it is on, the last row of its header, its columns and rows, in order."""

    sheet: Sheet
    header_row: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def of(self, meaning: Meaning) -> tuple[Column, ...]:
        """Return the columns of a meaning."""
        return tuple(column for column in self.columns if column.meaning is meaning)

    def row_place(self, row: Row) -> str:
        """Return how people find a row."""
        return f"{self.sheet.name}, row {row.number}" if self.sheet.name else f"row {row.number}"

    def place(self, row: Row, column: Column) -> str:
        """Return how people find a cell."""
        return self.sheet.place(row.number, column.place)


def tables_on(
    sheet: Sheet, wanted: Mapping[int, Mapping[str, Meaning]] | None = None, *, is_text: bool = False
) -> tuple[list[Table], list[Around]]:
    """Return the tables of a sheet, and what stands around them.

    Args:
        sheet: the sheet.
        wanted: what a map says: for each row of a header the columns by their names. Without it they are recognised.
        is_text: whether it is of a file of text, of which it is not certain that it holds a table at all.
    """
    rows = filled_rows(sheet)
    headers = list(headers_told(rows, wanted) if wanted is not None else headers_on(rows, is_text=is_text))
    tables: list[Table] = []
    in_table: set[tuple[int, int]] = set()
    lines: set[int] = set()
    for number, header in enumerate(headers):
        until = headers[number + 1].first if number + 1 < len(headers) else None
        held = [one for one in rows if one.number > header.last and (until is None or one.number < until)]
        if len(held) > 1 and held[-1].number + 1 == until and len(held[-1].own) == 1:
            lines.add(held.pop().number)  # what stands right above a header is of the table below
        for names in side_by_side(header.names):
            columns = columns_of(names, held, wanted[header.last] if wanted is not None else None)
            if wanted is None and _only_counts(columns, held):
                columns = tuple(replace(column, meaning=Meaning.EXTRA) for column in columns)
            places = {column.place for column in columns}
            tables.append(Table(sheet, header.last, columns, tuple(_rows(held, places, sheet))))
            in_table |= {(one.number, place) for one in held for place in places}
            in_table |= {(header.last, place) for place in places}
            labels = " ".join(column.label for column in columns)
            upper = next((one for one in rows if one.number == header.first < header.last), None)
            if upper is not None:
                in_table |= {(upper.number, place) for place in upper.own if on_one_line(upper.cells[place]) in labels}
    top = headers[0].first if headers else 0
    around = [
        Around(
            plain_words(one.cells[place]),
            sheet.place(one.number, place),
            one.number,
            one.number < top,
            is_between=one.number in lines,
        )
        for one in rows
        for place in sorted(one.own)
        if (one.number, place) not in in_table
    ]
    return tables, around


def _only_counts(columns: Sequence[Column], held: Sequence[Filled]) -> bool:
    """Whether a table tells no finding and no action, but how many there are: a summary, or a pivot."""
    told = [column for column in columns if column.meaning in (Meaning.ACTION, Meaning.FINDING)]
    return all(column.meaning is Meaning.ACTION and _holds_numbers(column, held) for column in told)


def _holds_numbers(column: Column, held: Sequence[Filled]) -> bool:
    """Whether most cells of a column are numbers."""
    cells = [one.cells[column.place] for one in held if one.cells.get(column.place) is not None]
    return 2 * sum(map(_is_number, cells)) > len(cells)


def _is_number(cell: object) -> bool:
    return not isinstance(cell, bool) and re.fullmatch(r"\d+(?:\.\d+)?", str(cell).strip()) is not None


def _rows(held: Sequence[Filled], places: set[int], sheet: Sheet) -> Iterator[Row]:
    for one in held:
        cells = {place: one.cells[place] for place in sorted(places) if one.cells.get(place) is not None}
        own = one.own & places
        if cells:
            wide = any(first in places and len(places & set(range(first, last + 1))) > 2 for first, last in one.wide)  # noqa: PLR2004 -- over three columns
            fills = {place: colour for place, colour in one.fills.items() if place in places}
            struck = frozenset(one.struck & set(cells))
            is_hidden = one.number in sheet.hidden_rows
            yield Row(one.number, cells, frozenset(own), fills, is_hidden, wide, struck, one.begun)
