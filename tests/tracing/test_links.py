"""References, links both ways, roles, and what must not make the trace fail."""

from random import Random

import pytest

from action_plans.model.origin import Origins
from action_plans.model.record import ORIGINS_KEY
from action_plans.model.reference import Kind
from action_plans.model.service import Provider, Service
from action_plans.tracing.states import Condition
from action_plans.tracing.trace import Trace
from tests.builders import a_closed_action, a_finding, a_line, a_note, a_plan, an_action, traced, traced_actions


def test_references_are_found_without_regard_to_case() -> None:
    """`f1` leads to F1, and is shown as F1 is written."""
    assert traced_actions(an_action(for_="f1")).actions["OAK/A1"].findings == ("OAK/F1",)


def test_edges_read_subject_verb_object() -> None:
    """Each kind of link stands the way round that the trail promises, and lines have references of their own."""
    plan = a_plan(
        findings=[a_finding(measures="M1"), a_finding(id="F2", repeats="F1")],
        measures=[{"id": "M1", "title": "Doses"}],
        milestones=[{"id": "MS1", "title": "Safe", "due": "2026-09-01"}],
        risks=[{"id": "R1", "title": "Nobody applies", "actions": "A1"}],
        actions=[
            an_action(milestone="MS1", evidence=[a_line("2026-04-01")]),
            an_action(id="A2", depends_on="A1"),
            an_action(id="A3", stopped={"date": "2026-04-01", "instead": "A2"}),
        ],
    )
    edges = {(edge.subject, edge.verb, edge.object) for edge in traced(plan, notes=[a_note()]).graph.edges}
    assert edges >= {
        ("OAK/M1", "measures", "OAK/F1"),
        ("OAK/F2", "repeats", "OAK/F1"),
        ("OAK/A1", "for", "OAK/F1"),
        ("OAK/A1", "meets", "OAK/MS1"),
        ("OAK/A1", "mitigates", "OAK/R1"),
        ("OAK/A2", "depends-on", "OAK/A1"),
        ("OAK/A1/evidence-1", "supports", "OAK/A1"),
        ("evidence/E1", "supports", "OAK/A1"),
    }


def test_the_edge_instead_names_the_stopped_action_first() -> None:
    """`A1 instead A2`: A2 stands instead of A1, which was stopped."""
    trace = traced_actions(an_action(stopped={"date": "2026-04-01", "instead": "A2"}), an_action(id="A2"))
    assert [(edge.subject, edge.object) for edge in trace.graph.edges if edge.verb == "instead"] == [
        ("OAK/A1", "OAK/A2")
    ]
    assert trace.actions["OAK/A1"].instead == ("OAK/A2",)
    assert trace.actions["OAK/A2"].instead_of == ("OAK/A1",)


def test_a_note_in_a_plans_folder_may_leave_the_plan_out() -> None:
    """Under evidence/OAK/ `A1` is OAK/A1; elsewhere it leads nowhere."""
    assert traced(notes=[a_note(supports="A1")]).supports["evidence/E1"] == ("OAK/A1",)
    assert traced(notes=[a_note("evidence/shared/e1.md", supports="A1")]).supports["evidence/E1"] == ()


def test_repeats_takes_words() -> None:
    """Anything with a space is no reference, and breaks nothing."""
    assert traced(a_plan(findings=[a_finding(repeats="The inspection of 2022")])).broken == ()


@pytest.mark.parametrize(
    "action",
    [an_action(depends_on="A9"), an_action(for_="A1"), an_action(milestone="MS9"), an_action(measures="F1")],
)
def test_what_leads_nowhere_is_kept_as_broken(action: dict[str, object]) -> None:
    """No such thing, or a thing of the wrong kind: one broken citation, and no link."""
    trace = traced_actions(action)
    assert len(trace.broken) == 1
    assert not [edge for edge in trace.graph.edges if edge.verb != "for"]


def test_roles_of_the_plan_come_before_those_of_service_and_provider() -> None:
    """Each of the three lists is known; the nearest wins."""
    service = Service(id="oakfield-house", name="Oakfield House", roles={"RM": "Home manager", "CK": "Cook"})
    provider = Provider(name="Oakfield Care", roles={"CK": "Head of catering", "NI": "Nominated individual"})
    people = traced(a_plan(), services=[service], provider=provider).people["OAK"]
    assert [people.title(code) for code in ("RM", "CK", "NI")] == ["Registered manager", "Cook", "Nominated individual"]


def test_a_plan_names_its_service_by_id_name_or_fields() -> None:
    """All of them lead to one service; a name without a file makes one."""
    oakfield = Service.model_validate({"name": "St Anne's House"})
    plans = [a_plan(id=f"P{n}", service=said) for n, said in enumerate(["st-annes-house", "St Anne's House", "Elm"])]
    trace = traced(*plans, services=[oakfield])
    assert [trace.service_of[plan.id].id for plan in plans] == ["st-annes-house", "st-annes-house", "elm"]


