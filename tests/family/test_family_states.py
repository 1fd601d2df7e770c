"""How an action stands, as families are told: honest about what is late, changed, or has not worked."""

import pytest

from action_plans.family.telling.told_states import FamilyState, family_state
from tests.builders import TODAY, a_check, a_closed_action, an_action, the_action
from tests.family.family_projects import TOPIC_PAGE, a_home, done_action, edition, page, told_action


def done_again(opened: str, checked: str) -> dict[str, object]:
    """Return an action that was opened again on a day, closed on 8 May and found to hold on another day."""
    return a_closed_action(closed_on="2026-05-08", reopened=[{"date": opened}], checks=[a_check(checked)])


@pytest.mark.parametrize(
    ("action", "state"),
    [
        (an_action(), FamilyState.WAITING),
        (an_action(started="2026-04-01"), FamilyState.WORKING),
        (an_action(updates=[{"date": "2026-05-01", "text": "Begun"}]), FamilyState.WORKING),
        (an_action(progress="on-track"), FamilyState.WORKING),
        (an_action(due="2026-05-20", progress="at-risk"), FamilyState.WORKING),
        (an_action(progress="not-started"), FamilyState.WAITING),
        (an_action(due="2026-04-30"), FamilyState.LATE),
        (an_action(due="2026-06-30", revised=[{"date": "2026-05-01", "due": "2026-08-31"}]), FamilyState.LATE),
        (an_action(due="2026-05-31", revised=[{"date": "2026-05-01", "due": "2026-05-20"}]), FamilyState.WAITING),
        (an_action(due="2026-05-01"), FamilyState.WAITING),
        (a_closed_action(), FamilyState.CHECKING),
        (a_closed_action(checks=[a_check("2026-04-10")]), FamilyState.DONE),
        (a_closed_action(checks=[a_check("2026-05-10")]), FamilyState.DONE),
        (a_closed_action(checks=[a_check("2026-04-10", by="RM")]), FamilyState.CHECKING),
        (a_closed_action(checks=[a_check("2026-04-10", "slipped")]), FamilyState.NOT_WORKED),
        (a_closed_action(reopened=[{"date": "2026-04-10"}]), FamilyState.NOT_WORKED),
        (a_closed_action(closed_on="2026-05-08", checks=[a_check("2026-04-10")]), FamilyState.DONE),
        (done_again("2026-04-28", "2026-04-10"), FamilyState.CHECKING),
        (done_again("2026-04-28", "2026-04-28"), FamilyState.DONE),
        (done_again("2026-04", "2026-04-02"), FamilyState.DONE),
        (done_again("2026-05-01", "2026-04"), FamilyState.CHECKING),
        (done_again("2026-04-20", "2026-04"), FamilyState.DONE),
        (an_action(stopped={"date": "2026-04-10"}), FamilyState.CHANGED),
    ],
    ids=lambda value: value.value if isinstance(value, FamilyState) else None,
)
def test_each_action_has_one_honest_state(action: dict[str, object], state: FamilyState) -> None:
    """Stopped, not worked, done, late and begun are told apart, and a month is late only once it is over."""
    assert family_state(the_action(action), TODAY) is state


def test_a_check_from_before_it_was_done_again_does_not_say_that_it_works() -> None:
    """Checked, opened again and closed: families are told that it is being checked, and not of the old check."""
    again = done_action(closed_on="2026-05-08", checks=[a_check("2026-04-10")], reopened=[{"date": "2026-04-28"}])
    words = page(edition(a_home(again)), TOPIC_PAGE)
    assert "Done. We are checking it works" in words
    assert "Someone else" not in words


def test_late_shows_the_month_first_told_and_the_new_one() -> None:
    """What was moved beyond its month shows both months and the reason."""
    moved = told_action(
        due="2026-04-30", revised=[{"date": "2026-05-01", "due": "2026-06-15"}], reason="The firm is late."
    )
    words = page(edition(a_home(moved)), TOPIC_PAGE)
    assert "Late We count the medicines each day. We said April 2026. The firm is late. We now plan June 2026." in words


