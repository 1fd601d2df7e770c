"""Facts that several places tell, each in a case in which they once told different things."""

import json
from datetime import date

import pytest

from action_plans.exchange.trail_json import trail
from action_plans.model.problem import Code
from action_plans.staff.pages.action_page import action_page
from action_plans.staff.pages.board_page import board_page
from action_plans.staff.pages.by_key_question_page import by_key_question_page
from action_plans.staff.pages.closed_page import closed_page
from action_plans.staff.pages.matrix_page import matrix_page
from action_plans.staff.pages.report_on_actions_page import report_on_actions_page
from action_plans.staff.pages.sources_page import sources_page
from action_plans.tracing.promises import Promise
from action_plans.tracing.trace import Trace
from tests.builders import a_check, a_closed_action, a_finding, a_line, a_note, a_plan, an_action, the_action, traced
from tests.staff.page_making import context_of, finding, home, plan
from tests.staff.reading_html import section, words

REPORT = {"id": "R1", "kind": "assessment", "title": "Report", "published": "2026-03-20"}


def _matrix(trace: Trace) -> str:
    return words(matrix_page(context_of(trace), trace.portfolio.plans[0], ()).html)


def _action(trace: Trace, ref: str = "OAK/A1") -> str:
    return words(action_page(context_of(trace), trace.actions[ref]).html)


def _board(trace: Trace) -> str:
    return words(board_page(context_of(trace), trace.portfolio.plans[0]).html)


def _questions(trace: Trace) -> str:
    page = by_key_question_page(context_of(trace))
    return words(page.html)


def _problems(trace: Trace) -> list[str]:
    return [f"{one.code.value} {one.message}" for one in context_of(trace).problems]


def test_a_source_is_found_in_any_case_and_shows_every_finding_that_names_it() -> None:
    """`source: r1` means R1: on the finding's page, on the page of sources, and of several sources on each."""
    notice = {"id": "N1", "kind": "requirement-notice", "title": "The notice", "received": "2026-03-25"}
    trace = traced(a_plan(sources=[REPORT, notice], findings=[a_finding(source=["r1", "n1"]), a_finding(id="F2")]))
    page = words(sources_page(context_of(trace), trace.portfolio.plans[0]).html)

    assert trace.findings["OAK/F1"].found_by is trace.portfolio.plans[0].sources[0]
    assert "The notice" in words(finding(trace))
    assert page.count("F1 Medicines were not counted") == 2
    assert "No finding of this plan names it" not in page
    assert "F2" in page.partition("Findings that name no source")[2]


def test_each_rating_is_of_the_newest_report_that_gives_it() -> None:
    """A newer report that rates one key question leaves the overall rating as it was, and says that question's."""
    newer = {**REPORT, "id": "R2", "published": "2026-05-01", "ratings": {"safe": "inadequate"}}
    said = _questions(traced(a_plan(sources=[{**REPORT, "ratings": {"overall": "good", "safe": "good"}}, newer])))

    assert "CQC's rating overall: Good, 20 March 2026." in said
    assert "Safe Inadequate, 1 May 2026" in said
    assert "No rating by CQC" not in said


def test_a_report_that_came_in_is_told_to_staff_as_not_published_yet() -> None:
    """On the pages of ratings, of sources, of findings and of the plan, until the day on which it comes out."""
    ahead = {**REPORT, "id": "R2", "received": "2026-05-01", "published": "2026-05-20"}
    older = {**REPORT, "ratings": {"overall": "good", "safe": "good"}}
    sources = [older, {**ahead, "ratings": {"overall": "inadequate", "safe": "inadequate"}}]
    trace = traced(a_plan(sources=sources, findings=[a_finding(source="R2")]))
    assert "CQC's rating overall: Inadequate, 1 May 2026, not published yet." in _questions(trace)
    assert "Safe Inadequate, 1 May 2026, not published yet" in _questions(trace)
    assert "CQC, received 1 May 2026, not published yet" in words(finding(trace))
    assert "CQC, received 1 May 2026, not published yet" in words(plan(trace))
    assert "Published Not yet: on 20 May 2026" in words(sources_page(context_of(trace), trace.portfolio.plans[0]).html)

    out = traced(a_plan(sources=sources, findings=[a_finding(source="R2")]), today=date(2026, 5, 20))
    assert "CQC's rating overall: Inadequate, 20 May 2026." in _questions(out)
    assert "CQC, published 20 May 2026" in words(finding(out))


