"""What the hint says where a reference leads nowhere: what is meant, wherever that can be known."""

import pytest

from action_plans.model.problem import Code
from tests.checking.conftest import HEAD, Check

ACTION = "actions: [{{id: A1, title: One, owner: RM, due: 2026-08-01, {}}}]  # here\n"
THREE = HEAD + "  - {id: F2, kind: own, title: Bells}\n  - {id: F3, kind: own, title: Doors}\n"


def test_a_plan_without_measures_is_told_to_add_one(checked_plan: Check) -> None:
    """The example is no hint where there is none of the kind."""
    found = checked_plan(ACTION.format("for: F1, measures: M1"))
    found.one(Code.UNKNOWN_REFERENCE, "The plan has no measures yet: add it under `measures`.")


def test_a_source_is_named_in_a_finding(checked_plan: Check) -> None:
    """R1 exists, and is nothing that an action can be for."""
    found = checked_plan(ACTION.format("for: R1") + "sources: [{id: R1, kind: own, title: x}]\n")
    found.one(Code.UNKNOWN_REFERENCE, "action A1 is for R1, which is a source. A source is named in `source`")


@pytest.mark.parametrize("written", ["F1-F3", "F1 to F3", "F1 \N{EN DASH} F3", '"[F1, F2, F3]"', "F1..F3", "F1-3"])
def test_a_range_is_written_as_a_list(checked_plan: Check, written: str) -> None:
    """Whatever stands between the first and the last, all that there are between them are listed."""
    found = checked_plan(ACTION.format(f"for: {written}"), head=THREE)
    assert found.one(Code.UNKNOWN_REFERENCE).hint == "Write several as a list: for: [F1, F2, F3]."


def test_evidence_whose_date_cannot_be_read_is_not_still_to_come(checked: Check) -> None:
    """There is a date; it is an error of its own."""
    found = checked(
        """
plans/oak.yaml:
    id: OAK
    title: Plan
    service: Oak
    roles: {RM: Manager}
    findings: [{id: F1, kind: own, title: Bells}]
    actions: [{id: A1, title: One, owner: RM, due: 2026-08-01, for: F1}]
evidence/a.md:
    ---
    title: Rounds
    date: 29 Feb 2026
    supports: [OAK/A1]
    ---
    Words.
""",
        broken=True,
    )
    assert found.of(Code.TO_COME) == ()


SEVERAL = """
plans/oak.yaml:
    id: OAK
    title: Plan
    service: Oak
    roles: {RM: Manager}
    findings: [{id: F1, kind: own, title: Bells}, {id: F2, kind: own, title: Doors}]
    objectives: [{id: O1, statement: Fewer falls}]
    actions:
      - {id: A1, title: One, owner: RM, due: 2026-08-01, for: @}
      - {id: A2, title: Two, owner: RM, due: 2026-08-01, for: F2, depends_on: A1}
"""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Fl", "F1"),
        ("FI", "F1"),
        ("F-1", "F1"),
        ("F01", "F1"),
        ("f 1", "F1"),
        ("0l", "O1"),
        ("Ol", "O1"),
        ("Finding 1", "F1"),
        ("Finding no. 2", "F2"),
        ("Bells", "F1"),
        ("Fewer falls", "O1"),
    ],
)
def test_a_slip_of_the_eye_leads_to_the_thing_that_was_seen(checked: Check, written: str, meant: str) -> None:
    """Letters that look like figures, a title, a word with a number: followed, the reference is right."""
    found = checked(SEVERAL.replace("@", written))
    assert [one.hint for one in found.of(Code.UNKNOWN_REFERENCE)] == [f"Did you mean {meant}?"]
    assert checked(SEVERAL.replace("@", meant)).of(Code.UNKNOWN_REFERENCE) == ()


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("1", "Did you mean F1 or O1?"),
        ("F9", "Did you mean F1 or F2?"),
        ("A9", "Write the reference of a finding or an objective, such as F1."),
    ],
)
def test_what_may_be_several_things_is_asked(checked: Check, written: str, hint: str) -> None:
    """A number alone is no thing of one kind, and an action is no finding by having its number."""
    found = checked(SEVERAL.replace("@", written))
    assert [one.hint for one in found.of(Code.UNKNOWN_REFERENCE)] == [hint]


def test_nothing_is_said_to_mean_itself(checked: Check) -> None:
    """Of what an action waits for, it is none."""
    found = checked(SEVERAL.replace("@", "F1").replace("depends_on: A1", "depends_on: A3"))
    assert [one.hint for one in found.of(Code.UNKNOWN_REFERENCE)] == ["Did you mean A1?"]


