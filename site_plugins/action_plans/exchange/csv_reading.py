"""CSV as programs save it: in UTF-8 or as Windows does, parted by commas, semicolons or tabs."""

import csv
from collections.abc import Iterator
from io import StringIO

from action_plans.exchange.safe_cells import from_csv
from action_plans.exchange.spreadsheet_error import SpreadsheetError

_SEPARATORS = ",;\t"
_LOOKED_AT = 4096
_MARKS = (b"\xff\xfe", b"\xfe\xff")


def looks_like_text(data: bytes) -> bool:
    """Whether the bytes of a file may be CSV."""
    return data.startswith(_MARKS) or (b"\0" not in data[:_LOOKED_AT] and not data.startswith((b"%PDF", b"{\\rtf")))


def csv_rows(data: bytes, name: str) -> Iterator[list[str]]:
    """Yield the rows of a CSV file; `name` is the file's.

    Raises:
        SpreadsheetError: a cell in it has no end.
    """
    text = _text(data)
    head = next((line for line in text.split("\n") if line.strip()), "")
    separator = max(_SEPARATORS, key=head.count)
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True):
            yield [from_csv(cell) for cell in row]
    except csv.Error:
        raise SpreadsheetError(
            name, "a quotation mark in it is never closed, so that its cells cannot be told."
        ) from None


def _text(data: bytes) -> str:
    if data.startswith(_MARKS):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
