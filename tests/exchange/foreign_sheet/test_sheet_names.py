"""What the name of a sheet says of its rows, and what a row without an action keeps."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tests.exchange.sheet_making import Rows, write_book
from tests.exchange.taking_in import TakenIn, a_project, taken_in

NAMES = ["No", "Issue", "Action", "Owner", "Due", "Status", "Comments"]
DUE = date(2026, 6, 5)


def test_a_sheet_for_each_key_question_gives_it_to_its_findings(tmp_path: Path) -> None:
    """Rows on the sheet Safe are findings of safe; numbers that begin anew on the next make no finding the same."""
    came = _of(tmp_path, {name: _rows(f"{name} stairs", f"Mend {name}") for name in ("Safe", "Well-led")})
    assert [(one["title"], one["key_questions"]) for one in came.several("findings")] == [
        ("Safe stairs", "safe"),
        ("Well-led stairs", "well-led"),
    ]
    assert [(one["title"], one["for"]) for one in came.several("actions")] == [
        ("Mend Safe", "F1"),
        ("Mend Well-led", "F2"),
    ]


def test_another_name_that_says_something_is_kept(tmp_path: Path) -> None:
    """The sheet of a visit by the fire service stands with its findings; Sheet2 says nothing."""
    came = _of(tmp_path, {"Fire visit": _rows("Doors", "Mend doors"), "Sheet2": _rows("Stairs", "Mend stairs")})
    assert [one["extra"].get("Sheet") for one in came.several("findings")] == ["Fire visit", None]


def test_a_name_that_stands_with_no_finding_is_reported(tmp_path: Path) -> None:
    """A sheet called by a person's name, or one of actions alone: its name is in the report and in no plan."""
    bare: Rows = [["Action", "Owner", "Due"], ["Mend doors", "Maintenance", DUE]]
    sheets: dict[str, Rows] = {"Agnieszka": _rows("Doors", "Mend doors"), "Annex": bare}
    came = _of(tmp_path, sheets)
    assert ("Agnieszka" in came.text, "Annex" in came.text) == (False, False)
    assert "Agnieszka, Annex: the name of the sheet" in came.report


def test_a_row_without_an_action_keeps_what_it_says(tmp_path: Path) -> None:
    """Due, status and comments of a finding without an action stand with the finding; a name is asked about."""
    rows = [*_rows("Stairs", "Mend stairs"), [2.0, "Lift", None, "Agnieszka Testowa", DUE, "Open", "Told the landlord"]]
    came = _of(tmp_path, {"Plan": rows})
    finding = came.several("findings")[1]
    assert finding["extra"] == {"No": "2", "Due": "2026-06-05", "Status": "Open", "Comments": "Told the landlord"}
    assert "Testowa" not in came.text
    assert any("D3" in one.place and "Testowa" in one.words for one in came.asked())
    assert came.lost() == []


def _rows(issue: str, action: str) -> Rows:
    return [NAMES, [1.0, issue, action, "Maintenance", DUE, "Open", "None yet"]]


def _of(folder: Path, sheets: Mapping[str, Rows]) -> TakenIn:
    return taken_in(a_project(folder), write_book(folder / "plan.xlsx", sheets))
