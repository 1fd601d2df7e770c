"""What the guards say of an entry: which problem, of which words, where, and whether an answer frees it."""

import pytest

from action_plans.family.guards.gates import Gates, ThemeGuard, allowed_of, facts_of, names_of
from action_plans.family.guards.names_and_links import links_of_reports, unnamed_services
from action_plans.family.telling.author_texts import Entry, EntryKind
from action_plans.family.telling.entries import entries
from action_plans.family.telling.release import Judged
from action_plans.family.words.plain_words import PlainWords
from action_plans.family.words.theme_words import ThemeWords, read_theme_words
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.model.service import Service
from action_plans.project.options import FamilyOptions
from action_plans.tracing.trace import Trace
from tests.family.family_projects import REPORT, THEME, UNAPPROVED, a_home, a_service, told_action

WORDS = tuple(read_theme_words(THEME).values())
PLAIN = PlainWords(THEME)
ROLES = {
    "RM": {"title": "Registered manager", "name": "Janet Okafor", "contact": "janet@example.org"},
    "DM": "Deputy manager",
    "QL": "Quality lead",
    "QL1": "Second quality lead",
}


def guards(trace: Trace, *refused: str, options: FamilyOptions = UNAPPROVED) -> Gates:
    """Return the guards of a project."""
    return Gates(trace, WORDS, PLAIN, options, refused)


def judged(trace: Trace, kind: EntryKind = EntryKind.TOPIC, *refused: str) -> Judged:
    """Return what the guards say of the first entry of a kind."""
    gates = guards(trace, *refused)
    return gates.judged(next(entry for entry in gates.entries if entry.kind is kind))


def a_topic_says(why: object, *refused: str) -> tuple[Problem, ...]:
    """Return the problems of a topic whose `why` is this."""
    return judged(a_home(topic={"why": why}, roles=ROLES), EntryKind.TOPIC, *refused).problems


def a_service_says(**family: object) -> tuple[Problem, ...]:
    """Return the problems of a service with these words for families."""
    return judged(a_home(service=a_service(family), roles=ROLES), EntryKind.SERVICE).problems


def contact(**said: object) -> dict[str, object]:
    """Return the service's contact with something more."""
    return {"contact": {"who": "the manager", "phone": "01632 960101", **said}}


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
        (contact(phone="943 476 5919"), None),
        (contact(email="dm@example.org"), None),
        ({"meetings": [{"date": "2026-06-01", "join": "943 476 5919"}]}, None),
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


def test_the_month_of_an_answer_to_families_decides_what_is_printed() -> None:
    """It is part of what is approved; without a month there is nothing to approve."""
    told = {
        "you_said": [
            {"said": "The food was cold.", "did": "We have a new oven."},
            {"said": "The tea was cold.", "did": "We have a new pot.", "month": "2026-04"},
        ]
    }
    (plan,) = (entry for entry in entries(a_home(told=told)) if entry.kind is EntryKind.PLAN)
    assert plan.decides == (("you_said 2: month", "", "April 2026"),)


def test_a_contact_who_agreed_to_be_named_is_let_pass_and_nothing_else_of_the_name() -> None:
    """A name is no private matter there; a room in it is, and so is a name of those who help from outside."""

    def passing(name: str, who: str = "Westshire Council") -> set[str]:
        family = {**contact(name=name), "outside_help": [{"who": who, "phone": "01632 960120"}]}
        return set(allowed_of(Service.model_validate(a_service(family))))

    assert {"Brenda Zork", "Westshire Council", "01632 960101", "01632 960120"} <= passing("Brenda Zork")
    assert "Brenda, room 14" not in passing("Brenda, room 14")
    assert "Doctor Zork" not in passing("Brenda Zork", "Doctor Zork")


def test_of_facts_those_of_the_right_shape_are_let_pass() -> None:
    """Numbers and addresses as they are printed, and the postcode of the address, but no other words of it."""
    family = {
        **contact(phone="01632  960101", email="ask us", post="1 Mill Lane, AB1 2CD"),
        "meetings": [{"date": "2026-06-01", "join": "https://example.org/a", "place": "the lounge"}],
        "outside_help": [{"who": "A council", "url": "https://example.org/b"}],
    }
    allowed = set(allowed_of(Service.model_validate(a_service(family))))
    assert {"01632 960101", "AB1 2CD", "https://example.org/a", "https://example.org/b"} <= allowed
    assert allowed.isdisjoint({"ask us", "the lounge", "1 Mill Lane, AB1 2CD", "the manager"})
    assert list(allowed_of(Service.model_validate({"id": "x", "name": "Elm Court", "kind": "care-home"}))) == [
        "Elm Court"
    ]


def test_pages_of_all_services_may_say_what_each_may() -> None:
    """Names and numbers of a service stand in the theme's sentences; a service's name is judged without that."""
    gates = guards(a_home(service=a_service(contact(name="Brenda Zork")), roles=ROLES))

    def said(guard: ThemeGuard, text: str) -> int:
        return len([*guard.patterns.find(text), *guard.marks.find(text)])

    assert said(gates.for_theme(), "Ask Brenda Zork on 01632 960101.") == 0
    assert said(gates.for_theme(names=False), "Ask Brenda Zork on 01632 960101.") > 0
    assert said(gates.for_theme(), "Ask Janet Okafor.") > 0


