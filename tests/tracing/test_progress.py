"""Progress over time, from the dates that people wrote."""

import pytest

from action_plans.tracing.progress import Standing
from tests.agreement.random_plans import a_random_plan
from tests.builders import a_check, a_closed_action, a_plan, an_action, traced, traced_actions


def months(*actions: dict[str, object]) -> dict[str, Standing]:
    """Return how these actions stood, by the day."""
    trace = traced_actions(*actions)
    return {one.day.isoformat(): one for one in trace.progress(trace.portfolio.plans[0])}


def test_an_action_counts_as_closed_from_the_month_of_its_closing() -> None:
    """Started in February, closed on 31 March: open at the end of February, closed at the end of March and today."""
    found = months(a_closed_action(started="2026-02-10"))
    assert {day: (one.open, one.closed) for day, one in found.items()} == {
        "2026-02-28": (1, 0),
        "2026-03-31": (0, 1),
        "2026-04-30": (0, 1),
        "2026-05-12": (0, 1),
    }


def test_it_is_verified_from_the_check_on_and_embedded_from_the_later_one() -> None:
    """Checked on 10 April it is verified; checked again on 5 May, 35 days after closing, embedded."""
    found = months(a_closed_action(checks=[a_check("2026-04-10"), a_check("2026-05-05")]))
    assert [(one.verified, one.embedded) for one in found.values()] == [(0, 0), (1, 0), (1, 1)]


def test_what_slipped_in_a_month_was_not_slipped_before() -> None:
    """It held in April and did not in May."""
    found = months(a_closed_action(checks=[a_check("2026-04-10"), a_check("2026-05-05", "slipped")]))
    assert [(one.day.month, one.slipped, one.verified) for one in found.values()] == [(3, 0, 0), (4, 0, 1), (5, 1, 0)]


def test_what_was_opened_again_was_closed_until_then() -> None:
    """Closed on 31 March and opened again on 20 April: closed at the end of March alone."""
    found = months(a_closed_action(reopened={"date": "2026-04-20", "reason": "Not at night"}))
    assert [one.closed for one in found.values()] == [1, 0, 0]


def test_a_stopped_action_is_counted_until_it_was_stopped() -> None:
    """Started in March, stopped in April."""
    stopped = {"date": "2026-04-01", "by": "RM", "because": "No longer needed"}
    assert [one.actions for one in months(an_action(started="2026-03-02", stopped=stopped)).values()] == [1, 0, 0]


def test_dates_that_were_put_off_are_counted_with_their_days() -> None:
    """Put off by 30 days in March and by 7 in May; brought forward in April, which is no delay."""
    moved = [
        {"date": "2026-03-10", "due": "2026-06-30", "reason": "No trainer"},
        {"date": "2026-04-10", "due": "2026-06-20", "reason": "A trainer was found"},
        {"date": "2026-05-10", "due": "2026-06-27", "reason": "The trainer is ill"},
    ]
    found = months(an_action(due="2026-05-31", revised=moved))
    assert [(one.moved, one.moved_days) for one in found.values()] == [(1, 30), (0, 0), (1, 7)]


def test_nothing_is_told_before_anything_happened() -> None:
    """A plan whose actions have no date but their due date has no progress yet."""
    assert months(an_action()) == {}


def test_a_year_far_off_makes_no_page_of_a_hundred_years() -> None:
    """Started in 1926 by a slip of the finger: the last five years are told."""
    assert len(months(an_action(started="1926-03-01"))) <= 61


@pytest.mark.parametrize("seed", range(24))
def test_today_it_says_what_every_page_says(seed: int) -> None:
    """The last standing is that of the counts, of plans made by chance."""
    trace = traced(a_plan(**a_random_plan(seed)))
    plan = trace.portfolio.plans[0]
    counts, now = trace.counts((plan,)), trace.progress(plan)[-1]
    assert (now.actions, now.closed) == (counts.actions - counts.stopped, counts.closed)
    assert (now.slipped, now.verified, now.embedded) == (counts.slipped, counts.verified, counts.embedded)
