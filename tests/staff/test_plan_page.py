from action_plans.tracing.trace import Trace
from tests.builders import a_closed_action, a_finding, a_line, a_plan, an_action, traced, traced_actions
from tests.staff.page_making import plan
from tests.staff.reading_html import Reading, in_order, section, words


def test_each_finding_has_a_row_with_what_an_inspector_asks() -> None:
    """Regulation, verdict, what keeps people safe meanwhile and the newest proof stand in one row."""
    finding = a_finding(kind="breach", regulations=["Regulation 12(2)(g)"], keeping_safe="A nurse counts each box.")
    action = an_action(started="2026-03-01", evidence=[a_line("2026-04-01"), a_line("2026-05-01", title="May audit")])
    text = section(plan(traced(a_plan(findings=[finding], actions=[action]))), "_findings")

    row = (
        "Breach of a regulation · Regulation 12(2)(g)",
        "In hand",
        "A nurse counts each box.",
        "May audit , 1 May 2026",
    )
    assert list(in_order(text, *row)) == []


def test_open_actions_begin_with_the_late() -> None:
    """What is late stands above what is due later, whatever the order in the file."""
    actions = [an_action(id="A1"), an_action(id="A2", due="2026-05-20"), an_action(id="A3", due="2026-04-30")]

    assert list(in_order(section(plan(traced_actions(*actions)), "_open"), "A3", "Late", "A2", "Due soon", "A1")) == []


def test_quick_wins_and_long_term_work_are_told_apart() -> None:
    """Where a plan gives timescales, its open actions stand under them."""
    actions = [
        an_action(id="A1", timescale="long-term"),
        an_action(id="A2", timescale="short-term"),
        an_action(id="A3"),
    ]
    text = section(plan(traced_actions(*actions)), "_open")

    assert list(in_order(text, "Short term", "A2", "Long term", "A1", "No timescale given", "A3")) == []


def test_a_moved_date_is_shown_with_the_first() -> None:
    """The list of open actions hides no extension."""
    moved = {"date": "2026-04-13", "due": "2026-08-31"}
    text = section(plan(traced_actions(an_action(due="2026-04-17", revised=[moved]))), "_open")

    assert "31 August 2026 first 17 April 2026" in text


def test_a_closed_action_says_what_stands_behind_it() -> None:
    """Closed is not proven, and the list of closed actions says which is which, the unproven first."""
    proven = a_closed_action(id="A1", checks=[{"date": "2026-04-10", "by": "QL", "result": "holds"}])
    text = section(plan(traced_actions(proven, a_closed_action(id="A2"))), "_closed")

    assert list(in_order(text, "A2", "No proof", "A1", "Verified")) == []


def _whole() -> Trace:
    return traced(
        a_plan(
            objectives=[
                {"id": "O1", "statement": "From 81 to 95", "reviews": [{"date": "2026-04-24", "verdict": "partly"}]}
            ],
            measures=[{"id": "M1", "title": "Doses signed for"}],
            milestones=[{"id": "MS1", "title": "Safe nights", "due": "2026-06-30"}],
            risks=[{"id": "R1", "title": "Post stays empty", "likelihood": 4, "impact": 3}],
            actions=[an_action(milestone="MS1"), a_closed_action(id="A2", milestone="MS1")],
        )
    )


def test_what_has_no_page_of_its_own_can_be_linked_to() -> None:
    """Objectives, measures, milestones and risks have their references as anchors."""
    assert {"o1", "m1", "ms1", "r1"} <= set(Reading(plan(_whole())).ids)


def test_a_milestone_says_how_many_of_its_actions_are_closed_and_what_it_waits_for() -> None:
    """A reader sees how near a milestone is, and what is left."""
    assert (
        list(in_order(section(plan(_whole()), "_milestones"), "MS1 Safe nights", "30 June 2026", "1 of 2", "A1")) == []
    )


def test_an_objective_is_shown_with_its_review() -> None:
    """Whether an aim was reached stands beside it."""
    assert (
        list(in_order(section(plan(_whole()), "_objectives"), "O1 From 81 to 95", "Partly achieved", "24 April 2026"))
        == []
    )


def test_a_name_of_a_section_cannot_meet_an_id() -> None:
    """A plan may call its measures what it likes: no anchor stands twice."""
    sections = [id_ for id_ in Reading(plan(_whole())).ids if id_.startswith("_")]
    measures = [{"id": name.strip("_") or "M", "title": "A measure"} for name in sections]
    reading = Reading(plan(traced(a_plan(measures=measures))))

    assert sections
    assert reading.faults == []


def test_a_plan_of_forty_actions_is_drawn_action_by_action() -> None:
    """Up to about 40, the flow shows every action."""
    assert "/actions/a40/" in _drawn(40)


def test_a_bigger_plan_is_drawn_finding_by_finding() -> None:
    """Beyond that, findings stand for their actions, with how many are closed."""
    drawn = _drawn(41)

    assert "/findings/f2/" in drawn
    assert "/actions/" not in drawn
    assert "0 of 20 actions" in words(drawn)


def _drawn(count: int) -> str:
    actions = [
        an_action(id=f"A{n}", for_=f"F{1 + n % 2}", depends_on=[f"A{n - 1}"] if n > 1 else [])
        for n in range(1, count + 1)
    ]
    html = plan(traced(a_plan(actions=actions, findings=[a_finding(), a_finding(id="F2")])))
    return f"<svg{html.partition('<svg')[2].rpartition('</svg>')[0]}</svg>"
