"""Which column of somebody's sheet says what is to be done."""

from pathlib import Path

import pytest

from tests.exchange.sheet_making import table, write_book
from tests.exchange.taking_in import TakenIn, a_project, taken_in


@pytest.mark.parametrize(
    ("found", "done"),
    [
        ("Finding", "Required improvement"),
        ("Finding", "Suggested improvements"),
        ("Finding", "Action & Evidence"),
        ("Finding", "Actions taken and supporting evidence"),
        ("Issue", "Evidence / actions"),
        ("Observation", "Recommendation"),
        ("Finding", "Requirement"),
        ("What CQC found", "What we are going to do to meet the regulation"),
        ("How the regulation was not being met", "What are we going to do to meet the regulation?"),
        ("What CQC said", "What we have done"),
        ("What we need to improve", "What we will do"),
        ("Finding", "Way forward"),
        ("Issue", "Next steps"),
        ("What needs to change?", "How will we do it?"),
        ("Issue", "What needs to be done?"),
    ],
)
def test_what_was_found_is_no_action(found: str, done: str, tmp_path: Path) -> None:
    """Beside what was found stands what is done about it, whatever that is called."""
    came = _of(tmp_path, f"{found} | {done} | Lead | Deadline\nBins full | Review the rota | Chef | 2026-06-05")
    assert [one["title"] for one in came.several("findings")] == ["Bins full"]
    assert [(one["title"], one["for"]) for one in came.several("actions")] == [("Review the rota", "F1")]
    assert not any(field in one for one in came.several("actions") for field in ("extra", "evidence"))


@pytest.mark.parametrize("name", ["Improvement", "Requirement", "Recommendation"])
def test_one_column_alone_says_what_is_to_be_done(name: str, tmp_path: Path) -> None:
    """Where nothing else tells what was found or done, it is an action, as before."""
    came = _of(tmp_path, f"{name} | Lead | Deadline | Location\nReview the rota | Chef | 2026-06-05 | Kitchen")
    assert [one["title"] for one in came.several("actions")] == ["Review the rota"]


def test_evidence_of_actions_is_evidence(tmp_path: Path) -> None:
    """What is called evidence first is no action beside a column of actions."""
    came = _of(
        tmp_path,
        "Issue | Evidence of actions taken | Action | Lead | Deadline\nBins full | Photo | Empty | Chef | 2026-06-05",
    )
    assert [(one["title"], one["evidence"]) for one in came.several("actions")] == [("Empty", {"title": "Photo"})]


def test_each_column_of_actions_is_read(tmp_path: Path) -> None:
    """Three columns are up to three actions with the same owner and date; words for all are told once."""
    came = _of(
        tmp_path,
        "Issue | Action 1 | Action 2 | Action 3 | Lead | Due | Comments\n"
        "Doors | Remove wedges | Fit closers | Train staff | Chef | 2026-06-05 | Asked the landlord\n"
        "Bins | Empty them | N/A | | Deputy manager | 2026-06-08 |\n"
        " | | Log it | | Chef | 2026-06-09 | Weekly",
    )
    assert [
        (one["title"], one["owner"], one["due"], one["for"], one.get("note")) for one in came.several("actions")
    ] == [
        ("Remove wedges", "CHEF", "2026-06-05", "F1", "Comments: Asked the landlord"),
        ("Fit closers", "CHEF", "2026-06-05", "F1", None),
        ("Train staff", "CHEF", "2026-06-05", "F1", None),
        ("Empty them", "DM", "2026-06-08", "F2", None),
        ("Log it", "CHEF", "2026-06-09", "F2", "Comments: Weekly"),
    ]
    assert came.several("actions")[3]["extra"] == {"Action 2": "N/A"}
    assert came.lost() == []


def test_each_action_of_a_row_has_what_stands_behind_it(tmp_path: Path) -> None:
    """Short and long term have their own dates and owners; what belongs to one that is not there is kept."""
    came = _of(
        tmp_path,
        "Issue | Short term action | Who | By when | Long term action | Who | By when | Status\n"
        "Doors | Remove wedges | Chef | 2026-06-05 | Fit closers | Deputy manager | 2026-08-05 | Open\n"
        "Bins | Empty them | Chef | 2026-06-08 | | | 2026-09-01 | Done",
    )
    assert [(one["title"], one["owner"], one["due"], one["status"]) for one in came.several("actions")] == [
        ("Remove wedges", "CHEF", "2026-06-05", "open"),
        ("Fit closers", "DM", "2026-08-05", "open"),
        ("Empty them", "CHEF", "2026-06-08", "closed"),
    ]
    assert came.several("actions")[2]["extra"] == {"By when (2)": "2026-09-01"}


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ("Recommended action | Agreed action", "Two"),
        ("Action taken | Planned action", "Two"),
        ("Action taken to date | Action required", "Two"),
        ("Agreed action | Recommended action", "One"),
        ("Action | Further action", "One"),
    ],
)
def test_what_is_planned_goes_before_what_was_advised_or_is_done(names: str, title: str, tmp_path: Path) -> None:
    """The other is kept as it is."""
    came = _of(tmp_path, f"Issue | {names} | Lead | Due\nDoors | One | Two | Chef | 2026-06-05")
    (action,) = came.several("actions")
    assert (action["title"], list(action["extra"].values())) == (title, ["Two" if title == "One" else "One"])


def test_actions_in_the_rows_below_are_those_of_the_issue_above(tmp_path: Path) -> None:
    """Only where none follows it is asked what is to be done."""
    came = _of(
        tmp_path,
        "Issue | Action | Lead | Due\nBins | | |\n | Empty them | Chef | 2026-06-05\n | Buy more | Chef | 2026-06-08\n"
        "Doors | | |\nLamps | Mend | Chef | 2026-06-09",
    )
    assert [one["for"] for one in came.several("actions")] == ["F1", "F1", "F3"]
    assert "No action for “Bins”" not in came.report
    assert "Plan, row 5: No action for “Doors”. What is to be done?" in came.report


def _of(folder: Path, text: str) -> TakenIn:
    return taken_in(a_project(folder), write_book(folder / "plan.xlsx", {"Plan": table(text)}))
