"""What an approval covers, what was seen beside it, and what is said of one, asked of entries: no page is built."""

from datetime import date

import pytest

from action_plans.family.guards.approval import (
    WordChange,
    approval_problems,
    fingerprint,
    first_source,
    is_approved,
    is_of_old_form,
    remarks_on_approval,
    seen,
    word_changes,
)
from action_plans.family.telling.author_texts import Entry, EntryKind
from action_plans.family.telling.entries import entries
from action_plans.model.problem import Code, Problem
from action_plans.tracing.trace import Trace
from tests.builders import TODAY, a_check, a_finding
from tests.family.family_projects import REPORT, TOPIC, a_home, a_topic, done_action, told_action


def an_entry(trace: Trace, kind: EntryKind = EntryKind.TOPIC) -> Entry:
    """Return the first entry of a kind."""
    return next(entry for entry in entries(trace) if entry.kind is kind)


def approved(day: str = "2026-05-01", *, source: dict[str, object] | None = None, **changed: object) -> Entry:
    """Return the topic approved on a day, with what the approval says changed; None takes a line out."""
    report = source or REPORT
    now = an_entry(a_home(sources=[report]))
    written = {"by": "RM", "date": day, "fingerprint": fingerprint(now), "seen": seen(now), **changed}
    told = {name: value for name, value in written.items() if value is not None}
    return an_entry(a_home(sources=[report], topic={"approved": told}))


def messages(problems: list[Problem]) -> list[str]:
    """Return what is said."""
    return [problem.message for problem in problems]


BESIDE: dict[str, Trace] = {
    "the title": a_home(findings=[{**a_topic(), "title": "Another title"}]),
    "the text": a_home(findings=[{**a_topic(), "text": "Another text"}]),
    "what keeps people safe": a_home(findings=[{**a_topic(), "keeping_safe": "Another way"}]),
    "an action's title": a_home(told_action(title="Another title")),
    "another action": a_home(told_action(), told_action(id="A2")),
    "an action that is closed": a_home(done_action("We count the medicines each day.")),
    "an action that is stopped": a_home(told_action(stopped={"date": "2026-05-01", "because": "Not needed."})),
    "a check that fails": a_home(told_action(checks=[a_check("2026-05-02", "slipped")])),
    "a check that fails after one that holds": a_home(
        told_action(checks=[a_check("2026-05-02", "holds"), a_check("2026-05-03", "slipped")])
    ),
}


@pytest.mark.parametrize("trace", BESIDE.values(), ids=list(BESIDE))
def test_what_stands_beside_a_topic_is_seen_to_change(trace: Trace) -> None:
    """Each thing that staff wrote about it has its part in the sum, and none in what was approved."""
    before = an_entry(a_home())
    assert seen(an_entry(trace)) != seen(before)
    assert len(seen(before)) == 64


UNSEEN: dict[str, Trace] = {
    "a later day": a_home(today=date(2027, 5, 12)),
    "a check that holds": a_home(told_action(checks=[a_check("2026-05-02", "holds")])),
    "a check that failed before one that holds": a_home(
        told_action(checks=[a_check("2026-05-02", "slipped"), a_check("2026-05-03", "holds")])
    ),
    "the owner": a_home(told_action(owner="DM")),
    "blanks": a_home(findings=[{**a_topic(), "title": f"{a_topic()['title']}  "}]),
    "the words for families": a_home(topic={"why": "It says something else."}),
}


def test_no_day_changes_what_was_approved_or_seen() -> None:
    """A stop that is dated ahead, and what stands instead, are read before their day: when it comes nothing is new."""
    stop = {"date": "2026-05-13", "because": "Replaced", "instead": "A2"}
    actions = (told_action(stopped=stop), told_action("We count each week.", id="A2", for_=()))
    before, after = (an_entry(a_home(*actions, today=day)) for day in (TODAY, date(2026, 5, 13)))
    assert (fingerprint(before), seen(before)) == (fingerprint(after), seen(after))


@pytest.mark.parametrize("trace", UNSEEN.values(), ids=list(UNSEEN))
def test_what_says_nothing_of_the_words_is_not_seen(trace: Trace) -> None:
    """Time, owners, good results and the words themselves are no part of what stands beside them."""
    assert seen(an_entry(trace)) == seen(an_entry(a_home()))


@pytest.mark.parametrize(
    "said",
    [
        {"title": "Another title"},
        {"summary": "Another summary"},
        {"sources": [{**REPORT, "published": "2026-03-21"}]},
        {"sources": [{key: value for key, value in REPORT.items() if key != "published"}]},
        {"sources": [{**REPORT, "ratings": {"overall": "good"}}]},
        {"sources": [{key: value for key, value in REPORT.items() if key != "ratings"}]},
        {"sources": [REPORT, {"id": "S2", "kind": "audit", "title": "Audit"}]},
    ],
    ids=str,
)
def test_what_stands_beside_a_plan_is_seen_to_change(said: dict[str, object]) -> None:
    """Its title and summary, and when each source came out and how it rated; beside a service stands nothing."""
    before, after = a_home(), a_home(**said)  # type: ignore[arg-type]  # each is a field of a plan
    assert seen(an_entry(after, EntryKind.PLAN)) != seen(an_entry(before, EntryKind.PLAN))
    assert seen(an_entry(after, EntryKind.SERVICE)) == ""


