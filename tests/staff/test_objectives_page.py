"""The page of a plan's objectives: five letters, what people wrote, what the figures say."""

from action_plans.model.service import Provider
from action_plans.staff.pages.objectives_page import objectives_page
from action_plans.tracing.trace import Trace
from tests.builders import a_note, a_plan, an_action, traced
from tests.staff.page_making import context_of, plan
from tests.staff.reading_html import Reading, section, words
from tests.tracing.figures import a_measure, weekly

WHOLE: dict[str, object] = {
    "id": "O1", "statement": "From 80 to 95 of 100 doses by June", "attainable": "It was held in April",
    "measures": "M1", "aligns_with": "oo1", "due": "2026-06-30", "expected_result": "Good for Safe",
    "note": "Read on Fridays", "extra": {"Old number": "7"},
    "reviews": [
        {"date": "2026-03-01", "verdict": "not", "because": "Too early"},
        {"date": "2026-04-24", "verdict": "achieved", "because": "96 three times"},
    ],
}  # fmt: skip


def trace_of(*objectives: dict[str, object], **said: object) -> Trace:
    """Return the trace of a plan with objectives and a measure that stands at 70."""
    whole: dict[str, object] = {
        "objectives": list(objectives), "measures": [a_measure(readings=weekly(70))],
        "organisational_objectives": {"OO1": "Right care at the right time"}, **said,
    }  # fmt: skip
    return traced(a_plan(**whole), notes=[a_note(supports="OAK/O1")])


def page(trace: Trace) -> str:
    """Return the page of the first plan's objectives."""
    return objectives_page(context_of(trace), trace.portfolio.plans[0]).html


def test_a_plan_without_objectives_says_so() -> None:
    """The page is there, and no page leads to it."""
    trace = traced(a_plan())
    assert "The plan has no objective yet" in words(page(trace))
    assert "/objectives/" not in plan(trace)


def test_everything_that_was_written_of_an_objective_is_there() -> None:
    """Statement, letters, aims in words, figures, actions, evidence, each review with its reason, notes."""
    trace = trace_of(WHOLE, actions=[an_action(for_=["F1", "O1"])])
    html = page(trace)
    said = words(section(html, "o1"))
    for expected in (
        "O1 From 80 to 95 of 100 doses by June", "It was held in April", "OO1: Right care at the right time",
        "30 June 2026", "Good for Safe", "Read on Fridays", "Old number", "96 three times", "Too early",
        "M1 Doses signed for Behind 70% on 5 January 2026.", "A1 Count medicines Not started", "E1 April audit",
        "Specific Measurable Attainable Relevant Timely",
    ):  # fmt: skip
        assert expected in said
    assert "Missing" not in said
    assert "../../../plans/oak/measures/index.html#m1" in Reading(html).links
    assert Reading(html).faults == []


def test_an_aim_that_no_objective_serves_is_on_the_page() -> None:
    """The plan's own and the provider's: what was written down is found, and the plan leads there."""
    provider = Provider.model_validate(
        {"name": "Westshire Care", "organisational_objectives": {"OO9": "Nobody is alone"}}
    )
    own = {"OO1": "Right care at the right time", "OO2": "A rota four weeks ahead"}
    trace = traced(a_plan(objectives=[WHOLE], measures=[a_measure()], organisational_objectives=own), provider=provider)
    said = words(section(page(trace), "unserved"))
    assert "OO9: Nobody is alone" in said
    assert "OO2: A rota four weeks ahead" in said
    assert "OO1" not in said
    bare = traced(a_plan(organisational_objectives=own))
    assert "OO1: Right care" in words(section(page(bare), "unserved"))
    assert "/objectives/" in plan(bare)


def test_what_is_missing_of_the_five_letters_is_asked_for() -> None:
    """Each letter that is not said, with the field to write it in."""
    html = page(trace_of({"id": "O1", "statement": "Better"}))
    said = words(html)
    assert "Measurable: missing" in said
    for field in ("measures", "attainable", "aligns_with", "due"):
        assert f"<code>{field}</code>" in html
    assert "Not reviewed yet Nobody has written whether it is being reached." in said
    assert "One lacks one of the five letters." in said


def test_a_review_that_the_figures_disputed_says_so_before_the_facts() -> None:
    """The gap stands under the verdict that people wrote, with a review to write."""
    said = words(section(page(trace_of(WHOLE)), "o1"))
    assert "Achieved Reviewed 24 April 2026: 96 three times." in said
    assert "O1 was reviewed as achieved on 24 April 2026, but then M1 stood at 70% (target 95%)" in said
    assert said.index("stood at 70") < said.index("Attainable")


def test_what_readings_since_then_say_is_news() -> None:
    """Newer figures than the review are told, and are no gap."""
    measure = a_measure(readings=[{"date": "2026-04-20", "value": 96}, {"date": "2026-05-08", "value": 70}])
    said = words(page(trace_of(WHOLE, measures=[measure])))
    assert "There are newer figures since that review: M1 behind." in said
    assert "stood at" not in said


def test_several_are_compared_at_a_glance() -> None:
    """Each in a row: what people wrote, and what the figures say; the first sentence counts them."""
    second: dict[str, object] = {"id": "O2", "statement": "Second", "due": "2026-07-01"}
    html = page(trace_of(WHOLE, second))
    table = words(html.partition("<table")[2].partition("</table>")[0])
    assert "O1 From 80 to 95 of 100 doses by June due 30 June 2026 Achieved 24 April 2026 M1 70% Behind" in table
    assert "O2 Second due 1 July 2026 Not reviewed yet No measure" in table
    assert "Two objectives: one achieved and one not reviewed yet." in words(html)
    assert "The figures said otherwise on the day of the review of O1." in words(html)
