"""Marks, runs of words that are internal too, and where over the seams of a page they stand."""

import pytest

from action_plans.family.guards.facts import wrong_link, wrong_shape
from action_plans.family.guards.internal_words import (
    CODE,
    CONTACT,
    FILE,
    NAME,
    REFERENCE,
    STEM,
    InternalText,
    holding,
    is_ordinary_word,
)
from action_plans.family.guards.lengths import wrong_lengths
from action_plans.family.guards.marks import FoundMark, MarkFinder
from action_plans.family.guards.printed import PrintedText, printed_pages
from action_plans.family.guards.shared_words import shared_in, shared_over_seams
from action_plans.family.telling.author_texts import AuthorText, Entry, Shape
from action_plans.family.telling.entries import entries
from action_plans.family.words.folding import Run, fold, folded, words
from action_plans.model.origin import Origin
from tests.family.family_projects import a_home

MARKS = {
    "DM": CODE,
    "QA1": CODE,
    "oak-f1": REFERENCE,
    "OAK": REFERENCE,
    "Janet Okafor": NAME,
    "Okafor": NAME,
    "Rice": NAME,
    "meeting": REFERENCE,
    "rounds.csv": FILE,
    "(rounds)": FILE,
    "Charts-1": STEM,
    "Spared Lodge": NAME,
    "Next": NAME,
    "--": CODE,
}


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("See DM.", [("DM", 4, 6)]),
        ("See dm, DMs, aDM, 1DM and DM1.", []),
        ("See qa1.", [("QA1", 4, 7)]),
        ("See Oak-F1, oak.", [("oak-f1", 4, 10)]),
        ("See OAK, and OAK.", [("OAK", 4, 7), ("OAK", 13, 16)]),
        ("Ask janet okafor.", [("Janet Okafor", 4, 16)]),
        ("Ask okafor.", []),
        ("Ask OKAFOR.", [("Okafor", 4, 10)]),
        ("Ask Okafor.", [("Okafor", 4, 10)]),
        ("Ask Okaforson.", []),
        ("Rice is hot.", []),
        ("Rice told us.", [("Rice", 0, 4)]),
        ("Ask Rice.", [("Rice", 4, 8)]),
        ("In a meeting.", []),
        ("See Rounds.CSV.", [("rounds.csv", 4, 14)]),
        ("See (rounds).", [("(rounds)", 4, 12)]),
        ("rounds).", []),
        ("See a(rounds), (rounds)s, a (roundsx.", []),
        ("See charts-1.", []),
        ("At Spared Lodge, next.", []),
        ("At Spared House.", []),
        ("What is Next?", []),
        ("It is -- so.", []),
    ],
)
def test_marks_are_found_as_they_are_written_and_whole(text: str, marks: list[tuple[str, int, int]]) -> None:
    """Codes with their capitals, names also in capitals throughout, what has a digit in any letters; each once."""
    finder = MarkFinder(MARKS, ["Next, please"]).sparing(["The Spared Lodge"])
    assert [(mark.mark, mark.start, mark.end) for mark in finder.find(text)] == marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("see-dm", ["DM"]),
        ("okafor-1", ["Okafor"]),
        ("rice", ["Rice"]),
        ("charts-1", ["Charts-1"]),
        ("charts-12", []),
        ("spared-lodge", []),
    ],
)
def test_in_an_address_any_letters_count(text: str, marks: list[str]) -> None:
    """There a code has no capitals, and a file is called without its ending."""
    finder = MarkFinder(MARKS, [])
    assert [mark.mark for mark in finder.find(text, in_address=True)] == marks
    assert finder.sparing(["Okafor Rice DM"]).sparing([]).find("OAK") is not None


