"""A sheet that was exported and came back: its rows, and what each cell held when it left, if the sheet says so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from action_plans.exchange.action_columns import ACTION, COLUMNS, EDITABLE, FINDING, REFERENCE
from action_plans.exchange.cell_reading import plain_words
from action_plans.exchange.spreadsheet_reading import Spreadsheet
from action_plans.exchange.spreadsheet_rows import CellValue, Sheet, SheetRow
from action_plans.exchange.workbook_writing import MARK
from action_plans.model.reference import Ref

Before = Mapping[str, Mapping[str, str]]
"""What each cell held: by the folded reference of its row, then by the name of its column."""

_LOOKED_FOR = 20
"""In how many rows from the top the header is looked for."""

_SOME, _MOST = 4, 10
"""How many columns of ours a table has at least to be ours: in a book that says so itself, and in any other."""

_NAMES = {column.name.casefold(): column.name for column in COLUMNS}
_EDITABLE = frozenset(column.name for column in EDITABLE)


@dataclass(frozen=True, slots=True)
class ReturnedCell:
    """A cell: what stands in it, and where people find it: `Actions!G7`."""

    value: CellValue
    place: str


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row of an action: what stands under Reference, and the cells that may have been changed, by their columns.

    `grey` are those of columns that the plan makes: what somebody wrote there does not come back, and is told.
    """

    reference: str
    place: str
    cells: Mapping[str, ReturnedCell]
    grey: Mapping[str, ReturnedCell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Returned:
    """All rows of a sheet that came back, from however many tables.

    `plan` and `before` are what the sheet says of itself: None where nothing is said. `missing` are the columns that a
    table has no longer, `unknown` those that are not ours, with their places. `lost` are the places of tables that are
    ours and have no column Reference any more: nobody knows which action a row of them is.
    """

    rows: tuple[ReturnedRow, ...]
    plan: str | None = None
    before: Before | None = None
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    ignored: tuple[str, ...] = field(default=())
    lost: tuple[str, ...] = ()


def returned(book: Spreadsheet) -> Returned | None:
    """Return what a spreadsheet holds of a plan's actions; None where no table in it is like one that we export."""
    plan, before = _exported(book)
    rows: list[ReturnedRow] = []
    missing: list[str] = []
    unknown: list[str] = []
    beside: list[str] = []
    lost: list[str] = []
    found = False
    for sheet in book.sheets:
        header = _header(sheet) if not _is_ours(sheet) else None
        if header is None:
            lost += _without_reference(sheet, is_exported=plan is not None) if not _is_ours(sheet) else ()
            continue
        found = True
        columns = _columns(header)
        where = f" ({sheet.name})" if sheet.name else ""
        missing += [f"{one.name}{where}" for one in EDITABLE if one.name not in columns.values()]
        unknown += [
            f"{plain_words(cell)} ({sheet.place(header.number, number)})"
            for number, cell in enumerate(header.cells)
            if cell is not None and number not in columns
        ]
        rows += [_row(sheet, row, columns) for row in sheet.rows if row.number > header.number]
        beside += _beside(sheet, header, columns)
    if not found and not lost:
        return None
    return Returned(tuple(rows), plan, before, tuple(missing), tuple(unknown), (*book.ignored, *beside), tuple(lost))


def _is_ours(sheet: Sheet) -> bool:
    return bool(sheet.rows) and plain_words(sheet.rows[0].cells[0]) == MARK


def _exported(book: Spreadsheet) -> tuple[str | None, Before | None]:
    """Return what the hidden sheet says, by whatever name it goes by now."""
    sheet = next((sheet for sheet in book.sheets if _is_ours(sheet)), None)
    if sheet is None or len(sheet.rows) < 2:  # noqa: PLR2004 -- what it is, and the names of the columns
        return None, None
    first, names, *rows = sheet.rows
    columns = _columns(names)
    place = next((number for number, name in columns.items() if name == REFERENCE), None)
    if place is None or len(first.cells) < 2:  # noqa: PLR2004 -- the mark and the plan
        return None, None
    before: dict[str, dict[str, str]] = {}
    for row in rows:
        cells = {name: _words(row, number) for number, name in columns.items() if name != REFERENCE}
        before[_words(row, place).casefold()] = cells
    return plain_words(first.cells[1]), before


def _words(row: SheetRow, number: int) -> str:
    return plain_words(row.cells[number]) if number < len(row.cells) else ""


def _header(sheet: Sheet) -> SheetRow | None:
    """Return the row with the names of the columns, where it is one of a table of actions."""
    for row in sheet.rows[:_LOOKED_FOR]:
        names = set(_columns(row).values())
        if REFERENCE in names and (ACTION in names or len(names & _EDITABLE - {FINDING}) > 1):
            return row
    return None


def _without_reference(sheet: Sheet, *, is_exported: bool) -> Iterator[str]:
    """Yield the place of a table of actions that has no column Reference: where the book or its columns are ours."""
    least = _SOME if is_exported else _MOST
    for row in sheet.rows[:_LOOKED_FOR]:
        names = set(_columns(row).values())
        if REFERENCE not in names and ACTION in names and len(names) >= least:
            yield sheet.place(row.number, 0)
            return


def _columns(header: SheetRow) -> dict[int, str]:
    """Return our names of columns by their numbers; of two of one name the first."""
    found: dict[str, int] = {}
    for number, cell in enumerate(header.cells):
        name = _NAMES.get(" ".join(plain_words(cell).split()).casefold())
        if name is not None:
            found.setdefault(name, number)
    return {number: name for name, number in found.items()}


def _beside(sheet: Sheet, header: SheetRow, columns: Mapping[int, str]) -> Iterator[str]:
    """Yield what people said beside the words of cells, which does not come back: a line through it, or a comment."""
    place = next(number for number, name in columns.items() if name == REFERENCE)
    for row in sheet.rows:
        if row.number > header.number and row.struck & {place, *(n for n, name in columns.items() if name == ACTION)}:
            told = "is struck through, and that changes nothing. Write Closed as its status, or stop it in the plan."
            yield f"{sheet.place(row.number, place)}: {_words(row, place) or 'this row'} {told}"
    for (number, column), words in sheet.comments.items():
        told = "cannot be taken over. Write it into Latest update."
        yield f"{sheet.place(number, column)}: a comment, “{' '.join(words.split())}”, {told}"


def _row(sheet: Sheet, row: SheetRow, columns: Mapping[int, str]) -> ReturnedRow:
    cells = {
        name: ReturnedCell(row.cells[number] if number < len(row.cells) else None, sheet.place(row.number, number))
        for number, name in columns.items()
    }
    reference = cells.pop(REFERENCE)
    editable = {name: cell for name, cell in cells.items() if name in _EDITABLE}
    grey = {name: cell for name, cell in cells.items() if name not in _EDITABLE}
    return ReturnedRow(plain_words(reference.value), reference.place, editable, grey)


def in_full(reference: str, plan: str) -> str:
    """Return a reference as people may write it, `A7` or `OAK/A7`, in full and folded."""
    return Ref.to(plan, reference).casefold() if "/" not in reference else reference.casefold()
