"""By regulation: every finding under the law that it cites, as it was read."""

import pytest

from action_plans.staff.page import Page
from action_plans.staff.pages.by_regulation_page import by_regulation_page
from action_plans.tracing.trace import Trace
from tests.builders import a_finding, a_line, a_plan, an_action, traced
from tests.project import Project
from tests.staff.edition import made_of
from tests.staff.page_making import context_of, finding
from tests.staff.reading_html import Reading, faults, in_order, section, words
from tests.staff.test_hostile_words import HOSTILE


def _page(trace: Trace) -> Page:
    return by_regulation_page(context_of(trace))


def _with(*regulations: str, **said: object) -> Trace:
    return traced(a_plan(findings=[a_finding(regulations=list(regulations), **said)]))


def test_paragraphs_are_shown_as_they_were_read() -> None:
    """A finding stands under its regulation with every paragraph that it names, in a report's form."""
    said = section(_page(_with("Reg 12(2)(c)", "Safe care and treatment, Regulation 12(2)(g)")).html, "ra2014")

    parts = ("Regulation 12: Safe care and treatment", "F1", "Regulation 12(2)(c)", "Regulation 12(2)(g)", "A1")
    assert list(in_order(said, *parts)) == []
    assert said.count("Medicines were not counted") == 1


def test_the_two_instruments_stand_apart() -> None:
    """Regulation 18 of 2014 and of 2009 are different law, in sections of their own with anchors of their own."""
    page = _page(_with("Regulation 18", "Registration Regulation 18"))

    assert "Regulation 18: Staffing" in section(page.html, "ra2014")
    assert "Registration Regulation 18: Notification of other incidents" in section(page.html, "reg2009")
    assert "Notification" not in section(page.html, "ra2014")
    assert {"ra2014-18", "reg2009-18"} <= page.anchors


def test_regulations_stand_in_the_order_of_the_law() -> None:
    """9A lies between 9 and 10, 20 after 12, whatever order the plan has."""
    said = section(_page(_with("Regulation 20", "Regulation 9A", "Regulation 12", "Regulation 9")).html, "ra2014")

    assert list(in_order(said, "Regulation 9:", "Regulation 9A:", "Regulation 12:", "Regulation 20:")) == []


def test_other_law_has_a_section_of_its_own() -> None:
    """The same law written in two ways of spacing is one group; it is no regulation of CQC's."""
    findings = [
        a_finding(id="F1", other_law="Fire Safety Order 2005"),
        a_finding(id="F2", title="Exits", other_law="Fire Safety  order 2005"),
    ]
    said = section(_page(traced(a_plan(findings=findings))).html, "other-law")

    assert list(in_order(said, "Fire Safety Order 2005", "F1", "F2 Exits")) == []
    assert said.casefold().count("fire safety") == 1


def test_a_finding_without_law_is_not_lost() -> None:
    """It stands in a section of its own."""
    assert "F1 Medicines were not counted" in section(_page(traced()).html, "no-law")


def test_regulations_without_findings_are_named_in_closing_sentences() -> None:
    """For each instrument, how many of those that can be cited have no finding, and which."""
    said = section(_page(_with("Regulation 12")).html, "_without")

    assert "18 of the 19 regulations that can be cited of the Health and Social Care Act 2008" in said
    assert "9A Visiting and accompanying" in said
    assert "12 Safe care" not in said
    assert "No finding cites the Care Quality Commission (Registration) Regulations 2009." in said


def test_a_row_leads_to_evidence_and_to_the_key_question() -> None:
    """From a regulation the evidence is one click away, and so is the finding's key question."""
    finding = a_finding(regulations="Regulation 12", key_questions="safe")
    trace = traced(a_plan(findings=[finding], actions=[an_action(evidence=[a_line("2026-05-01")])]))
    links = Reading(_page(trace).html).links

    assert {"../plans/oak/actions/a1/index.html#evidence-1", "../by-key-question/index.html#safe"} <= set(links)


def test_regulations_can_be_searched_for_by_number_and_name() -> None:
    """The search leads from a regulation's number and name to its place; so it does for other law and the rest."""
    page = _page(_with("Regulation 12(2)(g)", other_law="Fire Safety Order"))
    found = {entry.title: entry.anchor for entry in page.search}

    assert found["Regulation 12: Safe care and treatment"] == "ra2014-12"
    assert found["Fire Safety Order"] == "other-law-1"
    assert "Good governance" in next(entry.text for entry in page.search if entry.anchor == "_without")
    assert {entry.anchor for entry in page.search} - {""} <= page.anchors


def test_several_plans_share_the_page() -> None:
    """Findings of all plans stand under one regulation, each with its full reference."""
    finding = a_finding(regulations="Regulation 12")
    said = words(_page(traced(a_plan(findings=[finding]), a_plan(id="ELM", findings=[finding]))).html)

    assert list(in_order(said, "Regulation 12: Safe care", "OAK/F1", "ELM/F1")) == []


def test_an_empty_project_has_the_page_and_says_so(project: Project) -> None:
    """Without plans the page exists and says that nothing is written."""
    said = made_of(project.write({"plans/services/oak.yaml": "name: Oak\n"})).said("by-regulation/")

    assert "No finding is written yet." in said


def test_what_cannot_be_read_is_shown_as_written() -> None:
    """In a preview of a plan with an error, a regulation that does not exist is quoted and not guessed at."""
    assert "“Regulation 99” is not understood" in words(_page(_with("Regulation 99")).html)


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_words_stay_words(evil: str) -> None:
    """Titles, other law and regulations never become markup."""
    assert faults(_page(_with(evil, title=evil, other_law=[evil, f"{evil} 2"])).html) == []


def test_a_finding_leads_back_to_its_law_and_key_question() -> None:
    """The page of a finding links to where all findings under its regulation, and its key question, stand."""
    trace = _with("Registration Regulation 18", key_questions="safe")
    links = Reading(finding(trace)).links

    for there in ("by-regulation/index.html#reg2009-18", "by-key-question/index.html#safe"):
        assert f"../../../../{there}" in links
