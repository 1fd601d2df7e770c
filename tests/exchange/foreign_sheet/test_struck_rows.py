"""Rows that are struck through: done where they say so, else left out and asked about."""

from pathlib import Path

import pytest

from tests.exchange.sheet_making import Cell, table, write_book
from tests.exchange.taking_in import TakenIn, a_project, taken_in

HEADER = "Issue | Action | Lead | By when | Status"
ROW = "Doors | Fix | Chef | 2026-06-30 | "
OTHER = "Bins | Mop | Chef | 2026-06-30 | Open"


def _struck(folder: Path, row: str, columns: str, other: str = OTHER) -> TakenIn:
    """Take a sheet in whose second row is struck through in some of its columns."""
    header, first, second = table(f"{HEADER}\n{row}\n{other}")
    first = [Cell(cell, struck=letter in columns) for letter, cell in zip("ABCDE", first, strict=True)]
    return taken_in(a_project(folder), write_book(folder / "plan.xlsx", {"Plan": [header, first, second]}))


@pytest.mark.parametrize(
    ("status", "columns", "findings", "actions"),
    [
        ("", "ABCDE", ["Bins"], ["Mop"]),
        ("Open", "ABCDE", ["Bins"], ["Mop"]),
        ("Open", "B", ["Doors", "Bins"], ["Mop"]),
        ("Open", "BCDE", ["Doors", "Bins"], ["Mop"]),
        ("Complete", "ABCDE", ["Doors", "Bins"], ["Fix", "Mop"]),
        ("Complete", "ABCD", ["Doors", "Bins"], ["Fix", "Mop"]),
    ],
)
def test_what_is_struck_through_is_no_live_action(
    status: str, columns: str, findings: list[str], actions: list[str], tmp_path: Path
) -> None:
    """It is in the plan where it says that it is done; else it is asked about, and a finding without a line stays."""
    came = _struck(tmp_path, ROW + status, columns)
    assert [one["title"] for one in came.several("findings")] == findings
    assert [one["title"] for one in came.several("actions")] == actions
    told = [one.words for one in came.told.sheet.context.remarks if "struck through" in one.words]
    assert [("says that it is done" in words, "so it was left out" in words) for words in told] == [
        (status == "Complete", status != "Complete")
    ]
    assert came.lost() == []


def test_one_cell_that_is_struck_through_is_read_and_told(tmp_path: Path) -> None:
    """The day may hold or not; the row is one of the plan."""
    came = _struck(tmp_path, ROW, "D")
    assert came.several("actions")[0]["due"] == "2026-06-30"
    assert "Plan!D2: “2026-06-30” is struck through, and was read all the same." in came.report


def test_a_row_that_comes_back_goes_on_where_it_was(tmp_path: Path) -> None:
    """Struck through after it was imported it is told, and stays in the plan; closed then, it is closed there too."""
    _struck(tmp_path, ROW + "Open", "")
    came = _struck(tmp_path, ROW + "Open", "ABCDE")
    assert "nothing was deleted (2):\n  F1: Doors\n  A1: Fix\n" in came.report
    map_file = tmp_path / "plan.xlsx.map.yaml"
    said, plan = map_file.read_text(encoding="utf-8"), came.text
    map_file.write_text(said.replace("Lead: owner", "Lead: extra"), encoding="utf-8")
    assert "title: Fix" in _struck(tmp_path, ROW + "Open", "ABCDE").text, "it is not made anew without it"
    map_file.write_text(said, encoding="utf-8")
    came.path.write_text(plan, encoding="utf-8")
    came = _struck(tmp_path, ROW + "Closed 3/5/2026", "ABCDE")
    assert [one.get("closed_on") for one in came.several("actions")] == ["2026-05-03", None]
    assert "left as the plan has it" not in came.report


def test_an_action_without_a_finding_is_not_for_that_of_a_row_that_was_left_out(tmp_path: Path) -> None:
    """The row below a struck one that leaves its finding out means that one."""
    came = _struck(tmp_path, ROW, "ABCDE", " | Mop | Chef | 2026-06-30 | Open")
    assert [(one["title"], one.get("for")) for one in came.several("actions")] == [("Mop", None)]
