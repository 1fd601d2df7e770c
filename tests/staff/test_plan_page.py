"""The page of a plan: its verdict, its findings, its figures and milestones on one screen, and the rest by link."""

import re

import pytest

from action_plans.model.problem import Severity
from action_plans.staff.context import PageContext
from action_plans.staff.pages.plan_page import plan_page
from action_plans.tracing.addresses import addresses
from action_plans.tracing.trace import Trace
from tests.agreement.printed import gaps_listed
from tests.builders import a_check, a_closed_action, a_finding, a_line, a_plan, an_action, traced
from tests.staff.page_making import context_of, finding, plan
from tests.staff.reading_html import Reading, in_order, section, words


def _said(*actions: dict[str, object], **said: object) -> str:
    return words(plan(traced(a_plan(**{"actions": actions, **said}))))


@pytest.mark.parametrize(
    ("actions", "word", "why"),
    [
        ([an_action(due="2026-04-30")], "Not on course", "Of one action one is late."),
        ([a_closed_action(checks=[a_check("2026-05-06", "slipped")])], "Not on course", "one has slipped."),
        ([an_action(progress="off-track")], "Not on course", "one is off track."),
        ([], "Not on course", "One finding has no action."),
        ([an_action(progress="at-risk")], "At risk", "one is at risk."),
        ([an_action(), an_action(id="A2", depends_on="A1", due="2026-06-20")], "At risk", "one is likely to be late."),
        ([a_closed_action()], "At risk", "one has no proof."),
        ([an_action()], "On course", "The one open action goes to plan."),
        ([a_closed_action(checks=[a_check("2026-04-10")])], "Put right", "The finding is put right and proven."),
    ],
)
def test_the_plan_has_a_verdict(actions: list[dict[str, object]], word: str, why: str) -> None:
    """One word for the whole plan and the sentence that says why: both from what its actions and findings come to."""
    assert list(in_order(_said(*actions), word, why)) == []


def test_a_missed_milestone_takes_a_plan_off_course() -> None:
    """Whatever its actions say, a milestone that has passed and is not reached is told at the top."""
    said = _said(an_action(), milestones=[{"id": "MS1", "title": "Safe nights", "due": "2026-04-30"}])

    assert list(in_order(said, "Not on course", "One milestone was missed.")) == []


def test_an_empty_plan_says_that_it_has_not_begun() -> None:
    """A plan without findings and actions is neither on course nor off it."""
    said = _said(findings=[])

    assert list(in_order(said, "Not begun", "neither findings nor actions", "No finding is written yet.")) == []


def test_each_finding_has_a_row_with_what_a_board_asks() -> None:
    """Regulation, what keeps people safe meanwhile, verdict, how many actions are closed and what is missing."""
    breach = a_finding(kind="breach", regulations=["Regulation 12(2)(g)"], keeping_safe="A nurse counts each box.")
    actions = [
        a_closed_action(id="A1", checks=[a_check("2026-05-06", "slipped")]),
        an_action(id="A2", due="2026-04-30"),
        an_action(id="A3", due="2026-04-29"),
    ]
    text = section(plan(traced(a_plan(findings=[breach], actions=actions))), "_findings")

    what = ("Breach of a regulation · Regulation 12(2)(g)", "Meanwhile: A nurse counts each box.", "Slipped")
    assert list(in_order(text, *what, "1 of 3 closed, one not holding", "A1 does not hold", "A2 and A3 are late")) == []


def test_the_row_of_a_finding_counts_the_gaps_that_its_page_lists() -> None:
    """What is named in few words and what is counted besides come to all that the page lists; a warning is no gap."""
    late = [an_action(id=f"A{number}", due="2026-04-30") for number in range(1, 4)]
    trace = traced(a_plan(actions=[*late, an_action(id="A4", evidence=[a_line()])], next_assessment="2026-06-01"))
    listed = len(gaps_listed(finding(trace)))
    row = section(plan(trace), "_findings")

    assert "A1 , A2 and A3 are late" in row
    warnings = [one for one in context_of(trace).problems if one.severity is Severity.WARNING]
    assert len(warnings) == 1
    assert re.search(r"more: \w+ gaps? and one warning", row)
    assert listed == 3 + {"two": 2, "three": 3, "four": 4}[re.findall(r"and (\w+) more", row)[0]]
    assert re.search(r"listed below: \w+ gaps and one warning\.", words(finding(trace)))


