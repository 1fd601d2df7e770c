"""Things of which a part cannot be read: all the rest of them is judged in the same run."""

from textwrap import dedent, indent

import pytest

from action_plans.model.problem import Code
from tests.checking.conftest import HEAD, Check, Checked


def _broken(checked: Check, rest: str, head: str = HEAD, others: str = "") -> Checked:
    """Check one plan that has an error of reading, and other files."""
    return checked("plans/oak.yaml:\n" + indent(head + dedent(rest), "    ") + dedent(others), broken=True)


def _said(found: Checked, code: Code) -> list[str]:
    return [problem.message for problem in found.of(code)]


@pytest.mark.parametrize("broken", ["due: 01/02/2027", "title: {a: {b: c}}, due: 2027-01-01", "due: 2027-01-01"])
def test_references_and_roles_beside_a_value_that_cannot_be_read(checked: Check, broken: str) -> None:
    """A wrong or missing value of an action hides neither its references nor its roles."""
    found = _broken(checked, f"actions: [{{id: A1, for: F9, owner: ZZ, {broken}, checker: QQ}}]\n")
    assert _said(found, Code.UNKNOWN_REFERENCE) == ["action A1 is for F9, which does not exist."]
    assert [one.message.split("`")[1] for one in found.of(Code.UNKNOWN_ROLE)] == ["owner: ZZ", "checker: QQ"]


def test_nothing_is_said_of_what_stands_in_for_a_value(checked: Check) -> None:
    """An action without owner and date has one error for each, and no other problem."""
    found = _broken(checked, "actions: [{id: A1, title: Count, for: F1}]\n")
    assert found.codes == []


def test_a_thing_without_an_id_is_called_so(checked: Check) -> None:
    """No message holds a name that nobody wrote."""
    found = _broken(checked, "actions: [{title: Count, for: F9, owner: RM, due: 2027-01-01}]\n")
    (problem,) = found.of(Code.UNKNOWN_REFERENCE)
    assert (problem.message, problem.item) == ("action without an id is for F9, which does not exist.", None)


def test_things_that_wait_for_a_damaged_one_are_judged_by_what_is_known(checked: Check) -> None:
    """The day that stands in for A2's makes A1 neither blocked nor late, and A2 is there to be waited for."""
    found = _broken(
        checked,
        """
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-09-01, for: F1, depends_on: A2, done_when: All is counted}
          - {id: A2, title: Two, owner: RM, due: soon, for: F1}
        """,
    )
    assert found.codes == []


def test_a_plan_without_id_is_judged_by_its_own_roles_and_references(checked: Check) -> None:
    """What other files cite of it may stand in it; what another plan cites of itself may not."""
    found = _broken(
        checked,
        "actions: [{id: A1, title: Count, for: F9, owner: ZZ, due: 2027-01-01}]\n",
        HEAD.replace("id: OAK\n", ""),
        """
        plans/elm.yaml:
            id: ELM
            title: Plan
            service: Elm
            roles: {RM: Manager}
            actions: [{id: A1, title: Count, for: [F7, OAK/F1], owner: RM, due: 2027-01-01}]
        """,
    )
    assert sorted(_said(found, Code.UNKNOWN_REFERENCE)) == [
        "action A1 is for F7, which does not exist.",
        "action A1 is for F9, which does not exist.",
    ]
    assert len(found.of(Code.UNKNOWN_ROLE)) == 1


def test_what_may_be_the_thing_without_an_id_is_not_called_missing(checked: Check) -> None:
    """A2 may be the action that has no id; F9 is no action."""
    found = _broken(
        checked,
        """
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-09-01, for: F9, depends_on: A2}
          - {title: Two, owner: RM, due: 2026-09-01, for: F1}
        """,
    )
    assert _said(found, Code.UNKNOWN_REFERENCE) == ["action A1 is for F9, which does not exist."]


def test_a_broken_role_is_known_by_its_code(checked: Check) -> None:
    """A role whose title cannot be read hides no code that nobody has."""
    head = HEAD.replace("DM: Deputy manager", "DM: [Deputy]")
    found = _broken(checked, "actions: [{id: A1, title: One, owner: ZZ, helpers: DM, due: 2027-01-01, for: F1}]", head)
    assert [one.message.split("`")[1] for one in found.of(Code.UNKNOWN_ROLE)] == ["owner: ZZ"]


def test_a_note_with_a_wrong_date_is_read_for_what_it_cites(checked: Check) -> None:
    """Its references and roles are checked too."""
    others = """
        evidence/audit.md:
            ---
            title: Audit
            date: soon
            supports: [OAK/F1, OAK/F9]
            by: ZZ
            ---
            Words.
        """
    found = _broken(checked, "", others=others)
    assert _said(found, Code.UNKNOWN_REFERENCE) == ["note audit supports OAK/F9, which does not exist."]
    assert len(found.of(Code.UNKNOWN_ROLE)) == 1


def test_a_wrong_key_question_hides_no_paragraph(checked: Check) -> None:
    """What is written of the law is looked at all the same."""
    head = HEAD.replace("counted}", "counted, key_questions: Saef, regulations: Regulation 12(2)(z)}")
    assert len(_broken(checked, "", head).of(Code.PARAGRAPH)) == 1


def test_an_unknown_framework_hides_no_slip_in_a_statement(checked_plan: Check) -> None:
    """What is nearly a statement of a known framework is one; any other may be the unknown one's."""
    head = HEAD.replace("counted}", "counted, statements: [Medicine optimization, Kind rooms]}")
    found = checked_plan("framework: [saf-2023, ours]\n", head=head)
    assert [one.message.split(" is not")[0] for one in found.of(Code.STATEMENT)] == [
        "“Medicine optimization”",
        "There is no framework “ours”.",
    ]


def test_a_circle_is_told_beside_an_action_that_waits_for_itself(checked_plan: Check) -> None:
    """Both in one run."""
    found = checked_plan("""
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-09-01, for: F1, depends_on: [A1, A2]}
          - {id: A2, title: Two, owner: RM, due: 2026-09-01, for: F1, depends_on: A1}
    """)
    assert _said(found, Code.CIRCLE) == [
        "A1 waits for itself.",
        "A1 waits for A2 (line 9), A2 waits for A1 (line 10): none of them can begin.",
    ]


def test_a_plan_in_a_reference_is_no_thing_of_a_list(checked_plan: Check) -> None:
    """`OAK/A9` is one reference, not two."""
    found = checked_plan("actions: [{id: A1, title: One, owner: RM, due: 2026-09-01, for: OAK/F9}]  # here\n")
    assert "[OAK, F9]" not in found.one(Code.UNKNOWN_REFERENCE).hint


def test_a_role_without_title_is_not_unknown_as_well(checked: Check) -> None:
    """It has an error of its own where it is listed."""
    head = HEAD.replace("DM: Deputy manager", "DM: ")
    found = _broken(checked, "actions: [{id: A1, title: One, owner: DM, due: 2027-01-01, for: F1}]", head)
    assert found.of(Code.UNKNOWN_ROLE) == ()


def test_a_thing_written_as_a_text_is_not_called_missing(checked: Check) -> None:
    """M1 stands in the measure that cannot be read; M2 stands nowhere."""
    rest = """
        measures: [M1 Falls]
        actions: [{id: A1, title: One, owner: RM, due: 2027-01-01, for: F1, measures: [M1, M2]}]
    """
    (message,) = _said(_broken(checked, rest), Code.UNKNOWN_REFERENCE)
    assert message == "action A1 is measured by M2, which does not exist."
