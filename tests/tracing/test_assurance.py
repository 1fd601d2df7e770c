"""What counts as evidence, which result decides, and how well a closed action is proven."""

from datetime import date

import pytest

from action_plans.tracing.results import Outcome
from action_plans.tracing.states import Assurance, Condition
from tests.builders import (
    TODAY,
    a_check,
    a_closed_action,
    a_line,
    a_note,
    a_plan,
    an_action,
    the_action,
    the_finding,
    traced,
)

MET = {"checked_by": "QL", "checked_on": "2026-04-10", "verdict": "meets"}


def assurance_of(today: date = TODAY, **said: object) -> Assurance | None:
    """Return the assurance of an action closed on 31 March 2026."""
    return the_action(a_closed_action(**said), today=today).assurance


def test_an_open_action_has_no_assurance() -> None:
    """Proof is asked of what is called done."""
    assert the_action(an_action(evidence=[a_line("2026-04-01", **MET)])).assurance is None


def test_nothing_to_show_is_no_proof() -> None:
    """Closed, with neither evidence nor check."""
    assert assurance_of() is Assurance.NONE


def test_a_line_without_a_date_is_proof_still_to_come() -> None:
    """It proves nothing, even with a verdict."""
    assert assurance_of(evidence=[a_line(**MET)]) is Assurance.NONE


def test_any_dated_evidence_is_submitted() -> None:
    """A line or a note that nobody has checked."""
    assert assurance_of(evidence=[a_line("2026-03-30")]) is Assurance.SUBMITTED
    assert the_action(a_closed_action(), notes=[a_note()]).assurance is Assurance.SUBMITTED


def test_a_check_is_evidence_too() -> None:
    """Even one that found it to hold only in part: there is something to show."""
    assert assurance_of(checks=[a_check("2026-04-10", "partly")]) is Assurance.SUBMITTED


@pytest.mark.parametrize(("day", "expected"), [("2026-02-28", Assurance.NONE), ("2026-03-01", Assurance.SUBMITTED)])
def test_evidence_from_before_the_start_does_not_count(day: str, expected: Assurance) -> None:
    """On the day of the start it does."""
    assert assurance_of(started="2026-03-01", evidence=[a_line(day)]) is expected


def test_without_a_start_evidence_of_any_age_counts() -> None:
    """The start is compared only where it is given."""
    assert assurance_of(evidence=[a_line("2024-01-01")]) is Assurance.SUBMITTED


def test_a_month_of_evidence_counts_from_its_last_day() -> None:
    """Evidence of March counts for an action started in the middle of March."""
    assert assurance_of(started="2026-03-16", evidence=[a_line("2026-03")]) is Assurance.SUBMITTED


def test_evidence_from_the_future_does_not_count() -> None:
    """Nor does a check."""
    assert assurance_of(evidence=[a_line("2026-05-13")]) is Assurance.NONE
    assert assurance_of(checks=[a_check("2026-05-13")]) is Assurance.NONE


def test_a_check_of_evidence_in_the_future_is_no_result_yet() -> None:
    """The evidence counts, the verdict not before its day."""
    line = a_line("2026-04-01", checked_by="QL", checked_on="2026-05-13", verdict="meets")
    assert assurance_of(evidence=[line]) is Assurance.SUBMITTED
    assert assurance_of(date(2026, 5, 13), evidence=[line]) is Assurance.VERIFIED


def test_evidence_past_its_review_date_does_not_count() -> None:
    """On the review date it still does, the day after neither it nor its verdict."""
    line = a_line("2026-03-30", review_due="2026-05-12", **MET)
    assert assurance_of(date(2026, 5, 12), evidence=[line]) is Assurance.VERIFIED
    assert assurance_of(date(2026, 5, 13), evidence=[line]) is Assurance.NONE


def test_evidence_on_request_counts() -> None:
    """That it is not published does not make it less."""
    line = a_line("2026-03-30", confidentiality="on-request", **MET)
    assert assurance_of(evidence=[line]) is Assurance.VERIFIED


def test_evidence_for_a_finding_counts_for_no_action() -> None:
    """A note on F1 shows there and proves nothing about A1."""
    plan = a_plan(
        findings=[{"id": "F1", "title": "Found", "evidence": [a_line("2026-04-01", **MET)]}],
        actions=[a_closed_action()],
    )
    trace = traced(plan, notes=[a_note(supports="OAK/F1", **MET)])
    assert trace.actions["OAK/A1"].assurance is Assurance.NONE
    assert [proof.ref for proof in trace.findings["OAK/F1"].proofs] == ["OAK/F1/evidence-1", "evidence/E1"]


