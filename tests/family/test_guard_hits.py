"""What the guards say of an entry: which problem, of which words, where, and whether an answer frees it."""

import pytest

from action_plans.family.telling.author_texts import EntryKind
from action_plans.family.telling.entries import entries
from action_plans.model.origin import Origin
from action_plans.model.problem import Code
from action_plans.tracing.trace import Trace
from tests.family.family_projects import a_home, a_service, told_action
from tests.family.guarded_homes import ROLES, a_service_says, a_topic_says, contact, judged


@pytest.mark.parametrize(
    ("why", "message"),
    [
        ("It was in room 14.", "holds what looks like a room or bed number: “room 14”."),
        ("Look at 943 476 5919 again.", "holds what looks like an NHS number."),
        ("See DM about it.", "holds “DM”, the code of a role."),
        ("See Okafor about it.", "holds a person's name."),
        ("See janet@example.org about it.", "holds how a role is reached."),
    ],
)
def test_a_message_repeats_what_may_be_repeated(why: str, message: str) -> None:
    """Words by which a hit is found again in the text; no number of a person, no name and no address."""
    assert f"`why` of topic OAK/F1 {message}" in [problem.message for problem in a_topic_says(why)]


def test_a_refused_name_is_not_repeated() -> None:
    """Nor is any part of it."""
    (problem,) = a_topic_says("It was quillan again.", "Quillan")
    assert problem.message == "`why` of topic OAK/F1 holds what looks like a name from your list of names to refuse."


@pytest.mark.parametrize(
    ("polish", "is_held"),
    [
        ("Zorvath told us.", False),
        ("The nurse must administer each medication.", False),
        ("Brenda nam powiedziala.", True),
        ("Numer 943 476 5919.", True),
    ],
)
def test_a_text_in_another_language_is_read_for_names_and_numbers(polish: str, is_held: bool) -> None:
    """English uses of words say nothing in it."""
    found = a_topic_says({"en": "We look at it each day.", "pl": polish})
    assert (Code.PRIVATE in [problem.code for problem in found]) == is_held
    assert Code.HARD_WORDS not in [problem.code for problem in found]


@pytest.mark.parametrize(
    ("family", "code"),
    [
        (contact(name="Brenda Zork"), None),
        (contact(name="Janet Okafor"), None),
        (contact(name="Brenda, room 14"), Code.PRIVATE),
        (contact(name="Brenda, AB1 2CD"), Code.PRIVATE),
        (contact(name="Quality QL1"), None),
        (contact(times="Brenda knows"), Code.PRIVATE),
        (contact(times="Ask DM in the week"), Code.INTERNAL_WORDS),
        (contact(post="1 Mill Lane, AB1 2CD"), None),
        (contact(post="Oakfield, at number 3, AB1 2CD"), None),
        (contact(post="Room 14, Mill Lane"), Code.PRIVATE),
        (contact(times="At AB1 2CD"), Code.PRIVATE),
        (contact(phone="01632 960101"), None),
        (contact(phone="943 476 5919"), Code.WRONG_FACT),
        (contact(email="dm@example.org"), None),
        ({"meetings": [{"date": "2026-06-01", "join": "01632 960101"}]}, None),
        ({"meetings": [{"date": "2026-06-01", "join": "943 476 5919"}]}, Code.WRONG_FACT),
        ({"meetings": [{"date": "2026-06-01", "join": "https://example.org/brenda"}]}, Code.PRIVATE),
        ({"meetings": [{"date": "2026-06-01", "join": "https://example.org/123456"}]}, None),
        ({"meetings": [{"date": "2026-06-01", "join": "https://brenda.example.org/a"}]}, None),
        ({"meetings": [{"date": "2026-06-01", "join": "https://example.org/DM"}]}, Code.INTERNAL_WORDS),
        ({"meetings": [{"date": "2026-06-01", "place": "room 14"}]}, Code.PRIVATE),
        ({"outside_help": [{"who": "A council", "url": "https://example.org/room-14"}]}, Code.PRIVATE),
        (contact(phone="ask us"), Code.WRONG_FACT),
    ],
    ids=str,
)
def test_a_fact_is_read_for_what_it_may_not_say(family: dict[str, object], code: Code | None) -> None:
    """A contact may be named and have a postcode; a number to dial is no other; all else is read as texts are."""
    found = a_service_says(**family)
    assert [problem.code for problem in found] == ([code] if code else [])
    assert all(problem.message.endswith("left out.") for problem in found if code is Code.PRIVATE)


