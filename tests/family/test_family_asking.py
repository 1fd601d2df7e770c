"""Whom to ask or tell, how to complain, where to meet: a way forward from every page."""

import re

import pytest

from tests.family.family_projects import HOME_PAGE, TOPIC_PAGE, a_home, a_service, edition, main_of, page

ASK = "oakfield-house/ask.html"
CARE = "Local Government and Social Care Ombudsman"
HEALTH = "Parliamentary and Health Service Ombudsman"


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("care-home", [CARE]),
        ("home-care", [CARE]),
        ("supported-living", [CARE]),
        ("hospital", [HEALTH]),
        ("ambulance", [HEALTH]),
        ("other", [CARE, HEALTH]),
        (None, [CARE, HEALTH]),
    ],
)
def test_the_ombudsman_is_the_one_for_the_kind_of_service(kind: str | None, named: list[str]) -> None:
    """Care homes and home care have one, the NHS another; where the kind is not known, both are named."""
    words = main_of(edition(a_home(service=a_service(kind=kind))), ASK)
    assert [name for name in (CARE, HEALTH) if name in words] == named


def test_a_complaint_goes_step_by_step() -> None:
    """What the service wrote stands in its step: tell us, we answer, and what comes then."""
    complain = {
        "how": "Talk to any of us.",
        "answer_in": "We answer you in 20 working days.",
        "then": "The owner can look at it again.",
    }
    words = main_of(edition(a_home(service=a_service({"complain": complain}))), ASK)
    steps = ["Tell us Talk to any of us.", "We answer you in 20 working days.", "The owner can look at it again.", CARE]
    places = [words.index(said) for said in steps]
    assert places == sorted(places)


def test_without_a_word_of_the_service_nothing_is_promised() -> None:
    """No day of an answer is made up."""
    words = main_of(edition(a_home()), ASK)
    assert "We have not said here how soon we answer. Please ask us when you complain." in words
    assert "days" not in words


def test_each_helper_says_what_they_do() -> None:
    """The author's sentence goes first; of a well-known kind the theme has one."""
    helpers = [
        {"who": "Westshire Council", "phone": "01632 960120"},
        {"who": "Healthwatch Westshire", "phone": "01632 960130"},
        {"who": "Westshire Council at night", "what": "They answer at night.", "phone": "01632 960121"},
    ]
    words = main_of(edition(a_home(service=a_service({"outside_help": helpers}))), ASK)
    assert "Westshire Council Tell them if someone may have been hurt or badly treated." in words
    assert "Healthwatch Westshire It listens to what people say about care" in words
    assert "Westshire Council at night They answer at night. Phone:" in words
    assert "CQC It checks care services." in words


def test_every_page_says_once_whom_to_tell_and_leads_to_how_to_complain() -> None:
    """The number of the service stands once on a page, and one link from there is how to complain."""
    built = edition(a_home())
    for name in sorted(name for name in built.files if name.endswith(".html")):
        written = built.files[name].decode()
        assert len(re.findall(r'href="tel:01632960101"', written)) == 1, name
        assert "How to complain" in page(built, name), name


@pytest.mark.parametrize("times", ["9am to 5pm", "9am to 5pm."])
def test_times_end_like_a_sentence(times: str) -> None:
    """Whether or not the author wrote a full stop, one stands there, so that the page reads well aloud."""
    contact = {"who": "the manager", "phone": "01632 960101", "times": times}
    words = page(edition(a_home(service=a_service({"contact": contact}))), TOPIC_PAGE)
    assert re.search(r"01632 960101 ?\. 9am to 5pm ?\. Telling us", words)


def test_what_a_topic_says_of_those_affected_goes_before_what_the_plan_says() -> None:
    """A topic answers whether somebody's relative was affected: its own words, else the plan's."""
    told = {"about_you": "If it happened to you, we have told you."}
    heading = "Were you or your relative affected?"
    plain = page(edition(a_home(told=told)), TOPIC_PAGE)
    assert f"{heading} If it happened to you, we have told you." in plain
    own = page(edition(a_home(told=told, topic={"affected": "No one was hurt by this."})), TOPIC_PAGE)
    assert f"{heading} No one was hurt by this." in own
    assert "If it happened to you" not in own
    assert heading not in page(edition(a_home()), TOPIC_PAGE)


@pytest.mark.parametrize(
    ("join", "href", "said"),
    [
        ("01632 960101", 'href="tel:01632960101"', "Join by phone: 01632 960101"),
        ("https://example.org/meet", 'href="https://example.org/meet"', "Join from home: https://example.org/meet"),
    ],
)
def test_a_meeting_can_be_joined_from_afar(join: str, href: str, said: str) -> None:
    """A number is dialled and a link is followed, from home, the letter and the sheet."""
    meetings = [{"date": "2026-05-20", "place": "the lounge", "join": join}]
    built = edition(a_home(service=a_service({"meetings": meetings})))
    for name in (HOME_PAGE, "oakfield-house/letter.html", "oakfield-house/meeting.html"):
        assert said in page(built, name)
        assert href in built.files[name].decode()


def test_the_sheet_for_the_meeting_asks_of_each_topic() -> None:
    """Those who live with the care say whether it has changed."""
    words = main_of(edition(a_home()), "oakfield-house/meeting.html")
    topic = "Giving medicines safely Everyone will get the right medicine at the right time."
    assert f"{topic} Yes Some of the time No I do not know" in words
