"""CQC's form: a page for each regulation that was not met, from what the plan says; the rest is to be written."""

import re

import pytest

from action_plans.model.plan import Plan
from action_plans.model.service import Service
from action_plans.staff.pages.report_on_actions_page import report_on_actions_page
from action_plans.tracing.trace import Trace
from tests.builders import a_check, a_closed_action, a_finding, a_line, a_plan, an_action, traced
from tests.project import Project
from tests.staff import page_making
from tests.staff.edition import made_of
from tests.staff.page_making import context_of
from tests.staff.reading_html import faults, in_order, words
from tests.staff.test_hostile_words import HOSTILE

NOTICE = {
    "id": "RN", "kind": "requirement-notice", "title": "Requirement notice", "reference": "RN-7", "account": "1-555",
    "received": "2026-03-23", "answered": "2026-04-14",
}  # fmt: skip
REPORT = {"id": "CQC26", "kind": "assessment", "title": "CQC report", "published": "2026-03-20"}
BREACH = a_finding(
    kind="breach", source="CQC26", regulations="Regulation 12(2)(g)", text="Doses were not signed for.",
    people_affected="A dose could be missed.", keeping_safe="A nurse counts every medicine.",
)  # fmt: skip
WHOLE = an_action(
    description="Two nurses count.", done_when="No box differs.", helpers=["DM"], sustained_by="The Monday count",
    measures="M1", checker="QL", resources={"needed": "One hour a day", "available": "Agreed"},
    revised=[{"date": "2026-05-01", "due": "2026-08-14"}],
)  # fmt: skip
SERVICE = Service.model_validate(
    {
        "id": "oak", "name": "Oakfield House", "provider": "Oakfield Care", "cqc_location": "1-111111111",
        "cqc_provider": "1-222222222", "regulated_activities": ["Personal care"],
    }
)  # fmt: skip

_AT_DESK = re.compile(r'<(section|p|span) class="[^"]*(?:at-desk|download)[^"]*".*?</\1>', re.DOTALL)
"""What stands on the screen only."""


def _report(**said: object) -> str:
    return _html(traced(_plan(**said), services=[SERVICE]))


def _plan(**said: object) -> Plan:
    whole = {
        "service": "oak", "sources": [REPORT, NOTICE], "findings": [BREACH], "actions": [WHOLE], "lead": "RM",
        "measures": [{"id": "M1", "title": "Doses signed for"}],
    }  # fmt: skip
    return a_plan(**{**whole, **said})


def _html(trace: Trace) -> str:
    return report_on_actions_page(context_of(trace), trace.portfolio.plans[0]).html


def test_every_question_of_the_form_is_answered_from_the_plan_in_its_order() -> None:
    """What the plan says stands under CQC's questions; each action with its owner and its date where it is told."""
    said = words(_report())

    parts = (
        "Regulation 12: Safe care and treatment", "Account number 1-555", "CQC's reference RN-7",
        "Provider Oakfield Care", "1-222222222", "Location Oakfield House", "1-111111111",
        "Regulated activities Personal care", "Regulation 12(2)(g)",
        "How the regulation was not being met", "F1", "Doses were not signed for.",
        "What will be done", "What it is to achieve", "Who is responsible", "Date by which it will be completed",
        "A1 Count medicines : Two nurses count. No box differs.", "Registered manager, helped by Deputy manager",
        "14 August 2026. First 31 July 2026, moved on 1 May 2026.",
        "Date by which all actions will be completed 14 August 2026. 0 of 1 action closed.",
        "How improvements will be made sure of", "What measures check it", "Who is responsible for checking",
        "A1 The Monday count M1 Doses signed for Quality lead",
        "What resources are needed", "Needed", "Available", "A1 One hour a day Agreed",
        "How people who use the service are affected", "F1 : A dose could be missed.",
        "F1 Until then: A nurse counts every medicine.",
        "Completed by (position) Registered manager", "Date 14 April 2026",
    )  # fmt: skip
    assert list(in_order(said, *parts)) == []
    assert "Nothing is missing." in said
    assert "Not written yet" not in said


