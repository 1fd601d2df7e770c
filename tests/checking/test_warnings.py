"""Warnings: probable slips in writing. None may change because time passes."""

from datetime import date

import pytest

from action_plans.checking.checker import check
from action_plans.model.problem import Code, Problem, Severity
from tests.builders import a_check, a_line, a_note, a_plan, an_action, traced, traced_actions
from tests.checking.conftest import HEAD, Check


def test_due_after_its_milestone(checked_plan: Check) -> None:
    """AP202 at the date that counts: that of the newest revision."""
    found = checked_plan("""
        milestones: [{id: MS1, title: Safe, due: 2026-06-30}]
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-06-30, for: F1, milestone: MS1}
          - id: A2
            title: Two
            owner: RM
            due: 2026-06-30
            for: F1
            milestone: MS1
            revised:
              - {date: 2026-05-01, due: 2026-07-01}  # here
    """)
    found.one(Code.AFTER_MILESTONE, "A2 is due on 1 July 2026, after its milestone MS1 (30 June 2026)")


def test_due_after_the_next_assessment(checked_plan: Check) -> None:
    """AP203 for open actions; what is closed or stopped is past caring."""
    found = checked_plan("""
        next_assessment: 2026-07-01
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-07-01, for: F1}
          - {id: A2, title: Two, owner: RM, due: 2026-07-02, for: F1}  # here
          - {id: A3, title: Three, owner: RM, due: 2026-07-02, for: F1, closed_on: 2026-05-01, checks: [{date: 2026-05-02, by: QL, result: holds}]}
          - {id: A4, title: Four, owner: RM, due: 2026-07-02, for: F1, stopped: {date: 2026-05-01}}
    """)  # noqa: E501 -- a row of a plan as people write it
    found.one(Code.AFTER_ASSESSMENT, "A2 is due on 2 July 2026", "1 July 2026")


def test_a_service_that_two_plans_describe_otherwise_is_told() -> None:
    """AP216 on the second, with what differs; the same said again, or less of it, is no matter."""
    first = a_plan(service={"name": "Elm Lodge", "places": 3, "roles": {"RM": "Registered manager", "DM": "Deputy"}})
    again = a_plan(id="P2", service={"name": "Elm Lodge", "places": 3, "roles": {"RM": "Registered manager"}})
    other = a_plan(id="P3", service={"name": "Elm Lodge", "places": 44, "kind": "day", "roles": {"RM": "Somebody"}})
    found = [one for one in check(traced(first, again, other)) if one.code is Code.TWO_ACCOUNTS]
    assert [one.item for one in found] == ["P3"]
    assert "`kind`, `places` and `roles`" in found[0].message


def test_a_deadline_in_the_month_of_the_assessment_is_not_surely_after_it() -> None:
    """A month is compared as a whole."""
    plan = a_plan(next_assessment="2026-09", actions=[an_action(due="2026-09-30")])
    assert [problem.code for problem in check(traced(plan))] == []


@pytest.mark.parametrize("owner", ["RM", "Registered manager", "rm"])
def test_an_owner_as_checker_is_told(owner: str) -> None:
    """AP204 by code or title; on the checker and on a check."""
    action = an_action(checker="RM", checks=[a_check("2026-04-01", by=owner)])
    messages = [problem.message for problem in _of(Code.OWN_CHECK, action)]
    assert "A1 is to be checked by its own owner." in messages
    assert "A1 was checked by its own owner." in messages


def test_evidence_checked_by_whoever_made_it_is_told(checked: Check) -> None:
    """AP204 on lines and on notes."""
    found = checked(
        "plans/oak.yaml:\n"
        + "".join(f"    {line}\n" for line in HEAD.splitlines())
        + """\
evidence/one.md:
    ---
    title: An audit
    date: 2026-04-01
    supports: OAK/F1
    by: DM
    checked_by: Deputy manager  # here
    ---
    All was well.
"""
    )
    found.one(Code.OWN_CHECK, "“An audit” (one) was checked by whoever made it.")


def test_a_note_for_two_owners_checked_by_one_of_them_is_fine() -> None:
    """It is independent for the other's action."""
    actions = [an_action(), an_action(id="A2", owner="DM")]
    note = a_note(supports=["OAK/A1", "OAK/A2"], by="QL", checked_by="DM")
    assert [p for p in check(traced_actions(*actions, notes=[note])) if p.code is Code.OWN_CHECK] == []
    alone = a_note(supports=["OAK/A2"], by="QL", checked_by="DM")
    (problem,) = [p for p in check(traced_actions(*actions, notes=[alone])) if p.code is Code.OWN_CHECK]
    assert "the action's own owner" in problem.message


