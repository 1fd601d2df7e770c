"""The sheets that other tests take in are the files that they say they are."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from action_plans.exchange.spreadsheet_error import SpreadsheetError
from action_plans.exchange.spreadsheet_reading import read_spreadsheet
from action_plans.exchange.spreadsheet_rows import CellValue
from tests.exchange.bad_sheets import BAD_SHEETS, BadSheet
from tests.exchange.foreign_sheets import SHEETS, ForeignSheet

SHORT = [sheet for sheet in SHEETS if sheet.name != "long-empty-tail"]


@pytest.mark.parametrize("sheet", SHORT, ids=lambda sheet: sheet.name)
def test_what_is_expected_stands_in_the_sheet(sheet: ForeignSheet, tmp_path: Path) -> None:
    """Each title, name and text that a test looks for, but for a colour or a place, is in a cell; counts agree."""
    held = " ".join(words(sheet.build(tmp_path))).casefold()
    fills = ("green", "amber", "red", "blue", "hidden", "C8", "C9", "Cover", "Lists", "Chart")
    wanted = [*sheet.roles, *sheet.people, *(text for text in (*sheet.asks, *sheet.kept) if text not in fills)]
    assert [text for text in wanted if text.casefold() not in held] == []
    assert len(sheet.dues) == sheet.actions >= sheet.findings
    numbers = [*sheet.closed, *(number for number, _ in sheet.progress)]
    assert sorted(set(numbers)) == sorted(numbers)
    assert not numbers or max(numbers) <= sheet.actions


@pytest.mark.parametrize("sheet", [one for one in BAD_SHEETS if not one.actions], ids=lambda sheet: sheet.name)
def test_a_bad_file_is_bad_in_the_way_it_says(sheet: BadSheet, tmp_path: Path) -> None:
    """The reader refuses each with its own reason; only that a table is missing is not seen by the reader."""
    file = sheet.build(tmp_path)
    if sheet.name == "no-header":
        assert read_spreadsheet(file).sheets[0].rows
    else:
        with pytest.raises(SpreadsheetError, match=sheet.says):
            read_spreadsheet(file)


@pytest.mark.parametrize("sheet", [one for one in BAD_SHEETS if one.actions], ids=lambda sheet: sheet.name)
def test_a_file_that_can_be_taken_in_is_read(sheet: BadSheet, tmp_path: Path) -> None:
    """Macros, errors of formulas and a second table hinder no reading, and what must be said of them is known."""
    file = sheet.build(tmp_path)
    assert sheet.says in " ".join((*words(file), *read_spreadsheet(file).ignored))


def words(file: Path) -> Iterator[str]:
    """Yield what stands in each cell, as words."""
    for sheet in read_spreadsheet(file).sheets:
        for row in sheet.rows:
            yield from (shown(cell) for cell in row.cells if cell is not None)


def shown(cell: CellValue) -> str:
    """Return a cell's value as a person sees it."""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return f"{cell:g}" if isinstance(cell, float) else str(cell)
