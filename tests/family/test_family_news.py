"""What is new: on the home page and in the letter of the month, told from the days that the plan has written down."""

from datetime import date

import pytest

from action_plans.family.telling.changes import changes
from tests.builders import a_check, a_finding, an_action, the_action
from tests.family.family_projects import (
    HOME_PAGE,
    TOPIC,
    TOPIC_PAGE,
    a_home,
    a_topic,
    done_action,
    edition,
    main_of,
    page,
    told_action,
)

LETTER = "oakfield-house/letter.html"
NEW = {"date": "2026-04-02"}
APPROVED = {"by": "RM", "date": "2026-04-20"}


@pytest.mark.parametrize(
    ("action", "stays"),
    [
        (told_action(started="2026-04-02"), False),
        (told_action(updates=[{**NEW, "text": "Begun"}]), False),
        (done_action(closed_on="2026-04-02"), False),
        (done_action(checks=[a_check("2026-04-02")]), False),
        (told_action(stopped=NEW), False),
        (told_action(revised=[{**NEW, "due": "2026-06-30"}]), False),
        (done_action(reopened=[NEW], due="2026-08-31"), True),
        (told_action(due="2026-04-30"), True),
    ],
    ids=["started", "first update", "closed", "checked", "stopped", "moved", "reopened", "month is over"],
)
def test_what_happened_since_the_start_of_last_month_is_new(action: dict[str, object], stays: bool) -> None:
    """Each day that changes what families are told makes news, the month after it no longer, but for what is wrong."""
    text = action["family"]["text"]  # type: ignore[index]  # a mapping, as the builder makes it
    for name in (HOME_PAGE, LETTER):
        assert text in news_of(a_home(action), name)
    assert (text in news_of(a_home(action, today=date(2026, 6, 1)), LETTER)) is stays


def test_old_work_is_no_news() -> None:
    """What happened before, a later update of what had begun, and what has not come, are not new."""
    old = told_action(
        started="2026-03-30", updates=[{"date": day, "text": "More"} for day in ("2026-03-30", "2026-05-01")]
    )
    planned = done_action(id="A2", checks=[a_check("2026-06-01")])
    assert "Nothing is new since April 2026." in news_of(a_home(old, planned), LETTER)


def test_with_nothing_new_the_letter_says_when_the_site_changes_again() -> None:
    """An empty letter is honest about it, and says what comes next."""
    words = news_of(a_home(told_action(), told={"next_update": "2026-06-01"}), LETTER)
    assert "Nothing is new since April 2026. We will change this site again by 1 June 2026." in words


@pytest.mark.parametrize("today", [date(2026, 5, 12), date(2026, 8, 3)])
def test_what_is_late_or_has_not_worked_is_told_each_month(today: date) -> None:
    """Bad news does not grow old: it is told first, until it is put right."""
    actions = (
        done_action(id="A3", checks=[a_check("2026-04-10", "slipped")], text="We bought scales."),
        told_action(due="2026-04-30", reason="The firm is slow."),
    )
    words = news_of(a_home(*actions, today=today), LETTER)
    assert "Late We count the medicines each day. We said April 2026. The firm is slow." in words
    assert words.index("We count the medicines") < words.index("We bought scales.")


def test_the_letter_tells_at_most_eight_things() -> None:
    """The rest are counted, in a sentence that says where they are; home tells the same."""
    actions = [
        done_action(f"We did thing {letter}.", id=f"A{letter}", closed_on="2026-05-01") for letter in "abcdefghijk"
    ]
    for name in (LETTER, HOME_PAGE):
        words = news_of(a_home(*actions), name)
        assert words.count("We did thing") == 8
        assert "3 more things are new. Look at the pages of this site, or ask us." in words


def test_new_things_lead_to_their_topics() -> None:
    """On the home page each new thing has a link to the first topic that tells of it."""
    built = edition(a_home(done_action(closed_on="2026-05-01")))
    news = built.files[HOME_PAGE].decode().partition('<div class="news">')[2]
    assert (
        'We trained all our nurses. <a href="topics/giving-medicines-safely.html">Giving medicines safely</a>' in news
    )


def test_answers_and_approved_pages_are_news() -> None:
    """What people said is new in its month, and a page when it was approved."""
    said = [
        {"said": "The soup is cold.", "did": "We warm the plates.", "month": "2026-04"},
        {"said": "The hall is dark.", "did": "We put in lamps.", "month": "2026-03"},
    ]
    words = news_of(a_home(told={"you_said": said}, findings=[a_topic(approved=APPROVED)]), LETTER)
    assert "You said: The soup is cold. We did: We warm the plates." in words
    assert "We put in lamps." not in words
    assert "Pages that we wrote or changed Giving medicines safely" in words


def test_a_topic_says_when_it_was_changed_and_checked() -> None:
    """Both months are of the topic itself; the day on which the pages are made is another matter, told elsewhere."""
    built = edition(a_home(done_action(), findings=[a_topic(approved=APPROVED)], today=date(2026, 5, 12)))
    assert "We last changed this page in April 2026. We last checked what it says in April 2026." in page(
        built, TOPIC_PAGE
    )
    newer = done_action(checks=[a_check("2026-05-02")])
    changed = edition(a_home(newer, findings=[a_topic(approved=APPROVED)]))
    assert "We last changed this page in May 2026. We last checked what it says in April 2026." in page(
        changed, TOPIC_PAGE
    )
    assert "12 May 2026" not in page(changed, TOPIC_PAGE)
    assert "A computer put these pages together on 12 May 2026." in page(changed, "oakfield-house/about.html")


def test_a_month_that_is_over_changes_a_page() -> None:
    """What became late on the first of May changed then, though nobody wrote anything."""
    late = told_action(due="2026-04-10", started="2026-03-01")
    assert "We last changed this page in May 2026." in page(edition(a_home(late)), TOPIC_PAGE)
    for due, over in (("2026-04-10", date(2026, 5, 1)), ("2026-01-31", date(2026, 2, 1))):
        action = the_action(an_action(due=due))
        assert list(changes(action, date(2026, 5, 12))) == [over]


def test_the_site_was_changed_with_its_newest_topic() -> None:
    """The foot of every page says when anything last changed."""
    second = a_finding(id="F2", source="CQC26", family={**TOPIC, "title": "Help at night"})
    actions = (done_action(), done_action(id="A2", for_="F2", checks=[a_check("2026-04-10")]))
    built = edition(a_home(*actions, findings=[a_topic(), second]))
    assert "We last changed this page in March 2026." in page(built, TOPIC_PAGE)
    assert "We last changed this site in April 2026." in page(built, TOPIC_PAGE)


def news_of(home: object, name: str) -> str:
    """Return what a page says, from its news on."""
    words = main_of(edition(home), name)  # type: ignore[arg-type]  # a trace
    return words.partition("News since" if name == HOME_PAGE else "our letter for")[2]
