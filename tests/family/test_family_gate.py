"""What an author's text is held back for: each time the topic, with the place and what to write instead."""

import pytest

from action_plans.model.problem import Code, Severity
from action_plans.reading.portfolio_reader import read_portfolio
from action_plans.tracing.tracer import trace
from tests.builders import TODAY, a_finding
from tests.family.family_projects import (
    TOPIC,
    TOPIC_PAGE,
    a_home,
    a_service,
    a_topic,
    codes,
    done_action,
    edition,
    page,
    told_action,
)
from tests.project import Project


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"why": "The nurse must administer each medication."}, Code.HARD_WORDS),
        ({"why": "We have a MAR chart."}, Code.HARD_WORDS),
        ({"why": " ".join(["We look at it and we look at it again"] * 3) + "."}, Code.HARD_WORDS),
        ({"why": "Her number is 943 476 5919."}, Code.PRIVATE),
        ({"why": "The number QQ 12 34 56 C was lost."}, Code.PRIVATE),
        ({"why": "She was born on 3 May 1931."}, Code.PRIVATE),
        ({"why": "The bell in room 14 did not ring."}, Code.PRIVATE),
        ({"why": "Two residents missed a dose."}, Code.PRIVATE),
        ({"why": "It was 8 of 30 people in all."}, Code.PRIVATE),
        ({"why": "We told Mrs Green about it."}, Code.PRIVATE),
        ({"why": "A person aged 91 fell."}, Code.PRIVATE),
        ({"why": "Call 01632 960999 to ask."}, Code.PRIVATE),
        ({"why": "Write to someone@example.org today."}, Code.PRIVATE),
        ({"why": "We live at AB1 2CD now."}, Code.PRIVATE),
        ({"why": "This is about A1 again."}, Code.INTERNAL_WORDS),
        ({"why": "Please ask the RM about it."}, Code.INTERNAL_WORDS),
        ({"why": "Please ask Quinn about it."}, Code.INTERNAL_WORDS),
        ({"why": "Sorry."}, Code.FAMILY_TEXT),
        ({"why": "We look. We ask. We tell."}, Code.FAMILY_TEXT),
        ({"title": "Giving every medicine safely at the right time to each person here"}, Code.FAMILY_TEXT),
        ({"found": None}, Code.FAMILY_TEXT),
        ({"title": None}, Code.FAMILY_TEXT),
    ],
    ids=str,
)
def test_a_text_holds_its_topic_back(words: dict[str, object], code: Code) -> None:
    """Hard, private, internal, missing or too long: the topic waits, the gap names it, and the rest is published."""
    built = edition(a_home(topic=words))
    assert code in codes(built)
    assert {problem.item for problem in built.problems} == {"OAK/F1"}
    assert all(problem.severity is Severity.GAP and problem.hint for problem in built.problems)
    assert TOPIC_PAGE not in built.files
    assert "We tell you about" not in page(built)
    assert "Please ask us." in page(built)


@pytest.mark.parametrize(
    "words",
    [
        "You can call 01632 960101 at any time.",
        "You can call (01632) 960120 at any time.",
        "There is room for more care.",
        "A new dose comes at 8am.",
        "Nurses look at it, and CQC and your GP know.",
        "In 2026 we count 9 in 10 doses right.",
    ],
)
def test_plain_texts_pass(words: str) -> None:
    """Numbers of the contact and of outside help, times, known short forms and counts of things are no gap."""
    assert codes(edition(a_home(topic={"why": words}))) == []


def test_a_breach_has_to_say_what_keeps_people_safe() -> None:
    """A topic about a breach without that text waits."""
    family = {name: text for name, text in TOPIC.items() if name != "keeping_safe"}
    assert codes(edition(a_home(findings=[a_finding(source="CQC26", kind="breach", family=family)]))) == [
        Code.FAMILY_TEXT
    ]
    assert codes(edition(a_home(findings=[a_finding(source="CQC26", kind="should", family=family)]))) == []


def test_an_actions_words_hold_its_topic_back() -> None:
    """What is said of an action is approved and guarded with its topic, and starts with "We"."""
    built = edition(a_home(told_action("Nurses count the medicines.")))
    assert codes(built) == [Code.FAMILY_TEXT]
    assert TOPIC_PAGE not in built.files


