"""Marks are found as they are written and whole: ids, codes, names and files."""

import pytest

from action_plans.family.guards.internal_words import (
    CODE,
    CONTACT,
    FILE,
    NAME,
    REFERENCE,
    STEM,
    is_ordinary_word,
)
from action_plans.family.guards.marks import FoundMark, MarkFinder

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


def test_how_a_role_is_reached_is_a_mark() -> None:
    """In any letters, whole."""
    finder = MarkFinder({"janet@oak.example": CONTACT}, [])
    assert [mark.what for mark in finder.find("Write to Janet@oak.example now")] == [CONTACT]
