from tests.builders import TODAY, a_check, a_closed_action, a_line, a_note, a_plan, an_action, traced, traced_actions
from tests.staff.page_making import action
from tests.staff.reading_html import Reading, in_order, section, words


def test_the_state_comes_before_the_facts() -> None:
    """Whoever opens an action reads first that it is late, and by how much."""
    html = action(traced_actions(an_action(due="2026-04-30")))

    assert list(in_order(words(html), "Count medicines", "Late", "It is 12 days late.", "Owner")) == []


def test_both_dates_are_shown_with_the_count_and_the_reason() -> None:
    """A date that was moved never replaces the first one."""
    moved = {"date": "2026-04-13", "due": "2026-08-31", "reason": "Two candidates withdrew", "by": "RM"}
    text = words(action(traced_actions(an_action(due="2026-04-17", revised=[moved]))))

    expected = ("31 August 2026, moved once; first 17 April 2026", "on 13 April 2026 by Registered manager")
    assert list(in_order(text, *expected, "Two candidates withdrew")) == []


def test_the_newest_news_of_an_open_action_stands_among_its_facts() -> None:
    """Nobody has to read the history to know how it goes, whatever the order in the file."""
    updates = [
        {"date": "2026-05-08", "by": "RM", "text": "The third starts on 18 May"},
        {"date": "2026-04-13", "by": "RM", "text": "Two have started"},
    ]
    facts = words(action(traced_actions(an_action(updates=updates))).partition("<h2")[0])

    assert "News, 8 May 2026 The third starts on 18 May" in facts
    assert "Two have started" not in facts


def test_strength_counts_categories_and_checkers_never_files() -> None:
    """Ten files of one category are one category; without evidence that counts nothing is said of strength."""
    lines = [a_line(f"2026-04-{day:02}", category="processes") for day in range(1, 11)]
    html = action(traced_actions(a_closed_action(evidence=lines, checks=[a_check("2026-05-06")])))
    text = section(html, "strength")

    assert list(in_order(text, "One of six: processes", "6 May 2026, six days old", "Quality lead")) == []
    assert "10" not in text
    assert 'id="strength"' not in action(traced_actions(an_action()))


def test_what_is_not_given_is_not_shown() -> None:
    """A short action has a short page: no label stands there without its words."""
    text = words(action(traced_actions(an_action(done_when=None))))

    labels = ("Done when", "Priority", "Tasks", "Small tests", "Signed off", "Waits for", "Note", "Families are told")
    assert [label for label in labels if label in text] == []


def test_everything_that_is_given_is_shown() -> None:
    """No field that a manager writes on an action is lost on its page."""
    given = {
        "description": "Both floors", "helpers": ["DM"], "timescale": "long-term", "priority": "high",
        "done_when": "Every box agrees", "different_now": "Found in hours", "sustained_by": "The handover",
        "lessons": "Count together", "issues": "The list was short", "note": "A remark", "extra": {"RAG": "Amber"},
        "resources": {"needed": "Chair scales", "available": "Bought in March"}, "checker": "QL",
        "tasks": [{"what": "Watch the rounds", "who": "DM", "outcome": "Seven watched", "report_how": "At handover"}],
        "pilots": [{"where": "Ground floor", "prediction": "Ten minutes", "did": "Five days", "studied": "Eight"}],
        "updates": [{"date": "2026-05-01", "by": "RM", "text": "Both floors begin"}],
        "signoffs": [{"date": "2026-05-02", "by": "Fire safety adviser", "stage": "Certified"}],
        "reopened": [{"date": "2026-05-03", "reason": "It came back"}],
        "family": {"text": "We count each box.", "reason": "We began late."},
    }  # fmt: skip
    text = words(action(traced_actions(an_action(**given))))

    said = (
        "Both floors", "Deputy manager", "Long term", "High", "Every box agrees", "Found in hours", "The handover",
        "Count together", "The list was short", "A remark", "RAG", "Amber", "Chair scales", "Bought in March",
        "Quality lead", "Watch the rounds", "Seven watched", "At handover", "Ground floor", "Ten minutes", "Five days",
        "Eight", "Both floors begin", "Fire safety adviser", "Certified", "It came back", "We count each box.",
        "We began late.",
    )  # fmt: skip
    assert [one for one in said if one not in text] == []


