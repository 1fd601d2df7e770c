"""The matrix: findings, actions and evidence both ways, with every gap in words."""

import re

import pytest

from tests.project import Project
from tests.staff.edition import PLAN, Made, made_of

HEAD = PLAN.split("actions:")[0]
CLOSED = "due: 2026-03-31, closed_on: 2026-03-31"
MET = "checked_by: QL, checked_sample: All, verdict: meets"
TWO_CHECKS = (
    "[{date: 2026-04-29, by: RM, sample: All, result: holds}, {date: 2026-04-30, by: QL, sample: All, result: holds}]"
)


def matrix(project: Project, *actions: str) -> Made:
    """Make the edition of a plan with these actions."""
    written = "".join(
        f"  - {{id: A{number}, title: Count, owner: RM, {said}}}\n" for number, said in enumerate(actions, 1)
    )
    return made_of(project.write({"plans/oak.yaml": f"{HEAD}actions:\n{written}"}))


def row(made: Made, anchor: str) -> str:
    """Return the words of the row at an anchor."""
    found = re.search(rf'<tr[^>]* id="{anchor}">(.*?)</tr>', made.pages["plans/oak/matrix/"].html, re.DOTALL)
    assert found is not None
    return " ".join(re.sub(r"<[^>]*>", " ", found[1]).replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize(
    ("said", "gap"),
    [
        (f"for: F1, {CLOSED}", "Closed, no evidence"),
        (f"for: F1, {CLOSED}, evidence: {{title: Sheets, date: 2026-03-30}}", "Not checked"),
        (f"for: F1, {CLOSED}, evidence: {{title: Sheets, date: 2025-03-30, checked_by: QL, verdict: meets}}",
         "Evidence older than 12 months"),
        (f"for: F1, {CLOSED}, checks: {{date: 2026-04-30, by: Registered manager, result: holds}}",
         "Checked by its owner"),
        (f"for: F1, {CLOSED}, evidence: {{title: Sheets, date: 2026-03-30, by: QL, checked_by: QL, verdict: meets}}",
         "Checked by who made the evidence"),
        (f"for: F1, {CLOSED}, evidence: {{title: Sheets, date: 2026-03-30, verdict: meets}}",
         "Checked by nobody named"),
        (f"for: F1, {CLOSED}, evidence: {{title: Sheets, date: 2026-03-30, review_due: 2026-04-30}}",
         "Closed, no evidence that counts"),
        (f"for: F1, {CLOSED}, checks: {{date: 2026-04-30, by: QL, result: slipped}}", "Closed, but does not hold"),
        (f"for: F1, {CLOSED}, evidence: {{title: Sheets, date: 2026-03-30, category: processes}}",
         "One category only: processes"),
        ("for: F1, due: 2026-05-01", "11 days late"),
        ("for: F1, due: 2026-07-01, evidence: {title: Sheets}", "Proof still to come"),
        ("for: F1, due: 2026-07-01, done_when: Every count is right", "No gap"),
    ],
)  # fmt: skip
def test_each_gap_stands_in_words(project: Project, said: str, gap: str) -> None:
    """What is missing is said beside the action that it is missing from."""
    assert gap in row(matrix(project, said), "a1")


@pytest.mark.parametrize(
    ("said", "gap"),
    [
        (f"for: F1, {CLOSED}", "Closed, no evidence"),
        (f"for: F1, {CLOSED}, evidence: {{title: Sheets, date: 2025-05-11, checked_by: QL, verdict: meets}}",
         "Evidence older than 12 months"),
        (f"for: F1, {CLOSED}, evidence: {{title: Sheets, date: 2026-03-30, category: outcomes}}", "One category only"),
        (f"for: F1, {CLOSED}, checks: {{date: 2026-04-30, by: RM, result: holds}}", "Checked by its owner"),
    ],
)  # fmt: skip
def test_each_gap_is_counted_by_its_name_above_the_rows(project: Project, said: str, gap: str) -> None:
    """Above all rows each gap is named once, with how many actions have it and a link to each of their rows."""
    html = matrix(project, said, said, "for: F1, due: 2026-07-01").pages["plans/oak/matrix/"].html
    missing = html.partition('id="missing"')[2].partition("<h2")[0]
    (found,) = [one for one in re.findall(r"<tr role=.row.>(.*?)</tr>", missing, re.DOTALL) if f">{gap}</th>" in one]
    assert '<div class="cell">2</div>' in found
    assert re.findall(r'href="([^"]*)"', found) == ["#a1", "#a2"]


@pytest.mark.parametrize(
    "said",
    [
        f"for: F1, {CLOSED}, evidence: {{title: Sheets, date: 2025-05-12, {MET}}}",
        f"for: F1, {CLOSED}, checks: {TWO_CHECKS}",
        f"for: F1, {CLOSED}, checks: {{date: 2026-04-30, by: QL, sample: All, result: holds}}",
    ],
    ids=["a year old to the day", "checked by its owner and by another", "no evidence but a check"],
)
def test_what_is_no_gap_is_not_named(project: Project, said: str) -> None:
    """On the very day a year is not yet over; one independent check is enough; a check is evidence too."""
    assert "No gap" in row(matrix(project, said), "a1")
    assert 'id="missing"' not in matrix(project, said).pages["plans/oak/matrix/"].html


def test_an_action_for_two_findings_stands_under_both_with_one_anchor(project: Project) -> None:
    """Findings and actions can be reached by their references; what stands twice has its anchor once."""
    plan = PLAN.replace("actions:", "  - {id: F2, title: Staff}\nactions:").replace("for: F1", "for: [F1, F2]")
    made = made_of(project.write({"plans/oak.yaml": plan}))
    html = made.pages["plans/oak/matrix/"].html
    assert html.count("Count medicines each day") == 2
    assert html.count('id="a1"') == 1
    assert {"f1", "f2", "a1"} <= made.pages["plans/oak/matrix/"].anchors


def test_objectives_of_one_name_in_two_plans_have_an_anchor_each(project: Project) -> None:
    """An action may serve the objective of its plan and one of another's that has the same id."""
    aim = "objectives: [{id: O1, statement: Every resident has medicines on time}]\n"
    ours = PLAN.replace("for: F1", "for: [O1, ELM/O1]").replace("actions:", f"{aim}actions:")
    theirs = PLAN.replace("id: OAK", "id: ELM").replace("actions:", f"{aim}actions:")
    html = made_of(project.write({"plans/oak.yaml": ours, "plans/elm.yaml": theirs})).pages["plans/oak/matrix/"].html
    assert html.count('id="o1"') == 1
    assert html.count('id="elm.o1"') == 1


def test_a_finding_without_action_and_an_action_without_finding_are_named(project: Project) -> None:
    """Both ends that lead nowhere are listed."""
    said = matrix(project, "due: 2026-07-01").said("plans/oak/matrix/")
    assert "The finding itself Not an action None No action" in said
    assert "A1 Count" in said.split("Actions that serve no finding and no objective")[1].split("From proof")[0]


def test_evidence_leads_back_to_its_findings(project: Project) -> None:
    """From the proof: what it supports, and which finding that is for."""
    said = matrix(project, "for: F1, due: 2026-07-01, evidence: {title: Sheets, date: 2026-05-01}").said(
        "plans/oak/matrix/"
    )
    assert "Sheets 1 May 2026 A1 F1" in said


def test_evidence_of_a_stopped_action_supports_nothing_live(project: Project) -> None:
    """Evidence that only a stopped action has is named as such."""
    said = "for: F1, due: 2026-07-01, stopped: {date: 2026-05-01}, evidence: {title: Sheets, date: 2026-05-01}"
    assert "It supports only actions that were stopped. Sheets" in matrix(project, said).said("plans/oak/matrix/")


def test_an_action_for_a_finding_of_another_plan_has_its_row(project: Project) -> None:
    """It is late in its own plan: the matrix of that plan says so, under the finding that it is for."""
    elm = "id: ELM\ntitle: Elm\nservice: Elm Court\nfindings: [{id: F9, kind: own, title: Meals were cold}]\n"
    project.write({"plans/elm.yaml": elm})
    made = matrix(project, "for: ELM/F9, due: 2026-05-01")
    assert "11 days late" in row(made, "a1")
    said = made.said("plans/oak/matrix/")
    assert "ELM/F9 Meals were cold" in said
    assert "Late 1 A1" in said


def test_no_gap_is_called_only_a_gap(project: Project) -> None:
    """Each has a name that says what is missing."""
    said = matrix(project, "for: F1, status: closed, due: 2026-03-31").said("plans/oak/matrix/")
    assert "Day of closing not said" in said
    assert "Not said when it is done" in matrix(project, "for: F1, due: 2026-06-30").said("plans/oak/matrix/")
