"""A column that the map of a sheet does not name yet: people add one later."""

from pathlib import Path

from tests.exchange.sheet_making import Rows, table, write_book
from tests.exchange.taking_in import TakenIn, a_project, taken_in

BEFORE = table("Issue | Action | Lead | Due\nDoors | Fit closers | Chef | 2026-06-05")
AFTER = table(
    "Issue | Action | Lead | Due | Evidence | Door type | Status\n"
    "Doors | Fit closers | Chef | 2026-06-05 | Photo | Oak | Closed"
)


def test_a_column_that_was_added_later_is_recognised_and_written_into_the_map(tmp_path: Path) -> None:
    """It is read by its name, and said; comments in the map stay, and again nothing changes."""
    folder = a_project(tmp_path)
    _of(folder, {"Plan": BEFORE})
    map_file = folder / "plan.xlsx.map.yaml"
    text = map_file.read_text("utf-8").replace("  Lead: owner\n", "  Lead: owner   # the kitchen\n")
    map_file.write_text(text, encoding="utf-8")
    came = _of(folder, {"Plan": AFTER})
    (action,) = came.several("actions")
    assert (action["evidence"], action["status"], action["extra"]) == (
        {"title": "Photo"},
        "closed",
        {"Door type": "Oak"},
    )
    assert "Plan!E1: “Evidence” is new: read as evidence, and written into the map." in came.report
    added = "  Lead: owner   # the kitchen\n  Due: due\n  Evidence: evidence\n  Door type: extra\n  Status: status\n#"
    assert added in map_file.read_text("utf-8")
    before = came.path.read_bytes(), map_file.read_bytes()
    again = _of(folder, {"Plan": AFTER})
    assert (again.path.read_bytes(), map_file.read_bytes()) == before
    assert "is new" not in again.report


def test_one_of_a_kind_that_the_map_has_already_is_kept_as_it_is(tmp_path: Path) -> None:
    """What the map says decides: a second name for the action does not become one."""
    folder = a_project(tmp_path)
    _of(folder, {"Plan": BEFORE})
    came = _of(folder, {"Plan": [[*BEFORE[0], "Agreed action"], [*BEFORE[1], "Fit two"]]})
    (action,) = came.several("actions")
    assert (action["title"], action["extra"]) == ("Fit closers", {"Agreed action": "Fit two"})


def test_each_table_of_a_map_gets_its_own(tmp_path: Path) -> None:
    """Of two tabs both have a new column."""
    folder = a_project(tmp_path)
    other = table("Issue | Action | Lead | Due\nBins | Empty | Chef | 2026-06-05")
    _of(folder, {"Plan": BEFORE, "More": other})
    came = _of(folder, {"Plan": AFTER, "More": [[*other[0], "Comments"], [*other[1], "Weekly"]]})
    assert [one.get("note") for one in came.several("actions")] == [None, "Comments: Weekly"]
    text = (folder / "plan.xlsx.map.yaml").read_text("utf-8")
    assert (
        "      Due: due\n      Evidence: evidence\n      Door type: extra\n      Status: status\n  - sheet: More\n"
        in text
    )
    assert "      Due: due\n      Comments: note\n" in text


def _of(folder: Path, tabs: dict[str, Rows]) -> TakenIn:
    return taken_in(folder, write_book(folder / "plan.xlsx", tabs))
