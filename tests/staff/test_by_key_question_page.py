"""By key question: every finding under what it is about, in rows that lead to actions and evidence."""

import pytest

from action_plans.reading.framework_files import read_frameworks
from action_plans.staff.page import Page
from action_plans.staff.pages.by_key_question_page import by_key_question_page, service_key_question_pages
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
)
from tests.project import Project
from tests.staff.edition import made_of
from tests.staff.page_making import context_of
from tests.staff.reading_html import Reading, faults, in_order, section, words
from tests.staff.test_hostile_words import HOSTILE

REPORT = {
    "id": "CQC26", "kind": "assessment", "title": "CQC report", "published": "2026-03-20",
    "ratings": {"overall": "requires-improvement", "safe": "inadequate", "caring": "good"}, "carried_over": "caring",
}  # fmt: skip


def _page(trace: Trace) -> Page:
    return by_key_question_page(context_of(trace))


def test_a_row_leads_to_finding_actions_and_evidence() -> None:
    """From a key question the finding, each action and the newest evidence are one click away each."""
    trace = traced(
        a_plan(
            findings=[a_finding(statements="Medicines optimisation", regulations="Regulation 12(2)(g)", kind="breach")],
            actions=[an_action(evidence=[a_line("2026-05-01", title="Signed sheets")], checks=[a_check("2026-05-06")])],
        ),
        notes=[a_note(verdict="meets")],
    )
    links = Reading(_page(trace).html).links

    assert {
        "../plans/oak/findings/f1/index.html",
        "../plans/oak/actions/a1/index.html",
        "../evidence/oak/e1/index.html",
        "../plans/oak/actions/a1/index.html#evidence-1",
        "../plans/oak/actions/a1/index.html#checks",
        "../by-regulation/index.html#ra2014-12",
    } <= set(links)
    said = section(_page(trace).html, "safe")
    parts = (
        "Medicines optimisation",
        "F1 Medicines were not counted",
        "Breach",
        "In hand",
        "Regulation 12(2)(g)",
        "A1",
    )
    assert (
        list(in_order(said, *parts, "Check of practice 6 May 2026, holds", "1 May 2026", "1 April 2026, meets")) == []
    )


def test_findings_stand_under_key_question_then_statement_in_published_order() -> None:
    """A finding that cites statements under two questions stands under both; a question without statement says so."""
    trace = traced(
        a_plan(
            findings=[
                a_finding(id="F1", title="Doses", statements=["Medicines optimisation", "Providing information"]),
                a_finding(id="F2", title="Harm", statements="Learning culture"),
                a_finding(id="F3", title="Doors", key_questions="safe"),
            ]
        )
    )
    html = _page(trace).html
    under_safe = section(html, "safe")

    assert (
        list(in_order(under_safe, "Learning culture", "F2", "Medicines optimisation", "F1", "No statement named", "F3"))
        == []
    )
    assert list(in_order(section(html, "responsive"), "Providing information", "F1 Doses")) == []
    assert "No findings." in section(html, "caring")


def test_a_finding_without_key_question_is_not_lost() -> None:
    """It stands at the end, under words that say what is missing."""
    assert "F1 Medicines were not counted" in section(_page(traced()).html, "_none")


def test_statements_without_findings_are_named_in_one_closing_sentence() -> None:
    """How many of how many, and which; the one that is cited is not among them."""
    said = section(_page(traced(a_plan(findings=[a_finding(statements="Learning culture")]))).html, "_without")

    assert "33 of the 34 statements of the CQC single assessment framework have no finding: " in said
    assert "Medicines optimisation" in said
    assert "Learning culture" not in said


def test_two_frameworks_stand_side_by_side_and_a_draft_says_so() -> None:
    """Each statement says whose it is, a draft is marked wherever it stands, and what is unverified is said."""
    finding = a_finding(statements=["saf-2023/safeguarding", "asc-draft-2026/safeguarding"])
    page = _page(traced(a_plan(framework=["saf-2023", "asc-draft-2026"], findings=[finding])))
    said = section(page.html, "safe")

    parts = (
        "Safeguarding",
        "CQC single assessment framework",
        "F1",
        "Safeguarding Draft",
        "CQC draft assessment",
        "F1",
    )
    assert list(in_order(said, *parts)) == []
    assert {"saf-2023.safeguarding", "asc-draft-2026.safeguarding"} <= page.anchors
    assert "of the 24 statements of the CQC draft assessment framework" in section(page.html, "_without")
    assert "Draft Draft, open to comment until 12 June 2026. Unverified: The number of" in section(page.html, "_lists")


def test_a_framework_of_the_project_brings_its_own_questions(project: Project) -> None:
    """A key question that CQC does not ask has a section of its own, after CQC's five."""
    project.write(
        {
            "plans/frameworks/council.yaml": """\
                title: Council assurance
                source: The council
                key_questions:
                  - {slug: leadership, title: Leadership, statements: [Governance and risks]}
                """
        }
    )
    read = read_frameworks(project.folder, "plans")
    own, problems = dict(read.known), read.problems
    assert problems == ()
    trace = traced(
        a_plan(framework="council", findings=[a_finding(statements="Governance and risks")]), own_frameworks=own
    )

    html = _page(trace).html
    assert list(in_order(words(html), "Well-led", "Leadership", "Governance and risks")) == []
    assert "F1" in section(html, "leadership")


