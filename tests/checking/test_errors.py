"""Errors: what leads nowhere, turns in a circle or contradicts itself."""

import pytest

from action_plans.model.problem import Code
from tests.checking.conftest import HEAD, Check


def test_an_unknown_reference_is_told_with_what_was_meant(checked_plan: Check) -> None:
    """AP104 as the contract shows it: who depends on what, that it does not exist, and the nearest."""
    found = checked_plan("""
        actions:
          - {id: A8, title: One, owner: RM, due: 2026-08-01, for: F1}
          - id: A7
            title: Two
            owner: RM
            due: 2026-08-01
            for: F1
            depends_on: A9  # here
    """)
    problem = found.one(Code.UNKNOWN_REFERENCE)
    assert problem.message == "action A7 depends on A9, which does not exist."
    assert problem.hint == "Did you mean A8?"
    assert problem.item == "OAK/A7"
    assert problem.origin.column == 17


def test_a_reference_to_the_wrong_kind_says_what_it_is(checked_plan: Check) -> None:
    """An action cannot be for another action."""
    found = checked_plan("""
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-08-01, for: F1}
          - {id: A2, title: Two, owner: RM, due: 2026-08-01, for: A1}  # here
    """)
    found.one(Code.UNKNOWN_REFERENCE, "action A2 is for A1, which is an action.", "a finding or an objective")


def test_a_milestone_must_be_one_of_the_same_plan(checked_plan: Check) -> None:
    """An unknown milestone is named."""
    found = checked_plan("""
        milestones: [{id: MS1, title: Safe, due: 2026-09-01}]
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-08-01, for: F1, milestone: MS2}  # here
    """)
    found.one(Code.UNKNOWN_REFERENCE, "action A1 belongs to milestone MS2", "Did you mean MS1?")


def test_a_finding_that_names_no_source_of_the_plan(checked_plan: Check) -> None:
    """Sources have a space of their own."""
    head = HEAD.replace("counted}", "counted, source: CQC25}  # here")
    found = checked_plan("sources: [{id: CQC26, kind: inspection, title: Report}]\n", head=head)
    found.one(Code.UNKNOWN_REFERENCE, "finding F1 comes from CQC25", "Did you mean CQC26?")


def test_a_note_outside_its_plans_folder_must_name_the_plan(checked: Check) -> None:
    """The hint gives the full reference."""
    found = checked(f"""
plans/oak.yaml:
{_indented(HEAD)}
evidence/shared/one.md:
    ---
    title: An audit
    date: 2026-04-01
    supports: F1  # here
    ---
    All was well.
""")
    found.one(Code.UNKNOWN_REFERENCE, "note one supports F1", "Write OAK/F1")


def test_a_note_in_its_plans_folder_need_not(checked: Check) -> None:
    """There `F1` is enough."""
    found = checked(f"""
plans/oak.yaml:
{_indented(HEAD)}
evidence/OAK/one.md:
    ---
    title: An audit
    date: 2026-04-01
    supports: F1
    ---
    All was well.
""")
    assert found.codes == ["AP301"]


def test_a_finding_cannot_repeat_itself(checked_plan: Check) -> None:
    """AP104 on the line of the reference."""
    head = HEAD.replace("counted}", "counted, repeats: F1}  # here")
    checked_plan("", head=head).one(Code.UNKNOWN_REFERENCE, "F1 repeats itself")


def test_an_aim_that_nobody_has(checked_plan: Check) -> None:
    """A word alone is a reference to an organisational objective; a sentence is not."""
    found = checked_plan("""
        organisational_objectives: {OO1: Safe care}
        objectives:
          - {id: O1, statement: 9 of 10 doses, aligns_with: OO2}  # here
          - {id: O2, statement: 9 of 10 bells, aligns_with: what the board wants}
    """)
    found.one(Code.UNKNOWN_REFERENCE, "objective O1 aligns with OO2", "Did you mean OO1?")


def test_a_circle_is_named_whole_with_its_lines(checked_plan: Check) -> None:
    """Every step of it, once, at the first."""
    found = checked_plan("""
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-08-01, for: F1, depends_on: A2}  # here
          - {id: A2, title: Two, owner: RM, due: 2026-08-01, for: F1, depends_on: A3}
          - {id: A3, title: Three, owner: RM, due: 2026-08-01, for: F1, depends_on: A1}
    """)
    steps = "A1 waits for A2 (line 9), A2 waits for A3 (line 10), A3 waits for A1 (line 11)"
    found.one(Code.CIRCLE, steps)


