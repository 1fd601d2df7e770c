"""Whether an action of a row is open or closed: by its status, and by its columns of completion and signing off."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from action_plans.exchange.foreign_sheet.action_cells import ActionCells
from action_plans.exchange.foreign_sheet.cell_done import read_done
from action_plans.exchange.foreign_sheet.cell_marks import is_an_x, read_mark
from action_plans.exchange.foreign_sheet.cell_owners import read_owners
from action_plans.exchange.foreign_sheet.cell_status import ReadStatus, is_colour_or_status
from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.columns import Column
from action_plans.exchange.foreign_sheet.context import Context
from action_plans.exchange.foreign_sheet.found_items import Fields, Topic, clean, one_line, quoted
from action_plans.exchange.foreign_sheet.job_words import is_name, is_plain_word
from action_plans.exchange.foreign_sheet.tables import Row, Table
from action_plans.exchange.spreadsheet_rows import CellValue

SIGNER = "\0signer"
"""Under which the fields of an action keep who signed it off, until that role has a code."""

_DENIED = re.compile(r"(?i)n|no|false|not yet")
"""What another column of completion says, so that a date beside it closes nothing."""


@dataclass(frozen=True, slots=True)
class RowClosing:
    """Reads how the actions of one table's rows stand."""

    table: Table
    context: Context
    cells: ActionCells

    def put(
        self, row: Row, lines: Mapping[int, CellValue], fields: Fields, notes: list[str], extra: dict[str, str]
    ) -> None:
        """Put how an action stands into its fields; `lines` are those cells that have a line for it alone."""
        texts = {one.place: str(lines.get(one.place) or row.text(one.place)) for one in self.table.of(Meaning.STATUS)}
        said, is_certain = self.cells.standing(row, texts, notes, extra)
        is_closed, closed_on, progress = said.is_closed, said.closed_on, said.progress
        is_denied = any(_DENIED.fullmatch(one_line(row.text(one.place))) for one in self.table.of(Meaning.CLOSED_ON))
        for meaning in (Meaning.CLOSED_ON, Meaning.SIGNED_OFF):
            for column in self.table.of(meaning):
                read = self._done(row, column, fields, extra)
                told = quoted(row.text(column.place))
                if read.is_closed is None:
                    continue
                if read.is_closed and is_denied:
                    self._ask(row, column, _DISAGREE[False].format(told), extra)
                elif is_certain and is_closed is not None and is_closed is not read.is_closed:
                    self._ask(row, column, _DISAGREE[is_closed].format(told), extra)
                elif read.is_closed:
                    is_closed, closed_on, is_certain = True, closed_on or read.closed_on, True
                else:
                    is_closed, closed_on, progress = False, None, progress or read.progress
                    if self._says_a_day(row, column):
                        self._ask(row, column, f"{told} holds a day, and says that it is not done: left open.", extra)
        self._write(row, fields, ReadStatus(is_closed, progress, closed_on))

    def _write(self, row: Row, fields: Fields, said: ReadStatus) -> None:
        if said.is_closed:
            fields["status"] = "closed"
            if said.closed_on is not None:
                fields["closed_on"] = said.closed_on.isoformat()
            else:
                self.context.say(Topic.ASKED, self.table.row_place(row), "Closed, and no day: when was it closed?")
        elif said.is_closed is False:
            fields["status"] = "open"
            if said.progress is not None:
                fields["progress"] = said.progress
        if not said.is_closed or "closed_on" not in fields:
            fields.pop(SIGNER, None)
        if SIGNER in fields:
            self.context.roles.read(str(fields[SIGNER]))

    def _ask(self, row: Row, column: Column, told: str, extra: dict[str, str]) -> None:
        self.context.say(Topic.ASKED, self.table.place(row, column), told)
        if not _holds_a_name(row.text(column.place)):
            extra[column.label] = clean(row.text(column.place))

    def _says_a_day(self, row: Row, column: Column) -> bool:
        read = self.cells.date_in(row, column, row.cells.get(column.place))
        return read is not None and read.day is not None

    def _done(self, row: Row, column: Column, fields: Fields, extra: dict[str, str]) -> ReadStatus:
        """Return whether a column of completion or signing off says that it is done, and when, or that it is not."""
        text = one_line(row.text(column.place))
        if not text:
            return ReadStatus()
        if (is_done := read_mark(text)) is not None:
            return self._marked(row, column, is_done=is_done, extra=extra)
        told = read_done(text, self.cells.orders[column.place])
        if told.is_closed is False:
            return self._not_done(row, column, told, extra)
        read = self.cells.date_in(row, column, row.cells.get(column.place))
        if told.is_closed and (read is None or read.day is None):
            self.context.took(column.label, text, "closed")
        self._words(row, column, read.word if read is not None else text, told, fields, extra)
        day = told.closed_on or (read.day if read is not None else None)
        if day is None:
            return ReadStatus(is_closed=told.is_closed)
        if day > self.context.saved:
            extra[column.label] = clean(row.text(column.place))
            why = f"{quoted(text)} had not come yet when the sheet was saved, so it was not closed by it."
            self.context.say(Topic.TAKEN, self.table.place(row, column), why)
            return ReadStatus()
        return ReadStatus(is_closed=True, closed_on=day)

    def _marked(self, row: Row, column: Column, *, is_done: bool, extra: dict[str, str]) -> ReadStatus:
        text = row.text(column.place)
        beside = self.cells.beside_an_x.get(column.place)
        if is_an_x(one_line(text)) and beside is not None:
            self._ask(row, column, f"{quoted(text)} may mean yes or no beside {quoted(beside)}. Write which.", extra)
            return ReadStatus()
        self.context.took(column.label, text, "closed" if is_done else "not done")
        return ReadStatus(is_closed=True) if is_done else ReadStatus()

    def _not_done(self, row: Row, column: Column, told: ReadStatus, extra: dict[str, str]) -> ReadStatus:
        text = row.text(column.place)
        if _holds_a_name(text):
            why = f"{quoted(text)} may name a person, so it was not put into the plan. Which role was it?"
            self.context.say(Topic.ASKED, self.table.place(row, column), why)
        else:
            extra[column.label] = clean(text)
        self.context.took(column.label, text, f"open, {told.progress}" if told.progress else "not done")
        return told

    def _words(
        self, row: Row, column: Column, words: str, told: ReadStatus, fields: Fields, extra: dict[str, str]
    ) -> None:
        """Keep what a cell says beside its day: who signed, or anything else."""
        if not words:
            return
        text, place = row.text(column.place), self.table.place(row, column)
        people = read_owners(words, self.context.roles.legend)
        titles = [one.title for one in people if one.title and not one.is_person and not is_colour_or_status(one.text)]
        if column.meaning is Meaning.SIGNED_OFF and titles:
            fields[SIGNER] = titles[0]
        if any(one.is_person for one in people):
            why = f"{quoted(text)} may name a person, so it was not put into the plan. Which role was it?"
            self.context.say(Topic.ASKED, place, why)
            return
        day = self._closing_day(row, column, told)
        if told.is_closed and not told.note and day is None:
            return
        extra[column.label] = clean(text)
        if day is None and not told.is_closed and SIGNER not in fields:
            self.context.say(Topic.NOT_UNDERSTOOD, place, f"{quoted(text)} is no day on which it was done.")
        elif day is not None and told.is_closed is None and not titles:
            self.context.say(Topic.TAKEN, place, f"{quoted(text)} was taken as done on {day.isoformat()}.")

    def _closing_day(self, row: Row, column: Column, told: ReadStatus) -> date | None:
        """Return the day on which a cell says that it was done, where that had come when the sheet was saved."""
        read = self.cells.date_in(row, column, row.cells.get(column.place))
        day = told.closed_on or (read.day if read is not None else None)
        return day if day is not None and day <= self.context.saved else None


def _holds_a_name(text: str) -> bool:
    """Whether a name stands in a sentence, or a word with a capital that nobody knows and that begins no sentence."""
    return any(
        is_name(match[0])
        or (match.start() and match["before"] is not None and match[0].istitle() and not is_plain_word(match[0]))
        for match in _WORDS.finditer(text)
    )


_WORDS = re.compile(r"(?P<before>(?<=[^.\n:;-] ))?[^\W\d_][\w'\N{RIGHT SINGLE QUOTATION MARK}-]*\.?")

_DISAGREE = {
    False: "{} says it is done, and its status that it is open: left open.",
    True: "{} says it is not done, and the row that it is: left closed.",
}
