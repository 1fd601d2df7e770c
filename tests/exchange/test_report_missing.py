"""What CQC's form asks and a plan does not say yet."""

import pytest

from action_plans.exchange.report_form import report_form
from tests.builders import a_finding, a_plan, an_action, traced

BREACH = a_finding(kind="breach", regulations="Regulation 12")


@pytest.mark.parametrize(
    ("resources", "is_missing"),
    [
        (None, True),
        ({"needed": "One hour a day"}, True),
        ({"available": "Agreed"}, True),
        ({"needed": "One hour a day", "available": "Agreed"}, False),
    ],
)
def test_half_an_answer_about_resources_is_no_answer(resources: dict[str, str] | None, is_missing: bool) -> None:
    """CQC asks what is needed, and whether it is available: the manager hears of it until both are written."""
    plan = a_plan(findings=[BREACH], actions=[an_action(resources=resources)])

    assert ("resources" in {one.field for one in report_form(traced(plan), plan).missing}) is is_missing
