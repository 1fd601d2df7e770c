"""Nobody becomes somebody independent by how a role is written."""

import pytest

from action_plans.checking.checker import check
from action_plans.english.saying_nothing import is_nobody, says_nothing
from action_plans.model.problem import Code
from action_plans.tracing.states import Assurance
from tests.builders import a_check, a_closed_action, a_line, a_plan, traced

ROLES = {
    "RM": {"title": "Registered manager", "name": "Jane Example"},
    "DM": "Deputy manager",
    "QL": {"title": "Quality lead", "name": "Quinn Example"},
    "TL": {"title": "Team leader", "name": "Jane Example"},
    "NI": {"title": "Nominated individual", "name": "To be confirmed"},
    "QA": {"title": "Quality adviser", "name": "To be confirmed"},
}


def proof_by(by: str, owner: str = "RM") -> Assurance | None:
    """Return how well an action is proven that somebody found to hold long after it was closed."""
    action = a_closed_action(owner=owner, closed_on="2026-03-01", checks=[a_check("2026-05-01", by=by)])
    return traced(a_plan(roles=ROLES, actions=[action])).actions["OAK/A1"].assurance


@pytest.mark.parametrize(
    "by",
    [
        "RM",
        "Registered manager",
        "the Registered Manager",
        "Jane Example",
        "Registered manager Jane Example",
        "Registered manager, Jane",
        "RM Jane",
        "RM (Jane)",
        "RM - Jane",
        "Jane Example (RM)",
        "Mrs J Example",
        "Ms Jane Example",
        "Mrs Example",
        "RM and DM",
        "DM, RM",
        "Registered manager and deputy manager",
        "TL",
        "RM (Registered manager)",
        "Registered manager (RM)",
        "RM (manager)",
        "RM (acting)",
        "RM, 3 May 2026",
        "RM 3/5",
        "RM (JE)",
        "RM, Mrs Example",
        "Registered manager, Oakfield House",
        "Jane Example, Willow View",
        "RM (DM)",
    ],
)
def test_the_owner_by_any_name_is_the_owner(by: str) -> None:
    """A code, a title, a name, several of them, and the other post of the same person prove nothing to anybody else."""
    assert proof_by(by) is Assurance.SUBMITTED


@pytest.mark.parametrize(
    "by",
    [
        "DM",
        "QL",
        "Quality lead",
        "Mr Q Example",
        "Westshire Council",
        "The registered manager of Elm Court",
        "Registered manager Elm Court",
        "RM, Elm Court",
        "Example Consulting Ltd",
        "DM and QL",
        "Registered manager, Willow Bank",
        "Registered manager - Willow Bank",
        "Registered manager (Willow Bank)",
        "Registered manager Willow Bank",
        "RM, Willow View",
        "RM, Mencap",
        "Quality lead - ICB",
        "Quality lead (CQC)",
        "RM (CQC)",
        "RM - ICB",
        "Jane Example-Jones",
        "Mrs Example-Jones",
        "CQC and Westshire Council",
        "Health and Safety Executive",
    ],
)
def test_somebody_else_is_somebody_else(by: str) -> None:
    """Another role, an outside body, the same post of another home, and two others together are independent."""
    assert proof_by(by) is Assurance.EMBEDDED


@pytest.mark.parametrize(
    "by",
    [
        "RM and CQC",
        "CQC and RM",
        "local authority / RM",
        "RM & Westshire Council",
        "Registered manager with CQC",
        "RM (with CQC)",
        "RM, together with the local authority",
        "CQC, Westshire Council and the registered manager",
        "Jane Example and CQC",
    ],
)
def test_whoever_checks_their_own_work_with_another_still_does(by: str) -> None:
    """An outside body beside the owner changes no more than the deputy beside them does."""
    assert proof_by(by) is Assurance.SUBMITTED


@pytest.mark.parametrize(
    "by",
    [
        "DM Sam",
        "DM (Sam)",
        "DM - Sam Other",
        "DM (S Other)",
        "DM, S. Other",
        "DM, Sam",
        "Sam (DM)",
        "DM, Mrs Other",
        "DM, Sam Other",
        "Sam Other, DM",
        "Deputy manager, Ewa Testowska",
    ],
)
def test_what_may_be_the_name_of_a_holder_who_is_not_named_is_taken_for_it(by: str) -> None:
    """No plan becomes better proven by leaving out who holds a role."""
    assert proof_by(by, owner="DM") is Assurance.SUBMITTED


