"""How services stand beside each other, the worst first."""

from collections.abc import Iterable
from datetime import date

import pytest

from action_plans.model.plan import Plan
from action_plans.tracing.standings import month_before, standings
from tests.builders import a_check, a_closed_action, a_plan, an_action, traced


def a_service(name: str, rating: str | None = None, *actions: dict[str, object], **said: object) -> Plan:
    """The plan of a service of its own, whose report of April gave it a rating."""
    rated = {} if rating is None else {"ratings": {"overall": rating}}
    source = {"id": "S1", "kind": "assessment", "title": "Report", "published": "2026-04-01", **rated}
    ref = name.upper().replace(" ", "-")
    return a_plan(id=ref, service=name, sources=[source], actions=actions or [an_action()], **said)


def order(plans: Iterable[Plan]) -> list[str]:
    """Return the names of the services as they are told."""
    return [standing.service.name for standing in standings(traced(*plans))]


def test_the_worst_rating_comes_first() -> None:
    """A service without standing between requires improvement and good, whether it says so or has no rating."""
    plans = [
        a_service("Ash", "outstanding"),
        a_service("Birch", "good"),
        a_service("Cedar", "not-rated"),
        a_service("Dogwood"),
        a_service("Elm", "requires-improvement"),
        a_service("Fir", "inadequate"),
    ]
    expected = ["Fir", "Elm", "Cedar", "Dogwood", "Birch", "Ash"]
    assert order(plans) == order(reversed(plans)) == expected


def test_what_has_slipped_or_is_late_comes_first_whatever_the_rating() -> None:
    """A good service with a late action needs somebody before an inadequate one where all goes to plan."""
    plans = [
        a_service("Ash", "inadequate"),
        a_service("Birch", "good", an_action(due="2026-05-01")),
        a_service("Cedar", "outstanding", a_closed_action(checks=[a_check("2026-04-10", "slipped")])),
    ]
    assert order(plans) == ["Birch", "Cedar", "Ash"]


def test_a_late_answer_comes_first_too() -> None:
    """A regulator that waits for it needs somebody before an inadequate service where all goes to plan."""
    waits = {"id": "S1", "kind": "warning-notice", "title": "Notice", "response_due": "2026-05-01"}
    answered = {**waits, "answered": "2026-05-01"}
    plans = [a_plan(id="BIRCH", service="Birch", sources=[waits]), a_service("Ash", "inadequate")]
    assert order(plans) == ["Birch", "Ash"]
    assert order([a_plan(id="BIRCH", service="Birch", sources=[answered]), plans[1]]) == ["Ash", "Birch"]


def test_no_rating_and_not_rated_weigh_the_same() -> None:
    """So that what has slipped decides between them, whichever of the two it is."""
    slipped = a_closed_action(checks=[a_check("2026-04-10", "slipped")])
    assert order([a_service("Ash"), a_service("Birch", "not-rated", slipped)]) == ["Birch", "Ash"]
    assert order([a_service("Ash", "not-rated"), a_service("Birch", None, slipped)]) == ["Birch", "Ash"]


def test_of_one_rating_what_went_wrong_decides() -> None:
    """What slipped weighs most, then what is late, off track, and closed without proof; of equals, the name."""
    plans = [
        a_service("Ash", "good"),
        a_service("Birch", "good", a_closed_action()),
        a_service("Cedar", "good", a_closed_action(), a_closed_action(id="A2")),
        a_service("Dogwood", "good", an_action(progress="off-track")),
        a_service("Elm", "good", an_action(due="2026-05-01")),
        a_service("Fir", "good", a_closed_action(checks=[a_check("2026-04-10", "slipped")])),
        a_service("Alder", "good"),
    ]
    assert order(plans) == ["Fir", "Elm", "Dogwood", "Cedar", "Birch", "Alder", "Ash"]


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 5, 12), date(2026, 4, 12)),
        (date(2026, 1, 31), date(2025, 12, 31)),
        (date(2026, 2, 28), date(2026, 1, 28)),
        (date(2026, 3, 31), date(2026, 2, 28)),
        (date(2024, 3, 30), date(2024, 2, 29)),
    ],
)
def test_a_month_before_is_the_same_day_or_the_last_of_a_shorter_month(day: date, before: date) -> None:
    """In January it lies in the year before."""
    assert month_before(day) == before


def test_what_happened_since_had_not_happened_a_month_before() -> None:
    """An action stopped, closed, reopened or moved since then counts as it stood; one stopped before stays stopped."""
    plan = a_plan(
        actions=[
            an_action(id="A1", stopped={"date": "2026-04-20"}),
            an_action(id="A2", stopped={"date": "2026-04-01"}),
            a_closed_action(id="A3", closed_on="2026-04-20"),
            a_closed_action(id="A4", reopened=[{"date": "2026-04-20"}], due="2026-07-01"),
            an_action(id="A5", due="2026-04-01", revised=[{"date": "2026-04-20", "due": "2026-07-01"}]),
        ]
    )
    (now,) = standings(traced(plan))
    assert (now.counts.open, now.counts.closed, now.counts.stopped, now.counts.overdue) == (2, 1, 2, 0)
    assert now.before is not None
    assert (now.before.open, now.before.closed, now.before.stopped, now.before.overdue) == (3, 1, 1, 2)
