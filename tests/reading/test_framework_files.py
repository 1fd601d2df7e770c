"""A project can add a framework of its own, and is told everything that is wrong with it."""

from datetime import date
from pathlib import Path

import pytest

from action_plans.model.problem import Severity
from action_plans.pipeline import examine
from action_plans.project.options import Options
from action_plans.project.settings import Settings
from action_plans.reading.framework_files import Frameworks, read_frameworks
from tests.project import DEFAULTS, Project

OWN = """
title: Our own standards
source: Agreed with the council in March 2026.
key_questions:
  - title: Working with people
    statements: [Assessing needs, {title: Choice, slug: own-choice}]
  - title: Safety
    slug: safe
    statements: Safe systems
"""


def read(folder: Path, text: str, name: str = "own.yaml") -> Frameworks:
    """Read one framework file of a project."""
    file = folder / "plans" / "frameworks" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return read_frameworks(folder, "plans")


def lines(frameworks: Frameworks) -> list[str]:
    """Return each problem as `line:column CODE message hint`."""
    return [
        f"{one.origin.line}:{one.origin.column} {one.code.value} {one.message} {one.hint}".strip()
        for one in frameworks.problems
    ]


def test_a_file_of_one_s_own_becomes_a_framework_named_after_it(tmp_path: Path) -> None:
    """The id is the file's name, slugs come from the titles unless given, and nothing else need be written."""
    framework = read(tmp_path, OWN, "our-standards.yml").known["our-standards"]
    assert (framework.id, framework.title, framework.draft) == ("our-standards", "Our own standards", False)
    assert [(one.slug, one.key_question) for one in framework.statements] == [
        ("assessing-needs", "working-with-people"),
        ("own-choice", "working-with-people"),
        ("safe-systems", "safe"),
    ]
    assert framework.find_statement("our-standards/own-choice")


def test_everything_wrong_is_said_at_once_with_its_place(tmp_path: Path) -> None:
    """A missing title, an unknown field, an empty list and a slug with capitals are all told, each with its line."""
    wrong = """\
source: Ours
colour: blue
draft: perhaps
key_questions:
  - {title: Safe, statements: []}
  - title: Caring
    statements: [{title: Kindness, slug: Kind Ness}, {titel: Dignity}]
"""
    fields = "title, version, draft, source, read_on, unverified, key_questions"
    slugs = "Write lower case letters, digits and hyphens, such as kind-ness."
    caring = "of key question entry 'Caring'"
    assert lines(read(tmp_path, wrong)) == [
        "1:1 AP106 the framework file has no title. Add title: the framework's name.",
        f"2:1 AP105 the framework file has a field that does not exist: 'colour'. A framework file can have: {fields}.",
        "3:8 AP107 draft of the framework file is 'perhaps', which is neither true nor false. Write true or false.",
        "5:31 AP106 statements of key question entry 'Safe' is empty. Write at least one: it is needed.",
        f"7:42 AP107 slug of statement entry 'Kindness' {caring} is 'Kind Ness', which cannot be a short name. {slugs}",
        f"7:55 AP105 statement entry 2 {caring} has a field that does not exist: 'titel'. Did you mean title?",
    ]


@pytest.mark.parametrize(
    ("entries", "named"),
    [
        (
            "{title: Choice and control, slug: own-choice}, Choice & control",
            "“Choice and control” and “Choice & control”",
        ),
        ("{title: Choice, slug: own-choice}, CHOICE", "“Choice” and “CHOICE”"),
        ("{title: Choice, slug: own-choice}, own choice", "“Choice” and “own choice”"),
        ("Kindness, kindness", "“Kindness” and “kindness”"),
    ],
)
def test_two_statements_that_could_be_taken_for_each_other_are_refused(
    tmp_path: Path, entries: str, named: str
) -> None:
    """Titles or slugs that differ only in case or punctuation would make a citation unclear; the second is named."""
    text = f"title: T\nsource: S\nkey_questions:\n  - title: Q\n    statements: [{entries}]\n"
    (line,) = lines(read(tmp_path, text))
    column = text.splitlines()[-1].index(entries.rpartition(", ")[2]) + 1
    assert line.startswith(f"5:{column} AP108 two statements have the same name: {named}. Take one of them away")


def test_two_key_questions_of_one_name_are_refused(tmp_path: Path) -> None:
    """The same for key questions."""
    text = "title: T\nsource: S\nkey_questions:\n  - {title: Safe, statements: A}\n  - {title: SAFE, statements: B}\n"
    (line,) = lines(read(tmp_path, text))
    assert line.startswith("5:5 AP108 two key questions have the same name: “Safe” and “SAFE”.")


@pytest.mark.parametrize("written", ["", "[]\n", "text\n", "3\n"])
def test_a_file_that_holds_something_else_is_refused_in_words(tmp_path: Path, written: str) -> None:
    """An empty file, a list or a word is no framework; the message says what a file begins with."""
    (line,) = lines(read(tmp_path, written))
    assert line.startswith("1:1 AP102 the file ")


def test_a_name_that_cannot_be_cited_is_refused(tmp_path: Path) -> None:
    """A file's name with spaces and capitals could not stand before a slash; the name to take is said."""
    (line,) = lines(read(tmp_path, OWN, "My Standards.yaml"))
    assert line == (
        "1:1 AP107 a framework cannot be called “My Standards”. "
        "Rename the file so that the name without its ending is my-standards."
    )


def test_a_broken_framework_is_the_only_error_of_a_plan_that_cites_it(project: Project) -> None:
    """A file that is there and cannot be read is not called missing, and its statements are not called unknown."""
    plan = """
        id: OAK
        title: Improvement plan
        service: Oakfield
        framework: own
        roles: {RM: Registered manager}
        findings: {id: F1, title: Doors stuck, statements: Kindness}
        actions: {id: A1, title: Plane the doors, for: F1, owner: RM, due: 2026-12-01}
    """
    project.write({**DEFAULTS, "plans/oak.yaml": plan, "plans/frameworks/own.yaml": "title: [\n"})
    examined = examine(Settings(project.folder, Options(), date(2026, 5, 12)))
    errors = [str(problem.origin) for problem in examined.problems_of(Severity.ERROR)]
    assert errors == ["plans/frameworks/own.yaml:1:8"]
