"""Who found what a topic is about: the heading, the group and the count follow the finding's sources."""

import pytest

from tests.builders import a_finding
from tests.family.family_projects import HOME_PAGE, REPORT, TOPIC, TOPIC_PAGE, a_home, a_topic, edition, main_of, page

NOTICE = {"id": "N1", "kind": "requirement-notice", "title": "Notice", "received": "2026-03-23"}


def test_a_source_is_known_in_any_letters() -> None:
    """A source that is cited in small letters is the same one: CQC found it, and nobody else did."""
    words = main_of(edition(a_home(findings=[a_finding(source="cqc26", family=_family())])), HOME_PAGE)
    assert "CQC found 1 thing that we must put right or make better. We tell you about it here." in words
    assert "someone else" not in words


@pytest.mark.parametrize(
    ("source", "said", "heading"),
    [
        ({"kind": "own", "from": "Oakfield House"}, None, "What we found"),
        ({"kind": "own", "from": "Oakfield House"}, "cqc", "What we found"),
        ({"kind": "complaint", "from": "A family"}, None, "What you told us"),
        ({"kind": "review", "from": "A family"}, "you", "What you told us"),
        ({"kind": "contract-monitoring", "from": "Westshire Council"}, None, "What the council found"),
        ({"kind": "review", "from": "General Pharmaceutical Council"}, None, "What was found"),
        ({"kind": "review", "from": "The residents' council"}, None, "What was found"),
        ({"kind": "audit", "from": "NHS Westshire Integrated Care Board"}, None, "What was found"),
        ({"kind": "mock-inspection", "from": "Care consultants"}, None, "What was found"),
        ({"kind": "fire", "from": "Westshire Fire and Rescue"}, "cqc", "What was found"),
        ({"kind": "warning-notice"}, "us", "What CQC found"),
        ({"kind": "mock-inspection"}, None, "What we found"),
        ({"kind": "audit", "from": "CQC"}, None, "What we found"),
        ({"kind": "fire"}, None, "What was found"),
        ({"kind": "fire"}, "us", "What we found"),
        ({"kind": "complaint"}, None, "What you told us"),
    ],
    ids=lambda value: " ".join(map(str, value.values())) if isinstance(value, dict) else str(value),
)
def test_the_heading_says_who_found_it(source: dict[str, str], said: str | None, heading: str) -> None:
    """The source decides whether it was CQC; where it was not, the author's word goes before the kind of source."""
    own = {"id": "S1", "title": "Our source", **source}
    family = _family() | ({"found_by": said} if said else {})
    words = main_of(
        edition(a_home(sources=[REPORT, own], findings=[a_finding(source="S1", family=family)])), TOPIC_PAGE
    )
    assert f"{heading} We did not always write down" in words


def test_without_a_source_only_the_author_can_say() -> None:
    """Nobody is named who is not written down."""
    bare = edition(a_home(sources=[], findings=[a_finding(family=_family())]))
    assert "What was found We did not" in page(bare, TOPIC_PAGE)
    told = edition(a_home(sources=[], findings=[a_finding(family=_family() | {"found_by": "cqc"})]))
    assert "What CQC found We did not" in page(told, TOPIC_PAGE)


def test_what_a_published_report_says_counts_as_cqcs_whoever_found_it_first() -> None:
    """Of two sources the report that is out makes it one of the things that CQC found."""
    own = {"id": "S1", "kind": "audit", "title": "Our audit", "from": "Oakfield House"}
    finding = a_finding(source=["S1", "CQC26"], family=_family())
    words = main_of(edition(a_home(sources=[own, REPORT], findings=[finding])), HOME_PAGE)
    assert "CQC found 1 thing" in words
    coming = {**REPORT, "published": "2026-06-01"}
    words = main_of(edition(a_home(sources=[own, coming], findings=[finding])), HOME_PAGE)
    assert "CQC found" not in words


def test_a_notice_that_is_told_here_is_counted_and_one_that_is_not_stays_unsaid() -> None:
    """What CQC wrote in a letter is public once this site tells it; until then not even its number is."""
    untold = a_finding(id="F2", source="N1")
    told = a_finding(id="F2", source="N1", family=_family() | {"title": "Help at night"})
    quiet = main_of(edition(a_home(sources=[REPORT, NOTICE], findings=[a_topic(), untold])), HOME_PAGE)
    assert "CQC found 1 thing that we must put right or make better. We tell you about it here." in quiet
    loud = main_of(edition(a_home(sources=[REPORT, NOTICE], findings=[a_topic(), told])), HOME_PAGE)
    assert "CQC found 2 things that we must put right or make better. We tell you about all of them here." in loud


def _family() -> dict[str, object]:
    return {**TOPIC}
