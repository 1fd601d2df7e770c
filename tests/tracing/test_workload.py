"""Who has what: one person in all plans of a service, and how much is theirs."""

from collections.abc import Mapping

import pytest

from action_plans.tracing.workload import Workload, work_of
from tests.builders import ROLES, a_check, a_closed_action, a_plan, an_action, traced


def workload(*plans: Mapping[str, object], code: str) -> Workload:
    """Return what a role has in some plans of one service."""
    (work,) = work_of(traced(*(a_plan(**said) for said in plans)))
    return next(one for one in work.workloads if one.role.code == code)


def test_a_role_is_one_person_in_all_plans_of_a_service() -> None:
    """What the quality lead has in two plans stands in one list."""
    one = workload({"actions": [an_action(owner="QL")]}, {"id": "ELM", "actions": [an_action(owner="QL")]}, code="QL")
    assert [duty.name for duty in one.work] == ["elm-a1-due", "oak-a1-due"]


@pytest.mark.parametrize(
    ("roles", "owner", "is_one"),
    [
        ({"QUAL": "Quality lead"}, "QUAL", True),
        ({"QUAL": "quality lead"}, "QUAL", True),
        ({"QUAL": "Quality lead", "QL": "Lead of another kind"}, "QUAL", False),
        ({"ql": "Quality lead"}, "ql", True),
        ({"QA": "Quality lead", "QB": "Quality lead"}, "QA", False),
    ],
)
def test_a_title_is_one_person_unless_the_plan_knows_both(roles: dict[str, str], owner: str, is_one: bool) -> None:
    """Another code for the same title is the same person; two codes of one plan never become one."""
    other = {"id": "ELM", "roles": {"RM": "Registered manager", **roles}, "actions": [an_action(owner=owner)]}
    one = workload({"actions": [an_action(owner="QL")]}, other, code="QL")
    assert (len(one.work) == 2) is is_one


def test_services_do_not_share_people() -> None:
    """The registered manager of one home is somebody else at another."""
    works = list(work_of(traced(a_plan(), a_plan(id="ELM", service="Elm Lodge"))))
    assert [[one.role.code for one in work.workloads if one.work] for work in works] == [["RM"], ["RM"]]


def test_whoever_is_written_by_title_or_name_is_the_role() -> None:
    """A checker by title and a report to a title find their list."""
    task = {"what": "Count", "who": "DM", "report_to": "the registered manager"}
    said = {"actions": [a_closed_action(owner="DM", checker="Quality lead", tasks=[task])]}
    assert [duty.name for duty in workload(said, code="QL").work] == ["oak-a1-check"]
    assert [duty.name for duty in workload(said, code="RM").hears] == ["oak-a1-task-1-due"]


def test_how_much_is_late_this_month_later_and_without_a_date() -> None:
    """Each thing is counted once, by today, 12 May; a milestone is nobody's work."""
    one = workload(
        {
            "lead": "RM",
            "milestones": [{"id": "MS1", "title": "Safe", "due": "2026-05-30"}],
            "actions": [
                an_action(due="2026-05-11"),
                an_action(id="A2", due="2026-05-12"),
                an_action(id="A3", due="2026-05"),
                an_action(id="A4", due="2026-06-01"),
            ],
            "communications": [{"audience": "Families", "message": "News", "owner": "RM"}],
        },
        code="RM",
    )
    assert (one.load.late, one.load.month, one.load.later, one.load.undated, one.load.total) == (1, 2, 1, 1, 5)


def test_bodies_outside_and_nobody_are_named_apart() -> None:
    """What a body outside was asked to check, and what is nobody's, is no role's and is not lost."""
    action = an_action(checker="Westshire Council", check_due="2026-08-01")
    (work,) = work_of(traced(a_plan(actions=[action], communications=[{"audience": "All", "message": "News"}])))
    assert {body: [duty.name for duty in found] for body, found in work.outside.items()} == {
        "Westshire Council": ["oak-a1-check"]
    }
    assert [duty.name for duty in work.nobody] == ["oak-communication-1-due"]


def test_what_a_role_helps_with_watches_and_has_closed() -> None:
    """Open actions of others, open risks, and actions of its own that are closed."""
    said = {
        "actions": [
            an_action(owner="DM", helpers=["RM", "DM"]),
            a_closed_action(id="A2", checks=[a_check("2026-04-20")]),
        ],
        "risks": [
            {"id": "R1", "title": "Nobody applies", "owner": "RM"},
            {"id": "R2", "title": "Doors come late", "owner": "RM", "status": "closed"},
        ],
    }
    one = workload(said, code="RM")
    assert [action.ref for action in one.helps] == ["OAK/A1"]
    assert [ref for ref, _ in one.risks] == ["OAK/R1"]
    assert [action.ref for action in one.closed] == ["OAK/A2"]
    assert not workload(said, code="DM").helps


@pytest.mark.parametrize("codes", [("A B", "A-B"), ("con", "Con tact"), ("??", "!!")])
def test_each_role_has_an_address_of_its_own(codes: tuple[str, str]) -> None:
    """Whatever signs the codes hold, and whatever names Windows keeps for itself."""
    roles = {**ROLES, codes[0]: "One role", codes[1]: "Another role"}
    (work,) = work_of(traced(a_plan(roles=roles)))
    parts = [one.role.part for one in work.workloads]
    assert len(set(parts)) == len(parts) == 5
    assert "con" not in parts
