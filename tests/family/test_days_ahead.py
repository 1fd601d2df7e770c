"""What is dated on a day that has not come has not happened: families are told how things stand without it."""

import pytest

from tests.builders import a_check
from tests.family.family_projects import (
    HOME_PAGE,
    TOPIC,
    TOPIC_PAGE,
    a_home,
    codes,
    done_action,
    edition,
    main_of,
    page,
    told_action,
)

ANSWERS = "oakfield-house/you-said-we-did.html"
APPROVED = {"by": "RM", "fingerprint": "0" * 64}


@pytest.mark.parametrize(
    ("action", "told", "never"),
    [
        (done_action(closed_on="2026-06-10", due="2026-06-30"), "We aim for the end of June 2026.", "Done"),
        (
            done_action(closed_on="2026-06-10", due="2026-06-30", status="closed", started="2026-03-01"),
            "We are working on this",
            "Done",
        ),
        (told_action(stopped={"date": "2026-06-10", "because": "No money"}), "Not started yet", "We changed our plan"),
        (
            done_action(closed_on="2026-04-01", checks=[a_check("2026-04-10")], reopened=[{"date": "2026-06-10"}]),
            "Done, and it works",
            "not worked yet",
        ),
        (
            told_action(due="2026-06-30", revised=[{"date": "2026-06-10", "due": "2026-09-30"}]),
            "We aim for the end of June 2026.",
            "Late",
        ),
        (done_action(closed_on="2026-05", due="2026-06-30"), "Done", "We aim"),
    ],
    ids=["closed", "status too", "stopped", "opened again", "moved", "a month that has begun"],
)
def test_what_lies_ahead_is_not_told_as_past(action: dict[str, object], told: str, never: str) -> None:
    """The action is told, and counted on the home page, as it stands today."""
    built = edition(a_home(action))
    assert told in main_of(built, TOPIC_PAGE)
    assert never not in main_of(built, TOPIC_PAGE)
    if "Done" not in told:
        assert "is done" not in main_of(built, HOME_PAGE)


def test_an_answer_of_a_month_to_come_is_left_out() -> None:
    """What was done already is told, what is dated ahead is not."""
    said = [
        {"said": "The soup is cold.", "did": "We warm the plates.", "month": "2026-04"},
        {"said": "The room is dark.", "did": "We bought new lamps.", "month": "2026-12"},
    ]
    words = page(edition(a_home(told={"you_said": said})), ANSWERS)
    assert "We warm the plates." in words
    assert "lamps" not in words
    assert "December" not in words


@pytest.mark.parametrize(
    ("day", "told"),
    [("2030-01-01", "We have not said here when we last checked"), ("2026-05-02", "We last checked what it says in")],
)
def test_nobody_has_checked_a_page_on_a_day_to_come(day: str, told: str) -> None:
    """An approval dated ahead is no day on which the page was read."""
    built = edition(a_home(topic={**TOPIC, "approved": {**APPROVED, "date": day}}))
    assert codes(built) == []
    assert told in page(built, TOPIC_PAGE)