def test_a_rating_carried_over_has_the_day_of_the_report_that_gave_it() -> None:
    """Never that of the report that carried it over; without the earlier report no day at all."""
    newer = {**REPORT, "id": "R2", "ratings": {"caring": "good"}, "carried_over": "caring"}
    older = {**REPORT, "id": "R0", "published": "2022-10-01", "ratings": {"caring": "good"}}

    assert "Caring Good; carried over from an earlier report" in _questions(traced(a_plan(sources=[newer])))
    both = _questions(traced(a_plan(sources=[older, newer])))
    assert "Caring Good, 1 October 2022; carried over from an earlier report" in both


def test_the_newest_reading_is_one_for_page_problem_and_trail() -> None:
    """Of one day the last written; never one from after today."""
    readings = [("2026-05-01", 60), ("2026-05-01", 61), ("2026-09-01", 99)]
    measure = {
        "id": "M1", "title": "Doses signed", "better": "higher", "targets": {"value": 90, "by": "2026-05-10"},
        "readings": [{"date": day, "value": value} for day, value in readings],
    }  # fmt: skip
    trace = traced(a_plan(measures=[measure], findings=[a_finding(measures="M1")]))

    assert "61 1 May 90 by 10 May" in section(plan(trace), "_measures")
    assert "newest: 61 on 1 May 2026" in words(finding(trace)).replace("Newest", "newest")
    assert any("AP313" in one and "newest reading is 61 (1 May 2026)" in one for one in _problems(trace))
    (node,) = [one for one in json.loads(trail(trace, ()))["nodes"] if one["ref"] == "OAK/M1"]
    assert node["latest"] == {"date": "2026-05-01", "value": 61}


@pytest.mark.parametrize("written", [{}, {"status": "closed"}], ids=["by its day", "by its status too"])
def test_a_closing_that_lies_ahead_has_not_happened(written: dict[str, str]) -> None:
    """Open on each page, in every count, in the trail and for what waits for it, until its day has come."""
    ahead = a_closed_action(due="2026-06-30", closed_on="2026-05-13", **written)
    waiting = an_action(id="A2", due="2026-05-20", depends_on="A1")
    whole = a_plan(actions=[ahead, waiting], findings=[a_finding()])
    trace = traced(whole)
    (node,) = [one for one in json.loads(trail(trace, ()))["nodes"] if one["ref"] == "OAK/A1"]

    assert (node["condition"], trace.findings["OAK/F1"].label) == ("not-started", "In hand")
    assert (trace.counts(trace.portfolio.plans).closed, trace.actions["OAK/A2"].holding_up) == (0, ("OAK/A1",))
    assert "0 of 2 closed" in words(plan(trace))
    assert "have no proof" not in words(home(trace))
    assert "Action, closed" not in _action(trace)
    assert "13 May 2026, which has not come" in _action(trace)
    assert any("AP322 A1 is said to have been closed on 13 May 2026" in one for one in _problems(trace))
    assert not any(one.startswith("AP302") for one in _problems(trace))

    come = traced(whole, today=date(2026, 5, 13))
    assert come.counts(come.portfolio.plans).closed == 1
    assert "Action, closed 13 May 2026" in _action(come)
    assert any(one.startswith("AP302") for one in _problems(come))


STOP = {"date": "2026-05-13", "because": "Done by the provider", "instead": ["A2", "the provider's own plan"]}
STOPPED = "Stopped. Done by the provider Instead of it. A2 and the provider's own plan"
AGAIN = [{"date": "2026-05-13", "reason": "It does not hold"}]
MOVED = [{"date": "2026-05-13", "due": "2026-09-30", "reason": "No staff"}]
NEWS = [{"date": "2026-05-13", "text": "Half is counted"}]


