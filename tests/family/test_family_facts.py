"""Facts are held to their shapes: a wrong one is left out alone, and takes nothing else down."""

import pytest

from action_plans.model.problem import Code
from action_plans.project.options import FamilyOptions
from tests.family.family_projects import REPORT, TOPIC_PAGE, a_home, a_service, codes, edition, page, styles_of

HELP = {"who": "Westshire Council", "phone": "01632 960120", "url": "https://example.org/council"}


def with_contact(**said: object) -> dict[str, object]:
    """Return the service with a contact of which something is changed."""
    return a_service({"contact": {"who": "the manager", "phone": "01632 960101", **said}})


@pytest.mark.parametrize(
    "said",
    [
        {"phone": "01632 960101 (Mrs Smith)"},
        {"phone": "call 01632 960101"},
        {"phone": "0"},
        {"phone": "943 476 5919"},
        {"phone": "943-476-5919"},
        {"email": "manager@example.org?subject=Mrs Smith"},
        {"email": "Mrs Smith <m@example.org>"},
        {"email": "m\u0430nager@example.org"},
        {"times": "9am to 5pm, but Mrs Smith is in on Monday"},
        {"times": "9am to 5pm, and after that whoever has the time to come to the phone"},
        {"who": "Mrs Smith's daughter"},
        {"name": "Anna, room 14"},
        {"post": "Mrs Smith, room 14, Mill Lane"},
    ],
    ids=str,
)
def test_a_wrong_fact_of_the_contact_is_left_out_alone(said: dict[str, str]) -> None:
    """It is a gap that says what to write; the topic, the other facts and the rating stay."""
    built = edition(a_home(service=with_contact(**said)))
    assert built.problems
    assert set(codes(built)) <= {Code.WRONG_FACT, Code.PRIVATE}
    assert all(problem.hint for problem in built.problems)
    assert TOPIC_PAGE in built.files
    value = next(iter(said.values()))
    assert not any(value.split()[0].encode() in content and b"Smith" in content for content in built.files.values())
    assert "requires improvement" in page(built)


def test_a_fact_that_holds_a_reference_is_left_out() -> None:
    """An address with the plan's own short name in it, which means nothing to a reader, is not printed."""
    built = edition(a_home(service=with_contact(post="1 Mill Lane, OAK")))
    assert Code.INTERNAL_WORDS in codes(built)
    assert not any(b"Mill Lane" in content for content in built.files.values())


@pytest.mark.parametrize(
    "url",
    [
        "https://user:pw@example.org/",
        "https://example.org:8443/",
        "https://example.org/?resident=Mrs+Smith",
        "https://intranet/",
        "https://10.0.0.7/plan",
        "https://plans.local/",
        "https://example.org/mrs-smith-room-14",
        "javascript:alert(1)",
        "ftp://example.org/",
        "www.example.com",
        "https://ex\u0430mple.org/",
        "https://example.org/a b",
    ],
)
def test_a_wrong_link_is_left_out_wherever_it_stands(url: str) -> None:
    """Of outside help, of the report and of a meeting: no user, password, port, query, private host or name."""
    service = a_service(
        {"outside_help": [{**HELP, "url": url}], "meetings": [{"date": "2026-06-01", "place": "the hall", "join": url}]}
    )
    built = edition(a_home(service=service, sources=[{**REPORT, "url": url}]))
    assert TOPIC_PAGE in built.files
    assert not any(url.encode() in content for content in built.files.values())
    assert "Westshire Council" in page(built, "oakfield-house/ask.html")
    assert "the hall" in page(built)
    assert len(built.problems) >= 3


@pytest.mark.parametrize("url", ["https://user@example.org/", "https://example.org/mrs-smith", "https://10.0.0.7/"])
def test_a_wrong_address_of_the_site_is_not_printed(url: str) -> None:
    """Neither as words nor as a code for telephones."""
    built = edition(a_home(), FamilyOptions(require_approval=False, site_url=url))
    assert codes(built) == [Code.WRONG_FACT]
    assert not any(url.encode() in content or b'class="code"' in content for content in built.files.values())


