"""Runs of words that are internal too, and where over the seams of a page they stand."""

import pytest

from action_plans.family.guards.internal_words import (
    InternalText,
    holding,
)
from action_plans.family.guards.printed import PrintedText, printed_pages
from action_plans.family.guards.shared_words import shared_in, shared_over_seams
from action_plans.family.telling.author_texts import AuthorText, Shape
from action_plans.family.words.folding import Run, folded, words
from action_plans.model.origin import Origin


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
