"""Gaps: the state of the work, in sentences that a manager can act on."""

from datetime import date

import pytest

from action_plans.checking.checker import check, count
from action_plans.model.problem import Code, Problem, Severity
from action_plans.tracing.trace import Trace
from tests.builders import (
    a_check,
    a_closed_action,
    a_finding,
    a_line,
    a_note,
    a_plan,
    an_action,
    traced,
    traced_actions,
)
from tests.checking.conftest import Check

STOPPED = {"date": "2026-04-01"}


def test_a_finding_without_an_action(checked_plan: Check) -> None:
    """AP301 names the finding, and what to write."""
    found = checked_plan("", head=_head("{id: F1, title: Found}  # here"))
    assert found.one(Code.UNADDRESSED, "F1 has no action.", "`for: F1`").item == "OAK/F1"


def test_a_finding_whose_actions_were_all_stopped() -> None:
    """It says which."""
    (problem,) = _of(Code.UNADDRESSED, traced_actions(an_action(stopped=STOPPED)))
    assert problem.message == "F1 has no action left: A1 was stopped and nothing stands instead."
    both = traced_actions(an_action(stopped=STOPPED), an_action(id="A2", stopped=STOPPED))
    (problem,) = _of(Code.UNADDRESSED, both)
    assert problem.message == "F1 has no action left: A1 and A2 were stopped and nothing stands instead."


def test_closed_with_nothing_to_show() -> None:
    """AP302 says since when, whose it is, and whether there is evidence that does not count."""
    (nothing,) = _of(Code.NO_PROOF, traced_actions(a_closed_action()))
    assert nothing.message == (
        "A1 was closed on 31 March 2026, but there is no evidence and nobody has checked it. Owner: Registered manager."
    )
    (lapsed,) = _of(Code.NO_PROOF, traced_actions(a_closed_action(evidence=[a_line()])))
    assert "none of its evidence counts" in lapsed.message


def test_late_says_how_late_and_how_often_moved(checked_plan: Check) -> None:
    """AP303 on the line of the date that counts."""
    found = checked_plan("""
        actions:
          - {id: A5, title: One, owner: DM, due: 2026-04-30, for: F1}  # here
    """)
    problem = found.one(Code.OVERDUE)
    assert problem.message == "A5 is 12 days late (due 30 April 2026). Owner: Deputy manager."
    moved = an_action(due="2026-04-17", revised=[{"date": "2026-04-13", "due": "2026-05-11"}])
    (once,) = _of(Code.OVERDUE, traced_actions(moved))
    assert once.message.startswith("A1 is one day late (first due 17 April 2026, moved once, then due 11 May 2026).")


def test_slipped_says_who_found_it_and_when(checked_plan: Check) -> None:
    """AP304 at the check that failed."""
    found = checked_plan("""
        actions:
          - id: A3
            title: One
            owner: RM
            due: 2026-04-24
            for: F1
            closed_on: 2026-04-22
            checks:
              - {date: 2026-05-06, by: QL, sample: All, result: slipped}  # here
    """)
    message = found.one(Code.SLIPPED, "`reopened`").message
    assert message.startswith(
        "A3 was closed on 22 April 2026 but does not hold: the check by Quality lead on 6 May 2026"
    )
    assert found.codes == ["AP304"]


def test_blocked_names_what_is_late() -> None:
    """AP305, and whom to ask."""
    late = an_action(id="A8", owner="DM", due="2026-05-08")
    (problem,) = _of(Code.BLOCKED, traced_actions(an_action(depends_on="A8"), late))
    assert problem.message == "A1 waits for A8, which is four days late."
    assert problem.hint.endswith("To ask: Deputy manager.")


def test_blocked_because_it_is_near_names_what_is_unfinished() -> None:
    """AP305 within 14 days of its own date."""
    first, other = an_action(due="2026-05-15", depends_on="A8"), an_action(id="A8", due="2026-05-14")
    (problem,) = _of(Code.BLOCKED, traced_actions(first, other))
    assert problem.message == "A1 is due in three days (15 May 2026) and waits for A8 (due 14 May 2026)."


