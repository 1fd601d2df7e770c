"""The actions of a row: one, or each of the list in its cell, with who, by when and how it stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from action_plans.exchange.foreign_sheet.action_cells import ActionCells
from action_plans.exchange.foreign_sheet.cell_items import several_actions
from action_plans.exchange.foreign_sheet.cell_owners import read_owners
from action_plans.exchange.foreign_sheet.cell_status import ReadStatus, is_colour_or_status
from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.columns import Column
from action_plans.exchange.foreign_sheet.context import Context
from action_plans.exchange.foreign_sheet.found_items import (
    Fields,
    FoundAction,
    Topic,
    clean,
    one_line,
    quoted,
    title_and_rest,
)
from action_plans.exchange.foreign_sheet.item_lines import line_of, numbers_of
from action_plans.exchange.foreign_sheet.persons import may_name_a_person
from action_plans.exchange.foreign_sheet.tables import Row, Table
from action_plans.exchange.spreadsheet_rows import CellValue

OWNER_TITLES = "\0owners"
"""Under which the fields of an action keep the titles of its owners until these have codes."""

SIGNER = "\0signer"
"""Under which they keep who signed it off."""

_YES = re.compile(
    r"(?i)y|yes|\N{CHECK MARK}|\N{HEAVY CHECK MARK}|\N{BALLOT BOX WITH CHECK}|x|tick(?:ed)?|true|signed(?: off)?"
)
_NO = re.compile(r"(?i)n|no|false|not yet|\N{BALLOT BOX}|\N{BALLOT X}|-|n/?a")
_DENIED = re.compile(r"(?i)n|no|false|not yet")
_TEXTS = {Meaning.DONE_WHEN: "done_when", Meaning.SUSTAINED_BY: "sustained_by", Meaning.LESSONS: "lessons"}


@dataclass(frozen=True, slots=True)
class RowActions:
    """Reads the actions of one table's rows."""

    table: Table
    context: Context
    cells: ActionCells

    def of(self, row: Row, column: Column, finding: int | None, number: tuple[str, str]) -> Iterator[FoundAction]:
        """Yield the actions of a row; `number` is the sheet's own with the name of its column, empty where none."""
        text = row.text(column.place)
        items = several_actions(text)
        place = self.table.place(row, column)
        if len(items) > 1:
            self.context.say(Topic.TAKEN, place, f"{len(items)} actions in one cell: {quoted(text)}")
        else:
            items = (text,)
        told = self._columns(Meaning.OWNER, Meaning.DUE, Meaning.STATUS)
        numbers = numbers_of(text, len(items))
        for index in range(len(items)):
            lines = {one.place: line for one in told if (line := line_of(row.text(one.place), numbers, index))}
            yield self._action(row, items[index], finding, number, lines, place, is_first=index == 0)

    def _columns(self, *meanings: Meaning) -> tuple[Column, ...]:
        return tuple(column for meaning in meanings for column in self.table.of(meaning))

    def _action(
        self,
        row: Row,
        text: str,
        finding: int | None,
        number: tuple[str, str],
        lines: Mapping[int, CellValue],
        place: str,
        *,
        is_first: bool,
    ) -> FoundAction:
        title, whole = title_and_rest(text)
        fields: Fields = {"title": title, **({"description": whole} if whole else {})}
        extra: dict[str, str] = {}
        notes: list[str] = []
        if number[1]:
            extra[number[0]] = number[1]
        guessed = set()
        if self._owner(row, lines, fields):
            guessed.add("owner")
        if self.cells.due(row, self._cell(row, Meaning.DUE, lines), fields, extra):
            guessed.add("due")
        self.cells.dates(row, fields, extra)
        self.cells.priority(row, fields, extra)
        self._standing(row, lines, fields, notes, extra)
        if is_first:
            self._texts(row, fields, notes, extra)
        if notes:
            fields["note"] = "\n\n".join(notes)
        if extra:
            fields["extra"] = dict(extra)
        return FoundAction(fields, place, finding, number[1], frozenset(guessed))

    def _cell(self, row: Row, meaning: Meaning, lines: Mapping[int, CellValue]) -> CellValue:
        column = next(iter(self.table.of(meaning)), None)
        return lines.get(column.place, row.cells.get(column.place)) if column is not None else None

    def _owner(self, row: Row, lines: Mapping[int, CellValue], fields: Fields) -> bool:
        """Put who answers for an action into its fields; return whether the sheet does not say."""
        roles = self.context.roles
        columns = self._columns(Meaning.OWNER, Meaning.HELPERS)
        titles: list[str] = []
        for column in columns:
            text = str(lines.get(column.place) or row.text(column.place))
            if not text.strip():
                continue
            named = roles.read(text)
            titles += named.titles
            place = self.table.place(row, column)
            self.context.took(column.label, text, ", ".join(named.titles))
            for who in named.to_be_named:
                told = f"{quoted(who)} is a person, or initials that nothing explains: which role is it?"
                self.context.say(Topic.ASKED, place, told)
            if named.is_person and not named.to_be_named:
                told = f"{quoted(text)} names a person; only the role was taken: {', '.join(named.titles)}."
                self.context.say(Topic.TAKEN, place, told)
            for who in named.by_custom:
                self.context.say(Topic.TAKEN, place, f"{quoted(who)} was taken as {roles.read(who).titles[0]}.")
        is_missing = not titles
        if is_missing:
            titles = list(roles.read("").titles)
            place = self.table.place(row, columns[0]) if columns else self.table.row_place(row)
            self.context.say(Topic.ASKED, place, "No owner. Which role answers for it?")
        fields[OWNER_TITLES] = list(dict.fromkeys(titles))
        return is_missing

    def _standing(
        self, row: Row, lines: Mapping[int, CellValue], fields: Fields, notes: list[str], extra: dict[str, str]
    ) -> None:
        texts = {one.place: str(lines.get(one.place) or row.text(one.place)) for one in self.table.of(Meaning.STATUS)}
        said, is_by_words = self.cells.standing(row, texts, notes, extra)
        is_closed, closed_on = self._closed(row, said, fields, extra, is_by_words=is_by_words)
        if is_closed:
            fields["status"] = "closed"
            if closed_on is not None:
                fields["closed_on"] = closed_on.isoformat()
            else:
                self.context.say(Topic.ASKED, self.table.row_place(row), "Closed, and no day: when was it closed?")
        elif is_closed is False:
            fields["status"] = "open"
            if said.progress is not None:
                fields["progress"] = said.progress
        if not is_closed or "closed_on" not in fields:
            fields.pop(SIGNER, None)
        if SIGNER in fields:
            self.context.roles.read(str(fields[SIGNER]))

    def _closed(
        self, row: Row, said: ReadStatus, fields: Fields, extra: dict[str, str], *, is_by_words: bool
    ) -> tuple[bool | None, date | None]:
        """Return whether an action is closed, and when, by its status and its columns of completion and signing off."""
        is_closed, closed_on = said.is_closed, said.closed_on
        is_denied = any(_DENIED.fullmatch(one_line(row.text(one.place))) for one in self.table.of(Meaning.CLOSED_ON))
        for meaning in (Meaning.CLOSED_ON, Meaning.SIGNED_OFF):
            for column in self.table.of(meaning):
                done, day = self._done(row, column, fields, extra)
                if done and (is_denied or (is_closed is False and is_by_words)):
                    told = (
                        f"{quoted(row.text(column.place))} says it is done, and its status that it is open: left open."
                    )
                    self.context.say(Topic.ASKED, self.table.place(row, column), told)
                    extra[column.label] = clean(row.text(column.place))
                elif done:
                    is_closed, closed_on = True, closed_on or day
        return is_closed, closed_on

    def _done(self, row: Row, column: Column, fields: Fields, extra: dict[str, str]) -> tuple[bool, date | None]:
        """Return whether a column of completion or signing off says that it is done, and when."""
        cell, text = row.cells.get(column.place), one_line(row.text(column.place))
        if not text:
            return False, None
        if _NO.fullmatch(text):
            self.context.took(column.label, text, "not done")
            return False, None
        place = self.table.place(row, column)
        if _YES.fullmatch(text):
            self.context.took(column.label, text, "closed")
            return True, None
        read = self.cells.date_in(row, column, cell)
        words = read.word if read is not None else text
        is_signed = column.meaning is Meaning.SIGNED_OFF
        people = read_owners(words, self.context.roles.legend) if words else ()
        titles = [one.title for one in people if one.title and not one.is_person and not is_colour_or_status(one.text)]
        if is_signed and titles:
            fields[SIGNER] = titles[0]
        if any(one.is_person for one in people):
            told = f"{quoted(text)} may name a person, so it was not put into the plan. Which role was it?"
            self.context.say(Topic.ASKED, place, told)
        elif words:
            extra[column.label] = clean(row.text(column.place))
            if SIGNER not in fields and (read is None or read.day is None):
                self.context.say(Topic.NOT_UNDERSTOOD, place, f"{quoted(text)} is no day on which it was done.")
        if read is None or read.day is None:
            return False, None
        if read.day > self.context.saved:
            extra[column.label] = clean(row.text(column.place))
            told = f"{quoted(text)} had not come yet when the sheet was saved, so it was not closed by it."
            self.context.say(Topic.TAKEN, place, told)
            return False, None
        return True, read.day

    def _texts(self, row: Row, fields: Fields, notes: list[str], extra: dict[str, str]) -> None:
        """Put what is told in words into the fields that hold it, else into the note or `extra`."""
        for column in self.table.columns:
            text = clean(row.text(column.place)) if column.place in row.cells else ""
            meaning = column.meaning
            if not text:
                continue
            if meaning is Meaning.OUTCOME:
                name = "different_now" if fields.get("status") == "closed" else "done_when"
                meaning = Meaning.NOTE if name in fields else meaning
                if meaning is Meaning.OUTCOME:
                    fields[name] = text
            if meaning in _TEXTS:
                fields[_TEXTS[meaning]] = text
            elif meaning is Meaning.EVIDENCE:
                evidence = fields.setdefault("evidence", [])
                assert isinstance(evidence, list)  # noqa: S101 -- nothing else puts any there
                evidence.append({"title": text})
            elif meaning is Meaning.RESOURCES:
                fields["resources"] = {"needed": text}
            elif meaning is Meaning.NOTE:
                notes.append(f"{column.label}: {text}")
            elif meaning is Meaning.EXTRA:
                self._extra(row, column, text, extra)

    def _extra(self, row: Row, column: Column, text: str, extra: dict[str, str]) -> None:
        if may_name_a_person(text):
            told = f"{column.label}: {quoted(text)} may name a person, so it was not put into the plan."
            self.context.say(Topic.ASKED, self.table.place(row, column), told)
        else:
            extra[column.label] = text
