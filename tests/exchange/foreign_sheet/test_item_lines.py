"""Actions that are numbered in their cell, and what other cells say of each."""

from pathlib import Path

import pytest

from action_plans.exchange.foreign_sheet.cell_items import several_actions
from tests.exchange.sheet_making import table, write_book
from tests.exchange.taking_in import TakenIn, a_project, taken_in


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1.1 Fix closers\n1.2 Check weekly\n1.3 Train staff", ("Fix closers", "Check weekly", "Train staff")),
        ("2.3. Fix closers\nin all rooms\n2.4. Check weekly", ("Fix closers in all rooms", "Check weekly")),
        ("1.1 Fix closers 1.2 Check weekly", ("Fix closers", "Check weekly")),
        ("1.1.1 Fix closers\n1.1.2 Check weekly", ("Fix closers", "Check weekly")),
        (
            "1. Fix closers\n1.1 in rooms\n1.2 in the hall\n2. Check",
            ("Fix closers 1.1 in rooms 1.2 in the hall", "Check"),
        ),
        ("1.5 hours of training", ("1.5 hours of training",)),
        ("2.5 nurses to recruit\n0.5 cooks to recruit", ("2.5 nurses to recruit 0.5 cooks to recruit",)),
    ],
)
def test_numbers_with_a_point_begin_an_action_each(text: str, items: tuple[str, ...]) -> None:
    """Where they count up; a list inside a list stays with its own, and a figure is none."""
    assert several_actions(text) == items


def test_each_action_has_the_owner_and_the_date_that_name_its_number(tmp_path: Path) -> None:
    """In brackets behind them, or in a line for each."""
    came = _of(
        tmp_path,
        r"Doors | 1.1 Fix closers\n1.2 Check weekly\n1.3 Train staff | Deputy Manager (1.1, 1.2)\nMaintenance (1.3) |"
        r" 1.1 - 31/03/2026\n1.2 - 30/04/2026\n1.3 - 06/05/2026",
    )
    assert [(one["title"], came.data["roles"][one["owner"]], one["due"]) for one in came.several("actions")] == [
        ("Fix closers", "Deputy Manager", "2026-03-31"),
        ("Check weekly", "Deputy Manager", "2026-04-30"),
        ("Train staff", "Maintenance", "2026-05-06"),
    ]
    assert not any("helpers" in one or "extra" in one for one in came.several("actions"))


@pytest.mark.parametrize(
    ("owners", "titles"),
    [
        (r"1. Behaviour Specialist\n2. Service Manager", ["Behaviour Specialist", "Service Manager"]),
        ("1.1 Deputy Manager", ["Deputy Manager"]),
        ("Deputy Manager (1.1, 1.2)", ["Deputy Manager"]),
        ("Night staff (2)", ["Night staff (2)"]),
    ],
)
def test_numbers_of_a_list_are_in_no_title(owners: str, titles: list[str], tmp_path: Path) -> None:
    """Owners of one action may be numbered; a whole number in brackets alone may be a count."""
    came = _of(tmp_path, f"Doors | Fix closers | {owners} | 2026-06-05")
    assert list(came.data["roles"].values()) == titles


def _of(folder: Path, row: str) -> TakenIn:
    text = f"Issue | Action | Lead | Due\n{row}"
    return taken_in(a_project(folder), write_book(folder / "plan.xlsx", {"Plan": table(text)}))