@pytest.mark.parametrize(
    "by",
    [
        "DM, Willow View",
        "Deputy manager, Age UK",
        "DM (Age UK)",
        "DM - ICB",
        "DM (CQC)",
        "Deputy manager of Willow View",
        "DM of another home",
        "Deputy manager-elect",
        "Willow View, DM",
    ],
)
def test_the_same_post_elsewhere_is_somebody_else(by: str) -> None:
    """Where nobody says who holds a role, words after a comma and letters alone are where somebody works."""
    assert proof_by(by, owner="DM") is Assurance.EMBEDDED


def test_two_posts_that_wait_for_a_name_are_two_people() -> None:
    """That both are still to be confirmed makes nobody the same person."""
    assert proof_by("QA", owner="NI") is Assurance.EMBEDDED


def test_a_long_row_of_signs_is_read_at_once() -> None:
    """What somebody draws with dashes, or leaves blank, costs no more than its length."""
    assert proof_by("RM" + " " * 100_000 + "x") is Assurance.EMBEDDED
    assert not is_nobody("-" * 100_000 + "x")
    assert not says_nothing("-" * 100_000 + "x")
    assert is_nobody("???")
    assert says_nothing("---")


@pytest.mark.parametrize(
    "by",
    [
        *("To be confirmed", "To be arranged", "to be done by the council", "Not checked yet", "Not yet checked"),
        *("no one yet", "not known", "awaiting a visit"),
    ],
)
def test_nobody_has_looked_where_nobody_is_named(by: str) -> None:
    """It proves nothing, and whoever wrote it is told."""
    assert proof_by(by) is Assurance.SUBMITTED
    action = a_closed_action(checks=[a_check("2026-05-01", by=by)])
    found = [one for one in check(traced(a_plan(roles=ROLES, actions=[action]))) if one.code is Code.UNKNOWN_ROLE]
    (hint,) = [one.hint for one in found]
    assert hint == (
        "Take the whole entry out until somebody has done it; then write that role's code, such as"
        " RM (Registered manager)."
    )


@pytest.mark.parametrize("by", ["as above", "see below"])
def test_what_points_elsewhere_names_nobody(by: str) -> None:
    """Whoever it is, the role is written again."""
    assert proof_by(by) is Assurance.SUBMITTED
    action = a_closed_action(checks=[a_check("2026-05-01", by=by)])
    found = [one for one in check(traced(a_plan(roles=ROLES, actions=[action]))) if one.code is Code.UNKNOWN_ROLE]
    assert [one.hint for one in found] == ["Write the role's code here again, such as RM (Registered manager)."]


def test_who_has_not_checked_evidence_yet_is_left_out() -> None:
    """Only the field goes; the evidence stays."""
    action = a_closed_action(evidence=[a_line("2026-03-02", checked_by="Not checked yet")])
    found = [one for one in check(traced(a_plan(roles=ROLES, actions=[action]))) if one.code is Code.UNKNOWN_ROLE]
    assert [one.hint for one in found] == [
        "Leave checked_by out until somebody has done it; then write that role's code, such as RM (Registered manager)."
    ]


@pytest.mark.parametrize(
    "by", ["All staff", "the whole team", "All of us", "our care team", "Staff on duty", "whoever is on duty"]
)
def test_a_group_that_the_owner_is_one_of_is_nobody_independent(by: str) -> None:
    """Who works here checks together: no name says that it was somebody else."""
    action = a_closed_action(owner="RM", closed_on="2026-03-01", checks=[a_check("2026-05-01", by=by)])
    trace = traced(a_plan(roles=ROLES, actions=[action]))
    assert trace.actions["OAK/A1"].assurance is Assurance.SUBMITTED
    (gap,) = [one.message for one in check(trace) if one.code is Code.UNCHECKED]
    assert gap.endswith("the newest check does not say who made it.")


def test_a_role_that_is_called_as_a_group_is_somebody() -> None:
    """What the plan names as a role is one."""
    action = a_closed_action(owner="RM", closed_on="2026-03-01", checks=[a_check("2026-05-01", by="MT")])
    trace = traced(a_plan(roles={**ROLES, "MT": "Management team"}, actions=[action]))
    assert trace.actions["OAK/A1"].assurance is Assurance.EMBEDDED
