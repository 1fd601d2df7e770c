"""Approval: a role approves words, and only those words; what changed since is shown word by word."""

from datetime import date

import pytest

from action_plans.family.approvals import approvals
from action_plans.family.guards.approval import WordChange, fingerprint, word_changes
from action_plans.family.telling.author_texts import AuthorText
from action_plans.model.origin import Origin
from action_plans.model.problem import Code
from action_plans.project.options import FamilyOptions
from action_plans.tracing.trace import Trace
from tests.builders import TODAY, a_finding
from tests.family.family_projects import (
    THEME,
    TOPIC,
    TOPIC_PAGE,
    a_home,
    a_service,
    codes,
    edition,
    told_action,
)

STRICT = FamilyOptions()


def sums(trace: Trace) -> dict[str, str]:
    """Return the fingerprint of each entry."""
    return {entry.ref: entry.fingerprint for entry in approvals(trace, THEME)}


def approved_home(
    topic: dict[str, object] | None = None,
    *actions: dict[str, object],
    today: date = TODAY,
    service: dict[str, object] | None = None,
) -> Trace:
    """The small project with its words approved, and then changed."""
    now = sums(a_home())
    approval = {ref: {"by": "RM", "date": "2026-05-01", "fingerprint": found} for ref, found in now.items()}
    return a_home(
        *actions,
        topic={"approved": approval["OAK/F1"], **(topic or {})},
        told={"approved": approval["OAK"]},
        today=today,
        service=service or a_service(),
    )


def test_nothing_is_published_without_approval() -> None:
    """Plan and topic wait, each with a gap that says what to do."""
    built = edition(a_home(), STRICT)
    assert codes(built) == [Code.NOT_APPROVED, Code.NOT_APPROVED]
    assert "approve OAK" in built.problems[0].hint
    assert TOPIC_PAGE not in built.files


def test_an_approval_without_a_fingerprint_approves_nothing() -> None:
    """A role and a date alone say nothing of which words were read."""
    approved = {"by": "RM", "date": "2026-05-01"}
    built = edition(a_home(topic={"approved": approved}, told={"approved": approved}), STRICT)
    assert codes(built) == [Code.NOT_APPROVED, Code.NOT_APPROVED]


def test_approved_words_are_published() -> None:
    """With both fingerprints in place nothing is held back."""
    built = edition(approved_home(), STRICT)
    assert codes(built) == []
    assert TOPIC_PAGE in built.files


@pytest.mark.parametrize(
    ("changed", "ref"),
    [
        (approved_home({"why": "A person could miss a dose, or have it thrice."}), "OAK/F1"),
        (approved_home({"how_we_will_know": "We look at it each week."}), "OAK/F1"),
        (approved_home(None, told_action("We count the medicines each night.")), "OAK/F1"),
        (approved_home(None, told_action(reason="It took long to start.")), "OAK/F1"),
        (approved_home(None, service=a_service({"about": "The manager writes this site."})), "OAK"),
    ],
    ids=["a word", "a field", "an action", "a reason", "the service"],
)
def test_changed_words_wait_again(changed: Trace, ref: str) -> None:
    """One word more or less, in any text that an approval covers, and the entry is held back until read again."""
    built = edition(changed, STRICT)
    assert [(problem.code, problem.item) for problem in built.problems] == [(Code.NOT_APPROVED, ref)]
    assert "has changed since it was approved on 1 May 2026" in built.problems[0].message


def test_what_is_no_text_changes_no_approval() -> None:
    """Dates, states, internal words and the passing of time leave the approval as it is."""
    later = approved_home(
        None, told_action(due="2026-08-31", title="Other words", started="2026-04-01"), today=date(2026, 7, 1)
    )
    assert codes(edition(later, STRICT)) == []


def test_the_fingerprint_is_of_the_words_alone() -> None:
    """Line breaks and places do not count; field, language and words do."""
    text = AuthorText("found", "en", "We did  not\nlook.", Origin("a.yaml"))
    same = AuthorText("found", "en", "We did not look.", Origin("b.yaml", 7))
    assert fingerprint([text]) == fingerprint([same])
    assert len(fingerprint([text])) == 64
    for other in (("why", "en", text.text), ("found", "pl", text.text), ("found", "en", "We did look.")):
        assert fingerprint([AuthorText(*other, Origin("a.yaml"))]) != fingerprint([text])


def test_changes_are_told_word_by_word() -> None:
    """What stayed, what went and what came stand in reading order."""
    assert word_changes("We check each week.", "We look each week and tell you.") == (
        WordChange("same", "We"),
        WordChange("removed", "check"),
        WordChange("added", "look"),
        WordChange("same", "each"),
        WordChange("removed", "week."),
        WordChange("added", "week and tell you."),
    )
    assert word_changes("", "All new.") == (WordChange("added", "All new."),)


def test_what_changed_is_told_against_the_approved_version() -> None:
    """The version whose words were approved is found among the earlier ones, whatever came between."""
    between = approved_home({"why": "It was wrong for a while."})
    now = approved_home({"why": "A person could miss a dose, or have it thrice."})
    found = {entry.ref: entry for entry in approvals(now, THEME, earlier=[between, approved_home()])}
    why = next(text for text in found["OAK/F1"].texts if text.field == "why")
    assert [change.words for change in why.changes if change.kind != "same"] == ["twice.", "thrice."]
    assert not found["OAK/F1"].approved
    assert found["OAK"].approved


def test_without_an_earlier_version_all_is_new() -> None:
    """Where nothing approved is known, the whole text is shown as added."""
    topic = next(entry for entry in approvals(a_home(), THEME) if entry.ref == "OAK/F1")
    assert all({change.kind for change in text.changes} == {"added"} for text in topic.texts)


def test_shared_words_and_the_internal_finding_stand_beside() -> None:
    """Before approving, a role sees what the staff edition says and which words the two share."""
    family = {**TOPIC, "keeping_safe": "A nurse counts all the medicines at night."}
    trace = a_home(
        findings=[a_finding(source="CQC26", keeping_safe="A nurse counts all the medicines at noon", family=family)]
    )
    topic = next(entry for entry in approvals(trace, THEME) if entry.ref == "OAK/F1")
    assert [text.shared for text in topic.texts if text.shared] == ["a nurse counts all the medicines at"]
    assert "Medicines were not counted" in topic.internal


def test_the_block_to_paste_approves() -> None:
    """The block names the role, the day of the build and the fingerprint now."""
    topic = next(entry for entry in approvals(a_home(), THEME, by="DM") if entry.ref == "OAK/F1")
    assert topic.block == f"approved:\n  by: DM\n  date: 2026-05-12\n  fingerprint: {topic.fingerprint}\n"
