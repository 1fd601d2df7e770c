"""Statements that a finding cites are understood as they are written, even where YAML tore them apart."""

import pytest

from action_plans.frameworks.framework import Framework, Statement
from action_plans.frameworks.not_understood import NotUnderstood
from action_plans.frameworks.shipped import load_framework
from action_plans.frameworks.statements import joined_spans, read_statement

SAF = load_framework("saf-2023")
DRAFT = load_framework("asc-draft-2026")


def joined(items: list[str], *frameworks: Framework) -> list[str]:
    """Return the items with each span made one text, as a plan's statements are read."""
    return [", ".join(item.strip() for item in items[start:end]) for start, end in joined_spans(items, *frameworks)]


@pytest.mark.parametrize(
    ("items", "whole"),
    [
        (["Independence", "choice and control"], ["Independence, choice and control"]),
        (["Kindness", " compassion and dignity "], ["Kindness, compassion and dignity"]),
        (
            ["Safeguarding", "How staff", "teams and services work together", "Learning culture"],
            ["Safeguarding", "How staff, teams and services work together", "Learning culture"],
        ),
        (
            ["Independence", "Safeguarding", "choice and control"],
            ["Independence", "Safeguarding", "choice and control"],
        ),
        (["Capable", "compassionate and inclusive leaders"], ["Capable, compassionate and inclusive leaders"]),
        (["Independence", "", "choice and control"], ["Independence", "", "choice and control"]),
        (["Safeguarding"], ["Safeguarding"]),
        ([], []),
    ],
)
def test_neighbours_that_are_one_title_are_joined_and_nothing_else_is(items: list[str], whole: list[str]) -> None:
    """A title that YAML took for two items is one again; other items stay, in their order."""
    assert joined(items, SAF) == whole


def test_a_title_of_any_framework_of_the_plan_is_joined() -> None:
    """Where a plan uses two frameworks, a title of the second one is joined too."""
    items = ["Improvement", "innovation and learning"]
    assert joined(items, SAF) == items
    assert joined(items, SAF, DRAFT) == ["Improvement, innovation and learning"]


def test_it_is_known_which_items_were_joined() -> None:
    """So that a message about a joined title points to where it begins."""
    assert joined_spans(["Safeguarding", "Kindness", "compassion and dignity", "x"], SAF) == [(0, 1), (1, 3), (3, 4)]


def test_a_statement_of_the_only_framework_needs_no_prefix() -> None:
    """The title is enough."""
    read = read_statement("Medicines optimisation", [SAF])
    assert isinstance(read, Statement)
    assert (read.ref, read.key_question) == ("saf-2023/medicines-optimisation", "safe")


def test_a_title_in_two_frameworks_must_say_which() -> None:
    """Safeguarding is in both: the answer shows both ways of writing it, and either is understood."""
    problem = read_statement("Safeguarding", [SAF, DRAFT])
    assert isinstance(problem, NotUnderstood)
    assert problem.hint == "Write `saf-2023/safeguarding` or `asc-draft-2026/safeguarding`."
    read = read_statement("asc-draft-2026/safeguarding", [SAF, DRAFT])
    assert isinstance(read, Statement)
    assert read.framework == "asc-draft-2026"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Medicine optimisation", "Did you mean `Medicines optimisation`?"),
        ("qqqq", "Write the statement's title as CQC does, such as `Learning culture`."),
    ],
)
def test_an_unknown_statement_is_answered_with_the_likely_one(written: str, hint: str) -> None:
    """The message names the framework that was searched; the hint gives the title to write."""
    problem = read_statement(written, [SAF])
    assert isinstance(problem, NotUnderstood)
    assert problem.message == f"“{written}” is not in CQC single assessment framework."
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("written", "titles"),
    [
        ("Medicines optimisation, Safeguarding", ["Medicines optimisation", "Safeguarding"]),
        ("Medicines optimisation and safeguarding", ["Medicines optimisation", "Safeguarding"]),
        ("Medicine optimisation / Safeguarding", ["Medicines optimisation", "Safeguarding"]),
        ("Safeguarding and Independence, choice and control", ["Safeguarding", "Independence, choice and control"]),
        (
            "Kindness, compassion and dignity, Learning culture, Safeguarding",
            ["Kindness, compassion and dignity", "Learning culture", "Safeguarding"],
        ),
    ],
)
def test_several_statements_in_one_text_are_each_named(written: str, titles: list[str]) -> None:
    """None is lost: each stands on a line of its own, and can be read."""
    problem = read_statement(written, [SAF])
    assert isinstance(problem, NotUnderstood)
    assert problem.message == f"“{written}” names several statements."
    assert problem.hint == f"Write one a line: {', '.join(f'`- {title}`' for title in titles)}."
    assert all(isinstance(read_statement(title, [SAF]), Statement) for title in titles)


@pytest.mark.parametrize("written", ["None", "n/a", "TBC"])
def test_no_statement_is_not_made_one(written: str) -> None:
    """What says that there is none is left out."""
    problem = read_statement(written, [SAF])
    assert isinstance(problem, NotUnderstood)
    assert problem.hint == "Leave it out where there is none."
