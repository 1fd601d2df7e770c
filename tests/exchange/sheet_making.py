"""Workbooks as people make them, written cell by cell at test time."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

RED, AMBER, GREEN, BLUE = "#FF0000", "#FFC000", "#00B050", "#0070C0"
PALE_RED, PALE_AMBER, PALE_GREEN = "#FFC7CE", "#FFEB9C", "#C6EFCE"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with more than a value: a fill as `#RRGGBB`, a formula whose result is the value, a line through it.

    `comment` is what somebody wrote beside it, and `author` who that was, as the program knows it.
    """

    value: object = None
    fill: str = ""
    formula: str = ""
    struck: bool = False
    comment: str = ""
    author: str = ""


Rows = Sequence[Sequence[object]]
"""Rows from the first on; of each the cells from column A on, None for an empty one."""


def table(text: str) -> list[list[object]]:
    r"""Return the rows of a text, a line each, cells apart by ` | `.

    Nothing is an empty cell, `2026-05-01` a date, digits are a number; `\n` stands for a line break in a cell.
    """
    return [[_value(cell.strip()) for cell in line.split("|")] for line in text.strip("\n").split("\n")]


def _value(written: str) -> object:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", written):
        return date.fromisoformat(written)
    if re.fullmatch(r"\d+", written):
        return float(written)
    return written.replace("\\n", "\n") or None


def write_book(
    file: Path,
    sheets: Mapping[str, Rows],
    *,
    merged: Iterable[str] = (),
    hidden: Iterable[int] = (),
    formatted_until: int = 0,
) -> Path:
    """Write a workbook and return its file.

    Args:
        file: where it goes.
        sheets: the rows of each sheet, by its name.
        merged: ranges of the first sheet that are merged, such as `A2:A4`; they hold what stands in their first cell.
        hidden: rows of the first sheet that are hidden, counted from 1.
        formatted_until: the row of the first sheet until which empty rows have borders: a table drawn long.
    """
    with Workbook(str(file), {"in_memory": True}) as book:
        formats = _Formats(book)
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            _write(sheet, rows, formats)
        first = book.worksheets()[0]
        for area in merged:
            start = area.partition(":")[0]
            column, row = ord(start[0]) - ord("A"), int(start[1:]) - 1
            held = next(iter(sheets.values()))[row][column]
            first.merge_range(area, "" if held is None else held, formats.of(is_date=isinstance(held, date)))
        for number in hidden:
            first.set_row(number - 1, None, None, {"hidden": True})
        for number in range(len(next(iter(sheets.values()))), formatted_until):
            for column in range(6):
                first.write_blank(number, column, None, formats.of(border=True))
    return file


def with_part(book: bytes, name: str, held: bytes) -> bytes:
    """Return a workbook with one more part in its package."""
    made = BytesIO(book)
    with ZipFile(made, "a", ZIP_DEFLATED) as packed:
        packed.writestr(name, held)
    return made.getvalue()


class _Formats:
    """One format of a book for each look, made when first asked for."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool, bool, bool], Format] = {}

    def of(self, *, fill: str = "", is_date: bool = False, border: bool = False, struck: bool = False) -> Format:
        look = fill, is_date, border, struck
        if look not in self._made:
            says: dict[str, object] = {"text_wrap": True, "valign": "top"}
            says |= {"bg_color": fill} if fill else {}
            says |= {"num_format": "dd/mm/yyyy"} if is_date else {}
            says |= {"border": 1} if border else {}
            says |= {"font_strikeout": True} if struck else {}
            self._made[look] = self._book.add_format(says)
        return self._made[look]


def _write(sheet: Worksheet, rows: Rows, formats: _Formats) -> None:
    for number, row in enumerate(rows):
        for column, held in enumerate(row):
            cell = held if isinstance(held, Cell) else Cell(held)
            look = formats.of(fill=cell.fill, is_date=isinstance(cell.value, date), struck=cell.struck)
            if cell.comment:
                sheet.write_comment(number, column, cell.comment, {"author": cell.author})
            if cell.formula:
                sheet.write_formula(number, column, cell.formula, look, cell.value)
            elif isinstance(cell.value, date):
                sheet.write_datetime(number, column, cell.value, look)
            elif isinstance(cell.value, str):
                sheet.write_string(number, column, cell.value, look)
            elif cell.value is not None:
                sheet.write(number, column, cell.value, look)
            elif cell.fill:
                sheet.write_blank(number, column, None, look)
