"""Reading the rows of one table, from the top: sections, findings that rows share, and the actions of each row."""

from dataclasses import dataclass, field, replace

from action_plans.exchange.foreign_sheet.action_cells import ActionCells
from action_plans.exchange.foreign_sheet.actions_of_row import filled_actions, table_of_action
from action_plans.exchange.foreign_sheet.cell_owners import read_owners
from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.context import Context
from action_plans.exchange.foreign_sheet.found_items import FoundAction, Topic, clean, one_line, quoted
from action_plans.exchange.foreign_sheet.persons import may_name_a_person
from action_plans.exchange.foreign_sheet.row_actions import RowActions
from action_plans.exchange.foreign_sheet.row_findings import Findings, in_extra
from action_plans.exchange.foreign_sheet.row_headings import headings_in
from action_plans.exchange.foreign_sheet.row_kinds import RowKind, row_kind
from action_plans.exchange.foreign_sheet.spanned_actions import SpannedActions
from action_plans.exchange.foreign_sheet.tables import Row, Table

_EARLY = 3
"""Within how many rows from the first of the plan hints how to fill the table in may stand."""


WHO = (Meaning.OWNER, Meaning.HELPERS, Meaning.SIGNED_OFF)
"""Columns that name roles or people, whose words stand in no plan as they are."""

_NUMBERS = (Meaning.NUMBER, Meaning.ACTION_NUMBER)


@dataclass(slots=True)
class TableReading:
    """Reads the rows of one table, from the top."""

    table: Table
    context: Context
    findings: Findings
    headings: frozenset[int] = field(init=False)
    waiting: dict[int, str] = field(default_factory=dict)
    spanned: SpannedActions = field(init=False)

    def __post_init__(self) -> None:
        """Look which rows are headings."""
        self.headings = headings_in(self.table)
        self.spanned = SpannedActions(self.table, self.context)

    def all(self) -> list[FoundAction]:
        """Return the actions; the findings are gathered on the way."""
        cells = ActionCells.of(self.table, self.context)
        readers: dict[tuple[int, ...], RowActions] = {}
        numbers = self._numbers_of_findings()
        section, before = "", None
        served: set[int] = set()
        entries = [row.number for row in self.table.rows if self._kind(row, is_early=False) is RowKind.ENTRY]
        first, last = (entries[0], entries[-1]) if entries else (0, 0)
        for row in self.table.rows:
            kind = self._kind(row, is_early=row.number <= first + _EARLY and before is None)
            if kind is RowKind.SECTION and row.number < last:
                section, before = one_line(row.text(min(row.own))), None
                if row.number in self.headings:
                    place = self.table.sheet.place(row.number, min(row.own))
                    self.context.say(Topic.TAKEN, place, f"{quoted(section)} was read as {kind.value}.")
                continue
            if kind is not RowKind.ENTRY:
                self._left(row, kind)
                continue
            self._tell_hidden(row)
            finding_number, action_number = self._number(row, is_of_findings=numbers)
            before = self.findings.of(self.table, row, finding_number, section, before)
            filled = filled_actions(self.table, row)
            places = [column.place for column in filled]
            for column in self.spanned.not_joined(row, filled, before):
                key = (column.place, *places)
                if key not in readers:
                    table = table_of_action(self.table, column.place, places)
                    readers[key] = RowActions(table, self.context, replace(cells, table=table))
                self.spanned.add(row, column, readers[key].of(row, column, before, action_number))
            if filled and before is not None:
                served.add(before)
            if not filled and before is not None:
                self._without_action(row, before)
            elif not filled:
                self._left(row, RowKind.REST)
        self._ask_for_actions(served)
        return self.spanned.found

    def _tell_hidden(self, row: Row) -> None:
        """Name a row that a filter hides: it was read all the same."""
        if row.is_hidden:
            words = quoted(" · ".join(one_line(row.text(place)) for place in sorted(row.own)))
            self.context.say(Topic.HIDDEN, self.table.sheet.name, f"row {row.number}: {words}")

    def _ask_for_actions(self, served: set[int]) -> None:
        """Ask what is to be done about findings that have no action: it may stand in the rows below theirs."""
        for finding, place in self.waiting.items():
            if finding not in served:
                words = quoted(str(self.findings.found[finding].fields["title"]))
                self.context.say(Topic.ASKED, place, f"No action for {words}. What is to be done?")

    def _kind(self, row: Row, *, is_early: bool) -> RowKind:
        return RowKind.SECTION if row.number in self.headings else row_kind(self.table, row, is_early=is_early)

    def _numbers_of_findings(self) -> bool:
        """Whether the numbers of the table are those of findings: rows share one, or each finding has its own."""
        column = next(iter(self.table.of(Meaning.NUMBER)), None)
        words = next(iter(self.table.of(Meaning.FINDING)), None)
        if column is None or words is None:
            return False
        rows = [row for row in self.table.rows if self._kind(row, is_early=False) is RowKind.ENTRY]
        numbers = [row.text(column.place) for row in rows if row.text(column.place)]
        if len(set(numbers)) < len(numbers):
            return True
        texts = [one_line(row.text(words.place)).casefold() for row in rows if row.text(column.place)]
        return len(set(texts)) == len(texts) and all(texts)

    def _number(self, row: Row, *, is_of_findings: bool) -> tuple[tuple[str, str], tuple[str, str]]:
        """Return the sheet's numbers of the finding and of the action, each with the name of its column."""
        finding, action = ("", ""), ("", "")
        for column in self.table.of(Meaning.NUMBER):
            told = (column.label, one_line(row.text(column.place)))
            if is_of_findings:
                finding = told
            else:
                action = told
        for column in self.table.of(Meaning.ACTION_NUMBER):
            action = (column.label, one_line(row.text(column.place)))
        return finding, action

    def _without_action(self, row: Row, finding: int) -> None:
        """Keep what a row says that has no action: with its finding."""
        fields = self.findings.found[finding].fields
        for column in self.table.columns:
            text = clean(row.text(column.place)) if column.place in row.own else ""
            if not text or column.meaning.is_of_finding or column.meaning in _NUMBERS:
                continue
            is_person = any(one.is_person for one in read_owners(text, self.context.roles.legend))
            if is_person and (column.meaning in WHO or may_name_a_person(text)):
                told = f"{column.label}: {quoted(text)} may name a person, so it was not put into the plan."
                self.context.say(Topic.ASKED, self.table.place(row, column), told)
            else:
                in_extra(fields, column.label, text)
        self.waiting.setdefault(finding, self.table.row_place(row))

    def _left(self, row: Row, kind: RowKind) -> None:
        for place in sorted(row.own):
            words = f"{quoted(row.text(place))}, {kind.value}"
            self.context.say(Topic.LEFT, self.table.sheet.place(row.number, place), words)
