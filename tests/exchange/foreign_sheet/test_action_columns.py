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


def _of(folder: Path, text: str) -> TakenIn:
    return taken_in(a_project(folder), write_book(folder / "plan.xlsx", {"Plan": table(text)}))