def test_a_check_by_someone_else_verifies() -> None:
    """So does a verdict on evidence by someone who is neither its author nor the owner."""
    assert assurance_of(checks=[a_check("2026-04-10")]) is Assurance.VERIFIED
    assert assurance_of(evidence=[a_line("2026-03-30", by="DM", **MET)]) is Assurance.VERIFIED


@pytest.mark.parametrize("owner", ["RM", "rm", "Registered manager", "registered MANAGER"])
def test_nobody_verifies_their_own_action(owner: str) -> None:
    """Neither by code nor by the title of the role."""
    assert assurance_of(checks=[a_check("2026-04-10", by=owner)]) is Assurance.SUBMITTED


def test_a_personal_name_does_not_make_the_owner_someone_else() -> None:
    """The quality lead's own action, checked under the name of whoever holds that role."""
    action = a_closed_action(owner="QL", checks=[a_check("2026-04-10", by="Quinn Example")])
    assert the_action(action).assurance is Assurance.SUBMITTED


@pytest.mark.parametrize("by", ["CK", "Cook", "the cook", "Our cook"])
def test_an_article_does_not_make_the_owner_someone_else(by: str) -> None:
    """Of a title of one word too."""
    action = a_closed_action(owner="CK", checks=[a_check("2026-04-10", by=by)])
    plan = a_plan(roles={"CK": "Cook", "QL": "Quality lead"}, actions=[action])
    assert traced(plan).actions["OAK/A1"].assurance is Assurance.SUBMITTED


def test_nobody_verifies_evidence_of_their_own() -> None:
    """The author of evidence is not independent of it, whoever owns the action."""
    line = a_line("2026-03-30", by="QL", checked_by="Quality lead", checked_on="2026-04-10", verdict="meets")
    assert assurance_of(evidence=[line]) is Assurance.SUBMITTED


def test_a_verdict_of_nobody_does_not_verify() -> None:
    """Someone must be named."""
    line = a_line("2026-03-30", checked_on="2026-04-10", verdict="meets")
    assert assurance_of(evidence=[line]) is Assurance.SUBMITTED


def test_an_outside_body_is_independent() -> None:
    """The regulator's own visit verifies."""
    assert assurance_of(checks=[a_check("2026-04-10", by="CQC")]) is Assurance.VERIFIED


def test_the_newest_result_decides() -> None:
    """A later result in part takes the proof away, a later one that holds gives it back."""
    holds, partly = a_check("2026-04-10"), a_check("2026-04-20", "partly")
    assert assurance_of(checks=[holds, partly]) is Assurance.SUBMITTED
    assert assurance_of(checks=[holds, partly, a_check("2026-04-21")]) is Assurance.VERIFIED


def test_checks_and_verdicts_are_compared_by_day() -> None:
    """A verdict counts on the day of the checking, not on the day of the evidence."""
    older = a_line("2026-04-15", checked_by="QL", checked_on="2026-04-16", verdict="does-not-meet")
    newer = a_line("2026-03-30", checked_by="QL", checked_on="2026-04-22", verdict="meets")
    assert assurance_of(checks=[a_check("2026-04-20", "slipped")], evidence=[newer]) is Assurance.VERIFIED
    assert assurance_of(checks=[a_check("2026-04-20")], evidence=[older]) is Assurance.VERIFIED


def test_a_verdict_without_a_day_counts_on_the_day_of_its_evidence() -> None:
    """`checked_on`, else `date`."""
    line = a_line("2026-04-25", checked_by="QL", verdict="meets")
    assert assurance_of(checks=[a_check("2026-04-24", "partly")], evidence=[line]) is Assurance.VERIFIED
    assert assurance_of(checks=[a_check("2026-04-26", "partly")], evidence=[line]) is Assurance.SUBMITTED


@pytest.mark.parametrize("order", [1, -1])
def test_on_one_day_the_worst_decides(order: int) -> None:
    """In whichever order they are written."""
    checks = [a_check("2026-04-20", "holds"), a_check("2026-04-20", "partly"), a_check("2026-04-20", "slipped")]
    action = the_action(a_closed_action(checks=checks[::order]))
    assert action.condition is Condition.SLIPPED
    assert [result.outcome for result in action.results] == [Outcome.FAILS, Outcome.PARTLY, Outcome.PASSES]


