"""Computed sentences: things are counted, never people, and nothing is claimed that was not told."""

import re
from datetime import date

import pytest

from tests.builders import a_check, a_finding
from tests.family.family_projects import (
    HOME_PAGE,
    REPORT,
    TOPIC_PAGE,
    a_home,
    a_service,
    a_topic,
    done_action,
    edition,
    main_of,
    page,
    told_action,
)

OTHERS = "We are still writing about the others. Please ask us."


def test_progress_counts_only_what_families_were_told() -> None:
    """An action without words for families is in no count."""
    actions = (
        done_action(checks=[a_check("2026-04-10")]),
        told_action(id="A2", due="2026-04-30"),
        told_action(id="A3", family=None),
    )
    assert "We said we would do 2 things. 1 is done, and it works. 1 is late." in page(edition(a_home(*actions)))


def test_an_action_of_two_topics_counts_once() -> None:
    """The same thing done for two topics is one thing."""
    second = a_finding(id="F2", source="CQC26", family=dict(a_topic(title="Writing it down")["family"]))  # type: ignore[call-overload]  # a mapping
    built = edition(a_home(told_action(for_=["F1", "F2"]), findings=[a_topic(), second]))
    assert "We said we would do 1 thing. We have not started it yet." in page(built)


def test_counts_add_up_and_every_state_is_named() -> None:
    """Each thing is counted once, in the worst state that holds, and no state that has any is left out."""
    moved = [{"date": "2026-05-01", "due": "2026-08-31"}]
    actions = (
        done_action(checks=[a_check("2026-04-10")]),
        done_action(id="A2"),
        done_action(id="A3", checks=[a_check("2026-04-10", "slipped")]),
        done_action(id="A4", reopened=[{"date": "2026-04-10"}], revised=moved),
        told_action(id="A5", due="2026-04-30", started="2026-04-01"),
        told_action(id="A6", revised=moved, due="2026-06-30"),
        told_action(id="A7", started="2026-04-01"),
        told_action(id="A8"),
        told_action(id="A9", due="2026-04-30", stopped={"date": "2026-05-01"}),
    )
    told = (
        "We said we would do 9 things. 1 is done, and it works. 1 is done, and we are checking that it works."
        " 2 have not worked yet. 2 are late. We are working on 1. We have not started 1 yet. We changed our plan for 1."
    )
    built = edition(a_home(*actions))
    assert told in page(built)
    assert told in page(built, TOPIC_PAGE)
    assert sum(map(int, re.findall(r"\d+", told))) == 9 + 9


def test_done_but_not_checked_is_said() -> None:
    """What nobody else has confirmed is said to be still in question in the same breath."""
    assert "1 thing. It is done, and we are checking that it works." in page(edition(a_home(done_action())))


def test_found_and_told_are_both_counted() -> None:
    """A finding that is not told shows as a difference of two numbers, with the author's sentence if there is one."""
    kept = a_finding(id="F2", source="CQC26")
    plain = page(edition(a_home(findings=[a_topic(), kept])))
    assert f"CQC found 2 things that we must put right or make better. We tell you about 1 here. {OTHERS}" in plain
    said = page(edition(a_home(findings=[a_topic(), kept], told={"left_out": "We will tell you of meals in June."})))
    assert "We tell you about 1 here." in said
    assert "We will tell you of meals in June." in said
    assert OTHERS not in said


def test_a_topic_held_back_is_among_the_others() -> None:
    """Where a topic waits for its words, the author's sentence about another one does not stand for it."""
    held = a_finding(id="F2", source="CQC26", family=dict(a_topic(found="See F1.")["family"]))  # type: ignore[call-overload]  # a mapping
    built = edition(a_home(findings=[a_topic(), held], told={"left_out": "We will tell you of meals in June."}))
    assert OTHERS in page(built)


def test_all_told_is_said() -> None:
    """Where nothing is left out, the page says so and does not repeat an old sentence about what was."""
    words = page(edition(a_home(told={"left_out": "We will tell you of meals in June."})))
    assert "CQC found 1 thing that we must put right or make better. We tell you about it here." in words
    assert "meals in June" not in words


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 5, 12), "We will change this site again by 1 June 2026."),
        (date(2026, 6, 2), "We said we would change this site by 1 June 2026. We have not. Please ask us."),
    ],
)
def test_a_promise_to_write_again_is_kept_or_owned_up_to(today: date, words: str) -> None:
    """Once the promised day has passed, the page says that the promise was not kept."""
    assert words in page(edition(a_home(told={"next_update": "2026-06-01"}, today=today)))


def test_the_rating_is_that_of_the_newest_published_report() -> None:
    """An older report and one that is not out yet do not give the rating; the page says that one is to come."""
    older = {**REPORT, "id": "OLD", "published": "2022-10-01", "ratings": {"overall": "good"}}
    coming = {**REPORT, "id": "NEXT", "published": None, "ratings": {"overall": "good"}}
    words = main_of(edition(a_home(sources=[older, REPORT, coming])), HOME_PAGE)
    assert "Its words for this are “requires improvement”. This is from its report of 20 March 2026." in words
    assert "That report is not out yet." in words
    assert "“good”" not in words


def test_before_the_report_is_out_the_page_says_so() -> None:
    """Without a published report there is no rating, every page says that it is not out yet, and its topics wait."""
    built = edition(a_home(sources=[{**REPORT, "published": "2026-06-01"}]))
    assert "The report is not out yet." in page(built)
    assert "The report is not out yet." in page(built, "oakfield-house/about.html")
    assert TOPIC_PAGE not in built.files
    assert "requires improvement" not in page(built)


def test_meetings_that_have_passed_are_gone() -> None:
    """Only meetings still to come are shown, the next one first."""
    meetings = [
        {"date": "2026-07-01", "place": "the lounge"},
        {"date": "2026-05-20", "time": "6pm to 7pm", "place": "the garden room"},
        {"date": "2026-05-11", "place": "the hall"},
    ]
    words = main_of(edition(a_home(service=a_service({"meetings": meetings}))), HOME_PAGE)
    assert "20 May 2026 , 6pm to 7pm , the garden room . 1 July 2026 , the lounge ." in words
    assert "the hall" not in words
