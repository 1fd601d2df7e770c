from tests.builders import a_check, a_closed_action, a_finding, a_plan, an_action, traced, traced_actions
from tests.staff.page_making import home
from tests.staff.reading_html import Reading, in_order, section, words


def test_the_gravest_comes_first() -> None:
    """What does not hold stands above what is late, and that above what has no proof."""
    actions = [
        a_closed_action(id="A1"),
        an_action(id="A2", due="2026-04-30"),
        a_closed_action(id="A3", checks=[a_check("2026-05-06", "slipped")]),
    ]
    text = section(home(traced_actions(*actions)), "not-to-plan")

    assert list(in_order(text, "Slipped", "A3", "Late", "A2", "No proof", "A1")) == []


def test_a_row_says_what_is_wrong_who_has_it_and_what_would_mend_it() -> None:
    """Nobody has to open a page to know what to do."""
    text = section(home(traced_actions(an_action(due="2026-04-30"))), "not-to-plan")

    expected = ("A1 is 12 days late", "Close it with its evidence", "Registered manager · due 30 April 2026")
    assert list(in_order(text, *expected)) == []
    assert text.count("Registered manager") == 1


def test_one_thing_has_one_row() -> None:
    """An action that is late and whose check is late stands once, with both."""
    text = section(home(traced_actions(an_action(due="2026-04-30", check_due="2026-05-01"))), "not-to-plan")

    assert text.count("Count medicines") == 1
    assert list(in_order(text, "12 days late", "11 days late")) == []


def test_an_answered_gap_is_shown_apart_with_its_reason() -> None:
    """What a plan answers is not hidden, and does not stand among what needs a person."""
    answer = {"code": "AP301", "item": "F1", "because": "The meeting on 15 May decides.", "until": "2026-05-29"}
    html = home(traced(a_plan(actions=[], accepted=[answer])))

    assert "F1" not in section(html, "not-to-plan")
    assert "The meeting on 15 May decides." in section(html, "accepted")


def test_a_long_list_is_cut_and_leads_to_the_rest() -> None:
    """Of 300 late actions the home page lists 25 and says where the others are."""
    html = home(traced_actions(*(an_action(id=f"A{number}", due="2026-04-30") for number in range(300))))

    assert html.count('class="item"') == 25
    assert "275 more" in words(html)
    assert "problems/" in Reading(html).links


def test_a_count_leads_to_what_it_counts() -> None:
    """Each figure at the top is a link, to the first row of its kind or to all problems."""
    html = home(traced_actions(an_action(due="2026-04-30"), a_closed_action(id="A2")))
    reading = Reading(html)
    within = [link.removeprefix("#") for link in reading.links if link.startswith("#")]

    assert {"overdue", "none"} <= set(within)
    assert set(within) <= set(reading.ids)


def test_a_quiet_week_shows_the_last_28_days() -> None:
    """Where nothing happened for seven days, the page looks back four weeks and says so."""
    update = {"date": "2026-04-20", "by": "RM", "text": "Both floors begin"}
    text = words(home(traced_actions(an_action(updates=[update]))))

    assert list(in_order(text, "What changed in the last 28 days", "20 April 2026", "Both floors begin")) == []


def test_a_busy_week_does_not_look_further_back() -> None:
    """What is older than seven days is left to the pages where it stands."""
    old = {"date": "2026-04-20", "by": "RM", "text": "Both floors begin"}
    new = {"date": "2026-05-06", "by": "RM", "text": "First week above target"}
    text = words(home(traced_actions(an_action(updates=[old, new]))))

    assert "What changed in the last seven days" in text
    assert "First week above target" in text
    assert "Both floors begin" not in text


def test_what_is_due_soon_is_more_than_actions() -> None:
    """Tasks, checks, messages and milestones of the next 14 days stand in one list, the nearest first."""
    task = {"what": "Watch the night round", "who": "DM", "by": "2026-05-20"}
    plan = a_plan(
        actions=[an_action(due="2026-05-25", tasks=[task]), a_closed_action(id="A2", check_due="2026-05-15")],
        communications=[{"audience": "CQC", "message": "Monthly update", "due": "2026-05-14"}],
        milestones=[{"id": "MS1", "title": "Safe nights", "due": "2026-05-22"}],
    )
    text = section(home(traced(plan)), "due")

    expected = ("Monthly update", "Check of A2", "Watch the night round", "MS1 Safe nights", "A1 Count medicines")
    assert list(in_order(text, *expected)) == []


def test_an_answer_that_is_due_is_listed_whatever_number_of_plans_there_are() -> None:
    """A letter to answer leads to the page of its own plan's sources."""
    letter = {"id": "S1", "kind": "requirement-notice", "title": "Notice", "response_due": "2026-05-20"}
    html = home(traced(a_plan(id="ELM"), a_plan(sources=[letter])))

    assert "Answer Notice" in section(html, "due")
    assert "plans/oak/sources/#s1" in Reading(html).links


def test_with_one_plan_its_overview_follows() -> None:
    """A service with one plan sees its findings at once."""
    assert "Medicines were not counted" in section(home(traced()), "findings")


def test_with_several_plans_each_has_its_counts() -> None:
    """A provider sees every plan under its service, with what needs attention."""
    elm = a_plan(id="ELM", title="Elm plan", service="Elm Lodge", actions=[an_action(due="2026-04-30")])
    text = section(home(traced(a_plan(), elm)), "plans")

    assert (
        list(in_order(text, "Elm Lodge", "Elm plan", "1 late", "Oakfield House", "Improvement plan", "Nothing")) == []
    )


def test_a_plan_in_order_says_so() -> None:
    """Where nothing is wrong the page says it in words, rather than showing an empty list."""
    finding = a_finding(keeping_safe="A nurse counts each box.")
    action = an_action(started="2026-05-01")

    assert "Nothing is late, blocked, slipped or without proof." in words(
        home(traced(a_plan(findings=[finding], actions=[action])))
    )
