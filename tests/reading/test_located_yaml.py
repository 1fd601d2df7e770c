import time

import pytest
import yaml

from action_plans.model.origin import Origins
from action_plans.model.record import ORIGINS_KEY
from action_plans.reading.yaml import located_yaml
from action_plans.reading.yaml.located_yaml import read_mapping
from tests.reading.small_files import about_yaml
from tests.small_plans import OAK

PLACES = """\
title: "Quoted # text"   # a comment
list:
  - one
  - 'two'
flow: {a: b, c: [d,  e]}
long: first line
  second line
block: |
  Some words.

  More: words.
empty:
last: [{x: y}]
"""


def test_values_are_what_was_meant() -> None:
    """No type is guessed: what looks like a number, a date or a switch stays text; nothing is nothing."""
    data = read_mapping("a: no\nb: 9:30\nc: 0777\nd: 2026-01-01\ne: ~\nf: ''\ng: null\nh: 1e3\n", "p").data
    assert data is not None
    assert {key: value for key, value in data.items() if value is not None and key != ORIGINS_KEY} == {
        "a": "no", "b": "9:30", "c": "0777", "d": "2026-01-01", "h": "1e3",
    }  # fmt: skip


def test_every_value_knows_its_line_and_column() -> None:
    """Names, values and list items have their line and column, in quotes, braces and texts of many lines too."""
    data = read_mapping(PLACES, "plans/oak.yaml", {"empty"}).data
    assert data is not None
    assert data["block"] == "Some words.\n\nMore: words.\n"
    assert data["long"] == "first line second line"
    assert "empty" not in data
    outer: Origins = data[ORIGINS_KEY]
    assert (outer.path, outer.start) == ("plans/oak.yaml", (1, 1))
    assert outer.keys == {
        "title": (1, 1), "list": (2, 1), "flow": (5, 1), "long": (6, 1), "block": (8, 1), "empty": (12, 1),
        "last": (13, 1),
    }  # fmt: skip
    assert outer.values == {
        "title": (1, 8), "list": (3, 3), "flow": (5, 7), "long": (6, 7), "block": (8, 8), "empty": (12, 7),
        "last": (13, 7),
    }  # fmt: skip
    assert outer.items == {"list": ((3, 5), (4, 5)), "last": ((13, 8),)}
    inner: Origins = data["flow"][ORIGINS_KEY]
    assert (inner.start, inner.values, inner.items) == ((5, 7), {"a": (5, 11), "c": (5, 17)}, {"c": ((5, 18), (5, 22))})


def test_columns_count_characters() -> None:
    """A column is that of an editor: an accent or an emoji before it counts as one."""
    data = read_mapping("é: {näme: '🙂', x: y}\n", "p").data
    assert data is not None
    assert data["é"][ORIGINS_KEY].values["x"] == (1, 19)


def test_all_that_is_refused_is_reported_in_one_run() -> None:
    """Duplicates, anchors, aliases, merge keys, tags and keys that are no names are all named at once."""
    text = 'a: 1\na: 2\nb: &x {c: d}\ne: *x\n<<: *x\nf: !!str g\n? [h]\n: i\n"": j\n'
    assert [line.split(". ")[0] for line in about_yaml(text)] == [
        "2:1 AP103 the field a is written twice: on line 1 and on line 2",
        "3:4 AP103 &x marks a value for use elsewhere (an anchor)",
        "4:4 AP103 *x stands for something written elsewhere (an alias)",
        "5:1 AP103 << takes in fields from elsewhere (a merge key)",
        "5:5 AP103 *x stands for something written elsewhere (an alias)",
        "6:4 AP103 !!str sets a type (a tag)",
        "7:3 AP103 a group or a list stands where the name of a field is meant",
        "9:1 AP103 a field has no name before its colon",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"a\\0b": c\n', ["1:1 AP103 the name of a field holds a character that cannot be shown."]),
        ('"\\0": c\n', ["1:1 AP103 the name of a field holds a character that cannot be shown."]),
        ('title: "a\\x07b"\n', ["1:8 AP103 the text in quotes holds a character that cannot be shown (U+0007)."]),
        ('title: "\\ud800"\n', ["1:9 AP101 a \\ inside double quotes begins a sign that does not exist."]),
    ],
)
def test_characters_that_are_none_are_refused(text: str, expected: list[str]) -> None:
    """What an escape smuggles in, NUL above all, reaches neither a name nor a text."""
    lines = about_yaml(text)
    assert len(lines) == len(expected)
    assert all(line.startswith(start) for line, start in zip(lines, expected, strict=True))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "is empty"),
        ("# a comment\n", "is empty"),
        ("---\n", "is empty"),
        ("- a\n", "holds a list"),
        ("words\n", "holds a text"),
    ],
)
def test_a_file_holds_fields(text: str, what: str) -> None:
    """An empty file, a list and a plain text are told what a file begins with."""
    (line,) = about_yaml(text)
    assert "AP102" in line
    assert what in line
    assert line.endswith("Begin with a field and its value, such as id: OAK2026.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: Room #4 upstairs\n", ["1:13 AP201 the words after the # are lost: '#4 upstairs'."]),
        ("title: #4\n", ["1:8 AP201 the words after the # are lost: '#4'."]),
        ("in:\n  - Room #A  \n", ["2:10 AP201 the words after the # are lost: '#A'."]),
        ("title: Room # 4\n", []),
        ("title: 'Room #4' #x\n", []),
        ("text: |\n  Room #4\n", []),
        ("title: Room#4\n", []),
        ("  #commented: out\ntitle: x # see #4\n", []),
    ],
)
def test_words_lost_after_a_hash_are_shown(text: str, expected: list[str]) -> None:
    """A # right before a letter or digit, after a plain text, is a warning that shows what is lost; others are not."""
    lines = about_yaml(text)
    assert [line.split(" Put ")[0] for line in lines] == expected


