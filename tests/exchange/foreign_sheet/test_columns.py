"""Which column of somebody's sheet holds what."""

from datetime import date
from pathlib import Path

import pytest

from action_plans.exchange.foreign_sheet.column_meanings import Meaning, meaning_of
from tests.exchange.sheet_making import write_book
from tests.exchange.taking_in import TakenIn, a_project, taken_in

DAY = date(2026, 6, 5)


def test_the_most_telling_name_wins_and_not_the_leftmost(tmp_path: Path) -> None:
    """Source gives way to Issue and Date to Target date; what they say is kept."""
    came = _of(
        tmp_path,
        {"Source": "Council", "Date": date(2026, 3, 1), "Issue": "Stairs", "Action": "Fit a rail", "Target date": DAY},
    )
    assert [one["title"] for one in came.several("findings")] == ["Stairs"]
    assert [(one["due"], one["extra"]) for one in came.several("actions")] == [
        ("2026-06-05", {"Source": "Council", "Date": "2026-03-01"})
    ]


def test_a_name_that_gives_way_counts_where_it_is_alone(tmp_path: Path) -> None:
    """Without Issue a Source or Recommendation is what was found; without another a Date is that of the action."""
    came = _of(tmp_path, {"Recommendation": "Fit a rail", "Management response": "Agreed, by us", "Date": DAY})
    assert [one["title"] for one in came.several("findings")] == ["Fit a rail"]
    assert [(one["title"], one["due"]) for one in came.several("actions")] == [("Agreed, by us", "2026-06-05")]


def test_names_that_begin_with_action_are_told_apart(tmp_path: Path) -> None:
    """Action by, Action due and Action status say who, when and how it stands."""
    came = _of(
        tmp_path,
        {"Issue": "Stairs", "Action": "Fit a rail", "Action by": "Chef", "Action due": DAY, "Action status": "Open"},
    )
    (action,) = came.several("actions")
    assert (came.data["roles"][action["owner"]], action["due"], action["status"]) == ("Chef", "2026-06-05", "open")
    assert "extra" not in action


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("Management response", Meaning.ACTION),
        ("Response to recommendation", Meaning.ACTION),
        ("Officer", Meaning.OWNER),
        ("Implementation date", Meaning.DUE),
        ("Date implemented", Meaning.CLOSED_ON),
        ("Action date", Meaning.DUE),
        ("Recommendation", Meaning.FINDING),
    ],
)
def test_names_of_councils_and_auditors_are_known(name: str, meaning: Meaning) -> None:
    """Plans that answer an audit or a council's visit call their columns so."""
    assert meaning_of(name) is meaning


@pytest.mark.parametrize(
    "row",
    [
        {"Issue": "No lock", "Actions completed": "Fit a lock", "Lead": "Chef", "Due": "2026-05-01"},
        {"Issue": "No lock", "Management response": "We accept", "Action": "Fit a lock", "Due": "2026-05-01"},
        {"Issue": "No lock", "Action": "Fit a lock", "Action date": "2026-03-01", "Target date": "2026-05-01"},
    ],
    ids=["done", "response", "two dates"],
)
def test_a_name_that_could_be_another_gives_way(row: dict[str, object], tmp_path: Path) -> None:
    """What is done is an action unless a day stands there; an action goes before a response, a target before a date."""
    (action,) = _of(tmp_path, row).several("actions")
    assert (action["title"], action["due"]) == ("Fit a lock", "2026-05-01")


def _of(folder: Path, row: dict[str, object]) -> TakenIn:
    return taken_in(a_project(folder), write_book(folder / "plan.xlsx", {"Plan": [list(row), list(row.values())]}))
