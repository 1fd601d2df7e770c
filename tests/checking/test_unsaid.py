"""What a plan leaves unsaid that somebody will ask for, and what is probably a slip in writing."""

from datetime import date

import pytest

from action_plans.checking.checker import check
from action_plans.checking.patterns import STAFF_PATTERNS, find_private
from action_plans.model.problem import Code, Severity
from tests.builders import a_closed_action, a_finding, a_note, a_plan, an_action, traced, traced_actions
from tests.checking.conftest import HEAD, Check


def test_a_closed_action_without_its_day(checked_plan: Check) -> None:
    """AP344: `status: closed` alone does not say what came before and what after."""
    found = checked_plan("""
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-04-01, for: F1, status: closed}  # here
          - {id: A2, title: Two, owner: RM, due: 2026-04-01, for: F1, closed_on: 2026-04-01}
    """)
    found.one(Code.NO_CLOSING_DAY, "A1 is closed and does not say since when", "`closed_on`")


def test_an_open_action_without_an_end(checked_plan: Check) -> None:
    """AP336, unless `done_when` or a measure says it; never of what is closed or stopped."""
    found = checked_plan("""
        measures: {id: M1, title: Doses, baseline: {value: 1}}
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-08-01, for: F1}  # here
          - {id: A2, title: Two, owner: RM, due: 2026-08-01, for: F1, done_when: All is counted}
          - {id: A3, title: Three, owner: RM, due: 2026-08-01, for: F1, measures: M1}
          - {id: A4, title: Four, owner: RM, due: 2026-04-01, for: F1, closed_on: 2026-04-01}
          - {id: A5, title: Five, owner: RM, due: 2026-08-01, for: F1, stopped: {date: 2026-04-01}}
    """)
    found.one(Code.NO_END, "A1 does not say what will be true in practice", "`done_when`")


@pytest.mark.parametrize("written", ["Ongoing", "On-going.", "TBC", "n/a", "When complete", "Completed", "Monthly"])
def test_an_end_that_is_none_is_vague(written: str) -> None:
    """AP220: a word that any amount of work satisfies says nothing of an end."""
    (problem,) = [one for one in check(traced_actions(an_action(done_when=written))) if one.code is Code.NO_NEWS]
    assert f"A1 says “{written}”" in problem.message


@pytest.mark.parametrize(
    "written", ["Ongoing audits show 9 of 10", "Completed charts for four weeks", "All is done twice"]
)
def test_an_end_that_says_something_is_left_alone(written: str) -> None:
    """The same words in a sentence are a sentence."""
    assert [one for one in check(traced_actions(an_action(done_when=written))) if one.code is Code.NO_NEWS] == []


def test_a_finding_without_a_source(checked_plan: Check) -> None:
    """AP337, unless it is the service's own."""
    head = HEAD + "  - {id: F2, title: Bells were slow, kind: must}  # here\n"
    found = checked_plan("", head=head)
    found.one(Code.NO_SOURCE, "F2 does not say where it comes from", "`kind: own`")


def test_an_answer_without_a_last_day(checked_plan: Check) -> None:
    """AP345: what nobody looks at again is forgotten."""
    found = checked_plan("""
        accepted:
          - {code: AP301, item: F1, because: Next month}  # here
          - {code: AP312, because: Next month, until: 2026-07}
    """)
    found.one(Code.ACCEPTED_FOR_EVER, "AP301 for F1 is accepted without a last day", "`until`")


def test_a_date_of_another_century(checked_plan: Check) -> None:
    """AP211: judged by the plan's other dates, so that the day of the build plays no part."""
    found = checked_plan("""
        written: 2026-03-01
        next_review: 2026-04-01
        actions:
          - {id: A1, title: One, owner: RM, due: 2062-08-01, for: F1, done_when: All}  # here
          - {id: A2, title: Two, owner: RM, due: 2041-02-01, for: F1, done_when: All}
          - {id: A3, title: Three, owner: RM, due: 2026-09-01, for: F1, done_when: All}
    """)
    found.one(Code.DATE_FAR_OFF, "`due` is 1 August 2062", "Check the year.")


def test_dates_far_off_are_the_same_in_any_year() -> None:
    """A plan of 1926 in a note and an action, and one of 2015 read in 2040, which is a plan like any other."""
    plan = a_plan(written="2026-03-01", next_review="2026-04-01", actions=[an_action(due="1926-08-01")])
    old = a_plan(id="ELM", written="2015-03-01", next_review="2015-04-01", actions=[an_action(due="2015-08-01")])
    notes = [a_note(date="2206-04-01", supports="OAK/A1")]
    said = [
        [
            one.item
            for one in check(traced(plan, old, notes=notes, today=date(year, 5, 12)))
            if one.code is Code.DATE_FAR_OFF
        ]
        for year in (2020, 2040)
    ]
    assert said == [["OAK/A1", "evidence/E1"]] * 2


def test_an_action_begun_after_it_was_due(checked_plan: Check) -> None:
    """AP208, unless it was moved."""
    found = checked_plan("""
        actions:
          - {id: A1, title: One, owner: RM, started: 2026-05-01, due: 2026-03-01, for: F1, done_when: All}  # here
          - id: A2
            title: Two
            owner: RM
            started: 2026-05-01
            due: 2026-03-01
            revised: {date: 2026-02-20, due: 2026-07-01}
            for: F1
            done_when: All
    """)
    found.one(Code.DATES_IN_DISORDER, "A1 is due on 1 March 2026, before it was started on 1 May 2026")


