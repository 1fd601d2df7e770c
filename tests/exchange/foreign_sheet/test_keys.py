"""What initials and colours stand for, on a sheet of its own too, and where names are reported. All invented."""

from datetime import date
from pathlib import Path

from tests.exchange.sheet_making import GREEN, Cell, Rows, table, write_book
from tests.exchange.taking_in import a_project, taken_in

NAMES = ["Issue", "Action", "Owner", "Due", "RAG", "Comments"]
DUE = date(2026, 6, 5)


def test_a_key_on_a_sheet_of_its_own_is_read(tmp_path: Path) -> None:
    """Initials are roles by it, and green means what it says; its words stand in the report."""
    rows: Rows = [NAMES, ["Stairs", "Mend them", "CD", DUE, Cell(fill=GREEN)], ["Lift", "Mend it", "AB", DUE, None]]
    key = table("AB | Agnieszka Testowa, Registered manager\nCD | Clinical lead\nGreen | Complete")
    came = taken_in(a_project(tmp_path), write_book(tmp_path / "p.xlsx", {"Safe": rows, "Key": key}))
    assert came.data["roles"] == {"CD": "Clinical lead", "AB": "Registered manager"}
    assert [(one["owner"], one.get("status")) for one in came.several("actions")] == [("CD", "closed"), ("AB", None)]
    assert "Testowa" not in came.text
    assert "Key!A2, Key!B2: “CD = Clinical lead” was read as a key." in came.report
    assert came.lost() == []


def test_initials_of_a_key_are_the_code_of_their_role(tmp_path: Path) -> None:
    """RM = Registered manager, with a name behind it, becomes RM and not RM2."""
    rows: Rows = [["RM = Registered manager, Agnieszka Testowa"], [], NAMES, ["Stairs", "Mend them", "RM", DUE]]
    came = taken_in(a_project(tmp_path), write_book(tmp_path / "p.xlsx", {"Plan": rows}))
    assert came.data["roles"] == {"RM": "Registered manager"}


def test_a_name_is_reported_at_its_cell(tmp_path: Path) -> None:
    """The cell that brings a name into the plan is named, not the cell of its action."""
    rows: Rows = [NAMES, ["Stairs", "Mend them", "Chef", DUE, None, "Told to Agnieszka, who wrote it down at once"]]
    came = taken_in(a_project(tmp_path), write_book(tmp_path / "p.xlsx", {"Plan": rows}))
    assert [one.place for one in came.asked() if "Agnieszka" in one.words] == ["Plan!F2"]
