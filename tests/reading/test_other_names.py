"""A field by another name is answered with its own, nothing is lost by it, and nothing is called missing besides."""

import re

import pytest

from tests.reading.small_files import about_note, about_plan, about_service

ACTION = "actions: {id: A1, title: x, owner: RM, due: 2026-03-01, for: F1, @}\n"


@pytest.mark.parametrize(
    ("plan", "written", "meant"),
    [
        ("actions: {id: A1, title: x, owner: RM, @}\n", "duedate: 2026-03-01", "due"),
        (ACTION, "startdate: 2026-03-01", "started"),
        (ACTION, "risks: Two vacancies", "issues"),
        ("milestones: {id: MS1, title: x, @}\n", "date: 2026-03-01", "due"),
        ("milestones: {id: MS1, title: x, @}\n", "by: 2026-03-01", "due"),
        ("measures: {id: M1, title: x, targets: {value: 1, @}}\n", "due: 2026-03-01", "by"),
        ("measures: {id: M1, title: x, readings: {date: 2026-03-01, @}}\n", "figure: 91", "value"),
        (ACTION.replace("@", "tasks: {@}"), "task: Print it", "what"),
        (ACTION.replace("@", "tasks: {what: x, @}"), "owner: RM", "who"),
        (ACTION.replace("@", "tasks: {what: x, @}"), "due: 2026-03-01", "by"),
        (ACTION.replace("@", "checks: {date: 2026-03-01, by: RM, @}"), "outcome: holds", "result"),
        (ACTION.replace("@", "checks: {date: 2026-03-01, result: holds, @}"), "checked_by: RM", "by"),
        (ACTION.replace("@", "updates: {date: 2026-03-01, @}"), "update: Done", "text"),
        ("objectives: {id: O1, @}\n", "objective: Fewer falls", "statement"),
        ("involved: {@}\n", "who: Staff", "group"),
        ("approvals: {date: 2026-03-01, decision: Agreed, @}\n", "by: Board", "group"),
    ],
)
def test_the_field_that_is_meant_is_named(plan: str, written: str, meant: str) -> None:
    """With its own name the value is right."""
    (line,) = about_plan(plan.replace("@", written))
    assert f"Did you mean {meant}?" in line
    assert about_plan(plan.replace("@", re.sub(r"^\w+", meant, written))) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("title: Oak", "name"),
        ("type: care-home", "kind"),
        ("url: https://example.org", "website"),
        ("beds: 40", "places"),
        ("capacity: 40", "places"),
        ("cqc_number: 1-123456789", "cqc_location"),
    ],
)
def test_a_service_has_a_name_a_kind_and_places(written: str, meant: str) -> None:
    """What plans and sources call so is called otherwise here."""
    before = "" if meant == "name" else "name: Oak\n"
    (line,) = about_service(f"{before}{written}\n")
    assert f"Did you mean {meant}?" in line
    assert about_service(before + re.sub(r"^\w+", meant, written) + "\n") == []


@pytest.mark.parametrize("name", ["action", "for", "actions", "supports_action"])
def test_what_a_note_is_for_it_supports(name: str) -> None:
    """The link is named, and not called missing."""
    note = "---\ntitle: Audit\ndate: 2026-01-01\n{}: OAK/A1\n---\nx\n"
    (line,) = about_note(note.format(name))
    assert "Did you mean supports?" in line
    assert about_note(note.format("supports")) == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Completion date: 2026-05-28", "The day on which it was done is closed_on; the day by which it is to be"),
        ("objective: O1", "The objective that it serves goes into for, by its id;"),
        ("source: CQC26", "Sources are named at the finding that the action is for: write it there, and for: F1 here."),
        ("new_date: 2026-08-01", "A day that was moved goes into revised: {date: .., due: .., reason: ..}; due keeps"),
        ("finding: F2", "It says what for says, which is written already: put both there, as a list."),
        ("Issue: F2", "It says what for says, which is written already: put both there, as a list."),
    ],
)
def test_of_two_values_none_is_thrown_away(written: str, said: str) -> None:
    """A link, a day of completion and a moved day go where they belong."""
    (line,) = about_plan(ACTION.replace("@", written))
    assert said in line


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("status: Closed 13/04/2026", "Write status: closed, and closed_on: 2026-04-13."),
        ("status: Completed on 12 April 2026", "Write status: closed, and closed_on: 12 April 2026."),
        ("status: 50% complete", "How much is done is not kept: an open action says in progress how it goes."),
        ("progress: 100%", "How much is done is not kept: if it is all done, write status: closed, and"),
    ],
)
def test_how_it_stands_with_a_figure(written: str, said: str) -> None:
    """The day goes into its own field, a share nowhere."""
    (line,) = about_plan(ACTION.replace("@", written))
    assert said in line


@pytest.mark.parametrize(
    ("written", "meant"), [("Nursing home", "care-home"), ("Domiciliary care", "home-care"), ("Day centre", "day")]
)
def test_kinds_of_services_in_other_words(written: str, meant: str) -> None:
    """As CQC's register and people call them."""
    (line,) = about_service(f"name: Oak\nkind: {written}\n")
    assert f"Write kind: {meant}." in line


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (ACTION.replace("@", "stopped: Replaced"), "where the fields of a stopped action are meant."),
        (ACTION.replace("@", "reopened: Again"), "where the fields of an entry of reopened are meant."),
        ("involved: Staff\n", "where the fields of an entry of involved are meant."),
        ("accepted: AP301\n", "where the fields of an accepted problem are meant."),
        ("family: {you_said: Slow}\n", "where the fields of an entry of you_said are meant."),
    ],
)
def test_an_article_stands_before_a_noun(plan: str, said: str) -> None:
    """Nobody reads of `a stopped`."""
    (line,) = about_plan(plan)
    assert said in line
