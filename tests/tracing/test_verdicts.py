"""The verdict of a finding: worst first over the live actions that serve it."""

import pytest

from action_plans.tracing.states import Verdict
from tests.builders import a_check, a_closed_action, a_finding, a_line, a_plan, an_action, the_finding, traced

EMBEDDED = a_closed_action(id="A1", checks=[a_check("2026-05-01")])
VERIFIED = a_closed_action(id="A2", checks=[a_check("2026-04-10")])
SUBMITTED = a_closed_action(id="A3", evidence=[a_line("2026-04-10")])
UNPROVEN = a_closed_action(id="A4")
OPEN = an_action(id="A5")
SLIPPED = a_closed_action(id="A6", checks=[a_check("2026-04-10", "slipped")])
WORST_FIRST = [
    (SLIPPED, Verdict.SLIPPED),
    (OPEN, Verdict.IN_HAND),
    (UNPROVEN, Verdict.UNPROVEN),
    (SUBMITTED, Verdict.UNCHECKED),
    (VERIFIED, Verdict.EVIDENCED),
    (EMBEDDED, Verdict.EMBEDDED),
]


def test_a_finding_that_nothing_serves_is_unaddressed() -> None:
    """An action for an objective alone does not serve it."""
    assert the_finding().verdict is Verdict.UNADDRESSED
    assert the_finding(an_action(for_=())).verdict is Verdict.UNADDRESSED


@pytest.mark.parametrize("number", range(len(WORST_FIRST)))
def test_the_worst_action_gives_the_verdict(number: int) -> None:
    """Together with everything that is better, each state decides."""
    actions = [action for action, _ in WORST_FIRST[number:]]
    assert the_finding(*actions).verdict is WORST_FIRST[number][1]
    assert the_finding(*reversed(actions)).verdict is WORST_FIRST[number][1]


def test_a_stopped_action_with_nothing_instead_serves_no_more() -> None:
    """The finding is unaddressed again, and the stopped action is named."""
    stopped = an_action(stopped={"date": "2026-04-01"})
    finding = the_finding(stopped)
    assert finding.verdict is Verdict.UNADDRESSED
    assert finding.stopped == ("OAK/A1",)


def test_what_stands_instead_of_a_stopped_action_serves_its_finding() -> None:
    """Through several that were stopped, and without naming the finding itself."""
    first = an_action(stopped={"date": "2026-04-01", "instead": "A2"})
    second = an_action(id="A2", for_=(), stopped={"date": "2026-04-01", "instead": "A3"})
    third = a_closed_action(id="A3", for_=(), checks=[a_check("2026-04-10")])
    finding = the_finding(first, second, third)
    assert finding.verdict is Verdict.EVIDENCED
    assert (finding.actions, finding.stopped) == (("OAK/A3",), ("OAK/A1", "OAK/A2"))


def test_stopped_actions_that_stand_for_each_other_serve_nothing() -> None:
    """A circle of `instead` ends nowhere, and is no reason to fail."""
    first = an_action(stopped={"date": "2026-04-01", "instead": "A2"})
    second = an_action(id="A2", stopped={"date": "2026-04-01", "instead": "A1"})
    assert the_finding(first, second).verdict is Verdict.UNADDRESSED


def test_evidence_of_the_finding_does_not_change_its_verdict() -> None:
    """It shows there and closes no action."""
    finding = a_finding(evidence=[a_line("2026-04-01", checked_by="QL", verdict="meets")])
    assert traced(a_plan(findings=[finding])).findings["OAK/F1"].verdict is Verdict.IN_HAND


def test_actions_of_other_plans_serve_too() -> None:
    """`for: OAK/F1` written in another plan."""
    oak = a_plan(actions=[])
    elm = a_plan(id="ELM", actions=[an_action(for_="OAK/F1")])
    assert traced(oak, elm).findings["OAK/F1"].actions == ("ELM/A1",)


def test_totals_are_those_of_the_actions() -> None:
    """Counted once, from the same conclusions."""
    plan = a_plan(actions=[action for action, _ in WORST_FIRST])
    counts = traced(plan).counts((plan,))
    assert (counts.actions, counts.open, counts.closed, counts.slipped) == (6, 1, 5, 1)
    assert (counts.unproven, counts.unchecked, counts.verified) == (1, 1, 2)
