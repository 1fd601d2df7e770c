"""What somebody has to do: everything that is not done, whose it is, and what is late."""

from datetime import date

from action_plans.tracing.duties import Duty, DutyKind, in_order
from action_plans.tracing.trace import Trace
from tests.builders import a_check, a_closed_action, a_line, a_note, a_plan, an_action, traced, traced_actions


def duties(trace: Trace, plan: str = "OAK") -> dict[str, Duty]:
    """Return what is to be done in a plan, by name."""
    return {duty.name: duty for duty in trace.duties[plan]}


def test_everything_that_is_not_done_is_a_duty_of_somebody() -> None:
    """Actions, tasks, checks, messages, answers, milestones, reviews of evidence and of the plan: each with a role."""
    task = {"what": "Watch the night round", "who": "DM", "by": "2026-05-20"}
    plan = a_plan(
        lead="RM",
        actions=[
            an_action(tasks=[task, {"what": "Count twice"}], checker="QL", check_due="2026-08-10"),
            a_closed_action(id="A2", checker="QL"),
        ],
        communications=[{"id": "C1", "audience": "Families", "message": "News", "due": "2026-06-02", "owner": "DM"}],
        sources=[{"id": "S1", "kind": "fire", "title": "Letter", "response_due": "2026-06-01"}],
        milestones=[{"id": "MS1", "title": "Safe", "due": "2026-06-30"}],
        next_review="2026-05-30",
    )
    found = duties(traced(plan, notes=[a_note(by="DM", review_due="2026-07-01")]))

    assert {name: (duty.kind, duty.who) for name, duty in found.items()} == {
        "oak-a1-due": (DutyKind.ACTION, "RM"),
        "oak-a1-task-1-due": (DutyKind.TASK, "DM"),
        "oak-a1-task-2-due": (DutyKind.TASK, "RM"),
        "oak-a1-check": (DutyKind.CHECK, "QL"),
        "oak-a2-check": (DutyKind.CHECK, "QL"),
        "oak-communication-c1-due": (DutyKind.MESSAGE, "DM"),
        "oak-source-s1-response": (DutyKind.ANSWER, "RM"),
        "oak-ms1-due": (DutyKind.MILESTONE, "RM"),
        "oak-review": (DutyKind.REVIEW, "RM"),
        "oak-evidence-e1-review": (DutyKind.EVIDENCE, "DM"),
    }


def test_what_is_done_stopped_or_proven_is_nobodys() -> None:
    """Nothing that is behind somebody is on their list."""
    done = {"what": "Count", "who": "DM", "done_on": "2026-05-01"}
    plan = a_plan(
        actions=[
            a_closed_action(checker="QL", checks=[a_check("2026-04-20")], tasks=[done]),
            an_action(id="A2", stopped={"date": "2026-05-01"}, tasks=[{"what": "Never"}], check_due="2026-06-01"),
        ],
        communications=[{"audience": "Families", "message": "News", "due": "2026-05-02", "done_on": "2026-05-01"}],
        sources=[{"id": "S1", "kind": "fire", "title": "L", "response_due": "2026-06-01", "answered": "2026-05-01"}],
        milestones=[{"id": "MS1", "title": "Safe", "due": "2026-06-30", "reached_on": "2026-05-01"}],
    )
    assert duties(traced(plan, notes=[a_note(supports="OAK/A2", review_due="2026-06-01")])) == {}


def test_what_slipped_is_late_however_far_its_date() -> None:
    """An action that was closed and does not hold is as late as one that was never done."""
    slipped = a_closed_action(due="2026-08-31", checks=[a_check("2026-05-06", "slipped")])
    assert duties(traced_actions(slipped))["oak-a1-due"].is_late


def test_the_newest_date_counts() -> None:
    """What was moved is due on its new day, and says how often it was moved."""
    moved = [{"date": "2026-04-01", "due": "2026-06-01"}, {"date": "2026-05-01", "due": "2026-06-20"}]
    duty = duties(traced_actions(an_action(due="2026-04-10", revised=moved)))["oak-a1-due"]

    assert (duty.when and duty.when.last, duty.moved, duty.is_late) == (date(2026, 6, 20), 2, False)


def test_a_month_is_late_after_its_last_day() -> None:
    """What is due in May is not late on 12 May, and what was due in April is."""
    found = duties(traced_actions(an_action(due="2026-05"), an_action(id="A2", due="2026-04")))
    assert (found["oak-a1-due"].is_late, found["oak-a2-due"].is_late) == (False, True)


def test_a_task_is_due_on_its_own_day_else_when_it_is_reported() -> None:
    """Without either it is never late: nobody said when."""
    task = {"what": "Tell CQC"}
    tasks = [{**task, "by": "2026-05-11"}, {**task, "by": "2026-05-13", "report_by": "2026-05-01"}, task]
    found = duties(traced_actions(an_action(tasks=[*tasks, {**task, "report_by": "2026-05-11"}])))
    told = [found[f"oak-a1-task-{number}-due"] for number in (1, 2, 3, 4)]
    assert [(duty.when and duty.when.iso, duty.is_late) for duty in told] == [
        ("2026-05-11", True), ("2026-05-13", False), (None, False), ("2026-05-11", True),
    ]  # fmt: skip


def test_late_comes_first_and_what_has_no_date_last() -> None:
    """In order of date otherwise."""
    plan = a_plan(
        actions=[
            an_action(due="2026-06-01"),
            an_action(id="A2", due="2026-05-20"),
            a_closed_action(id="A3", due="2026-08-01", checks=[a_check("2026-05-06", "slipped")]),
        ],
        communications=[{"audience": "Families", "message": "News"}],
    )
    ordered = [duty.name for duty in in_order(traced(plan).duties["OAK"])]
    assert ordered == ["oak-a3-due", "oak-a2-due", "oak-a1-due", "oak-communication-1-due"]


def test_nothing_of_what_is_on_request_is_told() -> None:
    """Its review date is not shown anywhere, so that it is nobody's duty."""
    line = a_line("2026-05-01", review_due="2026-06-01", confidentiality="on-request", by="DM")
    note = a_note(review_due="2026-06-01", confidentiality="on-request")
    found = traced(a_plan(actions=[an_action(evidence=[line])]), notes=[note]).duties["OAK"]
    assert [duty.name for duty in found] == ["oak-a1-due"]


def test_evidence_is_its_authors_else_the_evidence_leads() -> None:
    """What a body outside made is looked at again by whoever records evidence."""
    plan = a_plan(lead="RM", evidence_lead="QL")
    note = a_note(by="Westshire Council", review_due="2026-06-01")
    assert duties(traced(plan, notes=[note]))["oak-evidence-e1-review"].who == "QL"


def test_two_things_never_share_a_name() -> None:
    """B-A1 of plan OAK and A1 of plan OAK-B at one service are told apart, in the same way each time."""
    plans = (a_plan(actions=[an_action(id="B-A1")]), a_plan(id="OAK-B"))
    names = [duty.name for plan in ("OAK", "OAK-B") for duty in traced(*plans).duties[plan]]
    assert names == ["oak-b-a1-due", "oak-b-a1-due-2"]


def test_a_note_of_two_plans_has_one_name() -> None:
    """Evidence that two plans of a service cite is looked at once, whichever list names it."""
    trace = traced(a_plan(), a_plan(id="ELM"), notes=[a_note(supports=["ELM/A1", "OAK/A1"], review_due="2026-06-01")])
    found = {duty.name for plan in ("OAK", "ELM") for duty in trace.duties[plan] if duty.kind is DutyKind.EVIDENCE}
    assert len(found) == 1