@pytest.mark.parametrize(
    ("action", "before", "after", "said"),
    [
        (
            an_action(stopped=STOP),
            "not-started",
            "stopped",
            STOPPED,
        ),
        (a_closed_action(reopened=AGAIN), "closed", "overdue", "Opened again. It does not hold"),
        (a_closed_action(reopened=AGAIN, status="open"), "closed", "overdue", "Opened again. It does not hold"),
        (an_action(due="2026-05-01", revised=MOVED), "overdue", "not-started", "Due date moved to 30 September 2026"),
        (an_action(updates=NEWS), "not-started", "on-track", "News. Half is counted"),
    ],
    ids=["stopped", "opened again", "opened again, with its status", "moved", "news"],
)
def test_what_is_dated_ahead_has_not_happened(action: dict[str, object], before: str, after: str, said: str) -> None:
    """The action stands as it does without it on every page, which says what is written ahead, until its day."""
    whole = a_plan(actions=[action, an_action(id="A2", depends_on="A1", for_="F1")])
    trace, come = traced(whole), traced(whole, today=date(2026, 5, 13))
    page, later = _action(trace), _action(come)

    assert (trace.actions["OAK/A1"].condition.value, come.actions["OAK/A1"].condition.value) == (before, after)
    assert "Dated ahead" in page
    assert said in page.partition("Dated ahead")[2]
    assert said.partition(" Instead")[0] in later.partition("History")[2]
    assert "Dated ahead" not in later
    assert "Stands instead of" not in _action(trace, "OAK/A2")
    assert trace.findings["OAK/F1"].stopped == ()
    assert {duty.ref for duty in trace.duties["OAK"]} == {"OAK/A2"} if before == "closed" else {"OAK/A1", "OAK/A2"}


def test_what_is_reached_answered_told_or_done_ahead_is_still_to_do() -> None:
    """Of a milestone, an answer, a message and a task: for people, on the plan's pages, and as what is late."""
    late, ahead = "2026-05-01", "2026-05-13"
    whole = a_plan(
        lead="RM",
        actions=[an_action(milestone="MS1", tasks=[{"what": "Buy scales", "by": late, "done_on": ahead}])],
        milestones=[{"id": "MS1", "title": "Safe", "due": late, "reached_on": ahead}],
        sources=[{**REPORT, "response_due": late, "answered": ahead}],
        communications=[{"id": "C1", "audience": "All staff", "message": "News", "due": late, "done_on": ahead}],
    )
    trace, come = traced(whole), traced(whole, today=date(2026, 5, 13))

    assert sorted(one.kind.value for one in trace.duties["OAK"]) == ["action", "answer", "message", "milestone", "task"]
    assert [one.kind.value for one in come.duties["OAK"]] == ["action"]
    late_ones = {one.partition(" ")[0] for one in _problems(trace)} & {"AP314", "AP316", "AP321"}
    assert late_ones == {"AP314", "AP316", "AP321"}
    assert "1 May 2026. Not answered" in words(sources_page(context_of(trace), whole).html)
    assert "Milestone missed: MS1" in _board(trace)
    assert "Not done yet" in _action(trace)
    assert "Reached 13 May 2026" not in words(plan(trace))


def test_the_target_that_counts_is_the_next_to_come() -> None:
    """Whatever was written first; once all are past, the last."""
    targets = [{"value": 95, "by": "2026-12-31"}, {"value": 80, "by": "2026-07-12"}]
    measure = {"id": "M1", "title": "Doses", "better": "higher", "targets": targets}
    trace = traced(a_plan(measures=[measure]))

    assert "80 by 12 Jul" in section(plan(trace), "_measures")
    later = traced(a_plan(measures=[measure]), today=date(2027, 1, 1))
    target = later.measures["OAK/M1"].target
    assert target is not None
    assert target.value == 95


def test_evidence_past_its_review_counts_nowhere() -> None:
    """A finding's own evidence that has lapsed is no strength on its page, by key question or for the board."""
    lapsed = a_line("2026-01-01", category="outcomes", review_due="2026-04-01")
    trace = traced(a_plan(findings=[a_finding(key_questions="safe", evidence=lapsed)]))

    assert "There is no evidence that counts yet." in words(finding(trace))
    assert "none with evidence that counts" in _questions(trace)
    assert "none with evidence that counts" in _board(trace)


def test_an_accepted_gap_is_said_as_such_everywhere() -> None:
    """The matrix, the finding's page and the list of problems tell of one gap, and that the plan accepts it."""
    accepted = {"code": "AP303", "item": "A1", "because": "Agreed with CQC", "until": "2026-12-31"}
    trace = traced(a_plan(actions=[an_action(due="2026-05-01")], accepted=[accepted]))

    assert "11 days late (accepted)" in _matrix(trace)
    assert "have a gap" not in _matrix(trace)
    assert "Nothing is missing but one gap that the plan accepts, listed below." in words(finding(trace))


