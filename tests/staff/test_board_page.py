"""The board's page: what to decide and why now, which way the figures go, what turned since the board last met."""

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


def test_aim_and_expected_results() -> None:
    """The summary, then what each objective is to bring, by when, and how it was last reviewed."""
    objective = {
        "id": "O1", "statement": "95 of 100", "due": "2026-07-31", "expected_result": "Good for Safe",
        "reviews": [{"date": "2026-05-01", "verdict": "partly"}, {"date": "2026-04-01", "verdict": "not"}],
    }  # fmt: skip
    said = section(_board(summary="We aim for Good.", objectives=[objective]), "_aim")

    assert list(in_order(said, "We aim for Good.", "O1 Good for Safe, by 31 July 2026", "Partly achieved")) == []
    assert "write it in summary" in section(_board(), "_aim")


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


APPROVALS = (
    {"date": "2026-04-24", "group": "Quality meeting", "decision": "Approved"},
    {"date": "2026-03-01", "group": "Quality meeting", "decision": "An older one"},
    {"date": "2026-03-27", "group": "Provider's board", "decision": "Night rate agreed"},
    {"date": "2026-05-01", "group": "Registered manager", "decision": "Sent"},
    {"date": "2026-05-02", "group": "CQC", "decision": "Accepted"},
    {"date": "2026-06-01", "group": "Residents", "decision": "Will see it"},
)


def _since(html: str, anchor: str = "_since") -> str:
    """Return the words of the part about one group."""
    return words(html.partition(f'<section class="since" id="{anchor}"')[2].partition("</section>")[0])


def test_decisions_stand_first() -> None:
    """What is asked of the board comes before anything else of the page, with how much that is."""
    html = _board(actions=[an_action(due="2026-05-01")])

    assert list(in_order(html, "<h1>", 'id="_decisions"', "_since", "_late", "_risks", "_standing", "_aim")) == []
    assert html.index("<h2") == html.index('<h2 id="_decisions"')
    assert "What we ask you to decide: one decision" in words(html)


def test_each_group_has_its_own_part_since_it_last_met() -> None:
    """One role's decision, CQC's, and one that lies ahead do not count; boards come first."""
    action = an_action(
        checks=[a_check("2026-04-24"), a_check("2026-05-06", "slipped"), a_check("2026-05-07")],
        revised=[{"date": "2026-05-04", "due": "2026-08-01", "reason": "Staff left."}],
    )
    html = _board(approvals=APPROVALS, actions=[action])
    quality, board = _since(html, "_since-quality-meeting"), _since(html, "_since-providers-board")

    assert html.count('class="since"') == 2
    assert html.index("_since-providers-board") < html.index("_since-quality-meeting")
    assert '<a href="#_since-providers-board">Provider&#39;s board: since 27\N{NO-BREAK SPACE}March 2026</a>' in html
    assert "Quality meeting: since 24 April 2026 It decided: approved." in quality
    assert "It decided: night rate agreed." in board
    assert "One date moved, one check found that it holds and one check found that it does not hold." in quality
    assert "One date moved, two checks found that it holds" in board
    assert "Does not hold A1 Count medicines (Registered manager) : Found on 6 May 2026 not to hold." in quality
    moved = "Moved A1 Count medicines (Registered manager) : From 31 July 2026 to 1 August 2026: Staff left."
    assert list(in_order(quality, moved, "7 May 2026", "A1 Count medicines: checked by the quality lead: holds.")) == []
    assert "24 April 2026 A1" not in quality


def test_turning_points_come_before_routine_the_gravest_first() -> None:
    """Slipped, opened again, late, missed, moved, stopped, reached: in this order, and then what else was done."""
    actions = [
        an_action(id="A1", stopped={"date": "2026-05-02", "because": "Another way."}),
        an_action(id="A2", revised=[{"date": "2026-05-03", "due": "2026-09-01"}]),
        an_action(id="A3", due="2026-05-04"),
        an_action(id="A4", due="2026-04-20", closed_on="2026-04-30", reopened=[{"date": "2026-05-05", "reason": "X"}]),
        a_closed_action(id="A5", checks=[a_check("2026-05-06", "slipped", found="Two boxes.")]),
        a_closed_action(id="A6", closed_on="2026-05-07"),
    ]
    milestones = [
        {"id": "MS1", "title": "Safe", "due": "2026-06-01", "reached_on": "2026-05-08"},
        {"id": "MS2", "title": "Nights", "due": "2026-05-09"},
    ]
    said = _since(_board(approvals=APPROVALS[:1], actions=actions, milestones=milestones), "_since-quality-meeting")

    parts = (
        "Slipped A5", "Found on 6 May 2026 not to hold: Two boxes.", "Opened again A4", "X",
        "Late A3", "Was due on 4 May 2026 and is not finished.", "Missed MS2", "Moved A2", "Stopped A1", "Another way.",
        "Reached MS1", "7 May 2026 A6 Count medicines: closed.",
    )  # fmt: skip
    assert list(in_order(said, *parts)) == []
    assert "Late A4" not in said, "it was late before the group met"


