"""What waits for what in a plan, and what that says."""

from action_plans.tracing.plan_flow import PlanFlow, arrows_of_findings
from tests.builders import a_closed_action, a_finding, a_line, a_plan, an_action, traced


def flow_of(*actions: dict[str, object], **said: object) -> PlanFlow:
    """Return the flow of a plan with these actions."""
    return traced(a_plan(actions=actions, **said)).flows["OAK"]


def after(ref: str, *waits_for: str, **said: object) -> dict[str, object]:
    """Return an action that waits for others."""
    return an_action(id=ref, depends_on=list(waits_for), **said)


def test_the_longest_chain_has_the_most_steps() -> None:
    """The longest chain is named step by step; of two as long, the one whose steps stand first in the plan."""
    two = flow_of(
        after("A1"), after("A2", "A1"), after("A3", "A1", "A2"), *(after(f"B{n}", f"B{n - 1}") for n in (1, 2))
    )
    assert two.longest_chain == ("OAK/A1", "OAK/A2", "OAK/A3")
    assert flow_of(after("A1")).longest_chain == ()


def test_a_stopped_action_is_no_step() -> None:
    """What was stopped is neither a step nor between steps."""
    stopped = after("A2", "A1", stopped={"date": "2026-04-01", "because": "Another way"})
    flow = flow_of(after("A1"), stopped, after("A3", "A2"))
    assert flow.steps == ("OAK/A1", "OAK/A3")
    assert flow.arrows == ()


def test_only_open_work_is_critical() -> None:
    """The critical path is the longest chain of what is still open, whatever was closed before it; one is no chain."""
    closed = [a_closed_action(id="A1"), a_closed_action(id="A2", depends_on="A1")]
    flow = flow_of(*closed, after("A3", "A2"), after("A4", "A3"))
    assert flow.longest_chain == ("OAK/A1", "OAK/A2", "OAK/A3", "OAK/A4")
    assert flow.critical == ("OAK/A3", "OAK/A4")
    assert flow_of(*closed, after("A3", "A2")).critical == ()


def test_steps_that_most_others_wait_for() -> None:
    """Counts those that wait directly or through others, once each; names at most three, with two waiting at least."""
    flow = flow_of(
        after("A1"), after("A2", "A1"), after("A3", "A1"), after("A4", "A2", "A3"), after("A5", "A4"), after("A6", "A5")
    )
    assert flow.most_waited_for == (("OAK/A1", 5), ("OAK/A2", 3), ("OAK/A3", 3))
    assert flow_of(after("A1"), after("A2", "A1")).most_waited_for == ()


def test_handovers_are_counted_from_role_to_role() -> None:
    """Counts arrows between actions of two roles, the most first, then by name; within one role nothing passes."""
    flow = flow_of(
        after("A1", owner="RM"),
        after("A2", "A1", owner="DM"),
        after("A3", "A1", "A2", owner="DM"),
        after("A4", "A2", owner="QL"),
        after("A5", "A4", owner="RM"),
    )
    assert flow.handovers == (
        ("Registered manager", "Deputy manager", 2),
        ("Deputy manager", "Quality lead", 1),
        ("Quality lead", "Registered manager", 1),
    )


def test_chains_that_end_without_proof() -> None:
    """Names the last steps that lack evidence; a milestone ends no chain, and an action without arrows is none."""
    flow = flow_of(
        after("A1"),
        after("A2", "A1", milestone="MS1"),
        after("A3", "A1", evidence=[a_line("2026-04-01")]),
        after("A4"),
        milestones=[{"id": "MS1", "title": "Safe", "due": "2026-09-01"}],
    )
    assert flow.unproven_ends == ("OAK/A2",)


def test_a_milestone_waits_for_the_last_of_what_it_needs() -> None:
    """Of the actions that a milestone needs, those that another of them waits for lead to it through that one."""
    flow = flow_of(
        after("A1", milestone="MS1"),
        after("A2", "A1", milestone="MS1"),
        after("A3", milestone="MS1"),
        milestones=[
            {"id": "MS1", "title": "Safe", "due": "2026-09-01"},
            {"id": "MS2", "title": "N", "due": "2026-09-01"},
        ],
    )
    assert flow.steps == ("OAK/A1", "OAK/A2", "OAK/A3", "OAK/MS1")
    assert flow.arrows == (("OAK/A1", "OAK/A2"), ("OAK/A2", "OAK/MS1"), ("OAK/A3", "OAK/MS1"))


def test_a_circle_is_cut() -> None:
    """Actions that wait for each other, an error of its own, make no flow fail."""
    flow = flow_of(after("A1", "A2"), after("A2", "A1"), after("A3", "A2"))
    assert len(flow.arrows) < 3
    assert ("OAK/A2", "OAK/A3") in flow.arrows


def test_only_what_closes_a_circle_of_findings_comes_apart() -> None:
    """A chain of actions over seven findings in turn, twice: the one arrow back is left out, and the six on stay."""
    findings = [a_finding(id=f"F{number}") for number in range(1, 8)]
    actions = [after("A1", for_="F1")]
    actions += [after(f"A{n}", f"A{n - 1}", for_=f"F{(n - 1) % 7 + 1}") for n in range(2, 15)]
    trace = traced(a_plan(findings=findings, actions=actions))
    arrows, circling = arrows_of_findings(trace.findings_of(trace.portfolio.plans[0]), trace.actions)
    assert set(arrows) == {(f"OAK/F{n}", f"OAK/F{n + 1}") for n in range(1, 7)}
    assert circling == (("OAK/F7", "OAK/F1"),)


def test_a_finding_waits_where_one_of_its_actions_does() -> None:
    """One arrow leads from finding to finding, however many of their actions wait; none within one; circles are cut."""
    trace = traced(
        a_plan(
            findings=[a_finding(), a_finding(id="F2"), a_finding(id="F3")],
            actions=[
                after("A1"),
                after("A2", "A1"),
                after("A3", "A1", "A2", for_="F2"),
                after("A4", "A1", for_="F2"),
                after("A5", "A4", for_="F3"),
                after("A6", "A5", for_="F2"),
            ],
        )
    )
    findings = trace.findings_of(trace.portfolio.plans[0])
    arrows, circling = arrows_of_findings(findings, trace.actions)
    assert arrows.count(("OAK/F1", "OAK/F2")) == 1
    assert not {("OAK/F2", "OAK/F3"), ("OAK/F3", "OAK/F2")} <= set(arrows)
    assert {("OAK/F2", "OAK/F3"), ("OAK/F3", "OAK/F2")} <= {*arrows, *circling}
    assert all(before != after for before, after in arrows)
