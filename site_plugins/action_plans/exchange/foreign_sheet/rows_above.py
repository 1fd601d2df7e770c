"""What rows say by the row above: ditto, a number or words that go on, progress in a row of its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.columns import Column
from action_plans.exchange.foreign_sheet.context import Context
from action_plans.exchange.foreign_sheet.found_items import Topic, one_line, quoted
from action_plans.exchange.foreign_sheet.row_kinds import RowKind, row_kind
from action_plans.exchange.foreign_sheet.tables import Row, Table
from action_plans.exchange.spreadsheet_rows import CellValue


def with_rows_above(table: Table, context: Context) -> Table:
    """Return a table whose rows say what they take from above; each is told. Cost: linear."""
    return _Reading(table, context).read()


@dataclass(slots=True)
class _Reading:
    """What was read so far.

    `above` is what stands above in each column, `texts` what was said there by its words, `joined` the last row that
    was joined to one.
    """

    table: Table
    context: Context
    rows: list[Row] = field(default_factory=list)
    above: dict[int, CellValue] = field(default_factory=dict)
    texts: dict[int, dict[str, CellValue]] = field(default_factory=dict)
    joined: dict[int, int] = field(default_factory=dict)

    def read(self) -> Table:
        for row in self.table.rows:
            kind = row_kind(self.table, row, is_early=False)
            before = self.rows[-1] if self.rows else None
            if kind is RowKind.REST and before is not None and self._goes_with(row, before):
                self.rows[-1] = self._joined(before, row)
                continue
            if kind is RowKind.SECTION:
                self.above = {}
            self.rows.append(self._read(row) if kind is RowKind.ENTRY else row)
        return replace(self.table, rows=tuple(self.rows))

    def _read(self, row: Row) -> Row:
        cells = dict(row.cells)
        for column in self.table.columns:
            cell = cells.get(column.place)
            if not isinstance(cell, str):
                if cell is not None:
                    self.above[column.place] = cell
                continue
            meant = self._meant(column, cell)
            if meant is not None:
                cells[column.place] = meant
                told = f"{quoted(cell)} was read as {quoted(str(meant))}, from above."
                self.context.say(Topic.TAKEN, self.table.place(row, column), told)
            self.above[column.place] = cells[column.place]
            if column.meaning in _GO_ON:
                self.texts.setdefault(column.place, {})[_key(str(cells[column.place]))] = cells[column.place]
        return replace(row, cells=cells)

    def _meant(self, column: Column, cell: str) -> CellValue:
        """Return what a cell means that points to what stands above; None where it says it itself."""
        text = one_line(cell)
        if column.meaning in _SAY_THE_SAME and _DITTO.fullmatch(text):
            return self.above.get(column.place)
        if column.meaning in _GO_ON and (match := _CONTINUED.fullmatch(text)) is not None:
            if not match["what"]:
                return self.above.get(column.place)
            return self.texts.get(column.place, {}).get(_key(match["what"]))
        return None

    def _goes_with(self, row: Row, before: Row) -> bool:
        """Whether a row only says more of the action right above it: in the columns in which it is told how it goes."""
        meanings = {column.meaning for column in self.table.columns if column.place in row.own}
        is_right_below = row.number == self._last + 1
        return (
            is_right_below
            and bool(meanings & _PROGRESS)
            and meanings <= _PROGRESS
            and row_kind(self.table, before, is_early=False) is RowKind.ENTRY
        )

    @property
    def _last(self) -> int:
        """The number of the row before, or of the last that was joined to it."""
        return self.joined.get(self.rows[-1].number, self.rows[-1].number)

    def _joined(self, before: Row, row: Row) -> Row:
        cells: Mapping[int, CellValue] = dict(before.cells)
        more = {place: row.text(place) for place in row.own}
        for place, text in more.items():
            told = f"{quoted(text)} was read with row {before.number}, above it."
            self.context.say(Topic.TAKEN, self.table.sheet.place(row.number, place), told)
        both = {place: f"{before.text(place)}\n{text}".strip() for place, text in more.items()}
        self.joined[before.number] = row.number
        return replace(before, cells={**cells, **both}, own=before.own | row.own)


def _key(text: str) -> str:
    return " ".join(one_line(text).casefold().strip(" .:").split())


_SAY_THE_SAME = frozenset(
    (
        *(Meaning.FINDING, Meaning.TEXT, Meaning.ACTION, Meaning.OWNER, Meaning.HELPERS, Meaning.DUE, Meaning.STARTED),
        *(Meaning.STATUS, Meaning.PRIORITY, Meaning.REGULATIONS, Meaning.KEY_QUESTIONS, Meaning.AREA, Meaning.KIND),
        *(Meaning.CLOSED_ON, Meaning.REVISED, Meaning.NUMBER),
    )
)
_GO_ON = frozenset((Meaning.NUMBER, Meaning.FINDING, Meaning.TEXT))
_PROGRESS = frozenset((Meaning.NOTE, Meaning.STATUS, Meaning.EVIDENCE, Meaning.OUTCOME, Meaning.EXTRA))
_QUOTE = (
    "[\"'\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{DOUBLE PRIME}"
    "\N{DITTO MARK}]{1,2}"
)
_DITTO = re.compile(
    rf"(?i)(?:[-\N{{EN DASH}}]+ ?)?{_QUOTE}(?: ?[-\N{{EN DASH}}]+)?(?: {_QUOTE})*|ditto|do\.|(?:the )?same|id(?:em|\.)"
    r"|(?:(?:the )?same )?as (?:above|before|previous)|see above|as (?:per )?above"
    r"|(?:as|see) (?:the )?(?:row|line|issue|finding|action|item) above"
)
_CONTINUED = re.compile(
    r"(?i)(?P<what>.*?)[\s(\[,.\N{EN DASH}\N{HORIZONTAL ELLIPSIS}-]*\b(?:cont(?:inued|inues|'?d)?)\b"
    r"[\s.)\]\N{HORIZONTAL ELLIPSIS}]*"
)
