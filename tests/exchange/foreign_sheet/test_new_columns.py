"""A map beside a sheet: columns that it does not name yet, and a map that was put right."""

from pathlib import Path

import pytest

from tests.exchange.sheet_making import Rows, table, write_book
from tests.exchange.taking_in import TakenIn, a_project, taken_in

BEFORE = table("Issue | Action | Lead | Due\nDoors | Fit closers | Chef | 2026-06-05")
AFTER = table(
    "Issue | Action | Lead | Due | Evidence | Door type | Status\n"
    "Doors | Fit closers | Chef | 2026-06-05 | Photo | Fire door | Closed"
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
        {"Door type": "Fire door"},
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


WRONG, RIGHT = "Remedy: extra", "Remedy: action"


def _with_map_put_right(folder: Path) -> None:
    """Import a sheet whose findings are taken for actions, and put its map right."""
    _of(folder, {"Plan": REMEDIES})
    map_file = folder / "plan.xlsx.map.yaml"
    text = map_file.read_text("utf-8")
    assert "Finding: action" in text
    map_file.write_text(text.replace("Finding: action", "Finding: finding").replace(WRONG, RIGHT), encoding="utf-8")


REMEDIES = table("Finding | Remedy | Lead | Due\nDoors | Closers | Chef | 2026-06-05\nBins | Lids | Cook | 2026-06-08")


def test_a_map_that_was_put_right_makes_the_plan_anew(tmp_path: Path) -> None:
    """Nobody had changed the plan: no wrong action stays beside the right ones, and ids begin at 1."""
    folder = a_project(tmp_path)
    _with_map_put_right(folder)
    came = _of(folder, {"Plan": REMEDIES})
    assert [(one["id"], one["title"]) for one in came.several("actions")] == [("A1", "Closers"), ("A2", "Lids")]
    assert [one["title"] for one in came.several("findings")] == ["Doors", "Bins"]
    assert came.data["roles"] == {"CHEF": "Chef", "COOK": "Cook"}
    assert "nobody had changed the plan: it was made anew." in came.report
    before = came.path.read_bytes()
    again = _of(folder, {"Plan": REMEDIES})
    assert (again.path.read_bytes(), "made anew" in again.report) == (before, False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("due: 2026-06-05", "due: 2026-06-09"),
        ("owner: CHEF", "owner: CHEF   # since May"),
        ("title: Bins", "title: Bin"),
    ],
)
def test_what_people_wrote_stays_when_the_map_is_put_right(old: str, new: str, tmp_path: Path) -> None:
    """The plan was changed: nothing is taken out, and the report says what to do."""
    folder = a_project(tmp_path)
    _with_map_put_right(folder)
    plan = folder / "plans" / "PLAN.yaml"
    plan.write_text(plan.read_text("utf-8").replace(old, new), encoding="utf-8")
    came = _of(folder, {"Plan": REMEDIES})
    assert new in came.text
    assert len(came.several("actions")) == 4
    assert "delete the plan, and import the sheet again." in came.report


def _of(folder: Path, tabs: dict[str, Rows]) -> TakenIn:
    return taken_in(folder, write_book(folder / "plan.xlsx", tabs))
