"""Several services: which needs somebody first, how each stands, and what was otherwise a month before."""

import pytest

from action_plans.model.plan import Plan
from action_plans.staff.pages.by_key_question_page import by_key_question_page
from action_plans.staff.pages.plans_page import plans_page
from action_plans.staff.pages.service_pages import service_pages, services_page
from action_plans.tracing.page_list import pages_of
from tests.builders import a_check, a_closed_action, a_finding, a_plan, an_action, traced
from tests.staff.page_making import context_of, home
from tests.staff.reading_html import Reading, in_order, section, words


def a_home(name: str, *actions: dict[str, object], rating: str = "", **said: object) -> Plan:
    """A plan of a service of its own, with the rating that CQC gave it."""
    source = {"id": "CQC26", "kind": "assessment", "title": "Report", "published": "2026-03-20"}
    rated = {**source, "ratings": {"overall": rating}} if rating else source
    whole = {"id": name.upper(), "service": f"{name} House", "sources": [rated], "actions": list(actions), **said}
    return a_plan(**whole)


LATE = an_action(due="2026-04-30")
SLIPPED = a_closed_action(id="A2", checks=[a_check("2026-05-06", "slipped")])
FINE = an_action(id="A3", started="2026-05-01")


def test_the_worst_service_comes_first() -> None:
    """What has slipped or is late before what goes well; by rating, then what has slipped before what is late."""
    plans = [
        a_home("Elm", LATE, SLIPPED, rating="good"),
        a_home("Fir", FINE, rating="requires-improvement"),
        a_home("Oak", LATE, rating="requires-improvement"),
        a_home("Ash", SLIPPED, rating="requires-improvement"),
        a_home("Yew", FINE, rating="inadequate"),
    ]
    text = section(home(traced(*plans)), "services")

    assert list(in_order(text, "Ash House", "Oak House", "Elm House", "Yew House", "Fir House")) == []
    said = words(services_page(context_of(traced(*plans))).html)
    first = (
        "Those where an action has slipped, an action, answer or message is late, or a finding has no action, come "
        "first, then the others."
    )
    assert f"Five services. {first}" in said
    assert "the worst first" in said


def test_what_is_not_to_plan_needs_attention_where_plans_stand_in_rows() -> None:
    """Off track, at risk and a missed milestone are named like what is late, on every list of plans."""
    off = an_action(id="A4", started="2026-05-01", progress="off-track")
    risky = an_action(id="A5", started="2026-05-01", progress="at-risk")
    missed = {"id": "MS1", "title": "All safe", "due": "2026-05-01"}
    plan = a_home("Oak", off, risky, milestones=[missed])
    said = words(plans_page(context_of(traced(plan, a_home("Elm", FINE)))).html)
    assert "1 off track, 1 at risk, 1 milestone missed" in said


def test_a_finding_without_action_is_named_and_its_service_comes_first() -> None:
    """Nothing is done about it, which no count of actions tells: it has a row, and its service says so."""
    breach = a_finding(id="F9", kind="breach", keeping_safe="A nurse counts")
    plans = [a_home("Elm", FINE, rating="good", findings=[a_finding(), breach]), a_home("Oak", FINE, rating="good")]
    html = home(traced(*plans))
    assert list(in_order(section(html, "services"), "Elm House", "One finding has no action.", "Oak House")) == []
    assert "Oak House One finding" not in words(html)
    row = section(html, "not-to-plan")
    assert list(in_order(row, "No action", "ELM/F9", "Breach of a regulation")) == []
    assert "Nothing is late, blocked" not in words(home(traced(plans[0])))


def test_the_first_page_says_where_to_go_today() -> None:
    """A row says rating, days to the assessment, what has slipped, is late, off track, unproven, and what changed."""
    late = an_action(due="2026-05-01")
    text = section(
        home(traced(a_home("Elm", late, rating="good", next_assessment="2026-06-01"), a_home("Oak"))), "services"
    )

    assert list(in_order(text, "Elm House", "Good", "in 20 days", "0", "1", "0", "0", "1 more late")) == []


def test_a_late_answer_and_a_late_message_stand_under_late() -> None:
    """No action tells of them: the table, the page of services and that of the service do; one that is sent is none."""
    asked = {"id": "S2", "kind": "warning-notice", "title": "Notice", "response_due": "2026-05-01"}
    message = {"id": "C1", "audience": "Families", "message": "What we do", "due": "2026-05-01"}
    sent = {**message, "id": "C2", "done_on": "2026-05-01"}
    plans = [a_home("Elm", FINE, sources=[asked], communications=[message, sent]), a_home("Oak", FINE, rating="good")]
    trace = traced(*plans)
    table = section(home(trace), "services")

    assert list(in_order(table, "Elm House", "0 and one answer and one message", "Oak House")) == []
    assert table.count("and one") == 2
    assert "0 and one answer and one message" in words(services_page(context_of(trace)).html)
    assert "Late 0, and one answer and one message" in words(_page("services/elm-house/", *plans))


