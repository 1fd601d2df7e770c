"""CQC's form: a page for each regulation that was not met, from what the plan says; the rest is to be written."""

import pytest

from action_plans.model.plan import Plan
from action_plans.model.service import Service
from action_plans.staff.pages.report_on_actions_page import report_on_actions_page
from action_plans.tracing.trace import Trace
from tests.builders import a_closed_action, a_finding, a_plan, an_action, traced
from tests.staff import page_making
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
    """What the plan says stands under CQC's questions, and nothing is left to be written."""
    said = words(_report())

    parts = (
        "Regulation 12: Safe care and treatment", "Account number 1-555", "CQC's reference RN-7",
        "Provider Oakfield Care", "1-222222222", "Location Oakfield House", "1-111111111",
        "Regulated activities Personal care", "Regulation 12(2)(g)",
        "How the regulation was not being met", "F1", "Doses were not signed for.",
        "What will be done", "A1 Count medicines", "Two nurses count.", "To achieve: No box differs.",
        "Who is responsible for the action", "A1 Registered manager, helped by Deputy manager",
        "what measures will check this", "The Monday count", "measured by M1 Doses signed for",
        "Who is responsible for checking", "A1 Quality lead",
        "What resources are needed", "Needed: One hour a day", "Available: Agreed",
        "Date by which", "A1 14 August 2026 (first 31 July 2026)",
        "How people who use the service are affected", "A dose could be missed.",
        "Until then: A nurse counts every medicine.",
        "Completed by (position) Registered manager", "Date 14 April 2026",
    )  # fmt: skip
    assert list(in_order(said, *parts)) == []
    assert "To be written" not in said
    assert "Nothing is missing." in said


def test_what_the_plan_leaves_empty_is_shown_with_the_field_to_fill() -> None:
    """Each empty answer names the field and whose it is; the page says how many there are."""
    empty = a_finding(kind="breach", regulations="Regulation 12")
    said = words(_html(traced(a_plan(findings=[empty], actions=[an_action(done_when=None)]))))

    for missing in (
        "account of the source", "reference of the source", "provider of the service", "cqc_provider of the service",
        "cqc_location of the service", "regulated_activities of the service or of the finding", "text of F1",
        "done_when of A1", "sustained_by of A1", "measures of A1", "checker of A1", "resources of A1",
        "people_affected of F1", "keeping_safe of F1", "author or lead of the plan", "answered of the source",
    ):  # fmt: skip
        assert f"To be written: {missing}" in said
    assert "16 answers are still to be written." in said
    assert (
        list(in_order(said, "F1 Medicines were not counted", "To be written: text", "A1 Count medicines", "done_when"))
        == []
    )


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

    assert "F2 : a breach that names no regulation has no page here. To be written: regulations ." in said
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

    assert "A1 closed 31 March 2026" in said
    assert "Old way" not in said
    assert "A3 1 May 2026, which has passed" in said
    assert "All of them by 1 July 2026" in said


def test_a_breach_without_action_says_what_to_write() -> None:
    """The form does not pretend that something is being done."""
    assert "To be written: an action with for: F1 of F1" in words(_report(actions=[]))


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
