"""Whether a plan is made in a way that can work: each rule with a plan that raises it, and one beside it that does not.

What is asked here is told apart from everything else the checker says: AP22x and AP33x.
"""

from datetime import date

import pytest

from action_plans.checking.checker import check
from action_plans.model.problem import Code, Problem, Severity
from tests.builders import a_finding, a_plan, an_action, traced, traced_actions
from tests.checking.conftest import HEAD, Check

HONEST = """
written: 2026-03-02
measures:
  - {id: M1, title: Doses signed for, baseline: {value: 81, date: 2026-02-03}, targets: [{value: 95, by: 2026-07-31}]}
objectives:
  - {id: O1, statement: "By 31 July 2026, 95 of 100 doses are signed for, from 81 in February", measures: M1}
actions:
  - id: A1
    title: Agree one medicines procedure with the pharmacist
    for: F1
    owner: RM
    priority: high
    started: 2026-03-02
    due: 2026-03-20
    done_when: Three nurses can say what has changed
    evidence:
      - {title: Procedure signed by both, date: 2026-03-18, category: processes, type: policy, by: RM}
      - {title: What three nurses said, date: 2026-03-25, type: feedback, by: QL,
         category: feedback-from-staff-and-leaders}
    checks: {date: 2026-04-10, by: QL, sample: Three nurses on both floors, result: holds}
    closed_on: 2026-03-20
    closed_by: RM
  - id: A2
    title: Train nurses on the new chart
    for: F1
    owner: DM
    priority: medium
    due: 2026-05-29
    revised: {date: 2026-04-20, due: 2026-06-12, reason: Two nurses were away}
    done_when: Every nurse has filled in three charts without a gap
    updates: [{date: 2026-05-04, by: DM, text: "Ongoing: six of nine nurses have done it, the rest on 20 May."}]
  - id: A3
    title: Watch each nurse on one whole round
    for: [F1, O1]
    owner: DM
    priority: high
    due: 2026-06-30
    measures: M1
    done_when: Everyone scored 10 of 10
  - id: A4
    title: Count every box at each handover
    for: F2
    owner: DM
    priority: high
    due: 2026-06-30
    done_when: Fourteen days in a row without a difference
  - id: A5
    title: Talk about medicines at each residents' meeting
    for: F2
    owner: RM
    priority: low
    due: 2026-07-31
    done_when: People said at two meetings what they would change
"""
BREACH = (
    HEAD
    + """\
  - {id: F2, kind: breach, title: Stock did not agree, source: R1, keeping_safe: Counted twice,
     root_cause: Counted monthly}
sources: [{id: R1, kind: assessment, title: CQC report, published: 2026-02-20}]
"""
)


def health(problems: tuple[Problem, ...]) -> list[tuple[str, str | None]]:
    """Return the codes of plan health with what each is about."""
    return [(one.code.value, one.item) for one in problems if one.code.is_plan_health]


def test_an_honest_plan_of_five_actions_is_left_alone(checked_plan: Check) -> None:
    """Training beside watching, one date moved, two actions of one day, a policy beside feedback: nothing is said."""
    assert health(checked_plan(HONEST, head=BREACH).problems) == []


def actions(count: int, **said: object) -> list[dict[str, object]]:
    """So many actions, alike but for their ids, and due in as many months."""
    months = ("2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30")
    return [an_action(id=f"A{n + 1}", due=months[n % 4], **said) for n in range(count)]


def test_everything_due_on_one_day() -> None:
    """AP221, told of the plan; by the date that counts now, and never of what was stopped."""
    same = [an_action(id=f"A{n}", due="2026-06-30") for n in range(1, 4)]
    moved = an_action(id="A4", due="2026-05-31", revised=[{"date": "2026-05-02", "due": "2026-06-30"}])
    stopped = an_action(id="A5", due="2026-03-31", stopped={"date": "2026-03-01"})
    (problem,) = [one for one in check(traced_actions(*same, moved, stopped)) if one.code is Code.ONE_DAY]
    assert problem.item == "OAK"
    assert problem.message == "All 4 actions are due on one day, 30 June 2026: nothing comes first."


def test_a_day_that_a_regulator_set_or_three_actions_share_is_left_alone() -> None:
    """`comply_by` is not the plan's own choice; three actions may well be due together."""
    same = [an_action(id=f"A{n}", due="2026-06-30") for n in range(1, 5)]
    notice = {"id": "N1", "kind": "warning-notice", "title": "Warning notice", "comply_by": "2026-06-30"}
    assert health(check(traced(a_plan(actions=same, sources=[notice])))) == []
    assert health(check(traced_actions(*same[:3]))) == []


def test_every_action_of_high_priority() -> None:
    """AP222, unless one is of another priority or of none; three may all be urgent."""
    high = actions(4, priority="high")
    assert health(check(traced_actions(*high))) == [("AP222", "OAK")]
    assert health(check(traced_actions(*high[:3]))) == []
    assert health(check(traced_actions(*high[:3], an_action(id="A4", due="2026-12-31")))) == []


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (an_action(tasks=[{"what": f"Step {n}"} for n in range(11)]), "A1 has 11 tasks"),
        (an_action(description="word " * 201), "A1 has 201 words in `description`"),
        (an_action(done_when="word " * 101), "A1 has 101 words in `done_when`"),
    ],
)
def test_an_action_that_swells(action: dict[str, object], words: str) -> None:
    """AP223: more tasks or words than anybody reads at a meeting."""
    (problem,) = [one for one in check(traced_actions(action)) if one.code is Code.SWELLS]
    assert problem.message.startswith(words)