def test_three_figures_say_their_direction_against_the_last_meeting() -> None:
    """Late, slipped and confirmed actions, then and now, in a word: better, worse or steady."""
    actions = [
        an_action(id="A1", due="2026-05-01"),
        an_action(id="A2", due="2026-04-01", revised=[{"date": "2026-05-02", "due": "2026-09-01"}]),
        an_action(id="A3", due="2026-05-10"),
        a_closed_action(id="A4", checks=[a_check("2026-05-06")]),
        a_closed_action(id="A5", due="2026-05-20", closed_on="2026-05-06"),
    ]
    said = _since(_board(approvals=APPROVALS[:1], actions=actions), "_since-quality-meeting")

    assert "Actions that are late Worse 2 1 on 24 April 2026" in said
    assert "Closed, and found not to hold Steady 0 0 on 24 April 2026" in said
    assert "Confirmed by someone independent Better 1 of 5 0 on 24 April 2026" in said


def test_at_most_two_measures_stand_beside_them_those_that_went_worse_first() -> None:
    """The newest reading against that at the meeting, else the one before; lower is better where the plan says so."""

    def measure(name: str, better: str | None, *values: int) -> dict[str, object]:
        days = ("2026-04-10", "2026-05-01", "2026-05-08")
        readings = [{"date": day, "value": value} for day, value in zip(days[3 - len(values) :], values, strict=True)]
        return {"id": name, "title": f"Figure {name}", "better": better, "readings": readings, "unit": "%"}

    measures = [
        measure("M1", "higher", 80, 99, 90), measure("M2", None, 1, 2), measure("M3", "lower", 10, 20),
        measure("M4", "lower", 5), measure("M5", "higher", 1, 2),
    ]  # fmt: skip
    said = _since(_board(approvals=APPROVALS[:1], measures=measures), "_since-quality-meeting")

    assert list(in_order(said, "M3 Figure M3 Worse 20%, 8 May 2026", "10%, 1 May 2026", "M1 Figure M1 Better")) == []
    assert list(in_order(said, "M1 Figure M1 Better 90%, 8 May 2026", "80%, 10 April 2026")) == []
    for name in ("M2", "M4", "M5"):
        assert f"{name} Figure {name} Better" not in said
        assert f"{name} Figure {name} Worse" not in said


def test_without_a_group_changes_are_those_of_28_days() -> None:
    """The title says the 28 days; what is older is not told, and where nothing is new, that is said."""
    action = an_action(checks=[a_check("2026-04-13"), a_check("2026-04-15")])
    said = _since(_board(actions=[action]))

    assert "What changed in the last 28 days" in said
    assert "15 April 2026 A1" in said
    assert "13 April 2026" not in said
    assert "Nothing slipped, became late, moved or was reached." in _since(_board())
    assert "Nothing else is written since." in _since(_board())


def test_each_decision_has_its_title_why_now_and_what_is_proposed() -> None:
    """One for each kind of gap, the gravest first, with the newest word on what is late."""
    findings = [a_finding(id="F1"), a_finding(id="F2", title="Doors"), a_finding(id="F3", title="Exits", kind="breach")]
    news = [{"date": "2026-05-08", "text": "The panel is late."}]
    late = [
        an_action(id="A1", due="2026-05-01", updates=news), an_action(id="A2", due="2026-05-02"),
        an_action(id="A3", for_="F3"),
    ]  # fmt: skip
    source = {
        "id": "A1",
        "kind": "assessment",
        "title": "Letter",
        "received": "2026-04-01",
        "response_due": "2026-05-01",
    }
    said = section(_board(findings=findings, actions=late, sources=[source]), "_decisions")

    parts = (
        "four decisions", "Answer what should have been answered by now Why now Letter",
        "Say what keeps people safe", "F3 is a breach and does not say what keeps people safe meanwhile.",
        "Proposed Agree what is done from today", "Agree an action, its owner and its date for a finding that has none",
        "F2 has no action.", "Agree a new date", "Why now A1 is 11 days late", "8 May 2026: The panel is late.",
        "A2 is 10 days late", "Proposed Hear its owner",
    )  # fmt: skip
    assert list(in_order(said, *parts)) == []


def test_a_decision_names_three_things_in_words_and_the_others_by_reference() -> None:
    """Of five late actions the other two are counted and linked, so that the page stays short."""
    actions = [an_action(id=f"A{day}", due=f"2026-05-0{day}") for day in range(1, 6)]
    said = section(_board(actions=actions), "_decisions")

    assert list(in_order(said, "A3 is nine days late", "and two more: A4 A5 Proposed")) == []
    assert "A4 is" not in said


def test_what_the_plan_accepts_is_not_put_to_a_board() -> None:
    """A gap with an answer of the plan asks for no decision."""
    accepted = [{"code": "AP303", "item": "A1", "because": "Known.", "until": "2026-06-30"}]
    said = section(_board(actions=[an_action(due="2026-05-01")], accepted=accepted), "_decisions")

    assert "No decision is needed from what the plan says." in said


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
    assert "The next assessment is expected by 1 September 2026." in said
    assert "Next milestone: MS2 Nights, 30 June 2026." in said


def test_what_has_passed_is_not_what_comes_next() -> None:
    """A milestone that passed is told as missed, and the next is the nearest that lies ahead."""
    milestones = [
        {"id": "MS1", "title": "Safe", "due": "2026-03-31"},
        {"id": "MS2", "title": "Nights", "due": "2026-06-30"},
    ]
    said = section(_board(next_assessment="2026-04-01", milestones=milestones), "_next")

    assert "The next assessment was expected by 1 April 2026." in said
    assert "Milestone missed: MS1 Safe, due 31 March 2026." in said
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