@pytest.mark.parametrize("order", [1, -1])
def test_of_equals_on_one_day_the_dependent_one_decides(order: int) -> None:
    """The owner's own check on the same day takes the proof away."""
    checks = [a_check("2026-04-20", by="QL"), a_check("2026-04-20", by="RM")]
    assert assurance_of(checks=checks[::order]) is Assurance.SUBMITTED


def test_a_month_means_its_last_day() -> None:
    """A check in April is newer than one on 29 April, and 28 days or more after a closing on 31 March."""
    assert assurance_of(checks=[a_check("2026-04", "partly"), a_check("2026-04-29")]) is Assurance.SUBMITTED
    assert assurance_of(checks=[a_check("2026-04"), a_check("2026-04-29", "partly")]) is Assurance.EMBEDDED


def test_a_failing_result_before_closing_leaves_it_submitted() -> None:
    """It was closed in spite of it: not slipped, and not proven."""
    action = the_action(a_closed_action(checks=[a_check("2026-03-31", "slipped")]))
    assert (action.condition, action.assurance) == (Condition.CLOSED, Assurance.SUBMITTED)


@pytest.mark.parametrize(("day", "expected"), [("2026-04-27", Assurance.VERIFIED), ("2026-04-28", Assurance.EMBEDDED)])
def test_a_check_that_holds_28_days_after_closing_embeds(day: str, expected: Assurance) -> None:
    """Twenty-seven days are not enough; closed on 31 March."""
    assert assurance_of(checks=[a_check(day)]) is expected


def test_only_a_check_embeds() -> None:
    """A verdict on evidence, however late, verifies and no more."""
    line = a_line("2026-05-01", checked_by="QL", checked_on="2026-05-10", verdict="meets")
    assert assurance_of(evidence=[line]) is Assurance.VERIFIED


def test_only_an_independent_check_embeds() -> None:
    """The owner's late check does not, beside a verification by someone else."""
    late_by_owner, newest = a_check("2026-05-01", by="RM"), a_line("2026-05-02", **{**MET, "checked_on": "2026-05-10"})
    assert assurance_of(checks=[late_by_owner], evidence=[newest]) is Assurance.VERIFIED


def test_embedded_asks_for_verified_first() -> None:
    """A lasting check followed by one in part is only submitted."""
    assert assurance_of(checks=[a_check("2026-05-01"), a_check("2026-05-05", "partly")]) is Assurance.SUBMITTED


def test_embedded_stays_when_a_newer_verdict_verifies_again() -> None:
    """The lasting check need not be the newest result."""
    newest = a_line("2026-05-02", **{**MET, "checked_on": "2026-05-10"})
    assert assurance_of(checks=[a_check("2026-05-01")], evidence=[newest]) is Assurance.EMBEDDED


def test_closed_again_the_28_days_run_from_the_new_closing() -> None:
    """A check after the first closing does not embed what was reopened and closed again."""
    reopened = [{"date": "2026-04-20"}]
    checks = [a_check("2026-04-29"), a_check("2026-05-10")]
    assert assurance_of(closed_on="2026-05-01", reopened=reopened, checks=checks) is Assurance.VERIFIED


@pytest.mark.parametrize(
    ("action", "word", "said"),
    [
        (an_action(), "Not started", ["has not been started", "is still open"]),
        (a_closed_action(), "No", ["Nothing that counts shows it", "nothing shows"]),
        (a_closed_action(checks=[a_check("2026-04-20", "partly")]), "Checked: partly", ["only in part"] * 2),
        (a_closed_action(checks=[a_check("2026-05-01")]), "Embedded", ["28 days or more after closing."] * 2),
        (
            a_closed_action(closed_on="2024-03-31", checks=[a_check("2024-06-01")]),
            "Embedded: look again",
            ["nobody independent has looked for over a year"] * 2,
        ),
    ],
)
def test_the_sentence_says_what_the_word_says(action: dict[str, object], word: str, said: list[str]) -> None:
    """Of an action, and of a finding that it alone serves: neither says of one state what is true of another."""
    assert the_action(action).label.startswith(word)
    assert (the_finding(action).label == word) is (":" in word or word == "Embedded")
    assert said[0] in the_action(action).sentence
    assert said[1] in the_finding(action).sentence


def test_strength_counts_categories_and_never_files() -> None:
    """Two audits are one category; the newest day and who checked are told."""
    first = a_line("2026-04-01", category="processes", **MET)
    second = a_line("2026-04-20", category="processes")
    strength = the_action(a_closed_action(evidence=[first, second])).strength
    assert [category.value for category in strength.categories] == ["processes"]
    assert strength.newest is not None
    assert strength.newest.iso == "2026-04-20"
    assert strength.checked_by == ("QL",)
