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


@pytest.mark.parametrize(
    "names",
    [
        "Ref | Issue | Action | Owner | Due | Red | Amber | Green",
        "Issue | Action | Owner | Due | Open | Closed",
        "Must | Action | Owner | Due",
        "- | Issue | Action | Owner | Due",
        "Issue | Action | Owner | Due | 05/01/2026 | 02/02/2026",
        "Issue | Action | Owner | Due | Update | 5 January 2026",
    ],
)
def test_a_column_may_be_called_by_a_word_that_rows_hold(names: str, tmp_path: Path) -> None:
    """Columns to tick, and one a month: the header above all rows is one all the same."""
    places = [name.strip() for name in names.split("|")]
    row = {"Issue": "No lock", "Action": "Fit a lock", "Owner": "Maintenance", "Due": "2026-04-30"}
    came = _of_lines(tmp_path, names, " | ".join(row.get(name, "") for name in places))
    assert [action["title"] for action in came.several("actions")] == ["Fit a lock"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "cp1252"])
def test_a_csv_is_read_in_whatever_encoding_it_was_saved(encoding: str, tmp_path: Path) -> None:
    """In UTF-16 also without the mark that programs put before it."""
    file = tmp_path / "plan.csv"
    file.write_bytes("Issue;Action;Lead;By when\r\nCaf\xe9;Fix;Manager;30/06/2026\r\n".encode(encoding))
    assert [one["title"] for one in taken_in(a_project(tmp_path), file).several("findings")] == ["Caf\xe9"]


@pytest.mark.parametrize(
    "lines",
    [
        "Ref,Issue identified at inspection March 2026,Agreed action,Person\n1,No lock,Fit a lock,Maintenance",
        "What did the inspector find?,What will we do about it?,Who will do it?\nNo lock,Fit a lock,Maintenance",
        "Our plan\n\nAction,Owner,Due\nFit a lock,,\nMend the door,,\nClean the sluice,Maintenance,30/04/2026",
    ],
)
def test_a_csv_is_a_table_however_its_columns_are_called(lines: str, tmp_path: Path) -> None:
    """Wordy names, and rows of which most is still to be found."""
    file = tmp_path / "plan.csv"
    file.write_text(lines, encoding="utf-8")
    assert taken_in(a_project(tmp_path), file).several("actions")[0]["title"] == "Fit a lock"


@pytest.mark.parametrize(
    "second",
    [
        ("Concern | Action needed | Lead | Deadline",),
        ("Area for improvement | Action required | Responsible person | Target date",),
        ("", "What CQC told us at the visit in March | What we will do about it | Who leads on this work | By when"),
    ],
)
def test_a_second_table_has_a_header_of_its_own(second: tuple[str, ...], tmp_path: Path) -> None:
    """Other names that say what, who and by when are no finding, no action and no role."""
    came = _of_lines(
        tmp_path, "Issue | Action | By whom | By when", FIRST[: FIRST.rindex(" |")], *second, LAST[: LAST.rindex(" |")]
    )
    assert [action["title"] for action in came.several("actions")] == ["Repair the doors", "Clean the sluice"]
    assert [action["due"] for action in came.several("actions")] == ["2026-04-30"] * 2


def test_a_header_over_two_rows_may_be_wordy(tmp_path: Path) -> None:
    """The lower row says in sentences what each column holds: it is none of the plan."""
    came = _of_lines(
        tmp_path,
        "Finding from the inspection | Our response | |",
        "Description of the concern raised by CQC | Action we will take to put it right | Lead person for the action"
        " | Date it will be finished",
        FIRST[: FIRST.rindex(" |")],
    )
    assert [action["title"] for action in came.several("actions")] == ["Repair the doors"]
    assert came.data["roles"][came.several("actions")[0]["owner"]] == "Maintenance"


def _of_lines(folder: Path, *lines: str) -> TakenIn:
    return taken_in(a_project(folder), write_book(folder / "plan.xlsx", {"Plan": table("\n".join(lines))}))
