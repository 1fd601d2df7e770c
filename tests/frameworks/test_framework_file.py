"""A project can add a framework of its own, and is told everything that is wrong with it."""

import json
from pathlib import Path

import pytest

from action_plans.frameworks.framework_faults import FrameworkFileError
from action_plans.frameworks.framework_file import framework_from, load_framework_file

OWN = {
    "title": "Our own standards",
    "source": "Agreed with the council in March 2026.",
    "key_questions": [
        {"title": "Working with people", "statements": ["Assessing needs", {"title": "Choice", "slug": "own-choice"}]},
        {"title": "Safety", "slug": "safe", "statements": ["Safe systems"]},
    ],
}


def test_a_file_of_one_s_own_becomes_a_framework_named_after_it(tmp_path: Path) -> None:
    """The id is the file's name, slugs come from the titles unless given, and nothing else need be written."""
    file = tmp_path / "our-standards.json"
    file.write_text(json.dumps(OWN), encoding="utf-8")
    framework = load_framework_file(file)
    assert (framework.id, framework.title, framework.draft) == ("our-standards", "Our own standards", False)
    assert [(one.slug, one.key_question) for one in framework.statements] == [
        ("assessing-needs", "working-with-people"),
        ("own-choice", "working-with-people"),
        ("safe-systems", "safe"),
    ]


def test_a_yaml_reader_is_handed_in_where_the_file_is_yaml() -> None:
    """The bytes go to the reader that the caller gives, and scalars may still be text, as reading leaves them."""
    framework = load_framework_file(b"whatever", identifier="own", parse=lambda _: OWN | {"draft": "yes"})
    assert framework.draft
    assert framework.find_statement("own/own-choice")


def test_everything_wrong_is_said_at_once_with_its_place() -> None:
    """A missing title, an unknown field, a list that is none and a slug with capitals are all told, with the path."""
    wrong = {
        "source": "Ours",
        "colour": "blue",
        "draft": "perhaps",
        "key_questions": [
            {"title": "Safe", "statements": "Safeguarding"},
            {"title": "Caring", "statements": [{"title": "Kindness", "slug": "Kind Ness"}, {"titel": "Dignity"}]},
        ],
    }
    with pytest.raises(FrameworkFileError) as caught:
        framework_from(wrong, "own")
    assert {fault.path: fault.message for fault in caught.value.faults} == {
        ("title",): "“title” is missing.",
        ("colour",): "“colour” is no field of a framework file.",
        ("draft",): "“draft” must be yes or no.",
        ("key_questions", 0, "statements"): "“statements” must be a list with at least one entry.",
        ("key_questions", 1, "statements", 0, "slug"): "What is written at “slug” cannot be a short name.",
        ("key_questions", 1, "statements", 1, "title"): "“title” is missing.",
        ("key_questions", 1, "statements", 1, "titel"): "“titel” is no field of a framework file.",
    }
    hints = {fault.path: fault.hint for fault in caught.value.faults}
    assert hints["key_questions", 1, "statements", 1, "titel"] == "The fields here are: title, slug."


@pytest.mark.parametrize(
    ("first", "second"), [("Choice and control", "Choice & control"), ("Choice", "CHOICE"), ("Choice", "own choice")]
)
def test_two_statements_that_could_be_taken_for_each_other_are_refused(first: str, second: str) -> None:
    """Titles or slugs that differ only in case or punctuation would make a citation unclear."""
    entries = [{"title": first, "slug": "own-choice"}, second]
    with pytest.raises(FrameworkFileError, match="Two statements have the same name"):
        framework_from({"title": "T", "source": "S", "key_questions": [{"title": "Q", "statements": entries}]}, "own")


@pytest.mark.parametrize("written", [None, [], "text", 3])
def test_a_file_that_holds_something_else_is_refused_in_words(written: object) -> None:
    """An empty file, a list or a word is no framework; the message says what one has."""
    with pytest.raises(FrameworkFileError, match="A framework has a title"):
        framework_from(written, "own")


def test_a_file_that_is_missing_or_no_json_is_answered_in_words(tmp_path: Path) -> None:
    """Neither ends in an error of Python."""
    with pytest.raises(FrameworkFileError, match="cannot be read: No such file or directory"):
        load_framework_file(tmp_path / "gone.json")
    with pytest.raises(FrameworkFileError, match="cannot be read: Expecting"):
        load_framework_file(b"{", identifier="own")


def test_a_name_that_cannot_be_cited_is_refused() -> None:
    """A file's name with spaces and capitals could not stand before a slash; the name to take is said."""
    with pytest.raises(FrameworkFileError, match="is my-standards"):
        load_framework_file(b"{}", identifier="My Standards")
