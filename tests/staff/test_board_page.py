"""The board's page: on one sheet, from dated records, what is proven, what is not, and what to decide."""

import pytest

from action_plans.staff.pages.board_page import board_page
from action_plans.tracing.trace import Trace
from tests.builders import a_check, a_closed_action, a_finding, a_line, a_plan, an_action, traced
from tests.staff import page_making
from tests.staff.page_making import context_of
from tests.staff.reading_html import faults, in_order, section, words
from tests.staff.test_hostile_words import HOSTILE


def _html(trace: Trace) -> str:
    return board_page(context_of(trace), trace.portfolio.plans[0]).html


def _board(**said: object) -> str:
    return _html(traced(a_plan(**said)))


def test_assurance_says_what_is_proven_and_names_what_is_not() -> None:
    """Verified and embedded are counted among the closed; closed actions without proof are named."""
    actions = [
        a_closed_action(id="A1", checks=[a_check("2026-05-06")]),
        a_closed_action(id="A2", checks=[a_check("2026-04-03")]),
        a_closed_action(id="A3"),
        a_closed_action(id="A4", evidence=[a_line("2026-03-01")]),
        an_action(id="A5"),
    ]
    said = section(_board(actions=actions), "_standing")

    assert "Five actions: one open, four closed, one of them without proof." in said
    assert (
        "Of four closed actions, two verified by someone independent, one of them embedded, one without proof, "
        "one not checked." in said
    )
    assert "Closed, not proven A3 A4" in said
    assert "Verdicts One in hand." in said


def test_aim_and_expected_results_stand_first() -> None:
    """The summary, then what each objective is to bring, by when, and how it was last reviewed."""
    objective = {
        "id": "O1", "statement": "95 of 100", "due": "2026-07-31", "expected_result": "Good for Safe",
        "reviews": [{"date": "2026-05-01", "verdict": "partly"}, {"date": "2026-04-01", "verdict": "not"}],
    }  # fmt: skip
    said = section(_board(summary="We aim for Good.", objectives=[objective]), "_aim")

    assert list(in_order(said, "We aim for Good.", "O1 Good for Safe, by 31 July 2026", "Partly achieved")) == []
    assert "To be written: summary" in section(_board(), "_aim")


def test_late_and_slipped_stand_with_owner_and_dates() -> None:
    """What does not hold comes before what is late; a date that was moved shows the first."""
    actions = [
        an_action(id="A1", due="2026-04-17", revised=[{"date": "2026-04-13", "due": "2026-05-08"}]),
        a_closed_action(id="A2", checks=[a_check("2026-05-06", "slipped")]),
    ]
    said = section(_board(actions=actions), "_late")

    parts = (
        "A2",
        "Slipped",
        "found on 6 May 2026 not to hold",
        "A1",
        "due 8 May 2026, first 17 April 2026: four days late",
    )
    assert list(in_order(said, *parts)) == []


def test_no_more_than_fit_a_sheet_are_listed_and_the_rest_is_counted() -> None:
    """Of nine late actions the six that are latest are shown."""
    actions = [an_action(id=f"A{day}", due=f"2026-04-0{day}") for day in range(1, 10)]
    said = section(_board(actions=actions), "_late")

    assert "A6 Count medicines" in said
    assert "A7" not in said
    assert "And three more." in said


def test_greatest_risks_come_first_by_how_high_they_are_today() -> None:
    """A score that is only hoped for makes none smaller; closed risks are not shown; what is not scored says so."""
    risks = [
        {"id": "R1", "title": "Small", "likelihood": 5, "impact": 5, "residual": {"likelihood": 1, "impact": 2}},
        {"id": "R2", "title": "Great", "likelihood": 4, "impact": 4, "owner": "RM"},
        {"id": "R3", "title": "Gone", "likelihood": 5, "impact": 5, "status": "closed"},
        {"id": "R4", "title": "Unknown"},
    ]
    said = section(_board(risks=risks), "_risks")

    parts = (
        "R1 Small very high (25) 2 is a hope: no action stands for it",
        "R2 Great very high (16) Registered manager",
        "R4 Unknown Not scored",
    )
    assert list(in_order(said, *parts)) == []
    assert "Gone" not in said


