"""How many findings and actions stand in which way, in one sentence."""

import pytest

from action_plans.staff.pages.board_page import board_page
from action_plans.staff.pages.plans_page import plans_page
from action_plans.staff.parts.state_words import standing_words
from tests.builders import a_check, a_closed_action, a_finding, a_line, a_plan, an_action, traced
from tests.staff.page_making import context_of, plan
from tests.staff.reading_html import words


def test_findings_are_counted_the_gaps_first() -> None:
    """What somebody has to see to comes before what is on its way, and that before what is proven."""
    actions = {
        "F1": [a_closed_action(checks=[a_check("2026-05-01")])],
        "F2": [a_closed_action(checks=[a_check("2026-04-10")])],
        "F3": [an_action()],
        "F4": [a_closed_action(evidence=[a_line("2026-04-10")])],
        "F5": [a_closed_action()],
        "F6": [a_closed_action(checks=[a_check("2026-04-10", "slipped")])],
        "F7": [],
        "F8": [a_closed_action()],
    }
    served = [{**each, "id": f"A{ref}", "for": ref} for ref, several in actions.items() for each in several]
    plan = a_plan(findings=[a_finding(id=ref) for ref in actions], actions=served)
    assert standing_words(traced(plan).findings_of(plan)) == (
        "one without action, one slipped, two not proven, one not checked, one in hand, one evidenced and one embedded"
    )


def test_actions_are_counted_the_gaps_first() -> None:
    """Late, blocked or off track comes before what is on track, though nothing of it is closed."""
    actions = [
        an_action(id="A1", started="2026-05-01"),
        an_action(id="A2"),
        an_action(id="A3", due="2026-05-20"),
        an_action(id="A4", progress="at-risk"),
        an_action(id="A5", progress="off-track"),
        an_action(id="A6", due="2026-05-01"),
        an_action(id="A7", depends_on="A6"),
        an_action(id="A8", depends_on="A9"),
        an_action(id="A9", due="2026-09-01"),
        a_closed_action(id="A10", checks=[a_check("2026-04-10", "slipped")]),
        a_closed_action(id="A11"),
        an_action(id="A12", stopped={"date": "2026-04-01"}),
    ]
    plan = a_plan(actions=actions)
    assert standing_words(traced(plan).actions_of(plan)) == (
        "one slipped, one late, one likely late, one blocked, one off track, one at risk, one without proof, "
        "one stopped, one due soon, one on track and two not started"
    )


@pytest.mark.parametrize(
    ("action", "said"), [(an_action(), "one open, none closed"), (a_closed_action(), "none open, one closed")]
)
def test_none_is_said_where_no_noun_follows(action: dict[str, object], said: str) -> None:
    """On the board and in the list of plans; of messages too, in the menu of the plan."""
    sent = {"audience": "All staff", "message": "News", "done_on": "2026-05-01"}
    whole = a_plan(actions=[action], communications=[sent])
    trace = traced(whole)
    context = context_of(trace)
    for page in (board_page(context, whole), plans_page(context)):
        assert said in words(page.html)
    assert "one message, none still to be sent" in words(plan(trace))
