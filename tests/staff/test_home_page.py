from tests.builders import a_check, a_closed_action, a_finding, a_line, a_plan, an_action, traced, traced_actions
from tests.project import Project
from tests.small_plans import OAK
from tests.staff.edition import made_of
from tests.staff.page_making import home
from tests.staff.reading_html import Reading, in_order, section, words


def test_what_is_closed_and_not_proven_has_a_list_of_its_own() -> None:
    """What has no proof stands before what nobody independent has checked, the longest closed first."""
    actions = [
        a_closed_action(id="A1", evidence=[a_line("2026-03-30")]),
        a_closed_action(id="A2", closed_on="2026-04-20"),
        a_closed_action(id="A3"),
    ]
    html = home(traced_actions(*actions))

    assert list(in_order(section(html, "proof"), "A3", "No proof", "A2", "No proof", "A1", "Not checked")) == []
    assert "A3" not in section(html, "not-to-plan")


def test_where_nothing_is_closed_nothing_is_said_to_be_checked() -> None:
    """That all of it has been checked is said only where there is something."""
    assert "Nothing is closed yet." in section(home(traced_actions(an_action())), "proof")
    checked = a_closed_action(checks=[a_check("2026-04-10")])
    assert "Whatever is closed has been checked." in section(home(traced_actions(checked)), "proof")


def test_what_slipped_comes_first_and_what_is_at_risk_last() -> None:
    """Slipped, late, off track, blocked, likely late, at risk: the order in which somebody has to look."""
    actions = [
        an_action(id="A1", progress="at-risk"),
        an_action(id="A2", depends_on="A4", due="2026-06-20"),
        an_action(id="A3", depends_on="A6", due="2026-05-20"),
        an_action(id="A4", progress="off-track"),
        an_action(id="A5", due="2026-04-30"),
        an_action(id="A6", due="2026-05-18"),
        a_closed_action(id="A7", checks=[a_check("2026-05-06", "slipped")]),
    ]
    text = section(home(traced_actions(*actions)), "not-to-plan")

    expected = ("Slipped", "A7", "Late", "A5", "Off track", "A4", "Blocked", "A3", "Likely late", "A2", "At risk", "A1")
    assert list(in_order(text, *expected)) == []


def test_high_priority_and_the_longest_wait_come_first() -> None:
    """Of what is late, high before low, and of one priority what was due first."""
    actions = [
        an_action(id="A1", due="2026-01-31", priority="low"),
        an_action(id="A2", due="2026-05-01"),
        an_action(id="A3", due="2026-03-01"),
        an_action(id="A4", due="2026-05-10", priority="high"),
    ]
    text = section(home(traced_actions(*actions)), "not-to-plan")

    assert list(in_order(text, "A4", "A3", "A2", "A1")) == []


def test_a_row_says_since_when_what_is_new_and_who_has_it() -> None:
    """Nobody has to open a page to know how it stands."""
    news = {"date": "2026-05-10", "by": "RM", "text": "The pharmacist comes on Friday."}
    moved = {"date": "2026-04-01", "due": "2026-04-30", "reason": "Leave"}
    action = an_action(due="2026-03-31", revised=[moved], updates=[news])
    text = section(home(traced_actions(action)), "not-to-plan")

    expected = ("Late", "12 days, moved once", "A1 Count medicines", "The pharmacist comes on Friday.", "manager")
    assert list(in_order(text, *expected)) == []


def test_one_thing_has_one_row() -> None:
    """An action that is late and whose check is late stands once, with both."""
    text = section(home(traced_actions(an_action(due="2026-04-30", check_due="2026-05-01"))), "not-to-plan")

    assert text.count("Count medicines") == 1
    assert list(in_order(text, "12 days", "11 days late")) == []


def test_each_row_has_the_block_to_paste(project: Project) -> None:
    """Beside a late action stand the file, the line and today's date; in a pack, which has no files, nothing does."""
    made = made_of(project.write({"plans/oak.yaml": OAK.replace("2026-06-24", "2026-05-01")}))
    text = section(made.pages[""].html, "not-to-plan")
    line = OAK.split("\n").index("    due: 2026-06-24") + 1

    assert list(in_order(text, "What to write", "Done?", "closed_on: 2026-05-12", "Not done?", "plans/oak.yaml")) == []
    assert f"below line {line}" in text
    assert "What to write" in made.said("problems/")
    assert "What to write" in made.said("plans/oak/actions/a1/")


def test_an_answered_gap_is_shown_apart_with_its_reason() -> None:
    """What a plan answers is not hidden, and does not stand among what needs a person."""
    answer = {"code": "AP301", "item": "F1", "because": "The meeting on 15 May decides.", "until": "2026-05-29"}
    html = home(traced(a_plan(actions=[], accepted=[answer])))

    assert "F1" not in section(html, "not-to-plan")
    assert "The meeting on 15 May decides." in section(html, "accepted")


