"""The condition of an action, as the data contract orders them: the first that fits."""

from datetime import date

import pytest

from action_plans.tracing.states import Condition
from tests.builders import a_check, a_closed_action, a_line, a_plan, an_action, the_action, traced, traced_actions

STOPPED = {"date": "2026-04-01", "because": "Replaced"}
LATE = an_action(id="A2", due="2026-05-11")
OPEN_LATER = an_action(id="A2", due="2026-08-31")
OPEN_SOONER = an_action(id="A2", due="2026-05-13")


def condition_of(first: dict[str, object], *others: dict[str, object]) -> Condition:
    """Return the condition of A1, with other actions in its plan, on 12 May 2026."""
    return traced_actions(first, *others).actions["OAK/A1"].condition


def test_a_stopped_action_is_stopped_whatever_else_is_said() -> None:
    """Stopped comes before everything: late, closed or failing makes no difference."""
    slipped = a_closed_action(stopped=STOPPED, checks=[a_check("2026-04-20", "slipped")])
    assert condition_of(slipped) is Condition.STOPPED
    assert condition_of(an_action(due="2026-04-01", stopped=STOPPED)) is Condition.STOPPED


def test_a_closed_action_whose_newest_result_fails_has_slipped() -> None:
    """A check that says slipped after closing makes the closed action slip."""
    assert condition_of(a_closed_action(checks=[a_check("2026-04-01", "slipped")])) is Condition.SLIPPED


def test_evidence_that_does_not_meet_makes_a_closed_action_slip() -> None:
    """A verdict on evidence counts like a check, by the day of the checking."""
    line = a_line("2026-03-30", checked_by="QL", checked_on="2026-04-10", verdict="does-not-meet")
    assert condition_of(a_closed_action(evidence=[line])) is Condition.SLIPPED


def test_a_failing_result_on_the_day_of_closing_does_not_make_it_slip() -> None:
    """Only a result after closing tells that something closed no longer holds."""
    assert condition_of(a_closed_action(checks=[a_check("2026-03-31", "slipped")])) is Condition.CLOSED


def test_a_newer_result_that_holds_mends_a_slip() -> None:
    """The newest result decides: slipped, then holding again, is closed."""
    checks = [a_check("2026-05-02", "holds"), a_check("2026-04-10", "slipped")]
    assert condition_of(a_closed_action(checks=checks)) is Condition.CLOSED


def test_partly_is_no_slip() -> None:
    """A result in part neither fails nor proves."""
    assert condition_of(a_closed_action(checks=[a_check("2026-04-10", "partly")])) is Condition.CLOSED


def test_a_closing_day_closes_without_a_status() -> None:
    """`status` may be left out: `closed_on` says it."""
    assert condition_of(a_closed_action()) is Condition.CLOSED


def test_a_status_closes_without_a_closing_day() -> None:
    """`status: closed` alone closes."""
    assert condition_of(an_action(status="closed")) is Condition.CLOSED


@pytest.mark.parametrize(("day", "expected"), [("2026-03-30", Condition.CLOSED), ("2026-03-31", Condition.OVERDUE)])
def test_a_reopening_on_or_after_the_closing_day_opens_again(day: str, expected: Condition) -> None:
    """One before it belongs to an earlier closing."""
    assert condition_of(a_closed_action(reopened=[{"date": day}])) is expected


def test_an_action_is_late_from_the_day_after_it_is_due() -> None:
    """Due today is not late, due yesterday is."""
    assert condition_of(an_action(due="2026-05-12")) is Condition.DUE_SOON
    assert condition_of(an_action(due="2026-05-11")) is Condition.OVERDUE


def test_a_month_is_due_on_its_last_day() -> None:
    """`due: 2026-05` is not late before June."""
    action = an_action(due="2026-05")
    assert the_action(action, today=date(2026, 5, 31)).condition is Condition.DUE_SOON
    assert the_action(action, today=date(2026, 6, 1)).condition is Condition.OVERDUE


def test_the_newest_revision_gives_the_due_date() -> None:
    """Of several revisions the newest by its day counts, wherever it is written; on one day the one written last."""
    newest_first = [{"date": "2026-05-01", "due": "2026-09-30"}, {"date": "2026-04-01", "due": "2026-05-01"}]
    assert the_action(an_action(due="2026-04-01", revised=newest_first)).due.iso == "2026-09-30"
    one_day = [{"date": "2026-05-01", "due": "2026-09-30"}, {"date": "2026-05-01", "due": "2026-10-31"}]
    assert the_action(an_action(due="2026-04-01", revised=one_day)).due.iso == "2026-10-31"


def test_a_moved_action_is_not_late_before_its_new_date() -> None:
    """The first date is shown, but it is the newest that makes late."""
    moved = an_action(due="2026-04-01", revised=[{"date": "2026-04-01", "due": "2026-09-30"}])
    assert condition_of(moved) is Condition.NOT_STARTED


def test_late_comes_before_all_that_an_open_action_can_be() -> None:
    """A late action is late although it waits and its owner calls it off track."""
    late = an_action(due="2026-05-01", depends_on="A2", progress="off-track")
    assert condition_of(late, OPEN_LATER) is Condition.OVERDUE


def test_waiting_for_something_due_later_forecasts_lateness() -> None:
    """An unfinished dependency that is due after this action makes it likely late, before blocked is asked."""
    assert condition_of(an_action(due="2026-05-20", depends_on="A2"), OPEN_LATER) is Condition.LATE_FORECAST


def test_waiting_through_others_forecasts_lateness() -> None:
    """The one due later may stand several unfinished steps away."""
    first = an_action(due="2026-07-31", depends_on="A2")
    second = an_action(id="A2", due="2026-06-30", depends_on="A3")
    third = an_action(id="A3", due="2026-06-15", depends_on="A4")
    fourth = an_action(id="A4", due="2026-08-31")
    assert condition_of(first, second, third, fourth) is Condition.LATE_FORECAST


