"""The cells of a row that tell of an action, as fields of a plan."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from action_plans.exchange.foreign_sheet.cell_colours import colour_word
from action_plans.exchange.foreign_sheet.cell_dates import DateOrder, ReadDate, order_of, read_date
from action_plans.exchange.foreign_sheet.cell_marks import beside_an_x
from action_plans.exchange.foreign_sheet.cell_shares import as_share, shares_in
from action_plans.exchange.foreign_sheet.cell_status import ReadStatus, read_status
from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.columns import Column
from action_plans.exchange.foreign_sheet.context import Context
from action_plans.exchange.foreign_sheet.found_items import Topic, clean, one_line, quoted
from action_plans.exchange.foreign_sheet.tables import Row, Table
from action_plans.exchange.spreadsheet_rows import CellValue
from action_plans.exchange.yaml_words import Value
from action_plans.model.action import Priority
from action_plans.reading.records.other_words import meant_by


@dataclass(slots=True)
class ActionCells:
    """Reads the cells of one table's rows."""

    table: Table
    context: Context
    orders: dict[int, DateOrder]
    shares: Mapping[int, int] = field(default_factory=dict)
    beside_an_x: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, table: Table, context: Context) -> "ActionCells":
        """Return a reader of a table: in which order its dates are written, each column shows by itself."""
        orders = {
            column.place: context.order or order_of(row.cells.get(column.place) for row in table.rows)
            for column in table.columns
        }
        return cls(table, context, orders, shares_in(table), beside_an_x(table))

    def date_in(self, row: Row, column: Column, cell: CellValue) -> ReadDate | None:
        """Return what a cell says of a day; what can be read in two ways is said."""
        read = read_date(cell, self.orders[column.place], self.context.day)
        if read is None or read.day is None or not read.is_ambiguous:
            return read
        order, place = self.orders[column.place], self.table.place(row, column)
        other = read_date(cell, next(one for one in DateOrder if one is not order), self.context.day)
        is_in_two_ways = other is not None and other.day != read.day
        if is_in_two_ways:
            self.context.in_two_ways.setdefault((column.label, str(order)), {})[place] = str(cell)
        if not (is_in_two_ways and read.has_year):
            self.context.guessed.setdefault(column.label, {})[place] = (str(cell), read.day.isoformat())
        return read

    def due(self, row: Row, cell: CellValue, fields: dict[str, Value], extra: dict[str, str]) -> bool:
        """Put the day an action is due into its fields; return whether the sheet says none."""
        column = next(iter(self.table.of(Meaning.DUE)), None)
        read = self.date_in(row, column, cell) if column is not None else None
        if (
            column is not None
            and cell is not None
            and (read is None or read.word or read.is_month or not read.has_year)
        ):
            extra[column.label] = clean(str(cell))
        if read is not None and read.day is not None:
            fields["due"] = read.day.isoformat()
            return False
        fields["due"] = self.context.day.isoformat()
        place = self.table.place(row, column) if column is not None else self.table.row_place(row)
        if cell is None:
            told = f"No date: it got {fields['due']}, the day of the sheet. By when is it to be done?"
        elif read is None:
            told = f"{quoted(str(cell))} is no date that can be read: it got {fields['due']}. By when is it to be done?"
        else:
            told = f"{quoted(str(cell))} is no date: it got {fields['due']}. By when is it to be done?"
        self.context.say(Topic.ASKED, place, told)
        return True

    def dates(self, row: Row, fields: dict[str, Value], extra: dict[str, str]) -> None:
        """Put when an action was begun, and to when and why it was moved, into its fields."""
        started = self._day_in(row, next(iter(self.table.of(Meaning.STARTED)), None), extra)
        if started is not None:
            fields["started"] = started.isoformat()
        moved: list[dict[str, Value]] = []
        day, due = self.context.day.isoformat(), fields["due"]
        reason = "\n\n".join(
            text for one in self.table.of(Meaning.REVISED_REASON) if (text := clean(row.text(one.place)))
        )
        for column in self.table.of(Meaning.REVISED):
            revised = self._day_in(row, column, extra)
            if revised is None or revised.isoformat() == due:
                continue
            due = revised.isoformat()
            moved.append({"date": day, "due": due})
            unsaid = "when is not said" if reason else "when and why is not said"
            told = f"Moved to {due}; {unsaid}, so the change is dated {day}."
            self.context.say(Topic.ASKED, self.table.place(row, column), told)
        if moved:
            fields["revised"] = [*moved[:-1], {**moved[-1], **({"reason": reason} if reason else {})}]
        elif reason:
            extra[self.table.of(Meaning.REVISED_REASON)[0].label] = reason

    def standing(
        self, row: Row, texts: dict[int, str], notes: list[str], extra: dict[str, str]
    ) -> tuple[ReadStatus, bool]:
        """Return how an action stands by its columns of status, words before colours, and whether words say it."""
        by_words: list[ReadStatus] = []
        by_colour: list[ReadStatus] = []
        for column in self.table.of(Meaning.STATUS):
            text = texts.get(column.place, "")
            colour = self._colour(row, column)
            if not text:
                if colour is not None:
                    by_colour.append(self._by_colour(column, colour, extra))
                continue
            shown = as_share(text, self.shares.get(column.place))
            read = read_status(shown, self.orders[column.place], self.context.green_closed)
            self.context.took(column.label, shown, _meant(read))
            if read.is_understood or read.is_closed is not None:
                (by_words if read.colour is None else by_colour).append(read)
            else:
                self.context.say(
                    Topic.NOT_UNDERSTOOD, self.table.place(row, column), f"{quoted(text)} says not how it stands."
                )
            if read.colour is not None or not read.is_understood:
                extra[column.label] = clean(text)
            elif read.note:
                notes.append(f"{column.label}: {clean(read.note)}")
            if colour is not None and read.colour is None:
                extra[f"{column.label} (colour)"] = colour
        self.context.saw_colour |= bool(by_colour)
        said = [*by_words, *by_colour]
        closed = next((one for one in said if one.is_closed is not None), ReadStatus())
        progress = next((one.progress for one in said if one.progress is not None), None)
        closed_on = next((one.closed_on for one in said if one.closed_on is not None), None)
        is_by_words = any(one.is_closed is not None for one in by_words)
        return ReadStatus(closed.is_closed, progress, closed_on), is_by_words

    def _day_in(self, row: Row, column: Column | None, extra: dict[str, str]) -> date | None:
        """Return the day in a column; what says something else goes to `extra`."""
        cell = row.cells.get(column.place) if column is not None else None
        if column is None or cell is None:
            return None
        read = self.date_in(row, column, cell)
        if read is None or read.word or not read.has_year:
            extra[column.label] = clean(str(cell))
        if read is None:
            self.context.say(Topic.NOT_UNDERSTOOD, self.table.place(row, column), f"{quoted(str(cell))} is no date.")
        return read.day if read is not None else None

    def priority(self, row: Row, fields: dict[str, Value], extra: dict[str, str]) -> None:
        """Put how urgent an action is into its fields."""
        for column in self.table.of(Meaning.PRIORITY):
            text = one_line(row.text(column.place))
            if not text:
                continue
            found = Priority.of(_LETTERS.get(text.casefold(), text))
            advice = meant_by(text, Priority) or ""
            said = re.search(r"priority: (\w+)", advice)
            value = found.value if found is not None else said[1] if said else None
            if value is None:
                extra[column.label] = clean(text)
                self.context.say(Topic.NOT_UNDERSTOOD, self.table.place(row, column), f"{quoted(text)} is no priority.")
            else:
                fields["priority"] = value
                self.context.took(column.label, text, f"priority {value}")

    def _colour(self, row: Row, column: Column) -> str | None:
        """Return the colour of a cell by a word; not that of a whole band of cells."""
        fill = row.fills.get(column.place)
        action = next(iter(self.table.of(Meaning.ACTION)), None)
        is_band = action is not None and row.fills.get(action.place) == fill
        return colour_word(fill) if fill is not None and not is_band else None

    def _by_colour(self, column: Column, colour: str, extra: dict[str, str]) -> ReadStatus:
        read = read_status(colour, self.orders[column.place], self.context.green_closed)
        extra[column.label] = f"{colour} (the colour of the cell)"
        self.context.took(column.label, f"{colour} (the colour of the cell)", _meant(read))
        return read


_LETTERS = {"h": "high", "hi": "high", "m": "medium", "med": "medium", "l": "low", "lo": "low"}


def _meant(read: ReadStatus) -> str:
    if read.is_closed:
        return "closed"
    if read.is_closed is None and read.progress is None:
        return "nothing of ours"
    return f"open, {read.progress}" if read.progress else "open"
