"""What is late beside actions themselves: tasks, checks, messages, answers, on the first page and that of a service."""

from tests.builders import a_plan, an_action, traced, traced_actions
from tests.project import Project
from tests.staff.edition import made_of
from tests.staff.page_making import home
from tests.staff.reading_html import Reading, in_order, section

TWO_HOMES = {
    "plans/elm.yaml": """\
        id: ELM
        title: Elm plan
        service: Elm House
        lead: RM
        roles: {RM: Registered manager, DM: Deputy manager}
        sources:
          - {id: S1, kind: requirement-notice, title: Notice, from: CQC, received: 2026-03-20, response_due: 2026-04-20}
        communications:
          - {audience: Families, message: What we do now, due: 2026-05-01, owner: DM}
          - {audience: Commissioners, message: Each month, due: 2026-05-02}
        findings:
          - {id: F1, title: Medicines, kind: own}
        actions:
          - {id: A1, title: Count medicines, for: F1, owner: RM, due: 2026-05-10, done_when: All are right}
        """,
    "plans/oak.yaml": "id: OAK\ntitle: Oak plan\nservice: Oak House\n",
}


def test_a_late_task_is_told_with_its_own_day_and_person() -> None:
    """An action on track whose task is late is not called late itself, nor its owner asked for the task."""
    tasks = [
        {"what": "Watch the day round", "who": "RM", "by": "2026-05-01"},
        {"what": "Watch the night round", "who": "DM", "by": "2026-04-30"},
    ]
    text = section(home(traced_actions(an_action(tasks=tasks, started="2026-05-01"))), "not-to-plan")

    assert list(in_order(text, "Task late", "12 days, was due 30 April", "A1 Count medicines", "Deputy manager")) == []
    assert "31 July" not in text


def test_a_late_check_is_told_with_its_checker() -> None:
    """Who has to look is who stands there, with the day of the check."""
    action = an_action(check_due="2026-05-01", checker="QL", started="2026-05-01")
    text = section(home(traced_actions(action)), "not-to-plan")

    assert list(in_order(text, "Check late", "11 days, was due 1 May", "A1 Count medicines", "Quality lead")) == []


def test_an_action_off_track_keeps_its_word() -> None:
    """Beside a late task it is still off track, which says more of it, and the task is told behind it."""
    late = {"what": "Watch the night round", "who": "DM", "by": "2026-04-30"}
    action = an_action(tasks=[late], progress="off-track", started="2026-05-01")
    text = section(home(traced_actions(action)), "not-to-plan")

    expected = ("Off track", "due 31 July", "A task of A1 is 12 days late", "Deputy manager", "Registered manager")
    assert list(in_order(text, *expected)) == []
    assert "Task late" not in text


def test_late_answers_and_messages_stand_with_their_plan(project: Project) -> None:
    """They come behind the late actions of their service, named as the plan names them, and lead to where they are."""
    html = made_of(project.write(TWO_HOMES)).pages[""].html
    text = section(html, "not-to-plan")

    expected = (
        *("Elm House", "Late", "A1 Count medicines"),
        *("Answer late", "22 days, was due 20 April", "Notice", "CQC", "Registered manager", "Elm House"),
        *("Message late", "11 days, was due 1 May", "Families", "What we do now", "Deputy manager", "Elm House"),
        "One more that does not go to plan",
    )
    assert list(in_order(text, *expected)) == []
    assert {"plans/elm/sources/index.html#s1", "plans/elm/communications/index.html#message-1"} <= set(
        Reading(html).links
    )


def test_they_are_on_the_page_of_their_service(project: Project) -> None:
    """Each message in a row of its own, and all in what the plan needs attention for."""
    made = made_of(project.write(TWO_HOMES))
    text = section(made.pages["services/elm-house/"].html, "not-to-plan")

    assert list(in_order(text, "Notice", "Families", "Commissioners", "Registered manager")) == []
    assert "1 late, 1 answer late, 2 messages late" in made.said("services/elm-house/")
    assert "Notice" not in made.said("services/oak-house/")


def test_what_is_late_is_counted_where_all_plans_stand() -> None:
    """A plan of which only an answer is late does not say that nothing needs attention."""
    letter = {"id": "S1", "kind": "requirement-notice", "title": "Notice", "response_due": "2026-05-01"}
    text = section(home(traced(a_plan(), a_plan(id="ELM", sources=[letter]))), "plans")

    assert "1 answer late" in text