def test_changes_are_since_a_group_last_considered_the_plan() -> None:
    """One role's decision, CQC's, and one that lies ahead do not count; what happened that day or before is not new."""
    approvals = [
        {"date": "2026-04-24", "group": "Quality meeting", "decision": "Approved"},
        {"date": "2026-05-01", "group": "Registered manager", "decision": "Sent"},
        {"date": "2026-05-02", "group": "CQC", "decision": "Accepted"},
        {"date": "2026-06-01", "group": "Provider's board", "decision": "Will see it"},
    ]
    action = an_action(
        checks=[a_check("2026-04-24"), a_check("2026-05-06", "slipped"), a_check("2026-05-07")],
        revised=[{"date": "2026-05-04", "due": "2026-08-01"}],
    )
    said = section(_board(approvals=approvals, actions=[action]), "since-quality-meeting")

    assert "What changed since 24 April 2026 (Quality meeting) Decided then: approved." in said
    assert "One date moved, one check found that it holds and one check found that it does not hold." in said
    assert (
        list(in_order(said, "Turning points", "6 May", "slipped", "4 May", "moved", "As planned", "7 May", "holds"))
        == []
    )


def test_each_group_has_its_own_changes_and_a_board_comes_first() -> None:
    """The board met before the quality meeting: what each has not seen stands under its own day, the board's open."""
    approvals = [
        {"date": "2026-03-27", "group": "Provider's board", "decision": "Approved"},
        {"date": "2026-04-24", "group": "Quality meeting", "decision": "Approved"},
    ]
    html = _board(approvals=approvals, actions=[an_action(checks=[a_check("2026-04-20")])])
    parts = ('<h2 id="since-providers-board">', "Count medicines: checked", "<details", "(Quality meeting)")
    assert list(in_order(html, *parts)) == []


def test_a_date_that_passed_and_a_milestone_missed_are_turning_points() -> None:
    """What was due since the board met and is not done is told before what went as planned."""
    approvals = [{"date": "2026-04-24", "group": "Provider's board", "decision": "Approved"}]
    stones = [
        {"id": "MS1", "title": "Safe nights", "due": "2026-05-01"},
        {"id": "MS2", "title": "Safe doors", "due": "2026-05-03", "reached_on": "2026-05-02"},
    ]
    actions = [an_action(id="A1", due="2026-05-04"), a_closed_action(id="A2", closed_on="2026-05-05")]
    said = section(_board(approvals=approvals, milestones=stones, actions=actions), "since-providers-board")
    parts = (
        "Turning points", "A1 Count medicines: was due, and is not done", "MS2 Safe doors: milestone reached",
        "MS1 Safe nights: milestone was due, and is not reached", "As planned", "A2 Count medicines: closed",
    )  # fmt: skip
    assert list(in_order(said, *parts)) == []


def test_figures_say_which_way_they_went() -> None:
    """More verified than when the board met is better, more late is worse; a measure against the reading before."""
    approvals = [{"date": "2026-04-24", "group": "Provider's board", "decision": "Approved"}]
    measure = {
        "id": "M1", "title": "Doses given", "unit": "%", "better": "higher",
        "baseline": {"value": 80, "date": "2026-03-01"}, "targets": [{"value": 95, "by": "2026-07-31"}],
        "readings": [{"date": "2026-04-20", "value": 93}, {"date": "2026-05-08", "value": 85}],
    }  # fmt: skip
    actions = [a_closed_action(id="A1", checks=[a_check("2026-05-06")]), an_action(id="A2", due="2026-05-04")]
    said = section(_board(approvals=approvals, measures=[measure], actions=actions), "_figures")
    parts = (
        "Verified by someone independent 1 of 1 closed Better 0 on 24 April 2026",
        "Late or not holding 1 of 2 actions Worse 0 on 24 April 2026",
        "M1 Doses given 85%, to be 95% Worse 93% on 20 April 2026 Behind",
    )
    assert list(in_order(said, *parts)) == []


