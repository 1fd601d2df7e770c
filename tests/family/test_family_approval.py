"""Approval: a role approves words, and only those words of that entry; what changed since is shown word by word."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date

import pytest

from action_plans.family.approvals import Approval, approvals
from action_plans.family.guards.approval import WordChange, word_changes
from action_plans.model.problem import Code
from action_plans.project.options import FamilyOptions
from action_plans.tracing.trace import Trace
from tests.builders import TODAY, a_finding
from tests.family.family_projects import (
    HOME_PAGE,
    REPORT,
    THEME,
    TOPIC,
    TOPIC_PAGE,
    a_home,
    a_service,
    codes,
    done_action,
    edition,
    page,
    told_action,
)

STRICT = FamilyOptions()
SERVICE = "services/oakfield"


def entries(trace: Trace) -> dict[str, Approval]:
    """Return every entry by its reference."""
    return {entry.ref: entry for entry in approvals(trace, THEME)}


def approved_home(
    topic: dict[str, object] | None = None,
    *actions: dict[str, object],
    today: date = TODAY,
    service: dict[str, object] | None = None,
    day: str = "2026-05-01",
    sources: list[object] | None = None,
) -> Trace:
    """The small project with its words approved, and then changed; `sources` are the reports all the while."""
    reports = sources or [REPORT]
    now = entries(a_home(sources=reports))
    approval = {
        ref: {"by": "RM", "date": day, "fingerprint": found.fingerprint, **({"seen": found.seen} if found.seen else {})}
        for ref, found in now.items()
    }
    told = service or a_service()
    told = {**told, "family": {**told["family"], "approved": approval[SERVICE]}}  # type: ignore[dict-item]
    return a_home(
        *actions,
        topic={"approved": approval["OAK/F1"], **(topic or {})},
        told={"approved": approval["OAK"]},
        today=today,
        service=told,
        sources=reports,
    )


def test_nothing_of_an_authors_prose_is_published_without_approval() -> None:
    """Plan, service and topic wait, each with a gap that says what to do; rating and contact stand there."""
    built = edition(a_home(), STRICT)
    assert codes(built) == [Code.NOT_APPROVED] * 3
    assert "approve OAK" in built.problems[0].hint
    assert TOPIC_PAGE not in built.files
    assert "This site tells you what it found." not in page(built)
    assert "requires improvement" in page(built)
    assert "01632 960101" in page(built)


def test_an_approval_without_a_fingerprint_approves_nothing() -> None:
    """A role and a date alone say nothing of which words were read."""
    approved = {"by": "RM", "date": "2026-05-01"}
    built = edition(a_home(topic={"approved": approved}, told={"approved": approved}), STRICT)
    assert codes(built) == [Code.NOT_APPROVED] * 3


def test_approved_words_are_published() -> None:
    """With every fingerprint in place nothing is held back."""
    built = edition(approved_home(), STRICT)
    assert codes(built) == []
    assert TOPIC_PAGE in built.files


@pytest.mark.parametrize(
    ("changed", "ref"),
    [
        (approved_home({"why": "A person could miss a dose, or have it thrice."}), "OAK/F1"),
        (approved_home({"how_we_will_know": "We look at it each week."}), "OAK/F1"),
        (approved_home({"found_by": "us"}), "OAK/F1"),
        (approved_home({"measure": {"text": "Doses that we gave on time", "now": "8"}}), "OAK/F1"),
        (approved_home(None, told_action("We count the medicines each night.")), "OAK/F1"),
        (approved_home(None, told_action(reason="It took long to start.")), "OAK/F1"),
        (approved_home(None, service=a_service({"about": "The manager writes this site."})), SERVICE),
    ],
    ids=["a word", "a field", "who found it", "a figure", "an action", "a reason", "the service"],
)
def test_changed_words_wait_again(changed: Trace, ref: str) -> None:
    """One word more or less, in anything that an approval covers, and the entry is held back until read again."""
    built = edition(changed, STRICT)
    held = [entry for entry in built.topics if entry.publish and entry.problems]
    assert [entry.ref for entry in held] == [ref]
    assert codes(built) == [Code.NOT_APPROVED]
    assert "has changed since it was approved on 1 May 2026" in built.problems[0].message or ref == SERVICE


def test_a_corrected_fact_takes_nothing_down() -> None:
    """A digit of the telephone number, the date of the next change and a meeting need no approval."""
    contact = {"who": "the manager", "phone": "01632 960109", "email": "manager@example.org"}
    meetings = [{"date": "2026-06-01", "time": "6pm to 7pm", "place": "the hall", "join": "01632 960109"}]
    service = a_service({"contact": contact, "meetings": meetings})
    built = edition(approved_home(None, service=service), STRICT)
    assert codes(built) == []
    assert TOPIC_PAGE in built.files
    assert "01632 960109" in page(built)


def test_held_back_prose_of_a_plan_holds_back_nothing_else() -> None:
    """An intro that nobody approved is not there; the topic, the rating and the contact are."""
    approved = {
        ref: {"by": "RM", "date": "2026-05-01", "fingerprint": found.fingerprint}
        for ref, found in entries(a_home()).items()
    }
    service = a_service({"approved": approved[SERVICE]})
    built = edition(a_home(topic={"approved": approved["OAK/F1"]}, service=service), STRICT)
    assert [problem.item for problem in built.problems] == ["OAK"]
    assert TOPIC_PAGE in built.files
    assert "This site tells you what it found." not in page(built, HOME_PAGE)


def test_an_approval_copied_to_another_entry_approves_nothing() -> None:
    """The same words under another finding, or in another plan, have another fingerprint."""
    approved = {"by": "RM", "date": "2026-05-01", "fingerprint": entries(a_home())["OAK/F1"].fingerprint}
    family = {**TOPIC, "approved": approved}
    twins = [a_finding(source="CQC26", family=family), a_finding(id="F2", source="CQC26", family=family)]
    built = edition(a_home(told_action(for_=["F1", "F2"]), findings=twins), STRICT)
    assert {entry.ref for entry in built.topics if entry.published and entry.title} == {"OAK/F1"}
    moved = edition(a_home(id="ELM", findings=[a_finding(source="CQC26", family=family)]), STRICT)
    assert not [entry for entry in moved.topics if entry.published and entry.title]


def test_an_approval_of_the_old_form_is_told_as_such() -> None:
    """A fingerprint of the words alone, as earlier versions wrote it, counts no longer, and is named so."""
    old = {"by": "RM", "date": "2026-05-01", "fingerprint": "0" * 64}
    topic = entries(a_home(topic={"approved": old}))["OAK/F1"]
    assert topic.is_of_old_form
    assert not topic.approved
    built = edition(a_home(topic={"approved": old}), STRICT)
    assert any("is of an earlier form" in problem.message for problem in built.problems)


def test_what_is_no_text_changes_no_approval() -> None:
    """Dates, the owner, internal notes and the passing of time leave the approval as it is."""
    later = approved_home(
        None, told_action(due="2026-08-31", note="Other words", started="2026-04-01"), today=date(2027, 7, 1)
    )
    assert codes(edition(later, STRICT)) == [Code.NO_REASON]  # it is late by then, and stays


@pytest.mark.parametrize(
    "trace",
    [
        approved_home(None, told_action(title="Other words")),
        approved_home(None, done_action("We count the medicines each day.", title="Count the medicines each day")),
        approved_home(
            None,
            told_action(checks=[{"date": "2026-05-02", "by": "DM", "result": "slipped", "found": "It was not done"}]),
        ),
        approved_home(None, told_action(), told_action(id="A2", family=None)),
    ],
    ids=["an action's title", "an action is closed", "a check fails", "another action"],
)
def test_what_was_written_beside_the_words_is_seen_to_move(trace: Trace) -> None:
    """The topic stays online, and a gap says that its words may no longer be true."""
    built = edition(trace, STRICT)
    assert codes(built) == [Code.MAY_BE_UNTRUE]
    assert "approved words may no longer be true" in built.problems[0].message
    assert TOPIC_PAGE in built.files
    assert "no longer be true" not in page(built, TOPIC_PAGE)


def test_keeping_safe_turned_into_its_opposite_is_seen() -> None:
    """What keeps people safe, as staff write it, stands beside the words; a change of it is a gap."""

    def plan(keeping_safe: str, approved: Mapping[str, object] | None = None) -> Trace:
        family = {**TOPIC, **({"approved": approved} if approved else {})}
        return a_home(findings=[a_finding(source="CQC26", keeping_safe=keeping_safe, family=family)])

    before = entries(plan("Two nurses count at each shift"))["OAK/F1"]
    approved = {"by": "RM", "date": "2026-05-01", "fingerprint": before.fingerprint, "seen": before.seen}
    built = edition(plan("Nobody counts any more", approved), STRICT)
    assert Code.MAY_BE_UNTRUE in codes(built)
    assert TOPIC_PAGE in built.files


@pytest.mark.parametrize(
    ("day", "sources"),
    [("2026-05-13", [REPORT]), ("2026-03-01", [{**REPORT, "received": "2026-03-18"}])],
    ids=["in the future", "before the report came"],
)
def test_an_approval_on_a_day_that_cannot_be_is_a_gap_and_counts(day: str, sources: list[object]) -> None:
    """Dated in the future, or before its source was received: said, and nothing is held back."""
    built = edition(approved_home(day=day, sources=sources), STRICT)
    assert set(codes(built)) == {Code.APPROVAL_DATE}
    assert TOPIC_PAGE in built.files


def test_the_fingerprint_is_the_one_that_is_described() -> None:
    """SHA-256 of a JSON list of field, language and text, the reference first, found_by last."""
    texts = [
        ["ref", "", "oak/f1"],
        ["title", "en", "Giving medicines safely"],
        ["found", "en", "We did not always write down when someone had their medicine."],
        ["keeping_safe", "en", "A nurse looks at the charts each morning."],
        ["why", "en", "A person could miss a dose, or have it twice."],
        ["action 1: text", "en", "We count the medicines each day."],
        ["change", "en", "Everyone will get the right medicine at the right time."],
        ["you", "en", "You can ask to see your own chart."],
        ["visitors", "en", "Tell us if a medicine looks different."],
        ["found_by", "", "cqc"],
    ]
    written = json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()
    assert entries(a_home())["OAK/F1"].fingerprint == hashlib.sha256(written).hexdigest()
    folded = a_home(topic={"why": "A  person could miss\na dose, or have it twice."})
    assert entries(folded)["OAK/F1"].fingerprint == hashlib.sha256(written).hexdigest()


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


def test_what_is_too_long_to_be_published_is_not_compared() -> None:
    """Two fields of 300,000 letters that share few words are told whole, at once."""
    old, new = (" ".join(f"{word}{number}" for number in range(40_000)) for word in ("went", "came"))
    assert word_changes(old, new) == (WordChange("removed", old), WordChange("added", new))
    same = "We look at it each day. " * 12_000
    assert word_changes(same, same) == (WordChange("same", same.strip()),)


def test_what_changed_is_told_against_the_approved_version() -> None:
    """The version whose words were approved is found among the earlier ones of its plan, whatever came between."""
    between = approved_home({"why": "It was wrong for a while."})
    now = approved_home({"why": "A person could miss a dose, or have it thrice."})
    found = {
        entry.ref: entry
        for entry in approvals(now, THEME, earlier=lambda _plans, _services: [between, approved_home()])
    }
    why = next(text for text in found["OAK/F1"].texts if text.field == "why")
    assert [change.words for change in why.changes if change.kind != "same"] == ["twice.", "thrice."]
    assert not found["OAK/F1"].approved
    assert found["OAK"].approved


def test_without_an_earlier_version_all_is_new() -> None:
    """Where nothing approved is known, the whole text is shown as added."""
    assert all({change.kind for change in text.changes} == {"added"} for text in entries(a_home())["OAK/F1"].texts)


def test_shared_words_and_the_internal_finding_stand_beside() -> None:
    """Before approving, a role sees what the staff edition says and which words the two share."""
    family = {**TOPIC, "keeping_safe": "A nurse counts all the medicines at night."}
    trace = a_home(
        findings=[a_finding(source="CQC26", keeping_safe="A nurse counts all the medicines at noon", family=family)]
    )
    topic = entries(trace)["OAK/F1"]
    assert [text.shared for text in topic.texts if text.shared] == ["A nurse counts all the medicines at"]
    assert "Medicines were not counted" in topic.internal


def test_the_block_to_paste_approves() -> None:
    """The block names the role, the day of the build, the fingerprint now and what it was read beside."""
    topic = next(entry for entry in approvals(a_home(), THEME, by="DM") if entry.ref == "OAK/F1")
    assert topic.block == (
        f"approved:\n  by: DM\n  date: 2026-05-12\n  fingerprint: {topic.fingerprint}\n  seen: {topic.seen}\n"
    )


def test_what_a_role_reads_is_what_held_the_edition_back() -> None:
    """Shown by the guards that looked at the edition or by new ones, an entry has the same problems as the edition."""
    trace = approved_home({"why": "Doris in room 12 missed a dose."})
    built = edition(trace, STRICT)
    reused = approvals(trace, THEME, STRICT, in_use=built.in_use)
    assert reused == approvals(trace, THEME, STRICT)
    held = {outcome.ref: outcome.problems for outcome in built.topics}
    for entry in reused:
        assert entry.problems == tuple(each for each in held[entry.ref] if each.code is not Code.NOT_APPROVED)
    assert any(entry.problems for entry in reused)


def test_a_page_of_answers_that_wait_says_that_it_is_being_changed() -> None:
    """Nobody reads that nothing was written where something was; without an answer, that is what it says."""
    said = [{"said": "The soup is cold.", "did": "We warm the plates.", "month": "2026-04"}]
    waiting = edition(a_home(told={"you_said": said}), FamilyOptions())
    words = page(waiting, "oakfield-house/you-said-we-did.html")
    assert "We are still writing about this. Please ask us." in words
    assert "nothing here yet" not in words
    assert "soup" not in words
    silent = page(edition(a_home(), FamilyOptions()), "oakfield-house/you-said-we-did.html")
    assert "We have written nothing here yet." in silent
    assert "changing" not in silent
