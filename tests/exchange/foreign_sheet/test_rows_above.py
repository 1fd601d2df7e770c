"""Rows that say something by the row above: ditto, a number that goes on, progress in a row of its own."""

from pathlib import Path

import pytest

from tests.exchange.taking_in import rows_taken_in

HEADER = "No | Issue | Action | Lead | By when | Status | Comments\n"
FIRST = "1 | Doors wedged | Fit closers | Maintenance | 2026-01-05 | Open | Asked\n"


@pytest.mark.parametrize("ditto", ["As above", "Ditto", '"', "\N{DITTO MARK}", "same as above", "see above", '- " -'])
def test_ditto_is_what_stands_above(ditto: str, tmp_path: Path) -> None:
    """In the columns of findings, owners, dates and states; in a comment it is what somebody wrote."""
    came = rows_taken_in(tmp_path, f"{HEADER}{FIRST}2 | {ditto} | Tell staff | {ditto} | {ditto} | {ditto} | {ditto}\n")
    assert [one["title"] for one in came.several("findings")] == ["Doors wedged"]
    _, action = came.several("actions")
    assert (action["for"], action["owner"], action["due"], action["status"]) == ("F1", "MAI", "2026-01-05", "open")
    assert action["note"] == f"Comments: {ditto}"
    assert f"“{ditto}” was read as “Maintenance”, from above." in came.report
    assert came.lost() == []


def test_ditto_below_nothing_is_kept_as_written(tmp_path: Path) -> None:
    """In the first row there is nothing above."""
    came = rows_taken_in(tmp_path, f"{HEADER}1 | Doors | Fit | As above | 2026-01-05\n")
    assert "“As above”" in came.report
    assert came.lost() == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("1 cont.", ""),
        ("1 (cont)", "Doors wedged (continued)"),
        ("1 cont'd", "cont."),
        ("1", "Doors wedged cont\N{HORIZONTAL ELLIPSIS}"),
    ],
)
def test_a_finding_that_goes_on_is_the_same(number: str, words: str, tmp_path: Path) -> None:
    """By its number, its words or both; the report tells what was read so."""
    came = rows_taken_in(tmp_path, f"{HEADER}{FIRST}{number} | {words} | Tell staff | Chef | 2026-01-06\n")
    assert [one["title"] for one in came.several("findings")] == ["Doors wedged"]
    assert [(one["title"], one["for"]) for one in came.several("actions")] == [
        ("Fit closers", "F1"),
        ("Tell staff", "F1"),
    ]
    assert came.lost() == []


def test_words_that_go_on_from_nothing_are_a_finding(tmp_path: Path) -> None:
    """`Continued use of agency staff` is no row that goes on, nor is one whose beginning nobody wrote."""
    rows = (
        "2 | Continued use of agency staff | Recruit | Chef | 2026-01-06\n3 | Stairs (cont) | Mend | Chef | 2026-01-06"
    )
    came = rows_taken_in(tmp_path, f"{HEADER}{FIRST}{rows}")
    assert [one["title"] for one in came.several("findings")] == [
        "Doors wedged",
        "Continued use of agency staff",
        "Stairs (cont)",
    ]


def test_progress_in_rows_of_its_own_is_that_of_the_action_above(tmp_path: Path) -> None:
    """However many rows; each is told. Behind a gap it stands below the table."""
    more = " | | | | | | 17/5: 20 done\n | | | | | | 24/5: all done\n"
    second_row = "2 | Bins | Empty | Chef | 2026-01-06\n\n | | | | | | Page end"
    came = rows_taken_in(tmp_path, HEADER + FIRST + more + second_row)
    first, second = came.several("actions")
    assert first["note"] == "Comments: Asked\n17/5: 20 done\n24/5: all done"
    assert "note" not in second
    assert "Plan!G3: “17/5: 20 done” was read with row 2, above it." in came.report
    assert "Plan!G7: “Page end”, below or beside the table" in came.report