def test_an_accepted_finding_without_action_is_not_called_complete() -> None:
    """Accepted gaps are counted and said: never nothing missing above a list of what is."""
    accepted = {"code": "AP301", "item": "F1", "because": "Under review", "until": "2026-12-31"}
    said = words(finding(traced(a_plan(actions=[], accepted=[accepted]))))

    assert "Nothing is missing but one gap that the plan accepts" in said
    assert "Nothing is missing. " not in said


def test_a_check_in_evidence_is_a_check() -> None:
    """An action that is verified by a note's check is never said to have been checked by nobody."""
    note = a_note(checked_by="QL", checked_on="2026-04-10", verdict="meets")
    said = _action(traced(a_plan(actions=[a_closed_action()]), notes=[note]))

    assert "Verified" in said
    assert "Checked in its evidence: E1 April audit Quality lead, 10 April 2026: meets" in said
    assert "Nobody has checked it yet" not in said


def test_what_slipped_or_is_not_proven_is_said_beside_what_is_closed() -> None:
    """“3 of 5 closed” says in the same breath what does not hold, and the milestone waits for it."""
    actions = [
        a_closed_action(id="A1", milestone="MS1", checks=[a_check("2026-04-10")]),
        a_closed_action(id="A2", milestone="MS1", checks=[a_check("2026-04-10", "slipped")]),
        a_closed_action(id="A3", milestone="MS1"),
        an_action(id="A4"),
    ]
    trace = traced(a_plan(actions=actions, milestones=[{"id": "MS1", "title": "Safe", "due": "2026-06-30"}]))

    assert "3 of 4 closed, one not holding, one without proof" in words(plan(trace))
    assert "3 of 3 actions closed, one of them slipped and one without proof" in words(plan(trace))
    assert trace.milestones["OAK/MS1"].waits_for == ("OAK/A2", "OAK/A3")


@pytest.mark.parametrize(("progress", "said"), [("off-track", "one is off track"), ("at-risk", "one is at risk")])
def test_off_track_is_not_to_plan(progress: str, said: str) -> None:
    """An open action off track or at risk is named on the first page, with the newest word on it."""
    news = {"date": "2026-05-10", "by": "RM", "text": "Two nurses left."}
    first = words(home(traced(a_plan(actions=[an_action(progress=progress, updates=[news])]))))

    assert said in first
    assert "Two nurses left." in first
    assert "Everything goes to plan" not in first


def test_a_missed_milestone_is_not_to_plan() -> None:
    """One that passed and was not reached is named, in the words of the first page and of the plan's alike."""
    trace = traced(a_plan(milestones=[{"id": "MS1", "title": "Safe", "due": "2025-12-13"}]))
    first = words(home(trace))

    assert "One milestone was missed." in first
    assert "One milestone was missed." in words(plan(trace))
    assert "Everything goes to plan" not in first


def test_evidence_of_a_finding_is_told_with_its_own_check() -> None:
    """Made by the deputy, checked by the quality lead: independent, on every page that tells of it."""
    line = a_line("2026-04-01", by="DM", checked_by="QL", verdict="meets", category="outcomes")
    trace = traced(a_plan(findings=[a_finding(key_questions="safe", evidence=line)]))

    assert "Checked by others Quality lead" in words(finding(trace))
    assert "one of six categories of evidence; checked by the quality lead" in _questions(trace).lower()


def test_partly_is_never_not_checked() -> None:
    """A closed action of which the newest check found “partly” says so, in one word on each page."""
    trace = traced(a_plan(actions=[a_closed_action(checks=[a_check("2026-04-10", "partly")])]))

    for said in (_action(trace), words(finding(trace)), words(plan(trace)), _matrix(trace), _board(trace)):
        assert "partly" in said.lower() or "in part" in said
        assert "Not checked" not in said
    assert "Everything goes to plan" not in words(home(trace))


