"""What a checker looked at stands beside who checked, wherever that is shown; and what is embedded ages in view."""

import re
from datetime import date

import pytest

from tests.project import Project
from tests.staff.edition import Made, made_of

PLAN = """\
id: OAK
title: Improvement plan
service: Oakfield House
roles: {RM: Registered manager, DM: Deputy manager, QL: Quality lead}
findings: [{id: F1, title: Medicines were not counted, kind: own}]
actions:
  - id: A1
    title: Count medicines each day
    for: F1
    owner: RM
    due: 2025-01-31
    closed_on: 2025-01-31
    closed_by: DM
"""
NOTE = """\
---
id: E1
title: Count sheets
date: 2026-03-30
supports: OAK/A1
by: DM
checked_by: QL
checked_on: 2026-04-09
verdict: meets
---
Sheets.
"""
SAMPLE = "checked_sample: Six of the 20 *sheets*\n"
PAGES = ("plans/oak/findings/f1/", "plans/oak/actions/a1/", "plans/oak/matrix/", "evidence/", "evidence/e1/")


def with_note(project: Project, more: str) -> Made:
    """Make the edition with a note that is checked."""
    note = NOTE.replace("verdict", f"{more}verdict")
    return made_of(project.write({"plans/oak.yaml": PLAN, "evidence/e1.md": note}))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("secret", ["", "confidentiality: on-request\n"], ids=["shown", "on request"])
def test_what_the_checker_looked_at_stands_beside_who_checked(project: Project, page: str, secret: str) -> None:
    """On the finding, the action, the matrix, the list and the note itself; of what is kept on request too."""
    said = with_note(project, SAMPLE + secret).said(page)
    assert re.search(r"[Ll]ooked at:? Six of the 20 sheets", said), said


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("secret", ["", "confidentiality: on-request\n"], ids=["shown", "on request"])
def test_what_nobody_said_is_said_to_be_missing(project: Project, page: str, secret: str) -> None:
    """Beside a verdict without `checked_sample` each of them says so, and the problems have AP342."""
    made = with_note(project, secret)
    assert re.search(r"[Ll]ooked at:? not said", made.said(page)), made.said(page)
    assert "AP342" in [problem.code.value for problem in made.problems]


def test_a_check_of_practice_without_sample_says_so(project: Project) -> None:
    """The checks of an action, the matrix and the finding say that nobody wrote what was looked at."""
    check = "    checks: {date: 2026-04-09, by: QL, result: holds}\n"
    made = made_of(project.write({"plans/oak.yaml": PLAN + check}))
    for page in PAGES[:3]:
        assert "not said" in made.said(page), page


AGED = PLAN + "    checks: {date: 2025-05-11, by: QL, sample: Ten boxes, result: holds}\n"


@pytest.mark.parametrize("page", ["plans/oak/", "plans/oak/findings/f1/", "plans/oak/actions/a1/", "plans/oak/matrix/"])
def test_what_is_embedded_ages_in_view(project: Project, page: str) -> None:
    """With the state itself: a year and a day after the newest independent check, look again; before that, not."""
    project.write({"plans/oak.yaml": AGED})
    assert "Embedded: look again" in made_of(project, date(2026, 5, 12)).said(page)
    assert "look again" not in made_of(project, date(2026, 5, 11)).said(page)
    assert "Embedded" in made_of(project, date(2026, 5, 11)).said(page)


def test_a_newer_look_by_somebody_independent_keeps_it_young(project: Project) -> None:
    """A second check within the year, and nothing is said of looking again, on the page or among the problems."""
    newer = "checks: [{date: 2026-01-10, by: QL, sample: All, result: holds}, {"
    made = made_of(project.write({"plans/oak.yaml": AGED.replace("checks: {", newer).rstrip() + "]\n"}))
    assert "look again" not in made.said("plans/oak/actions/a1/")
    assert "AP343" not in [problem.code.value for problem in made.problems]


def test_the_gap_names_the_day_and_what_to_write(project: Project) -> None:
    """AP343 is told once, of the action, with the day on which somebody last looked."""
    made = made_of(project.write({"plans/oak.yaml": AGED}))
    (gap,) = [problem for problem in made.problems if problem.code.value == "AP343"]
    assert gap.item == "OAK/A1"
    assert gap.message == "A1 is embedded, but was last looked at on 11 May 2025."
    assert "`checks: {" in gap.hint