@pytest.mark.parametrize(
    "title",
    ["Improve recording", "Ensure that staff are trained", "Review the policy", "Better handovers", "Ongoing audits"],
)
def test_a_vague_title_without_a_measure_is_told(title: str) -> None:
    """AP205, until a measure or `done_when` says what is meant; never for what is closed."""
    (problem,) = _of(Code.VAGUE, an_action(title=title, done_when=None))
    assert problem.item == "OAK/A1"
    assert _of(Code.VAGUE, an_action(title=title, done_when="9 of 10 charts are signed")) == []
    assert _of(Code.VAGUE, an_action(title=title, closed_on="2026-04-01")) == []


@pytest.mark.parametrize("day", [date(2026, 5, 12), date(2026, 5, 13)])
def test_no_warning_comes_with_a_day(day: date) -> None:
    """What is written of a day ahead, a stop, a closing, a later date, is warned of as it is written: AP202, AP205."""
    ahead = "2026-05-13"
    actions = [
        an_action(id="A1", due="2026-06-01", milestone="MS1", revised=[{"date": ahead, "due": "2026-09-01"}]),
        an_action(id="A2", title="Ongoing audits", done_when=None, stopped={"date": ahead, "because": "Replaced"}),
        an_action(id="A3", title="Ongoing audits", done_when=None, closed_on=ahead),
    ]
    milestone = {"id": "MS1", "title": "Safe", "due": "2026-06-30"}
    found = check(traced(a_plan(actions=actions, milestones=[milestone]), today=day))
    assert [one.message for one in found if one.severity is Severity.WARNING] == [
        "A1 is due on 1 September 2026, after its milestone MS1 (30 June 2026)."
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Publish the review of June",
        "Buy a heart monitor",
        "Count every medicine each day",
        "Hold an improvement meeting",
    ],
)
def test_words_that_only_look_vague_pass(title: str) -> None:
    """A review, a monitor or an improvement plan may be a thing."""
    assert _of(Code.VAGUE, an_action(title=title)) == []


def test_an_objective_needs_a_figure_or_a_measure() -> None:
    """A date is no figure."""
    vague = {"id": "O1", "statement": "Improve recording by 30 June 2026"}
    clear = {"id": "O2", "statement": "Improve recording from 31 to 38 of 40 by 30 June 2026"}
    plan = a_plan(objectives=[vague, clear])
    assert [problem.item for problem in check(traced(plan)) if problem.code is Code.VAGUE] == ["OAK/O1"]


def test_personal_data_is_told_with_its_very_line(checked: Check) -> None:
    """AP206 in a field, in a block of several lines and in the body of a note; the matter is not repeated."""
    found = checked("""
plans/oak.yaml:
    id: OAK
    title: Improvement plan
    service: Oakfield House
    roles: {RM: Registered manager}
    findings:
      - id: F1
        title: The resident in room 4 fell
        text: |
          The report speaks of falls.
          It says that Mrs Whitfield
          had no plan.
evidence/OAK/one.md:
    ---
    title: An audit
    date: 2026-04-01
    supports: F1
    ---
    All was well.

    Only the chart of 943 476 5919 was not signed.
""")
    problems = found.of(Code.PERSONAL_DATA)
    assert [str(problem.origin) for problem in problems] == [
        "evidence/OAK/one.md:8:19",
        "plans/oak.yaml:7:12",
        "plans/oak.yaml:10:1",
    ]
    assert [problem.item for problem in problems] == ["evidence/one", "OAK/F1", "OAK/F1"]
    assert not any("943" in str(problem) or "Whitfield" in str(problem) for problem in problems)


def test_what_is_not_shown_is_not_searched() -> None:
    """Words for families have guards of their own; roles may be named; what is on request is not published."""
    plan = a_plan(
        roles={"RM": {"title": "Registered manager", "name": "Mrs Example"}},
        actions=[an_action(evidence=[a_line(result="Mrs B fell", confidentiality="on-request")])],
        family={"publish": False, "intro": "Mrs B is here"},
    )
    note = a_note(body="Mrs B fell", confidentiality="on-request")
    assert [p for p in check(traced(plan, notes=[note])) if p.code is Code.PERSONAL_DATA] == []


def test_what_is_shown_of_evidence_on_request_is_searched() -> None:
    """Its title is published."""
    plan = a_plan(actions=[an_action(evidence=[a_line(title="Letter to Mrs B", confidentiality="on-request")])])
    assert [p.code for p in check(traced(plan)) if p.severity is Severity.WARNING] == [Code.PERSONAL_DATA]


def test_dates_in_an_order_that_cannot_be(checked_plan: Check) -> None:
    """AP208 for each pair, said in words."""
    found = checked_plan("""
        sources:
          - id: S1
            kind: inspection
            title: Report
            assessed: {from: 2026-02-03, to: 2026-02-01}
            received: 2026-03-01
            published: 2026-01-31
            answered: 2026-02-28
        actions:
          - id: A1
            title: One
            owner: RM
            started: 2026-03-01
            due: 2026-08-01
            closed_on: 2026-02-01
            for: F1
            evidence: {title: Sheet, date: 2026-03-10, checked_on: 2026-03-09, review_due: 2026-03-01}
            pilots: {from: 2026-03-10, to: 2026-03-09}
    """)
    messages = [problem.message for problem in found.of(Code.DATES_IN_DISORDER)]
    assert len(messages) == 7
    assert "A1 was closed on 1 February 2026, before it was started on 1 March 2026." in messages
    assert "S1 was answered on 28 February 2026, before it was received on 1 March 2026." in messages


