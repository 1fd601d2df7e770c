"""The guards of a service: what of it may be said, on its own pages and on those of all."""

import pytest

from action_plans.family.guards.gates import Gates, ThemeGuard, allowed_of, facts_of, names_of
from action_plans.family.guards.names_and_links import links_of_reports, unnamed_services
from action_plans.family.telling.author_texts import Entry, EntryKind
from action_plans.family.telling.entries import entries
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.problem import Code
from action_plans.model.service import Service
from action_plans.project.options import FamilyOptions
from tests.family.family_projects import REPORT, UNAPPROVED, a_home, a_service
from tests.family.guarded_homes import PLAIN, ROLES, WORDS, contact, guards


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
        ("Brenda Zork", contact(name="Brenda Zork"), False),
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
    unnamed, problems = unnamed_services([gates.judged(entry) for entry in reversed(gates.entries)], gates)
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
    audit = {"id": "S1", "kind": "audit", "title": "Audit"}
    trace = a_home(sources=[audit, REPORT, {**REPORT, "id": "S2", "url": url, "from": by}], roles=ROLES)
    gates = guards(trace)
    everything = [gates.judged(entry) for entry in gates.entries]
    wrong, problems = links_of_reports(trace, everything, gates)
    assert wrong == ({url} if is_wrong else set())
    assert [problem.code for problem in problems] == [Code.WRONG_FACT] * is_wrong
    beginnings = ("The link to the report S2 is", "The link to the report S2 holds")
    assert all(problem.message.startswith(beginnings) for problem in problems)
    assert all(problem.hint.startswith("Write ") for problem in problems)
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
