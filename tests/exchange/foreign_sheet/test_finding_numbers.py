"""Which rows share a finding, where the sheet numbers them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.exchange.sheet_making import Rows, write_book
from tests.exchange.taking_in import TakenIn, a_project, taken_in

HEAD: list[object] = ["No.", "Issue", "Action", "Lead", "By when"]


def _row(number: str, issue: str, action: str) -> list[object]:
    return [number, issue, action, "Chef", "5 Jan 2026"]


def test_numbers_begin_anew_in_each_section(tmp_path: Path) -> None:
    """The same number with other words is another finding, with its own key question; the report says so."""
    rows: Rows = [
        *(HEAD, ["SAFE"], _row("1", "Doors wedged", "Fit closers"), _row("2", "MAR gaps", "Audit")),
        *(["CARING"], _row("1", "Dignity screens", "Buy some"), _row("", "", "Use them"), _row("2", "Noise", "Mats")),
    ]
    came = _of(tmp_path, {"Plan": rows})
    assert [(one["title"], one["key_questions"]) for one in came.several("findings")] == [
        *(("Doors wedged", "safe"), ("MAR gaps", "safe")),
        *(("Dignity screens", "caring"), ("Noise", "caring")),
    ]
    assert [one["for"] for one in came.several("actions")] == ["F1", "F2", "F3", "F3", "F4"]
    assert "No.: a number comes again with other words" in came.report
    assert "each is a finding of its own: 1 (Plan, row 6), 2 (Plan, row 8)." in came.report


def test_numbers_begin_anew_in_each_home_and_on_each_tab(tmp_path: Path) -> None:
    """Bins of one home are no note to the doors of the other; equal words share, whatever signs stand in them."""
    homes = [["Home", *HEAD], ["Oak House", *_row("1", "Doors", "Fit")], ["Elm House", *_row("1", "Bins", "Empty")]]
    came = _of(tmp_path / "homes", {"Plan": homes})
    assert [one["title"] for one in came.several("findings")] == ["Doors", "Bins"]
    assert not any("note" in one for one in came.several("findings"))
    tabs = {"Safe": [HEAD, _row("1", "Doors", "Fit")], "Caring": [HEAD, _row("1", "Noise", "Mats")]}
    came = _of(tmp_path / "tabs", tabs)
    assert [one["title"] for one in came.several("findings")] == ["Doors", "Noise"]
    assert "each is a finding of its own: 1 (Caring, row 2)." in came.report
    same = [HEAD, _row("1", "Doors wedged", "Fit"), _row("1", "Doors wedged.", "Check"), _row("1", "", "Train")]
    came = _of(tmp_path / "same", {"Plan": same})
    assert [one["title"] for one in came.several("findings")] == ["Doors wedged"]
    assert [one["for"] for one in came.several("actions")] == ["F1", "F1", "F1"]
    assert "comes again" not in came.report


@pytest.mark.parametrize("name", ["Source reference", "Report ref", "Policy reference", "Page no."])
def test_a_reference_to_something_else_numbers_no_finding(name: str, tmp_path: Path) -> None:
    """Each row is a finding of its own, and the reference is kept."""
    rows = [[name, *HEAD[1:]], _row("AP12345", "Bells", "Fit"), _row("AP12345", "Kitchen", "Clean")]
    came = _of(tmp_path, {"Plan": rows})
    assert [one["title"] for one in came.several("findings")] == ["Bells", "Kitchen"]
    assert [one["extra"] for one in came.several("actions")] == [{name: "AP12345"}, {name: "AP12345"}]


def test_a_sheet_with_numbers_that_come_again_is_known_again(tmp_path: Path) -> None:
    """A second import changes not one byte."""
    rows: Rows = [HEAD, _row("1", "Doors", "Fit"), ["CARING"], _row("1", "Noise", "Mats"), _row("2", "Bins", "Empty")]
    came = _of(tmp_path, {"Plan": rows})
    before = came.path.read_bytes()
    assert taken_in(tmp_path, came.file).path.read_bytes() == before


def _of(folder: Path, tabs: Mapping[str, Rows]) -> TakenIn:
    return taken_in(a_project(folder), write_book(folder / "plan.xlsx", tabs))