def test_a_finding_and_a_summary_that_swell() -> None:
    """AP223 for the eleventh action of a finding, and for a summary of over half a page; not for one less."""
    swollen = a_plan(summary="word " * 251, actions=actions(11))
    assert sorted(health(check(traced(swollen)))) == [("AP223", "OAK"), ("AP223", "OAK/F1")]
    lean = a_plan(summary="word " * 250, actions=actions(10))
    assert health(check(traced(lean))) == []


@pytest.mark.parametrize(
    "title",
    [
        "Train all staff on medicines", "Retrain the night team", "All staff to be trained in safeguarding",
        "Medicines refresher for seniors", "Staff training", "Safeguarding training for all staff by June",
        "Book everyone on a medicines course", "Provide e-learning on consent", "Deliver training to nurses",
        "E-learning on consent", "All staff to complete moving and handling training", "Training on medicines",
        "Ensure all staff complete medicines training", "Staff will have training in consent", "TRAINING FOR ALL",
    ],
)  # fmt: skip
def test_training_as_the_only_action(title: str) -> None:
    """AP330, whichever way training is said, and however many actions there are of it."""
    both = [an_action(title=title, done_when="All have done it"), an_action(id="A2", title="Train the rest")]
    both[1]["done_when"] = "All have done it"
    (problem,) = [one for one in check(traced_actions(*both)) if one.code is Code.TRAINING_ALONE]
    assert problem.item == "OAK/F1"
    assert "F1 is answered by training alone (A1 and A2)" in problem.message
    assert "for: F1" in problem.hint


@pytest.mark.parametrize(
    ("title", "done_when"),
    [
        ("Count medicines at each handover", "Two weeks without a difference"),
        ("Audit training records each month", "Three audits in a row at 95"),
        ("Train all staff on medicines", "Everyone has been watched once on a round"),
        ("Train nurses, and check three rounds a month", "All have done it"),
        ("Talk each restraint through with the person", "Done within two days each time"),
        ("Put the training matrix where everybody sees it", "It hangs in the office"),
        ("Of course change the lock of the training room", "It locks"),
        ("Write a coach timetable with residents", "It is used for four weeks"),
        ("Let nobody give medicines without training", "Two months of rotas show it"),
        ("Update the training matrix each week", "It is right on four Fridays"),
        ("Book the train for the outing with residents", "Two outings were made"),
    ],
)
def test_what_looks_at_practice_or_only_names_training(title: str, done_when: str) -> None:
    """Neither work of another kind, nor training of which somebody watches the result, is training alone."""
    assert health(check(traced_actions(an_action(title=title, done_when=done_when)))) == []


def test_training_beside_something_else_or_for_a_finding_about_training() -> None:
    """One other action is enough; and where people were not trained, training is the answer."""
    training = an_action(title="Train all staff", done_when="All have done it")
    other = an_action(id="A2", title="Move the trolley to where people sit")
    stopped = {**other, "stopped": {"date": "2026-04-01"}}
    assert health(check(traced_actions(training, other))) == []
    assert health(check(traced_actions(training, stopped))) == [("AP330", "OAK/F1")]
    about = a_finding(title="Staff had no training in fire safety")
    assert health(check(traced(a_plan(findings=[about], actions=[training])))) == []


def test_a_breach_without_a_root_cause(checked_plan: Check) -> None:
    """AP334 for a breach alone; what only should be better may be clear without."""
    head = HEAD + (
        "  - {id: F2, title: Stock did not agree, source: R1, keeping_safe: Counted, kind: breach}  # here\n"
        "  - {id: F3, title: Tea was late, source: R1, kind: should}\n"
        "sources: [{id: R1, kind: assessment, title: CQC report}]\n"
    )
    found = checked_plan("", head=head)
    problem = found.one(Code.NO_ROOT_CAUSE, "F2 is a breach and does not say why it happened", "`root_cause: ")
    assert problem.severity is Severity.GAP


def test_an_objective_without_a_measure(checked_plan: Check) -> None:
    """AP339, with the measure of the plan to write."""
    found = checked_plan("""
        measures: {id: M7, title: Doses, baseline: {value: 1}}
        objectives:
          - {id: O1, statement: "Doses are signed for, 95 of 100"}  # here
          - {id: O2, statement: "Doses are signed for, 99 of 100", measures: M7}
    """)
    found.one(Code.UNMEASURED, "O1 names no measure", "`measures: M7`")


@pytest.mark.parametrize("year", [2026, 2040])
def test_the_day_of_the_build_yields_no_warning(year: int) -> None:
    """The warnings of plan health are the same today and in 14 years: a strict build stays as it was."""
    high = [an_action(id=f"A{n}", due="2026-06-30", priority="high", done_when="Ongoing") for n in range(1, 5)]
    said = [
        one.code.value
        for one in check(traced_actions(*high, today=date(year, 5, 12)))
        if one.severity is Severity.WARNING
    ]
    assert sorted(said) == ["AP220"] * 4 + ["AP221", "AP222"]


def test_numbers_tell_what_plan_health_is() -> None:
    """AP22x and AP33x, warnings and gaps, hold these rules and no others."""
    assert {code.value for code in Code if code.is_plan_health} == {
        "AP220", "AP221", "AP222", "AP223",
        "AP330", "AP331", "AP332", "AP333", "AP334", "AP335", "AP336", "AP337", "AP338", "AP339",
    }  # fmt: skip
