"""Which rows of somebody's sheet are the names of its columns."""

from pathlib import Path

import pytest

from tests.exchange.sheet_making import table, write_book
from tests.exchange.taking_in import TakenIn, a_project, taken_in

NAMES = "Issue | Action | Owner | Due | Status"
FIRST = "Fire doors | Repair the doors | Maintenance | 2026-04-30 | Open"
LAST = "Dirty sluice | Clean the sluice | Housekeeper | 2026-04-30 | Open"


@pytest.mark.parametrize(
    "row",
    [
        "Concerns not logged | Keep a log | Clinical lead | | In progress",
        "Gaps in MAR charts | Weekly audit | Clinical lead | | In progress",
        "Training needs not identified | Action plan for each | Team lead | |",
        "No issues raised | Improvement plan | Responsible nurse | |",
        "Recommendations left | Update the plan | Lead nurse | | On track",
    ],
)
@pytest.mark.parametrize("above", [(FIRST,), (), (FIRST, ""), (FIRST, "Safe")])
def test_a_row_with_words_of_names_stays_a_row(row: str, above: tuple[str, ...], tmp_path: Path) -> None:
    """A row that says concerns, lead and progress is one of the plan, whether or not it comes first or after a gap."""
    came = _of_lines(tmp_path, NAMES, *above, row, LAST)
    titles = [row.split(" | ")[1], "Clean the sluice"]
    assert [action["title"] for action in came.several("actions")][-2:] == titles
    assert len(came.several("actions")) == 2 + above.count(FIRST)
    assert came.lost() == []


def test_a_second_row_of_a_csv_stays_a_row(tmp_path: Path) -> None:
    """In a CSV a date is words; the row that holds one is none with names."""
    file = tmp_path / "plan.csv"
    rows = ("Issue,Action,Owner,Due,Status", "Gaps in MAR charts,Weekly audit,Clinical lead,30/04/2026,In progress")
    file.write_text("\n".join((*rows, "Fire doors,Repair,Maintenance,30/04/2026,Open")), encoding="utf-8")
    came = taken_in(a_project(tmp_path), file)
    assert [action["title"] for action in came.several("actions")] == ["Weekly audit", "Repair"]


@pytest.mark.parametrize(
    ("names", "gap"),
    [(NAMES, False), (NAMES.replace("Due", "By when"), False), ("Recommendation | Response | Lead | By when", True)],
)
def test_a_second_header_is_one(names: str, gap: bool, tmp_path: Path) -> None:
    """Names said again begin a table of their own; others do so below an empty row."""
    came = _of_lines(tmp_path, NAMES, FIRST, *([""] if gap else []), names, LAST)
    assert [table.header_row for table in came.told.sheet.tables] == [1, 4 if gap else 3]
    assert [action["title"] for action in came.several("actions")] == ["Repair the doors", "Clean the sluice"]


def _of_lines(folder: Path, *lines: str) -> TakenIn:
    return taken_in(a_project(folder), write_book(folder / "plan.xlsx", {"Plan": table("\n".join(lines))}))