PLAN, SERVED = "plans/oak.yaml ,", "plans/services/oak.yaml , line 1"
MISSING = (
    ("CQC's letter or report", "sources: the source that the form answers", f"{PLAN} line 1"),
    ("Provider", "provider: who runs the service", SERVED),
    ("Provider's CQC number", "cqc_provider: CQC's number", SERVED),
    ("Location's CQC number", "cqc_location: CQC's number", SERVED),
    ("Regulated activities", "regulated_activities: those that the service", SERVED),
    ("How the regulation was not being met", "text: what the report said, in its words", f"{PLAN} F1 line 6"),
    ("What the action is to achieve", "done_when: what will be true in practice when it is done", f"{PLAN} A1 line 8"),
    ("How the improvement is sustained", "sustained_by: what keeps it so", f"{PLAN} A1 line 8, A2 line 9"),
    ("What measures will check this", "measures: the measure", f"{PLAN} A1 line 8, A2 line 9"),
    ("Who is responsible for checking", "checker: a role that is not its owner", f"{PLAN} A1 line 8"),
    ("What resources are needed", "resources: needed and available", f"{PLAN} A1 line 8"),
    ("How people are affected until then", "people_affected: how people", f"{PLAN} F1 line 6"),
    (
        "What keeps people safe until then",
        "keeping_safe: what keeps them safe until it is put right",
        f"{PLAN} F1 line 6",
    ),
    ("Completed by", "author: the role that writes the plan", f"{PLAN} line 1"),
)
EMPTY = {
    "plans/services/oak.yaml": "id: oak\nname: Oakfield House\n",
    "plans/oak.yaml": """\
id: OAK
title: Plan
service: oak
roles: {RM: Registered manager, QL: Quality lead}
findings:
  - {id: F1, title: Not counted, kind: breach, regulations: Regulation 12}
actions:
  - {id: A1, title: Count, owner: RM, due: 2026-07-31, for: F1}
  - {id: A2, title: Look, owner: RM, due: 2026-07-31, for: F1, done_when: All is right}
""",
}


def test_what_is_missing_is_said_with_what_to_write_and_where(project: Project) -> None:
    """The manager sees on the screen each question without an answer, the field, and the file with its line."""
    said = made_of(project.write(EMPTY)).said("plans/oak/report-on-actions/")

    parts = [part for row in MISSING for part in row]
    assert list(in_order(said.partition(" Where ")[2], *parts)) == []
    assert f"{len(MISSING)} answers missing" in said


def test_nothing_of_what_is_missing_is_in_the_copy_that_is_sent(project: Project) -> None:
    """What stands at the desk only is marked so, and without it no word of what is to be written is left."""
    html = made_of(project.write(EMPTY)).pages["plans/oak/report-on-actions/"].html
    sent = words(_AT_DESK.sub("", html))

    assert list(in_order(sent, "Regulation 12", "Account number CQC's reference Provider", "Completed", "Date")) == []
    for word in ("written", "missing", "yaml", "done_when", "Before you send"):
        assert word not in sent, word


def test_an_answer_missing_on_two_pages_is_asked_for_once() -> None:
    """Two regulations of one service lack its number once; two actions without a checker are two places of one row."""
    findings = [{**BREACH, "regulations": ["Regulation 12", "Regulation 17"]}]
    actions = [{**WHOLE, "checker": None}, {**WHOLE, "id": "A2", "checker": None}]
    service = Service.model_validate({**SERVICE.model_dump(), "cqc_location": None})
    said = words(_html(traced(_plan(findings=findings, actions=actions), services=[service])))

    assert said.count("Location's CQC number cqc_location:") == 1
    assert "2 answers missing" in said.replace("Two", "2")
    assert "in three places of the plan" in said