def test_what_is_spared_is_spared_whole() -> None:
    """A mark of which only one word is the service's is found all the same; a finder that spares is another one."""
    finder = MarkFinder(MARKS, ["Okafor"])
    assert list(finder.find("Janet Okafor")) == [FoundMark("Janet Okafor", NAME, 0)]
    assert list(finder.sparing(["Janet"]).find("Janet Okafor")) == [FoundMark("Janet Okafor", NAME, 0)]
    assert list(finder.sparing(["Okafor, Janet"]).find("Janet Okafor")) == []
    assert list(finder.find("Janet Okafor")) == [FoundMark("Janet Okafor", NAME, 0)]


def test_the_longest_mark_at_a_place_is_the_one() -> None:
    """However they are given; a shorter one that begins there is not told as well."""
    finder = MarkFinder({"QL": CODE, "QL/A1": REFERENCE, "Ana": NAME, "Ana Lee": NAME, "Lee": NAME}, [])
    assert [mark.mark for mark in finder.find("See QL/A1, and Ana Lee, and QL/A12")] == [
        "QL/A1",
        "Ana Lee",
        "Lee",
        "QL",
    ]


def test_an_id_like_any_word_is_an_ordinary_one() -> None:
    """All small letters and nothing else."""
    assert is_ordinary_word("meeting")
    assert not is_ordinary_word("Meeting")
    assert not is_ordinary_word("meeting-1")


def internal(text: str, *, is_title: bool = False) -> InternalText:
    """Return an internal text, from a file called like its first word."""
    return InternalText(text, lambda: Origin(text.split(maxsplit=1)[0]), is_title)


GROUPS = [
    [internal("One two three four five. Six seven"), internal("Sack the agency", is_title=True)],
    [internal("Zero. Two three four five six"), internal("Old plan", is_title=True), internal("New plan")],
    [internal("Late", is_title=True), internal("Old plan", is_title=True)],
]


@pytest.mark.parametrize(
    ("run", "first"),
    [
        ("one two three four", "One"),
        ("two three four five", "One"),
        ("two three four five six", "Zero."),
        ("four five six seven", None),
        ("sack the agency", "Sack"),
        ("the agency", None),
        ("old plan", "Old"),
        ("new plan", None),
        ("seven sack the agency", None),
    ],
)
def test_a_run_is_internal_where_an_internal_text_holds_it(run: str, first: str | None) -> None:
    """Four words and more wherever they stand in a sentence; two and three only as a whole title; the first counts."""
    found = holding(GROUPS, {words(run)})
    assert [(each, text.origin.path) for each, text in found.items()] == ([(words(run), first)] if first else [])


def test_runs_of_several_lengths_are_looked_for_at_once() -> None:
    """None hides another that begins with the same word; without any nothing is looked at."""
    wanted = {words("two three four five"), words("two three four five six"), words("old plan"), words("no such words")}
    assert set(holding(GROUPS, wanted)) == wanted - {words("no such words")}
    assert holding([[internal("a")]], set()) == {}


KNOWN = "we count the medicines of each floor daily"


def printed(*texts: str, shape: Shape = Shape.SENTENCES) -> tuple[PrintedText, ...]:
    """Return texts as an entry prints them, each called by its number."""
    return tuple(
        PrintedText(AuthorText(str(number), "en", text, Origin("oak.yaml", number), shape), folded(text))
        for number, text in enumerate(texts)
    )


def known_runs(text: str) -> dict[Run, InternalText]:
    """Return the runs of seven words of an internal text."""
    whole = words(text)
    return {whole[start : start + 7]: internal(text) for start in range(len(whole) - 6)}


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("Now we Count the medicines of each floor, every day.", "we Count the medicines of each floor"),
        ("We count the medicines of each floor daily, and we do.", "We count the medicines of each floor daily"),
        ("We count the medicines of each wing.", None),
        ("We count the medicines. Of each floor daily.", None),
    ],
)
def test_seven_words_are_shared_as_long_as_they_go(text: str, shared: str | None) -> None:
    """The words are told as the author printed them; six are not enough, and a fact is no sentence."""
    assert [each.words for each in shared_in(printed(text), known_runs(KNOWN))] == ([shared] if shared else [])
    assert list(shared_in(printed(text, shape=Shape.FACT), known_runs(KNOWN))) == []


