"""CSV as programs save it: in UTF-8, in UTF-16 or as Windows does, parted by commas, semicolons or tabs."""

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
    is_wide = data.startswith(_MARKS) or _unmarked(data) is not None
    return is_wide or (b"\0" not in data[:_LOOKED_AT] and not data.startswith((b"%PDF", b"{\\rtf")))


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
    if (wide := _unmarked(data)) is not None:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _unmarked(data: bytes) -> str | None:
    """Return the encoding of UTF-16 without a mark: nearly every other byte is nothing, and no others."""
    head = data[:_LOOKED_AT]
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        empty, others = head[place::2], head[1 - place :: 2]
        if empty and empty.count(0) > _NEARLY * len(empty) and not others.count(0):
            return encoding
    return None


_NEARLY = 0.8
