"""What did not last: one list of every time that something closed slipped or was opened again."""

from action_plans.tracing.setbacks import Setback
from tests.builders import a_check, a_closed_action, a_line, an_action, traced_actions


def setbacks(*actions: dict[str, object]) -> tuple[Setback, ...]:
    """Return the setbacks of one plan with these actions."""
    trace = traced_actions(*actions)
    return trace.setbacks(trace.portfolio.plans[0])


def told(*actions: dict[str, object]) -> list[tuple[str, str, str]]:
    """Return the action, the day and what happened of each setback."""
    return [
        (one.action.record.id, one.day.isoformat(), "reopened" if one.reopened is not None else "slipped")
        for one in setbacks(*actions)
    ]


def test_each_slip_and_each_reopening_is_told_the_newest_first() -> None:
    """Two of one action and one of another, by their days."""
    slipped = a_closed_action(id="A1", checks=[a_check("2026-04-28", "slipped")])
    opened = a_closed_action(
        id="A2",
        checks=[a_check("2026-04-20", "slipped")],
        reopened={"date": "2026-04-21", "reason": "The two were not independent"},
    )
    assert told(slipped, opened) == [
        ("A1", "2026-04-28", "slipped"),
        ("A2", "2026-04-21", "reopened"),
        ("A2", "2026-04-20", "slipped"),
    ]


def test_what_holds_again_stays_in_the_list_and_says_so() -> None:
    """A later check that holds takes no slip away."""
    (one,) = setbacks(a_closed_action(checks=[a_check("2026-04-10", "slipped"), a_check("2026-05-06", "holds")]))
    assert one.lasts_since is not None
    assert one.lasts_since.day.isoformat() == "2026-05-06"


def test_its_own_owner_cannot_say_that_it_holds_again() -> None:
    """Only somebody independent can."""
    (one,) = setbacks(a_closed_action(checks=[a_check("2026-04-10", "slipped"), a_check("2026-05-06", by="RM")]))
    assert one.lasts_since is None


def test_evidence_that_does_not_meet_is_a_setback_after_closing_alone() -> None:
    """Before closing it is how things were, and no slip."""
    judged = {"checked_by": "QL", "verdict": "does-not-meet"}
    before = a_closed_action(id="A1", evidence=[a_line("2026-03-01", checked_on="2026-03-02", **judged)])
    after = a_closed_action(id="A2", evidence=[a_line("2026-04-01", checked_on="2026-04-02", **judged)])
    assert told(before, after) == [("A2", "2026-04-02", "slipped")]


def test_what_lies_ahead_is_no_setback() -> None:
    """A reopening planned for tomorrow has not happened, and neither has a check."""
    planned = an_action(
        checks=[a_check("2026-05-20", "slipped")], reopened={"date": "2026-05-20", "reason": "After the visit"}
    )
    assert told(planned) == []