def test_only_a_wrong_fact_is_left_out() -> None:
    """The field is named, and nothing is held back with it."""
    said = judged(a_home(service=a_service(contact(times="Brenda knows", name="Brenda Zork"))), EntryKind.SERVICE)
    assert said.wrong_facts == {"contact: times"}
    assert said.held == ()


@pytest.mark.parametrize(
    ("before", "after", "held"),
    [
        ("It was seen by two", "residents last week.", ["a count of people: “two residents”"]),
        ("It was seen by two", "Residents know it.", []),
        ("It was in room", "14 all the time.", ["a room or bed number: “room 14”"]),
        ("It was in the room", "14 was the number.", ["a room or bed number: “room 14”"]),
        ("It was in the room,", "14 was the number.", []),
        (
            "Ask Brenda. It was seen by two",
            "residents last week.",
            ["a count of people: “two residents”", "a person's name: “Brenda”"],
        ),
        ("We saw room 14 in it", "It is new.", ["a room or bed number: “room 14”"]),
    ],
)
def test_what_goes_over_from_one_text_into_the_next_is_seen(before: str, after: str, held: list[str]) -> None:
    """It is told once, of the text before; a count or a surname is none where the next text begins with a capital."""
    problems = judged(a_home(topic={"keeping_safe": before, "why": after})).problems
    messages = [problem.message for problem in problems if problem.code is Code.PRIVATE]
    assert messages == [f"`keeping_safe` of topic OAK/F1 holds what looks like {each}." for each in held]


def test_a_mark_that_goes_over_a_seam_is_seen() -> None:
    """A name of two words, of which each text has one, is told of the text before."""
    roles = {**ROLES, "RM": {"title": "Registered manager", "name": "Lo Qi"}}
    topic = {"keeping_safe": "Please ask for our Lo", "why": "Qi, as we all do here."}
    problems = judged(a_home(topic=topic, roles=roles)).problems
    messages = [problem.message for problem in problems if problem.code is Code.INTERNAL_WORDS]
    assert messages == ["`keeping_safe` of topic OAK/F1 holds a person's name."]


@pytest.mark.parametrize(("places", "is_held"), [(6, True), (10, True), (11, False), (None, False)])
@pytest.mark.parametrize("where", ["measure", "said"])
def test_figures_of_ten_places_or_fewer_are_held(places: int | None, is_held: bool, where: str) -> None:
    """A figure and what somebody said could tell who it is where so few live; nothing else is held for that."""
    service = a_service() if places is None else a_service(places=places)
    topic = {"measure": {"text": "We count what was missed.", "before": "9", "now": "2"}} if where == "measure" else {}
    told = {"you_said": [{"said": "The food was cold.", "did": "We have a new oven."}]} if where == "said" else {}
    trace = a_home(service=service, topic=topic, told=told)
    found = judged(trace, EntryKind.TOPIC if where == "measure" else EntryKind.PLAN).problems
    field = "measure: text" if where == "measure" else "you_said 1: said"
    assert [problem.message.partition(" of ")[0] for problem in found] == ([f"`{field}`"] if is_held else [])


ANSWERED = [
    ("It is in room 14 now.", "room 14", "AP403", True),
    ("It is in room 14 now.", "room 1", "AP403", False),
    ("We have a new rota.", "rota", "AP402", True),
    ("We have a new rota.", "We have a", "AP402", False),
    ("We have new bank staff.", "bank staff", "AP402", True),
    ("We have new bank staff.", "new bank", "AP402", False),
    ("We watch each nurse on a whole drug round.", "watch each nurse on a whole drug round", "AP406", True),
    ("We watch each nurse on a whole drug round.", "each nurse on a whole drug round", "AP406", False),
    ("See janet@example.org about it.", "janet@example.org", "AP404", True),
    ("See DM about it.", "See DM", "AP404", False),
    ("See Janet Okafor.", "Janet Okafor", "AP404", False),
]


@pytest.mark.parametrize(("why", "words", "code", "is_freed"), ANSWERED)
def test_an_answer_frees_what_reads_for_meaning(why: str, words: str, code: str, is_freed: bool) -> None:
    """How a role is reached, and patterns; no code and no name."""
    answer = {"code": code, "item": "F1", "words": words, "because": "It is meant."}
    action = told_action(title="Watch each nurse on a whole drug round")
    trace = a_home(action, topic={"why": why}, roles=ROLES, accepted=[answer])
    found = [problem for problem in judged(trace).problems if problem.code.value == code]
    assert found
    assert all((problem.accepted == "It is meant.") == is_freed for problem in found)


