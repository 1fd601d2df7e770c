"""Several roles or references in one text, everybody and nobody: each is told how it is written."""

import pytest

from action_plans.model.problem import Code
from tests.checking.conftest import Check


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("RM/DM", "One role answers for it: write owner: RM, and helpers: [DM]."),
        ("RM, DM and QL", "One role answers for it: write owner: RM, and helpers: [DM, QL]."),
        ("Jane Smith", "People are named by their role: write its code, such as RM (Registered manager)"),
        ("All staff", "What everybody answers for nobody does: write the one role that sees to it"),
        ("TBC", "Agree who it is and write that role's code, such as RM (Registered manager)"),
        ("Registered manager", "Write RM."),
        ("R\N{CYRILLIC CAPITAL LETTER EM}", "Character 2 is a Cyrillic capital letter em (U+041C)"),
        ("RN", "Did you mean RM (Registered manager)?"),
        ("RM (Jane Example)", "Write RM alone; who holds the role goes into `roles`, as `name`."),
        ("Registered Manager - Jane", "Write RM alone; who holds the role goes into `roles`, as `name`."),
        ("The manager", "Did you mean RM (Registered manager)"),
        ("Home Manager", "Did you mean RM (Registered manager)"),
        ("J. Example", "People are named by their role"),
        ("Jane E", "People are named by their role"),
        ("Mrs Example", "People are named by their role"),
        ("Nursing staff", "What everybody answers for nobody does"),
        ("To be recruited", "Agree who it is and write that role's code"),
        ("Head of catering", "Give it a code in `roles`, as `HC: Head of catering`, and write HC here."),
    ],
)
def test_an_owner_is_one_role(checked_plan: Check, written: str, hint: str) -> None:
    """Two codes, a name, everybody, nobody: each is told how one role is written."""
    found = checked_plan(f"""
        actions:
          - {{id: A1, title: One, owner: "{written}", due: 2026-08-01, for: F1}}  # here
    """)
    found.one(Code.UNKNOWN_ROLE, hint)


@pytest.mark.parametrize("written", ["F1, F2", "F1 and F2", "F1 & F2", "F1/F2", "F1; F2", "F1 F2", "OAK/F1, F2"])
def test_references_in_one_text_are_written_as_a_list(checked_plan: Check, written: str) -> None:
    """The list is written back, and the finding that was meant is not called unaddressed."""
    found = checked_plan(f"""
        actions:
          - {{id: A1, title: One, owner: RM, due: 2026-08-01, for: "{written}"}}  # here
    """)
    found.one(Code.UNKNOWN_REFERENCE, "Write several as a list: for: [")
    assert found.of(Code.UNADDRESSED) == ()


def test_an_unknown_plan_before_a_stroke_is_no_list(checked_plan: Check) -> None:
    """`ELM/F1` is a reference into another plan, not two references."""
    found = checked_plan("""
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-08-01, for: ELM/F1}  # here
    """)
    assert "as a list" not in found.one(Code.UNKNOWN_REFERENCE).hint