def test_likely_late_names_what_it_waits_for_longest() -> None:
    """AP306, direct or through others."""
    direct = traced_actions(an_action(depends_on="A2"), an_action(id="A2", due="2026-08-31"))
    assert _of(Code.LATE_FORECAST, direct)[0].message == (
        "A1 is due on 31 July 2026 but waits for A2, due on 31 August 2026."
    )
    chain = [an_action(depends_on="A2"), an_action(id="A2", due="2026-06-30", depends_on="A3")]
    through = traced_actions(*chain, an_action(id="A3", due="2026-08-31"))
    assert [problem.message for problem in _of(Code.LATE_FORECAST, through)] == [
        "A1 is due on 31 July 2026 but waits, through others, for A3, due on 31 August 2026.",
        "A2 is due on 30 June 2026 but waits for A3, due on 31 August 2026.",
    ]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"evidence": [a_line("2026-03-30")]}, "nobody independent has checked it"),
        ({"checks": [a_check("2026-04-01", "partly")]}, "only in part"),
        ({"checks": [a_check("2026-03-31", "slipped")]}, "failed before it was closed"),
        ({"checks": [a_check("2026-04-01", by="RM")]}, "by Registered manager, who owns it"),
        ({"evidence": [a_line("2026-03-30", verdict="meets")]}, "does not say who made it"),
    ],
)
def test_unchecked_says_why_what_there_is_does_not_do(said: dict[str, object], why: str) -> None:
    """AP307, and who is to check."""
    (problem,) = _of(Code.UNCHECKED, traced_actions(a_closed_action(checker="QL", **said)))
    assert why in problem.message
    assert problem.hint.endswith("Checker: Quality lead.")


def test_stale_evidence_is_told_from_the_day_after(checked_plan: Check) -> None:
    """AP308 on the line of its review date, with the reference of the line of evidence."""
    rest = """
        actions:
          - id: A1
            title: One
            owner: RM
            due: 2026-08-01
            for: F1
            evidence: {title: Sheet, date: 2026-03-30, review_due: 2026-05-11}  # here
    """
    problem = checked_plan(rest).one(Code.STALE, "“Sheet” (A1) is one day late (due 11 May 2026)")
    assert problem.item == "OAK/A1/evidence-1"
    assert checked_plan(rest, today=date(2026, 5, 11)).of(Code.STALE) == ()


def test_evidence_without_a_date_is_still_to_come() -> None:
    """AP309 for actions and findings; not for what was stopped."""
    assert [p.message for p in _of(Code.TO_COME, traced_actions(an_action(evidence=[a_line()])))] == [
        "“Audit sheet” (A1) is still to come."
    ]
    assert _of(Code.TO_COME, traced_actions(an_action(evidence=[a_line()], stopped=STOPPED))) == []


def test_a_breach_must_say_what_keeps_people_safe(checked_plan: Check) -> None:
    """AP310 for breaches alone."""
    head = _head("{id: F1, title: Found, kind: breach}  # here", "{id: F2, title: Found, kind: must}")
    checked_plan("", head=head).one(Code.NOT_KEPT_SAFE, "F1 is a breach", "`keeping_safe`")


@pytest.mark.parametrize("word", ["TBC", "n/a", "None", "-", "...", "To be confirmed", "ongoing", "Same as above"])
def test_a_word_that_says_nothing_keeps_nobody_safe(checked_plan: Check, word: str) -> None:
    """AP310 and AP334 where the word stands, and AP220 for an end that says as little."""
    line = f'{{id: F1, title: Found, kind: breach, keeping_safe: "{word}", root_cause: "{word}"}}  # here'
    found = checked_plan(
        f"""
        actions:
          - {{id: A1, title: One, owner: RM, due: 2026-08-01, for: F1, done_when: "{word}"}}  # here
        """,
        head=_head(line),
    )
    found.one(Code.NOT_KEPT_SAFE, "`keeping_safe`")
    found.one(Code.NO_ROOT_CAUSE, "`root_cause:")
    found.one(Code.NO_NEWS, "A1 says")


