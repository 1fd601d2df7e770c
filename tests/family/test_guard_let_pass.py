"""What the privacy guard lets pass, refuses whatever it is, and reads in addresses and other languages."""

import pytest

from action_plans.english.personal_names import SHAPE
from action_plans.family.guards.privacy.name_lists import common_words, known_words, listed_names
from action_plans.family.guards.privacy.names import is_ordinary
from action_plans.family.guards.privacy.private_words import PrivateWords
from action_plans.family.guards.privacy.rule import A_NAME, Private, begins, said_after, said_before, sentence_around
from action_plans.family.words.folding import fold
from action_plans.family.words.theme_words import PersonalWords


def found(patterns: PrivateWords, text: str, *, is_english: bool = True) -> list[str]:
    """Return the words of each place, in the order found."""
    return [text[private.start : private.end] for private in patterns.find(fold(text), is_english=is_english)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Call 01632 960101 now.", []),
        ("Call (01632) 960101 now.", []),
        ("Call 01632 960109 now.", ["01632 960109"]),
        ("Call (01632) 960109 now.", ["(01632) 960109"]),
        ("Call 01632 9601011 now.", ["01632 9601011"]),
        ("Ask Brenda Zork now.", []),
        ("Ask Brenda now.", ["Brenda"]),
    ],
)
def test_what_may_be_published_is_let_pass_whole(text: str, words: list[str]) -> None:
    """A number of the contact, in brackets or not, and a name that agreed; no longer number, no part of a name."""
    assert found(PrivateWords(allowed=frozenset(["01632 960101", "Brenda  Zork"])), text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was quillan.", ["quillan"]),
        ("It was AL QUILLAN.", ["AL QUILLAN", "QUILLAN"]),
        ("It was al.", []),
        ("It was kim.", ["kim"]),
        ("It was j.", []),
        ("It was quillanson.", []),
        ("Rice is hot, and so is rice.", []),
        ("Rice told us.", ["Rice"]),
        ("Soup is hot.", []),
        ("It was Soup, in Rice Road, and soup.", ["Soup"]),
        ("It was j rice.", ["j rice"]),
    ],
)
def test_a_refused_name_is_found_in_any_letters(text: str, words: list[str]) -> None:
    """Whole, and each part of three letters or more; a part that is a word too only where it is used as a name."""
    patterns = PrivateWords(refused=("Al Quillan", "J Rice", "Al Soup", "Al Kim", " "))
    assert sorted({text[private.start : private.end] for private in patterns.refused_in(fold(text))}) == words
    assert all(private.is_certain and not private.words for private in patterns.refused_in(fold(text)))


def test_a_refused_name_is_told_once_and_never_repeated() -> None:
    """Where a rule would find it too, it is the project's own list that is named."""
    private = [(each.what, each.words) for each in PrivateWords(refused=("Brenda",)).find("Ask Brenda now.")]
    assert private == [("a name from your list of names to refuse", "")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pani Zork i pan zork.", ["Pani Zork"]),
        ("pan zork, Pan. Zork", ["Pan. Zork"]),
        ("W pokoju 14 i przy lozku 3b, w pokoju zork.", ["pokoju 14", "lozku 3b"]),
        ("Zorvath told us. She fell in room 14.", []),
        ("To jest Brenda.", ["Brenda"]),
        ("Anna Rice i Rice, tel. 01632 960109.", ["01632 960109", "Anna"]),
    ],
)
def test_in_another_language_its_own_words_and_the_list_tell(text: str, words: list[str]) -> None:
    """Numbers, names of the list that no word is, and what stands before a name, a room or a bed in that language."""
    polish = PersonalWords(before_names=("pan", "pani"), rooms=("pokoju",), beds=("lozku",))
    assert sorted(found(PrivateWords(other_words={"pl": polish}), text, is_english=False)) == sorted(words)


def test_a_language_may_have_no_words_for_one_of_them() -> None:
    """Then nothing is looked for there."""
    nothing = PersonalWords(before_names=(), rooms=(), beds=())
    assert found(PrivateWords(other_words={"pl": nothing}), "Pani Zork w pokoju 14", is_english=False) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("room 14", ["room 14"]),
        ("Zorvath told us", ["Zorvath"]),
        ("943 476 5919", ["943 476 5919"]),
        ("4 May 1931, 123456", []),
        ("quillan", [""]),
    ],
)
def test_an_address_is_read_for_names_rooms_and_certain_numbers(text: str, words: list[str]) -> None:
    """Other numbers may lead to pages."""
    assert [private.words for private in PrivateWords(refused=("Quillan",)).find_in_address(text)] == words


def test_only_what_reads_for_no_meaning_is_certain() -> None:
    """A number with a valid check digit; no name, room or count is."""
    text = "Brenda has 943 476 5919, and two residents are in room 14."
    assert [private.words for private in PrivateWords().find(text) if private.is_certain] == ["943 476 5919"]


@pytest.mark.parametrize(
    ("what", "is_name", "needs_small_letters"),
    [
        (A_NAME, True, True),
        ("a person's name or initial", True, False),
        ("a person's initials", True, False),
        ("a count of people", False, True),
        ("a share of the people", False, True),
        ("someone's age", False, False),
    ],
)
def test_what_kind_it_is_decides_where_it_counts(what: str, is_name: bool, needs_small_letters: bool) -> None:
    """A contact may be named; a count or a surname means nothing where the next text begins."""
    private = Private(what, "", 0, 0, "")
    assert private.is_name == is_name
    assert private.needs_small_letters == needs_small_letters


def test_an_ordinary_word_is_nobodys_name() -> None:
    """No word with which a sentence may begin is a name of the list, made like one, or known for another reason."""
    names = listed_names()
    assert common_words().isdisjoint(names["strong"] | names["ordinary"] | names["months"] | known_words())
    assert not [word for word in common_words() if SHAPE.fullmatch(word)]


def test_names_that_are_words_too_are_known() -> None:
    """From the list of names, and from that of words; others are names alone."""
    assert is_ordinary("Rice")
    assert is_ordinary("Soup")
    assert not is_ordinary("Okafor")


def test_a_sentence_is_told_from_those_beside_it() -> None:
    """It ends at a full stop, a question, a call or a semicolon before a blank; no decimal point is one."""
    text = "One is. Two is 3.5 so! Is it three? Four is; five is"
    for place, sentence in [
        (2, "One is"),
        (13, "Two is 3.5 so"),
        (26, "Is it three"),
        (39, "Four is"),
        (48, "five is"),
    ]:
        assert sentence_around(text, place, place + 1) == sentence
    assert said_before(text, 17) == "Two is 3."
    assert said_before(text, 17, sentences=2) == "One is. Two is 3."
    assert said_after(text, 17) == "5 so"


def test_beginnings_have_four_letters() -> None:
    """Or all of a shorter word; words are parted by blanks and strokes."""
    assert begins("bedroom|bed", "a b") == {"bedr", "bed", "a", "b"}
