"""How a whole plan stands, in one word: the first that fits."""

import pytest

from action_plans.model.plan import Plan
from action_plans.tracing.counts import count
from action_plans.tracing.coverage import coverage
from action_plans.tracing.plan_verdict import plan_verdict
from action_plans.tracing.trace import Trace
from tests.builders import a_check, a_closed_action, a_finding, a_plan, an_action, traced
from tests.staff.page_making import plan as plan_page
from tests.staff.reading_html import words

PROVEN = a_closed_action(checks=[a_check("2026-04-10")])
OPEN = an_action(id="A2", due="2026-07-31")


def verdict(*actions: dict[str, object], missed: int = 0, **said: object) -> str:
    """Return the word of a plan with these actions."""
    plan = a_plan(actions=actions, **said)
    trace = traced(plan)
    return verdict_in(trace, plan, missed)


def verdict_in(trace: Trace, plan: Plan, missed: int = 0) -> str:
    """Return the word of a plan among others."""
    others = count(trace.elsewhere(plan), ())
    return str(plan_verdict(trace.counts([plan]), coverage(trace.findings_of(plan)), missed, others).value)


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


HANDED_OVER = an_action(stopped={"date": "2026-04-01", "because": "Done in one place", "instead": "ELM/A1"})


@pytest.mark.parametrize(
    ("other", "word", "said"),
    [
        (an_action(for_=(), due="2026-05-11"), "not-on-course", "ELM/A1 (late)"),
        (an_action(for_=(), progress="at-risk"), "at-risk", "ELM/A1 (at risk)"),
        (a_closed_action(for_=()), "at-risk", "ELM/A1 (no proof)"),
        (
            an_action(for_=(), stopped={"date": "2026-04-02", "instead": "ELM/A2"}),
            "not-on-course",
            "ELM/A2 (off track)",
        ),
        (an_action(for_=(), stopped={"date": "2026-04-02", "instead": ["OAK/A1", "A3"]}), "on-course", ""),
        (an_action(for_=()), "on-course", ""),
        (a_closed_action(for_=(), checks=[a_check("2026-04-10")]), "proven", ""),
    ],
)
def test_a_stopped_action_counts_through_where_it_goes_on(other: dict[str, object], word: str, said: str) -> None:
    """In another plan, through what was stopped there too, and never in circles; the page names it."""
    others = [other, an_action(id="A2", for_=(), progress="off-track"), an_action(id="A3", for_=())]
    elm = a_plan(id="ELM", findings=[], actions=others)
    plan = a_plan(actions=[HANDED_OVER])
    trace = traced(plan, elm)
    assert verdict_in(trace, plan) == word
    page = words(plan_page(trace))
    assert (f"It rests on work in other plans that does not go to plan: {said}." in page) is bool(said)


def test_an_objective_that_goes_on_elsewhere_is_not_put_right() -> None:
    """Every finding is proven, and the stopped action was for none of them."""
    stopped = {**HANDED_OVER, "id": "A2", "for": ()}
    plan = a_plan(actions=[PROVEN, stopped])
    assert verdict_in(traced(plan, a_plan(id="ELM", findings=[], actions=[an_action(for_=())])), plan) == "on-course"
