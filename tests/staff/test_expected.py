"""When CQC is expected is one sentence on every page, before that day and after it."""

import pytest

from action_plans.staff.pages.board_page import board_page
from action_plans.staff.pages.service_pages import services_page
from action_plans.staff.pages.timeline_page import timeline_page
from tests.builders import a_plan, traced
from tests.staff.page_making import context_of, home, plan
from tests.staff.reading_html import section, words


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-09-01", "is expected by 1 September 2026"),
        ("2026-04-01", "was expected by 1 April 2026"),
        ("2026-04", "was expected by April 2026"),
    ],
)
def test_plan_and_timeline_say_the_same(day: str, said: str) -> None:
    """A day that has passed is told as one that has passed."""
    trace = traced(a_plan(next_assessment=day))

    assert f"CQC {said}" in words(plan(trace))
    assert f"the next assessment {said}" in words(timeline_page(context_of(trace), trace.portfolio.plans[0]).html)


def test_a_passed_day_is_told_on_the_first_page() -> None:
    """It is known, so neither nothing is said nor that it is not known."""
    late = a_plan(next_assessment="2026-04-01")
    both = traced(late, a_plan(id="ELM", service="Elm House"))

    assert "CQC was expected by 1 April 2026." in words(home(traced(late)))
    assert "Was expected by 1 April 2026" in section(home(both), "services")
    assert "Was expected by 1 April 2026" in words(services_page(context_of(both)).html)


@pytest.mark.parametrize(
    ("day", "said"), [("2026-06-12", "Friday 12 June 2026"), ("2026-05-01", "was due Friday 1 May 2026")]
)
def test_a_review_that_has_passed_is_not_told_as_one_to_come(day: str, said: str) -> None:
    """On the plan's own page and on its board summary."""
    trace = traced(a_plan(next_review=day))
    board = words(board_page(context_of(trace), trace.portfolio.plans[0]).html)

    assert f"next review {said}".lower() in words(plan(trace)).lower()
    assert f"next review of the plan: {said}".lower() in board.lower()
