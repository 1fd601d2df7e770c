"""One board over all plans: where its decisions are wanted, in nine services as in two."""

from action_plans.model.plan import Plan
from action_plans.staff.pages.provider_board_page import provider_board_page
from tests.builders import a_check, a_closed_action, a_plan, an_action, traced
from tests.project import Project
from tests.staff.edition import PLAN, made_of
from tests.staff.page_making import context_of
from tests.staff.reading_html import in_order, words


def said(*plans: Plan) -> str:
    """Return what the board of these plans reads."""
    return words(provider_board_page(context_of(traced(*plans))).html)


def test_the_plan_that_asks_most_stands_first_with_its_service() -> None:
    """What does not hold comes before what is late, and that before a plan in which all is well."""
    well = a_plan(id="ASH", title="Ash plan", service="Ash House")
    late = a_plan(id="ELM", title="Elm plan", service="Elm House", actions=[an_action(due="2026-05-01")])
    slipped = a_plan(
        id="OAK", title="Oak plan", service="Oak House",
        actions=[a_closed_action(checks=[a_check("2026-05-06", "slipped")])],
    )  # fmt: skip
    page = said(well, late, slipped)
    parts = (
        "Two decisions are asked for, in two plans of 3.",
        "OAK Oak plan Oak House One does not hold.", "Open again what did not hold",
        "ELM Elm plan Elm House One is late.",
        "ASH Ash plan Ash House Nothing is late",
    )  # fmt: skip
    assert list(in_order(page, *parts)) == []


def test_turning_points_name_their_service() -> None:
    """Rows of several services never read alike."""
    plans = [a_plan(id=name, service=f"{name} House", actions=[an_action(due="2026-05-04")]) for name in ("ASH", "ELM")]
    page = said(*plans)
    assert "ASH/A1 ASH House: was due, and is not done." in page
    assert "ELM/A1 ELM House: was due, and is not done." in page


def test_one_plan_needs_no_second_page(project: Project) -> None:
    """With one plan its own summary is the board's; with two there is a page, and both summaries lead to it."""
    alone = made_of(project.write({"plans/oak.yaml": PLAN}))
    assert "board/" not in alone.pages
    both = made_of(project.write({"plans/elm.yaml": PLAN.replace("id: OAK", "id: ELM").replace("Oakfield", "Elm")}))
    assert 'href="../../../board/"' in both.pages["plans/oak/board/"].html
    assert 'href="../board/"' in both.pages["plans/"].html
    assert "For the board: all plans" in both.said("board/")


def test_an_answer_that_is_late_is_asked_for() -> None:
    """A notice that nobody answered in time is a decision of the board over several plans, too."""
    notice = {"id": "RN1", "kind": "requirement-notice", "title": "Notice of May", "response_due": "2026-05-01"}
    page = said(a_plan(id="ASH", service="Ash House"), a_plan(id="ELM", service="Elm House", sources=[notice]))
    assert "should have been answered by now" in page
