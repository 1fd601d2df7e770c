"""The timeline of a plan, and how it went on."""

import re

from tests.project import Project
from tests.staff.edition import PLAN, Made, made_of

HEAD = PLAN.split("actions:")[0]
STONE = "milestones:\n  - {id: MS1, title: Safe nights, due: 2026-05-29}\n"


def made(project: Project, *actions: str, more: str = "") -> Made:
    """Make a plan of these actions, each as in braces."""
    lines = "".join(f"  - {{for: F1, owner: RM, title: Step, {one}}}\n" for one in actions)
    return made_of(project.write({"plans/oak.yaml": f"{HEAD}actions:\n{lines}{more}"}))


def test_the_first_sentence_says_what_is_late_and_what_has_no_room(project: Project) -> None:
    """Whoever reads one sentence knows how many are to do, and which date moves with one day more."""
    said = made(
        project,
        "id: A1, due: 2026-05-01",
        "id: A2, due: 2026-05-29, milestone: MS1",
        "id: A3, due: 2026-06-10",
        "id: A4, due: 2026-06-01, depends_on: A3",
        more=STONE,
    ).said("plans/oak/timeline/")
    assert "Of four actions four are still to be done, one of them late." in said
    assert "A3 ends nine days too late for A4. A2 has no room: one day more moves MS1." in said


def test_each_row_says_its_dates_in_words(project: Project) -> None:
    """Nothing is told by a bar alone: start, first and new date stand beside it."""
    said = made(
        project,
        "id: A1, started: 2026-04-01, due: 2026-05-20, "
        "revised: [{date: 2026-05-02, due: 2026-06-20, reason: No trainer}]",
    ).said("plans/oak/timeline/")
    assert "from 1 April 2026, due 20 June 2026, first 20 May 2026" in said


def test_an_assessment_that_has_passed_is_not_the_next(project: Project) -> None:
    """The word at its line says that it was expected then, as the sentence below does."""
    ahead = made(project, "id: A1, due: 2026-05-20").pages["plans/oak/timeline/"].html
    assert ">Next assessment</text>" in ahead
    passed = PLAN.replace("next_assessment: 2026-09-01", "next_assessment: 2026-05-11")
    html = made_of(project.write({"plans/oak.yaml": passed})).pages["plans/oak/timeline/"].html
    assert ">Assessment was expected</text>" in html
    assert "Next assessment" not in html


def test_a_milestone_heads_what_is_for_it_and_says_what_it_waits_for(project: Project) -> None:
    """The group of a milestone says its day and the actions that are not done."""
    said = made(project, "id: A1, due: 2026-05-20, milestone: MS1", more=STONE).said("plans/oak/timeline/")
    assert "MS1 Safe nights Due 29 May 2026 · waits for A1" in said
    assert "Nine days before it moves MS1" in said


def test_on_a_phone_the_same_actions_stand_by_month(project: Project) -> None:
    """What should be done by now comes first, then month by month."""
    html = (
        made(project, "id: A1, due: 2026-05-01", "id: A2, due: 2026-06-10", "id: A3, due: 2026-07-10")
        .pages["plans/oak/timeline/"]
        .html
    )
    narrow = html.partition('class="on-narrow"')[2]
    assert re.findall(r"<h2>([^<]+)</h2>", narrow) == ["Should be done by now", "June 2026", "July 2026"]


def test_all_actions_are_in_the_picture_and_in_the_list(project: Project) -> None:
    """Sixty actions, with dates of every kind: each stands in both, once."""
    several = [f"id: A{number}, due: 2026-{1 + number % 12:02}-15" for number in range(1, 61)]
    html = made(project, *several).pages["plans/oak/timeline/"].html
    wide, _, narrow = html.partition('class="on-narrow"')
    for part in (wide, narrow):
        assert sorted(re.findall(r'class="ref">(A\d+)<', part)) == sorted(f"A{number}" for number in range(1, 61))


def test_a_plan_without_actions_says_so_and_is_not_linked(project: Project) -> None:
    """The page exists, says in a sentence that there is nothing, and no menu leads to it."""
    edition = made(project)
    assert "The plan has no actions yet" in edition.said("plans/oak/timeline/")
    assert "timeline" not in edition.pages["plans/oak/"].html


def test_the_table_of_progress_has_a_row_a_month_and_no_empty_column(project: Project) -> None:
    """Closed in March, verified in April: three ends of months and today; nothing was put off, so no column says so."""
    page = made(
        project,
        "id: A1, started: 2026-02-10, due: 2026-03-31, closed_on: 2026-03-31, "
        "checks: [{date: 2026-04-10, by: QL, result: holds, sample: Ten}]",
    )
    said = page.said("plans/oak/history/")
    assert "End of Open Closed Verified Embedded 28 February 2026 1 0 0 0 31 March 2026 0 1 0 0" in said
    assert "30 April 2026 0 1 1 0 12 May 2026 0 1 1 0" in said
    assert "Dates put off" not in said


def test_a_finding_says_how_long_it_has_stood_open(project: Project) -> None:
    """From the day on which its report came out, for there is none on which the service was looked at."""
    said = made(project, "id: A1, started: 2026-04-01, due: 2026-07-31").said("plans/oak/history/")
    assert "20 March 2026 53 days so far" in said


def test_a_milestone_that_was_missed_says_so(project: Project) -> None:
    """It is no date like any other: the plan's page and the first page call it missed."""
    stone = STONE.replace("2026-05-29", "2026-05-01")
    said = made(project, "id: A1, due: 2026-05-20, milestone: MS1", more=stone).said("plans/oak/timeline/")
    assert "Due 1 May 2026, 11 days late" in said
