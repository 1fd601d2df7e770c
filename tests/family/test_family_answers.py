"""The way out of a false alarm: words that the plan lets through, in one entry, and what it cannot let through."""

import pytest

from action_plans.family.approvals import approvals
from action_plans.family.family_edition import FamilyEdition
from action_plans.model.problem import Code
from tests.family.family_projects import THEME, TOPIC_PAGE, a_home, a_service, codes, edition, page, told_action
from tests.project import Project
from tests.small_plans import FAMILY


def answered(why: str, words: str, code: str = "AP403") -> FamilyEdition:
    """Build the small project with a topic that says `why`, and a plan that lets `words` through."""
    accepted = [{"code": code, "item": "F1", "words": words, "because": "It is the library's room."}]
    return edition(a_home(topic={"why": why}, accepted=accepted))


@pytest.mark.parametrize(
    ("why", "words", "code"),
    [
        ("We meet in room 2 at the library.", "room 2 at the library", "AP403"),
        ("We meet in room 2 at the library.", "Room\u00a02", "AP403"),
        ("We keep the Ruby Lounge warm for Joan Tea.", "Joan Tea", "AP403"),
        ("The rota is on the wall.", "rota", "AP402"),
        ("We look at it and we look at it and we look at it again and then we look at it once more and then again.",
         "We look at it and we look at it and we look at it again and then we look at it once more and then again.",
         "AP402"),
    ],
)  # fmt: skip
def test_words_that_the_plan_lets_through_are_published(why: str, words: str, code: str) -> None:
    """The problem is said as answered, with the reason, and the topic is there."""
    built = answered(why, words, code)
    assert [problem.accepted for problem in built.problems] == ["It is the library's room."]
    assert TOPIC_PAGE in built.files
    assert why.rstrip(".") in page(built, TOPIC_PAGE)


@pytest.mark.parametrize(
    ("why", "words", "code"),
    [
        ("We meet in room 2, and she is in room 14.", "room 2", "AP403"),
        ("We meet in room 21.", "room 2", "AP403"),
        ("We meet in room 2.", "room", "AP403"),
        ("We meet in room 2.", "room 2", "AP402"),
    ],
)
def test_an_answer_frees_these_words_and_no_others(why: str, words: str, code: str) -> None:
    """Another number, a longer one, fewer words or another code free nothing."""
    built = answered(why, words, code)
    assert TOPIC_PAGE not in built.files
    assert any(problem.accepted is None for problem in built.problems)


def test_an_answer_is_about_its_entry() -> None:
    """Words that are let through in a topic are held in what is said for the plan, and the other way round."""
    accepted = [{"code": "AP403", "item": "F1", "words": "room 2", "because": "It is the library's."}]
    built = edition(a_home(told={"next": "We meet in room 2."}, accepted=accepted))
    assert [problem.accepted for problem in built.problems] == [None]
    for item in ({"item": "OAK"}, {}):
        accepted = [{"code": "AP403", **item, "words": "room 2", "because": "It is the library's."}]
        assert "We meet in room 2." in page(edition(a_home(told={"next": "We meet in room 2."}, accepted=accepted)))


@pytest.mark.parametrize(
    ("why", "words", "code"),
    [
        ("This is about A1 again.", "A1", "AP404"),
        ("Please ask the RM about it.", "RM", "AP404"),
        ("Please ask Quinn about it.", "Quinn", "AP404"),
        ("It is 943 476 5919.", "943 476 5919", "AP403"),
        ("Our Brenda did it.", "Brenda", "AP403"),
    ],
)
def test_what_cannot_be_let_through_says_so(why: str, words: str, code: str) -> None:
    """Ids, codes, staff names, refused names and numbers with a valid check digit stay, and the hint says why."""
    accepted = [{"code": code, "item": "F1", "words": words, "because": "We like it."}]
    built = edition(a_home(topic={"why": why}, accepted=accepted), refused=("Brenda Hill",))
    held = [problem for problem in built.problems if problem.accepted is None]
    assert any("An answer in `accepted` cannot free this." in problem.hint for problem in held)
    assert TOPIC_PAGE not in built.files


def test_an_answer_that_publishes_nothing_is_never_counted() -> None:
    """A text that is too long stays held back and open, whatever the plan answers."""
    accepted = [{"code": "AP405", "item": "F1", "because": "We know."}]
    built = edition(a_home(topic={"title": None}, accepted=accepted))
    assert [problem.accepted for problem in built.problems] == [None]
    assert "cannot free this" in built.problems[0].hint


def test_a_small_services_figures_can_be_let_through() -> None:
    """What someone said in a home of six is answered with the very words."""
    accepted = [{"code": "AP403", "words": "The soup is cold.", "because": "All said so."}]
    said = [{"said": "The soup is cold.", "did": "We warm the plates."}]
    built = edition(a_home(told={"you_said": said}, service=a_service(places="6"), accepted=accepted))
    assert [problem.accepted for problem in built.problems] == ["All said so."]


def test_what_is_let_through_is_part_of_what_is_approved() -> None:
    """The fingerprint changes with the answer, so that whoever approves sees it."""
    why = {"why": "We meet in room 2."}
    accepted = [{"code": "AP403", "item": "F1", "words": "room 2", "because": "It is the library's."}]
    before, after = (
        {entry.ref: entry for entry in approvals(a_home(topic=why, accepted=each), THEME)} for each in ([], accepted)
    )
    assert before["OAK/F1"].fingerprint != after["OAK/F1"].fingerprint
    assert before["OAK"].fingerprint == after["OAK"].fingerprint
    assert after["OAK/F1"].answered == (("AP403", "room 2", "It is the library's."),)


def test_an_answer_ends_with_its_last_day() -> None:
    """After `until` the words are held again."""
    accepted = [
        {"code": "AP403", "item": "F1", "words": "room 2", "because": "For now.", "until": "2026-05-01"},
    ]
    assert codes(edition(a_home(topic={"why": "We meet in room 2."}, accepted=accepted))) == [Code.PRIVATE]


def test_an_answer_has_words_where_they_are_meant_and_nowhere_else(project: Project) -> None:
    """Without `words` an answer to AP403 is an error, and so are words in one to another code."""
    for entry, said in (
        ("{code: AP403, item: F1, because: x}", "names no `words`"),
        ("{code: AP303, item: A1, words: some words, because: x}", "has no `words`"),
    ):
        project.write({"plans/oak.yaml": f"{FAMILY}accepted:\n  - {entry}\n"})
        checked = project.check()
        assert checked.exit_code == 1
        assert said in checked.output


def test_a_text_of_an_action_is_answered_with_its_topic() -> None:
    """What is said of an action belongs to the topic."""
    accepted = [{"code": "AP403", "item": "OAK/F1", "words": "room 2", "because": "It is the library's."}]
    assert TOPIC_PAGE in edition(a_home(told_action("We meet in room 2."), accepted=accepted)).files