def test_each_key_question_says_its_rating_and_whether_it_was_carried_over() -> None:
    """The newest rating by CQC stands beside each question with the day of its report; one from elsewhere does not."""
    older = {**REPORT, "id": "CQC22", "published": "2022-10-01", "ratings": {"safe": "good", "effective": "good"}}
    mock = {**REPORT, "id": "MOCK", "from": "Other Ltd", "published": "2026-05-01", "ratings": {"safe": "outstanding"}}
    html = _page(traced(a_plan(sources=[older, REPORT, mock]))).html

    assert "Inadequate, 20 March 2026" in section(html, "safe")
    assert "Good; carried over from an earlier report" in section(html, "caring")
    assert "Good, 1 October 2022" in section(html, "effective")
    assert "CQC's rating overall: Requires improvement, 20 March 2026." in words(html)


def test_several_services_have_a_page_each_that_the_top_one_leads_to() -> None:
    """The top page has all findings and each service's ratings; a service's page has its own findings alone."""
    oak = a_plan(
        service={"id": "Oak", "name": "Oakfield"}, sources=[REPORT], findings=[a_finding(key_questions="safe")]
    )
    elm = a_plan(id="ELM", service="Elm House", findings=[a_finding(key_questions="safe", title="Food")])
    context = context_of(traced(oak, elm))
    top, (elm_page, oak_page) = by_key_question_page(context), service_key_question_pages(context)

    assert [elm_page.address, oak_page.address] == [
        "services/elm-house/by-key-question/",
        "services/oak/by-key-question/",
    ]
    assert {f"../{page.address}index.html" for page in (elm_page, oak_page)} <= set(Reading(top.html).links)
    assert "Oakfield 20 March 2026 Requires improvement Inadequate Good, carried over" in section(top.html, "_services")
    assert "Inadequate: one service" in section(top.html, "safe")
    assert "OAK/F1" in words(top.html)
    assert "ELM/F1 Food" in words(top.html)
    assert "OAK/F1" in words(oak_page.html)
    assert "ELM/F1" not in words(oak_page.html)
    assert "../../../plans/oak/findings/f1/index.html" in Reading(oak_page.html).links
    assert "Two services, each with a page of its own." in words(top.html)
    assert "page of its own" not in words(oak_page.html)
    assert (top.nav, oak_page.nav, oak_page.under) == ("By key question", None, "By key question")


def test_one_service_with_two_plans_has_one_page() -> None:
    """Two plans of one service need no page for each service."""
    assert not list(service_key_question_pages(context_of(traced(a_plan(), a_plan(id="OAK2")))))


def test_an_empty_project_has_the_page_and_says_so(project: Project) -> None:
    """Without plans the page exists and says that nothing is written."""
    said = made_of(project.write({"plans/services/oak.yaml": "name: Oak\n"})).said("by-key-question/")

    assert "No finding is written yet." in said
    assert "No plan cites a framework." in said


def test_statements_and_key_questions_can_be_searched_for() -> None:
    """The search leads from a statement's name, and a key question's, to their places on the page."""
    page = _page(traced(a_plan(findings=[a_finding(statements="Medicines optimisation")])))
    found = {entry.title: entry for entry in page.search}

    assert found["Medicines optimisation"].anchor == "saf-2023.medicines-optimisation"
    assert "F1 Medicines were not counted" in found["Medicines optimisation"].text
    assert found["Safe: findings by key question"].anchor == "safe"
    assert "Learning culture" in found["Statements without findings"].text
    assert {entry.anchor for entry in page.search} - {""} <= page.anchors


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_words_stay_words(evil: str) -> None:
    """Titles of findings, evidence, services and reports never become markup."""
    plan = a_plan(
        service={"name": evil, "id": "oak"}, sources=[{**REPORT, "title": evil}],
        findings=[a_finding(title=evil, key_questions="safe", other_law=evil)],
        actions=[a_closed_action(title=evil, evidence=[a_line("2026-03-01", title=evil, checked_by=f"x {evil}")])],
    )  # fmt: skip
    context = context_of(traced(plan, a_plan(id="ELM")))
    for page in (by_key_question_page(context), *service_key_question_pages(context)):
        assert faults(page.html) == []


def test_much_evidence_is_cut_short_with_a_link_to_the_rest() -> None:
    """The newest three pieces are shown; what is left is counted, at the finding's own page."""
    lines = [a_line(f"2026-04-0{day}", title=f"Sheet {day}") for day in range(1, 8)]
    plan = a_plan(findings=[a_finding(key_questions="safe")], actions=[an_action(evidence=lines)])
    said = section(_page(traced(plan)).html, "safe")

    assert list(in_order(said, "Sheet 7", "Sheet 6", "Sheet 5", "and four more")) == []
    assert "Sheet 4" not in said


def test_evidence_kept_on_request_shows_its_title_alone() -> None:
    """Neither what was sampled nor what it shows stands in a row."""
    note = a_note(confidentiality="on-request", sample="Secret sample", result="Secret result", kept="Secret place")
    html = _page(traced(a_plan(findings=[a_finding(key_questions="safe")]), notes=[note])).html

    assert "April audit" in words(html)
    assert "Secret" not in html
