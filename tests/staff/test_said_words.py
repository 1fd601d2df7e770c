"""What a version said in words, and how it differs from the next."""

from action_plans.model.action import Action
from action_plans.model.measure import Measure
from action_plans.model.plan import Plan
from action_plans.model.when import read_when
from action_plans.staff.parts.said_words import change_words, moved_words, said_in


def who(code: str) -> str:
    """Two roles; any other words are their own."""
    return {"RM": "Registered manager", "CL": "Clinical lead"}.get(code, code)


def told(**values: object) -> dict[str, tuple[str, ...]]:
    """Return the fields of an action in words."""
    return {said.label: said.lines for said in said_in(Action, values, who)}


def test_roles_dates_and_closed_lists_are_told_as_pages_tell_them() -> None:
    """A code is its title, a date a date in words, a month a month."""
    assert told(owner="RM", due="2026-03", progress="off-track") == {
        "Owner": ("Registered manager",), "Due": ("March 2026",), "Progress": ("off track",),
    }  # fmt: skip


def test_fields_come_in_the_order_of_the_reference_and_unknown_ones_last() -> None:
    """What a newer model does not know any more is still shown."""
    assert list(told(colour="Amber", due="2026-03-01", title="Count")) == ["Title", "Due", "Colour"]


def test_an_entry_of_a_list_is_one_line() -> None:
    """A check says when, by whom, what came out and what was found."""
    check = {"date": "2026-05-01", "by": "CL", "result": "holds", "found": "All 28 agree"}
    assert told(checks=[check]) == {"Checks": ("1\N{NO-BREAK SPACE}May 2026; by: Clinical lead; holds; All 28 agree",)}


def test_an_evidence_line_and_labels_of_ones_own_are_told() -> None:
    """Nested records and mappings of the writer's own names."""
    line = {"title": "Audit", "date": "2026-05-01", "checked_by": "CL"}
    assert told(evidence=[line], extra={"Colour": "Amber"}) == {
        "Evidence": ("Audit; 1\N{NO-BREAK SPACE}May 2026; checked by: Clinical lead",), "Extra": ("Colour: Amber",),
    }  # fmt: skip


def test_figures_stay_figures() -> None:
    """92.0 is 92, and 1250 is 1,250."""
    said = said_in(Measure, {"readings": [{"date": "2026-05-01", "value": 92.0, "of": 1250}]}, who)
    assert said[0].lines == ("1\N{NO-BREAK SPACE}May 2026; 92; of: 1,250",)


def test_a_value_that_changed_says_both() -> None:
    """What it is now, and what it was."""
    assert change_words(Action, "owner", "RM", "CL", who) == ("Owner is now Clinical lead. Before: Registered manager",)


def test_what_was_written_or_taken_away_is_told_as_that() -> None:
    """A field that is new has no before; one that is gone has no now."""
    assert change_words(Action, "progress", None, "at-risk", who) == ("Progress: at risk",)
    assert change_words(Action, "progress", "at-risk", None, who) == ("Progress taken away. Before: at risk",)


def test_of_a_list_only_what_came_and_went_is_told() -> None:
    """Of three updates the one that is new."""
    old = {"date": "2026-04-01", "text": "Begun"}
    new = {"date": "2026-05-01", "text": "Half done"}
    assert change_words(Action, "updates", [old], [old, new], who) == ("News: 1\N{NO-BREAK SPACE}May 2026; Half done",)


def test_one_entry_that_became_another_is_told_as_one_change() -> None:
    """A corrected reading says what it says now and what it said."""
    before, after = [{"date": "2026-05-01", "value": 90}], [{"date": "2026-05-01", "value": 91}]
    assert change_words(Measure, "readings", before, after, who) == (
        "Reading: 1\N{NO-BREAK SPACE}May 2026; 91. Before: 1\N{NO-BREAK SPACE}May 2026; 90",
    )


def test_within_a_field_only_what_differs_is_told_and_no_sum() -> None:
    """Of words for families the sentence that changed; an approval given anew says so, without its sum."""
    before = {"text": {"en": "We count."}, "approved": {"by": "RM", "date": "2026-05-01", "fingerprint": "ab"}}
    after = {"text": {"en": "We count twice."}, "approved": {"by": "RM", "date": "2026-05-01", "fingerprint": "cd"}}
    assert change_words(Action, "family", before, after, who) == (
        "Family, text is now We count twice. Before: We count.",
        "Family, approved given anew",
    )


def test_a_moved_date_says_what_it_was() -> None:
    """The first move against the first date, the next against the one before, each with its reason."""
    first = {"date": "2026-02-01", "due": "2026-04-01", "reason": "recruitment took longer"}
    second = {"date": "2026-03-01", "due": "2026-05", "approved_by": "Westshire Council"}
    due = read_when("2026-03-01")
    moved = moved_words(None, [first, second], due, who)

    assert [words.replace("\N{NO-BREAK SPACE}", " ") for words in moved] == [
        "Date moved on 1 February 2026: due 1 April 2026, was 1 March 2026: recruitment took longer",
        "Date moved on 1 March 2026: due May 2026, was 1 April 2026; approved by: Westshire Council",
    ]
    assert moved_words([first], [first, second], due, who) == moved[1:]
    assert moved_words([first], [second], due, who) == ()
    assert moved_words("taken out", [second], due, who) == moved_words(None, [second], due, who)


def test_days_need_no_name_before_them() -> None:
    """The days of an assessment stand behind it alone."""
    assert change_words(Plan, "sources", [], [{"id": "S1", "assessed": {"days": ["2026-01-10"]}}], who) == (
        "Source added: S1; assessed: 10\N{NO-BREAK SPACE}January 2026",
    )