def test_an_action_for_nothing() -> None:
    """AP311, but not for one that stands instead of another, nor for one that was stopped."""
    alone = an_action(id="A1", for_=())
    assert [p.item for p in _of(Code.SERVES_NOTHING, traced_actions(alone))] == ["OAK/A1"]
    replaced = an_action(id="A2", stopped={**STOPPED, "instead": "A1"})
    assert _of(Code.SERVES_NOTHING, traced_actions(alone, replaced)) == []
    assert _of(Code.SERVES_NOTHING, traced_actions(an_action(for_=(), stopped=STOPPED))) == []


def test_a_measure_without_a_baseline(checked_plan: Check) -> None:
    """AP312."""
    found = checked_plan("""
        measures:
          - {id: M1, title: Doses, baseline: {value: 81}}
          - {id: M2, title: Bells}  # here
    """)
    found.one(Code.NO_BASELINE, "M2 has no baseline")


def test_a_target_that_was_missed(checked_plan: Check) -> None:
    """AP313 where the day has passed and the newest reading is short; never where nobody said which way is better."""
    found = checked_plan("""
        measures:
          - id: M1
            title: Doses
            unit: "%"
            better: higher
            baseline: {value: 81}
            targets:
              - {value: 90, by: 2026-04-17}
              - {value: 95, by: 2026-05-11}  # here
              - {value: 98, by: 2026-05-12}
            readings: [{date: 2026-05-08, value: 92}, {date: 2026-04-01, value: 96}, {date: 2026-06-01, value: 99}]
          - id: M2
            title: Agency hours
            better: lower
            baseline: {value: 84}
            targets: {value: 40, by: 2026-05-01}
            readings: [{date: 2026-05-08, value: 39.5}]
          - id: M3
            title: Nobody said which way
            baseline: {value: 84}
            targets: {value: 100, by: 2026-05-01}
            readings: [{date: 2026-05-08, value: 39.5}]
    """)
    problem = found.one(Code.TARGET_MISSED)
    assert problem.message == "M1 was to reach 95% by 11 May 2026; the newest reading is 92% (8 May 2026)."


def test_a_target_missed_by_a_figure_taken_in_a_new_way_says_so(checked_plan: Check) -> None:
    """AP313 and the page of measures say the same of it: the figure is short, and it was taken otherwise."""
    found = checked_plan("""
        measures:
          - id: M1
            title: Doses
            better: higher
            baseline: {value: 80, date: 2026-03-01}
            targets: {value: 95, by: 2026-05-11}  # here
            readings: [{date: 2026-05-08, value: 92, method: By scanner}]
    """)
    found.one(Code.TARGET_MISSED, "the newest reading, taken in a new way, is 92 (8 May 2026)")


def test_a_milestone_that_was_missed(checked_plan: Check) -> None:
    """AP314."""
    found = checked_plan("""
        milestones:
          - {id: MS1, title: Safe, due: 2026-05-11}  # here
          - {id: MS2, title: Sound, due: 2026-05-11, reached_on: 2026-05-12}
          - {id: MS3, title: Good, due: 2026-05}
    """)
    found.one(Code.MILESTONE_MISSED, "MS1 is one day late")