def test_of_two_shared_runs_the_first_is_told() -> None:
    """Words that only stand elsewhere in the same text are not joined to it."""
    both = {**known_runs(KNOWN), **known_runs("nobody may ever come in without a key")}
    text = "We count the medicines of each floor. Nobody may ever come in without a key."
    assert [each.words for each in shared_in(printed(text), both)] == ["We count the medicines of each floor"]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (
            ("It is late", "We count the", "medicines of each floor daily"),
            ("1", "We count the medicines of each floor"),
        ),
        (("We count the medicines", "of each floor daily"), ("0", "We count the medicines of each floor")),
        (("We count the medicines of each floor daily", "Good"), None),
        (("We count the medicines.", "Of each floor daily."), None),
    ],
)
def test_words_shared_over_a_seam_are_told_of_the_text_in_which_they_begin(
    texts: tuple[str, ...], told: tuple[str, str] | None
) -> None:
    """What stands in one text alone is told there, and the end of a sentence parts words."""
    (page,) = printed_pages(printed(*texts))
    found = [(each.text.written.field, each.words) for each in shared_over_seams(page, known_runs(KNOWN))]
    assert found == ([told] if told else [])


def test_letters_that_are_compared_as_two_hide_nothing_over_a_seam() -> None:
    """A sharp s is the same as two; the words are told folded then."""
    (page,) = printed_pages(printed("It is late", "We look at the stra\N{LATIN SMALL LETTER SHARP S}e", "each day now"))
    (found,) = shared_over_seams(page, known_runs("look at the strasse each day now"))
    assert (found.text.written.field, found.words) == ("0", "look at the strasse each day now")


@pytest.mark.parametrize(
    ("start", "end", "seam"),
    [(0, 3, None), (0, 4, None), (0, 5, ("0", 4)), (2, 9, ("0", 4)), (3, 9, ("1", 8)), (4, 7, None), (8, 11, None)],
)
def test_a_seam_is_the_blank_between_two_texts(start: int, end: int, seam: tuple[str, int] | None) -> None:
    """A place goes over it where it begins in the text before and ends in the one after; the first such is told."""
    (page,) = printed_pages(printed("one", "two", "six"))
    assert page.text == "one two six"
    found = page.seam_in(start, end)
    assert (found and (found[0].written.field, found[1])) == seam


def test_a_place_is_told_by_the_line_in_which_it_was_written() -> None:
    """In a block of several lines the very line; an explained word stands before its meaning and in no line of it."""
    block = AuthorText("why", "en", "One.\nTwo  two.\nThree.", Origin("oak.yaml", 10))
    text = PrintedText(block, folded(block.printed))
    assert [text.origin_at(text.text.index(word)).line for word in ("One", "Two", "Three")] == [11, 12, 13]
    meaning = AuthorText("words: dose", "en", "One.\nTwo.", Origin("oak.yaml", 10), term="dose")
    text = PrintedText(meaning, folded(meaning.printed))
    assert [text.origin_at(text.text.index(word)).line for word in ("dose", "One", "Two")] == [11, 11, 12]


def test_a_page_is_printed_in_each_language_with_what_has_none() -> None:
    """What is the same in every language stands in each; where no text has one, all stand together."""
    both = [("en", "One"), ("", "Two"), ("pl", "Raz")]
    texts = tuple(
        PrintedText(AuthorText(said, language, said, Origin("x"), Shape.FACT), folded(said)) for language, said in both
    )
    assert [page.text for page in printed_pages(texts)] == ["One Two", "Two Raz"]
    assert [page.text for page in printed_pages(texts[1:2])] == ["Two"]


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


def test_how_a_role_is_reached_is_a_mark() -> None:
    """In any letters, whole."""
    finder = MarkFinder({"janet@oak.example": CONTACT}, [])
    assert [mark.what for mark in finder.find("Write to Janet@oak.example now")] == [CONTACT]
