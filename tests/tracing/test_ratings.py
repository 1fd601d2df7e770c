"""What CQC rated a service, each from the newest report that rates it."""

from action_plans.model.source import KeyQuestion
from action_plans.tracing.ratings import ServiceRatings, ratings_of
from tests.builders import TODAY, a_plan


def ratings(*sources: dict[str, object], published: bool = False) -> ServiceRatings:
    """Return the ratings of the service of a plan with these sources."""
    return ratings_of([a_plan(sources=sources)], TODAY, published=published)


def a_report(ref: str, day: str, **said: object) -> dict[str, object]:
    """A report of CQC that was published on a day; `said` are its ratings, and `carried_over`."""
    carried = said.pop("carried_over", [])
    rated = {"ratings": said} if said else {}
    return {"id": ref, "kind": "assessment", "title": "Report", "published": day, "carried_over": carried, **rated}


WHOLE = a_report("S1", "2025-06-01", overall="good", safe="good", caring="good")
NEWER = a_report("S2", "2026-04-01", safe="inadequate")


def test_a_newer_report_rates_what_it_rates_and_no_more() -> None:
    """The rest is as the earlier one said, and what is newer than the overall rating is named."""
    for sources in ((WHOLE, NEWER), (NEWER, WHOLE)):
        found = ratings(*sources)
        assert {question.value: given.rating.value for question, given in found.questions.items()} == {
            "safe": "inadequate", "caring": "good",
        }  # fmt: skip
        assert found.overall is not None
        assert (found.overall.rating.value, found.overall.report and found.overall.report.id) == ("good", "S1")
        assert found.newer_than_overall == (KeyQuestion.SAFE,)
        assert found.newest is not None
        assert found.newest.id == "S2"


def test_a_newer_report_that_gave_no_rating_takes_none_away() -> None:
    """Overall and of a question: what stood stands, with its day; alone it is the word of that report."""
    none = {"overall": "not-rated", "safe": "not-rated"}
    found = ratings(WHOLE, a_report("S2", "2026-04-01", **none))
    assert found.overall is not None
    assert (found.overall.rating.value, found.overall.report and found.overall.report.id) == ("good", "S1")
    assert found.questions[KeyQuestion.SAFE].rating.value == "good"
    alone = ratings(a_report("S2", "2026-04-01", **none))
    assert alone.overall is not None
    assert (alone.overall.rating.value, alone.questions[KeyQuestion.SAFE].rating.value) == ("not-rated", "not-rated")


def test_what_is_older_or_of_the_same_report_is_not_newer() -> None:
    """Nor what a newer report carried over from an earlier one."""
    assert ratings(WHOLE).newer_than_overall == ()
    older = a_report("S0", "2024-06-01", responsive="good")
    carried = a_report("S2", "2026-04-01", caring="good", carried_over=["caring"])
    assert ratings(older, WHOLE, carried).newer_than_overall == ()


def test_a_report_without_ratings_or_with_a_day_ahead_rates_nothing() -> None:
    """It may be the newest all the same, where nothing else rates."""
    bare = a_report("S3", "2026-05-01")
    assert not ratings(bare).is_rated
    newest = ratings(bare).newest
    assert newest is not None
    assert newest.id == "S3"
    assert not ratings(a_report("S4", "2026-05-13", overall="good")).is_rated


def test_families_are_told_only_what_is_out() -> None:
    """A report that came in is known to staff before it is published."""
    draft = {**WHOLE, "published": None, "received": "2026-05-01"}
    assert ratings(draft).is_rated
    assert not ratings(draft, published=True).is_rated


def test_staff_know_what_came_in_before_the_day_on_which_it_is_to_come_out() -> None:
    """From the day it came in, and in its place among the others; families from the day on which it is out."""
    received = {**a_report("S2", "2026-05-20", overall="inadequate", safe="inadequate"), "received": "2026-05-01"}
    older = a_report("S1", "2026-04-01", overall="good", safe="good")
    staff, families = ratings(older, received), ratings(older, received, published=True)
    assert [(given.rating.value, str(given.when)) for given in (staff.overall, *staff.questions.values()) if given] == [
        ("inadequate", "1 May 2026")
    ] * 2
    assert [given.rating.value for given in (families.overall, *families.questions.values()) if given] == ["good"] * 2
    assert not ratings({**received, "received": "2026-05-13"}).is_rated
    assert not ratings({**received, "received": None}).is_rated