def test_an_action_that_waits_for_itself(checked_plan: Check) -> None:
    """The smallest circle."""
    found = checked_plan("""
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-08-01, for: F1, depends_on: A1}  # here
    """)
    found.one(Code.CIRCLE, "A1 waits for itself.")


def test_actions_stopped_for_each_other_are_a_circle_too(checked_plan: Check) -> None:
    """Neither of them is left."""
    found = checked_plan("""
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-08, for: F1, stopped: {date: 2026-04-01, instead: A2}}  # here
          - {id: A2, title: Two, owner: RM, due: 2026-08-01, for: F1, stopped: {date: 2026-04-01, instead: A1}}
    """)
    found.one(Code.CIRCLE, "A1 was stopped for A2")


def test_an_unknown_role_is_told_with_the_nearest(checked_plan: Check) -> None:
    """AP110 wherever a code stands."""
    found = checked_plan("""
        lead: RN  # here
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-08-01, for: F1, tasks: [{what: Count, who: QQ}]}  # here
        risks:
          - {id: R1, title: Nobody applies, owner: XX}  # here
    """)
    problems = found.of(Code.UNKNOWN_ROLE)
    assert [problem.origin.line for problem in problems] == [8, 10, 12]
    assert "Did you mean RM (Registered manager)?" in problems[0].hint


def test_a_role_in_other_letters_or_by_its_title_is_told_its_code(checked_plan: Check) -> None:
    """`rm`, a title and a name all lead to the code."""
    found = checked_plan("""
        lead: rm
        deputy: deputy manager
        author: Quinn Example
    """)
    assert [problem.hint for problem in found.of(Code.UNKNOWN_ROLE)] == ["Write RM.", "Write DM.", "Write QL."]


def test_an_outside_body_may_check_and_nothing_else(checked_plan: Check) -> None:
    """Two words, or whoever a source comes from; a single unknown word is a slip."""
    found = checked_plan("""
        sources: [{id: S1, kind: fire, title: Fire audit, from: Firewatch}]
        actions:
          - id: A1
            title: One
            owner: RM
            due: 2026-08-01
            for: F1
            checker: Westshire Council
            checks:
              - {date: 2026-04-01, by: Westshire Council, result: holds}
              - {date: 2026-04-02, by: CQC, result: holds}
              - {date: 2026-04-03, by: Firewatch, result: holds}
              - {date: 2026-04-04, by: QI, result: holds}  # here
    """)
    found.one(Code.UNKNOWN_ROLE, "`by: QI`", "Did you mean QL (Quality lead)?")


def test_roles_of_a_note_are_those_of_the_plans_it_supports(checked: Check) -> None:
    """A code that is none of them is told at its line."""
    found = checked(f"""
plans/oak.yaml:
{_indented(HEAD)}
evidence/one.md:
    ---
    title: An audit
    date: 2026-04-01
    supports: OAK/F1
    by: DM
    checked_by: ZZ  # here
    ---
    All was well.
""")
    found.one(Code.UNKNOWN_ROLE, "`checked_by: ZZ`", "two words")


def test_a_regulation_and_a_statement_that_do_not_exist(checked_plan: Check) -> None:
    """AP111 and AP112, each with what was probably meant."""
    head = HEAD.replace(
        "  - {id: F1, kind: own, title: Medicines were not counted}\n",
        "  - id: F1\n    kind: own\n    title: Found\n"
        "    regulations:\n      - Regulation 12\n      - 'Regulation 12: Staffing'  # here\n"
        "    statements: Medicine optimization  # here\n",
    )
    found = checked_plan("", head=head)
    found.one(Code.REGULATION, "Regulation 12")
    found.one(Code.STATEMENT, "Medicines optimisation")


def test_an_unknown_framework_is_told_once(checked_plan: Check) -> None:
    """Its statements are not blamed as well."""
    head = HEAD.replace("counted}", "counted, statements: Learning culture}")
    found = checked_plan("framework: saf-2032  # here\n", head=head)
    found.one(Code.STATEMENT, "saf-2032", "saf-2023")


