"""What stands above a table: its service and title, and whoever wrote it, who stands in no plan. All invented."""

from pathlib import Path

import pytest

from action_plans.exchange.foreign_sheet.persons import names_somebody
from tests.exchange.taking_in import rows_taken_in

TABLE = "\n\nIssue | Action | Lead | By when\nDoors | Fix | Manager | 2026-06-30"
SERVICES = ("Elm House", "Rose Court", "Willow Bank Care Home")


@pytest.mark.parametrize(
    "above",
    [
        "Home: {} | | | Manager: Anita Desai",
        "Home: {} Manager: Anita Desai",
        "Service | {}\nPlan written by Anita Desai, Home Manager, with the deputy\nHome: {}",
        "Home: | {} | Completed by: | Sue Brown\nAgreed with Sue Brown and the board",
        "Anita Desai's action plan for {}",
        "Action plan for {}\nThis plan was agreed with Anita Desai and the family of Mr Ahmed on 3 May.",
    ],
)
@pytest.mark.parametrize("service", SERVICES)
def test_who_wrote_a_plan_stands_in_the_report_alone(above: str, service: str, tmp_path: Path) -> None:
    """The service is read without the manager beside it; a house called after a flower is nobody."""
    came = rows_taken_in(tmp_path, above.replace("{}", service) + TABLE)
    assert came.data["service"] == service
    assert [name for name in ("Anita", "Desai", "Sue Brown", "Ahmed") if name in came.text] == []
    assert came.lost() == []


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Home: Elm House", "plan"),
        ("Home: Elm House\nFire safety action plan", "Fire safety action plan"),
        ("COMPLETED ACTIONS", "plan"),
        ("Open and overdue actions\nPlan of the night team", "Plan of the night team"),
        ("How to complete this plan\n1. Write every Friday\nNever delete a row", "plan"),
        ("Plan of the night team\nHow to complete this plan\nWrite every Friday", "Plan of the night team"),
        ("1. Write the status every Friday", "plan"),
        ("Date of inspection: 3 May 2026", "plan"),
        ("Last updated: 3 May 2026", "plan"),
        ("Completed actions of the night team", "Completed actions of the night team"),
        ("Action plan: Elm House", "Action plan: Elm House"),
    ],
)
def test_a_label_or_a_heading_of_rows_is_no_title(above: str, title: str, tmp_path: Path) -> None:
    """Then the file's name is; the line stays in the plan's note."""
    came = rows_taken_in(tmp_path, above + TABLE)
    assert came.data["title"] == title
    assert came.lost() == []


@pytest.mark.parametrize(
    "line",
    [
        *SERVICES,
        *(
            "CQC action plan",
            "Visit to St Mary's on 3 May",
            "Agreed with the North East team",
            "Queen Elizabeth Hospital",
        ),
        *("Report of the inspection at Grace Lodge", "For Ash Grove and Oak House", "King Edward Road, Leeds"),
        *("Owner: Head of Care", "Victoria Park: Fire Safety", "Red = overdue; Green = complete"),
    ],
)
def test_places_and_roles_are_nobody(line: str) -> None:
    """A line that names a house, a street or a job goes into the plan."""
    assert not names_somebody(line)


@pytest.mark.parametrize(
    "line",
    [
        *("Written by Sue Brown", "Lead: P. King, for Oak House", "agreed with Mr Ahmed", "Sue Brown's plan"),
        *("Anita, who runs Elm House", "Reviewed 3 May - K Mills", "Told by May Jones"),
    ],
)
def test_somebody_is_named(line: str) -> None:
    """By a first and a last name, initials and a name, or a word that is nothing else."""
    assert names_somebody(line)