@pytest.mark.parametrize(
    ("written", "odd"),
    [("Regulation 12(2)(z)", "(z)"), ("Regulation 17(2)(a) and (q)", "(q)")],
)
def test_a_paragraph_that_no_list_reaches(written: str, odd: str) -> None:
    """AP212: the number stands in the list, the letter cannot."""
    problems = check(traced(a_plan(findings=[a_finding(regulations=[written])])))
    (problem,) = [one for one in problems if one.code is Code.PARAGRAPH]
    assert odd in problem.message
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize("written", ["Regulation 12(2)(g)", "Regulation 18(2)(b)(ii)", "Regulation 13(4)(b)(v)"])
def test_a_paragraph_that_may_be_is_left_alone(written: str) -> None:
    """Letters of a list and small Roman numbers are paragraphs as reports write them."""
    problems = check(traced(a_plan(findings=[a_finding(regulations=[written])])))
    assert [one for one in problems if one.code is Code.PARAGRAPH] == []


def test_a_title_as_long_as_a_text() -> None:
    """AP213 for a title of 1,700 letters; 150 are long and still a line."""
    plan = a_plan(actions=[an_action(title="x" * 1_700), an_action(id="A2", title="y" * 150)])
    (problem,) = [one for one in check(traced(plan)) if one.code is Code.LONG_TITLE]
    assert (problem.item, "1,700 letters" in problem.message) == ("OAK/A1", True)


@pytest.mark.parametrize(
    "text",
    [
        "The night senior had a final written warning in May.",
        "She was suspended from duty.",
        "A disciplinary hearing was held.",
        "The cook was sacked in May.",
        "Ring the plumber on 07700 900123.",
        "Ring +44 7700 900123, or 0044 7700 900123.",
        "Ring (07700) 900 123.",
        "Write to jo@example.org about it.",
    ],
)
def test_what_concerns_one_member_of_staff_is_personal(text: str) -> None:
    """AP206 for warnings, suspensions, mobile numbers and e-mail addresses in texts of the staff edition."""
    problems = check(traced_actions(an_action(note=text)))
    assert {one.item for one in problems if one.code is Code.PERSONAL_DATA} == {"OAK/A1"}


@pytest.mark.parametrize(
    "text",
    [
        "CQC sent a warning notice in May.",
        "The disciplinary policy was read again.",
        "Ring the office on 01632 960001.",
        "S.I. 2005/1541 and N.I.C.E. say so; P.E.G. feeding, W.C., B.D. and T.D.S. are written out.",
        "Insulin B. D., the M.A.R. chart, a D.O.L.S. authorisation.",
        "A disciplined round; rooms 07 12 2026 and 07123456 are stock numbers.",
        "The first warning sign is a wet floor.",
        "The service was dismissed as too small.",
    ],
)
def test_ordinary_words_of_care_are_left_alone(text: str) -> None:
    """Notices, policies, landlines and the abbreviations of care are no personal data."""
    assert [match.pattern.name for match in find_private(text, STAFF_PATTERNS)] == []


def test_a_closed_action_of_long_ago_says_nothing_new() -> None:
    """What is closed with its day, from a report, with a date and an end, has none of these problems."""
    codes = {one.code for one in check(traced_actions(a_closed_action()))}
    assert not codes & {Code.NO_CLOSING_DAY, Code.NO_END, Code.NO_SOURCE, Code.ACCEPTED_FOR_EVER, Code.DATE_FAR_OFF}


def test_who_closed_it_without_when_is_told(checked_plan: Check) -> None:
    """AP344: it counts as open, whoever closed it."""
    found = checked_plan("""
        actions:
          - id: A1
            title: One
            owner: RM
            due: 2026-08-01
            for: F1
            closed_by: DM  # here
    """)
    found.one(Code.NO_CLOSING_DAY, "A1 says who closed it, and not when: it counts as open.", "take `closed_by` out")


def test_reopened_without_a_closing_is_told(checked_plan: Check) -> None:
    """AP344: what was never closed cannot be opened again."""
    found = checked_plan("""
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-08-01, for: F1, reopened: {date: 2026-04-01}}  # here
          - {id: A2, title: Two, owner: RM, due: 2026-08-01, closed_on: 2026-03-01, reopened: {date: 2026-04-01}}
    """)
    found.one(Code.NO_CLOSING_DAY, "A1 was reopened and does not say when it had been closed.")


def test_thanks_for_nobody_are_told(checked_plan: Check) -> None:
    """AP348: a team or a role is thanked."""
    found = checked_plan("""
        recognition:
          - {date: 2026-04-01, for: A good month}  # here
          - {date: 2026-04-01, team: Nights, for: A good month}
          - {date: 2026-04-01, who: RM, for: A good month}
    """)
    found.one(Code.THANKS_NOBODY, "`team`", "`who`")


def test_a_day_far_off_has_its_place_where_a_single_day_is_written(checked_plan: Check) -> None:
    """`assessed` takes a day, a list or `from` and `to`; of each the field that is written is named, and its line."""
    found = checked_plan("""
        written: 2026-03-01
        sources:
          - {id: S1, kind: assessment, title: Report, assessed: 1998-02-03}  # here
          - {id: S2, kind: assessment, title: Report, assessed: [2026-02-03, 2026-02-04]}
    """)
    found.one(Code.DATE_FAR_OFF, "`assessed` is 3 February 1998")
