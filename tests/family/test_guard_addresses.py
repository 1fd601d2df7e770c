"""Addresses and numbers are read for whose they are: hosts, mailboxes and paths, label by label."""

import pytest

from action_plans.family.telling.author_texts import EntryKind
from action_plans.model.problem import Code
from action_plans.project.options import FamilyOptions
from tests.family.family_projects import REPORT, TOPIC_PAGE, UNAPPROVED, a_home, a_service, codes, edition, page
from tests.family.guarded_homes import ROLES, contact, judged

REFUSED = "Zebulon Quagmire"
REACHED = "01632 960555 or +44 1632 960556, nights@example.org"
PEOPLE = {
    **ROLES,
    "CO": {"title": "Care co-ordinator", "contact": "office@example.org"},
    "NL": {"title": "Night lead", "name": "Mrs Olga O'Dare", "contact": REACHED},
}


def a_link(url: str) -> dict[str, object]:
    """Return a service with somebody outside who has this address."""
    return {"outside_help": [{"who": "Westshire Council", "url": url}]}


def to_join(join: str) -> dict[str, object]:
    """Return a service with a meeting that one joins there."""
    return {"meetings": [{"date": "2026-06-01", "join": join}]}


HELD = [
    (contact(email="zebulon.quagmire@example.org"), Code.PRIVATE),
    (contact(email="zquagmire@example.org"), Code.PRIVATE),
    (contact(email="hello@zebulonquagmire.example.org"), Code.PRIVATE),
    (a_link("https://zebulon-quagmire.example.org/"), Code.PRIVATE),
    (a_link("https://example.org/zebul%6Fn"), Code.PRIVATE),
    (a_link("https://example.org/zquagmire"), Code.PRIVATE),
    (a_link("https://zquagmire.example.org/"), Code.PRIVATE),
    (to_join("HTTPS://meet.example.org/zebulon"), Code.PRIVATE),
    (contact(email="janet@example.org"), Code.INTERNAL_WORDS),
    (contact(email="JANET@example.org"), Code.INTERNAL_WORDS),
    (contact(email="j.okafor@example.org"), Code.INTERNAL_WORDS),
    (contact(email="odare2@example.org"), Code.INTERNAL_WORDS),
    (to_join("01632 960556"), Code.INTERNAL_WORDS),
    (to_join("01632960555"), Code.INTERNAL_WORDS),
    (a_link("https://okafor.example.org/"), Code.INTERNAL_WORDS),
    (a_link("https://example.org/about-okafor"), Code.INTERNAL_WORDS),
    (a_link("https://a1.example.org/"), Code.INTERNAL_WORDS),
    (a_link("https://RM.example.org/"), Code.INTERNAL_WORDS),
    (a_link("https://example.org/RM/"), Code.INTERNAL_WORDS),
    (a_link("https://ql1.example.org/"), Code.INTERNAL_WORDS),
    (contact(email="RM@example.org"), Code.INTERNAL_WORDS),
    (contact(email="a1@example.org"), Code.INTERNAL_WORDS),
    (to_join("HTTPS://meet.example.org/RM/"), Code.INTERNAL_WORDS),
]


@pytest.mark.parametrize(("family", "code"), HELD, ids=str)
def test_whose_an_address_is_is_seen(family: dict[str, object], code: Code) -> None:
    """Refused names, people in roles, how they are reached, and codes: the fact is left out, nothing else is held."""
    home = a_home(service=a_service(family), roles=PEOPLE)
    said = judged(home, EntryKind.SERVICE, REFUSED)
    assert code in [problem.code for problem in said.problems]
    assert len(said.wrong_facts) == 1
    assert said.held == ()
    assert not any("zebulon" in str(problem).casefold() for problem in said.problems)


@pytest.mark.parametrize(
    "family",
    [
        contact(email="manager@fern.example.org"),
        contact(email="hello@fern-house.example.org"),
        contact(email="office@example.org"),
        contact(email="janet.okafor@example.org", name="Janet Okafor"),
        contact(email="dm@example.org"),
        contact(phone="01632 960101"),
        contact(phone="01632 960555"),
        contact(email="nights@example.org"),
        a_link("HTTPS://www.example.co.uk/our%20help"),
        a_link("https://oakfield.example.org/rmx/form-1"),
        a_link("https://example.org/rm/"),
        a_link("https://rm.example.org/"),
        to_join("01632 960102"),
    ],
    ids=str,
)
def test_an_address_for_everybody_passes(family: dict[str, object]) -> None:
    """A mailbox of the service, an agreed name, and a host that is called like the service are printed.

    So is where the one whom families are to ask is reached, whoever holds the role.
    """
    home = a_home(service=a_service(family), roles=PEOPLE)
    assert judged(home, EntryKind.SERVICE, REFUSED).problems == ()


