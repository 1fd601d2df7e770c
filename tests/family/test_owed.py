"""What families are owed, a gap for staff: a rating not written down, a promise not kept, a topic nothing leads to."""

from datetime import date

import pytest

from action_plans.family.approvals import approvals
from action_plans.family.family_report import family_report
from action_plans.model.problem import Code, Problem, Severity
from action_plans.tracing.trace import Trace
from tests.builders import a_check
from tests.family.family_projects import (
    REPORT,
    THEME,
    TOPIC_PAGE,
    UNAPPROVED,
    a_home,
    codes,
    done_action,
    edition,
    page,
    told_action,
)

LATE = told_action(due="2026-03-31")
STOPPED = told_action(stopped={"date": "2026-05-01"})
SLIPPED = done_action(checks=[a_check("2026-05-02", "slipped")])
REOPENED = done_action(reopened=[{"date": "2026-05-01"}])


def problem_of(trace: Trace) -> Problem:
    """Return the one problem of the family edition."""
    (problem,) = edition(trace).problems
    return problem


def test_a_report_whose_rating_is_not_written_down_is_a_gap() -> None:
    """Only of the newest report that is out; `not-rated` is an answer, and so is a rating of a part."""
    bare = {**REPORT, "ratings": {}}
    older = {**REPORT, "id": "R1", "published": "2019-03-01", "ratings": {}}
    ours = {**REPORT, "id": "R2", "kind": "mock-inspection", "published": "2026-05-01", "ratings": {}}
    to_come = {**REPORT, "id": "R3", "published": None, "assessed": "2026-05-01", "ratings": {}}
    problem = problem_of(a_home(sources=[older, bare, ours, to_come]))
    assert problem.message == "CQC's report CQC26 is out, and families are told no rating: none is written down."
    assert problem.hint == "Write it: `ratings: {overall: good}`; where CQC gave none, `ratings: {overall: not-rated}`."
    assert (problem.code, problem.item, problem.severity) == (Code.NO_RATING, "OAK/sources/CQC26", Severity.GAP)
    for said in ({"overall": "not-rated"}, {"safe": "good"}):
        assert codes(edition(a_home(sources=[older, {**bare, "ratings": said}]))) == []
    newer = {**bare, "id": "R4", "published": "2026-05-01"}
    assert codes(edition(a_home(sources=[REPORT, newer]))) == [Code.NO_RATING]
    assert codes(edition(a_home(sources=[older, bare], told={"publish": "false"}, findings=[]))) == []


@pytest.mark.parametrize(
    ("family", "hint"),
    [
        (None, "Write `family: {publish: true}`, beside its `id`; or take `publish: true` out of the topic."),
        (
            {"intro": "This site tells you what CQC found."},
            "Write `publish: true` below the plan's own `family:`; or take `publish: true` out of the topic.",
        ),
    ],
)
def test_a_topic_of_a_plan_that_says_nothing_to_families_is_a_gap(family: object, hint: str) -> None:
    """Nothing leads to it, so it never appears: said at the topic, to whoever approves and to `family-check`."""
    trace = a_home(family=family)
    built = edition(trace)
    (problem,) = built.problems
    said = "topic OAK/F1 never appears: plan OAK itself does not say `publish: true` to families."
    assert (problem.code, problem.message, problem.hint, problem.item) == (Code.PLAN_SILENT, said, hint, "OAK/F1")
    assert TOPIC_PAGE not in built.files
    (topic,) = [one for one in approvals(trace, THEME, UNAPPROVED) if one.is_topic]
    assert [one.message for one in topic.problems] == [said]
    checked = family_report(trace, THEME, UNAPPROVED).as_text()
    assert f"holds back: {said}" in checked
    assert "nothing holds it back, approval apart" not in checked.partition("OAK/F1")[2]


def test_a_topic_that_is_not_asked_for_says_nothing() -> None:
    """Whoever is still writing it is not told that it does not appear."""
    assert codes(edition(a_home(family=None, topic={"publish": "false"}))) == []


def test_a_day_that_was_not_kept_is_a_gap() -> None:
    """A month is over with its last day; families read so from the same day on."""
    past = a_home(told={"next_update": "2026-04"})
    problem = problem_of(past)
    said = "Families were told that their pages change by April 2026. That has passed, and they are told so."
    assert (problem.code, problem.message, problem.item) == (Code.UPDATE_PASSED, said, "OAK")
    assert "`next_update`" in problem.hint
    assert "We said we would change this site by April 2026. We have not." in page(edition(past))
    for day in ("2026-05", "2026-05-12"):
        home = a_home(told={"next_update": day})
        assert codes(edition(home)) == []
        assert "We have not." not in page(edition(home))


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (LATE, "A1 is late, and families are told that we have not said why yet."),
        (STOPPED, "A1 was stopped, and families are told that we have not said why yet."),
        (SLIPPED, "A1 has not worked yet, and families are told that we have not said why yet."),
        (REOPENED, "A1 has not worked yet, and families are told that we have not said why yet."),
    ],
    ids=["late", "stopped", "slipped", "reopened"],
)
def test_what_families_are_not_told_the_reason_of_is_a_gap(action: dict[str, object], said: str) -> None:
    """Once for each action; with the reason there is none, and the pages have it."""
    home = a_home(action)
    problem = problem_of(home)
    assert (problem.code, problem.message, problem.item) == (Code.NO_REASON, said, "OAK/A1")
    assert "We have not said why yet. Please ask us." in page(edition(home), TOPIC_PAGE)
    family = {**action["family"], "reason": "We waited for a nurse."}  # type: ignore[dict-item]  # a mapping
    told = edition(a_home({**action, "family": family}))
    assert codes(told) == []
    assert "We waited for a nurse." in page(told, TOPIC_PAGE)


def test_what_is_to_plan_or_not_told_owes_no_reason() -> None:
    """Work that goes on, work that is done, and an action without words for families."""
    for action in (told_action(), done_action(), told_action(due="2026-03-31", family=None)):
        assert codes(edition(a_home(told_action(id="A9"), action))) == []
    assert codes(edition(a_home(LATE, topic={"publish": "false"}))) == []


def test_only_the_day_makes_these_gaps() -> None:
    """A strict build passes on every day: nothing of this is more than a gap, and the topic stays."""
    home = a_home(told={"next_update": "2026-06-01"}, today=date(2028, 1, 1))
    built = edition(home)
    assert {problem.severity for problem in built.problems} == {Severity.GAP}
    assert codes(built) == [Code.UPDATE_PASSED, Code.NO_REASON]
    assert TOPIC_PAGE in built.files
