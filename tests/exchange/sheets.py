"""Sheets that come back, made as people make them: an export, opened, changed and saved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from random import Random

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from action_plans.exchange.action_columns import COLUMNS, EDITABLE, Column, Holds, cells_of, owner_words
from action_plans.exchange.plan_writing import with_changes
from action_plans.exchange.returned_sheet import returned
from action_plans.exchange.sheet_changes import plan_changes
from action_plans.exchange.sheet_merging import Merged, merged
from action_plans.exchange.spreadsheet_reading import read_spreadsheet
from action_plans.exchange.spreadsheet_rows import CellValue
from action_plans.exchange.workbook_writing import exported_words
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from action_plans.reading.plan_files import read_plan_text
from action_plans.reading.portfolio_reader import read_portfolio
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace

REPOSITORY = Path(__file__).parents[2]
PROJECTS = (REPOSITORY, *sorted(path for path in (REPOSITORY / "tests/examples").iterdir() if path.is_dir()))
TODAY = date(2026, 5, 12)
NUMBERS = {column.name: number for number, column in enumerate(COLUMNS, 1)}

Cells = dict[str, dict[str, str]]
"""What the editable cells of a plan say, by the reference of the action and the column."""


def every_plan() -> Iterator[tuple[Path, Portfolio, Plan]]:
    """Yield each plan of the repository and its examples, with the project it stands in."""
    for project in PROJECTS:
        portfolio = read_portfolio(project).portfolio
        for plan in portfolio.plans:
            yield project, portfolio, plan


def traced(portfolio: Portfolio, plan: Plan) -> Trace:
    """Return the trace of a project in which a plan stands in the place of the one of its file."""
    return trace(
        replace(portfolio, plans=tuple(plan if one.path == plan.path else one for one in portfolio.plans)), TODAY
    )


def cells(now: Trace, plan: Plan) -> Cells:
    """Return what the editable cells of a plan's export say."""
    names = [column.name for column in EDITABLE]
    return {
        action.ref: {name: exported_words(cell) for name, cell in cells_of(now, action).items() if name in names}
        for action in now.actions_of(plan)
    }


def saved(sheet: bytes, edits: Mapping[tuple[str, str], object], rows: Iterable[Mapping[str, object]] = ()) -> bytes:
    """Return a workbook with some cells changed, by reference and column, and rows added; saved by another program."""
    book = load_workbook(BytesIO(sheet))
    places: dict[object, tuple[Worksheet, int]] = {}
    for name in ("Actions", "Closed"):
        for number in range(2, book[name].max_row + 1):
            places[book[name].cell(number, 1).value] = book[name], number
    for (ref, column), value in edits.items():
        _put(*places[ref], column, value)
    for number, added in enumerate(rows, book["Actions"].max_row + 1):
        for column, value in added.items():
            _put(book["Actions"], number, column, value)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _put(tab: Worksheet, row: int, column: str, value: object) -> None:
    written = datetime.combine(value, time()) if isinstance(value, date) else value
    cell = tab.cell(row, NUMBERS[column])
    cell.value = written  # type: ignore[assignment]  # whatever a cell takes
    if isinstance(written, str):
        cell.data_type = "s"  # typed behind an apostrophe, where it would be a formula


def taken_over(now: Trace, plan: Plan, sheet: bytes, folder: Path, text: bytes) -> tuple[bytes, Merged]:
    """Return the text of a plan after a sheet came back, and what became of the sheet."""
    file = folder / "back.xlsx"
    file.write_bytes(sheet)
    came = returned(read_spreadsheet(file))
    assert came is not None
    assert came.before is not None
    found = merged(now, plan, came, came.before)
    return with_changes(text, plan_changes(now, plan, found.edits), plan.path), found


def plan_of(text: bytes, path: str) -> Plan:
    """Return the plan that a text says."""
    read = read_plan_text(text, path)
    assert read.record is not None, read.problems
    return read.record


WORDS = (
    "Plain words", "Regulation 12: safe care", "Room #4", "- a dash", "=1+1", "+44", "-5", "@home", "two\nlines",
    "A paragraph.\n\n- one\n- two: three", "'quoted' and \"quoted\"", "{a, b}", "[x]", "yes", "2026-01-01", "~", "null",
    "*bold*", "&and", "!bang", "|pipe", "> quote", "? what", "%", "`code`", "# not a comment", "ends with a colon:",
    "caf\u00e9 \u6f22\u5b57 \U0001f600", "a " * 300 + "end", "back\\slash", "'=SUM(A1)",
)  # fmt: skip


def some_edit(random: Random, now: Trace, plan: Plan, column: Column, held: str) -> tuple[CellValue, str] | None:
    """Return what a person may write into a cell, and what the plan says then; None where nothing else fits there."""
    if column.holds is Holds.DATE:
        day = date(2026, random.randint(1, 12), random.randint(1, 28))
        typed: tuple[CellValue, ...] = (day, f"{day:%d/%m/%Y}", f"{day.day} {day:%B %Y}", day.isoformat())
        return (random.choice(typed), day.isoformat()) if day.isoformat() != held else None
    if column.holds is Holds.CHOICE:
        words = [word.label for word in column.choices if word.label != held]
        word = random.choice(words)
        return random.choice((word, word.upper())), word
    if column.holds is Holds.ROLE:
        people = now.people[plan.id]
        codes = [code for code in people.roles if owner_words(people, code) != held]
        code = random.choice(codes)
        return random.choice((code, owner_words(people, code))), owner_words(people, code)
    if column.holds is Holds.REFERENCES:
        kinds = column.about.cites.kinds if column.about.cites is not None else ()
        known = [item.ref.id for item in plan.items(*kinds)]
        some = random.sample(known, min(len(known), random.randint(1, 3)))
        return (
            (random.choice((", ", ",", "\n", " and ")).join(some), ", ".join(some)) if ", ".join(some) != held else None
        )
    word = random.choice(WORDS)
    return (word, word) if word != held else None
