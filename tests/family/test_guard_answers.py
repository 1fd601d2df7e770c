"""Where an answer of a plan counts, and what it covers: asked of entries, no page is built."""

import pytest

from action_plans.family.guards.answers import answers_in, is_answered_in_vain
from action_plans.family.telling.author_texts import Entry, EntryKind
from action_plans.family.telling.entries import entries
from action_plans.model.problem import Code
from action_plans.tracing.trace import Trace
from tests.family.family_projects import a_home, a_service


def an_entry(trace: Trace, kind: EntryKind = EntryKind.TOPIC) -> Entry:
    """Return the first entry of a kind."""
    return next(entry for entry in entries(trace) if entry.kind is kind)


WHY = "It is in room 14 now, and in room 15, as it was."


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"code": "AP403", "words": "room 14"}, ["room 14"]),
        ({"code": "ap403", "words": " Room  14 "}, ["Room 14"]),
        ({"code": "AP403", "words": "room 16"}, []),
        ({"code": "AP403", "words": "--"}, []),
        ({"code": "AP403", "words": None}, []),
        ({"code": "AP401", "words": "room 14"}, []),
        ({"code": "AP999", "words": "room 14"}, []),
        ({"code": "AP403", "words": "room 14", "item": "F2"}, []),
    ],
    ids=str,
)
def test_an_answer_counts_where_its_words_stand(answer: dict[str, object], words: list[str]) -> None:
    """For what reads for meaning, of an entry that it is about."""
    written = {"item": "F1", "because": "It is meant.", **{key: value for key, value in answer.items() if value}}
    found = list(answers_in(an_entry(a_home(topic={"why": WHY}, accepted=[written]))))
    assert [(each.words, each.code) for each in found] == [(word, Code.PRIVATE) for word in words]


def test_an_answer_that_is_about_something_else_hides_none_after_it() -> None:
    """Whatever is wrong with it: its item, its code or its words; all that count are told in the order written."""
    answers = [
        {"code": code, "item": item, "words": words, "because": "It is meant."}
        for code, item, words in [
            ("AP403", "F2", "room 14"),
            ("AP403", "F1", "room 16"),
            ("AP403", "F1", "room 15"),
            ("AP403", "F1", "room 14"),
        ]
    ]
    found = list(answers_in(an_entry(a_home(topic={"why": WHY}, accepted=answers))))
    assert [each.words for each in found] == ["room 15", "room 14"]


def test_an_answer_covers_what_lies_inside_its_words() -> None:
    """Wherever they stand, to their last letter, and nothing beside them."""
    answer = {"code": "AP403", "item": "F1", "words": "in room 14", "because": "It is meant."}
    (found,) = answers_in(an_entry(a_home(topic={"why": WHY}, accepted=[answer])))
    text = "It is in room 14, or in room 14 again."
    places = {(6, 16): True, (9, 16): True, (6, 15): True, (21, 31): True, (5, 16): False, (6, 17): False}
    assert {place: found.covers(text, *place) for place in places} == places


def test_an_answer_for_a_plan_is_about_its_service_too() -> None:
    """By the plan's reference in any letters, or by none; never by another's."""
    for item, is_about in [({"item": "oak"}, True), ({}, True), ({"item": "OAJ"}, False), ({"item": "OAL"}, False)]:
        answer = {"code": "AP403", "words": "checks care", "because": "It is meant.", **item}
        trace = a_home(accepted=[answer], service=a_service({"about": "CQC checks care here."}))
        for kind in (EntryKind.PLAN, EntryKind.SERVICE):
            assert bool(list(answers_in(an_entry(trace, kind)))) == is_about
        assert not list(answers_in(an_entry(trace)))


@pytest.mark.parametrize(
    ("code", "item", "is_vain"),
    [
        (Code.FAMILY_TEXT, "F1", True),
        (Code.FAMILY_TEXT, "F2", False),
        (Code.NOT_APPROVED, "F1", False),
        (Code.WAITS_FOR_REPORT, "F1", False),
        (Code.MAY_BE_UNTRUE, "F1", False),
    ],
)
def test_an_answer_to_what_nobody_can_answer_is_in_vain(code: Code, item: str, is_vain: bool) -> None:
    """Only to the same problem of the same entry."""
    answers = [
        {"code": each.value, "item": item, "because": "It is meant."} for each in (Code.FAMILY_TEXT, Code.MAY_BE_UNTRUE)
    ]
    assert is_answered_in_vain(an_entry(a_home(accepted=answers)), code) == is_vain