def test_a_long_list_is_cut_and_leads_to_the_rest() -> None:
    """Of 300 late actions the home page lists seven and says where the others are."""
    html = home(traced_actions(*(an_action(id=f"A{number}", due="2026-04-30") for number in range(300))))

    assert html.count('class="row"') == 7
    assert "293 more that do not go to plan" in words(html)
    assert "problems/index.html#gap" in Reading(html).links


def test_a_count_leads_to_what_it_counts() -> None:
    """Each figure at the top is a link, to the first row of its kind or to all problems."""
    html = home(traced_actions(an_action(due="2026-04-30"), a_closed_action(id="A2")))
    reading = Reading(html)
    within = [link.removeprefix("#") for link in reading.links if link.startswith("#")]

    assert {"overdue", "proof"} <= set(within)
    assert set(within) <= set(reading.ids)


def test_a_quiet_week_shows_the_last_28_days() -> None:
    """Where nothing happened for seven days, the page looks back four weeks and says so."""
    update = {"date": "2026-04-20", "by": "RM", "text": "Both floors begin"}
    text = words(home(traced_actions(an_action(updates=[update]))))

    assert list(in_order(text, "Changed in the last 28 days", "Mon 20 April", "Both floors begin")) == []


def test_a_busy_week_does_not_look_further_back() -> None:
    """What is older than seven days is left to the pages where it stands."""
    old = {"date": "2026-04-20", "by": "RM", "text": "Both floors begin"}
    new = {"date": "2026-05-06", "by": "RM", "text": "First week above target"}
    text = words(home(traced_actions(an_action(updates=[old, new]))))

    assert "Changed in the last seven days" in text
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
    text = section(home(traced(plan)), "all-due")

    expected = ("Monthly update", "Check of A2", "Watch the night round", "MS1 Safe nights", "A1 Count medicines")
    assert list(in_order(text, *expected)) == []


def test_an_answer_that_is_due_is_listed_whatever_number_of_plans_there_are() -> None:
    """A letter to answer leads to the page of its own plan's sources."""
    letter = {"id": "S1", "kind": "requirement-notice", "title": "Notice", "response_due": "2026-05-20"}
    html = home(traced(a_plan(id="ELM"), a_plan(sources=[letter])))

    assert "Answer Notice" in section(html, "all-due")
    assert "plans/oak/sources/index.html#s1" in Reading(html).links


def test_with_one_plan_its_pages_are_a_link_away() -> None:
    """The first page leads to the plan and to what it holds, and does not repeat it."""
    html = home(traced())

    assert {"plans/oak/index.html", "plans/oak/matrix/index.html"} <= set(Reading(html).links)
    assert "Medicines were not counted" not in section(html, "plan")


def test_only_what_is_in_order_is_said_to_go_to_plan() -> None:
    """“Everything goes to plan” stands over no gap that the rows or the first sentence tell."""
    said = "Everything goes to plan."
    task = {"what": "Watch the night round", "by": "2026-05-01"}
    letter = {"id": "S1", "kind": "requirement-notice", "title": "Notice", "response_due": "2026-05-01"}
    finding = a_finding(keeping_safe="A nurse counts each box.")

    assert said in words(home(traced(a_plan(findings=[finding], actions=[an_action(started="2026-05-01")]))))
    assert said not in words(home(traced_actions(an_action(tasks=[task]))))
    assert said not in words(home(traced(a_plan(sources=[letter]))))
    assert said not in words(home(traced_actions(a_closed_action())))
    assert said not in words(home(traced_actions(an_action(progress="at-risk"))))


def test_the_day_of_the_next_assessment_is_counted_down() -> None:
    """How long there is until CQC may come stands in the first lines."""
    assert "CQC may come in 112 days." in words(home(traced(a_plan(next_assessment="2026-09-01"))))


def test_what_changed_is_counted_from_the_last_version() -> None:
    """With an approval of the plan, what is listed is what came after it."""
    old = {"date": "2026-04-20", "by": "RM", "text": "Both floors begin"}
    new = {"date": "2026-05-08", "by": "RM", "text": "First week above target"}
    approval = {"date": "2026-05-07", "group": "Board", "decision": "Approved", "version": "4"}
    plan = a_plan(actions=[an_action(updates=[old, new])], approvals=[approval])
    text = section(home(traced(plan)), "changed")

    assert "Changed since version 4, 7 May" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "First week above target" in text
    assert "Both floors begin" not in text


def test_with_several_plans_each_has_its_counts() -> None:
    """A service with several plans sees each, with what needs attention."""
    elm = a_plan(id="ELM", title="Elm plan", actions=[an_action(due="2026-04-30")])
    text = section(home(traced(a_plan(), elm)), "plans")

    assert list(in_order(text, "Improvement plan", "Nothing", "Elm plan", "1 late")) == []


def test_a_plan_in_order_says_so() -> None:
    """Where nothing is wrong the page says it in words, rather than showing an empty list."""
    finding = a_finding(keeping_safe="A nurse counts each box.")
    action = an_action(started="2026-05-01")

    assert "Nothing is late, blocked, slipped, off track or at risk." in words(
        home(traced(a_plan(findings=[finding], actions=[action])))
    )