@pytest.mark.parametrize(
    ("day", "kept"),
    [("2026-07-15", False), ("2026-11-16", False), ("2026-11-17", True), ("2026-12-01", True), ("2026-12-20", True)],
)
def test_a_promised_check_is_kept_by_one_near_or_after_its_day(day: str, *, kept: bool) -> None:
    """Fourteen days before at the most: one of half a year before was another check."""
    action = an_action(due="2027-01-31", check_due="2026-12-01", checks=[a_check(day)])
    assert (the_action(action, today=date(2026, 12, 24)).promise is Promise.KEPT) == kept


def test_the_newest_proof_is_one_with_what_it_says() -> None:
    """A check that failed after the evidence was made is the newest, and the finding's page says what it found."""
    line = a_line("2026-04-01", by="DM", checked_by="QL", verdict="meets")
    checked = a_check("2026-05-01", "slipped")
    trace = traced(a_plan(actions=[a_closed_action(evidence=line, checks=[checked])]))

    assert "Newest proof A1 Check of practice , 1 May 2026: slipped" in words(finding(trace))


@pytest.mark.parametrize(
    ("evidence", "code"),
    [
        (a_line("2025-05-11", category="outcomes"), Code.OLD_EVIDENCE),
        (a_line("2026-04-01", category="outcomes"), Code.ONE_CATEGORY),
    ],
)
def test_what_the_matrix_calls_a_gap_is_a_problem_everywhere(evidence: dict[str, object], code: Code) -> None:
    """Old evidence and evidence of one category are gaps on the action's page as in the matrix."""
    trace = traced(a_plan(actions=[a_closed_action(evidence=evidence)]))
    (problem,) = [one for one in context_of(trace).problems if one.code is code]

    assert problem.message.rstrip(".").partition(" ")[2] in _action(trace)
    assert "No gap" not in _matrix(trace)


def test_each_regulation_is_reported_under_its_own_source() -> None:
    """A regulation that only an older inspection cites is not given the reference of a newer notice."""
    old = {**REPORT, "id": "R0", "assessed": "2024-01-10", "published": "2024-03-01", "reference": "OLD-1"}
    new = {**REPORT, "assessed": "2026-02-10"}
    notice = {
        "id": "N1", "kind": "requirement-notice", "title": "Notice", "received": "2026-03-25", "account": "1-555",
        "reference": "RN-7",
    }  # fmt: skip
    found = [
        a_finding(kind="breach", source="R0", regulations="Regulation 17"),
        a_finding(id="F2", kind="breach", source="R1", regulations="Regulation 12"),
    ]
    trace = traced(a_plan(sources=[old, new, notice], findings=found))
    html = report_on_actions_page(context_of(trace), trace.portfolio.plans[0]).html

    twelve, seventeen = words(html).split("Regulation 17: Good governance")[-2:]
    assert "RN-7" in twelve
    assert "RN-7" not in seventeen
    assert "OLD-1" in seventeen


@pytest.mark.parametrize(
    ("due", "today", "late"),
    [
        ("2025-11-12", date(2026, 5, 9), "five months late"),
        ("2025-08-31", date(2026, 2, 28), "six months late"),
        ("2015-05-12", date(2026, 5, 12), "11 years late"),
        ("2026-03-11", date(2026, 5, 11), "61 days late"),
    ],
)
def test_months_are_those_of_the_calendar(due: str, today: date, late: str) -> None:
    """Whole months gone by, whole years from two on; the same on the page, in the matrix and in the problem."""
    trace = traced(a_plan(actions=[an_action(due=due)]), today=today)

    assert f"It is {late}." in _action(trace)
    assert late in _matrix(trace).lower()
    assert any("AP303" in one and f"A1 is {late}" in one for one in _problems(trace))


def test_words_agree_with_their_numbers() -> None:
    """None of one, one of six categories, all of two: the grammar of counts is in one place."""
    trace = traced(a_plan(actions=[a_closed_action()]))
    everything = " ".join((_board(trace), words(plan(trace)), _questions(trace)))

    assert "no of" not in everything.lower()
    assert "of one regulation" not in everything
    assert "none verified by someone independent" in everything.lower()


@pytest.mark.parametrize("body", ["HIQA", "Westshire Fire and Rescue", "Westshire Council"])
def test_what_is_no_english_regulators_is_shown_as_written(body: str) -> None:
    """A regulation that another body cites is never read as one that CQC enforces, and no error either."""
    source = {"id": "S1", "kind": "fire", "title": "Letter", "from": body}
    trace = traced(a_plan(sources=[source], findings=[a_finding(source="S1", regulations="Regulation 12")]))

    assert trace.findings["OAK/F1"].cited.regulations == ()
    assert "Regulation 12 as written: not a regulation that CQC enforces" in words(finding(trace))
    beyond = traced(a_plan(sources=[source], findings=[a_finding(source="S1", regulations="Article 8")]))
    assert not any(one.startswith("AP111") for one in _problems(beyond))