def test_the_plans_own_words_hold_back_themselves_alone() -> None:
    """A problem in `plan.family` keeps that prose from families, and neither the rating, the contact nor a topic."""
    built = edition(a_home(told={"intro": "See F1 for more."}))
    assert codes(built) == [Code.INTERNAL_WORDS]
    assert built.problems[0].item == "OAK"
    assert TOPIC_PAGE in built.files
    assert "See F1" not in page(built)
    assert "We are sorry. You trusted us." not in page(built)
    assert "requires improvement" in page(built)
    assert "01632 960101" in page(built)


def test_seven_shared_words_ask_whether_they_are_meant() -> None:
    """Seven words that stand in an internal text too are a gap; six are not; the plan may say that they are meant."""
    family = {**TOPIC, "keeping_safe": "A nurse counts all the medicines at night."}
    seven = a_finding(source="CQC26", keeping_safe="A nurse counts all the medicines at noon", family=family)
    six = a_finding(source="CQC26", keeping_safe="A nurse counts all the medicines by noon", family=family)
    words = "A nurse counts all the medicines at"
    accepted = [{"code": "AP406", "item": "F1", "words": words, "because": "It is meant for families too."}]
    assert codes(edition(a_home(findings=[seven]))) == [Code.SHARED_WORDS]
    assert codes(edition(a_home(findings=[six]))) == []
    assert TOPIC_PAGE in edition(a_home(findings=[seven], accepted=accepted)).files


def test_figures_of_a_small_service_are_kept_back() -> None:
    """Where ten people or fewer live, a figure or someone's own words could tell who it is."""
    measure = {"text": "Doses given on time", "before": "7", "now": "8", "of": "10"}
    said = [{"said": "The soup is cold.", "did": "We warm the plates."}]
    small, large = a_service(places="6"), a_service(places="11")
    assert Code.PRIVATE in codes(edition(a_home(topic={"measure": measure}, service=small)))
    assert Code.PRIVATE in codes(edition(a_home(told={"you_said": said}, service=small)))
    assert codes(edition(a_home(topic={"measure": measure}, told={"you_said": said}, service=large))) == []


def test_a_name_to_refuse_is_found_and_not_repeated() -> None:
    """A name from the project's own list holds the topic back, and no message says the name."""
    built = edition(a_home(topic={"why": "Our Brenda missed a dose."}), refused=("Brenda",))
    assert codes(built) == [Code.PRIVATE]
    assert "Brenda" not in str(built.problems[0])


def test_an_explained_word_may_be_used() -> None:
    """What the words of the service explain is no jargon, and stands on the page with its meaning."""
    explained = a_service({"words": {"MAR chart": "A sheet of your medicines.", "MAR": "Short for that sheet."}})
    built = edition(a_home(topic={"why": "We look at each MAR chart."}, service=explained))
    assert codes(built) == []
    assert "A sheet of your medicines." in page(built, TOPIC_PAGE)


def test_the_services_name_is_no_reference() -> None:
    """Words of the name that families know are no hit, even where the plan is called by one of them."""
    service = a_service({"name": "OAK House"})
    built = edition(a_home(service=service))
    assert codes(built) == []


def test_a_problem_names_the_very_line(project: Project) -> None:
    """In a text of several lines the gap points at the line of the sentence."""
    project.write(
        {
            "plans/oak.yaml": """\
            id: OAK
            title: Improvement plan
            service: Oakfield House
            roles: {RM: Registered manager}
            findings:
              - id: F1
                title: Medicines were not counted
                family:
                  publish: true
                  title: Giving medicines safely
                  found: |
                    We did not count the medicines.
                    Staff did not utilise the chart.
            actions: []
            family: {publish: true, intro: This site tells you what we do.}
            """
        }
    )
    portfolio = read_portfolio(project.folder, "plans", "evidence").portfolio
    built = edition(trace(portfolio, TODAY))
    assert [(problem.code, problem.origin.line) for problem in built.problems] == [(Code.HARD_WORDS, 13)]


def test_every_gap_is_told_at_once() -> None:
    """Problems of several texts and kinds all stand in one list, in the order of the file."""
    built = edition(a_home(done_action("Nurses know."), findings=[a_topic(why="See A1.", change="We utilise room 4.")]))
    assert set(codes(built)) == {Code.INTERNAL_WORDS, Code.HARD_WORDS, Code.PRIVATE, Code.FAMILY_TEXT}
