"""Guards read what is printed: every field, in any letters, over line ends and from one field into the next."""

import re

import pytest

from action_plans.model.problem import Code
from tests.family.family_projects import HOME_PAGE, TOPIC_PAGE, a_home, a_service, codes, edition, main_of, told_action

HONEST = [
    "Two people will help you to stand.",
    "People aged 65 or over can have a free jab.",
    "The lift is 30 years old.",
    "Rice is on the menu each day.",
    "You can watch TV.",
    "There is one family room.",
    "We keep rice and beans in the store.",
]
TELLING = [
    "Joan in the end room waited.",
    "Both residents lost weight.",
    "Dr Patel forgot.",
    "Half of the people who live here had no drink.",
    "We asked Rice to look at it.",
    "The cook, Rice, was told.",
    "TOM RICE is the cook.",
    "tom rice is the cook.",
]
COOK = {"RM": "Registered manager", "CK": {"title": "Head cook", "name": "Tom Rice"}}


@pytest.mark.parametrize("why", HONEST)
def test_honest_sentences_are_published(why: str) -> None:
    """Helpers, ages in rules and of things, rooms for all, and a dish called like the cook tell on nobody."""
    built = edition(a_home(topic={"why": why}, roles=COOK))
    assert [str(problem) for problem in built.problems] == []
    assert TOPIC_PAGE in built.files


@pytest.mark.parametrize("why", TELLING)
def test_telling_sentences_are_held(why: str) -> None:
    """First names, counts in words, doctors, and a surname where it is used as one."""
    built = edition(a_home(topic={"why": why}, roles=COOK))
    assert TOPIC_PAGE not in built.files
    assert set(codes(built)) <= {Code.PRIVATE, Code.INTERNAL_WORDS, Code.HARD_WORDS}


@pytest.mark.parametrize(
    ("topic", "field"),
    [
        ({"why": "We gave it\nto Mrs\nSmyth in\n14 days."}, "why"),
        ({"why": "The bell in room\n14 did not ring."}, "why"),
        ({"measure": {"text": "Doses given", "now": "Ann Smythe, NHS 943 476 5919"}}, "measure: now"),
        ({"measure": {"text": "Doses given", "before": "8 of 30 residents"}}, "measure: before"),
        ({"measure": {"text": "Doses given", "of": "room 14"}}, "measure: of"),
        ({"title": "Room 14 is cold"}, "title"),
        ({"affected": "We told Mrs Smyth about it."}, "affected"),
        ({"found": "We gave the dose to Mrs", "keeping_safe": "Smyth and looked at her chart."}, "found"),
        ({"found": "The bell did not ring in room", "keeping_safe": "14 for a week."}, "found"),
        ({"you": "It was 943 476", "visitors": "5919 on the chart."}, "you"),
        ({"why": "We told \u041crs Sm\u0443th about it."}, "why"),
        ({"why": "The bell in \u0433oom \u0661\u0664 did not ring."}, "why"),
        ({"why": "\uff22\uff52\uff45\uff4e\uff44\uff41 waited."}, "why"),
        ({"why": {"en": "We look each day.", "pl": "Pani 943 476 5919 czekała."}}, "why"),
    ],
    ids=str,
)
def test_every_field_is_read_as_it_is_printed(topic: dict[str, object], field: str) -> None:
    """A line break, another field, another script or another language hides nothing; the gap names the field."""
    built = edition(a_home(topic=topic))
    private = [problem for problem in built.problems if problem.code is Code.PRIVATE]
    assert any(f"`{field}` of topic OAK/F1" in problem.message for problem in private)
    assert TOPIC_PAGE not in built.files


@pytest.mark.parametrize(
    ("family", "field"),
    [
        ({"words": {"Mrs Smyth": "The amount of a medicine."}}, "words: Mrs Smyth"),
        ({"words": {"dose": "What Mrs Smyth takes."}}, "words: dose"),
        ({"formats": ["large print", "read by Mrs Smyth"]}, "formats 2"),
        ({"languages": ["English", "Mrs Smyth"]}, "languages 2"),
        ({"about": "Mrs Smyth writes this site."}, "service: about"),
        ({"complain": {"how": "Write to Mrs Smyth at the desk."}}, "complain: how"),
        ({"meetings": [{"date": "2026-06-01", "place": "in room 14"}]}, "meetings 1: place"),
        ({"meetings": [{"date": "2026-06-01", "time": "when Joan is in"}]}, "meetings 1: time"),
        ({"meetings": [{"date": "2026-06-01", "how": "Ring Mrs Smyth first."}]}, "meetings 1: how"),
        ({"outside_help": [{"who": "Mrs Smyth"}]}, "outside_help 1: who"),
        ({"outside_help": [{"who": "Westshire Council", "what": "Mrs Smyth answers there."}]}, "outside_help 1: what"),
    ],
    ids=str,
)
def test_every_field_of_the_service_is_read(family: dict[str, object], field: str) -> None:
    """Words, formats, meetings, helpers: what tells on somebody is not there; the topic is."""
    built = edition(a_home(service=a_service(family)))
    assert any(f"`{field}`" in problem.message for problem in built.problems)
    assert TOPIC_PAGE in built.files
    assert not any(b"Smyth" in content or b"Joan" in content for content in built.files.values())


def test_the_texts_of_a_topic_stand_in_the_order_in_which_they_are_joined() -> None:
    """What a page prints one after the other is looked at one after the other: the page and the guards agree."""
    topic = {
        "title": "Apple words here",
        "found": "Bread words stand here.",
        "keeping_safe": "Cheese words stand here.",
        "why": "Dumpling words stand here.",
        "change": "Fig words stand here.",
        "how_we_will_know": "Ginger words stand here.",
        "measure": {"text": "Honey words stand here", "before": "7", "now": "8"},
        "you": "Jam words stand here.",
        "visitors": "Kale words stand here.",
    }
    built = edition(a_home(told_action("We do egg words."), topic=topic))
    page = main_of(built, "oakfield-house/topics/apple-words-here.html")
    order = ["Apple", "Bread", "Cheese", "Dumpling", "Egg", "Fig", "Ginger", "Honey", "Jam", "Kale"]
    assert re.findall("|".join(order), page.replace("We do egg", "We do Egg", 1))[: len(order)] == order
    assert HOME_PAGE in built.files