def test_open_with_a_closing_day_contradicts_itself(checked_plan: Check) -> None:
    """Unless it was reopened on or after that day."""
    found = checked_plan("""
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-04-01, for: F1, closed_on: 2026-04-01, status: open}  # here
          - id: A2
            title: Two
            owner: RM
            due: 2026-08-01
            for: F1
            closed_on: 2026-04-01
            status: open
            reopened: {date: 2026-04-01}
    """)
    found.one(Code.CONTRADICTION, "A1 says `status: open`, but was closed on 1 April 2026")


def test_closed_but_reopened_contradicts_itself(checked_plan: Check) -> None:
    """Closed again needs a newer closing day."""
    found = checked_plan("""
        actions:
          - id: A1
            title: One
            owner: RM
            due: 2026-08-01
            for: F1
            closed_on: 2026-04-01
            status: closed  # here
            reopened: {date: 2026-04-02}
    """)
    found.one(Code.CONTRADICTION, "reopened after it was closed on 1 April 2026")


def test_closed_and_stopped_contradicts_itself(checked_plan: Check) -> None:
    """Done first and given up later does not: the practice was replaced."""
    found = checked_plan("""
        actions:
          - {id: A1, title: One, owner: RM, due: 2026-08, for: F1, status: closed, stopped: {date: 2026-04-02}}  # here
          - {id: A2, title: Two, owner: RM, due: 2026-08, for: F1, closed_on: 2026-03-01, stopped: {date: 2026-04-02}}
    """)
    found.one(Code.CONTRADICTION, "A1 is closed and was stopped on 2 April 2026")


def test_a_service_with_a_slip_in_its_name(checked: Check) -> None:
    """Where services have files, a short name without one is an error; any other name is a service of its own."""
    found = checked(f"""
plans/services/oakfield.yaml:
    name: Oakfield
plans/oak.yaml:
{_indented(HEAD.replace("service: Oakfield House", "service: oakfeild  # here"))}
plans/elm.yaml:
{_indented(HEAD.replace("OAK", "ELM").replace("Oakfield House", "Elm Court"))}
""")
    found.one(Code.UNKNOWN_SERVICE, "There is no service oakfeild.", "Did you mean oakfield?")


ROLES_IN_FILE = """
plans/services/oakfield.yaml:
    name: Oakfield House
    roles: {XM: Registered manager}
plans/elm.yaml:
"""
WITH_ROLE = HEAD.replace("RM:", "RR:") + "lead: XM\n"


def test_a_service_is_known_by_the_name_that_its_file_gives(checked: Check) -> None:
    """Its roles are those of the plan, and there is no second service of the same name."""
    assert "AP110" not in checked(ROLES_IN_FILE + _indented(WITH_ROLE)).codes
    assert "AP110" not in checked(ROLES_IN_FILE + _indented(WITH_ROLE.replace("Oakfield H", "oakfield h"))).codes


def test_a_slip_in_the_service_is_one_message(checked: Check) -> None:
    """Its roles are not called unknown as well: they stand in the file that is meant."""
    head = WITH_ROLE.replace("service: Oakfield House", "service: oakfeild  # here")
    found = checked(ROLES_IN_FILE + _indented(head))
    found.one(Code.UNKNOWN_SERVICE, "Did you mean oakfield?")
    assert "AP110" not in found.codes


@pytest.mark.parametrize("written", ["service:", "services: oakfield", "service: [oakfield]", ""])
def test_what_cannot_be_read_of_a_service_is_told_once(checked: Check, written: str) -> None:
    """Reading says it; no role is called unknown besides."""
    found = checked(ROLES_IN_FILE + _indented(WITH_ROLE.replace("service: Oakfield House", written)), broken=True)
    assert [one for one in found.codes if one.startswith("AP1")] == []


def test_roles_under_a_name_with_a_slip_are_told_once(checked: Check) -> None:
    """`role` may be `roles`: what stands below it may be the role that is asked for."""
    tree = ROLES_IN_FILE.replace("roles:", "role:") + _indented(WITH_ROLE.replace("Oakfield House", "oakfield"))
    assert [one for one in checked(tree, broken=True).codes if one.startswith("AP1")] == []


def test_a_role_that_no_service_has_is_unknown_whatever_the_service_is(checked: Check) -> None:
    """Where no file of a service has roles, nothing is kept back."""
    tree = "plans/elm.yaml:\n" + _indented(HEAD.replace("service: Oakfield House\n", "") + "lead: XM\n")
    assert checked(tree, broken=True).codes.count("AP110") == 1