def test_notes_are_cited_with_their_reference_and_rows_with_their_service() -> None:
    """However long the id of a note; and where there are several services, no two rows read alike."""
    note = a_note(id="medicines-audit-april")
    assert "medicines-audit-april" in _action(traced(a_plan(actions=[a_closed_action()]), notes=[note]))

    late = [an_action(due="2026-05-01")]
    two = traced(a_plan(actions=late), a_plan(id="ELM", service="Elm House", actions=late))
    first = words(home(two))
    assert "Registered manager Oakfield House" in first
    assert "Registered manager Elm House" in first
    assert "Elm House" in words(by_key_question_page(context_of(two)).html)


def test_what_was_checked_and_has_lapsed_was_checked() -> None:
    """Evidence past its review date counts for nothing; that nobody looked is said nowhere."""
    checked = {"checked_by": "RM", "checked_on": "2026-03-20", "verdict": "meets", "review_due": "2026-04-01"}
    line = a_line("2026-03-10", by="DM", checked_sample="5 of 10", **checked)
    action = a_closed_action(owner="DM", closed_on="2026-03-01", evidence=[line])
    roles = {"RM": "Registered manager", "DM": "Deputy manager"}
    trace = traced(a_plan(roles=roles, findings=[a_finding()], actions=[action]))
    lapsed = "Registered manager, 20 March 2026: meets, which no longer counts: past its review date"
    pages = [
        _action(trace),
        words(finding(trace)),
        words(closed_page(context_of(trace), trace.portfolio.plans[0]).html),
    ]
    for said in (*pages, _matrix(trace), " ".join(_problems(trace))):
        assert "obody has checked" not in said
        assert "Nobody yet" not in said
    assert [lapsed in said for said in pages] == [True, True, True]
    assert "none of its evidence counts: what was checked is past its review date." in " ".join(_problems(trace))


def test_what_a_notice_asked_by_a_day_that_has_passed_is_told_everywhere() -> None:
    """The day of a notice is late until its findings are put right and proven, whatever the dates of their actions."""
    notice = {"id": "W1", "kind": "warning-notice", "title": "The notice", "comply_by": "2026-03-12"}
    action = an_action(due="2026-06-30", started="2026-03-01")
    proven = a_closed_action(closed_on="2026-03-01", checks=[a_check("2026-05-01", by="QL")])
    roles = {"RM": "Registered manager", "QL": "Quality lead"}

    def plan_with(action: dict[str, object], **more: object) -> Trace:
        found = [a_finding(source="W1", kind="must")]
        return traced(a_plan(roles=roles, sources=[{**notice, **more}], findings=found, actions=[action]))

    late = plan_with(action)
    said = "AP325 What CQC (W1) asked is 61 days late (to be met by 12 March 2026): F1 is not put right and proven."
    assert said in _problems(late)
    page = words(sources_page(context_of(late), late.portfolio.plans[0]).html)
    assert "To be met by 12 March 2026, 61 days late" in page
    now = words(section(home(late), "not-to-plan"))
    assert "Not met in time" in now
    assert "The notice" in now
    assert "F1 is not put right and proven" in now

    met = plan_with(proven)
    assert "AP325" not in " ".join(_problems(met))
    assert "days late" not in words(sources_page(context_of(met), met.portfolio.plans[0]).html)
    soon = plan_with(action, comply_by="2026-05-14")
    assert "AP325" not in " ".join(_problems(soon))
    assert "To be met: The notice" in words(section(home(soon), "due"))


def test_what_was_opened_again_does_not_read_as_closed() -> None:
    """The facts of the action say when it was opened again, beside when it was closed."""
    again = [{"date": "2026-04-01", "reason": "Counts were missed"}]
    action = a_closed_action(closed_on="2026-03-01", reopened=again)
    assert "Closed 1 March 2026, opened again 1 April 2026" in _action(
        traced(a_plan(findings=[a_finding()], actions=[action]))
    )