def test_actions_in_a_circle_do_not_stop_the_trace() -> None:
    """A circle is found whole, and everything else is still concluded."""
    ring = [an_action(id=f"A{n}", depends_on=f"A{n % 3 + 1}") for n in (1, 2, 3)]
    trace = traced_actions(*ring, an_action(id="A4", due="2026-05-01"), an_action(id="A5", depends_on="A5"))
    assert [len(circle) for circle in trace.circles] == [3, 1]
    assert trace.actions["OAK/A4"].condition is Condition.OVERDUE


def test_two_things_with_one_id_do_not_stop_the_trace() -> None:
    """They are an error of reading; the trace keeps one of them, whatever the case of the letters."""
    plan = a_plan(
        findings=[a_finding(), a_finding(id="f1"), a_finding()],
        actions=[
            an_action(evidence=[a_line("2026-04-01")]),
            an_action(id="a1", evidence=[a_line()]),
            a_closed_action(),
        ],
    )
    twin = a_plan(id="oak")
    trace = traced(plan, twin, notes=[a_note(), a_note()])
    assert len({action.ref.casefold() for action in trace.actions_of(plan)}) == len(trace.actions_of(plan)) == 1
    assert trace.counts((plan, twin)).actions >= 1


@pytest.mark.parametrize("seed", range(20))
def test_any_web_of_actions_is_traced_and_told_the_same_way_twice(seed: int) -> None:
    """Whatever depends on whatever, or stands instead of it: each action gets one condition, the same each time."""
    first, again = _random_web(seed), _random_web(seed)
    assert {ref: action.condition for ref, action in first.actions.items()} == {
        ref: action.condition for ref, action in again.actions.items()
    }
    for action in first.actions.values():
        _hold_the_contract(first, action.ref)


def _random_web(seed: int) -> Trace:
    chance = Random(seed)  # noqa: S311 -- the same numbers each time are the point
    names = [f"A{number}" for number in range(1, 31)]
    actions = []
    for name in names:
        month, day = chance.randint(3, 8), chance.randint(1, 28)
        said: dict[str, object] = {
            "id": name,
            "due": f"2026-{month:02}-{day:02}",
            "depends_on": chance.sample(names, chance.choice([0, 0, 1, 2])),
        }
        fate = chance.random()
        if fate < 0.2:
            said["stopped"] = {"date": "2026-04-01", "instead": chance.sample(names, chance.choice([0, 1, 2]))}
        elif fate < 0.5:
            said["closed_on"] = "2026-04-15"
        actions.append(an_action(**said))
    return traced_actions(*actions)


def _hold_the_contract(trace: Trace, ref: str) -> None:
    """Assert what the contract says of one action, told from its neighbours alone."""
    action = trace.actions[ref]
    if not action.is_open:
        return
    waits = [trace.actions[other] for other in action.holding_up]
    assert all(other.is_open for other in waits)
    if action.due.last < trace.today:
        assert action.condition is Condition.OVERDUE
    elif any(other.due.last > action.due.last for other in waits):
        assert action.condition is Condition.LATE_FORECAST
    elif any(other.due.last < trace.today for other in waits):
        assert action.condition in (Condition.LATE_FORECAST, Condition.BLOCKED)


def test_origins_of_links_are_where_they_are_written() -> None:
    """The edge of a dependency points at the list item that made it."""
    places = Origins(
        "plans/oak.yaml", (10, 5), values={"depends_on": (14, 17)}, items={"depends_on": ((14, 18), (14, 22))}
    )
    action = {**an_action(depends_on=["A2", "A9"]), ORIGINS_KEY: places}
    trace = traced_actions(action, an_action(id="A2"))
    assert [str(edge.origin) for edge in trace.graph.edges if edge.verb == "depends-on"] == ["plans/oak.yaml:14:18"]
    assert [str(cited.origin) for cited in trace.broken] == ["plans/oak.yaml:14:22"]


def test_links_of_the_twin_of_another_kind_are_no_links_of_what_is_known() -> None:
    """A milestone and an action with one id: the milestone is known by it, and waits for nothing as the action did."""
    actions = [an_action(), an_action(id="A2", depends_on="A1")]
    trace = traced(a_plan(actions=actions, milestones=[{"id": "A2", "title": "Safe", "due": "2026-06-30"}]))
    assert trace.node("OAK/A2").kind is Kind.MILESTONE
    assert trace.actions["OAK/A1"].waited_for_by == ()
    assert trace.findings["OAK/F1"].actions == ("OAK/A1",)
