"""Both editions tell the same of the same thing, each in its own words: ratings, what CQC found, what is done."""

import random
import re
from typing import Any

import pytest

from action_plans.staff.pages.by_key_question_page import by_key_question_page
from tests.builders import a_check
from tests.family.family_projects import (
    REPORT,
    TOPIC_PAGE,
    a_home,
    a_topic,
    done_action,
    edition,
    main_of,
    page,
    told_action,
)
from tests.staff.page_making import context_of
from tests.staff.reading_html import words

RATINGS = {
    "outstanding": "outstanding", "good": "good", "requires-improvement": "requires improvement",
    "inadequate": "inadequate",
}  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_both_editions_tell_the_same_rating(seed: int) -> None:
    """Whatever the reports are: the overall word on families' pages is that of the staff edition."""
    sources = _reports(random.Random(seed))  # noqa: S311 -- chance that can be repeated
    trace = a_home(sources=sources)
    staff = by_key_question_page(context_of(trace))
    overall = re.search(r"CQC's rating overall: ([\w ]+?)(?:, | ?\.)", words(staff.html))
    told = page(edition(trace))

    said = [word for value, word in RATINGS.items() if f"“{word}”" in told.partition("CQC says our care")[2][:200]]
    if overall is None:
        assert "CQC says our care" not in told
    else:
        assert said[:1] == [overall[1].lower()]


def test_a_newer_report_on_a_part_is_told_beside_the_overall_rating() -> None:
    """Good overall, and Safe inadequate since: families are told both, as staff are."""
    older = {**REPORT, "id": "R1", "published": "2025-03-20", "ratings": {"overall": "good", "safe": "good"}}
    newer = {**REPORT, "published": "2026-05-01", "ratings": {"safe": "inadequate"}}
    told = page(edition(a_home(sources=[older, newer])))

    assert "“good”" in told
    assert "inadequate" in told


def test_neither_edition_says_that_cqc_gave_no_rating_where_nobody_wrote_one_down() -> None:
    """Alone, and newer than a rating that is written down; where somebody wrote `not-rated`, both say so."""
    bare = {**REPORT, "id": "R2", "published": "2026-05-01", "ratings": {}}
    alone, newer = a_home(sources=[bare]), a_home(sources=[REPORT, bare])
    not_rated = a_home(sources=[{**bare, "ratings": {"overall": "not-rated"}}])
    said = [words(by_key_question_page(context_of(trace)).html) for trace in (alone, newer, not_rated)]
    told = [page(edition(trace)) for trace in (alone, newer, not_rated)]

    assert "No rating by CQC is written down." in said[0]
    assert "What it rates in its report of 1 May 2026 is not written down." in said[1]
    assert "CQC's rating overall: Requires improvement, 20 March 2026." in said[1]
    assert "CQC's rating overall: Not rated, 1 May 2026." in said[2]
    assert ["did not give us a rating" in each for each in told] == [False, False, True]
    assert ["Its report came out on 1 May 2026." in each for each in told] == [True, True, False]


@pytest.mark.parametrize("written", ["cqc26", "CQC26", ["CQC26", "letter"]])
def test_what_cqc_found_is_counted_from_the_sources_of_findings(written: object) -> None:
    """However the source is spelled, and beside whichever other: one thing, found by CQC."""
    letter = {"id": "LETTER", "kind": "contract-monitoring", "title": "Letter", "from": "Westshire Council"}
    trace = a_home(findings=[{**a_topic(), "source": written}], sources=[REPORT, letter])

    assert "CQC found 1 thing" in page(edition(trace))
    assert "What CQC found" in main_of(edition(trace), TOPIC_PAGE)


def test_what_is_not_proven_is_never_called_done_in_either_edition() -> None:
    """A closed action that nobody checked, one that holds in part and one that slipped are none of them “works”."""
    for check in (None, a_check("2026-04-10", "partly"), a_check("2026-04-10", "slipped")):
        trace = a_home(done_action(checks=[check] if check else []), told_action(id="A2"))
        told = main_of(edition(trace), TOPIC_PAGE)
        assert "Done, and it works" not in told
        assert trace.actions["OAK/A1"].label in {"No proof", "Checked: partly", "Slipped"}


def _reports(luck: random.Random) -> list[dict[str, Any]]:
    found = []
    for number in range(luck.randint(1, 4)):
        rated = {name: luck.choice(tuple(RATINGS)) for name in ("overall", "safe", "caring") if luck.random() < 0.6}
        day = f"202{luck.randint(3, 6)}-0{luck.randint(1, 4)}-1{luck.randint(0, 9)}"
        found.append({**REPORT, "id": f"R{number}", "published": day, "ratings": rated})
    return [*found, {**REPORT, "id": "CQC26", "kind": "requirement-notice", "ratings": None, "published": None}]
