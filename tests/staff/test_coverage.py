"""How much of what was found is covered: one count, the same wherever it stands."""

import re

from action_plans.staff.pages.board_page import board_page
from action_plans.staff.pages.by_key_question_page import by_key_question_page
from action_plans.staff.pages.by_regulation_page import by_regulation_page
from action_plans.staff.parts.coverage import coverage_words
from action_plans.tracing.coverage import Coverage, coverage
from action_plans.tracing.trace import Trace
from tests.builders import a_check, a_closed_action, a_finding, a_line, a_plan, an_action, traced
from tests.staff.page_making import context_of
from tests.staff.reading_html import section, words


def _three() -> Trace:
    """One finding without action, one in hand with evidence, one confirmed; the last stands in two places."""
    return traced(
        a_plan(
            findings=[
                a_finding(id="F1", title="Doors", key_questions="safe", regulations="Regulation 15"),
                a_finding(id="F2", title="Doses", key_questions="safe", regulations="Regulation 12"),
                a_finding(
                    id="F3", title="Audits", key_questions=["safe", "well-led"],
                    regulations=["Regulation 17", "Registration Regulation 18"],
                ),
            ],
            actions=[
                an_action(id="A2", for_="F2", evidence=[a_line("2026-05-01")]),
                a_closed_action(id="A3", for_="F3", checks=[a_check("2026-04-10")]),
            ],
        )
    )  # fmt: skip


def test_each_finding_is_counted_once_for_what_it_has() -> None:
    """An action, evidence that counts (a check is evidence) and a confirmed verdict are counted finding by finding."""
    trace = _three()
    found = trace.findings_of(trace.portfolio.plans[0])

    assert coverage((*found, *found)) == Coverage(findings=3, with_action=2, with_evidence=2, confirmed=1)


def test_evidence_that_does_not_count_covers_nothing() -> None:
    """What lies in the future, is past its review date or is still to come is no evidence for a finding."""
    lines = [a_line("2026-06-01"), a_line("2026-01-01", review_due="2026-02-01"), a_line()]
    trace = traced(a_plan(findings=[a_finding(evidence=lines)], actions=[an_action(evidence=lines)]))

    assert coverage(trace.findings.values()).with_evidence == 0


def test_words_say_all_and_none() -> None:
    """Numbers are said in words, `all` and `none` where they are meant; nothing at all is no finding."""
    assert coverage_words(Coverage(8, 8, 5, 0)) == (
        "eight findings: all with an action, five with evidence that counts, none confirmed as put right"
    )
    assert coverage_words(Coverage(1, 1, 0, 0)).startswith("one finding: one with an action, none with")
    assert coverage_words(Coverage(0, 0, 0, 0)) == "no finding"


def test_the_same_numbers_stand_everywhere() -> None:
    """By key question, by regulation and the board's page say the same in words, the tables the same in numbers."""
    trace = _three()
    context = context_of(trace)
    by_question = by_key_question_page(context).html
    by_law = by_regulation_page(context).html
    said = "Three findings: two with an action, two with evidence that counts, one confirmed as put right."

    assert said in words(by_question)
    assert said in words(by_law)
    assert said in section(board_page(context, trace.portfolio.plans[0]).html, "_standing")
    assert "All findings, each once 3 2 2 1" in words(by_question)
    assert "All findings, each once 3 2 2 1" in words(by_law)


def test_numbers_agree_with_the_rows_beneath_them() -> None:
    """The number of findings of a key question is the number of findings listed under it, and likewise for the rest."""
    html = by_key_question_page(context_of(_three())).html

    assert "Safe 3 2 2 1 " in words(html)
    assert "Well-led 1 1 1 1 " in words(html)
    safe = html.partition('<h2 id="safe">')[2].partition("<h2")[0]
    assert len(set(re.findall(r"findings/(f\d)/", safe))) == 3
    assert safe.count("No action") == 2  # the verdict and the cell of the one finding without
    assert safe.count("No evidence yet") == 1


def test_counts_agree_with_those_of_the_trace() -> None:
    """What has no action here is what the trace counts as unaddressed."""
    trace = _three()
    covered = coverage(trace.findings.values())

    assert covered.findings - covered.with_action == trace.counts(trace.portfolio.plans).unaddressed == 1