def test_a_promised_check_that_is_not_recorded() -> None:
    """AP315, until someone other than the owner has checked, at most 14 days before the promised day."""
    promised = {"checker": "QL", "check_due": "2026-05-01"}
    (problem,) = _of(Code.CHECK_DUE, traced_actions(a_closed_action(**promised)))
    assert problem.message == "The check of A1 is 11 days late (due 1 May 2026)."
    for check_made in (a_check("2026-04-20", by="RM"), a_check("2026-04-16"), a_check("2025-07-15")):
        assert _of(Code.CHECK_DUE, traced_actions(a_closed_action(**promised, checks=[check_made])))
    assert not _of(Code.CHECK_DUE, traced_actions(a_closed_action(**promised, checks=[a_check("2026-04-17")])))
    lapsed = a_line("2026-03-30", checked_by="QL", checked_on="2026-04-20", verdict="meets", review_due="2026-05-01")
    assert not _of(Code.CHECK_DUE, traced_actions(a_closed_action(**promised, evidence=[lapsed])))


def test_a_source_without_an_answer(checked_plan: Check) -> None:
    """AP316 names who waits."""
    found = checked_plan("""
        sources:
          - {id: S1, kind: warning-notice, title: Notice, response_due: 2026-05-11}  # here
          - {id: S2, kind: warning-notice, title: Notice, response_due: 2026-05-11, answered: 2026-05-12}
    """)
    found.one(Code.ANSWER_DUE, "The answer to CQC (S1) is one day late")


@pytest.mark.parametrize(
    "news",
    [
        {"actions": [an_action(updates=[{"date": "2026-04-28", "text": "Begun"}])]},
        {"actions": [an_action(checks=[a_check("2026-04-28")])]},
        {"actions": [a_closed_action(closed_on="2026-04-28")]},
        {"measures": [{"id": "M1", "title": "Doses", "readings": {"date": "2026-04-28", "value": 1}}]},
        {"approvals": [{"date": "2026-04-28", "group": "Board", "decision": "Approved"}]},
        {"written": "2026-04-28"},
    ],
)
def test_a_plan_is_stale_when_nothing_is_new_for_longer_than_it_says(news: dict[str, object]) -> None:
    """AP317: updates, checks, closings, readings and approvals are news, on the last day too and not the day after."""
    plan = a_plan(**{"review_every": "2 weeks", "written": "2026-01-01", **news})
    assert _of(Code.PLAN_STALE, traced(plan, today=date(2026, 5, 12))) == []
    (problem,) = _of(Code.PLAN_STALE, traced(plan, today=date(2026, 5, 13)))
    assert problem.message == "Nothing has been new in OAK since 28 April 2026; it is to have news every 2 weeks."


def test_every_one_month_is_every_month() -> None:
    """Nobody says that a plan has news every 1 month."""
    plan = a_plan(review_every="1 month", written="2026-01-01")
    assert _of(Code.PLAN_STALE, traced(plan))[0].message.endswith("it is to have news every month.")


def test_news_from_the_future_is_no_news() -> None:
    """A date typed a year too late keeps no plan alive."""
    plan = a_plan(review_every="2 weeks", written="2026-01-01", actions=[an_action(checks=[a_check("2027-05-01")])])
    assert "since 1 January 2026" in _of(Code.PLAN_STALE, traced(plan))[0].message


def test_evidence_that_does_not_count_says_why() -> None:
    """AP318 before the start, and in the future; a check likewise."""
    early = traced_actions(an_action(started="2026-03-16"), notes=[a_note(date="2026-03-02")])
    (problem,) = _of(Code.DOES_NOT_COUNT, early)
    assert "dated 2 March 2026, before A1 was started on 16 March 2026: it does not count for A1" in problem.message
    assert problem.item == "evidence/E1"
    checks = [a_check("2026-05-13"), a_check("2026-03-15")]
    late = traced_actions(an_action(started="2026-03-16", evidence=[a_line("2026-05-13")], checks=checks))
    assert len(_of(Code.DOES_NOT_COUNT, late)) == 3


def test_a_note_on_a_stopped_action_alone_supports_nothing() -> None:
    """AP320; one thing that is live is enough."""
    stopped = an_action(stopped=STOPPED)
    (problem,) = _of(Code.SUPPORTS_NOTHING, traced_actions(stopped, notes=[a_note()]))
    assert problem.item == "evidence/E1"
    assert _of(Code.SUPPORTS_NOTHING, traced_actions(stopped, notes=[a_note(supports=["OAK/A1", "OAK/F1"])])) == []


