"""What was done while a figure moved."""

from action_plans.tracing.measure_events import measure_events
from tests.builders import a_check, a_closed_action, a_plan, an_action, traced

MEASURE = {"id": "M1", "title": "Right counts", "unit": "%"}


def events(*actions: dict[str, object]) -> list[tuple[str, str, str]]:
    """Return what is told beside M1: day, action and what was done."""
    plan = a_plan(measures=[MEASURE, {**MEASURE, "id": "M2"}], actions=actions)
    trace = traced(plan)
    found = measure_events(trace.measures_of(plan)[0], trace.actions_of(plan), trace.references)
    return [(event.day.isoformat(), event.ref, event.done.value) for event in found]


def test_a_small_test_begins_with_its_month_and_a_closing_stands_on_its_last_day() -> None:
    """So that neither is told nearer to the change of a figure than it was."""
    action = an_action(pilots=[{"from": "2026-03"}])
    assert events(action, a_closed_action(id="A2", closed_on="2026-03")) == [
        ("2026-03-01", "OAK/A1", "pilot"),
        ("2026-03-31", "OAK/A2", "closed"),
    ]


def test_a_test_that_names_another_measure_is_not_told_here() -> None:
    """One that names none belongs to every measure of its action."""
    day = {"from": "2026-03-05"}
    pilots = [{**day, "measures": ["M2"]}, {**day, "measures": ["M1"], "from": "2026-04-05"}, {"where": "No day yet"}]
    assert events(an_action(pilots=pilots)) == [("2026-04-05", "OAK/A1", "pilot")]


def test_what_did_not_hold_is_told_as_that_and_what_lies_ahead_or_was_stopped_not() -> None:
    """In order of date, whatever the order of writing."""
    assert events(
        a_closed_action(id="A4", closed_on="2026-05-13"),
        a_closed_action(id="A3", stopped={"date": "2026-04-02"}),
        a_closed_action(id="A2", reopened=[{"date": "2026-04-20"}]),
        a_closed_action(closed_on="2026-02-01", checks=[a_check("2026-04-10", "slipped")]),
    ) == [
        ("2026-02-01", "OAK/A1", "closed, slipped since"),
        ("2026-03-31", "OAK/A2", "closed, reopened since"),
    ]
