from datetime import date

import pytest

from action_plans.english.wording import closed_words, counted, day, how_long, listed, long_day, lower_first, sentence
from action_plans.model.when import read_when

FIXED = "\N{NO-BREAK SPACE}"


def test_a_day_is_never_torn_from_its_month() -> None:
    """Between day and month stands a space at which no line ends."""
    assert day(read_when("2026-05-12")) == f"12{FIXED}May 2026"
    assert long_day(date(2026, 5, 12)) == f"Tuesday 12{FIXED}May 2026"


def test_a_month_stays_a_month() -> None:
    """Who wrote a month reads a month."""
    assert day(read_when("May 2026")) == long_day(read_when("2026-05")) == "May 2026"


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "no actions"), (1, "one action"), (9, "nine actions"), (10, "10 actions"), (1250, "1,250 actions")],
)
def test_numbers_are_words_up_to_nine(count: int, expected: str) -> None:
    """Small counts are read as words, larger ones as figures."""
    assert counted(count, "action") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["A1"], "A1"), (["A1", "A2"], "A1 and A2"), (["A1", "A2", "A3"], "A1, A2 and A3")],
)
def test_a_list_ends_with_and(words: list[str], expected: str) -> None:
    """Lists are joined as people speak."""
    assert listed(words) == expected


def test_a_sentence_has_a_capital_and_a_full_stop_once() -> None:
    """Words become a sentence; a sentence stays as it is."""
    assert sentence("due date moved") == "Due date moved."
    assert sentence("Is it safe?") == "Is it safe?"
    assert sentence(" ") == ""


@pytest.mark.parametrize(
    ("days", "expected"), [(1, "one day"), (12, "12 days"), (28, "28 days"), (61, "61 days"), (62, "two months")]
)
def test_long_times_are_said_in_months(days: int, expected: str) -> None:
    """A delay of three months is not counted in days."""
    assert how_long(date(2026, 1, 1), date.fromordinal(date(2026, 1, 1).toordinal() + days)) == expected


def test_one_of_one_action_is_singular() -> None:
    """The plural follows the whole."""
    assert closed_words(0, 1) == "0 of 1 action closed"
    assert closed_words(3, 5) == "3 of 5 actions closed"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Deputy manager", "deputy manager"), ("DoLS lead", "DoLS lead"), ("CQC report", "CQC report"),
        ("A nurse of the NHS", "a nurse of the NHS"), ("", ""),
    ],
)  # fmt: skip
def test_within_a_sentence_a_name_of_letters_stays(words: str, expected: str) -> None:
    """A first word with any capital behind its first letter is written as it is."""
    assert lower_first(words) == expected
