"""The guidance's points: each field is one that can be written, each link leads to where the example shows it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from action_plans.model.plan import Plan
from action_plans.staff.pages.field_reference import field_reference
from action_plans.staff.pages.guidance_page import POINTS
from tests.staff.edition import Made, made_in

EXAMPLE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def example() -> Made:
    """The edition of the example of this repository."""
    return made_in(EXAMPLE)


def test_every_field_is_one_that_can_be_written() -> None:
    """No point names a field that the model does not have."""
    known = {f"{record.name}.{field.name}" for record in field_reference() for field in record.fields}
    assert [field for point in POINTS for field in point.fields if field not in known] == []


SHOWN: tuple[Callable[[Plan], str], ...] = (
    lambda plan: plan.objectives[0].expected_result or "?",
    lambda plan: plan.scope.changes[0].change if plan.scope else "?",
    lambda plan: next(iter(plan.organisational_objectives.values()), "?"),
    lambda plan: next(f"first {action.due}" for action in plan.actions if action.revised and not action.closed_on),
    lambda plan: plan.milestones[0].title,
    lambda plan: "Long term" if any(action.timescale for action in plan.actions) else "?",
    lambda plan: f"{plan.findings[0].id} {plan.findings[0].title}",
    lambda plan: next(risk.contingency for risk in plan.risks if risk.contingency) or "?",
    lambda plan: next(action.owner and plan.roles[action.owner].title for action in plan.actions if action.tasks),
    lambda plan: plan.measures[0].title,
    lambda plan: "The longest chain has",
    lambda plan: plan.actions[0].title,
    lambda plan: (plan.summary or "?").split(".")[0],
    lambda plan: plan.roles[plan.evidence_lead or "?"].title,
    lambda plan: plan.roles[plan.lead or "?"].title,
    lambda plan: next(told.effect for told in plan.communications if told.effect) or "?",
    lambda plan: plan.family.intro_in_english if hasattr(plan.family, "intro_in_english") else plan.findings[0].title,
    lambda plan: next(pilot.studied for action in plan.actions for pilot in action.pilots if pilot.studied) or "?",
    lambda plan: next(action.title for action in plan.actions if action.updates and not action.closed_on),
    lambda plan: "Embedded",
    lambda plan: "Read before you approve",
    lambda plan: next(action.title for action in plan.actions if not action.closed_on and action.stopped is None),
    lambda plan: next(action.lessons for action in plan.actions if action.lessons) or "?",
    lambda plan: next(measure.method for measure in plan.measures if measure.method) or "?",
    lambda plan: next(review.because for aim in plan.objectives for review in aim.reviews if review.because) or "?",
    lambda plan: next(action.stopped.because for action in plan.actions if action.stopped) or "?",
    lambda plan: next(told.response for told in plan.feedback if told.response) or "?",
    lambda plan: plan.recognition[0].for_,
)
"""What the example says of each point, in their order."""


@pytest.mark.parametrize("number", range(1, 29))
def test_every_link_leads_to_a_page_that_shows_the_point(example: Made, number: int) -> None:
    """What the example writes of a point stands on the page that the table names for it."""
    plan = example.trace.portfolio.plans[0]
    point = POINTS[number - 1]
    address = f"plans/oak{point.page.rstrip('/')}/" if point.page.startswith("/") else point.page
    said = SHOWN[number - 1](plan).replace("*", "")
    if not point.page.startswith("/"):
        pages = [words for name in example.pages if name.startswith("people/") for words in (example.said(name),)]
        assert any(said in words for words in pages)
    else:
        assert said in example.said(address).replace("\N{NO-BREAK SPACE}", " ")
    assert f"plans/oak{point.page.rstrip('/')}" in example.pages["help/guidance/"].html or point.page == "people/"


def test_there_are_twenty_eight(example: Made) -> None:
    """All points of the guidance are in the table."""
    assert len(POINTS) == len(SHOWN) == 28
    assert example.said("help/guidance/").count("Written in") == 1
