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


def _topic() -> object:
    return a_topic()["family"]
