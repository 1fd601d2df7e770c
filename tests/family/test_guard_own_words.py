"""A project's own file of words is held against the package's, entry by entry, and each fault has its line."""

import json

import pytest

from action_plans.family.guards.own_words import faults_in_words, line_of, missing_names, said_in

ENGLISH = {
    "skip": "Skip this",
    "changed": "Changed on {day}",
    "cqc_phone": "03000 616161",
    "months": ["January", "February"],
    "list": ["one", "two"],
    "states": {"done": "Done", "in": {"few": "{count} in"}},
    "words": {"dose": "An amount"},
    "direction": "ltr",
    "language": "en",
    "personal_words": {"before_names": ["Mr"], "rooms": ["room"], "beds": ["bed"]},
}
PERSONAL = {"personal_words": {"before_names": ["Pan"], "rooms": ["pokoju"], "beds": ["lozku"]}}


def faults(own: dict[str, object], language: str = "en") -> list[tuple[str, int]]:
    """Return what is wrong with a file that has an entry a line, and in which line."""
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(value)}" for name, value in own.items())
    found = list(faults_in_words(f"{{\n{lines}\n}}", language, ENGLISH))
    assert all(hint for _, hint, _ in found)
    return [(what, line) for what, _, line in found]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"skip": "Leave this out", "_from": "en.json", "changed": "On {day} it changed"}, []),
        ({"skip": "Go", "skipp": "Go"}, [("has an entry `skipp` that no page says", 3)]),
        ({"skip": ""}, [("has no words in `skip`", 2)]),
        ({"skip": 1, "changed": " "}, [("has no words in `skip`", 2), ("has no words in `changed`", 3)]),
        ({"changed": "It changed"}, [("has other slots in `changed` than the package's words", 2)]),
        ({"changed": "{day} {day}"}, []),
        ({"changed": "{day} {month}"}, [("has other slots in `changed` than the package's words", 2)]),
        ({"changed": "{day} {"}, [("has other slots in `changed` than the package's words", 2)]),
        ({"skip": "Go }"}, [("has other slots in `skip` than the package's words", 2)]),
        ({"cqc_phone": "03000 616161"}, []),
        ({"cqc_phone": "03000 616162"}, [("changes `cqc_phone`, which is a fact", 2)]),
        ({"months": ["Jan", "Feb"], "list": ["one"]}, []),
        ({"months": ["Jan"]}, [("has no list of words in `months`", 2)]),
        ({"months": ["Jan", "Feb", "Mar"]}, [("has no list of words in `months`", 2)]),
        ({"months": "Jan"}, [("has no list of words in `months`", 2)]),
        ({"list": "one"}, [("has no list of words in `list`", 2)]),
        ({"list": ["one", 2]}, [("has no list of words in `list`", 2)]),
        ({"list": ["one", " "]}, [("has no list of words in `list`", 2)]),
        ({"states": "Done"}, [("has no table in `states`", 2)]),
        ({"states": {"done": "Good"}}, []),
        ({"states": {"gone": "Good"}}, [("has an entry `gone` in `states` that no page says", 2)]),
        ({"states": {"done": ""}}, [("has no words in `states > done`", 2)]),
        (
            {"states": {"in": {"few": "in"}}},
            [("has other slots in `states > in > few` than the package's words", 2)],
        ),
        ({"words": {"bell": "It rings"}}, []),
        ({"words": {"bell": "It rings {day}"}}, [("has other slots in `words > bell` than the package's words", 2)]),
        ({"words": {"bell": ""}}, [("has no words in `words > bell`", 2)]),
        ({"direction": "rtl"}, []),
        ({"skip": "Go", "direction": "up"}, [("has a `direction` that is neither ltr nor rtl", 3)]),
        ({"language": "en-GB"}, []),
        ({"skip": "Go", "language": "e"}, [("has a `language` that is no code of one", 3)]),
    ],
    ids=str,
)
def test_each_entry_is_held_against_the_packages(own: dict[str, object], expected: list[tuple[str, int]]) -> None:
    """Words where words are, the same slots, facts as they are, tables and lists of the same kind."""
    assert faults(own) == expected


@pytest.mark.parametrize(
    ("own", "is_whole"),
    [
        (PERSONAL, True),
        ({"skip": "Dalej"}, False),
        ({"personal_words": {**PERSONAL["personal_words"], "beds": []}}, False),
        ({"personal_words": {"before_names": ["Pan"], "rooms": ["pokoju"]}}, False),
        ({"personal_words": None}, False),
    ],
    ids=str,
)
def test_another_language_says_what_stands_before_a_name_a_room_and_a_bed(
    own: dict[str, object],
    is_whole: bool,
) -> None:
    """Guards look for them in every text of it; English has them already."""
    what = "does not say in `personal_words` what stands before a name, a room and a bed"
    assert (what in [each for each, _ in faults(own, "pl")]) != is_whole
    assert what not in [each for each, _ in faults(own)]


def test_the_line_is_that_of_the_entry() -> None:
    """Counted from 1; where an entry is not found, the first."""
    text = '{\n"a.b": 1,\n"b"  : 2}'
    assert [line_of(text, name) for name in ("a.b", "b", "axb", "c")] == [2, 3, 1, 1]


def test_every_text_of_a_table_is_said() -> None:
    """Names of entries, texts of tables in tables, and lists; numbers are none."""
    assert list(said_in({"a": {"b": "c"}, "d": ["e", {"f": "g"}], "h": 1})) == ["a", "b", "c", "d", "e", "f", "g", "h"]


def test_what_a_language_has_not_is_named() -> None:
    """In order; what it has besides is no matter here."""
    assert missing_names({"skip": "", "x": ""}, {"skip": "", "months": [], "list": []}) == ["list", "months"]


def test_the_slots_that_there_are_are_named() -> None:
    """In the order in which the package's words have them."""
    hints = [hint for _, hint, _ in faults_in_words('{"skip": "{x}", "changed": "x"}', "en", ENGLISH)]
    assert hints == ["Slots there are: none.", "Slots there are: {day}."]