def test_a_finished_step_between_ends_the_waiting() -> None:
    """What a closed dependency once waited for holds nobody up."""
    first = an_action(due="2026-07-31", depends_on="A2")
    closed = a_closed_action(id="A2", depends_on="A3")
    assert condition_of(first, closed, an_action(id="A3", due="2026-08-31")) is Condition.NOT_STARTED


def test_a_dependency_due_on_the_same_day_forecasts_nothing() -> None:
    """Only one that is due after this action does."""
    same = an_action(id="A2", due="2026-07-31")
    assert condition_of(an_action(depends_on="A2"), same) is Condition.NOT_STARTED


def test_the_moved_date_of_a_dependency_counts() -> None:
    """A dependency moved beyond this action makes it likely late, although it was first due before."""
    moved = an_action(id="A2", due="2026-06-30", revised=[{"date": "2026-05-01", "due": "2026-08-31"}])
    assert condition_of(an_action(depends_on="A2"), moved) is Condition.LATE_FORECAST


def test_an_action_is_blocked_by_a_late_dependency() -> None:
    """However far off it is itself."""
    assert condition_of(an_action(due="2027-01-31", depends_on="A2"), LATE) is Condition.BLOCKED


def test_only_a_direct_dependency_blocks_by_being_late() -> None:
    """Lateness two steps away is told of the step between."""
    first = an_action(due="2026-07-31", depends_on="A2")
    second = an_action(id="A2", due="2026-06-30", depends_on="A3")
    late = an_action(id="A3", due="2026-05-01")
    conditions = traced_actions(first, second, late).actions
    assert conditions["OAK/A1"].condition is Condition.NOT_STARTED
    assert conditions["OAK/A2"].condition is Condition.BLOCKED


@pytest.mark.parametrize(
    ("due", "expected"), [("2026-05-26", Condition.BLOCKED), ("2026-05-27", Condition.NOT_STARTED)]
)
def test_an_action_due_within_14_days_is_blocked_by_anything_unfinished(due: str, expected: Condition) -> None:
    """Fourteen days ahead it is, fifteen it is not."""
    assert condition_of(an_action(due=due, depends_on="A2"), OPEN_SOONER) is expected


def test_a_slipped_dependency_is_finished() -> None:
    """Finished means closed, whether it holds or not."""
    slipped = a_closed_action(id="A2", checks=[a_check("2026-04-20", "slipped")])
    assert condition_of(an_action(due="2026-05-20", depends_on="A2"), slipped) is Condition.DUE_SOON


def test_a_stopped_dependency_with_nothing_instead_is_finished() -> None:
    """Nobody waits for what was given up."""
    stopped = an_action(id="A2", due="2026-05-01", stopped=STOPPED)
    assert condition_of(an_action(depends_on="A2"), stopped) is Condition.NOT_STARTED


def test_a_stopped_dependency_counts_as_what_stands_instead() -> None:
    """Through several that were stopped, to the live one at the end."""
    stopped = an_action(id="A2", due="2026-05-01", stopped={**STOPPED, "instead": "A3"})
    again = an_action(id="A3", due="2026-05-01", stopped={**STOPPED, "instead": "A4"})
    live = an_action(id="A4", due="2026-08-31")
    trace = traced_actions(an_action(depends_on="A2"), stopped, again, live)
    assert trace.actions["OAK/A1"].condition is Condition.LATE_FORECAST
    assert trace.actions["OAK/A1"].holding_up == ("OAK/A4",)


def test_what_the_owner_says_comes_before_due_soon() -> None:
    """Off track and at risk are told even where the date is near."""
    assert condition_of(an_action(due="2026-05-20", progress="off-track")) is Condition.OFF_TRACK
    assert condition_of(an_action(due="2026-05-20", progress="at-risk")) is Condition.AT_RISK
    assert condition_of(an_action(due="2026-05-20", progress="on-track")) is Condition.DUE_SOON


@pytest.mark.parametrize(
    ("due", "expected"), [("2026-05-26", Condition.DUE_SOON), ("2026-05-27", Condition.NOT_STARTED)]
)
def test_due_soon_means_within_14_days(due: str, expected: Condition) -> None:
    """Fourteen days ahead it is, fifteen it is not."""
    assert condition_of(an_action(due=due)) is expected


def test_progress_is_taken_at_its_word() -> None:
    """Not started stays so, though work has begun, where the owner says it; on track likewise."""
    assert condition_of(an_action(progress="not-started", started="2026-05-01")) is Condition.NOT_STARTED
    assert condition_of(an_action(progress="on-track")) is Condition.ON_TRACK


def test_without_progress_a_start_or_an_update_puts_it_on_track() -> None:
    """Before either it is not started."""
    assert condition_of(an_action()) is Condition.NOT_STARTED
    assert condition_of(an_action(started="2026-05-01")) is Condition.ON_TRACK
    assert condition_of(an_action(updates=[{"date": "2026-05-01", "text": "Begun"}])) is Condition.ON_TRACK


def test_progress_of_a_closed_action_is_ignored() -> None:
    """It was the state on the way, not the end."""
    assert condition_of(a_closed_action(progress="off-track")) is Condition.CLOSED


def test_dependencies_reach_into_other_plans() -> None:
    """`ELM/A1` holds up as an action of the same plan would."""
    elm = a_plan(id="ELM", actions=[an_action(due="2026-08-31")])
    oak = a_plan(actions=[an_action(depends_on="ELM/A1")])
    assert traced(oak, elm).actions["OAK/A1"].condition is Condition.LATE_FORECAST