def test_a_month_is_not_before_a_day_in_it() -> None:
    """Closed in March, started on 16 March: nothing is wrong."""
    plan = a_plan(actions=[an_action(started="2026-03-16", closed_on="2026-03")])
    assert [p for p in check(traced(plan)) if p.code is Code.DATES_IN_DISORDER] == []


def test_no_error_and_no_warning_depends_on_today() -> None:
    """One plan with a slip of each kind says the same in 2020 and in 2040, an answer that has run out included."""
    plan = a_plan(
        next_assessment="2026-06-01",
        milestones=[{"id": "MS1", "title": "Safe", "due": "2026-05-01"}],
        actions=[
            an_action(title="Improve recording", done_when=None, milestone="MS1", checker="RM", depends_on="A9"),
            an_action(
                id="A2", due="2026-05-01", started="2026-04-02", closed_on="2026-04-01", description="Mrs B fell"
            ),
            an_action(id="A3", due="2027-01-01"),
        ],
        accepted=[{"code": "AP203", "item": "A3", "because": "Agreed with CQC", "until": "2026-05-01"}],
    )
    said = [
        [p for p in check(traced(plan, today=date(year, 5, 12))) if p.severity is not Severity.GAP]
        for year in (2020, 2026, 2040)
    ]
    codes = {problem.code.value for problem in said[0]}
    assert codes == {"AP104", "AP202", "AP203", "AP204", "AP205", "AP206", "AP208"}
    assert said[0] == said[1] == said[2]


def _of(code: Code, action: dict[str, object]) -> list[Problem]:
    return [problem for problem in check(traced_actions(action)) if problem.code is code]


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("www.cqc.org.uk/report", "Write url: https://www.cqc.org.uk/report"),
        ("//evil.example", "Write url: https://evil.example"),
        ("javascript:alert(1)", "Write the whole address, from https:// on, or leave it out."),
    ],
)
def test_an_address_that_is_no_link_is_told(checked_plan: Check, url: str, hint: str) -> None:
    """AP214: it is shown as text, and nobody can open it."""
    found = checked_plan(f"sources: [{{id: R1, kind: own, title: x, url: '{url}'}}]  # here\n")
    assert found.one(Code.NO_WEB_ADDRESS).hint == hint


def test_the_address_of_a_service_is_looked_at_too(checked: Check) -> None:
    """AP214: in its own file and in the plan; a whole address gives no warning."""
    found = checked("""
plans/oak.yaml:
    id: OAK
    title: Plan
    service: oak
    sources: [{id: R1, kind: own, title: x, url: https://example.org}]
plans/services/oak.yaml:
    name: Oak
    website: javascript:alert(1)  # here
""")
    found.one(Code.NO_WEB_ADDRESS, "`website` does not begin with https://")


@pytest.mark.parametrize(
    ("counted", "is_told"),
    [("n: 5, of: 4", True), ("n: 1, of: 0", True), ("n: 0, of: 0", False), ("n: 4, of: 4", False)],
)
def test_a_reading_of_more_than_there_were_is_told(checked_plan: Check, counted: str, *, is_told: bool) -> None:
    """AP215: and one out of none; none of none is a month in which there was nothing."""
    measure = f"{{id: M1, title: x, baseline: {{value: 1}}, readings: {{date: 2026-03-01, value: 1, {counted}}}}}"
    assert bool(checked_plan(f"measures: {measure}\n").of(Code.COUNT)) == is_told


@pytest.mark.parametrize(
    ("unit", "is_told"),
    [
        ("falls per resident", False),
        ("errors/week", False),
        ("falls a month", False),
        ("infections per 100 residents", False),
        ("calls for each person", False),
        ("staff hours per week", False),
        ("%", True),
        ("per cent", True),
        ("% of residents a month", True),
        ("residents per home", True),
        ("of 10", True),
        ("falls", True),
    ],
)
def test_events_may_be_more_than_the_people_that_they_happened_to(
    checked_plan: Check, unit: str, *, is_told: bool
) -> None:
    """AP215 stands where the unit is a share, or does not say that it is none."""
    reading = "{date: 2026-03-01, value: 1.1, n: 11, of: 10}  # here"
    found = checked_plan(f"""
        measures:
          - id: M1
            title: x
            unit: "{unit}"
            baseline: {{value: 1}}
            readings: {reading}
    """)
    if is_told:
        found.one(Code.COUNT, "unit: falls per resident")
    else:
        assert found.of(Code.COUNT) == ()
