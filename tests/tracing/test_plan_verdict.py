"""How a whole plan stands, in one word: the first that fits."""

import pytest

from action_plans.tracing.coverage import coverage
from action_plans.tracing.plan_verdict import plan_verdict
from tests.builders import a_check, a_closed_action, a_finding, a_plan, an_action, traced

PROVEN = a_closed_action(checks=[a_check("2026-04-10")])
OPEN = an_action(id="A2", due="2026-07-31")


def verdict(*actions: dict[str, object], missed: int = 0, **said: object) -> str:
    """Return the word of a plan with these actions."""
    plan = a_plan(actions=actions, **said)
    trace = traced(plan)
    return str(plan_verdict(trace.counts([plan]), coverage(trace.findings_of(plan)), missed).value)


@pytest.mark.parametrize(
    "wrong",
    [
        an_action(id="A2", due="2026-05-11"),
        an_action(id="A2", progress="off-track"),
        an_action(id="A2", due="2026-05-20", depends_on="A3"),
        a_closed_action(id="A2", checks=[a_check("2026-04-10", "slipped")]),
        an_action(id="A2", for_=()),
    ],
)
def test_one_thing_that_went_wrong_is_enough(wrong: dict[str, object]) -> None:
    """Late, off track, blocked or slipped; or a finding that nothing serves; beside what is proven."""
    findings = [a_finding(), a_finding(id="F2")] if not wrong["for"] else [a_finding()]
    last = an_action(id="A3", due="2026-05-19")
    assert verdict(PROVEN, wrong, last, findings=findings) == "not-on-course"


def test_a_milestone_that_was_missed_is_enough() -> None:
    """Though every action goes to plan."""
    assert verdict(PROVEN, missed=1) == "not-on-course"


@pytest.mark.parametrize(
    "risky",
    [
        an_action(id="A2", progress="at-risk"),
        an_action(id="A2", depends_on="A3"),
        a_closed_action(id="A2"),
    ],
)
def test_what_may_go_wrong_is_at_risk(risky: dict[str, object]) -> None:
    """At risk, likely late, or closed with nothing to show."""
    assert verdict(PROVEN, risky, an_action(id="A3", due="2026-09-01")) == "at-risk"


def test_put_right_asks_for_proof_of_every_finding_and_nothing_open() -> None:
    """What is closed and not checked, or still open for an objective, is on course and no more."""
    assert verdict(PROVEN) == "proven"
    assert verdict(PROVEN, OPEN) == "on-course"
    assert verdict(PROVEN, an_action(id="A2", for_=())) == "on-course"
    assert verdict(a_closed_action(checks=[a_check("2026-04-10", "partly")])) == "on-course"
    assert verdict(a_closed_action(checks=[a_check("2026-04-10")], for_=()), findings=[]) == "on-course"


def test_a_plan_with_nothing_in_it_is_not_begun() -> None:
    """One with a finding alone has something that nothing serves; one with an action alone is on course."""
    assert verdict(findings=[]) == "empty"
    assert verdict() == "not-on-course"
    assert verdict(an_action(for_=()), findings=[]) == "on-course"