def test_what_keeps_people_safe_is_told_while_a_breach_is_not_proven() -> None:
    """It is of use until the breach is put right and proven; where it is not written, that is said."""
    breach = a_finding(kind="breach", regulations=["Regulation 12"], keeping_safe="A nurse counts each box.")
    proven = a_closed_action(checks=[a_check("2026-04-10")])

    assert "A nurse counts each box." not in _said(proven, findings=[breach])
    assert "What keeps people safe meanwhile is not written" in _said(findings=[{**breach, "keeping_safe": None}])


def test_a_gap_that_the_plan_accepts_is_said_as_such() -> None:
    """Nothing is missing of a finding whose only gap is accepted, and the row says that there is one."""
    accepted = {"code": "AP301", "item": "F1", "because": "The meeting decides", "until": "2026-12-31"}

    assert "one gap, accepted" in _said(accepted=[accepted])


def test_the_rest_is_a_link_away() -> None:
    """Each page of the plan that holds something is named with what it holds; lists of actions are not repeated."""
    html = plan(_whole())
    more = section(html, "_more")

    assert list(in_order(more, "From finding to proof", "Process flow", "Board summary", "Spreadsheet")) == []
    assert "A2" not in more


def test_who_runs_it_and_when_it_is_looked_at_stands_in_one_line() -> None:
    """The lead, the next review and the day by which CQC is expected, with how far off that is."""
    said = _said(an_action(), lead="RM", next_review="2026-05-15", next_assessment="2026-05-22")

    assert "Led by the registered manager. Next review Friday 15 May 2026." in said
    assert "CQC is expected by 22 May 2026, in 10 days." in said


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
    said = ("30 Jun", "MS1 Safe nights", "Not reached yet", "1 of 2", "waits for A1")
    assert list(in_order(section(plan(_whole()), "_milestones"), *said)) == []


def _moved(trace: Trace, monkeypatch: pytest.MonkeyPatch, **where: str) -> str:
    """Return the plan's page where these things have these addresses."""
    moved = {f"OAK/{item}": f"plans/oak/{page}" for item, page in where.items()}
    monkeypatch.setattr(PageContext, "addresses", {**addresses(trace.references.nodes), **moved})
    return plan(trace)


def test_what_no_other_page_shows_is_shown_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """An objective and a risk say all that is written of them where their address is on this page."""
    text = section(_moved(_whole(), monkeypatch, O1="#o1", R1="#r1"), "_also")

    said = ("O1 From 81 to 95", "24 April 2026", "Partly achieved", "R1 Post stays empty", "Likelihood: 4", "Impact: 3")
    assert list(in_order(text, *said)) == []


def test_what_has_a_page_of_its_own_is_named_and_leads_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its old place on the plan's page stays and holds the link to where it is shown now, and nothing twice."""
    trace = _whole()
    html = _moved(trace, monkeypatch, O1="objectives/#o1", R1="risks/#r1", M1="measures/#m1")

    assert '<li id="r1"><a class="to" href="../../plans/oak/risks/index.html#r1">' in html
    assert "Likelihood: 4" not in words(html)
    assert re.search(
        r'<tr role="row" id="m1"><th[^>]*><a class="to" href="../../plans/oak/measures/index.html#m1">', html
    )
    found = [entry.anchor for entry in plan_page(context_of(trace), trace.portfolio.plans[0]).search]
    assert found == ["", "ms1"]


def test_a_name_of_a_section_cannot_meet_an_id() -> None:
    """A plan may call its measures what it likes: no anchor stands twice."""
    sections = [id_ for id_ in Reading(plan(_whole())).ids if id_.startswith("_")]
    measures = [{"id": name.strip("_") or "M", "title": "A measure"} for name in sections]
    reading = Reading(plan(traced(a_plan(measures=measures))))

    assert sections
    assert reading.faults == []
