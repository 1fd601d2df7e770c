"""Taking a foreign sheet in, in this process, and holding what came of it against what stands in the sheet."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell

from action_plans.commands.foreign_report import ForeignImported
from action_plans.commands.importing import import_sheet
from action_plans.commands.importing_foreign import Asked
from action_plans.commands.project_settings import project_settings
from action_plans.exchange.cell_reading import plain_words
from action_plans.exchange.foreign_sheet.cell_dates import DateOrder, read_date
from action_plans.exchange.foreign_sheet.found_items import Remark, Topic
from action_plans.exchange.plan_changes import said
from action_plans.exchange.plan_writing import plan_data
from action_plans.exchange.spreadsheet_reading import read_spreadsheet
from action_plans.exchange.spreadsheet_rows import CellValue
from tests.exchange.sheet_making import table, write_book
from tests.project import DEFAULTS

HAZARDS: tuple[object, ...] = (
    *(": a", "a: b", "# x", "- a", "{a}", "[a", 'it\'s "q"', "| x", "@x", "%a", "&a", "*a", "!a", "yes", "null", "~"),
    *("31/02/2026", "1/2/3", "a\nb\n\n  c", "line\n- b1\n- b2", "1. Do x\n2. Do y\n3) Do z", "word " * 300, "x" * 400),
    *("<b>hi</b>", "[link](javascript:alert(1))", "Regulation 99", "Reg 12(2)(z)", "RM / DM / XY", "N/A", "50%", "TBC"),
    *(
        "{{ x }}",
        "{% raw %}",
        "\\",
        "'",
        '"',
        "#REF!",
        "OAK/A7",
        "Action",
        "Total",
        "Green",
        "closed",
        "Q3 2026",
        "ASAP",
    ),
    *("```", "|a|b|", "## Heading", "not started 31/12/2025", "31 March", "safe, effective", "\u200bzero", "a\u2028b"),
    *(12.5, 45000, True, date(2026, 5, 1), "Joanna Wzorowa and the registered manager", "evidence/a", "F1", "-5", "  "),
)
"""What people and programs put into cells, and what YAML, Markdown and templates take for something else."""


@dataclass(frozen=True)
class TakenIn:
    """A sheet that was taken in: its file, what was said of it, and the plan that it became."""

    file: Path
    told: ForeignImported
    path: Path

    @property
    def report(self) -> str:
        """The report."""
        return self.told.as_text()

    @property
    def text(self) -> str:
        """The plan's file."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def data(self) -> dict[str, Any]:
        """What the plan says."""
        found = said(plan_data(self.path.read_bytes(), "plan"))
        assert isinstance(found, dict)
        return found

    def several(self, name: str) -> list[dict[str, Any]]:
        """Return its findings or its actions."""
        held = self.data.get(name, [])
        return held if isinstance(held, list) else [held]

    def asked(self) -> list[Remark]:
        """Return what the report asks."""
        return [remark for remark in self.told.sheet.context.remarks if remark.topic is Topic.ASKED]

    def lost(self) -> list[str]:
        """Return the cells whose words are neither in the plan nor in the report; dates as ISO days count."""
        known = _plain(" ".join([self.text, self.report, *_texts(self.data)]))
        return [
            f"{place}: {plain_words(cell)}"
            for place, cell in _cells(self.file)
            if _plain(plain_words(cell)) not in known and not _is_said_as_day(cell, known)
        ]


def a_project(folder: Path) -> Path:
    """Make a project without a plan, and return its folder."""
    for path, text in DEFAULTS.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "plans").mkdir(exist_ok=True)
    return folder


def taken_in(folder: Path, file: Path, asked: Asked | None = None) -> TakenIn:
    """Import a file into the project of a folder."""
    told = import_sheet(project_settings(folder / "mkdocs.yml"), file, asked or Asked())
    assert isinstance(told, ForeignImported)
    return TakenIn(file, told, folder / told.place.path)


def rows_taken_in(folder: Path, text: str, merged: Sequence[str] = ()) -> TakenIn:
    """Import a workbook whose sheet Plan holds the rows of a text, as `table` reads them."""
    return taken_in(a_project(folder), write_book(folder / "plan.xlsx", {"Plan": table(text)}, merged=merged))


def mutated(file: Path, random: Random) -> None:
    """Change some cells of a workbook, leave out or repeat rows, in ways that a seed decides."""
    book = load_workbook(file)
    for tab in book.worksheets:
        for _ in range(random.randint(1, 6)):
            row, column = random.randint(1, tab.max_row + 1), random.randint(1, tab.max_column + 1)
            cell = tab.cell(row, column)
            match random.randint(0, 9):
                case 0:
                    tab.insert_rows(row)
                case 1:
                    tab.delete_rows(row)
                case 2:
                    tab.insert_cols(column)
                case 3:
                    tab.append([one.value for one in tab[min(row, tab.max_row)]])
                case 4:
                    _put(cell, None)
                case _:
                    _put(cell, random.choice(HAZARDS))
    book.save(file)


def _put(cell: Cell | MergedCell, value: object) -> None:
    if isinstance(cell, Cell):
        cell.value = value  # type: ignore[assignment]  # what openpyxl does not take, it refuses


def _cells(file: Path) -> Iterator[tuple[str, CellValue]]:
    for sheet in read_spreadsheet(file).sheets:
        for row in sheet.rows:
            for number, cell in enumerate(row.cells):
                if cell is not None:
                    yield sheet.place(row.number, number), cell


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, one in value.items():
            yield str(name)
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    else:
        yield str(value)


def _is_said_as_day(cell: CellValue, known: str) -> bool:
    read = (read_date(cell, order, date(2026, 5, 12)) for order in DateOrder)
    return any(one is not None and one.day is not None and one.day.isoformat() in known for one in read)


def _plain(text: str) -> str:
    """Return words without what cannot be seen, each blank once."""
    return " ".join(re.sub("[\x00-\x20\x7f-\x9f\u2028\u2029\ufeff]", " ", text).split())
