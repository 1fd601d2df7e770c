"""Characters that cannot be seen, pasted into a cell: read as what they stand for, and said with the cell."""

from datetime import date
from pathlib import Path

import pytest

from tests.commands.test_importing import PATH, PLAN, imported
from tests.exchange.sheet_making import Rows, write_book
from tests.exchange.taking_in import a_project, taken_in
from tests.project import Project

ODD = [
    ("\u2028", "U+2028", "Watch ten rounds"),
    ("\x85", "U+0085", "Watch ten rounds"),
    (" \x7f", "U+007F", "Watch ten rounds"),
    (" \ufeff", "U+FEFF", "Watch ten rounds"),
    ("\x92s ", "U+0092", "Watch ten\N{RIGHT SINGLE QUOTATION MARK}s rounds"),
]


@pytest.mark.parametrize(("odd", "name", "read"), ODD)
def test_an_odd_character_refuses_no_sheet(project: Project, odd: str, name: str, read: str) -> None:
    """The sheet is taken over, with the cell and the character said."""
    said = imported(project, {("OAK/A1", "Action"): f"Watch ten{odd}rounds"})
    assert f"Actions!E2: the character {name}, which cannot be seen, was " in said
    assert project.read(PATH) == PLAN.replace("Watch everyone who gives medicines on a real round", read)


@pytest.mark.parametrize(("odd", "name", "read"), ODD)
def test_an_odd_character_in_a_sheet_of_others_is_said(odd: str, name: str, read: str, tmp_path: Path) -> None:
    """In names of columns, titles and cells alike."""
    rows: Rows = [
        ["Finding", "Action", f"Owner{odd.strip('s ')}", "Due"],
        ["Rounds", f"Watch ten{odd}rounds", "Chef", date(2026, 6, 5)],
    ]
    came = taken_in(a_project(tmp_path), write_book(tmp_path / "p.xlsx", {"Plan": rows}))
    assert [one["title"] for one in came.several("actions")] == [read]
    assert f"Plan!C1, Plan!B2: the character {name}" in came.report