def test_what_is_printed_is_what_was_approved() -> None:
    """Any word, any answer and what kind of finding it was; never the letters of the reference or a blank."""
    before = fingerprint(an_entry(a_home()))
    answer = {"code": "AP403", "item": "F1", "words": "each morning", "because": "It is meant."}
    for other in (
        a_home(topic={"why": "It says something else."}),
        a_home(topic={"found_by": "us"}),
        a_home(accepted=[answer]),
        a_home(told_action("We count them all.")),
    ):
        assert fingerprint(an_entry(other)) != before
    assert fingerprint(an_entry(a_home(topic={"why": str(TOPIC["why"]).replace(" ", "  ")}))) == before


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({}, None),
        ({"seen": None}, None),
        ({"fingerprint": None}, "the approval of topic OAK/F1 has no fingerprint, so it approves nothing."),
        (
            {"fingerprint": "0" * 64},
            "topic OAK/F1 has changed since it was approved on 1 May 2026, or was approved for something else.",
        ),
        (
            {"fingerprint": "0" * 64, "seen": None},
            "the approval of topic OAK/F1 is of an earlier form, which counts no longer, or its words have changed.",
        ),
    ],
    ids=str,
)
def test_an_approval_counts_for_these_very_words(changed: dict[str, object], message: str | None) -> None:
    """What is wrong with one that does not count is told, where it is written, with the command that mends it."""
    entry = approved(**changed)  # type: ignore[arg-type]  # each is a line of an approval
    problems = list(approval_problems(entry))
    assert messages(problems) == ([message] if message else [])
    assert is_approved(entry) == (message is None)
    assert is_of_old_form(entry) == (message is not None and "earlier form" in message)
    assert all("action-plans approve OAK" in problem.hint for problem in problems)


def test_without_an_approval_an_entry_waits() -> None:
    """It is told where the entry stands; with nothing to approve there is nothing to wait for."""
    entry = an_entry(a_home())
    (problem,) = approval_problems(entry)
    assert (problem.message, problem.origin, problem.item) == (
        "topic OAK/F1 waits for approval.",
        entry.origin,
        "OAK/F1",
    )
    assert not is_of_old_form(entry)
    silent = an_entry(a_home(service={"id": "x", "name": "Elm Court", "kind": "care-home"}), EntryKind.SERVICE)
    assert silent.prose == ()
    assert is_approved(silent)
    assert list(approval_problems(silent)) == list(remarks_on_approval(silent, TODAY)) == []


@pytest.mark.parametrize(
    ("day", "source", "remarks"),
    [
        ("2026-05-12", None, []),
        ("2026-05-13", None, ["The approval of topic OAK/F1 is dated 13 May 2026, which has not come."]),
        ("2026-05-01", {**REPORT, "received": "2026-05-01"}, []),
        (
            "2026-05-01",
            {**REPORT, "received": "2026-05-02"},
            ["The approval of topic OAK/F1 is dated 1 May 2026, before its source came on 2 May 2026."],
        ),
        (
            "2026-05-01",
            {**REPORT, "assessed": {"from": "2026-05-02", "to": "2026-05-03"}},
            ["The approval of topic OAK/F1 is dated 1 May 2026, before its source came on 3 May 2026."],
        ),
        (
            "2026-05-01",
            {**REPORT, "received": "2026-04-01", "assessed": {"from": "2026-05-02", "to": "2026-05-03"}},
            [],
        ),
    ],
    ids=str,
)
def test_the_day_of_an_approval_can_be(day: str, source: dict[str, object] | None, remarks: list[str]) -> None:
    """Not after today, and not before the source was received, else before the service was looked at."""
    found = list(remarks_on_approval(approved(day, source=source), TODAY))
    assert messages(found) == remarks
    assert {problem.code for problem in found} <= {Code.APPROVAL_DATE}


def test_words_that_may_no_longer_be_true_are_told() -> None:
    """Where what they were read beside has changed; an approval that does not count, or saw nothing, says nothing."""
    told = "topic OAK/F1: approved words may no longer be true. What they are about has changed since."
    assert messages(list(remarks_on_approval(approved(seen="0" * 64), TODAY))) == [told]
    assert list(remarks_on_approval(approved(seen=None), TODAY)) == []
    assert list(remarks_on_approval(approved(seen="0" * 64, fingerprint="0" * 64), TODAY)) == []
    assert list(remarks_on_approval(an_entry(a_home()), TODAY)) == []


def test_the_source_of_a_topic_is_that_of_its_finding() -> None:
    """What is no topic has none."""
    source = first_source(an_entry(a_home()))
    assert source is not None
    assert source.id == "CQC26"
    assert first_source(an_entry(a_home(), EntryKind.PLAN)) is None
    assert first_source(an_entry(a_home(findings=[a_finding(family=TOPIC)]))) is None


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("", "a", [("added", "a")]),
        ("a", "", [("removed", "a")]),
        ("a b", "a  b", [("same", "a b")]),
        ("a b c", "a x c", [("same", "a"), ("removed", "b"), ("added", "x"), ("same", "c")]),
        ("a c", "a b c", [("same", "a"), ("added", "b"), ("same", "c")]),
        ("a b c", "a c", [("same", "a"), ("removed", "b"), ("same", "c")]),
    ],
)
def test_changes_are_told_in_reading_order(old: str, new: str, changes: list[tuple[str, str]]) -> None:
    """What went stands before what came in its place; blanks are none."""
    assert list(word_changes(old, new)) == [WordChange(*change) for change in changes]
