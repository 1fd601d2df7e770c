"""Actions that stand in a cell over several rows: one, for the findings of all of them."""

from pathlib import Path

import pytest

from tests.exchange.taking_in import rows_taken_in

HEADER = "Issue | Action | Lead | By when | Status"
FIRST = "Doors | Fix | Chef | 2026-06-30 | Open"


@pytest.mark.parametrize(
    ("merged", "second", "third", "served"),
    [
        (["B2:B4", "C2:C4", "D2:D4", "E2:E4"], "Bins | | | | ", "Cups | | | | ", [["F1", "F2", "F3"]]),
        (["B2:B4"], "Bins | | | | ", "Cups | | Chef | | Open", [["F1", "F2", "F3"]]),
        (["B2:B4"], "Bins | | Chef | 2026-06-30 | Closed", "Cups | | | | ", [["F1", "F3"], "F2"]),
        (["B2:B3"], "Bins | | | | ", "Cups | Fix | Chef | 2026-06-30 | Open", [["F1", "F2"], "F3"]),
    ],
)
def test_one_action_is_for_all_findings_beside_it(
    merged: list[str], second: str, third: str, served: list[object], tmp_path: Path
) -> None:
    """A row that says something else of it has one of its own, and that is told; nothing is asked twice."""
    came = rows_taken_in(tmp_path, f"{HEADER}\n{FIRST}\n{second}\n{third}", merged)
    assert [one["for"] for one in came.several("actions")] == served
    assert ("read as an action of its own" in came.report) == ("Closed" in second)
    assert [one.words for one in came.asked() if "No " in one.words] == []
    assert came.lost() == []
