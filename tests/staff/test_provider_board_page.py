"""The board's page for the provider: over all plans, each row with its service, linked both ways."""

import pytest

from action_plans.staff.pages.provider_board_page import provider_board_page
from action_plans.tracing.trace import Trace
from tests.builders import a_check, a_closed_action, a_finding, a_plan, an_action, traced
from tests.project import Project
from tests.staff.edition import PLAN, Made, made_of
from tests.staff.page_making import context_of
from tests.staff.reading_html import faults, in_order, section, words
from tests.staff.test_hostile_words import HOSTILE

BOARD = [{"date": "2026-04-24", "group": "Provider's board", "decision": "Approved"}]


def _trace(**said: object) -> Trace:
    late = an_action(due="2026-05-04")
    elm = a_closed_action(checks=[a_check("2026-05-06", "slipped")])
    return traced(
        a_plan(actions=[late], **said),
        a_plan(id="ELM", title="Elm plan", service="Elm Lodge", actions=[elm], next_review="2026-06-01"),
        a_plan(id="ASH", title="Ash plan", service="Ash Court", approvals=BOARD),
    )


def _html(trace: Trace) -> str:
    return provider_board_page(context_of(trace)).html


def test_decisions_of_all_plans_come_first_each_thing_with_its_service() -> None:
    """What slipped in one home comes before what is late in another, and both say where."""
    said = section(_html(_trace()), "_decisions")

    parts = (
        "What we ask you to decide: two decisions", "Open again", "ELM/A1 Elm Lodge: was closed on 31 March 2026",
        "Agree a new date", "OAK/A1 Oakfield House: is eight days late",
    )  # fmt: skip
    assert list(in_order(said, *parts)) == []


def test_the_first_reasons_are_of_different_services_and_the_rest_is_counted_by_plan() -> None:
    """One home with ten late actions does not hide the one late action of another."""
    many = [an_action(id=f"A{number}", due="2026-05-01") for number in range(1, 11)]
    elm = a_plan(id="ELM", service="Elm Lodge", actions=[an_action(due="2026-05-04")])
    html = _html(traced(a_plan(actions=many), elm))
    said = section(html, "_decisions")

    more = "and eight more: OAK Oakfield House, eight"
    parts = ("OAK/A1 Oakfield House:", "ELM/A1 Elm Lodge:", "OAK/A2 Oakfield House:", more)
    assert list(in_order(said, *parts)) == []
    assert 'href="../plans/oak/board/index.html"' in html


def test_plans_stand_worst_first_with_their_service_and_lead_to_their_own_board_page() -> None:
    """What slipped comes before what is late, and that before what has neither."""
    html = _html(_trace())
    said = section(html, "_plans")

    rows = ("ELM Elm plan Elm Lodge 1 0", "OAK Improvement plan Oakfield House 0 1", "ASH Ash plan Ash Court 0 0")
    assert list(in_order(said, *rows)) == []
    assert 'href="../plans/elm/board/index.html"' in html
    assert "1 June 2026" in said


def test_figures_and_turning_points_are_over_all_plans_since_the_board_met() -> None:
    """A meeting that one plan names counts for all: its day is the newest on which the group decided anything."""
    said = words(_html(_trace(approvals=[{**BOARD[0], "date": "2026-03-01", "group": "PROVIDER'S BOARD"}])))

    assert "Provider's board: since 24 April 2026 It decided (Ash Court): approved." in said
    assert "since 1 March 2026" not in said
    assert "Actions that are late Worse 1 0 on 24 April 2026" in said
    slipped, late = "Slipped ELM/A1 Count medicines Elm Lodge", "Late OAK/A1 Count medicines Oakfield House"
    assert list(in_order(said, slipped, late)) == []
    assert "Registered manager" in said


def _two(project: Project) -> Made:
    elm = PLAN.replace("id: OAK", "id: ELM").replace("Oakfield House", "Elm Lodge")
    return made_of(project.write({"plans/oak.yaml": PLAN, "plans/elm.yaml": elm}))


def test_it_is_linked_from_the_plans_and_from_each_board_page(project: Project) -> None:
    """One step from the page of all plans, and one from each plan's own."""
    made = _two(project)

    assert 'href="../board/index.html"' in made.pages["plans/"].html
    for plan in ("oak", "elm"):
        assert 'href="../../../board/index.html"' in made.pages[f"plans/{plan}/board/"].html
        assert f'href="../plans/{plan}/board/index.html"' in made.pages["board/"].html


def test_one_plan_has_no_such_page_and_no_link_to_it(project: Project) -> None:
    """Its own board page says it all."""
    made = made_of(project.write({"plans/oak.yaml": PLAN}))

    assert "board/" not in made.pages
    assert "../../../board/" not in made.pages["plans/oak/board/"].html
    assert 'href="../board/index.html"' not in made.pages["plans/"].html


def test_two_plans_of_one_service_do_not_name_it_on_each_row() -> None:
    """Where there is nothing to tell apart, there is no column for it."""
    said = section(_html(traced(a_plan(), a_plan(id="SECOND", title="Second"))), "_plans")

    assert "Service" not in said
    assert "Oakfield House" not in said


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_words_stay_words(evil: str) -> None:
    """No text of a plan becomes markup on the provider's page."""
    source = {"id": "R1", "kind": "own", "title": evil, "received": "2026-03-01", "response_due": "2026-04-01"}
    action = an_action(title=evil, due="2026-05-01", updates=[{"date": "2026-05-02", "text": evil}])
    trace = traced(
        a_plan(
            title=evil, service=f"x {evil}"[:60], findings=[a_finding(title=evil)], actions=[action], sources=[source]
        ),
        a_plan(
            id="ELM", service="Elm Lodge", approvals=[{"date": "2026-05-01", "group": f"x {evil}", "decision": evil}]
        ),
    )

    assert faults(_html(trace)) == []


def test_an_answer_that_is_late_is_asked_for_with_its_service() -> None:
    """A notice that nobody answered in time is a decision of the board over several plans, too, and leads to it."""
    notice = {"id": "RN1", "kind": "requirement-notice", "title": "Notice of May", "response_due": "2026-05-01"}
    html = _html(traced(a_plan(), a_plan(id="ELM", service="Elm Lodge", sources=[notice])))
    said = section(html, "_decisions")

    assert list(in_order(said, "Answer what should have been answered by now", "Notice of May Elm Lodge:")) == []
    assert 'href="../plans/elm/sources/index.html#rn1"' in html
