"""A plan as an Excel workbook: sheets that people know, and a hidden one that says what each cell held.

The same plan on the same day gives the same bytes.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from decimal import Decimal
from io import BytesIO
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from action_plans.exchange.action_columns import EDITABLE, OWNER, REFERENCE, Cell, owner_words
from action_plans.exchange.how_to_use import how_to_use
from action_plans.exchange.plan_tables import Table, plan_tables
from action_plans.exchange.safe_cells import begins_formula, fitting
from action_plans.exchange.zip_writer import zipped_again
from action_plans.model.plan import Plan
from action_plans.model.when import When
from action_plans.tracing.trace import Trace

EXPORTED = "_exported"
"""The hidden sheet: what was exported, so that what somebody changed can be told from what the plan says by now."""

MARK = "action-plans/exported/1"
"""What its first cell holds."""

HOW_TO = "How to use this"

_MORE_ROWS = 200
"""How many empty rows below a table have its pick-lists too."""

_A4 = 9
_FIRST_YEAR = 1900  # a spreadsheet knows no day before
_DAY, _MONTH = "d mmm yyyy", "mmmm yyyy"


def workbook(trace: Trace, plan: Plan) -> bytes:
    """Return the workbook of a plan. Cost: linear in its cells."""
    made = BytesIO()
    tables = plan_tables(trace, plan)
    roles = trace.people[plan.id].roles
    with Workbook(made, {"in_memory": True, "default_date_format": _DAY}) as book:
        book.set_properties({"title": plan.title, "created": datetime.combine(trace.today, time(), UTC)})
        sheets = _Sheets(book, f"{plan.id} {plan.title}", trace)
        roles_start = len(how_to_use(trace, plan)) + 2
        owners = f"='{HOW_TO}'!$A${roles_start + 1}:$A${roles_start + max(len(roles), 1)}"
        for table in tables:
            sheets.table(table, owners)
        sheets.how_to(plan, roles_start)
        sheets.exported(plan, [table for table in tables if table.columns[0].name == REFERENCE][:2])
    return zipped_again(made.getvalue(), trace.today, {})


class _Sheets:
    """The sheets of one workbook, written one after the other."""

    def __init__(self, book: Workbook, title: str, trace: Trace) -> None:
        self._book = book
        self._title = title
        self._trace = trace
        self._formats: dict[tuple[str, bool, bool], Format] = {}
        self._header = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 2, "bg_color": "#E7EDF3"}
        )

    def table(self, table: Table, owners: str) -> None:
        """Write a table; `owners` is where the titles of roles stand."""
        sheet = self._book.add_worksheet(table.name)
        last = len(table.columns) - 1
        for number, column in enumerate(table.columns):
            sheet.set_column(number, number, column.width)
            sheet.write_string(0, number, column.name, self._header)
        for row, cells in enumerate(table.rows, 1):
            for number, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
                is_grey = table.name in _FOR_EDITING and not column.can_be_edited
                self._write(sheet, row, number, cell, is_grey=is_grey)
            self._fit_height(sheet, row, cells, [column.width for column in table.columns])
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(table.rows), 1), last)
        self._print(sheet, pages_wide=2 if table.name in _FOR_EDITING else 1)
        for number, column in enumerate(table.columns):
            source = list(column.choices) or (owners if column.can_be_edited and column.name == OWNER else None)
            if source:
                said = {"validate": "list", "source": source, "error_type": "stop" if column.choices else "warning"}
                said |= {"error_title": column.name, "error_message": _PICK}
                sheet.data_validation(1, number, len(table.rows) + _MORE_ROWS, number, said)

    def how_to(self, plan: Plan, roles_start: int) -> None:
        """Write what the sheets are, and the roles that an action may have as its owner."""
        sheet = self._book.add_worksheet(HOW_TO)
        sheet.set_column(0, 0, _HOW_TO_WIDTH)
        sheet.set_column(1, 1, 30)
        for row, line in enumerate(how_to_use(self._trace, plan)):
            self._write(sheet, row, 0, line)
            self._fit_height(sheet, row, [line], [_HOW_TO_WIDTH])
        sheet.write_string(roles_start - 1, 0, "Owner", self._header)
        sheet.write_string(roles_start - 1, 1, "Code", self._header)
        for row, (words, code) in enumerate(self._owners(plan), roles_start):
            self._write(sheet, row, 0, words)
            self._write(sheet, row, 1, code)
        self._print(sheet, pages_wide=1)

    def exported(self, plan: Plan, tables: Sequence[Table]) -> None:
        """Write the hidden sheet: the plan, the day, then each row's reference and every cell that can be edited."""
        sheet = self._book.add_worksheet(EXPORTED)
        for number, words in enumerate((MARK, plan.id, self._trace.today.isoformat())):
            sheet.write_string(0, number, words)
        names = (REFERENCE, *(column.name for column in EDITABLE))
        for number, name in enumerate(names):
            sheet.write_string(1, number, name)
        row = 2
        for table in tables:
            places = [[one.name for one in table.columns].index(name) for name in names]
            for cells in table.rows:
                for number, place in enumerate(places):
                    self._write_text(sheet, row, number, exported_words(cells[place]))
                row += 1
        sheet.hide()

    def _owners(self, plan: Plan) -> list[tuple[str, str]]:
        people = self._trace.people[plan.id]
        return [(owner_words(people, code), code) for code in people.roles]

    def _write(self, sheet: Worksheet, row: int, column: int, cell: Cell | Decimal, *, is_grey: bool = False) -> None:
        if isinstance(cell, When) and cell.first.year < _FIRST_YEAR:
            cell = str(cell)
        if isinstance(cell, When):
            form = self._format(_MONTH if cell.is_month else _DAY, is_grey=is_grey)
            sheet.write_datetime(row, column, datetime.combine(cell.last, time()), form)
        elif isinstance(cell, Decimal):
            sheet.write_number(row, column, float(cell), self._format("", is_grey=is_grey))
        elif cell:
            form = self._format("", is_grey=is_grey, quoted=begins_formula(cell))
            sheet.write_string(row, column, fitting(cell), form)
        else:
            sheet.write_blank(row, column, None, self._format("", is_grey=is_grey))

    def _write_text(self, sheet: Worksheet, row: int, column: int, words: str) -> None:
        if words:
            sheet.write_string(row, column, fitting(words), self._format("", quoted=begins_formula(words)))

    def _fit_height(self, sheet: Worksheet, row: int, cells: Sequence[Cell | Decimal], widths: Sequence[int]) -> None:
        """Make a row as high as its longest cell: Excel would do so itself, others do not."""
        lines = max(_lines(str(cell), width) for cell, width in zip(cells, widths, strict=True))
        sheet.set_row(row, min(lines * _LINE + 2, _HIGHEST))

    def _format(self, number_format: str, *, is_grey: bool = False, quoted: bool = False) -> Format:
        key = number_format, is_grey, quoted
        if key not in self._formats:
            said: dict[str, object] = {"text_wrap": True, "valign": "top", "border": 7, "border_color": "#A6A6A6"}
            if number_format:
                said |= {"num_format": number_format, "align": "left"}
            if is_grey:
                said |= {"font_color": "#595959", "bg_color": "#F2F2F2"}
            if quoted:
                said |= {"quote_prefix": True}
            self._formats[key] = self._book.add_format(said)
        return self._formats[key]

    def _print(self, sheet: Worksheet, pages_wide: int) -> None:
        """Have it print on A4, landscape, with the header on each page."""
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(pages_wide, 0)
        if sheet.get_name() != HOW_TO:
            sheet.repeat_rows(0)
        if pages_wide > 1:
            sheet.repeat_columns(0)
        words = self._title.replace("&", "&&")[:200]
        sheet.set_header(f"&L{words}&R&A")
        sheet.set_footer(f"&LAs at {When.on(self._trace.today)}&RPage &P of &N")


_FOR_EDITING = ("Actions", "Closed")
_HOW_TO_WIDTH = 100
_LINE, _HIGHEST = 15, 409  # points; a row of Excel is no higher
_PICK = "Pick one of the list."


def _lines(words: str, width: int) -> int:
    """Return how many lines words take in a cell, counted generously."""
    return sum(_lines_of(line, max(width - 1, 1)) for line in words.split("\n"))


def _lines_of(line: str, width: int) -> int:
    if line.isprintable():  # most cells; wrapping is slow
        if len(line) <= width:
            return 1
        words = line.split(" ")
        if "-" not in line and all(0 < len(word) <= width for word in words):
            return _lines_of_words(words, width)
    return max(len(wrap(line, width)), 1)


def _lines_of_words(words: Sequence[str], width: int) -> int:
    """Return how many lines words take that break nowhere but between each other."""
    lines, used = 1, -1
    for word in words:
        used += 1 + len(word)
        if used > width:
            lines, used = lines + 1, len(word)
    return lines


def exported_words(cell: Cell | Decimal) -> str:
    """Return what a cell holds as words: dates as they are written in a plan."""
    return cell.iso if isinstance(cell, When) else str(cell)