def test_a_task_and_a_communication_past_their_date(checked_plan: Check) -> None:
    """AP321, told to whoever it was given to."""
    found = checked_plan("""
        actions:
          - id: A1
            title: One
            owner: RM
            due: 2026-08-01
            for: F1
            tasks:
              - {what: Count, who: DM, by: 2026-05-11}  # here
              - {what: Count, who: DM, by: 2026-05-12}
              - {what: Count, who: DM, by: 2026-05-01, done_on: 2026-05-02}
        communications:
          - {id: C1, audience: All staff, message: What was found, due: 2026-05-10, owner: QL}  # here
    """)
    task, told = found.of(Code.TASK_LATE)
    assert task.message == "A task of A1 is one day late (due 11 May 2026). Given to: Deputy manager."
    assert told.message == "A communication (C1) is two days late (due 10 May 2026): All staff. Owner: Quality lead."
    assert (task.item, told.item) == ("OAK/A1", "OAK/C1")


def test_done_on_a_day_that_has_not_come() -> None:
    """AP322: a gap, and no error, since time alone would mend it."""
    plan = a_plan(
        actions=[a_closed_action(closed_on="2027-03-31")],
        milestones=[{"id": "MS1", "title": "Safe", "due": "2026-06-01", "reached_on": "2026-05-13"}],
    )
    assert [problem.message for problem in _of(Code.NOT_YET, traced(plan))] == [
        "A1 is said to have been closed on 31 March 2027, which has not come.",
        "MS1 is said to have been reached on 13 May 2026, which has not come.",
    ]


def test_whatever_is_written_as_done_on_a_day_ahead_is_told() -> None:
    """AP322 for each kind of entry: none is on a page as if it had been, and none is lost without a word."""
    day = "2026-06-01"
    plan = a_plan(
        written=day,
        actions=[
            an_action(
                updates=[{"date": day, "text": "Done soon"}],
                revised=[{"date": day, "due": "2026-09-01"}],
                reopened=[{"date": day, "reason": "It slipped"}],
                signoffs=[{"date": day, "by": "RM"}],
                closed_on="2026-04-01",
            )
        ],
        sources=[{"id": "R1", "kind": "assessment", "title": "Report", "received": day}],
        objectives=[{"id": "OO1", "statement": "Better", "reviews": [{"date": day, "verdict": "partly"}]}],
        communications=[{"id": "C1", "audience": "All staff", "message": "News", "done_on": day}],
        scope={"changes": [{"date": day, "change": "Laundry"}]},
        involved=[{"group": "Staff", "date": day}],
        feedback=[{"date": day, "from": "A family", "said": "Good"}],
        recognition=[{"date": day, "team": "Nights", "for": "Counting"}],
        approvals=[{"date": day, "group": "Board", "decision": "Agreed"}],
    )
    found = [problem.message for problem in _of(Code.NOT_YET, traced(plan))]
    assert len(found) == 13
    assert all(message.endswith("on 1 June 2026, which has not come.") for message in found)
    assert _of(Code.NOT_YET, traced(plan, today=date(2026, 6, 1))) == []


def test_every_gap_names_what_it_concerns() -> None:
    """So that a page can show it there."""
    actions = [a_closed_action(), an_action(id="A2", due="2026-01-01", evidence=[a_line()])]
    problems = check(traced_actions(*actions, notes=[a_note(review_due="2026-05-01")]))
    assert len(problems) >= 3
    assert all(problem.item is not None for problem in problems)


