"""How long a text may be, and the shapes of facts."""

import pytest

from action_plans.family.guards.facts import wrong_link, wrong_shape
from action_plans.family.guards.lengths import wrong_lengths
from action_plans.family.telling.author_texts import AuthorText, Entry, Shape
from action_plans.family.telling.entries import entries
from action_plans.family.words.folding import fold
from action_plans.model.origin import Origin
from tests.family.family_projects import a_home


def a_text(text: str, shape: Shape = Shape.SENTENCES, field: str = "why", most: int | None = None) -> AuthorText:
    """Return one English text of an author."""
    return AuthorText(field, "en", text, Origin("oak.yaml"), shape, most)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (a_text("a " * 149 + "an"), []),
        (a_text("a " * 149 + "end"), ["has 301 characters."]),
        (a_text("a" * 60, Shape.NAME), []),
        (a_text("a" * 61, Shape.NAME), ["has 61 characters."]),
        (a_text("Sorry."), ["says too little."]),
        (a_text("Sorry, all."), []),
        (a_text("Sorry", Shape.NAME), []),
        (a_text("We do. We do.", most=1), ["has 2 sentences."]),
        (a_text("We do. We do.", most=2), []),
        (a_text("They do it. " * 3, most=2), ["has 3 sentences."]),
        (a_text("They do it.", field="action 1: text"), ["does not start with “We”."]),
        (a_text("They do it.", field="action 1: reason"), []),
        (a_text("They do it.", field="measure: text"), []),
        (a_text("We do it.", field="action 1: text"), []),
    ],
    ids=str,
)
def test_lengths_are_held_to_what_a_field_takes(text: AuthorText, wrong: list[str]) -> None:
    """So many characters, at least two words, so many sentences, and “We” where it says what we do."""
    entry = topic()
    assert [problem.message for problem in wrong_lengths(entry, text)] == [
        f"`{text.field}` of topic OAK/F1 {each}" for each in wrong
    ]


def test_what_is_said_of_an_action_in_another_language_begins_as_it_likes() -> None:
    """Only in English is it “We”; what is told of too many sentences names how many there may be."""
    polish = AuthorText("action 1: text", "pl", "Liczymy leki.", Origin("oak.yaml"))
    assert list(wrong_lengths(topic(), polish)) == []
    hints = [problem.hint for most in (1, 2) for problem in wrong_lengths(topic(), a_text("We do. " * 3, most=most))]
    assert hints == ["Keep to one sentence.", "Keep to 2 sentences."]


def topic() -> Entry:
    """Return the topic of the small home."""
    return next(entry for entry in entries(a_home()) if entry.is_topic)


@pytest.mark.parametrize(
    ("text", "shape", "wrong"),
    [
        ("01632 960101", Shape.PHONE, None),
        ("ask us", Shape.PHONE, "is no telephone number"),
        ("a@example.org", Shape.EMAIL, None),
        ("example.org", Shape.EMAIL, "is no e-mail address"),
        ("https://example.org/a", Shape.LINK, None),
        ("01632 960101", Shape.LINK, "is no link to a public page"),
        ("https://example.org/a", Shape.JOIN, None),
        ("01632  960101", Shape.JOIN, None),
        ("the lounge", Shape.JOIN, "is neither a link nor a telephone number"),
        ("the lounge", Shape.FACT, None),
        ("a" * 60, Shape.FACT, None),
        ("a" * 61, Shape.FACT, "has 61 characters"),
        ("01632\N{NON-BREAKING HYPHEN}960101", Shape.PHONE, "has letters that are not what they look like"),
        ("caf\N{LATIN SMALL LETTER E WITH ACUTE}", Shape.FACT, None),
    ],
)
def test_a_fact_has_its_shape(text: str, shape: Shape, wrong: str | None) -> None:
    """Nothing but a number, an address or a few words; blanks count once."""
    found = wrong_shape(AuthorText("phone", "", text, Origin("oak.yaml"), shape))
    assert (found and found[0]) == wrong
    assert found is None or found[1]


def test_a_link_that_stands_elsewhere_is_a_link() -> None:
    """It is told what it is not, and what to write."""
    assert wrong_link("https://example.org/a") is None
    found = wrong_link("ftp://example.org/a")
    assert found is not None
    assert found[0] == "is no link to a public page"
    assert fold(found[1]).startswith("Write the page's address")
