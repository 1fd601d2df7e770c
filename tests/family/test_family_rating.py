"""What CQC says: overall and of parts, each with its own date, the same rule as in the staff edition."""

import re

import pytest

from tests.builders import a_finding
from tests.family.family_projects import HOME_PAGE, REPORT, TOPIC_PAGE, a_home, a_topic, edition, main_of, page

ABOUT = "oakfield-house/about.html"
OLDER = {**REPORT, "id": "R1", "published": "2022-10-03", "ratings": {"overall": "good"}, "url": None}
PART = {**REPORT, "id": "R2", "published": "2026-05-01", "ratings": {"safe": "inadequate"}}


@pytest.mark.parametrize("name", [HOME_PAGE, TOPIC_PAGE, ABOUT])
def test_a_newer_report_on_a_part_is_told_beside_the_overall_rating(name: str) -> None:
    """Families hear both: the overall rating with its date, and what a newer report says of one part."""
    words = page(edition(a_home(sources=[OLDER, PART], findings=[a_finding(source="R2", family=_topic())])), name)
    assert "CQC says our care is good." in words
    assert "This is from its report of 3 October 2022." in words
    assert "CQC has looked at part of our care again. In its report of 1 May 2026 it says this." in words
    assert "On how we keep people safe: it is not good enough and must change (“inadequate”)." in words


def test_both_reports_are_led_to() -> None:
    """The newest report comes first, and the one that gave the overall rating after it."""
    older = {**OLDER, "url": "https://www.cqc.org.uk/location/1-000000001"}
    written = edition(a_home(sources=[older, PART], findings=[a_finding(source="R2", family=_topic())]))
    footer = written.files[TOPIC_PAGE].decode().partition("<footer>")[2]
    assert re.findall(r'href="(https://www.cqc.org.uk/location/[^"]+)"', footer) == [
        "https://www.cqc.org.uk/location/1-000000000",
        "https://www.cqc.org.uk/location/1-000000001",
    ]


@pytest.mark.parametrize("kind", ["mock-inspection", "own", "audit"])
def test_what_we_rate_ourselves_is_not_cqcs(kind: str) -> None:
    """A mock inspection, newer and better than CQC's report, is no rating of CQC's, whoever it says it is from."""
    ours = {"id": "R9", "kind": kind, "title": "Ours", "published": "2026-05-01", "ratings": {"overall": "outstanding"}}
    for sender in ({}, {"from": "CQC"}):
        words = page(edition(a_home(sources=[OLDER, {**ours, **sender}])))
        assert "CQC says our care is good." in words
        assert "outstanding" not in words


def test_parts_without_an_overall_rating_are_told() -> None:
    """Where no report rates the whole, what is said of a part is told and nothing is claimed of the rest."""
    words = main_of(edition(a_home(sources=[PART], findings=[a_finding(source="R2", family=_topic())])), HOME_PAGE)
    assert "CQC looked at part of our care. In its report of 1 May 2026 it says this. On how we keep people" in words
    assert "CQC says our care" not in words


def test_a_rating_that_was_carried_over_has_the_date_of_the_report_that_gave_it() -> None:
    """CQC did not look again: the day is that of the earlier report, and none where no plan has it."""
    given = {**OLDER, "ratings": {"overall": "good", "caring": "good"}}
    kept = {**REPORT, "ratings": {"overall": "requires-improvement", "caring": "good"}, "carried_over": "caring"}
    known = page(edition(a_home(sources=[given, kept])), ABOUT)
    assert "Are staff kind? Good. CQC did not look at this again. This is from its report of 3 October 2022." in known
    unknown = page(edition(a_home(sources=[kept])), ABOUT)
    assert "Are staff kind? Good. CQC did not look at this again. How to listen" in unknown


def test_a_report_that_is_to_come_out_is_only_told_of_when_it_is_newer() -> None:
    """An old assessment without a day of publication is not one that came since."""
    old = {**REPORT, "id": "OLD", "published": None, "assessed": "2019-05-01"}
    assert "That report is not out yet." not in page(edition(a_home(sources=[REPORT, old])))
    new = {**REPORT, "id": "NEW", "published": None, "assessed": "2026-05-05"}
    assert "That report is not out yet." in page(edition(a_home(sources=[REPORT, new])))


UNRATED = {"id": "R3", "kind": "assessment", "title": "Report", "published": "2026-05-01", "url": f"{REPORT['url']}9"}


@pytest.mark.parametrize("said", [{}, {"ratings": {}}, {"kind": "inspection"}], ids=str)
def test_nothing_is_said_of_a_rating_that_nobody_wrote_down(said: dict[str, object]) -> None:
    """Families read that the report is out, with its day and link; never that CQC gave no rating."""
    built = edition(a_home(sources=[{**UNRATED, **said}], findings=[a_finding(source="R3", family=_topic())]))
    for name in (HOME_PAGE, TOPIC_PAGE, ABOUT, "oakfield-house/letter.html"):
        words = page(built, name)
        assert "CQC has looked at our care. Its report came out on 1 May 2026. Read the report on" in words
        assert "did not give us a rating" not in words
        assert "CQC says our care" not in words
    assert UNRATED["url"] in built.files[HOME_PAGE].decode()


def test_a_month_and_a_second_service_say_the_same() -> None:
    """The list of services tells the same as a service's own pages."""
    built = edition(a_home(sources=[{**UNRATED, "published": "2026-04"}]))
    assert "CQC has looked at our care. Its report came out in April 2026." in page(built)


def test_that_cqc_gave_no_rating_is_said_where_somebody_wrote_it() -> None:
    """`not-rated` is the word for it."""
    words = page(edition(a_home(sources=[{**UNRATED, "ratings": {"overall": "not-rated"}}])))
    assert "CQC did not give us a rating this time. This is from its report of 1 May 2026." in words
    assert "came out on" not in words


def test_a_rating_stands_where_a_newer_report_gave_none() -> None:
    """Families are not told that there is none."""
    newer = {**UNRATED, "ratings": {"overall": "not-rated"}}
    words = page(edition(a_home(sources=[REPORT, newer])))
    assert "did not give us a rating" not in words
    assert "This is from its report of 20 March 2026." in words


def test_a_newer_report_whose_rating_nobody_wrote_down_is_told_beside_the_older_rating() -> None:
    """The rating has its day; that a newer report is out is not kept from families, and both are led to."""
    built = edition(a_home(sources=[REPORT, UNRATED]))
    words = page(built)
    assert "This is from its report of 20 March 2026." in words
    assert "CQC has looked at our care again since then. Its report came out on 1 May 2026." in words
    footer = built.files[TOPIC_PAGE].decode().partition("<footer>")[2]
    assert re.findall(r'href="(https://www.cqc.org.uk/location/[^"]+)"', footer) == [UNRATED["url"], REPORT["url"]]


@pytest.mark.parametrize("said", [{"published": "2026-03-01"}, {"published": REPORT["published"]}, {"kind": "review"}])
def test_an_older_report_and_one_of_another_kind_change_nothing(said: dict[str, object]) -> None:
    """Only a newer look of CQC's makes the rating that is written down an old one."""
    assert "came out on" not in page(edition(a_home(sources=[REPORT, {**UNRATED, **said}])))


def _topic() -> object:
    return a_topic()["family"]