@pytest.mark.parametrize(
    ("item", "is_freed"),
    [("F1", True), ("f1", True), ("OAK/F1", True), ("oak/f1", True), ("OAK", False), (None, False), ("F2", False)],
)
def test_an_answer_is_about_the_topic_that_it_names(item: str | None, is_freed: bool) -> None:
    """By its reference, with the plan's or without, in any letters."""
    answer = {"code": "ap403", "words": "room 14", "because": "It is meant.", **({"item": item} if item else {})}
    trace = a_home(topic={"why": "It is in room 14 now."}, accepted=[answer])
    assert [bool(problem.accepted) for problem in judged(trace).problems] == [is_freed]


@pytest.mark.parametrize(("until", "is_freed"), [("2026-05-11", False), ("2026-05-12", True), ("2026-05", True)])
def test_an_answer_counts_until_its_last_day_is_over(until: str, is_freed: bool) -> None:
    """That day included; a month to its end."""
    answer = {"code": "AP403", "item": "F1", "words": "room 14", "because": "It is meant.", "until": until}
    trace = a_home(topic={"why": "It is in room 14 now."}, accepted=[answer])
    assert [bool(problem.accepted) for problem in judged(trace).problems] == [is_freed]


def test_a_figure_is_no_sentence() -> None:
    """It is read for what is private and internal, and for no hard words."""
    measure = {"text": "We count what was missed.", "before": "9 on the rota", "now": "2 for DM"}
    found = judged(a_home(topic={"measure": measure}, roles=ROLES)).problems
    assert [problem.message for problem in found] == ["`measure: now` of topic OAK/F1 holds “DM”, the code of a role."]


def test_a_wrong_fact_says_what_it_is_not_and_what_to_write() -> None:
    """It is left out, and named by its field."""
    (problem,) = a_service_says(**contact(phone="ask us"))
    what = "`contact: phone` of what Oakfield House says to families is no telephone number, and is left out."
    assert (problem.message, problem.hint) == (what, "Write the number alone, such as 01632 960101.")


def test_what_somebody_said_in_a_small_service_is_answered_with_all_of_it() -> None:
    """A part of it frees nothing."""
    told = {"you_said": [{"said": "The food was cold.", "did": "We have a new oven."}]}
    for words, is_freed in [("The food was cold.", True), ("The food was", False), ("food was cold", False)]:
        answer = {"code": "AP403", "words": words, "because": "All said so."}
        trace = a_home(service=a_service(places=6), told=told, accepted=[answer])
        (problem,) = judged(trace, EntryKind.PLAN).problems
        assert bool(problem.accepted) == is_freed, words


def test_words_shared_over_a_seam_are_told() -> None:
    """Seven words of an action's title, of which two texts have a part each, are told of the text before."""
    action = told_action(title="Watch each nurse on a whole drug round")
    trace = a_home(action, topic={"keeping_safe": "We watch each nurse on", "why": "a whole drug round, as we do."})
    (problem,) = judged(trace).problems
    assert problem.code is Code.SHARED_WORDS
    assert problem.message.startswith("`keeping_safe` of topic OAK/F1 says “watch each nurse on a whole drug”")


def test_a_hit_is_told_by_its_line_and_with_what_to_write() -> None:
    """Of a text of several lines the very line; what a person is called is no word that families would know better."""
    topic = {"why": "We look at it,\nand it is in room 14,\nand DM knows,\nand so does our Okafor."}
    trace = a_home(topic=topic, roles=ROLES)
    start = an_origin_of(trace, "why").line
    problems = [problem for problem in judged(trace).problems if problem.code is not Code.HARD_WORDS]
    found = [(problem.origin.line - start, problem.hint) for problem in problems]
    assert found == [
        (2, "Say “a room on the first floor” instead."),
        (3, "Say it in words that families know."),
        (4, "Name a role, or say “a person”."),
        (4, "Say what the person does."),
    ]


def an_origin_of(trace: Trace, field: str) -> Origin:
    """Return where a text of the topic stands."""
    topic = next(entry for entry in entries(trace) if entry.is_topic)
    return next(text.origin for text in topic.texts if text.field == field)
