"""Room: how long an action may still take before it moves a date that somebody wrote."""

from datetime import date, timedelta
from random import Random

import pytest

from tests.builders import TODAY, a_check, a_closed_action, a_plan, an_action, traced, traced_actions


def rooms(*actions: dict[str, object]) -> dict[str, tuple[int, str | None]]:
    """Return the days and what waits, by the action's id."""
    return {ref.removeprefix("OAK/"): (room.days, room.waits) for ref, room in traced_actions(*actions).rooms.items()}


def test_room_is_the_days_from_its_date_to_that_of_what_waits_for_it() -> None:
    """Due on 20 May, and the action that waits for it on 30 May: ten days."""
    found = rooms(an_action(id="A1", due="2026-05-20"), an_action(id="A2", due="2026-05-30", depends_on="A1"))
    assert found == {"A1": (10, "OAK/A2")}


def test_of_several_that_wait_the_first_date_counts() -> None:
    """Two wait, and the nearer of the two is what would be moved first."""
    found = rooms(
        an_action(id="A1", due="2026-05-20"),
        an_action(id="A2", due="2026-06-30", depends_on="A1"),
        an_action(id="A3", due="2026-05-25", depends_on="A1"),
    )
    assert found["A1"] == (5, "OAK/A3")


def test_a_late_action_has_room_from_today() -> None:
    """Due on 1 May, today is 12 May, and the next is due on 29 May: 17 days, not 28."""
    found = rooms(an_action(id="A1", due="2026-05-01"), an_action(id="A2", due="2026-05-29", depends_on="A1"))
    assert found["A1"] == (17, "OAK/A2")


def test_a_slipped_action_is_as_late_as_one_not_done() -> None:
    """Closed, and the newest check failed: what waits for it waits again, from today."""
    slipped = a_closed_action(id="A1", checks=[a_check("2026-05-06", "slipped")])
    assert rooms(slipped, an_action(id="A2", due="2026-05-29", depends_on="A1"))["A1"] == (17, "OAK/A2")


def test_what_comes_after_what_waits_for_it_is_too_late() -> None:
    """Due a week after the action that waits for it: seven days less than none."""
    found = rooms(an_action(id="A1", due="2026-06-05"), an_action(id="A2", due="2026-05-29", depends_on="A1"))
    assert found["A1"] == (-7, "OAK/A2")


def test_what_waits_for_a_stopped_action_waits_for_what_stands_instead() -> None:
    """A1 was stopped and A3 stands instead, so A3 has the room that A2 leaves."""
    stopped = an_action(id="A1", stopped={"date": "2026-04-01", "by": "RM", "because": "Replaced", "instead": "A3"})
    found = rooms(
        stopped,
        an_action(id="A2", due="2026-05-30", depends_on="A1"),
        an_action(id="A3", due="2026-05-20"),
    )
    assert found == {"A3": (10, "OAK/A2")}


def test_a_milestone_that_is_reached_waits_for_nothing() -> None:
    """The same milestone binds until it is reached."""
    action = an_action(id="A1", due="2026-05-20", milestone="MS1")
    open_stone = {"id": "MS1", "title": "Safe nights", "due": "2026-05-31"}
    still = traced(a_plan(actions=[action], milestones=[open_stone]))
    done = traced(a_plan(actions=[action], milestones=[{**open_stone, "reached_on": "2026-05-10"}]))
    assert [(room.days, room.waits) for room in still.rooms.values()] == [(11, "OAK/MS1")]
    assert dict(done.rooms) == {}


def test_an_assessment_whose_day_has_passed_waits_for_nothing() -> None:
    """Nobody is told that an action ends too late for a next assessment that is no longer the next."""
    passed = traced(a_plan(actions=[an_action(due="2026-08-14")], next_assessment="2026-05-11"))
    assert "OAK/A1" not in passed.rooms


def test_the_next_assessment_waits_for_everything() -> None:
    """Nothing else waits, so the assessment is what would come first."""
    room = traced(a_plan(actions=[an_action(due="2026-08-14")], next_assessment="2026-09-01")).rooms["OAK/A1"]
    assert (room.days, room.until, room.waits) == (18, date(2026, 9, 1), None)


def test_what_is_done_needs_no_room() -> None:
    """A closed action that holds, and a stopped one, have none."""
    stopped = an_action(id="A3", stopped={"date": "2026-04-01", "by": "RM", "because": "No longer needed"})
    waits = an_action(id="A2", due="2026-05-30", depends_on=["A1", "A3"])
    assert rooms(a_closed_action(id="A1"), waits, stopped) == {}


@pytest.mark.parametrize("seed", range(40))
def test_rooms_are_those_of_a_second_way_to_find_them(seed: int) -> None:
    """Of plans made by chance, each room is the shortest way to a date, found by trying every pair."""
    chance = Random(seed)  # noqa: S311 -- chance that can be repeated
    due = [TODAY + timedelta(days=chance.randint(-40, 120)) for _ in range(12)]
    closed = {number for number in range(12) if chance.random() < 0.3}
    waits = {number: [other for other in range(number) if chance.random() < 0.25] for number in range(12)}
    actions = [
        (a_closed_action if number in closed else an_action)(
            id=f"A{number}", due=due[number].isoformat(), depends_on=[f"A{other}" for other in waits[number]]
        )
        for number in range(12)
    ]
    expected = {}
    for number in set(range(12)) - closed:
        start = max(TODAY, due[number])
        left = [(due[other] - start).days for other in set(range(12)) - closed if number in waits[other]]
        if left:
            expected[f"A{number}"] = min(left)
    assert {name: days for name, (days, _) in rooms(*actions).items()} == expected
