"""The whole way from somebody's sheet to findings and actions: tables, what their columns mean, rows, cells."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from action_plans.english.near import did_you_mean, nearest
from action_plans.exchange.foreign_sheet.cell_dates import DateOrder
from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.comments import say_comments_left
from action_plans.exchange.foreign_sheet.context import Context
from action_plans.exchange.foreign_sheet.found_items import FoundAction, Topic, one_line, quoted
from action_plans.exchange.foreign_sheet.headers import folded
from action_plans.exchange.foreign_sheet.named_people import say_names
from action_plans.exchange.foreign_sheet.owner_roles import OwnerRoles
from action_plans.exchange.foreign_sheet.row_findings import Findings
from action_plans.exchange.foreign_sheet.row_kinds import RowKind, row_kind
from action_plans.exchange.foreign_sheet.rows_above import with_rows_above
from action_plans.exchange.foreign_sheet.sheet_head import SheetHead, read_head
from action_plans.exchange.foreign_sheet.sheet_map import MapError, SheetMap, TableMap
from action_plans.exchange.foreign_sheet.sheet_names import names_that_tell
from action_plans.exchange.foreign_sheet.struck_rows import without_struck
from action_plans.exchange.foreign_sheet.table_foot import without_foot
from action_plans.exchange.foreign_sheet.table_reading import TableReading
from action_plans.exchange.foreign_sheet.tables import Around, Table, tables_on
from action_plans.exchange.spreadsheet_error import SpreadsheetError
from action_plans.exchange.spreadsheet_reading import Spreadsheet
from action_plans.model.printable import printable

_TABLES = (".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class Options:
    """How a sheet is to be read: what was asked for, else what a map says.

    Attributes:
        file: the name of the file.
        today: the day that counts as today.
        known_roles: codes of roles by their titles, that the plan, its service or the provider has already.
        sheet_map: the map, if there is one, and how people know its file.
        dates: how dates are written.
        green: what green means.
    """

    file: str
    today: date
    known_roles: Mapping[str, str]
    sheet_map: SheetMap | None = None
    map_name: str = ""
    dates: DateOrder | None = None
    green: str | None = None


@dataclass(frozen=True, slots=True)
class ForeignSheet:
    """What was read of somebody's sheet.

    Attributes:
        tables: its tables.
        head: what stands around them.
        findings: the findings, and the actions, each with the number of its finding.
        actions: the actions.
        codes: the codes of the roles that were named, by their titles.
        context: what was said of cells.
        sheet_map: the map by which it was read.
    """

    tables: tuple[Table, ...]
    head: SheetHead
    findings: Findings
    actions: tuple[FoundAction, ...]
    codes: Mapping[str, str]
    context: Context
    sheet_map: SheetMap


def read_foreign(book: Spreadsheet, options: Options) -> ForeignSheet:
    """Read a spreadsheet that nobody exported from here.

    Raises:
        SpreadsheetError: it has no table of findings or actions, or cells of one hold errors.
        MapError: the map names what the sheet has not.
    """
    told = options.sheet_map
    dates = options.dates or (told.dates if told is not None else None)
    tables, around, elsewhere = _tables(book, options)
    if not any(table.rows for table in tables) or (told is None and _is_text(options.file) and _is_prose(tables)):
        raise SpreadsheetError(options.file, _NO_TABLE)
    head = read_head(around, _below(tables), dates or DateOrder.DAY_FIRST, _short(elsewhere))
    day = head.day or book.saved_on or options.today
    green = options.green or (told.green if told is not None else "closed" if head.green_closed else "on-track")
    roles = OwnerRoles(head.legend, options.known_roles, dict(told.owners) if told is not None else {})
    context = Context(day, max(day, book.saved_on or options.today), dates, green == "closed", roles)
    for name in dict.fromkeys(cell.place.rpartition("!")[0] for cell in around if cell.is_cover):
        context.say(Topic.TAKEN, name, "read as what stands above the table.")
    for cell in around:
        if cell.is_between:
            context.say(Topic.TAKEN, cell.place, f"{quoted(cell.text)} was read as what stands above the table below.")
    tables = [with_rows_above(_without_errors(table, context, options.file), context) for table in tables]
    tables = [without_struck(table, context) for table in tables]
    for cell, words in head.keys:
        context.say(Topic.TAKEN, cell.place, f"{quoted(words)} was read as a key.")
    read_as_key = {cell.place for cell, _ in head.keys}
    for cell in (*head.left, *(one for one in elsewhere if one.place not in read_as_key)):
        context.say(Topic.LEFT, cell.place, quoted(cell.text))
    findings = Findings(context, sheet_says=names_that_tell(table.sheet.name for table in tables))
    actions = [action for table in tables for action in TableReading(table, context, findings).all()]
    for name in findings.sheets_left():
        context.say(Topic.LEFT, name, "the name of the sheet: no finding on it, or it may name a person.")
    say_comments_left(book.sheets, context)
    say_names(context, tables, findings.found, actions)
    context.sum_up(green)
    made = told or SheetMap(tuple(_map_of(table) for table in tables))
    if told is not None:
        made = replace(made, tables=tuple(_with_new(one, tables, context) for one in told.tables))
    made = replace(made, owners=dict(roles.owners), dates=dates, green=green, taken={})
    return ForeignSheet(tuple(tables), head, findings, tuple(actions), roles.codes(), context, made)


def _is_text(file: str) -> bool:
    """Whether a file may be no table at all, if it is no workbook: one that is called a table is taken for one."""
    return not file.casefold().endswith(_TABLES)


def _is_prose(tables: Sequence[Table]) -> bool:
    """Whether what looks like a table in a file of text is none: most of its rows have a single cell, as lines have."""
    rows = [row for table in tables if not table.sheet.name for row in table.rows]
    return sum(len(row.cells) == 1 for row in rows) * 2 > len(rows)


def _short(elsewhere: Sequence[Around]) -> list[Around]:
    """Return the cells of sheets that are short enough to be a key."""
    counts = Counter(cell.place.rpartition("!")[0] for cell in elsewhere)
    return [cell for cell in elsewhere if counts[cell.place.rpartition("!")[0]] <= _LONGEST_KEY]


def _below(tables: Sequence[Table]) -> Iterator[str]:
    """Yield the words of rows that are none of the plan: below a table, too, a key may stand."""
    for table in tables:
        for row in table.rows:
            if row_kind(table, row, is_early=False) is not RowKind.ENTRY:
                yield " ".join(one_line(row.text(place)) for place in sorted(row.own))


def _tables(book: Spreadsheet, options: Options) -> tuple[list[Table], list[Around], list[Around]]:
    """Return all tables, what stands around them on their sheets, and what stands on other sheets."""
    told = options.sheet_map
    tables: list[Table] = []
    around: list[Around] = []
    elsewhere: list[Around] = []
    wrong: list[str] = []
    for number, sheet in enumerate(book.sheets):
        wanted = None
        if told is not None:
            mine = [one for one in told.tables if one.sheet == sheet.name or (not one.sheet and number == 0)]
            wanted = {one.header_row: one.columns for one in mine}
        elif sheet.is_hidden:
            wanted = {}
        found, beside = tables_on(sheet, wanted, is_text=not sheet.name and _is_text(options.file))
        is_cover = not tables and not found and not sheet.is_hidden and len(beside) <= _COVER
        for table in found:
            whole, foot = without_foot(table)
            tables.append(whole)
            beside += foot
        if is_cover:
            around += [replace(one, is_above=True, is_cover=True) for one in beside]
        else:
            (around if found else elsewhere).extend(beside)
    if told is not None:
        for one in told.tables:
            wrong += _missing(one, tables, book, options.map_name)
    if wrong:
        raise MapError(tuple(wrong))
    return tables, around, elsewhere


def _missing(told: TableMap, tables: Sequence[Table], book: Spreadsheet, name: str) -> Iterator[str]:
    """Yield what a map names and the sheet has not."""
    place = f"{name}:{told.line}"
    names = [sheet.name for sheet in book.sheets]
    if told.sheet and told.sheet not in names:
        near = nearest(told.sheet, names)
        hint = did_you_mean(near) if near else f"There are: {', '.join(names)}."
        yield f"{place}: there is no sheet {printable(told.sheet)}. {hint}"
        return
    mine = [one for one in tables if one.header_row == told.header_row and told.sheet in ("", one.sheet.name)]
    labels = [column.label for table in mine for column in table.columns]
    known = {one_line(label).casefold() for label in labels}
    for label in told.columns:
        if one_line(label).casefold() not in known:
            near = nearest(label, labels)
            hint = (
                did_you_mean(near) if near else f"There are: {', '.join(labels)}." if labels else "It holds no names."
            )
            yield f"{place}: row {told.header_row} has no column {printable(label)}. {printable(hint)}"


def _map_of(table: Table) -> TableMap:
    return TableMap(table.sheet.name, table.header_row, {one.label: one.meaning for one in table.columns})


def _with_new(told: TableMap, tables: Sequence[Table], context: Context) -> TableMap:
    """Return what a map says of a table, with the columns that it does not name yet; each is said."""
    known = {folded(label) for label in told.columns}
    new: dict[str, Meaning] = {}
    for table in tables:
        if table.header_row != told.header_row or told.sheet not in ("", table.sheet.name):
            continue
        for column in table.columns:
            if folded(column.label) not in known:
                new[column.label] = column.meaning
                words = f"{quoted(column.label)} is new: read as {column.meaning.value}, and written into the map."
                context.say(Topic.TAKEN, table.sheet.place(told.header_row, column.place), words)
    return replace(told, columns={**told.columns, **new}) if new else told


def _without_errors(table: Table, context: Context, name: str) -> Table:
    """Return a table without the cells whose formula came to an error; each is said.

    Raises:
        SpreadsheetError: one should say what was found or what is done: nobody knows what it said.
    """
    rows = []
    for row in table.rows:
        wrong = {place for place in row.own if _ERROR.fullmatch(row.text(place))}
        for column in table.columns:
            if column.place in wrong and column.meaning in (Meaning.FINDING, Meaning.ACTION):
                why = f"the formula in {table.place(row, column)} came to an error, {row.text(column.place)}."
                raise SpreadsheetError(name, f"{why} Put it right there, and save it.")
            if column.place in wrong:
                told = f"{quoted(row.text(column.place))} is what a formula came to, and says nothing."
                context.say(Topic.NOT_UNDERSTOOD, table.place(row, column), told)
        cells = {place: cell for place, cell in row.cells.items() if place not in wrong}
        rows.append(replace(row, cells=cells, own=row.own - wrong))
    return replace(table, rows=tuple(rows))


_NO_TABLE = (
    "it has no table with a column Reference, as an exported sheet has, and none in which a column for what was found "
    "or done and one for who or by when can be told by their names: Finding, Action, By whom, By when, Status."
)
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
_LONGEST_KEY = 120
"""How many cells a sheet holds at most that may be a key."""
_COVER = 30
"""How many cells a sheet before that with the table holds at most to be its cover."""
