"""A spreadsheet from somebody's computer: read without trusting anything in it, within limits that are said."""

import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from time import monotonic
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from action_plans.exchange.cell_comments import comments_on
from action_plans.exchange.cell_looks import CellLooks
from action_plans.exchange.csv_reading import csv_rows, looks_like_text
from action_plans.exchange.odd_cells import without_odd
from action_plans.exchange.sheet_markup import SheetMarkup, read_markup
from action_plans.exchange.spreadsheet_error import SpreadsheetError
from action_plans.exchange.spreadsheet_rows import CellValue, Sheet, SheetRow

MOST_BYTES = 50_000_000
"""How much a workbook may hold once it is unpacked."""

MOST_ROWS = 200_000
"""How many rows that hold anything are read."""

MOST_SECONDS = 30.0
"""How long reading may take."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BOOK, _MACROS, _ELSEWHERE = "xl/workbook.xml", "xl/vbaProject.bin", "xl/externalLinks/"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_DECLARATIONS = ("<!doctype", "<!entity")


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """All sheets of a file, in order, what of it was not looked at, in sentences, and when it was last saved."""

    sheets: tuple[Sheet, ...]
    ignored: tuple[str, ...] = ()
    saved_on: date | None = None


def read_spreadsheet(file: Path, clock: Callable[[], float] = monotonic) -> Spreadsheet:
    """Read an .xlsx, .xlsm or .csv file. `clock` tells the seconds that reading takes.

    Raises:
        SpreadsheetError: it is none, is damaged or locked, or holds more than is read.
    """
    try:
        if file.stat().st_size > MOST_BYTES:
            raise SpreadsheetError(file.name, _TOO_LARGE)
        data = file.read_bytes()
    except OSError as error:
        raise SpreadsheetError(
            file.name, f"it cannot be read: {(error.strerror or 'unknown reason').lower()}."
        ) from None
    if data.startswith(_OLD_OFFICE):
        raise SpreadsheetError(file.name, _IS_LOCKED if _LOCKED in data else _IS_OLD)
    if data.startswith(b"PK"):
        return _workbook(data, file.name, clock)
    if not looks_like_text(data) or file.suffix.casefold() in _OTHER_TEXTS:
        raise SpreadsheetError(file.name, _IS_NONE)
    rows = _kept(csv_rows(data, file.name), file.name, clock)
    sheets, said = without_odd([Sheet("", is_hidden=False, rows=tuple(rows))])
    return Spreadsheet(sheets, said)


def _workbook(data: bytes, name: str, clock: Callable[[], float]) -> Spreadsheet:
    ignored = _look_inside(data, name)
    started = clock()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl does not know is of no use here
        try:
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            looks = CellLooks(book)
            with ZipFile(BytesIO(data)) as packed:
                sheets = tuple(_sheet(sheet, packed, looks, name, clock, started) for sheet in book.worksheets)
            saved = book.properties.modified
            book.close()
        except SpreadsheetError:
            raise
        except Exception as error:
            raise SpreadsheetError(name, _IS_DAMAGED) from error
    sheets, said = without_odd(sheets)
    return Spreadsheet(sheets, (*ignored, *said), saved.date() if isinstance(saved, datetime) else None)


def _look_inside(data: bytes, name: str) -> tuple[str, ...]:
    """Refuse what must not be unpacked or parsed; return what is not looked at, in sentences."""
    try:
        with ZipFile(BytesIO(data)) as packed:
            held = packed.infolist()
            why = _why_refused(packed)
    except Exception as error:
        raise SpreadsheetError(name, _IS_DAMAGED) from error
    if why:
        raise SpreadsheetError(name, why)
    names = [one.filename for one in held]
    said = []
    if _MACROS in names:
        said.append("Its macros were ignored.")
    if any(one.startswith(_ELSEWHERE) for one in names):
        said.append("It has links to other files, which were not followed: what they had brought in last is read.")
    return tuple(said)


def _why_refused(packed: ZipFile) -> str:
    """Return why a packed file is not read; nothing where it may be."""
    held = packed.infolist()
    names = [one.filename for one in held]
    if any(one.flag_bits & 1 for one in held):
        return _IS_LOCKED
    if _BOOK not in names:
        is_ods = "content.xml" in names or ("mimetype" in names and packed.read("mimetype").startswith(_OPEN_DOCUMENT))
        return _IS_ODS if is_ods else _IS_NONE
    if sum(one.file_size for one in held) > MOST_BYTES:
        return _TOO_LARGE
    parts = (packed.read(one) for one in held if one.filename.endswith((".xml", ".rels")))
    return _HAS_ENTITIES if any(map(_declares, parts)) else ""


def _declares(part: bytes) -> bool:
    """Whether a part declares entities, in whatever encoding: a workbook has no use for them."""
    plain = part.replace(b"\0", b"").lower()
    return any(word.encode() in plain for word in _DECLARATIONS)


def _sheet(
    sheet: Any,  # noqa: ANN401 -- a worksheet as openpyxl reads it
    packed: ZipFile,
    looks: CellLooks,
    name: str,
    clock: Callable[[], float],
    started: float,
) -> Sheet:
    if not hasattr(sheet, "reset_dimensions"):
        return Sheet(str(sheet.title), sheet.sheet_state != "visible", ())
    sheet.reset_dimensions()  # what a file says of its own size need not be so
    path = sheet._worksheet_path  # noqa: SLF001 -- only it says which part of the file the sheet is
    markup = read_markup(packed.read(path))
    title = str(sheet.title)
    _results_are_there(title, markup, name)
    rows = tuple(_kept(sheet.iter_rows(), name, clock, started, looks))
    comments = comments_on(packed, path)
    return Sheet(title, sheet.sheet_state != "visible", rows, markup.merged, markup.hidden_rows, comments)


def _results_are_there(title: str, markup: SheetMarkup, name: str) -> None:
    """Refuse a formula whose result was not saved with it: it would look like an empty cell."""
    if markup.unsaved is not None:
        why = f"the result of the formula in {title}!{markup.unsaved} was not saved with it."
        raise SpreadsheetError(name, f"{why} Open it in Excel or LibreOffice, and save it.")


def _kept(
    rows: Iterable[Sequence[object]],
    name: str,
    clock: Callable[[], float],
    started: float | None = None,
    looks: CellLooks | None = None,
) -> Iterator[SheetRow]:
    """Yield the rows that hold something; those of a workbook have cells, with `looks`, those of a CSV words."""
    began = clock() if started is None else started
    count = 0
    for number, row in enumerate(rows, 1):
        if not number % 500 and clock() - began > MOST_SECONDS:
            raise SpreadsheetError(name, _TOO_SLOW)
        cells = [_value(cell) if looks is None else _value_of(cell) for cell in row]
        while cells and cells[-1] is None:
            cells.pop()
        if cells:
            count += 1
            if count > MOST_ROWS:
                raise SpreadsheetError(name, _TOO_MANY)
            if looks is None:
                yield SheetRow(number, tuple(cells))
            else:
                yield SheetRow(number, tuple(cells), looks.fills_of(row), looks.struck_in(row))


def _value_of(cell: Any) -> CellValue:  # noqa: ANN401 -- a cell as openpyxl reads it
    """Return what stands in a cell of a workbook: a share as people see it there, `50%` rather than 0.5."""
    value = _value(cell.value)
    if not isinstance(value, float):
        return value
    form = re.sub(r'"[^"]*"|\\.', "", str(cell.number_format))
    return f"{value * 100:.10g}%" if "%" in form else value


def _value(cell: object) -> CellValue:
    if cell is None or isinstance(cell, float):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int):
        return float(cell) if abs(cell) < 2**53 else str(cell)
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    words = str(cell).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    return words if words.strip() else None


_OTHER_TEXTS = (".yml", ".yaml", ".md", ".html", ".htm", ".xml", ".json", ".toml", ".py", ".rst", ".ics", ".lock")
"""How files end that are text and no CSV, whatever stands in them."""

_TOO_LARGE = f"it holds more than {MOST_BYTES // 1_000_000} MB and is not read."
_TOO_MANY = f"it has more than {MOST_ROWS:,} rows and is not read. Take out those that are not part of the plan."
_TOO_SLOW = f"reading it took longer than {MOST_SECONDS:.0f} seconds. Save only the sheet that is meant as a file."
_IS_LOCKED = "it has a password. Open it, take the password off (File, Info, Protect Workbook), and save it."
_IS_OLD = "it is an old .xls. Open it and save it as Excel Workbook (.xlsx)."
_IS_ODS = "it is saved for LibreOffice (.ods). Open it and save it as Excel 2007-365 (.xlsx)."
_IS_NONE = "it is no spreadsheet. Take an .xlsx or a .csv."
_IS_DAMAGED = "it is damaged. Open it in Excel or LibreOffice, and save it as a new .xlsx."
_HAS_ENTITIES = "it declares entities, which no spreadsheet needs and which can do harm. It was not read."