def test_each_service_has_three_rows_at_most_and_each_row_names_it() -> None:
    """The rest of a service is on its page, and no two rows read alike."""
    late = [an_action(id=f"A{number}", due="2026-04-30") for number in range(5)]
    html = home(traced(a_home("Elm", *late), a_home("Oak", *late)))
    text = section(html, "not-to-plan")

    assert html.count('class="row"') == 6
    assert text.count("Registered manager Elm House") == 3
    assert text.count("Two more that do not go to plan") + text.count("two more that do not go to plan") == 2
    assert "services/elm-house/index.html" in Reading(html).links


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (an_action(due="2026-05-01"), "1 more late"),
        (an_action(due="2026-04-01"), "Nothing"),
        (a_closed_action(), "Nothing"),
        (a_closed_action(due="2026-05-30", closed_on="2026-05-01"), "1 more without proof, 1 more closed"),
        (
            a_closed_action(due="2026-04-01", closed_on="2026-05-01"),
            "1 more without proof, 1 fewer late, 1 more closed",
        ),
        (a_closed_action(checks=[a_check("2026-05-06", "slipped")]), "1 more slipped, 1 fewer without proof"),
        (a_closed_action(checks=[a_check("2026-05-06")]), "1 fewer without proof"),
        (
            an_action(due="2026-04-01", revised=[{"date": "2026-05-01", "due": "2026-06-30", "reason": "Leave"}]),
            "1 fewer late",
        ),
        (a_closed_action(reopened=[{"date": "2026-05-01", "reason": "No"}]), "1 more late, 1 fewer without proof"),
    ],
)
def test_a_month_before_is_worked_out_from_the_dates(action: dict[str, object], said: str) -> None:
    """On 12 April what is dated later had not happened: closings, checks, new dates, reopenings."""
    html = _page("services/elm-house/", a_home("Elm", action), a_home("Oak"))

    assert list(in_order(words(html), "In a month", said, "on 12 April 2026")) == []


def test_a_plan_written_since_is_not_compared() -> None:
    """Of a service that had no plan a month before nothing is said to have become worse."""
    html = _page("services/elm-house/", a_home("Elm", LATE, written="2026-05-01"), a_home("Oak"))

    assert "No plan a month ago" in words(html)
    assert "was 0" not in words(html)


def test_the_page_of_a_service_leads_on() -> None:
    """Verdicts, the last update, what does not go to plan, its plans and its way in by key question."""
    news = {"date": "2026-05-10", "by": "RM", "text": "The pharmacist comes."}
    plan = a_home("Elm", an_action(due="2026-04-30", updates=[news]), findings=[a_finding()])
    html = _page("services/elm-house/", plan, a_home("Oak"))

    assert list(in_order(words(html), "One in hand.", "10 May 2026", "The pharmacist comes.", "Plans")) == []
    assert {"../../plans/elm/index.html", "../../services/elm-house/by-key-question/index.html"} <= set(
        Reading(html).links
    )


def test_two_services_are_both_and_three_are_all() -> None:
    """The link to all of them says how many there are, as people do."""
    two = [a_home("Elm"), a_home("Oak")]

    assert "Both services, against last month" in words(home(traced(*two)))
    assert "All three services, against last month" in words(home(traced(*two, a_home("Ash"))))


def test_a_report_without_ratings_is_no_newest_rating() -> None:
    """By key question a service that nobody rated is not known, as on the page of services."""
    trace = traced(a_home("Elm"), a_home("Oak", rating="good"))
    said = words(by_key_question_page(context_of(trace)).html)

    assert list(in_order(said, "Elm House", "Not known", "Oak House", "20 March 2026", "Good")) == []
    assert "Elm House 20 March" not in said


def test_with_one_service_there_are_no_such_pages() -> None:
    """However many plans it has."""
    trace = traced(a_plan(), a_plan(id="ELM"))

    assert list(service_pages(context_of(trace))) == []
    assert not any(address.startswith("services/") for address, _, _ in pages_of(trace))


def test_the_pages_of_services_have_their_place_among_the_addresses() -> None:
    """What is held against a site's own pages are those that there are."""
    trace = traced(a_home("Elm"), a_home("Oak"))
    told = {address for address, _, _ in pages_of(trace) if address.startswith("services/")}
    made = {page.address for page in service_pages(context_of(trace))}

    assert made == {address for address in told if address.count("/") == 2}


def test_the_first_page_stays_small() -> None:
    """Of 300 findings and 300 late actions, and of nine services, the first page holds what fits."""
    findings = [a_finding(id=f"F{number}", kind="breach") for number in range(300)]
    late = [an_action(id=f"A{number}", due="2026-04-30", for_=f"F{number}") for number in range(300)]
    updates = [{"date": "2026-05-10", "by": "RM", "text": "A sentence of news that is as long as people write."}]
    many = [{**one, "updates": updates} for one in late]

    assert len(home(traced(a_plan(findings=findings, actions=many))).encode()) < 30_000
    assert len(home(traced(*(a_home(f"Elm{number}", *many[:20]) for number in range(9)))).encode()) < 40_000


def _page(address: str, *plans: Plan) -> str:
    return next(page.html for page in service_pages(context_of(traced(*plans))) if page.address == address)


def test_a_month_in_which_cqc_may_come_is_told_as_that() -> None:
    """Nobody knows the day: it may be the first."""
    one = a_home("Elm", FINE, next_assessment="2026-07")
    assert "CQC may come in July 2026." in words(home(traced(one)))
    several = section(home(traced(one, a_home("Oak", FINE, next_assessment="2026-06-01"))), "services")
    assert list(in_order(several, "Oak House", "in 20 days", "Elm House", "in July 2026")) == []
