"""An id that cannot be one is answered with one that nothing has, and a thing of the plan by its own."""

import re

import pytest

from tests.reading.small_files import about_note, about_plan

THINGS = """\
sources: [{id: CQC26, kind: own, title: CQC assessment report}, {id: FIRE25, kind: fire, title: Fire report}]
milestones: [{id: MS1, title: Medicines are safe, due: 2026-08-31}]
findings: [{id: F1, title: x, source: '@source'}]
actions: [{id: A1, title: x, owner: RM, due: 2026-08-01, milestone: '@milestone'}]
"""


def about(source: str = "CQC26", milestone: str = "MS1") -> list[str]:
    """Return what is said of a plan whose finding and action name these."""
    return about_plan(THINGS.replace("'@source'", source).replace("'@milestone'", milestone))


@pytest.mark.parametrize(
    "written", ["Medicines are safe", "medicines are sfae", "MS 1", "Milestone 1", "MS-1", "MSl", "1", "MS01"]
)
def test_a_milestone_is_known_by_its_title_and_number(written: str) -> None:
    """What has no id's form is asked for by the id; followed, it is right."""
    said = about(milestone=written)
    assert [line for line in said if "Did you mean MS1?" not in line] == []
    assert about(milestone="MS1") == []


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("CQC assessment report", "Did you mean CQC26?"),
        ("CQC 26", "Did you mean CQC26?"),
        ("'CQC26 (page 4)'", "Write the id alone: source: CQC26; the page of the report goes into text."),
        ("'CQC26, page 4'", "Write the id alone: source: CQC26; the page of the report goes into text."),
        ("OAK/CQC26", "A source is one of the same plan: write its id alone, such as CQC26."),
        ("'CQC26, FIRE25'", "Write several as a list: source: [CQC26, FIRE25]."),
        ("CQC report", "Did you mean CQC26?"),
        (
            "Council visit",
            "Write the id of one that is among sources: CQC26 (CQC assessment report), FIRE25 (Fire report).",
        ),
        (
            "'CQC26, FIRE99'",
            "Write the id of one that is among sources: CQC26 (CQC assessment report), FIRE25 (Fire report).",
        ),
    ],
)
def test_a_source_is_one_that_there_is(written: str, hint: str) -> None:
    """A title is not torn into ids that nothing has."""
    (line,) = about(source=written)
    assert line.endswith(hint)
    if followed := re.search(r"(?:Did you mean|such as|: source:|list: source:) (\w+|\[.*\])[?.;]", line):
        assert about(source=followed[1]) == []


def test_a_source_under_another_name_leads_to_its_id() -> None:
    """What is said of the name and then of the value is followed, and the finding has its source."""
    sources = "sources: [{id: CQC26, kind: assessment, title: CQC assessment report}]\n"
    finding = "findings: [{id: F1, title: x, %s: %s}]\n"
    for field, value, said in (
        ("from", "CQC report", "Did you mean source? from belongs in a source, a feedback or an assessed."),
        ("source", "CQC report", "Did you mean CQC26?"),
    ):
        (line,) = about_plan(sources + finding % (field, value))
        assert line.endswith(said)
    assert about_plan(sources + finding % ("source", "CQC26")) == []


FINDINGS = "findings: [{id: F1, title: x}, {id: F2, title: x}, {id: '@', title: x}]\nactions: []\n"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("1", "F3"), ("12.1", "F12-1"), ("1.", "F3"), ("(1)", "F3"), ("\N{SECTION SIGN}", "F3"), ("F 1", "F-1")],
)
def test_an_id_of_a_finding_is_made_that_nothing_has(written: str, meant: str) -> None:
    """It begins as its neighbours do, and keeps its number where that is free."""
    (line,) = about_plan(FINDINGS.replace("@", written))
    assert line.endswith(f"at most 40 in all, such as {meant}.")
    assert about_plan(FINDINGS.replace("@", meant)) == []


@pytest.mark.parametrize(
    ("plan", "meant"),
    [
        ("milestones: [{id: '@', title: x, due: 2026-01}]\n", "MS1"),
        ("risks: [{id: '@', title: x}]\n", "R1"),
        ("measures: [{id: '@', title: x}]\n", "M1"),
        ("sources: [{id: '@', kind: own, title: x}]\n", "S1"),
        ("organisational_objectives: {'@': x}\n", "OO1"),
    ],
)
def test_each_kind_of_thing_has_its_letters(plan: str, meant: str) -> None:
    """A milestone is no action."""
    (line,) = about_plan(plan.replace("@", "1"))
    assert line.endswith(f"such as {meant}.")
    assert about_plan(plan.replace("@", meant)) == []


def test_a_plan_is_called_after_its_service() -> None:
    """A year alone is no id."""
    plan = "id: {}\ntitle: x\nservice: oakfield\n"
    (line,) = about_plan("", plan.format("2026"))
    assert line.endswith("such as OAK2026.")
    assert about_plan("", plan.format("OAK2026")) == []


def test_a_note_is_no_action() -> None:
    """Its number is kept."""
    (line,) = about_note("---\nid: 12.1\ntitle: Audit\ndate: 2026-01-01\nsupports: OAK/A1\n---\nx\n")
    assert line.endswith("such as E-12-1.")
