"""What holds for anybody is told of nobody: one list of such words, of which each guard has what it needs."""

import pytest

from action_plans.family.guards.privacy.in_general import (
    FOR_ANY_LIKENESS,
    FOR_ANY_STAFF,
    FOR_ANYBODY,
    FOR_ANYBODY_LOOSELY,
    SUPPOSED_OF_ONE,
    SUPPOSED_OF_RELATIVE,
)
from action_plans.family.guards.privacy.rule import Expression
from tests.family.measure_guards import is_held

WHOLE_SENTENCES = (FOR_ANYBODY, FOR_ANYBODY_LOOSELY)
OF_PEOPLE = (*WHOLE_SENTENCES, FOR_ANY_LIKENESS)
ALL = (*OF_PEOPLE, FOR_ANY_STAFF)


@pytest.mark.parametrize(
    ("told", "honest"),
    [
        ("The sailor upstairs fell in May.", "The sailor upstairs may fall."),
        ("The old sailor upstairs does not sing any more since he fell.", "Any old sailor upstairs may sing."),
        ("Everyone knows that our cook was sacked.", "Everyone knows our cook."),
        ("The nurse who should never have been here was sacked.", "Any nurse who is sacked may appeal."),
        ("A daughter rang us at night.", "When a daughter rang at night we answered."),
        ("A man with a beard fell.", "Someone with a beard can ask for a shave."),
    ],
)
def test_what_happened_is_held_and_what_holds_for_anybody_passes(told: str, honest: str) -> None:
    """A month is no permission, and what is not any more, or should never have been, was."""
    assert is_held(told)
    assert not is_held(honest)


@pytest.mark.parametrize(
    ("words", "has", "has_not"),
    [
        ("any anyone anybody each every if when whoever would should", ALL, ()),
        ("everyone everybody may might can must", OF_PEOPLE, (FOR_ANY_STAFF,)),
        ("whenever unless whether", WHOLE_SENTENCES, (FOR_ANY_LIKENESS, FOR_ANY_STAFF)),
        ("someone somebody person", (FOR_ANY_LIKENESS,), (FOR_ANYBODY, FOR_ANYBODY_LOOSELY, FOR_ANY_STAFF)),
        ("nobody", (FOR_ANYBODY, FOR_ANY_LIKENESS), (FOR_ANYBODY_LOOSELY, FOR_ANY_STAFF)),
        ("no", (FOR_ANY_LIKENESS, FOR_ANY_STAFF), WHOLE_SENTENCES),
        ("could", (FOR_ANY_LIKENESS,), (FOR_ANYBODY, FOR_ANYBODY_LOOSELY, FOR_ANY_STAFF)),
        ("you your ask please always usually often", (FOR_ANYBODY_LOOSELY,), (FOR_ANYBODY, FOR_ANY_STAFF)),
        ("May", (), ALL),
        ("if when whether unless for", (SUPPOSED_OF_ONE, SUPPOSED_OF_RELATIVE), ()),
        ("whenever", (SUPPOSED_OF_ONE,), (SUPPOSED_OF_RELATIVE,)),
        ("like as be or your every each any", (SUPPOSED_OF_RELATIVE,), (SUPPOSED_OF_ONE,)),
    ],
)
def test_a_guard_has_the_words_that_it_needs_and_no_more(
    words: str, has: tuple[Expression, ...], has_not: tuple[Expression, ...]
) -> None:
    """Each word lets something pass, so that none is in a list that did well without it."""
    for word in words.split():
        assert all(each.is_in(f"then {word}") for each in has), word
        assert not any(each.is_in(f"then {word}") for each in has_not), word


@pytest.mark.parametrize("words", ["any more", "any longer", "may have", "should never have", "should not have"])
def test_what_is_over_or_has_been_is_no_rule(words: str) -> None:
    """Of nobody."""
    assert not any(each.is_in(f"then {words} gone") for each in ALL)
