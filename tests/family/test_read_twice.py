"""Sentences that no guard holds and whoever approves is asked to read twice: they speak of one person."""

import pytest

from action_plans.family.guards.privacy.read_twice import to_read_twice
from tests.project import Project
from tests.small_plans import FAMILY
from tests.staff.edition import words

ASKED = "About one person? Read this twice:"
FOUND = "Some people did not get their medicines on time."


@pytest.mark.parametrize(
    ("twice", "once"),
    [
        ("The sailor upstairs likes it loud.", "The lounge upstairs is loud."),
        ("A footballer lives here.", "If a footballer calls, let us know."),
        ("A great-niece was cross.", "A great many were cross."),
        ("The cook left in a hurry.", "The cook asks each person what they like."),
        ("Someone was left behind.", "When someone was out, we kept the meal warm."),
        ("The second refused.", "No one refused."),
        ("There was a death in spring.", "There was a meeting in spring."),
        ("The police were here.", "The builders were here."),
        ("We lost half-dozen people.", "We lost patience."),
        ("Just four had it.", "In just four minutes it was there."),
        ("Room 7 was cold.", "The room was cold."),
        ("“Lofty” was told off.", "The new rota was told to all."),
        ("They blew the whistle.", "They blew hot air."),
        ("Her hat is red.", "The hat is red."),
        ("The end room is cold.", "The big room is cold."),
    ],
)
def test_what_speaks_of_one_person_is_told_from_what_holds_for_anybody(twice: str, once: str) -> None:
    """Of each pair the first may be about somebody, the second about nobody."""
    assert list(to_read_twice(f"We are sorry. {twice} We learn.")) == [twice]
    assert list(to_read_twice(once)) == []


def test_the_inspector_is_nobody() -> None:
    """What an inspector did, everybody may read."""
    assert list(to_read_twice("An inspector was told. CQC told the manager.")) == ["CQC told the manager."]


def test_whoever_approves_is_asked_at_the_terminal_and_on_the_page(project: Project) -> None:
    """Such a sentence is named below its text, in both places, word for word; the others are not."""
    told = f"{FOUND} The owner looked through all the forms."
    project.write({"plans/oak.yaml": FAMILY.replace(FOUND, told)})

    answer = project.command("approve").said
    assert [line.strip() for line in answer.splitlines() if ASKED in line] == [
        f"{ASKED} “The owner looked through all the forms.”"
    ]
    assert project.build().exit_code == 0
    page = words(project.read("site/plans/oak/family/index.html"))
    assert page.count(ASKED) == 1
    assert f"{told} {ASKED} “The owner looked through all the forms.”" in page
    assert "Most are harmless" in page


def test_nobody_is_asked_of_what_is_approved_or_needs_no_approval(project: Project) -> None:
    """Once somebody has read it twice the question is gone; where no approval is asked for it is never put."""
    project.write({"plans/oak.yaml": FAMILY.replace(FOUND, f"{FOUND} The owner looked through all the forms.")})
    project.command("approve", "--by", "RM")
    assert ASKED not in project.command("approve").said
    assert project.build().exit_code == 0
    page = project.read("site/plans/oak/family/index.html")
    assert ASKED not in page
    assert "Most are harmless" not in page
    assert "The owner looked through all the forms." in project.read("site-family/index.html")


def test_sentences_in_another_language_are_not_judged(project: Project) -> None:
    """The words are English ones: of a text in Polish nothing is asked."""
    both = "{en: The kettle is new., pl: Her kettle was new.}"
    project.write({"plans/oak.yaml": FAMILY.replace(f"found: {FOUND}", f"found: {both}")})
    answer = project.command("approve").said
    assert "Her kettle was new." in answer
    assert ASKED not in answer
