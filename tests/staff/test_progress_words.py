"""How a plan went on, in the sentence over its picture."""

import pytest

from action_plans.staff.parts.progress import progress
from tests.builders import a_check, a_closed_action, an_action, traced_actions
from tests.staff.page_making import context_of

PROVEN = [a_check("2026-04-10")]


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ([an_action(started="2026-04-01")], "Today the one action is not closed."),
        ([an_action(started="2026-04-01"), an_action(id="A2")], "Today none of 2 actions is closed."),
        ([a_closed_action()], "Today the one action is closed, but without proof; none is verified."),
        (
            [a_closed_action(), an_action(id="A2")],
            "Today 1 of 2 actions is closed, but without proof; none is verified.",
        ),
        (
            [a_closed_action(checks=PROVEN), a_closed_action(id="A2"), an_action(id="A3")],
            "Today 2 of 3 actions are closed, one of them without proof; one is verified, but not embedded yet.",
        ),
        (
            [a_closed_action(checks=PROVEN), a_closed_action(id="A2", checks=PROVEN)],
            "Today 2 of 2 actions are closed; two are verified, none of them embedded.",
        ),
    ],
)
def test_how_it_stands_today_is_a_sentence(actions: list[dict[str, object]], said: str) -> None:
    """One is, two are, none is: and what is closed without proof is said in the same breath."""
    trace = traced_actions(*actions)
    plan = trace.portfolio.plans[0]
    view = progress(context_of(trace).at("", plan), plan)

    assert view is not None
    assert view.sentence == said


def test_one_action_is_one_in_the_picture_too() -> None:
    """The line of all actions is named by its newest count."""
    trace = traced_actions(an_action(started="2026-03-01"))
    plan = trace.portfolio.plans[0]
    view = progress(context_of(trace).at("", plan), plan)

    assert view is not None
    assert ">1 action<" in view.svgs[0]