def test_the_numbers_that_the_theme_says_are_let_pass() -> None:
    """Everywhere, such as the number to ring in danger or that of CQC; another of the same form is not."""
    patterns = guards(a_home()).patterns(())
    number = str(WORDS[0].words["cqc_phone"])
    assert list(patterns.find(f"Ring {number} now.")) == []
    assert list(patterns.find("Ring 01632 960109 now."))


@pytest.mark.parametrize(
    ("name", "family", "is_named"),
    [
        ("Oakfield House", None, True),
        ("Mrs Zork's house", None, False),
        ("Mrs Zork's house", {"name": "Oakfield House"}, True),
        ("Oakfield House", {"name": "Mrs Zork's house"}, True),
        ("Mrs Zork's house", {"about": "It is a house for all."}, False),
        ("Mrs Zork's house", {"name": "Mrs Zork's house"}, False),
    ],
)
def test_a_service_is_named_where_one_of_its_names_may_be_printed(
    name: str,
    family: dict[str, object] | None,
    is_named: bool,
) -> None:
    """The one for families, else the one CQC knows; without either nothing of the service is published."""
    service = {"id": "oakfield", "name": name, "kind": "care-home", **({"family": family} if family else {})}
    trace = a_home(service=service)
    gates = guards(trace)
    unnamed, problems = unnamed_services([gates.judged(entry) for entry in gates.entries], gates)
    assert (unnamed == set()) == is_named
    assert len(problems) == (not is_named)


@pytest.mark.parametrize(
    ("url", "by", "is_wrong"),
    [
        ("https://www.cqc.org.uk/location/1-000000000", "CQC", False),
        ("https://example.org/a?b=c", "CQC", True),
        ("https://example.org/brenda", "CQC", True),
        ("https://example.org/QL", "CQC", True),
        ("https://example.org/brenda", "The council", False),
    ],
)
def test_the_link_of_a_report_is_read_too(url: str, by: str, is_wrong: bool) -> None:
    """Only of what the regulator wrote, which pages lead to, and of services that speak to families."""
    trace = a_home(sources=[REPORT, {**REPORT, "id": "S2", "url": url, "from": by}], roles=ROLES)
    gates = guards(trace)
    everything = [gates.judged(entry) for entry in gates.entries]
    wrong, problems = links_of_reports(trace, everything, gates)
    assert wrong == ({url} if is_wrong else set())
    assert [problem.code for problem in problems] == [Code.WRONG_FACT] * is_wrong
    assert links_of_reports(trace, [], gates) == (set(), ())


def test_an_entry_is_looked_at_once() -> None:
    """Whoever asks gets the same answer, and a service has one set of guards."""
    gates = guards(a_home())
    first: Entry = gates.entries[0]
    assert gates.judged(first) is gates.judged(first)
    assert gates.of(first.service) is gates.of(first.service)


def test_without_texts_for_families_nothing_internal_is_collected() -> None:
    """The guards of what nobody wrote cost nothing."""
    gates = guards(a_home(topic={"publish": "true"}))
    (topic,) = (entry for entry in gates.entries if entry.is_topic)
    assert gates.of(topic.service).require_approval is False
    assert guards(a_home(), options=FamilyOptions()).of(topic.service).require_approval is True


def test_each_language_but_english_brings_its_own_words_for_names_and_rooms() -> None:
    """English has the rules; the words of every other language of the theme are looked for in every text."""
    personal = {
        "cy": {"before_names": ["Bonwr"], "rooms": ["ystafell"], "beds": ["gwely"]},
        "pl": {"before_names": ["Pani"], "rooms": ["pokoju"], "beds": ["lozku"]},
    }
    others = [ThemeWords(code, {**WORDS[0].words, "personal_words": said}) for code, said in personal.items()]
    gates = Gates(a_home(), [*WORDS, *others], PLAIN, UNAPPROVED)
    assert set(gates.patterns(()).other_words) == {"cy", "pl"}
    assert set(gates.languages) == {"cy", "en", "pl"}
    for text in ("ystafell 14", "pokoju 14"):
        assert list(gates.patterns(()).find(text, is_english=False))


def test_names_and_facts_of_a_service_are_those_that_it_wants_families_to_have() -> None:
    """Its name, the contact and those who help; numbers, addresses and how to join a meeting; without any, its name."""
    family = {
        **contact(name="Brenda Zork", email="m@example.org", post="1 Mill Lane"),
        "outside_help": [
            {"who": "A council", "phone": "01632 960120"},
            {"who": "A charity", "url": "https://example.org/b"},
        ],
        "meetings": [{"date": "2026-06-01", "join": "https://example.org/a"}, {"date": "2026-07-01"}],
    }
    service = Service.model_validate(a_service(family))
    assert list(names_of(service)) == ["Oakfield House", "Brenda Zork", "A council", "A charity"]
    assert list(facts_of(service)) == [
        *("Brenda Zork", "01632 960101", "m@example.org", "1 Mill Lane"),
        *("01632 960120", "https://example.org/b", "https://example.org/a"),
    ]
    silent = Service.model_validate({"id": "x", "name": "Elm Court", "kind": "care-home"})
    assert (list(names_of(silent)), list(facts_of(silent))) == (["Elm Court"], [])
    alone = Service.model_validate(a_service({"contact": None, "outside_help": []}))
    assert (list(names_of(alone)), list(facts_of(alone))) == (["Oakfield House"], [])


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