def test_an_accepted_gap_keeps_its_reason_and_leaves_the_totals() -> None:
    """Shown as accepted; another finding's gap of the same code still counts."""
    plan = a_plan(
        findings=[a_finding(), a_finding(id="F2")],
        actions=[],
        accepted=[{"code": "AP301", "item": "F1", "because": "It goes to the meeting", "until": "2026-05-12"}],
    )
    problems = check(traced(plan))
    assert [(problem.item, problem.accepted) for problem in problems] == [
        ("OAK/F1", "It goes to the meeting"),
        ("OAK/F2", None),
    ]
    assert count(problems) == {Severity.ERROR: 0, Severity.WARNING: 0, Severity.GAP: 1}


def test_an_answer_without_an_item_is_for_the_whole_plan_and_no_other() -> None:
    """Notes that support the plan belong to it."""
    accepted = [{"code": code, "because": "Known", "until": "2026-06"} for code in ("AP301", "AP308")]
    oak, elm = a_plan(actions=[], accepted=accepted), a_plan(id="ELM", actions=[])
    problems = check(traced(oak, elm, notes=[a_note(supports="OAK/F1", review_due="2026-05-01")]))
    assert {problem.item: problem.accepted for problem in problems} == {
        "OAK/F1": "Known",
        "ELM/F1": None,
        "evidence/E1": "Known",
    }


def test_an_answer_about_an_action_covers_its_lines_of_evidence() -> None:
    """They have references of their own, which nobody writes."""
    plan = a_plan(
        actions=[an_action(evidence=[a_line()])],
        accepted=[{"code": "ap309", "item": "a1", "because": "Expected in June", "until": "2026-06"}],
    )
    assert [problem.accepted for problem in check(traced(plan))] == ["Expected in June"]


def test_an_answer_that_has_run_out_is_a_gap_and_the_old_one_counts_again() -> None:
    """AP319 from the day after; a warning stays answered, since time must stop no build."""
    plan = a_plan(
        next_assessment="2026-06-01",
        accepted=[
            {"code": "AP203", "item": "A1", "because": "Agreed", "until": "2026-05-11"},
            {"code": "AP301", "item": "F2", "because": "Later", "until": "2026-05-11"},
        ],
        findings=[a_finding(), a_finding(id="F2")],
    )
    problems = check(traced(plan))
    assert sorted((problem.code.value, problem.item, problem.accepted) for problem in problems) == [
        ("AP203", "OAK/A1", "Agreed"),
        ("AP301", "OAK/F2", None),
        ("AP319", "OAK/A1", None),
        ("AP319", "OAK/F2", None),
    ]
    assert _of(Code.ACCEPTED_ENDED, traced(plan, today=date(2026, 5, 11))) == []


def test_an_answer_to_a_source_or_a_communication_is_found() -> None:
    """They are no nodes of the trace, and yet can be answered."""
    plan = a_plan(
        sources=[{"id": "S1", "kind": "warning-notice", "title": "Notice", "response_due": "2026-05-01"}],
        accepted=[{"code": "AP316", "item": "S1", "because": "CQC agreed to wait", "until": "2026-06"}],
    )
    assert [(p.code, p.accepted) for p in check(traced(plan))] == [(Code.ANSWER_DUE, "CQC agreed to wait")]


@pytest.mark.parametrize(("code", "words"), [("AP999", "no code"), ("AP104", "is an error"), ("late", "no code")])
def test_only_warnings_and_gaps_can_be_answered(checked_plan: Check, code: str, words: str) -> None:
    """AP107 for a code that does not exist and for an error."""
    found = checked_plan(f"""
        accepted:
          - {{code: {code}, because: We know}}  # here
    """)
    found.one(Code.WRONG_VALUE, words)


def _head(*findings: str) -> str:
    rows = "".join(f"  - {row}\n" for row in findings)
    return f"id: OAK\ntitle: Plan\nservice: Oakfield House\nroles: {{RM: Registered manager}}\nfindings:\n{rows}"


def _of(code: Code, trace: Trace) -> list[Problem]:
    return [problem for problem in check(trace) if problem.code is code]