def test_the_first_sentence_says_what_is_asked_and_how_it_stands() -> None:
    """Whoever reads one line knows how many decisions are asked for and what is wrong."""
    html = _board(actions=[an_action(due="2026-05-04"), a_closed_action(id="A2")])
    assert "Two decisions are asked for. One is late and one was closed without proof." in words(html)
    assert "No decision is asked for. Nothing is late" in words(_board())


def test_without_a_group_changes_are_those_of_28_days() -> None:
    """The title says the 28 days; what is older is not told, and where nothing is new, that is said."""
    action = an_action(checks=[a_check("2026-04-13"), a_check("2026-04-15")])
    said = section(_board(actions=[action]), "_changed")

    assert "What changed in the last 28 days" in said
    assert "15 April 2026" in said
    assert "13 April 2026" not in said
    assert "Nothing new is written since." in section(_board(), "_changed")


def test_decisions_come_from_the_gaps_and_an_answered_gap_needs_none() -> None:
    """One line for each kind of decision, with what it is about; a gap that the plan answers is not put to a board."""
    findings = [a_finding(id="F1"), a_finding(id="F2", title="Doors"), a_finding(id="F3", title="Exits", kind="breach")]
    late = [an_action(id="A1", due="2026-05-01"), an_action(id="A2", due="2026-05-02"), an_action(id="A3", for_="F3")]
    source = {
        "id": "A1",
        "kind": "assessment",
        "title": "Letter",
        "received": "2026-04-01",
        "response_due": "2026-05-01",
    }
    said = section(_board(findings=findings, actions=late, sources=[source]), "_decisions")

    parts = (
        "Answer what should have been answered by now", "Letter", "Proposed Whoever leads the plan answers this week",
        "Say what keeps people safe", "F3 Exits", "Agree an action for a finding that has none", "F2 Doors",
        "Agree a new date for what is late", "Why now", "A1 Count medicines is 11 days late",
        "A2 Count medicines is 10",
        "Proposed A new date with its reason",
    )  # fmt: skip
    assert list(in_order(said, *parts)) == []


def test_without_gaps_no_decision_is_needed() -> None:
    """The page says so, as it says that nothing is late and no risk is written down."""
    said = words(_board(actions=[an_action(started="2026-05-01")]))

    for sentence in ("No decision is needed", "Nothing is late and nothing has slipped.", "No risk is written down."):
        assert sentence in said


def test_what_comes_next_names_review_assessment_and_milestone() -> None:
    """The next review, the next assessment and the nearest milestone that is not reached."""
    milestones = [
        {"id": "MS1", "title": "Safe", "due": "2026-03-31", "reached_on": "2026-03-30"},
        {"id": "MS2", "title": "Nights", "due": "2026-06-30"},
    ]
    said = section(_board(next_review="2026-05-15", next_assessment="2026-09-01", milestones=milestones), "_next")

    assert "Next review of the plan: Friday 15 May 2026." in said
    assert "Next assessment expected: 1 September 2026." in said
    assert "Next milestone: MS2 Nights, 30 June 2026." in said


def test_an_empty_plan_has_the_page_and_no_link_to_it() -> None:
    """A plan without findings and actions says that there is nothing to tell, and does not link to the page."""
    empty = traced(a_plan(findings=[], actions=[]))

    assert "nothing to tell a board" in words(_html(empty))
    assert "/board/" not in page_making.plan(empty)
    assert "board/" in page_making.plan(traced())


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_words_stay_words(evil: str) -> None:
    """No text of a plan becomes markup on the board's page."""
    html = _board(
        summary=evil,
        objectives=[{"id": "O1", "statement": evil, "expected_result": evil}],
        findings=[a_finding(title=evil)],
        actions=[an_action(title=evil, due="2026-05-01", checks=[a_check("2026-05-06", found=evil)])],
        risks=[{"id": "R1", "title": evil}],
        milestones=[{"id": "MS1", "title": evil, "due": "2026-06-30"}],
        approvals=[{"date": "2026-05-01", "group": f"x {evil}", "decision": evil}],
    )

    assert faults(html) == []
