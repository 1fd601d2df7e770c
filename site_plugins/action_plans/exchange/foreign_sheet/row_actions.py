"""The actions of a row: one, or each of the list in its cell, with who, by when and how it stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from action_plans.exchange.foreign_sheet.action_cells import ActionCells
from action_plans.exchange.foreign_sheet.cell_items import several_actions
from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.columns import Column
from action_plans.exchange.foreign_sheet.comments import comments_on
from action_plans.exchange.foreign_sheet.context import Context
from action_plans.exchange.foreign_sheet.found_items import (
    Fields,
    FoundAction,
    Topic,
    clean,
    quoted,
    title_and_rest,
)
from action_plans.exchange.foreign_sheet.item_lines import line_of, numbers_of
from action_plans.exchange.foreign_sheet.persons import is_called_by_places, is_only_a_name, may_name_a_person
from action_plans.exchange.foreign_sheet.row_closing import RowClosing
from action_plans.exchange.foreign_sheet.tables import Row, Table
from action_plans.exchange.spreadsheet_rows import CellValue

OWNER_TITLES = "\0owners"
"""Under which the fields of an action keep the titles of its owners until these have codes."""

_TOLD = (Meaning.NOTE, Meaning.EVIDENCE, Meaning.OUTCOME)
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
        RowClosing(self.table, self.context, self.cells).put(row, lines, fields, notes, extra)
        if is_first:
            self._texts(row, fields, notes, extra, finding)
            notes += comments_on(self.table, row, self.context)
        if notes:
            fields["note"] = "\n\n".join(notes)
        if extra:
            fields["extra"] = dict(extra)
        return FoundAction(fields, place, (finding,) if finding is not None else (), number[1], frozenset(guessed))

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

    def _texts(self, row: Row, fields: Fields, notes: list[str], extra: dict[str, str], finding: int | None) -> None:
        """Put what is told in words into the fields that hold it, else into the note or `extra`."""
        for column in self.table.columns:
            text, meaning = self._told(row, column), column.meaning
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
            elif meaning is Meaning.EXTRA or (finding is None and meaning.is_of_finding):
                self._extra(row, column, text, extra)

    def _told(self, row: Row, column: Column) -> str:
        """Return what a cell tells; nothing where that is nobody's business: it is but a name, and is asked about."""
        text = clean(row.text(column.place)) if column.place in row.cells else ""
        if column.meaning in _TOLD and is_only_a_name(text):
            self._ask_who(row, column, text)
            return ""
        return text if column.meaning is not Meaning.NUMBER else ""

    def _extra(self, row: Row, column: Column, text: str, extra: dict[str, str]) -> None:
        is_a_name = is_only_a_name(text) and not (is_called_by_places(column.label) and len(text.split()) == 1)
        if may_name_a_person(text) or is_a_name:
            self._ask_who(row, column, text)
        else:
            extra[column.label] = text

    def _ask_who(self, row: Row, column: Column, text: str) -> None:
        told = f"{column.label}: {quoted(text)} may name a person, so it was not put into the plan."
        self.context.say(Topic.ASKED, self.table.place(row, column), told)


def _lines_of(row: Row, count: int, index: int, columns: tuple[Column, ...]) -> dict[int, CellValue]:
    """Return what cells say of one of several actions, where they have a line for each."""
    found: dict[int, CellValue] = {}
    for column in columns:
        lines = [line.strip() for line in row.text(column.place).split("\n") if line.strip()]
        if count > 1 and len(lines) == count:
            found[column.place] = re.sub(r"^\d{1,2}[.)]\s+", "", lines[index])
    return found
