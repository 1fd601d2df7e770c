"""The newest proof of a thing: which it is, what is said of it, and when it is old."""

from datetime import date

import pytest

from action_plans.tracing.rules import why_unchecked
from action_plans.tracing.states import WhyUnchecked
from action_plans.tracing.strength import is_old
from tests.builders import a_check, a_closed_action, a_line, a_plan, an_action, the_action, traced

MET = {"checked_by": "QL", "checked_on": "2026-04-10", "verdict": "meets"}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"checks": [a_check("2026-05-06", "slipped")]}, "6 May 2026: slipped"),
        ({"evidence": [a_line("2026-04-01", **MET)]}, "10 April 2026: meets"),
        ({"evidence": [a_line("2026-04-01")]}, "1 April 2026"),
        ({"evidence": [a_line("2026-04-01", **MET)], "checks": [a_check("2026-04-09")]}, "10 April 2026: meets"),
        ({"evidence": [a_line("2026-04-11")], "checks": [a_check("2026-04-10")]}, "11 April 2026"),
        ({"evidence": [a_line("2026-04-10")], "checks": [a_check("2026-04-10", "slipped")]}, "10 April 2026: slipped"),
    ],
)
def test_the_newest_proof_is_told_with_its_day_and_what_it_says(said: dict[str, object], words: str) -> None:
    """A check says its result, evidence what somebody judged, and what nobody judged its day alone."""
    newest = the_action(a_closed_action(**said)).newest_proof
    assert newest is not None
    assert newest.words.replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(("today", "old"), [(date(2026, 4, 1), False), (date(2026, 4, 2), True)])
def test_what_is_older_than_twelve_months_is_old(today: date, old: bool) -> None:
    """On the day on which they are full it is not; where there is nothing, nothing is old."""
    action = the_action(a_closed_action(evidence=[a_line("2025-04-01")]), today=today)
    assert action.strength.newest is not None
    assert (action.strength.is_old(today), is_old(action.strength.newest, today)) == (old, old)
    assert not the_action(an_action()).strength.is_old(today)


@pytest.mark.parametrize(("today", "due"), [(date(2025, 6, 1), False), (date(2025, 6, 2), True)])
def test_what_is_embedded_is_looked_at_again_after_a_year(today: date, due: bool) -> None:
    """Counted from the newest look of somebody independent: the owner's own does not put it off."""
    checks = [a_check("2024-06-01"), a_check("2025-05-01", by="RM"), a_check("2024-05-01")]
    action = the_action(a_closed_action(closed_on="2024-03-31", checks=checks[:1] + checks[2:]), today=today)
    assert action.is_look_due is due
    assert action.last_looked == (date(2024, 6, 1) if due else None)
    own = the_action(a_closed_action(closed_on="2024-03-31", checks=checks), today=today)
    assert not own.is_look_due


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"evidence": [a_line("2026-04-01")]}, WhyUnchecked.NOBODY),
        ({"checks": [a_check("2026-03-31", "slipped")]}, WhyUnchecked.FAILED),
        ({"checks": [a_check("2026-04-10", "partly")]}, WhyUnchecked.PARTLY),
        ({"evidence": [a_line("2026-04-01", verdict="meets")]}, WhyUnchecked.NAMELESS),
        ({"checks": [a_check("2026-04-10", by="RM")]}, WhyUnchecked.OWNER),
        ({"evidence": [a_line("2026-04-01", **{**MET, "by": "QL"})]}, WhyUnchecked.AUTHOR),
    ],
)
def test_what_proof_lacks_is_said(said: dict[str, object], why: WhyUnchecked) -> None:
    """The newest result decides; of what is proven nothing is said."""
    assert the_action(a_closed_action(**said)).why_unchecked is why
    assert the_action(a_closed_action(checks=[a_check("2026-04-10")])).why_unchecked is None
    plan = a_plan(actions=[a_closed_action()])
    people = traced(plan).people["OAK"]
    assert why_unchecked(plan.actions[0], None, people) is WhyUnchecked.NOBODY


def test_a_milestone_waits_for_what_does_not_hold() -> None:
    """Closed and shown is no longer waited for; closed with nothing to show is, and so is what is open."""
    actions = [
        a_closed_action(checks=[a_check("2026-04-10")]),
        a_closed_action(id="A2"),
        an_action(id="A3"),
        a_closed_action(id="A4", checks=[a_check("2026-04-10", "slipped")]),
    ]
    stones = [{"id": "MS1", "title": "Safe", "due": "2026-05-11"}]
    actions = [{**action, "milestone": "MS1"} for action in actions]
    stone = traced(a_plan(actions=actions, milestones=stones)).milestones["OAK/MS1"]
    assert stone.waits_for == ("OAK/A2", "OAK/A3", "OAK/A4")
    assert stone.is_missed
