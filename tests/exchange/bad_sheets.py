"""Files that come instead of a plan, or with more in them than one: what is refused, and what is said."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.exchange.sheet_making import Cell, Rows, with_part, write_book

PLAN: Rows = [
    ["Finding", "Action", "Owner", "Due", "Status"],
    ["Stairs", "Fit a second rail", "Maintenance", date(2026, 6, 5), "Open"],
    ["Bath", "Buy a bath seat", "Registered manager", date(2026, 6, 12), "Open"],
]
"""A table with nothing wrong in it: two findings with an action each."""


@dataclass(frozen=True, slots=True)
class BadSheet:
    """A file with something wrong, and what is said of it.

    Attributes:
        build: writes the file into a folder and returns it.
        says: words of the one sentence that refuses it, or of the report where it is taken in.
        actions: how many actions are taken in; none where it is refused.
    """

    build: Callable[[Path], Path]
    says: str
    actions: int = 0

    @property
    def name(self) -> str:
        """What the file is called in a test's name."""
        return self.build.__name__.replace("_", "-")


def no_header(folder: Path) -> Path:
    """Figures of a rota: no row names a finding, an action or an owner."""
    rows: Rows = [["Monday", 4.0, 3.0], ["Tuesday", 4.0, 2.0], ["Wednesday", 5.0, 3.0]]
    return write_book(folder / "rota.xlsx", {"Sheet1": rows})


def with_password(folder: Path) -> Path:
    """What Excel saves with a password: an OLE file in which the workbook lies locked."""
    return _written(folder / "locked.xlsx", _ole("EncryptedPackage"))


def old_xls(folder: Path) -> Path:
    """What Excel saved until 2003: an OLE file with a stream of records."""
    return _written(folder / "old.xls", _ole("Workbook"))


def with_macros(folder: Path) -> Path:
    """A workbook with macros: they are never run, and the table is taken in."""
    made = write_book(folder / "plain.xlsx", {"Plan": PLAN}).read_bytes()
    (folder / "plain.xlsx").unlink()
    return _written(folder / "macros.xlsm", with_part(made, "xl/vbaProject.bin", _ole("VBA")))


def formula_errors(folder: Path) -> Path:
    """Formulas that lead nowhere, with the errors that they came to when the file was saved."""
    rows: Rows = [
        *PLAN,
        [
            "Lift",
            "Have the lift serviced",
            Cell("#REF!", formula="=#REF!"),
            Cell("#VALUE!", formula='=DATE("x",1,1)'),
            Cell("#N/A", formula='=VLOOKUP("x",A1:B2,2,FALSE)'),
        ],
    ]
    return write_book(folder / "errors.xlsx", {"Plan": rows})


def damaged_zip(folder: Path) -> Path:
    """A workbook of which the second half was lost on its way."""
    made = write_book(folder / "half.xlsx", {"Plan": PLAN}).read_bytes()
    return _written(folder / "half.xlsx", made[: len(made) // 2])


def no_workbook(folder: Path) -> Path:
    """A photograph that was given the ending of a workbook."""
    return _written(folder / "photo.xlsx", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 4)


def too_many_rows(folder: Path) -> Path:
    """A table of 200,001 rows, each with a few letters; written without a library, which would take long."""
    parts = _parts(write_book(folder / "long.xlsx", {"Plan": PLAN}).read_bytes())
    cell = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>x</t></is></c></row>'
    rows = "".join(cell.format(number) for number in range(4, 200_003))
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"</sheetData>", rows.encode() + b"</sheetData>")
    return _written(folder / "long.xlsx", _packed(parts | {"xl/worksheets/sheet1.xml": sheet}))


def two_tables(folder: Path) -> Path:
    """Two plans below each other on one sheet, each with its own names of columns."""
    second: Rows = [
        [],
        ["Fire risk assessment"],
        ["Issue", "Improvement", "By whom", "By when"],
        ["Exit signs", "Light the exit signs", "Maintenance", date(2026, 7, 3)],
    ]
    return write_book(folder / "two.xlsx", {"Plan": [*PLAN, *second]})


def declares_entities(folder: Path) -> Path:
    """A workbook whose text declares entities that stand for each other."""
    parts = _parts(write_book(folder / "entities.xlsx", {"Plan": PLAN}).read_bytes())
    head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    shared = head + parts["xl/sharedStrings.xml"].partition(b"?>")[2]
    return _written(folder / "entities.xlsx", _packed(parts | {"xl/sharedStrings.xml": shared}))


BAD_SHEETS = (
    BadSheet(no_header, "no table"),
    BadSheet(with_password, "password"),
    BadSheet(old_xls, "old .xls"),
    BadSheet(with_macros, "macros were ignored", actions=2),
    BadSheet(formula_errors, "#REF!", actions=3),
    BadSheet(damaged_zip, "damaged"),
    BadSheet(no_workbook, "no spreadsheet"),
    BadSheet(two_tables, "Fire risk assessment", actions=3),
    BadSheet(declares_entities, "entities"),
)
"""All but the longest, which takes seconds to read: `too_many_rows`, refused as having more than 200,000 rows."""


def _written(file: Path, held: bytes) -> Path:
    file.write_bytes(held)
    return file


def _ole(stream: str) -> bytes:
    """Return the beginning of an OLE file whose directory names a stream."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + b"\x3e\x00\x03\x00\xfe\xff\x09\x00"
    return head.ljust(512, b"\0") + "Root Entry".encode("utf-16-le").ljust(128, b"\0") + stream.encode("utf-16-le")


def _parts(book: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(book)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as packed:
        for name, held in parts.items():
            packed.writestr(name, held)
    return made.getvalue()
