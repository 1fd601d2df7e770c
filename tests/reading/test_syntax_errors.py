import pytest
import yaml

from action_plans.reading.yaml import located_yaml, syntax_slip
from tests.reading.small_files import about_yaml

SLIPS = [
    ("id: A\nroles:\n\tRM: x\n", "3:1 AP101 a tab stands here, where YAML takes spaces only."),
    ("id: A\nroles:\n  RM: x\n\tDM: y\n", "4:1 AP101 a tab stands here, where YAML takes spaces only."),
    ("actions:\n  -\tid: A1\n    title: x\n", "2:4 AP101 a tab stands here, where YAML takes spaces only."),
    ('id: A\ntitle: "Medicines\nlead: RM\n', '2:8 AP101 the " that opens here is not closed.'),
    ('id: A\ntitle: "Medicines\nlead: "RM"\n', '2:8 AP101 the " that opens here is not closed.'),
    ("title: 'Medicines\nlead: RM\n", "1:8 AP101 the ' that opens here is not closed."),
    ("title: 'It's late'\n", "1:12 AP101 the text in quotes ends before this, at ', and more follows. Write '' for an"),
    ('title: "He said "no" to it"\n', '1:18 AP101 the text in quotes ends before this, at ", and more follows.'),
    (
        "id: A\ntitle Medicines\nlead: RM\n",
        "2:1 AP101 this line has no colon after the name of a field. Write title: Medi",
    ),
    ("id A\ntitle: Medicines\n", "1:1 AP101 this line has no colon after the name of a field. Write id: A,"),
    (
        "id: A\ntitle:Medicines\nlead: RM\n",
        "2:1 AP101 there is no space after the colon. Put a space",
    ),
    ("id: A\nroom #1: x\nlead: RM\n", "2:1 AP101 the # begins a comment, so this line has no colon."),
    ("id: A\n  title: b\n", "2:3 AP101 this line is indented further than the field above, which has a value already."),
    ("scope:\n    in: A\n  out: b\n", "3:3 AP101 this line begins in column 3, which fits none of the lines above."),
    ("a:\n  - id: A\n   title: b\n", "3:4 AP101 this line begins in column 4, which fits none of the lines above."),
    ("a:\n  - id: A\n - id: B\n", "3:2 AP101 a list item, beginning with -, stands where a field is meant."),
    ("a:\n  - id: A\n    - id: B\n", "3:5 AP101 a list item, beginning with -, stands where a field is meant."),
    ("helpers: - RM\n", "1:10 AP101 a list item, beginning with -, stands on the line of another field."),
    (
        "title: Regulation 12: Safe care\n",
        (
            "1:21 AP101 a colon and a space stand inside a text that is not in quotes. "
            'Put the text in quotes: title: "Regulation 12: Safe care".'
        ),
    ),
    ("title: @home\n", '1:8 AP101 a text cannot begin with @ unless it is in quotes. Put it in quotes: "@home".'),
    ("title: `x`\n", "1:8 AP101 a text cannot begin with ` unless it is in quotes."),
    ("title: **Bold** text\n", "1:8 AP101 a text cannot begin with * unless it is in quotes."),
    ("title: & more\n", "1:8 AP101 a text cannot begin with & unless it is in quotes."),
    ("a: {b: c, d: e\nf: g\n", "1:4 AP101 the { that opens here is not closed, or a comma is missing"),
    ("a: [b, c\nf: g\n", "1:4 AP101 the [ that opens here is not closed, or a comma is missing"),
    ("a: [b, c,\n", "1:4 AP101 the [ that opens here is not closed, or a comma is missing"),
    ("a: {b: c, d: [e, f}\n", "1:14 AP101 the [ that opens here is not closed, or a comma is missing"),
    ("title: [draft] Plan\n", "1:16 AP101 more text follows after the ] that ends the value."),
    ("a: [b,,c]\n", "1:7 AP101 a , stands where a value is meant."),
    ('a: "C:\\Users"\n', "1:7 AP101 a \\ inside double quotes begins a sign that does not exist."),
    ("text: > 5 people\n", "1:7 AP101 after > at the end of a field's name, nothing else may stand on the line."),
    ("id: A\n---\nid: B\n", "2:1 AP101 a line --- begins a second document here."),
    ("id: A\n...\nid: B\n", "3:1 AP101 the file goes on after a line that ends it."),
]
JARGON = ("scalar", "token", "block mapping", "flow", "context", "parser", "node", "expected", "document start")


@pytest.mark.parametrize(("text", "expected"), SLIPS)
def test_slip_in_yaml_is_named_where_it_was_made(text: str, expected: str) -> None:
    """Each common slip is answered once, where it was made, in words that need no knowledge of YAML."""
    (line,) = about_yaml(text)
    assert line.startswith(expected)
    assert not [word for word in JARGON if word in line]
    assert line.count(". ") >= 1, "there is a hint"


@pytest.mark.parametrize(("text", "expected"), SLIPS)
def test_slip_is_named_the_same_without_libyaml(text: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where libyaml is missing, the same slips get the same answers."""
    monkeypatch.setattr(located_yaml, "_Parser", yaml.SafeLoader)
    monkeypatch.setattr(syntax_slip, "_Parser", yaml.SafeLoader)
    (line,) = about_yaml(text)
    assert line.startswith(expected)


@pytest.mark.parametrize("text", ["a: ? b\n", "%YAML 9.9\n---\na: b\n", "a: !<x\n", "a: |x\n", "a: &\n", "- a\nb: c\n"])
def test_every_other_slip_is_answered_too(text: str) -> None:
    """Whatever the parser stops at is one problem with a place and a hint, never a traceback."""
    (line,) = about_yaml(text)
    assert " AP101 " in line
    assert not [word for word in JARGON if word in line]
