"""What a pattern alone cannot tell: check digits, who stands beside a number, letters that are no initials."""

import re


def is_nhs_number(text: str, found: re.Match[str]) -> bool:
    """Whether ten digits carry the right check digit (modulus 11) and belong to no longer number.

    Source: NHS Data Dictionary, NHS NUMBER: weights 10 to 2; 11 minus the remainder is the tenth digit, 11 counts as 0.
    """
    if found.start() and (text[found.start() - 1].isalnum() or text[found.start() - 1] in "-+/."):
        return False
    digits = [int(one) for one in found[0] if one.isdecimal()]
    total = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    return len(set(digits)) > 1 and (11 - total % 11) % 11 == digits[9]


def has_person_beside(text: str, found: re.Match[str]) -> bool:
    """Whether the sentence that holds a match speaks of one person. A room alone may be any room: a door, a leak."""
    start = max(text.rfind(mark, 0, found.start()) for mark in _SENTENCE_ENDS)
    ends = [end for mark in _SENTENCE_ENDS if (end := text.find(mark, found.end())) >= 0]
    return _ONE_PERSON.search(text, max(start, 0), min(ends, default=len(text))) is not None


def is_initials(text: str, found: re.Match[str]) -> bool:
    """Whether capitals with full stops are no abbreviation, and no part of a longer one."""
    letters = "".join(letter for letter in found[0] if letter.isalpha())
    return letters not in _ABBREVIATIONS and not text[: found.start()].endswith((".", "&"))


def is_placeholder(text: str, found: re.Match[str]) -> bool:
    """Whether the letters after `resident` stand for one: not "I", and no word in capitals."""
    del text
    return found["letters"] not in _WORDS_IN_CAPITALS


_SENTENCE_ENDS = (". ", "! ", "? ", "\n", "; ")
_ONE_PERSON = re.compile(
    r"\b(?:resident|person|man|woman|lady|gentleman|patient|tenant|client|service user|she|he|hers?|him|his"
    r"|mother|father|mum|dad|wife|husband|daughter|son|fell|died)\b",
    re.IGNORECASE,
)
_ABBREVIATIONS = (
    frozenset(
        ["AD", "AM", "BC", "BP", "CD", "CQC", "CV", "DOB", "EG", "EU", "GP", "HR", "IE", "IT", "NB", "NHS", "OT", "PM"]
    )
    | frozenset(
        [
            "ABC",
            "ASAP",
            "CPR",
            "DNACPR",
            "DNAR",
            "DOLS",
            "FAQ",
            "GDPR",
            "HCA",
            "ICB",
            "LPA",
            "MAR",
            "MCA",
            "NMC",
            "PPE",
            "PTO",
        ]
    )
    | frozenset(
        [
            "PA",
            "PRN",
            "PS",
            "QA",
            "TV",
            "UK",
            "US",
            "USA",
            "SI",
            "NICE",
            "PEG",
            "WC",
            "BD",
            "TDS",
            "QDS",
            "OD",
            "OM",
            "HSE",
        ]
    )
)
_WORDS_IN_CAPITALS = frozenset(
    ["AM", "GP", "HR", "I", "ID", "IN", "IT", "NO", "OK", "ON", "OR", "OT", "PM", "TV", "UK"]
)
