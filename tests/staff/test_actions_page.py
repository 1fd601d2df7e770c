"""The open actions of a plan: by date, and in short lists by role, state, finding and month."""

from action_plans.model.plan import Plan
from action_plans.staff.pages.actions_page import actions_page
from action_plans.staff.parts.filters import in_order as natural_order
from tests.builders import a_check, a_closed_action, a_finding, a_plan, an_action, traced
from tests.staff.page_making import context_of
from tests.staff.reading_html import Reading, faults, in_order, section, words


def html(plan: Plan) -> str:
    """Return the HTML of the page."""
    return actions_page(context_of(traced(plan)), plan).html


MANY = a_plan(
    findings=[a_finding(), a_finding(id="F2", title="Doors did not close")],
    objectives=[{"id": "O1", "statement": "Every dose is signed for by July"}],
    actions=[
        an_action(due="2026-08-20", for_=["F1", "F2"]),
        an_action(id="A2", title="Close doors", due="2026-05-01", owner="DM", for_="F2", depends_on="A1"),
        an_action(id="A3", title="Sign", due="2026-06", for_="O1", priority="high"),
        a_closed_action(id="A4", title="Watch", checks=[a_check("2026-05-06", "slipped")]),
        a_closed_action(id="A5", title="Old news", checks=[a_check("2026-05-06")]),
        an_action(id="A6", title="Given up", stopped={"date": "2026-05-01"}),
    ],
)


def test_everything_that_is_to_be_done_stands_by_date() -> None:
    """What slipped first, then by date; what is closed and holds, or was stopped, is not there."""
    text = section(html(MANY), "_by-date")
    assert list(in_order(text, "Watch", "Close doors", "11 days late", "Sign", "Count medicines")) == []
    assert "Old news" not in text
    assert "Given up" not in text


def test_each_role_state_finding_and_month_leads_to_its_short_list() -> None:
    """Every link within the page leads to a list that is there, and the list holds those and no others."""
    made = html(MANY)
    reading = Reading(made)
    within = {link.removeprefix("#") for link in reading.links if link.startswith("#")}
    assert {
        "_role-dm", "_state-overdue", "_state-slipped", "_finding-f2", "_objective-o1", "_month-2026-05",
        "_month-2026-06",
    } <= within  # fmt: skip
    assert within <= set(reading.ids)
    lists = {part.partition('"')[0]: words(f"<p>{part.partition('</section>')[0]}") for part in made.split('h3 id="')}
    assert "Close doors" in lists["_finding-f2"]
    assert "Count medicines" in lists["_finding-f2"]
    assert "Sign" not in lists["_finding-f2"]
    assert "Close doors" in lists["_month-2026-05"]


def test_rows_are_found_by_several_things_at_once() -> None:
    """The script of the list of evidence finds each row by its role, state, findings, month and priority."""
    row = next(part for part in html(MANY).split("<tr") if 'id="a1"' in part)
    assert 'data-role="rm"' in row
    assert 'data-finding="f1 f2"' in row
    assert 'data-month="2026-08"' in row
    assert 'data-priority="-"' in row


def test_what_nobody_fills_is_no_column() -> None:
    """Without findings and without words for when it is done there is no column for either."""
    made = html(a_plan(findings=[], actions=[an_action(for_=[], done_when=None)]))
    assert "For</th>" not in made
    assert "Done when</th>" not in made


def test_a_plan_with_nothing_to_do_says_so_and_is_not_linked() -> None:
    """The page exists, and the menu of the plan leaves it out."""
    plan = a_plan(actions=[a_closed_action(checks=[a_check("2026-05-06")])])
    assert "No action is open." in words(html(plan))
    menu = context_of(traced(plan)).menu(plan)
    assert "actions" not in [entry.page for entry in menu]
    assert "actions" in [entry.page for entry in context_of(traced(MANY)).menu(MANY)]


def test_no_id_of_an_action_stands_in_the_way_of_a_list() -> None:
    """Actions called like our own anchors keep theirs, and every anchor stands once."""
    made = html(a_plan(actions=[an_action(id="by-date"), an_action(id="role-rm"), an_action(id="month-2026-07")]))
    assert [fault for fault in faults(made) if "twice" in fault] == []


def test_short_lists_stand_in_the_order_in_which_people_look_for_them() -> None:
    """States the gravest first, findings by their reference, months by the calendar, whatever is due first."""
    made = html(MANY)
    anchors = [part.partition('"')[0] for part in made.split('<h3 id="')[1:]]
    assert [one for one in anchors if "state" in one][:2] == ["_state-slipped", "_state-overdue"]
    assert [one for one in anchors if "finding" in one] == ["_finding-f1", "_finding-f2"]
    months = [one for one in anchors if "month" in one]
    assert months == sorted(months)


def test_the_months_to_choose_stand_in_time() -> None:
    """August before September before April of the next year: nobody looks for a month by its letters."""
    days = ("2027-04-30", "2026-09-30", "2026-08-31")
    made = html(a_plan(actions=[an_action(id=f"A{number}", due=day) for number, day in enumerate(days)]))
    choices = made.partition('name="month"')[2].partition("</select>")[0]
    assert list(in_order(choices, "August 2026", "September 2026", "April 2027")) == []


def test_names_stand_in_the_order_of_their_numbers_however_long() -> None:
    """Team 2 before team 10, and both before one whose number nobody counts with."""
    two, ten, endless = (f"Team {number} lead" for number in ("2", "10", "9" * 5000))
    assert sorted((endless, ten, two), key=natural_order) == [two, ten, endless]