def test_each_regulation_has_a_page_of_its_own() -> None:
    """A finding that breaks two regulations stands on both pages, in the order of the law, each with the whole head."""
    finding = {**BREACH, "regulations": ["Registration Regulation 18", "Regulation 17"]}
    html = _report(findings=[finding])

    assert html.count('class="form-page"') == 2
    assert list(in_order(words(html), "Regulation 17: Good governance", "Registration Regulation 18: Notif")) == []
    assert html.count("1-555") == 2


@pytest.mark.parametrize(
    ("said", "is_there"),
    [
        ({"kind": "breach"}, True),
        ({"kind": "must", "source": "CQC26"}, True),
        ({"kind": None, "source": "CQC26"}, True),
        ({"kind": "must", "source": "FIRE"}, False),
        ({"kind": "should", "source": "CQC26"}, False),
        ({"kind": "own"}, False),
        ({"kind": "breach", "regulations": []}, False),
    ],
)
def test_only_breaches_with_their_regulation_are_reported(said: dict[str, object], is_there: bool) -> None:
    """CQC's form is about what CQC found in breach of a regulation; what is left out is named."""
    fire = {"id": "FIRE", "kind": "fire", "title": "Fire audit", "from": "Fire Service"}
    finding = {"id": "F1", "title": "Doses", "regulations": "Regulation 12", **said}
    text = words(_report(sources=[REPORT, fire], findings=[finding]))

    assert ("Account number" in text) is is_there
    assert ("nothing to report on this form" in text) is not is_there


def test_what_is_left_out_is_named_with_its_reason() -> None:
    """A finding that is no breach found by CQC, and a breach that names no regulation, are named at the end."""
    findings = [a_finding(id="F1", kind="should", regulations="Regulation 9"), a_finding(id="F2", kind="breach")]
    said = words(_report(findings=findings))

    assert "F2 : a breach that names no regulation has no page here. Write which, in regulations ." in said
    assert "Not in this report, because CQC did not find a breach: F1 ." in said


def test_a_plan_without_breach_has_the_page_and_no_link_to_it() -> None:
    """The page says in a sentence that there is nothing to report, and the plan does not link to it."""
    trace = traced()

    assert "there is nothing to report on this form" in words(_html(trace))
    assert "report-on-actions" not in page_making.plan(trace)
    assert "report-on-actions" in page_making.plan(traced(_plan(), services=[SERVICE]))


def test_stopped_and_closed_actions_are_told_apart_from_what_is_to_come() -> None:
    """A stopped action is not promised to CQC; a closed one says when; a date that has passed says so."""
    actions = [
        a_closed_action(id="A1"),
        an_action(id="A2", title="Old way", stopped={"date": "2026-04-01", "because": "x"}),
        an_action(id="A3", due="2026-05-01"),
        an_action(id="A4", due="2026-07-01"),
    ]
    said = words(_report(actions=actions))

    assert "A1 Count medicines Every count of four weeks is right Registered manager Closed 31 March 2026, and" in said
    assert "Old way" not in said
    assert "1 May 2026, which has passed." in said
    assert "completed 1 July 2026. 1 of 3 actions closed, but without proof." in said


