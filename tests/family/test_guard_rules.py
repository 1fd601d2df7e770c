"""Claims about the rules of the privacy guard: a text is passed over only where a rule could find nothing in it."""

import re
import sys
from importlib import import_module
from pkgutil import iter_modules

import pytest

from action_plans.family.guards import privacy
from action_plans.family.guards.privacy.private_words import RULES, PrivateWords
from action_plans.family.guards.privacy.rule import DIGIT, DOT, Expression, Rule, begins, begun_in
from action_plans.family.guards.privacy.titles import TITLES
from action_plans.family.words.folding import fold
from tests.family.needed_beginnings import can_do_without


def test_a_text_that_is_passed_over_holds_nothing_that_the_rule_could_find() -> None:
    """Whatever an expression finds, a beginning of each list that the rule needs stands in it: proven, not tried."""
    unproven = [
        (rule.looks_like, sorted(beginnings))
        for rule in (*RULES, *TITLES)
        for beginnings in rule.needs
        if can_do_without(rule.expression.compiled, beginnings)
    ]
    assert unproven == []


@pytest.mark.parametrize(
    ("expression", "needs"),
    [
        (r"\brooms?\b|\bbeds?\b", "room"),
        (r"(?:no )?residents", "no"),
        (r"\w*room\b", "room"),
        (r"\bno", "no"),
        (r"\brm[0-9]", "rm"),
        (r"room(?: [A-Z])? 7", "a"),
    ],
)
def test_the_proof_fails_where_something_is_found_without_a_beginning(expression: str, needs: str) -> None:
    """A branch without it, one that may be left out, one inside a longer word: each is a text nobody would look at."""
    assert can_do_without(re.compile(expression), begins(needs))


@pytest.mark.parametrize(
    ("expression", "needs"),
    [
        (r"\brooms?\b|\bbeds?\b", "room bed beds"),
        (r"\bno\b", "no"),
        (r"(?:in|at) rooms \d", "roomy"),
        (r"x?\d+", DIGIT),
    ],
)
def test_the_proof_holds_where_every_branch_has_a_beginning(expression: str, needs: str) -> None:
    """Four letters of a word are enough, a short one has to end, and a digit may stand anywhere."""
    assert not can_do_without(re.compile(expression), begins(needs))


def test_beginnings_are_read_as_expressions_read_letters() -> None:
    """No letter is left in a folded text that an expression in any letters takes for one of A to Z, and is none."""
    every = "".join(map(chr, range(0x80, sys.maxunicode + 1)))
    taken = re.findall("[a-z]", every, re.IGNORECASE)
    assert taken
    assert all(fold(letter).isascii() for letter in taken)
    assert begun_in(fold("ROOM \u0131n \u017fide-room_12b")) >= {"room", "in", "side", "12b", DIGIT}


def test_what_is_held_against_small_letters_asks_for_no_capital() -> None:
    """Such an expression would find nothing, whatever it is meant for, and no guard would say so."""
    asking = [one.source for one in _small_ones() if re.search(r"[A-Z]", re.sub(r"\\[A-Z]|\?P[<=]", "", one.source))]
    assert asking == []


def _small_ones() -> list[Expression]:
    """Return every expression of the privacy guard that is held against small letters."""
    rooms = [import_module(f"{privacy.__name__}.{found.name}") for found in iter_modules(privacy.__path__)]
    held = [value for room in rooms for value in vars(room).values()]
    held += [inner for value in held if isinstance(value, tuple) for inner in value]
    found = [one.expression if isinstance(one, Rule) else one for one in held]
    small = [one for one in found if isinstance(one, Expression) and one.is_small]
    assert len(small) > len(RULES) / 2
    return small


def test_each_letter_of_a_folded_text_has_one_small_letter() -> None:
    """So that a place in the text of small letters is the same place in the text itself."""
    every = "".join(map(chr, [*range(0x20, 0xD800), *range(0xE000, sys.maxunicode + 1)]))
    assert {letter for letter in fold(every) if len(letter.lower()) != 1} == set()


def test_signs_stand_among_beginnings() -> None:
    """The sign of an e-mail address, and a full stop inside a word, are seen; one at the end of a sentence is none."""
    assert {"@", DOT} <= begun_in("manager@example.org")
    assert DOT in begun_in("oakfield.org")
    assert begun_in("The end. Now more.").isdisjoint({"@", DOT, DIGIT})


@pytest.mark.parametrize(
    ("told", "honest"),
    [
        ("Look at oakfield.org for more.", "Look at the board for more."),
        ("The lady in room one fell.", "No room one could want is missing."),
        ("Two people fell.", "Two people check each chart."),
        ("Two people were moved.", "Two people aged over 80 were moved."),
        ("See incident 4521 for it.", "The report 2026 says so."),
        ("The nurse asked Zorvath.", "The nurse asked everyone."),
        ("“It is cold,” said Zorvath.", "“It is cold,” said someone."),
    ],
)
def test_an_exception_lets_through_what_it_is_for_and_nothing_else(told: str, honest: str) -> None:
    """Of each pair the first tells of somebody, or holds an address, and is found; the second does not."""
    assert list(PrivateWords().find(fold(told)))
    assert list(PrivateWords().find(fold(honest))) == []