def test_lost_words_come_with_the_line_to_paste() -> None:
    """The hint shows the whole text in quotes."""
    assert 'Put the whole text in quotes: "Room #4 upstairs".' in about_yaml("title: Room #4 upstairs\n")[0]


@pytest.mark.parametrize("parser", [getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader])
@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 2_000 + "]" * 2_000,
        "a: " + "{b: " * 2_000,
        "- " * 200_000 + "x",
        "\n".join(" " * depth + "a:" for depth in range(1_500)),
    ],
    ids=["lists", "braces", "dashes", "indentation"],
)
def test_deep_nesting_is_refused_at_once(
    text: str, parser: type[yaml.SafeLoader], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nesting of thousands is one problem, found before it costs time or stack."""
    monkeypatch.setattr(located_yaml, "_Parser", parser)
    start = time.process_time()
    lines = [line for line in about_yaml(text) if "AP102" not in line]
    assert time.process_time() - start < 2
    assert len(lines) == 1
    assert "AP103 more than 20 groups or lists lie within each other here." in lines[0]


@pytest.mark.parametrize("text", ["a: {b", "a: [\nb", "a: {b: c\nd", 'a: "b'])
def test_a_text_without_a_last_line_end_is_answered(text: str) -> None:
    """What is open at the very end of a file, with no line end after it, is a problem with its place."""
    said = about_yaml(text)
    assert len(said) == 1
    assert " AP101 the " in said[0]


def test_twenty_deep_is_allowed() -> None:
    """Twenty lists and mappings within each other are read, twenty-one are not."""
    assert about_yaml("a: " + "[" * 19 + "]" * 19 + "\n") == []
    assert len(about_yaml("a: " + "[" * 20 + "]" * 20 + "\n")) == 1


def test_alias_bomb_is_refused_at_once() -> None:
    """Aliases that would grow to millions of values are named, and never followed."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    start = time.process_time()
    said = about_yaml("\n".join(lines) + "\n")
    assert time.process_time() - start < 1
    assert len(said) == 10 + 9 * 9


def test_a_huge_text_is_read() -> None:
    """One text of a megabyte is just a text."""
    data = read_mapping("text: " + "words " * 200_000 + "\n", "p").data
    assert data is not None
    assert len(data["text"]) == 6 * 200_000 - 1


@pytest.mark.parametrize(
    "text",
    [
        "helpers: [" + ", ".join(["RM"] * 100_000) + "] " + "#1 " * 100_000,
        " " * 1_000_000 + "url:x y: z: b\n",
        "title: " + "Room #1" * 100_000,
        "x" * 1_000_000,
    ],
    ids=["hashes", "spaces", "one hash", "no colon"],
)
def test_long_lines_cost_no_more_than_their_length(text: str) -> None:
    """A line of a megabyte is read in a moment, and never copied whole into a message."""
    start = time.process_time()
    said = about_yaml(text)
    assert time.process_time() - start < 3
    assert max((len(line) for line in said), default=0) < 400


@pytest.mark.parametrize("cut", ["[", "{", "{a: ", "- ", '"', "|", "&", "*", "\n", ""])
def test_a_file_that_ends_anywhere_is_answered(cut: str) -> None:
    """A plan cut off after any character, in the middle of anything, is never a traceback."""
    for end in range(len(OAK)):
        read_mapping(OAK[:end] + cut, "p")
