"""The page of sources: what was asked, when it was answered, what was found."""

import pytest

from tests.project import Project
from tests.staff.edition import PLAN, made_of


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ("response_due: 2026-04-20, answered: 2026-04-14", "Answered 14 April 2026, six days early"),
        ("response_due: 2026-04-20, answered: 2026-04-22", "Answered 22 April 2026, two days late"),
        ("response_due: 2026-04-20, answered: 2026-04-20", "Answered 20 April 2026, in time"),
        ("response_due: 2026-05-02", "Not answered, 10 days late"),
        ("response_due: 2026-05-21", "Not answered yet, nine days left"),
        ("response_due: 2026-03, answered: 2026-03-19", "12 days early"),
    ],
)  # fmt: skip
def test_an_answer_is_set_against_its_day(project: Project, dates: str, said: str) -> None:
    """Early, late or in time is said in days; what waits says how long it still may."""
    written = PLAN.replace("published: 2026-03-20", f"published: 2026-03-20, {dates}")
    assert said in made_of(project.write({"plans/oak.yaml": written})).said("plans/oak/sources/")


def test_a_source_shows_its_findings_with_verdicts_and_its_ratings(project: Project) -> None:
    """Each finding stands under its source with how it stands; a rating that was carried over says so."""
    written = PLAN.replace(
        "published: 2026-03-20",
        "published: 2026-03-20, ratings: {overall: requires-improvement, caring: good}, carried_over: caring",
    )
    said = made_of(project.write({"plans/oak.yaml": written})).said("plans/oak/sources/")
    assert "Overall Requires improvement" in said
    assert "Caring Good carried over from an earlier report" in said
    assert "F1 Medicines were not counted In hand" in said


def test_a_finding_without_source_stands_at_the_end(project: Project) -> None:
    """No finding is lost because it names no source."""
    said = made_of(project.write({"plans/oak.yaml": PLAN.replace("source: CQC26, ", "")})).said("plans/oak/sources/")
    assert "Findings that name no source Finding Verdict F1" in said