PATELS = {
    "RM": {"title": "Registered manager", "name": "Raj Patel"},
    "DM": {"title": "Deputy manager", "name": "Sarah Cope"},
    "CO": {"title": "Care co-ordinator", "name": "Tina Rees"},
    "NL": {"title": "Night lead", "name": "Mrs Okafor"},
    "QL": {"title": "Quality lead", "name": "Ruth Zorvath"},
    "ASC": "Adult social care lead",
}


@pytest.mark.parametrize(
    ("family", "is_left_out"),
    [
        (contact(email="info@patel-care.example.org"), False),
        (contact(email="info@patel.care.example.org"), False),
        (a_link("https://www.patel-care.example.org/"), False),
        (a_link("https://okafor-house.example.org/"), False),
        (contact(email="patel@patel-care.example.org"), True),
        (contact(email="r.patel@patel-care.example.org"), True),
        (contact(email="rpatel@patel-care.example.org"), True),
        (contact(email="info@raj-patel.example.org"), True),
        (contact(email="info@rajpatel.example.org"), True),
        (contact(email="info@patel-zorvath.example.org"), True),
        (a_link("https://example.org/patel"), True),
        (a_link("https://example.org/raj-patel"), True),
        (a_link("https://patel-care.example.org/raj"), True),
        (contact(email="info@scope.org.uk"), False),
        (contact(email="scope@example.org"), True),
        (a_link("https://www.scope.org.uk/advice/trees"), False),
        (a_link("https://example.org/trees/planting#scope"), False),
        (a_link("https://example.org/~scope/"), True),
        (a_link("https://example.org/People/trees"), True),
        (to_join("https://meet.example.org/my/rpatel"), True),
        (a_link("https://example.org/sarahcope"), True),
        (a_link("https://sarah-cope.example.org/"), True),
        (a_link("https://www.example.gov.uk/asc"), False),
        (a_link("https://asc.example.gov.uk/"), False),
        (a_link("https://www.example.gov.uk/ASC"), True),
        (a_link("https://ASC.example.gov.uk/"), True),
    ],
    ids=str,
)
def test_a_host_is_its_providers_and_a_word_is_a_word(family: dict[str, object], *, is_left_out: bool) -> None:
    """A surname is the provider's in its own host, and there alone; whole names, mailboxes and codes stay held."""
    service = a_service(family, provider="Patel Care Limited", name="Okafor House")
    said = judged(a_home(service=service, roles=PATELS), EntryKind.SERVICE)
    assert len(said.wrong_facts) == is_left_out, said.problems


@pytest.mark.parametrize("provider", ["Mrs Olga O'Dare", "O'Dare", "Olga O'Dare"])
def test_a_provider_who_is_only_a_person_lends_no_word(provider: str) -> None:
    """Where the provider is called as the person is and no more, the host is that person's."""
    for url in ("https://odare.example.org/", "https://olga-odare.example.org/"):
        home = a_home(service=a_service(a_link(url), provider=provider), roles=PEOPLE)
        assert len(judged(home, EntryKind.SERVICE).wrong_facts) == 1, url


def test_a_refused_name_is_refused_in_the_providers_own_host() -> None:
    """A project that wants a name nowhere has it nowhere, whoever else is called so."""
    home = a_home(service=a_service(a_link("https://quagmire-care.example.org/"), provider="Quagmire Care"))
    assert judged(home, EntryKind.SERVICE).wrong_facts == frozenset()
    assert len(judged(home, EntryKind.SERVICE, REFUSED).wrong_facts) == 1


def test_a_refused_name_in_an_address_cannot_be_freed() -> None:
    """An answer in the plan is said to be in vain."""
    answer = {"code": "AP403", "item": "OAK", "words": "zebulon@example.org", "because": "He agreed."}
    home = a_home(service=a_service(contact(email="zebulon@example.org")), accepted=[answer])
    assert judged(home, EntryKind.SERVICE, REFUSED).wrong_facts == {"contact: email"}


def test_the_links_of_reports_and_of_the_site_are_read_too() -> None:
    """A refused name as the host of a report or of the site itself is printed nowhere."""
    url = "https://zebulon-quagmire.example.org/"
    options = FamilyOptions(require_approval=False, site_url=url)
    built = edition(a_home(sources=[{**REPORT, "url": url}]), options, refused=(REFUSED,))
    assert codes(built) == [Code.WRONG_FACT, Code.WRONG_FACT]
    assert TOPIC_PAGE in built.files
    assert not any(b"quagmire" in content.lower() for content in built.files.values())


def test_a_scheme_in_capitals_is_a_link_like_any_other() -> None:
    """It is no number to dial, and a helper keeps it."""
    url = "HTTPS://example.org/talk"
    built = edition(a_home(service=a_service({**a_link(url), **to_join(url)})), UNAPPROVED)
    assert codes(built) == []
    assert f'href="{url}"' in built.files["oakfield-house/ask.html"].decode()
    assert not any(b'tel:"' in content for content in built.files.values())
    assert "example.org/talk" in page(built)