def test_good_facts_pass() -> None:
    """Numbers in brackets and from abroad, a path, a meeting to join by phone or by link."""
    service = a_service(
        {
            "contact": {
                "who": "the manager", "name": "Anna Quill", "phone": "(01632) 960101", "post": "Mill Lane, AB1 2CD"
            },
            "outside_help": [{**HELP, "phone": "+44 1632 960120", "url": "https://www.cqc.org.uk/location/1-000000001"}],
            "meetings": [
                {"date": "2026-06-01", "time": "6pm to 7pm", "place": "the hall", "join": "https://example.org/join/12345"},
                {"date": "2026-07-01", "join": "01632 960109"},
            ],
        }
    )  # fmt: skip
    built = edition(a_home(service=service))
    assert [str(problem) for problem in built.problems] == []
    assert "Mill Lane, AB1 2CD" in page(built, "oakfield-house/ask.html")


def test_the_services_name_is_read_like_all_else() -> None:
    """A name for staff that tells on somebody publishes nothing of the service; one for families mends it."""
    service = a_service(name="Elm Lodge - Mrs Smith room 14")
    del service["family"]["name"]  # type: ignore[attr-defined]  # a mapping, as the builder makes it
    built = edition(a_home(service=service))
    assert codes(built) == [Code.PRIVATE]
    assert sorted(built.files) == ["index.html", *styles_of(built)]
    assert codes(edition(a_home(service=a_service({"name": "Elm Lodge"}, name="Elm Lodge - Mrs Smith room 14")))) == []


def test_a_topic_waits_for_its_report() -> None:
    """What an assessment found is told once the report is out; what others found, at once."""
    for published in ({}, {"published": "2026-06-01"}):
        report = {name: value for name, value in REPORT.items() if name != "published"} | published
        built = edition(a_home(sources=[report]))
        assert codes(built) == [Code.WAITS_FOR_REPORT]
        assert TOPIC_PAGE not in built.files
    fire = {"id": "CQC26", "kind": "fire", "title": "Fire service", "from": "Westshire Fire Service"}
    assert TOPIC_PAGE in edition(a_home(sources=[fire])).files


def test_a_link_with_escaped_letters_is_printed() -> None:
    """Of outside help, of the report and of a meeting: a blank or an accent in an address stops nothing."""
    help_, join, report = "our%20help/caf%C3%A9/", "talk%20to%20us", "final%20report.pdf"
    url = "https://example.org/"
    service = a_service(
        {"outside_help": [{**HELP, "url": url + help_}], "meetings": [{"date": "2026-06-01", "join": url + join}]}
    )
    built = edition(a_home(service=service, sources=[{**REPORT, "url": url + report}]))
    assert codes(built) == []
    assert f'href="{url}{help_}"' in built.files["oakfield-house/ask.html"].decode()
    assert f'href="{url}{join}"' in built.files["oakfield-house/index.html"].decode()
    assert f'href="{url}{report}"' in built.files[TOPIC_PAGE].decode()


@pytest.mark.parametrize(
    ("phone", "dialled"),
    [
        ("+44 (0)1632 960101", "+441632960101"),
        ("+44 (0) 1632 960101", "+441632960101"),
        ("+44(0)1632 960101", "+441632960101"),
        ("0044 (0)1632 960101", "00441632960101"),
        ("(01632) 960101", "01632960101"),
        ("+44 1632 960101", "+441632960101"),
    ],
)
def test_a_number_is_dialled_as_it_is_reached(phone: str, dialled: str) -> None:
    """The nought that one leaves out from abroad is printed as written and not dialled."""
    built = edition(a_home(service=with_contact(phone=phone)))
    assert codes(built) == []
    assert f'href="tel:{dialled}"' in built.files[TOPIC_PAGE].decode()
    assert phone in page(built, TOPIC_PAGE)
