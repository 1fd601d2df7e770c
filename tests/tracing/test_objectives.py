"""Objectives: what they do not say, and whether the figures of the day agree with a review."""

import pytest

from action_plans.checking.checker import check
from action_plans.model.problem import Code, Problem
from action_plans.tracing.objectives import TracedObjective
from action_plans.tracing.trace import Trace
from tests.builders import a_plan, traced
from tests.tracing.figures import a_measure

REVIEWED = "2026-04-24"


def trace_with(verdict: str, *figures: list[tuple[str, int]], day: str = REVIEWED, **said: object) -> Trace:
    """Return the trace of an objective reviewed on a day, with a measure for each list of readings; all aim at 95."""
    measures = [
        a_measure(id=f"M{number}", readings=[{"date": when, "value": value} for when, value in several], **said)
        for number, several in enumerate(figures, 1)
    ]
    objective = {
        "id": "O1", "statement": "From 80 to 95 by June", "measures": [one["id"] for one in measures],
        "reviews": [{"date": day, "verdict": verdict}],
    }  # fmt: skip
    return traced(a_plan(objectives=[objective], measures=measures))


def disputed(*args: object, **said: object) -> list[str]:
    """Return the measures whose figures said otherwise."""
    return [one.record.id for one in trace_with(*args, **said).objectives["OAK/O1"].disputed_by]  # type: ignore[arg-type]


def gaps(trace: Trace) -> list[Problem]:
    """Return the gaps that tell of it."""
    return [one for one in check(trace) if one.code is Code.REVIEW_DISPUTED]


def test_achieved_is_disputed_where_a_figure_had_not_met_its_target() -> None:
    """By the readings up to the day of the review, that day included."""
    assert disputed("achieved", [("2026-04-20", 94)], [("2026-04-20", 95)]) == ["M1"]
    assert disputed("achieved", [(REVIEWED, 95)], [("2026-04-20", 96)]) == []


def test_not_achieved_is_disputed_where_every_figure_had_met_its_target() -> None:
    """One that had not is enough to agree; one that cannot be judged settles nothing."""
    assert disputed("not", [("2026-04-20", 95)], [("2026-04-20", 96)]) == ["M1", "M2"]
    assert disputed("not", [("2026-04-20", 95)], [("2026-04-20", 94)]) == []
    assert disputed("not", [("2026-04-20", 95)], []) == []


def test_partly_is_never_disputed() -> None:
    """Whatever the figures say; nor is a review without measures, or with figures that nobody can judge."""
    assert disputed("partly", [("2026-04-20", 99)]) == []
    assert disputed("achieved") == []
    assert disputed("achieved", [("2026-04-20", 50)], better=None) == []
    assert disputed("achieved", []) == []


def test_readings_since_the_review_are_news_and_no_gap() -> None:
    """What was true on its day stays no gap, whatever came later; and what was wrong stays one."""
    fallen = trace_with("achieved", [("2026-04-20", 96), ("2026-05-08", 80)])
    assert gaps(fallen) == []
    assert fallen.objectives["OAK/O1"].has_news
    assert len(gaps(trace_with("achieved", [("2026-04-20", 80), ("2026-05-08", 96)]))) == 1


def test_the_target_that_counted_that_day_counts() -> None:
    """Not today's next one."""
    targets = [{"value": 90, "by": "2026-04-30"}, {"value": 99, "by": "2026-06-30"}]
    assert disputed("achieved", [("2026-04-20", 92)], targets=targets) == []
    assert disputed("achieved", [("2026-04-20", 92)], targets=targets, day="2026-05-02") == ["M1"]


def test_the_newest_review_that_has_come_is_the_one() -> None:
    """Of one day the last written; one of a day to come says nothing yet."""
    reviews = [
        {"date": "2026-04-24", "verdict": "not"}, {"date": "2026-06-24", "verdict": "achieved"},
        {"date": "2026-04-24", "verdict": "partly"}, {"date": "2026-03-01", "verdict": "achieved"},
    ]  # fmt: skip
    trace = traced(a_plan(objectives=[{"id": "O1", "statement": "Better", "reviews": reviews}]))
    newest = trace.objectives["OAK/O1"].newest_review
    assert newest is not None
    assert newest.verdict.value == "partly"


def test_the_gap_says_what_the_figures_were_and_what_to_write() -> None:
    """AP346 names objective, day and figures, stands at the verdict, and gives a review to paste."""
    (gap,) = gaps(trace_with("achieved", [("2026-04-20", 92)]))
    assert gap.message == (
        "O1 was reviewed as achieved on 24 April 2026, but then M1 stood at 92% (target 95%), short of its target."
    )
    assert "date: 2026-05-12" in gap.hint
    (gap,) = gaps(trace_with("not", [("2026-04-20", 95)]))
    assert gap.message.endswith("but then M1 stood at 95% (target 95%): its target was reached.")


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ({}, "Measurable Attainable Relevant Timely"),
        ({"attainable": "It was held in April"}, "Measurable Relevant Timely"),
        ({"measures": "M1", "attainable": "Yes", "aligns_with": "Right care at the right time", "due": "2026-06"}, ""),
        ({"measures": "M9", "due": "2026-06-30"}, "Attainable Relevant"),
    ],
)
def test_what_an_objective_does_not_say_is_known(said: dict[str, object], missing: str) -> None:
    """Each of the five letters that it lacks; a measure that is not there measures nothing."""
    plan = a_plan(objectives=[{"id": "O1", "statement": "From 1 to 2", **said}], measures=[a_measure(id="M1")])
    found: TracedObjective = traced(plan).objectives["OAK/O1"]
    expected = missing.split() if "M9" not in str(said) else ["Measurable", *missing.split()]
    assert [letter.label for letter in found.missing] == expected


def test_what_is_compared_has_to_be_alike() -> None:
    """AP347 where a unit or the better side differs under one name; never for what is alike, or alone."""
    alike = a_plan(id="ELM", measures=[a_measure(compare_as="doses  Signed")])
    other = a_plan(id="ASH", measures=[a_measure(compare_as="Doses signed", unit="of 90", better="lower")])
    ours = a_plan(measures=[a_measure(compare_as="Doses signed")])
    assert [one for one in check(traced(ours, alike)) if one.code is Code.COMPARED_UNLIKE] == []
    assert [one for one in check(traced(other)) if one.code is Code.COMPARED_UNLIKE] == []
    found = [one for one in check(traced(ours, alike, other)) if one.code is Code.COMPARED_UNLIKE]
    assert [one.item for one in found] == ["ASH/M1", "ASH/M1"]
    said = " ".join(one.message for one in found)
    assert "another unit: “of 90” here, “%” there" in said
    assert "“lower” here, “higher” there" in said
