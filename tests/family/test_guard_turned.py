"""Hidden marks of direction show words in another order than guards read them: none is published."""

import pytest

from action_plans.model.problem import Code
from tests.family.family_projects import TOPIC_PAGE, a_home, a_service, codes, edition
from tests.family.guarded_homes import contact

TURNED = "We did not \u202e1A\u202c write each dose."


@pytest.mark.parametrize("mark", list("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), ids=ascii)
def test_words_that_are_turned_are_held_back(mark: str) -> None:
    """Each of the marks holds its topic back, and the hint says what to do; no answer frees it."""
    answer = {"code": "AP403", "item": "OAK/F1", "words": "We did not 1A write each dose.", "because": "We like it."}
    built = edition(a_home(topic={"found": f"We did not {mark}1A write each dose."}, accepted=[answer]))
    assert TOPIC_PAGE not in built.files
    assert Code.PRIVATE in codes(built)
    assert any("hidden direction mark" in (problem.hint or "") for problem in built.problems)


def test_a_fact_that_is_turned_is_left_out_alone() -> None:
    """The topic and the rest of the contact stay."""
    built = edition(a_home(service=a_service(contact(times="9am to \u202emp5\u202c"))))
    assert codes(built) == [Code.WRONG_FACT]
    assert TOPIC_PAGE in built.files
    assert not any("\u202e".encode() in content for content in built.files.values())


def test_languages_from_right_to_left_pass() -> None:
    """Hebrew and Arabic need none of these marks; those that only show where a word ends may stay."""
    said = "\u0644\u0627 \u0623\u062d\u062f \u0647\u0646\u0627\u200f \u05e9\u05dc\u05d5\u05dd \u05dc\u05db\u05dd\u200e"
    built = edition(a_home(topic={"why": {"en": "A person could miss a dose.", "ar": said}}))
    assert codes(built) == [Code.FAMILY_TEXT]  # the site has no words of its own in Arabic
    assert TOPIC_PAGE in built.files


def test_the_name_of_a_service_is_not_turned() -> None:
    """A service whose only name is turned is not published under it."""
    service = a_service(name="Oak \u202eesuoH\u202c")
    del service["family"]["name"]  # type: ignore[attr-defined]  # a table, as written
    built = edition(a_home(service=service))
    assert Code.PRIVATE in codes(built)
    assert not any("\u202e".encode() in content for content in built.files.values())