def test_what_slipped_moved_or_was_opened_again_is_said() -> None:
    """An action that was closed and does not hold is not told as done; each later date comes with its reason."""
    actions = [
        a_closed_action(id="A1", checks=[a_check("2026-05-06", "slipped", found="Two boxes differed.")]),
        an_action(
            id="A2",
            revised=[
                {"date": "2026-04-01", "due": "2026-08-14", "reason": "Later."},
                {"date": "2026-05-01", "due": "2026-09-30", "reason": "The panel is late."},
            ],
        ),
        a_closed_action(id="A3", due="2026-06-30", reopened=[{"date": "2026-04-20", "reason": "Nights left out."}]),
        an_action(id="A4", progress="at-risk"),
        a_closed_action(
            id="A5", checks=[a_check("2026-04-10", "slipped", found="Nights."), a_check("2026-05-06", "holds")]
        ),
        an_action(id="A6", reopened=[{"date": "2026-12-01", "reason": "Not come yet."}]),
    ]
    said = words(_report(actions=actions))

    assert "Not come yet." not in said
    for words_of_it in (
        "Closed 31 March 2026. It slipped: on 6 May 2026 it was found not to hold: Two boxes differed.",
        "30 September 2026. First 31 July 2026, moved twice, last on 1 May 2026: The panel is late.",
        "30 June 2026. Opened again on 20 April 2026: Nights left out.",
        "31 July 2026, at risk.",
        "It slipped: on 10 April 2026 it was found not to hold, and since 6 May 2026 it holds: Nights.",
        "2 of 6 actions closed, one of them slipped.",
    ):
        assert words_of_it in said, words_of_it


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ({}, "and nothing shows it yet"),
        ({"evidence": [a_line("2026-04-01")]}, "not yet confirmed by someone independent"),
        ({"checks": [a_check("2026-04-03", "partly")]}, "found to hold only in part"),
        ({"checks": [a_check("2026-04-03")]}, "confirmed by someone independent"),
        ({"checks": [a_check("2026-05-06")]}, "found to hold by someone independent 28 days or more later"),
    ],
)
def test_a_closed_action_says_how_well_it_is_shown(shown: dict[str, object], said: str) -> None:
    """CQC is never told of a closing without what stands behind it."""
    assert f"Closed 31 March 2026, {said}." in words(_report(actions=[a_closed_action(**shown)]))


def test_a_breach_without_action_says_what_to_write() -> None:
    """The form does not pretend that something is being done: the question is blank, and the list says what to add."""
    html = _report(actions=[])

    assert "What will be done actions: an action with for: F1" in words(html)
    sent = words(_AT_DESK.sub("", html))
    assert "what it is to achieve Date by which all actions will be completed How improvements" in sent


def test_columns_that_no_action_fills_are_left_out() -> None:
    """Without measures and helpers there is no empty column for them."""
    said = words(_report(actions=[{**WHOLE, "measures": []}]))

    assert "What sustains it Who is responsible for checking" in said
    assert "What measures check it" not in said


def test_roles_answer_never_names() -> None:
    """Who holds a role is in no answer of the form."""
    html = _report(lead="QL", actions=[{**WHOLE, "owner": "QL", "helpers": ["QL"], "checker": "QL"}])

    assert "Quality lead" in html
    assert "Quinn Example" not in html


def test_the_newest_notice_with_an_account_number_is_answered() -> None:
    """Of several letters from CQC the form takes the one that brings an account number, the newest of those."""
    old = {**NOTICE, "id": "OLD", "account": "1-111", "received": "2024-01-01"}
    other = {**NOTICE, "id": "OTHER", "from": "Council", "account": "9-999", "received": "2026-05-01"}
    said = words(_report(sources=[old, NOTICE, other, {**REPORT, "published": "2026-05-01"}]))

    assert "Account number 1-555" in said


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_words_stay_words(evil: str) -> None:
    """No text of the plan, the service or the notice becomes markup on the form."""
    finding = {**BREACH, "title": evil, "text": evil, "people_affected": evil, "keeping_safe": evil}
    action = {
        **WHOLE, "title": evil, "description": evil, "done_when": evil, "sustained_by": evil,
        "resources": {"needed": evil, "available": evil}, "checker": f"x {evil}",
    }  # fmt: skip
    service = {"id": "x", "name": evil, "provider": evil, "regulated_activities": [evil]}
    html = _report(
        findings=[{**finding, "regulated_activities": [evil]}, a_finding(id="F2", title=evil, kind="breach")],
        actions=[action], service=service, sources=[{**NOTICE, "account": evil, "reference": evil}],
    )  # fmt: skip

    assert faults(html) == []
