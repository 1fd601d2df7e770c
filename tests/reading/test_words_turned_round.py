"""No hint says the opposite of what was written, and none chooses one of two things that were written."""

import re

import pytest

from tests.reading.small_files import about_plan

ACTION = "actions: {id: A1, title: x, owner: RM, due: 2026-03-01, @}\n"
CHECK = ACTION.replace("@", "checks: {date: 2026-01-01, by: RM, @}")
EVIDENCE = ACTION.replace("@", "evidence: {title: x, @}")
REVIEW = "objectives: {id: O1, statement: x, reviews: {date: 2026-01-01, because: y, @}}\n"
FINDING = "findings: {id: F1, title: x, @}\n"
SOURCE = "sources: {id: R1, title: x, @}\n"
RATING = "sources: {id: R1, kind: inspection, title: x, ratings: {@}}\n"
MEASURE = "measures: {id: M1, title: x, @}\n"
FAMILY = "findings: {id: F1, title: x, family: {@}}\n"
"""Plans with a place, @, for what is written."""


@pytest.mark.parametrize(
    ("plan", "written", "meant"),
    [
        (REVIEW, "verdict: Not achieved", "verdict: not"),
        (REVIEW, "verdict: Unachieved", "verdict: not"),
        (REVIEW, "verdict: not yet achieved", "verdict: not"),
        (CHECK, "result: not holds", "result: slipped"),
        (CHECK, "result: doesn't hold", "result: slipped"),
        (CHECK, "result: no longer holds", "result: slipped"),
        (ACTION, "status: Not closed", "status: open"),
        (ACTION, "status: not yet complete", "status: open"),
        (EVIDENCE, "confidentiality: unshown", "confidentiality: on-request"),
        (EVIDENCE, "confidentiality: do not show", "confidentiality: on-request"),
        (EVIDENCE, "verdict: not meeting", "verdict: does-not-meet"),
    ],
)
def test_what_is_denied_is_answered_with_the_word_for_it(plan: str, written: str, meant: str) -> None:
    """Where the closed list has a word for the opposite it is named, and followed it is right."""
    (line,) = about_plan(plan.replace("@", written))
    assert f"Write {meant}." in line
    assert about_plan(plan.replace("@", meant)) == []


@pytest.mark.parametrize(
    ("plan", "written"),
    [
        (ACTION, "status: not open"),
        (ACTION, "progress: not at risk"),
        (ACTION, "progress: No risk"),
        (CHECK, "result: not slipped"),
        (CHECK, "result: not yet held"),
        (FINDING, "kind: No breach"),
        (RATING, "overall: Not outstanding"),
        (RATING, "overall: adequate"),
        (RATING, "overall: rated"),
        (MEASURE, "better: not lower"),
        (FAMILY, "unpublish: true"),
        (FAMILY, "do_not_publish: true"),
        (SOURCE, "kind: Warning letter"),
    ],
)
def test_nobody_guesses_what_is_so_instead(plan: str, written: str) -> None:
    """Of what is only denied nothing is proposed: what there is, is listed."""
    lines = about_plan(plan.replace("@", written))
    assert [line for line in lines if "Did you mean" in line or "Write" in line] == []
    assert re.search(r"It can be: |can have: ", lines[0])


@pytest.mark.parametrize(
    ("plan", "written", "said"),
    [
        (ACTION, "status: Open/Closed", "One is meant: write open or closed."),
        (FINDING, "kind: must/should", "One is meant: write must or should."),
        (ACTION, 'priority: "high, high"', "It can be: high, medium, low."),
    ],
)
def test_of_two_words_none_is_chosen(plan: str, written: str, said: str) -> None:
    """`Open/Closed`, as forms have it to be struck out, is asked which."""
    (line,) = about_plan(plan.replace("@", written))
    assert line.endswith(said)


@pytest.mark.parametrize(
    "written", ["Focused inspection", "CQC focused inspection", "Comprehensive inspection", "unannounced inspection"]
)
def test_an_inspection_by_cqc_is_no_mock_one(written: str) -> None:
    """What CQC calls its visits is one of two kinds."""
    (line,) = about_plan(SOURCE.replace("@", f"kind: {written}"))
    assert "Write kind: inspection, or assessment." in line


@pytest.mark.parametrize(
    ("plan", "written", "meant"),
    [
        (SOURCE, "kind: mock inspecton", "mock-inspection"),
        (ACTION, "progress: of track", "off-track"),
        (RATING, "overall: not rted", "not-rated"),
        (FAMILY, "publis: true", "publish"),
    ],
)
def test_a_slip_is_still_one(plan: str, written: str, meant: str) -> None:
    """A letter too few denies nothing."""
    (line,) = about_plan(plan.replace("@", written))
    assert f"Did you mean {meant}?" in line


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("safe well-led", "Write several as a list: key_questions: [safe, well-led]."),
        ("safe and well led", "Write several as a list: key_questions: [safe, well-led]."),
        ("[safe well led, caring]", "Each is a value of its own: write safe, well-led with a comma between them, or"),
        (
            "[safe/caring]",
            "Each is a value of its own: write safe, caring with a comma between them, or each after a -.",
        ),
    ],
)
def test_several_words_of_a_list_are_all_kept(written: str, said: str) -> None:
    """The other values of the list stay beside them."""
    (line,) = about_plan(FINDING.replace("@", f"key_questions: {written}"))
    assert said in line
