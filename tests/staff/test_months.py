"""What is dated by its month is told by its month: never by a day that nobody wrote, and never `on` it."""

from action_plans.staff.parts.not_to_plan import not_to_plan, rows_of
from action_plans.staff.parts.proofs import result_words
from tests.builders import a_check, a_closed_action, a_line, an_action, traced_actions
from tests.staff.page_making import context_of


def test_a_check_of_this_month_is_not_said_to_be_of_today() -> None:
    """A check dated `2026-05` was found in May 2026, on 12 May as on 31 May."""
    trace = traced_actions(a_closed_action(checks=[a_check("2026-05", "slipped")]))
    context = context_of(trace)
    here = context.at("", trace.portfolio.plans[0])
    (result,) = trace.actions["OAK/A1"].results
    (row,) = rows_of(here, not_to_plan(here, context.problems))

    assert result_words(here, result) == "Quality lead, May 2026: slipped"
    assert row.since == "since May 2026"
    assert any("the check by Quality lead in May 2026 failed" in one.message for one in context.problems)


def test_evidence_checked_in_a_month_is_told_by_it() -> None:
    """The verdict on evidence has the month that was written."""
    line = a_line("2026-04-02", verdict="meets", checked_by="QL", checked_on="2026-04")
    trace = traced_actions(a_closed_action(evidence=[line]))
    here = context_of(trace).at("", trace.portfolio.plans[0])

    assert result_words(here, trace.actions["OAK/A1"].results[0]) == "Quality lead, April 2026: meets"


def test_messages_say_in_a_month() -> None:
    """Closed in March, due in June: no message says `on` of a month."""
    said = [
        problem.message
        for problem in context_of(
            traced_actions(
                a_closed_action(closed_on="2026-03", status="open"),
                an_action(id="A2", due="2026-06", depends_on="A3"),
                an_action(id="A3", due="2026-08"),
            )
        ).problems
    ]

    assert any("but was closed in March 2026" in one for one in said)
    assert any("A2 is due in June 2026 but waits for A3, due in August 2026." in one for one in said)
    assert not any("on March" in one or "on June" in one or "on August" in one for one in said)