@pytest.mark.parametrize("written", ["F2, F1", "F2 and F1", "F1 F2", "F1 / F2", "F1; OAK/F2"])
def test_several_references_in_one_text_are_no_words(checked_plan: Check, written: str) -> None:
    """Where words may stand too, they would be read as words, and their links lost."""
    rest = f"""\
  - {{id: F2, kind: own, title: Again}}
  - {{id: F3, kind: own, title: Once more, repeats: "{written}"}}  # here
"""
    found = checked_plan("", head=HEAD + rest)
    assert found.one(Code.UNKNOWN_REFERENCE, "which does not exist").hint.startswith(
        "Write several as a list: repeats: ["
    )


def test_several_aims_in_one_text_are_no_words(checked_plan: Check) -> None:
    """Each is an aim of the organisation; words of another aim are words."""
    found = checked_plan("""
        organisational_objectives: {OO1: Safe care, OO2: Kind care}
        objectives:
          - {id: O1, statement: x, aligns_with: "OO1, OO2"}  # here
          - {id: O2, statement: x, aligns_with: Safe care for all}
    """)
    found.one(Code.UNKNOWN_REFERENCE, "Write several as a list: aligns_with: [OO1, OO2].")


def test_a_short_name_is_a_name_where_no_service_has_a_file(checked_plan: Check) -> None:
    """A first plan needs no second file."""
    assert checked_plan("", head=HEAD.replace("Oakfield House", "oakfield")).codes == ["AP301"]


def test_nothing_is_called_missing_that_could_not_be_read(checked: Check) -> None:
    """One broken action makes one problem; the rest of the plan is checked as ever."""
    found = checked(
        f"""
plans/oak.yaml:
{_indented(HEAD)}
    actions:
      - {{id: A1, title: One, owner: RM, due: 01/08/2026, done_when: All, for: F1}}
      - {{id: A2, title: Two, owner: RM, due: 2026-08-01, done_when: All, for: F1, depends_on: A1}}
      - {{id: A3, title: Two, owner: RM, due: 2026-08-01, done_when: All, for: F1, depends_on: A7}}  # here
      - {{id: A4, title: Two, owner: XX, due: 2026-08-01, done_when: All, for: F1}}
""",
        broken=True,
    )
    found.one(Code.UNKNOWN_REFERENCE, "A3 depends on A7")
    assert found.codes == ["AP104", "AP110"]


def test_two_things_with_one_id_do_not_stop_the_checker(checked: Check) -> None:
    """Whatever cites or is cited, in the same letters or others: the error of reading stands, and the rest is said."""
    found = checked(
        f"""
plans/oak.yaml:
{_indented(HEAD)}
      - {{id: f1, title: Again, repeats: F9, source: S9, regulations: Regulation 99}}
    actions:
      - {{id: A1, title: One, owner: RM, due: 2026-08-01, for: F1, depends_on: A9, evidence: {{title: Sheet}}}}
      - {{id: a1, title: Two, owner: XX, due: 2026-01-01, for: f1, depends_on: [A8, a1], evidence: {{title: Sheet}}}}
      - {{id: F1, title: Three, owner: RM, due: 2026-01-01, for: f1, milestone: M9, stopped: {{date: 2026-01-01}}}}
plans/twin.yaml:
{_indented(HEAD.replace("OAK", "oak"))}
    communications: {{id: C1, audience: All, message: News, about: F8}}
""",
        broken=True,
    )
    assert len(found.of(Code.UNKNOWN_REFERENCE)) >= 5


def test_a_file_that_cannot_be_read_hides_no_mistake_of_another(checked: Check) -> None:
    """Roles and references of the plan that was read are checked; what may stand in the other is not missed."""
    found = checked(
        f"""
plans/elm.yaml:
    id: ELM
    title: "never closed
plans/oak.yaml:
{_indented(HEAD)}
    actions:
      - {{id: A1, title: One, owner: XX, due: 2026-08-01, done_when: All, for: [F1, ELM/F1]}}  # here
      - {{id: A2, title: Two, owner: RM, due: 2026-08-01, done_when: All, for: [F1, FIR/F1]}}
""",
        broken=True,
    )
    found.one(Code.UNKNOWN_ROLE, "XX")
    assert found.codes == ["AP110", "AP104"]


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.rstrip("\n").split("\n"))
