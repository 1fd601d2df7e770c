from tests.builders import a_check, a_closed_action, a_finding, a_line, a_note, a_plan, an_action, traced
from tests.staff.page_making import action, finding
from tests.staff.reading_html import in_order, section, words

BREACH = a_finding(kind="breach", regulations=["safe care and treatment"], text="Eleven doses were not signed for.")


def test_what_is_missing_comes_before_the_facts_and_the_trail() -> None:
    """Whoever opens a finding reads first what has to be written, then what it is, then the trail to the proof."""
    text = words(finding(traced(a_plan(findings=[BREACH]))))

    first = ("What is missing: ", "keep", "What it is", "Regulation 12", "The trail in one look")
    assert list(in_order(text, *first)) == []


def test_the_trail_has_its_steps_in_order() -> None:
    """What was said, what is done and by whom, whether it worked: the same on every finding."""
    text = section(finding(traced(a_plan(findings=[BREACH]))), "trail")

    steps = ("Eleven doses", "What we do about it: one action", "A1 Count medicines", "Registered manager, due 31 July")
    assert list(in_order(text, *steps, "Did it work?")) == []


def test_who_was_told_and_who_was_heard_is_linked_from_what_it_concerns() -> None:
    """A message about a finding, feedback that changed it and the risk that its action reduces stand on its page."""
    plan = a_plan(
        communications=[{"id": "C1", "audience": "Relatives", "message": "What was found", "about": ["F1"]}],
        feedback=[{"date": "2026-03-12", "from": "Night team", "said": "Too late", "changed": ["f1", "A1"]}],
        risks=[{"id": "R1", "title": "Post stays empty", "actions": ["A1"]}],
    )
    told = ("Reduces the risk R1 Post stays empty", "Told about it C1 Relatives not told yet")
    heard = "Changed by feedback from Night team 12 March 2026"

    assert list(in_order(words(finding(traced(plan))), *told, heard)) == []
    assert "Relatives" not in words(action(traced(plan)))
    assert heard in words(action(traced(plan)))


def test_a_regulation_is_shown_as_it_was_read_and_as_it_was_written() -> None:
    """A reader sees how words of a report were understood, and can object."""
    text = words(finding(traced(a_plan(findings=[BREACH]))))

    expected = ("Regulation 12: Safe care and treatment", "written as “safe care and treatment”")
    assert list(in_order(text, *expected)) == []


def test_every_gap_of_its_actions_is_listed() -> None:
    """What is missing for a finding is what is missing anywhere under it, in words."""
    actions = [
        an_action(due="2026-04-30"),
        a_closed_action(id="A2"),
        a_closed_action(id="A3", checks=[a_check("2026-05-06", "slipped")]),
    ]
    text = section(finding(traced(a_plan(actions=actions, findings=[BREACH]))), "missing")

    gaps = ("F1", "A3 was closed", "A1 is 12 days late", "A2 was closed on 31 March 2026, but there is no evidence")
    assert [gap for gap in gaps[1:] if gap not in text] == []
    assert "keep" in text.casefold()


def test_a_finding_without_action_says_so_at_the_top_and_in_the_trail() -> None:
    """Nobody has to infer from an empty table that nothing is done."""
    text = words(finding(traced(a_plan(actions=[]))))

    assert (
        list(in_order(text, "No action", "No live action serves it.", "No action is written for this finding.")) == []
    )


def test_a_stopped_action_is_shown_and_what_stands_instead_counts() -> None:
    """A withdrawn action stays in the trail with its reason, beside the one in its place."""
    stopped = {"date": "2026-04-01", "because": "Staff learned nothing from it", "instead": ["A2"]}
    actions = [an_action(stopped=stopped), an_action(id="A2", title="Teach with our own cases", for_=[])]
    text = section(finding(traced(a_plan(actions=actions))), "trail")

    assert list(in_order(text, "Teach with our own cases", "Stopped", "Staff learned nothing from it")) == []


def test_what_a_measure_says_is_read_where_it_is_asked() -> None:
    """Whether it worked is answered with the figure before, the newest and the target."""
    measure = {
        "id": "M1", "title": "Doses signed for", "unit": "%", "baseline": {"value": 81, "date": "2026-02-03"},
        "targets": [{"value": 90, "by": "2026-04-17"}, {"value": 95, "by": "2026-07-31"}],
        "readings": [{"date": "2026-05-08", "value": 92}, {"date": "2026-04-24", "value": 96}],
    }  # fmt: skip
    plan = a_plan(measures=[measure], findings=[a_finding(measures=["M1"])])
    text = section(finding(traced(plan)), "trail")

    figures = ("81% on 3 February 2026", "92% on 8 May 2026", "95% by 31 July 2026")
    assert list(in_order(text, "Did it work?", "M1 Doses signed for", *figures)) == []


def test_the_text_of_its_notes_is_printed_with_it() -> None:
    """Sent by e-mail or printed, a finding carries what its evidence says."""
    note = a_note(body="## What I saw\n\nAll *boxes* agreed.\n\n[Elsewhere](../../elsewhere.md)\n\n![A plan](plan.png)")
    html = finding(traced(notes=[note]))
    printed = html.partition('class="print-only"')[2]

    assert (
        list(in_order(words(f"<div>{printed}"), "E1 April audit", "What I saw", "All boxes agreed.", "Elsewhere")) == []
    )
    assert "elsewhere.md" not in html
    assert "plan.png" not in html


def test_what_is_on_request_is_not_printed_either() -> None:
    """A note kept on request adds nothing of its account to the page of its finding."""
    note = a_note(confidentiality="on-request", body="The secret account", result="Secret result")

    assert "secret" not in finding(traced(notes=[note])).casefold()


def test_strength_counts_kinds_and_checkers_never_files() -> None:
    """Ten files of one kind are one kind."""
    lines = [a_line(f"2026-04-{day:02}", category="processes") for day in range(1, 11)]
    action = a_closed_action(evidence=lines, checks=[a_check("2026-05-06")])
    text = section(finding(traced(a_plan(actions=[action]))), "strength")

    assert list(in_order(text, "One of six: processes", "6 May 2026, six days old", "Quality lead")) == []
    assert "10" not in text
