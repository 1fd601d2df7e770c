"""The sheets of a spreadsheet as they are read: rows of cells, each a word, a figure or a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from openpyxl.utils import get_column_letter

from action_plans.exchange.sheet_markup import Merge

CellValue = str | float | date | None
"""What stands in a cell: words, a figure, a day, or nothing. Of a formula it is what it came to when it was saved."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that holds something: its number as the program shows it, and its cells from column A on.

    `fills` are the colours of its cells as `RRGGBB`, by their columns from 0, of those that have one. `struck` are the
    columns of those whose words are struck through.
    """

    number: int
    cells: tuple[CellValue, ...]
    fills: Mapping[int, str] = field(default_factory=dict)
    struck: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet, with the ranges in it that are merged and the rows that are hidden; the one of a CSV has no name.

    `comments` are what people wrote beside its cells, by their rows, from 1, and columns, from 0.
    """

    name: str
    is_hidden: bool
    rows: tuple[SheetRow, ...]
    merged: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def place(self, row: int, column: int) -> str:
        """Return how people find a cell: `Actions!G7`; `column` is counted from 0."""
        cell = f"{get_column_letter(column + 1)}{row}"
        return f"{self.name}!{cell}" if self.name else cell
