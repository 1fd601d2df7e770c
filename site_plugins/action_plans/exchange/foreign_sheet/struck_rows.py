"""Rows that somebody struck through: done where they say so; else they are left out, and asked about."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from action_plans.exchange.foreign_sheet.action_cells import ActionCells
from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.context import Context
from action_plans.exchange.foreign_sheet.found_items import Fields, Topic, one_line, quoted
from action_plans.exchange.foreign_sheet.row_closing import RowClosing
from action_plans.exchange.foreign_sheet.row_kinds import RowKind, row_kind
from action_plans.exchange.foreign_sheet.tables import Row, Table


def without_struck(table: Table, context: Context) -> Table:
    """Return a table without the rows whose actions are struck through, unless they say that these are done.

    Whatever is struck through is told, and left out is asked about. A finding stays that is not struck through.
    """
    if not any(row.struck for row in table.rows):
        return table
    reading = _Struck(table, context, ActionCells.of(table, context))
    return replace(table, rows=tuple(kept for row in table.rows for kept in reading.kept(row)))


@dataclass(frozen=True, slots=True)
class _Struck:
    table: Table
    context: Context
    cells: ActionCells

    def kept(self, row: Row) -> Iterator[Row]:
        """Yield what is kept of a row, if anything is."""
        struck = row.struck
        if not struck or row_kind(self.table, row, is_early=False) is not RowKind.ENTRY:
            yield row
            return
        actions = {one.place for one in self.table.of(Meaning.ACTION)} & set(row.cells)
        place = self.table.row_place(row)
        if not (actions or row.own) <= struck:
            gone = actions & struck
            for one in sorted(struck & row.own - gone):
                told = f"{quoted(row.text(one))} is struck through, and was read all the same."
                self.context.say(Topic.TAKEN, self.table.sheet.place(row.number, one), told)
            for one in sorted(gone):
                self.context.say(Topic.ASKED, self.table.sheet.place(row.number, one), _LEFT.format(_words(row, {one})))
            yield _without(row, gone)
        elif self._says_done(row):
            self.context.say(Topic.TAKEN, place, f"{_words(row, row.own)} is struck through, and says that it is done.")
            yield row
        else:
            of_finding = {one.place for one in self.table.columns if one.meaning.is_of_finding}
            is_found = bool((of_finding & row.own) - struck)
            left: AbstractSet[int] = set(row.cells) - of_finding if is_found else row.own or struck
            self.context.say(Topic.ASKED, place, _LEFT.format(_words(row, left)))
            if is_found:
                yield _without(row, left)

    def _says_done(self, row: Row) -> bool:
        """Whether a row says of its action that it is done, read without a word about it."""
        aside = self.context.aside()
        fields: Fields = {}
        RowClosing(self.table, aside, replace(self.cells, context=aside)).put(row, {}, fields, [], {})
        return fields.get("status") == "closed"


def _words(row: Row, places: AbstractSet[int]) -> str:
    return quoted(" · ".join(one_line(row.text(place)) for place in sorted(places)))


def _without(row: Row, places: AbstractSet[int]) -> Row:
    cells = {place: cell for place, cell in row.cells.items() if place not in places}
    return replace(row, cells=cells, own=row.own - places)


_LEFT = (
    "{} is struck through, so it was left out. Leave it so where it was given up. Where it is done, write Closed as "
    "its status, where it is still to be done, take the line through it away, and import the sheet again."
)
