"""What looks private and what does not: a slip is found, ordinary care sentences pass."""

import re

import pytest

from action_plans.checking.patterns import STAFF_PATTERNS, find_private

PRIVATE = [
    ("The chart of 943 476 5919 was unsigned.", "nhs-number"),
    ("NHS number 9434765919 was on the sheet", "nhs-number"),
    ("His number is 943-476-5919.", "nhs-number"),
    ("NI number QQ 12 34 56 C is in the file", "national-insurance"),
    ("AB123456D was written on the form", "national-insurance"),
    ("DOB 12/03/1934", "date-of-birth"),
    ("d.o.b.: 3 May 1934", "date-of-birth"),
    ("Her date of birth is 12 March 1934", "date-of-birth"),
    ("She was born on 3 May 1934.", "date-of-birth"),
    ("A man born in 1934 fell.", "date-of-birth"),
    ("The resident in room 4 fell twice.", "room-of-a-person"),
    ("The lady in Room 12b waited.", "room-of-a-person"),
    ("He is in bed 7 on the ward", "room-of-a-person"),
    ("Flat 3: the tenant has not eaten", "room-of-a-person"),
    ("Mrs B was moved.", "title-and-name"),
    ("We spoke to Mr Whitfield's daughter", "title-and-name"),
    ("Ms. O'Brien signed", "title-and-name"),
    ("J.S. refused her tablets", "initials"),
    ("Tablets of J. S. were missed", "initials"),
    ("Resident A was left alone", "letter-for-a-person"),
    ("person JS had no plan", "letter-for-a-person"),
]
CLEAN = [
    "There is room for improvement in 3 areas.",
    "Room 12 was painted, and the window in room 14 was mended.",
    "Bed rails and sensor mats are in use in 12 care plans.",
    "We bought 6 beds. 2 residents chose theirs.",
    "A bedroom door did not close. The resident was not in.",
    "CQC wrote to us on 20 March 2026 about location 1-123456789 and account 1-000000002.",
    "Call us on 01632 960101 or 0300 061 6161.",
    "Order number 4012345678 for the new scales",
    "83 of 90 doses, 12 of 39 plans, from 2.5 to 3.75",
    "The round is at 8 a.m. and at 10 p.m., N.B. not on Sundays.",
    "The policy says (e.g. in plan B) what to do. A nurse signs.",
    "The U.K. law and the U.S. one differ, i.e. in two points.",
    "A resident I spoke to liked the food; resident GP visits are on Mondays.",
    "Ask for the date of birth and the name each time.",
    "New-born screening is done by others; the idea was born in a meeting.",
    "Each resident has a key worker. 10 people were asked.",
    "Regulation 12(2)(g), page 14, section 3.2, code AP301, version 2.0.1",
    "The reviewer read charts A to F and wards 2 and 3.",
    "Ms and Mr are asked how they want to be called.",
    "PB12 on form MAR1 refers to stock. RN-EXAMPLE-1 is the reference.",
    "9434765918 has a wrong check digit, 1111111111 is no number at all.",
]


@pytest.mark.parametrize(("text", "name"), PRIVATE)
def test_private_matter_is_found(text: str, name: str) -> None:
    """Each kind is found under its own name, alone and in the middle of other words."""
    assert name in [match.pattern.name for match in find_private(text, STAFF_PATTERNS)]
    assert name in [match.pattern.name for match in find_private(f"We know:\n{text}\nThat is all", STAFF_PATTERNS)]


@pytest.mark.parametrize("text", CLEAN)
def test_ordinary_sentences_pass(text: str) -> None:
    """A warning stops a strict build, so it must seldom be wrong."""
    assert [match.pattern.name for match in find_private(text, STAFF_PATTERNS)] == []


def test_a_match_says_where_it_stands() -> None:
    """Start and end are those of the private words themselves."""
    text = "The daughter of Mrs Bell rang."
    (match,) = find_private(text, STAFF_PATTERNS)
    assert text[match.start : match.end] == "Mrs Bell"


def test_every_pattern_explains_itself() -> None:
    """Names differ, and each says what it looks like and what to write instead."""
    names = [pattern.name for pattern in STAFF_PATTERNS]
    assert len(set(names)) == len(names)
    for pattern in STAFF_PATTERNS:
        assert re.fullmatch(r"[a-z-]+", pattern.name)
        assert pattern.looks_like
        assert pattern.instead.endswith(".")
