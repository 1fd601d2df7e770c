"""What happened since CQC last came: one line on findings, actions and regulations, counted from a day that is said."""

from action_plans.staff.pages.by_regulation_page import by_regulation_page
from action_plans.tracing.trace import Trace
from tests.builders import a_check, a_closed_action, a_finding, a_line, a_plan, an_action, traced
from tests.staff.page_making import action, context_of, finding, home, plan
from tests.staff.reading_html import section, words

VISIT = {"id": "S1", "kind": "assessment", "title": "Report", "assessed": {"from": "2026-02-12", "to": "2026-02-14"}}
BREACH = a_finding(regulations=["Regulation 12"])
NEWS = {"date": "2026-04-02", "text": "It goes on"}


def _moved(day: str, due: str) -> dict[str, object]:
    return {"date": day, "due": due}


ACTIONS = [
    a_closed_action(id="A1", checks=[a_check("2026-05-06", "slipped")]),
    a_closed_action(id="A2", closed_on="2026-02-14", due="2026-02-14"),
    an_action(
        id="A3", revised=[{"date": "2026-03-01", "due": "2026-08-01"}, {"date": "2026-02-01", "due": "2026-07-01"}]
    ),
    an_action(
        id="A4",
        started="2026-03-02",
        evidence=[a_line("2026-04-01")],
        updates=[{"date": "2026-04-02", "text": "Going"}],
    ),
]


def _plan(**said: object) -> Trace:
    return traced(a_plan(**{"sources": [VISIT], "findings": [BREACH], "actions": ACTIONS, **said}))


def _regulations(trace: Trace) -> str:
    return words(by_regulation_page(context_of(trace)).html)


def test_a_finding_says_in_one_line_what_happened_since_cqc_last_came() -> None:
    """Counted after the last day on which it was looked at: what was done on that day or before is not told again."""
    html = finding(_plan())
    said = words(html)

    line = (
        "Since CQC last came on 14 February 2026: one action closed, one slipped, one begun, one date moved, "
        "one check, one piece of evidence and one update."
    )
    assert line in said
    assert "Due date moved to 1 August 2026" in section(html, "since")
    assert "Due date moved to 1 July 2026" not in said


def test_an_action_says_the_same_of_itself() -> None:
    """Its line leads to its history, where the events stand."""
    said = words(action(_plan(), "OAK/A3"))

    assert "Since CQC last came on 14 February 2026: date moved once. Its history" in said
    assert "Since CQC last came on 14 February 2026: nothing is written." in words(action(_plan(), "OAK/A2"))


def test_a_regulation_has_one_line_for_all_findings_under_it() -> None:
    """An action that serves two findings under one regulation is counted once."""
    both = [{**one, "for": ["F1", "F2"]} for one in ACTIONS]
    trace = _plan(findings=[BREACH, a_finding(id="F2", regulations=["Regulation 12"])], actions=both)

    assert _regulations(trace).count("Since CQC last came on 14 February 2026: one action closed, one slipped") == 1


def test_it_counts_from_the_newest_visit_that_is_over() -> None:
    """A visit that lies ahead or is still going on is none, and neither is that of another body."""
    ahead = {**VISIT, "id": "S2", "assessed": {"from": "2026-05-11", "to": "2026-05-13"}}
    council = {**VISIT, "id": "S3", "from": "Westshire Council", "assessed": "2026-04-16"}
    older = {**VISIT, "id": "S4", "assessed": "2022-10-01"}

    assert "Since CQC last came on 14 February 2026" in words(finding(_plan(sources=[older, ahead, VISIT, council])))


def test_a_visit_counts_for_every_plan_of_the_service() -> None:
    """CQC comes to a service: a second plan of it counts from the same day, another service does not."""
    second = a_plan(id="OAK2", service="Oakfield House", written="2026-03-01")
    elm = a_plan(id="ELM", service="Elm House", written="2026-03-01")
    trace = traced(a_plan(sources=[VISIT], service="Oakfield House"), second, elm)

    assert "Since CQC last came on 14 February 2026" in words(finding(trace, "OAK2/F1"))
    assert "Since the plan was written on 1 March 2026" in words(finding(trace, "ELM/F1"))


def test_without_a_visit_it_says_what_it_counts_from() -> None:
    """The day on which the plan was written; without one everything so far."""
    written = words(finding(_plan(sources=[], written="2026-02-20")))

    assert "Since the plan was written on 20 February 2026: one action closed" in written
    assert "So far: two actions closed" in words(finding(_plan(sources=[])))


def test_each_service_under_a_regulation_has_a_line_of_its_own() -> None:
    """Where several services are told of together, the line names the service it counts for."""
    trace = traced(
        a_plan(sources=[VISIT], findings=[BREACH], actions=ACTIONS, service="Oakfield House"),
        a_plan(id="ELM", findings=[BREACH], actions=[], service="Elm House"),
    )
    said = _regulations(trace)

    assert "Oakfield House, since CQC last came on 14 February 2026: one action closed" in said
    assert "Elm House, so far: nothing is written." in said


def test_on_the_day_a_plan_is_written_it_says_what_the_first_page_says() -> None:
    """What was begun on that day is told on both."""
    trace = traced(a_plan(written="2026-05-12", actions=[an_action(started="2026-05-12")]))

    assert "Since the plan was written on 12 May 2026: one action begun." in words(plan(trace))
    assert "Work began" in section(home(trace), "changed")


def test_what_is_written_of_a_plan_besides_its_actions_is_not_denied() -> None:
    """Where a figure was read and no action touched, the line says that it speaks of actions."""
    measure = {"id": "M1", "title": "Doses", "readings": [{"date": "2026-05-10", "value": 3}]}
    trace = traced(a_plan(written="2026-05-01", measures=[measure]))

    assert "Since the plan was written on 1 May 2026: nothing is written on its actions." in words(plan(trace))