STAFFED = """
plans/oak.yaml:
    id: OAK
    title: Plan
    service: Oak
    roles: {RM: Registered manager, DM: Deputy manager, QL: Quality lead}
    findings: [{id: F1, kind: own, title: Bells}]
    actions: [{id: A1, title: One, owner: @, due: 2026-08-01, for: F1}]
"""


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("as above", "Write the role's code here again, such as RM (Registered manager)."),
        ("ditto", "Write the role's code here again, such as RM (Registered manager)."),
        ("see F1", "Write the role's code here again, such as RM (Registered manager)."),
        ("Deputy", "Did you mean DM (Deputy manager)?"),
        ("Dep Mgr", "Did you mean DM (Deputy manager)?"),
        ("deputy manger", "Did you mean DM (Deputy manager)?"),
        ("Manager", "Did you mean RM (Registered manager) or DM (Deputy manager)?"),
        ("Head of Care (HC)", "Give it a code in `roles`, as `HC: Head of Care`, and write HC here."),
        ("Night Nurse", "Give it a code in `roles`, as `NN: Night Nurse`, and write NN here."),
        ("Duty matron", "Give it a code in `roles`, as `DM2: Duty matron`, and write DM2 here."),
        ("Si\u00e2n Ll\u0177r", "People are named by their role: write its code, such as RM (Registered manager);"),
        ("\u0141ukasz Nowak", "People are named by their role: write its code, such as RM (Registered manager);"),
        ("Maria de Souza", "People are named by their role: write its code, such as RM (Registered manager);"),
    ],
)
def test_an_owner_is_a_role_that_there_is_or_may_be(checked: Check, written: str, hint: str) -> None:
    """No person becomes a role, no post a person, and what stands elsewhere is written again."""
    (problem,) = checked(STAFFED.replace("@", written)).of(Code.UNKNOWN_ROLE)
    assert problem.hint.startswith(hint)


def test_a_risk_has_no_helpers(checked: Check) -> None:
    """Who else answers for it is told in its note."""
    plan = STAFFED.replace("@", "RM") + "    risks: [{id: R1, title: x, owner: RM/DM}]\n"
    (problem,) = checked(plan).of(Code.UNKNOWN_ROLE)
    assert problem.hint == "One role answers for it: write owner: RM, and name DM in its note."


@pytest.mark.parametrize(
    ("written", "hint", "mended"),
    [
        (
            "\n          -F1\n          -O1",
            "Put a space after each dash: `- F1` and `- O1`, each on a line of its own.",
            "\n          - F1\n          - O1",
        ),
        ("\n          -F1", "Write it without the dash: F1.", "\n          F1"),
        ("-F1", "Write it without the dash: F1.", "F1"),
    ],
)
def test_a_dash_without_its_space_is_told_as_that(checked: Check, written: str, hint: str, mended: str) -> None:
    """Lines of a list that ran together are lines again."""
    plan = """
plans/oak.yaml:
    id: OAK
    title: Plan
    service: Oak
    roles: {RM: Manager}
    findings: [{id: F1, kind: own, title: Bells}]
    objectives: [{id: O1, statement: Fewer falls}]
    actions:
      - id: A1
        title: One
        owner: RM
        due: 2026-08-01
        for: @
"""
    (problem,) = checked(plan.replace("@", written)).of(Code.UNKNOWN_REFERENCE)
    assert problem.hint == hint
    assert checked(plan.replace("@", mended)).of(Code.UNKNOWN_REFERENCE) == ()


CLOSED = """
plans/oak.yaml:
    id: OAK
    title: Plan
    service: Oak
    roles: {RM: Manager, QL: Quality lead}
    findings: [{id: F1, kind: own, title: Bells}]
    actions:
      - {id: A1, title: One, owner: RM, due: 2026-04-01, for: F1, closed_on: 2026-04-01,
         checks: [{date: 2026-05-01, by: @, result: holds, sample: 2 of 2}]}
"""


def test_a_check_by_nobody_is_told_once(checked: Check) -> None:
    """`TBC` made no evidence: that nobody is named is one error, and no gap besides."""
    found = checked(CLOSED.replace("@", "TBC"))
    assert len(found.of(Code.UNKNOWN_ROLE)) == 1
    assert found.of(Code.UNCHECKED) == ()
    assert len(checked(CLOSED.replace("@", "RM")).of(Code.UNCHECKED)) == 1


def test_without_a_plan_no_note_is_told_what_it_names(checked: Check) -> None:
    """That there are no plans is said once."""
    found = checked(
        """
evidence/a.md:
    ---
    title: Rounds
    date: 2026-03-01
    supports: [OAK/A1]
    ---
    Words.
""",
        broken=True,
    )
    assert found.of(Code.UNKNOWN_REFERENCE) == ()


@pytest.mark.parametrize(
    ("field", "code", "said"),
    [
        ("for: [F1 F2, O1]", Code.UNKNOWN_REFERENCE, "Each is a value of its own: write F1, F2 with a comma between"),
        ("for: F1 F2", Code.UNKNOWN_REFERENCE, "Write several as a list: for: [F1, F2]."),
        ("for: F1, helpers: [DM RM, QL]", Code.UNKNOWN_ROLE, "Each is a value of its own: write DM, RM with a comma"),
        ("for: F1, helpers: DM RM", Code.UNKNOWN_ROLE, "Write several as a list: helpers: [DM, RM]."),
    ],
)
def test_the_other_values_of_a_list_stay(checked: Check, field: str, code: Code, said: str) -> None:
    """Two in one value of a list are not the whole of it."""
    found = checked(
        """
plans/oak.yaml:
    id: OAK
    title: Plan
    service: Oak
    roles: {RM: Registered manager, DM: Deputy manager, QL: Quality lead}
    findings: [{id: F1, kind: own, title: Bells}, {id: F2, kind: own, title: Doors}]
    objectives: [{id: O1, statement: Fewer falls}]
    actions: [{id: A1, title: One, owner: RM, due: 2026-08-01, @}]
""".replace("@", field)
    )
    (problem,) = found.of(code)
    assert problem.hint.startswith(said)