def test_words_for_families_are_shown_in_every_language_that_there_is() -> None:
    """English stands by itself, another language with its code; one that is still missing takes nothing away."""
    told = {"text": {"en": "We count each day.", "cy": "Rydym yn cyfrif."}, "reason": {"cy": "Daeth nyrs newydd."}}
    text = words(action(traced_actions(an_action(family=told))))

    expected = ("Families are told We count each day.", "Families are told (cy) Rydym yn cyfrif.")
    assert list(in_order(text, *expected, "And why (cy) Daeth nyrs newydd.")) == []


def test_a_line_of_evidence_can_be_linked_to() -> None:
    """Each line has the anchor that the trail cites it by."""
    html = action(traced_actions(a_closed_action(evidence=[a_line("2026-03-30"), a_line("2026-04-30")])))

    assert {"evidence-1", "evidence-2"} <= set(Reading(html).ids)


def test_what_lies_ahead_is_no_history() -> None:
    """A date after today does not stand among what has happened."""
    late = {"date": "2026-06-01", "by": "RM", "text": "A slip of the pen"}
    text = section(action(traced_actions(an_action(started="2026-04-01", updates=[late]))), "history")

    assert "Work began" in text
    assert "A slip of the pen" not in text


def test_the_history_begins_with_the_newest() -> None:
    """The last thing that happened is read first."""
    checks = [a_check("2026-04-10"), a_check("2026-05-06", "slipped", found="Two were missed")]
    text = section(action(traced_actions(a_closed_action(checks=checks, closed_by="RM"))), "history")

    expected = (
        "6 May 2026",
        "Checked by the quality lead: slipped.",
        "Two were missed",
        "10 April 2026",
        "31 March 2026",
    )
    assert list(in_order(text, *expected, "Closed by the registered manager")) == []


def test_a_slipped_action_says_who_found_it() -> None:
    """The sentence at the top names the result that decides."""
    text = words(action(traced_actions(a_closed_action(checks=[a_check("2026-05-06", "slipped")]))))

    assert "Quality lead, 6 May 2026: slipped" in text


def test_the_flow_shows_two_steps_each_way_and_no_more() -> None:
    """A chain of seven: the fourth shows the second to the sixth, as a picture and as a list."""
    chain = [an_action(id=f"A{n}", depends_on=[f"A{n - 1}"] if n > 1 else []) for n in range(1, 8)]
    links = Reading(action(traced_actions(*chain), "OAK/A4")).links

    shown = {link.rsplit("/", 2)[1] for link in links if "/actions/a" in link}
    assert shown == {"a2", "a3", "a4", "a5", "a6"}


def test_an_action_of_another_plan_is_cited_in_full() -> None:
    """A reference is short within its plan, and names the plan elsewhere."""
    elm = a_plan(id="ELM", actions=[an_action(for_="OAK/F1", depends_on=["OAK/A1"])])
    text = words(action(traced(a_plan(), elm), "ELM/A1"))

    assert list(in_order(text, "For OAK/F1", "Waits for OAK/A1")) == []


def test_what_a_note_keeps_on_request_is_not_shown() -> None:
    """The title, the date and whom to ask are shown; what it says, what was looked at and its files are not."""
    note = a_note(
        confidentiality="on-request", body="The secret account", sample="Secret sample", result="Secret result",
        attachments=[{"file": "secret.pdf", "title": "Secret file"}], by="QL",
    )  # fmt: skip
    html = action(traced_actions(a_closed_action(), notes=[note]))

    assert list(in_order(words(html), "April audit", "Ask whoever leads the plan", "1 April 2026", "On request")) == []
    assert "secret" not in html.casefold()


def test_a_circle_still_has_its_pages() -> None:
    """While a preview shows a plan with an error in it, an action that waits for itself in the end can be looked at."""
    circle = [an_action(id="A1", depends_on=["A2"]), an_action(id="A2", depends_on=["A1"])]

    assert "Waits for" in words(action(traced_actions(*circle)))


def test_a_page_does_not_grow_with_its_plan() -> None:
    """The page of one action is the same whether its plan has three actions or 300."""

    def page(others: int) -> str:
        many = [an_action(id=f"B{number}", for_=[]) for number in range(others)]
        return action(traced_actions(an_action(), *many))

    assert page(2) == page(299)


def test_months_are_shown_as_months() -> None:
    """A month that was written is not shown as a day."""
    assert "Due June 2026" in words(action(traced_actions(an_action(due="2026-06"), today=TODAY)))