def test_late_without_a_new_month_or_a_reason_says_so() -> None:
    """Nothing is made up: there is no new month, and the reason has not been said."""
    words = page(edition(a_home(told_action(due="2026-04-30"))), TOPIC_PAGE)
    assert "We said April 2026. We have not said why yet. Please ask us. We do not have a new month yet." in words


def test_every_month_that_was_told_and_not_kept_is_named() -> None:
    """Where the new month is over too, both are told, and none is made up after them."""
    moved = told_action(due="2026-03-31", revised=[{"date": "2026-04-01", "due": "2026-04-30"}])
    words = page(edition(a_home(moved)), TOPIC_PAGE)
    assert "We said March 2026. Then we said April 2026. We have not said why" in words
    assert "We do not have a new month yet." in words


def test_what_was_late_and_is_done_keeps_both_months() -> None:
    """Having been late is not forgotten with the closing."""
    done = done_action(closed_on="2026-05-04", checks=[a_check("2026-05-10")])
    words = page(edition(a_home(done)), TOPIC_PAGE)
    assert "We said March 2026. We did it in May 2026. Someone else checked it in May 2026." in words
    assert "We did this in" not in words


def test_what_holds_in_part_is_told_so() -> None:
    """A check that found it partly so is neither hidden nor called proof."""
    words = page(edition(a_home(done_action(checks=[a_check("2026-04-10", "partly")]))), TOPIC_PAGE)
    assert "Done. We are checking it works We trained all our nurses. We did this in March 2026." in words
    assert "Someone else checked it in April 2026. It works in part so far." in words


def test_a_check_that_failed_is_told() -> None:
    """What slipped says that somebody found so, and promises no month that nobody gave."""
    slipped = done_action(checks=[a_check("2026-05-06", "slipped")], due="2026-12-31", reason="Some staff missed it.")
    words = page(edition(a_home(slipped)), TOPIC_PAGE)
    assert "Someone else checked it in May 2026. It did not work yet. Some staff missed it." in words
    assert "We do not have a new month yet." in words
    assert "December" not in words


@pytest.mark.parametrize("action", [told_action(started="2026-04-01"), told_action()], ids=["working", "waiting"])
def test_what_is_not_late_says_what_is_aimed_for(action: dict[str, object]) -> None:
    """A month ahead is an aim: whether it is a thing to finish or one that goes on, the sentence is true."""
    words = page(edition(a_home(action)), TOPIC_PAGE)
    assert "We aim for the end of July 2026." in words
    assert "finish" not in words


def test_who_checked_is_someone_else() -> None:
    """A check is told with its month, never with the role that made it."""
    words = page(edition(a_home(done_action(checks=[a_check("2026-04-10")]))), TOPIC_PAGE)
    assert "We did this in March 2026. Someone else checked it in April 2026." in words
    assert "uality lead" not in words


def test_a_stopped_action_says_that_the_plan_changed() -> None:
    """A stopped action is shown with its reason for families, never with the internal one."""
    stopped = told_action(stopped={"date": "2026-04-10", "because": "No money"}, reason="A course did not help.")
    words = page(edition(a_home(stopped)), TOPIC_PAGE)
    assert "We changed our plan We count the medicines each day. A course did not help." in words
    assert "No money" not in words


def test_what_has_not_worked_says_when_it_is_tried_again() -> None:
    """Work that was opened again names the month that is planned now."""
    again = done_action(due="2026-06-30", reopened=[{"date": "2026-04-20"}], reason="Some staff missed it.")
    words = page(edition(a_home(again)), TOPIC_PAGE)
    assert "it has not worked yet We trained all our nurses. We did this in March 2026. Some staff missed it." in words
    assert "We are trying again. We aim for the end of June 2026." in words
