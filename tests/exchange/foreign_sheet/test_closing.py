"""What closes an action: its status, and a day in a column of completion or signing off that no word takes back."""

from pathlib import Path

import pytest

from action_plans.exchange.foreign_sheet.cell_dates import DateOrder
from action_plans.exchange.foreign_sheet.cell_done import read_done
from tests.exchange.taking_in import rows_taken_in

HEADER = "Issue | Action | Lead | Due | Date completed"
Stands = tuple[str | None, str | None, str | None]


@pytest.mark.parametrize(
    ("cell", "stands"),
    [
        ("Not completed as of 1/6/26", ("open", None, None)),
        ("Outstanding - chased 4/6/26", ("open", "not-started", None)),
        ("expected 1/8/26", ("open", None, None)),
        ("Partially 1/5/26", ("open", "at-risk", None)),
        ("12/5/26 - re-opened 1/6/26", ("open", None, None)),
        ("Review on 1/6/26", ("open", None, None)),
        ("w/c 5/6/26 (planned)", ("open", "not-started", None)),
        ("3 of 4 completed 1/6/26", ("open", None, None)),
        ("Completed 1/6/26 except the bank staff", ("open", None, None)),
        ("Delayed to 1/6/26", ("open", "off-track", None)),
        ("by 1/6/26", ("open", None, None)),
    ],
)
def test_a_day_beside_words_that_say_not_done_closes_nothing(cell: str, stands: Stands, tmp_path: Path) -> None:
    """The action is open, the words are kept, and the cell is asked about."""
    came = rows_taken_in(tmp_path, f"{HEADER}\nDoors | Fix | Manager | 2026-06-30 | {cell}")
    (action,) = came.several("actions")
    assert (action["status"], action.get("progress"), action.get("closed_on")) == stands
    assert action["extra"] == {"Date completed": cell}
    assert f"Plan!E2: “{cell}” holds a day, and says that it is not done: left open." in came.report


@pytest.mark.parametrize(
    ("cell", "closed_on"),
    [
        ("1/6/26", "2026-06-01"),
        ("Completed 1/6/26", "2026-06-01"),
        ("Completed 1/6/26 - no further action needed", "2026-06-01"),
        ("Done 1/6/26, review 1/12/26", "2026-06-01"),
        ("1/6/26 - certificate in the file", "2026-06-01"),
        ("12 of 12 done 1/6/26", "2026-06-01"),
        ("Completed", None),
    ],
)
def test_a_day_of_completion_closes(cell: str, closed_on: str | None, tmp_path: Path) -> None:
    """So does a word for done without a day, as in a column of status."""
    came = rows_taken_in(tmp_path, f"{HEADER}\nDoors | Fix | Manager | 2026-06-30 | {cell}")
    (action,) = came.several("actions")
    assert (action["status"], action.get("closed_on")) == ("closed", closed_on)
    assert came.lost() == []


def test_words_beside_a_day_that_say_nothing_of_it_are_told(tmp_path: Path) -> None:
    """It is closed by its day, and the report shows what else the cell says."""
    came = rows_taken_in(tmp_path, f"{HEADER}\nDoors | Fix | Manager | 2026-06-30 | 1/6/26 - certificate in the file")
    assert "Plan!E2: “1/6/26 - certificate in the file” was taken as done on 2026-06-01." in came.report


@pytest.mark.parametrize(
    "cell", ["Not signed off 1/6/26", "Awaiting sign off - chased 4/6/26", "Seen by QA 5/6/26, more evidence needed"]
)
def test_what_is_not_signed_off_is_open(cell: str, tmp_path: Path) -> None:
    """The words are kept: nobody is named in them."""
    came = rows_taken_in(
        tmp_path, f"Issue | Action | Lead | Due | Signed off\nDoors | Fix | Manager | 2026-06-30 | {cell}"
    )
    (action,) = came.several("actions")
    assert (action["status"], action["extra"]) == ("open", {"Signed off": cell})


def test_a_name_beside_not_done_stays_out_of_the_plan(tmp_path: Path) -> None:
    """It is asked about, as everywhere."""
    cell = "Not signed off by Agnieszka Testowa 1/6/26"
    came = rows_taken_in(
        tmp_path, f"Issue | Action | Lead | Due | Signed off\nDoors | Fix | Manager | 2026-06-30 | {cell}"
    )
    assert "Testowa" not in came.text
    assert f"Plan!E2: “{cell}” may name a person" in came.report


@pytest.mark.parametrize(
    ("status", "cell", "stands"),
    [
        ("Complete", "Not yet embedded, recheck 4/6/26", "closed"),
        ("Open", "4/6/26", "open"),
        ("", "Not yet embedded, recheck 4/6/26", "open"),
    ],
)
def test_the_status_decides_and_the_other_cell_is_asked_about(
    status: str, cell: str, stands: str, tmp_path: Path
) -> None:
    """A day that is not one of completion is none on which the action was closed."""
    header = "Issue | Action | Lead | Due | Status | Date completed"
    came = rows_taken_in(tmp_path, f"{header}\nDoors | Fix | Manager | 2026-06-30 | {status} | {cell}")
    (action,) = came.several("actions")
    assert (action["status"], "closed_on" in action) == (stands, False)
    assert any(one.place == "Plan!F2" for one in came.asked())


@pytest.mark.parametrize("cell", ["N/A", "Not applicable", "not required"])
def test_what_is_out_of_place_says_nothing(cell: str, tmp_path: Path) -> None:
    """Neither that it is done nor that it is still to be done."""
    came = rows_taken_in(tmp_path, f"{HEADER}\nDoors | Fix | Manager | 2026-06-30 | {cell}")
    assert "status" not in came.several("actions")[0]
    assert came.lost() == []


@pytest.mark.parametrize(
    ("cells", "closed"),
    [
        (("x", ""), [True, False]),
        (("x", "n/a"), [True, False]),
        (("x", "X"), [True, True]),
        (("x", "\N{BALLOT X}"), [False, False]),
        (("x", "\N{CHECK MARK} 3/3/26"), [False, True]),
        (("3/3/26", "\N{BALLOT BOX WITH X}"), [True, False]),
        (("\N{WHITE HEAVY CHECK MARK}", "\N{CROSS MARK}"), [True, False]),
        (("Y", "x"), [True, False]),
    ],
)
def test_an_x_beside_something_else_is_asked_about(cells: tuple[str, str], closed: list[bool], tmp_path: Path) -> None:
    """Alone it marks what is done; beside a tick, a cross or a day it may mean the contrary."""
    rows = "".join(f"\nDoors | Fix {cell or 'it'} | Manager | 2026-06-30 | {cell}" for cell in cells)
    came = rows_taken_in(tmp_path, HEADER + rows)
    assert [one.get("status") == "closed" for one in came.several("actions")] == closed
    is_asked = any("may mean yes or no" in one.words for one in came.asked())
    is_x = [cell.casefold() in ("x", "\N{BALLOT BOX WITH X}") for cell in cells]
    assert is_asked == any(x and not done for x, done in zip(is_x, closed, strict=True))
    assert came.lost() == []


@pytest.mark.parametrize("cell", ["1/2", "31/3", "5/6"])
def test_a_day_without_a_year_is_no_share(cell: str) -> None:
    """Its words say nothing: the day does."""
    assert read_done(cell, DateOrder.DAY_FIRST).is_closed is None
