"""Days with words around them: moved, done, with a time, or none at all. What is said to be written is right there."""

import re

import pytest

from tests.reading.small_files import about_plan

ACTION = "actions: {id: A1, title: x, owner: RM, @}\n"
DUE = ACTION.replace("@", "due: '@'")
MOVED = "The first day stays in due, and what it was moved to goes into revised: "


@pytest.mark.parametrize(
    ("written", "first", "new"),
    [
        ("31 August 2026 (was 31 July 2026)", "31 July 2026", "31 August 2026"),
        ("31 July 2026 - extended to 31 August 2026", "31 July 2026", "31 August 2026"),
        ("31/07/2026 extended to 31/08/2026", "2026-07-31", "2026-08-31"),
        ("extended to 31 August 2026 from 31 July 2026", "31 July 2026", "31 August 2026"),
        ("extended from 31/07/2026 to 31/08/2026", "2026-07-31", "2026-08-31"),
        ("originally 31 July 2026, now 31 August 2026", "31 July 2026", "31 August 2026"),
        ("31 July 2026 was moved to 31 August 2026", "31 July 2026", "31 August 2026"),
        ("2026-07-31 -> 2026-08-31", "2026-07-31", "2026-08-31"),
        ("31 August 2026 (extended from 31 July 2026)", "31 July 2026", "31 August 2026"),
        ("31 August 2026 (was 30 September 2026)", "30 September 2026", "31 August 2026"),
    ],
)
def test_a_day_that_was_moved_keeps_both(written: str, first: str, new: str) -> None:
    """The first one stays in `due`, the other one goes into `revised`; followed, nothing is lost."""
    (line,) = about_plan(DUE.replace("@", written))
    assert f"{MOVED}write due: {first}, and revised: {{date: .., due: {new}}}" in line
    assert about_plan(ACTION.replace("@", f"due: {first}, revised: {{date: 2026-07-01, due: {new}}}")) == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("31 July 2026 31 August 2026", "One day is meant: write 31 July 2026 or 31 August 2026. The first day stays"),
        ("3, 4 and 5 February 2026", "One day is meant: write 2026-02-03, 2026-02-04 or 2026-02-05."),
        ("31 July - extended to 31 August", "One day is meant: write it with its year in four figures."),
        ("12 noon 31 July 2026", "A date has no time: write 31 July 2026."),
        ("31 July 2026 12 noon", "A date has no time: write 31 July 2026."),
        ("9am on 31 July 2026", "A date has no time: write 31 July 2026."),
        ("31 July", "Add the year: 31 July, and the year in four figures."),
        ("1st Aug", "Add the year: 1 August, and the year in four figures."),
        ("Aug 21st", "Add the year: 21 August, and the year in four figures."),
        ("Aug 31", "Add the year: 31 August, and the year in four figures."),
        ("Aug-45", "Write August 2045."),
        ("not completed by 13/04/2026", "Write 2026-04-13."),
    ],
)
def test_no_year_is_made_of_a_day(written: str, said: str) -> None:
    """A number is a year only where it can be one, and no year is asked for that stands there."""
    (line,) = about_plan(DUE.replace("@", written))
    assert f"which is not a date. {said}" in line


@pytest.mark.parametrize(
    ("plan", "written", "said"),
    [
        (DUE, "Completed 12/04/2026", "write closed_on: 2026-04-12, and in due the day that was agreed."),
        (
            DUE,
            "12 April 2026 - done",
            "write closed_on: 12 April 2026, and in due the day that was agreed; else write due:",
        ),
        (DUE, "31 July 2026 (completed 12 April 2026)", "Write due: 31 July 2026, and closed_on: 12 April 2026."),
        ("milestones: {id: MS1, title: x, due: @}\n", "Met 12 April 2026", "write reached_on: 12 April 2026, and"),
        (
            "sources: {id: R1, kind: own, title: x, response_due: @}\n",
            "sent 12 April 2026",
            "write answered: 12 April 2026, and in response_due the day",
        ),
    ],
)
def test_the_day_on_which_it_was_done_is_no_deadline(plan: str, written: str, said: str) -> None:
    """It goes where it says when it was done."""
    (line,) = about_plan(plan.replace("@", written))
    assert said in line


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("sources: {id: R1, kind: own, title: x, published: N/A}\n", "Leave published out: what has no day is not"),
        ("sources: {id: R1, kind: own, title: x, response_due: N/A}\n", "Leave response_due out:"),
        (ACTION.replace("@", "due: 2026-03-01, started: N/A"), "Leave started out: what has no day is not written."),
        (ACTION.replace("@", "due: 2026-03-01, closed_on: TBC"), "Leave closed_on out until there is a day to write."),
        (
            ACTION.replace("@", "due: 2026-03-01, check_due: monthly"),
            "This says how often, not when: write the day of the",
        ),
        ("next_review: monthly\n", "write review_every: 1 month, and here the day of the next, or leave next_review"),
        ("next_review: every two weeks\n", "write review_every: 2 weeks, and here"),
        ("family: {next_update: monthly}\n", "This says how often, not when: write the day of the next."),
        ("written: ongoing\n", "Write the day, or leave written out."),
        ("milestones: {id: MS1, title: x, due: ongoing}\n", "Write the day on which it will be seen how it stands."),
    ],
)
def test_words_without_a_day_are_answered_for_their_field(plan: str, said: str) -> None:
    """Only what an action is to keep up belongs in `sustained_by`."""
    (line,) = about_plan(plan)
    assert said in line
    assert "sustained_by" not in line
    if out := re.search(r"Leave (\w+) out|leave (\w+) out", line):
        field = out[1] or out[2]
        assert about_plan(re.sub(rf",? ?{field}: [^,}}\n]+", "", plan)) == []


@pytest.mark.parametrize(("written", "meant"), [("Monthly", "1 month"), ("every six weeks", "6 weeks")])
def test_how_often_in_words(written: str, meant: str) -> None:
    """`Monthly` is a month."""
    (line,) = about_plan(f"review_every: {written}\n")
    assert line.endswith(f"Write {meant}.")
    assert about_plan(f"review_every: {meant}\n") == []
