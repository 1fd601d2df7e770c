"""Tables that count what others tell: they hold no action of their own."""

from pathlib import Path

import pytest

from tests.exchange.sheet_making import Rows, table, write_book
from tests.exchange.taking_in import a_project, taken_in

PLAN = table("Issue | Action | Lead | Due\nBins | Empty them | Chef | 2026-06-05")


@pytest.mark.parametrize(
    "counts",
    [
        [["Key question", "No. of actions", "Open", "Closed"], ["Safe", 4, 2, 2], ["Well-led", 3, 1, 2]],
        [["Status", "Count of Action"], ["Open", 1], ["Closed", 2], ["Owner", "Open actions"], ["Chef", 2]],
        [["Owner", "Number of actions", "Overdue"], ["Manager", "4", "1"], ["Chef", "3", "0"]],
    ],
)
def test_a_table_of_counts_is_no_plan(counts: Rows, tmp_path: Path) -> None:
    """Only the other tab has an action and a finding, and what was not taken is said."""
    folder = a_project(tmp_path)
    came = taken_in(folder, write_book(folder / "plan.xlsx", {"Summary": counts, "Plan": PLAN}))
    assert [one["title"] for one in came.several("actions")] == ["Empty them"]
    assert [one["title"] for one in came.several("findings")] == ["Bins"]
    assert "Summary!" in came.report.partition("Not taken into the plan")[2]
