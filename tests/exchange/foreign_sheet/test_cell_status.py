"""How an action stands by its cell."""

from datetime import date

import pytest

from action_plans.exchange.foreign_sheet.cell_colours import colour_word
from action_plans.exchange.foreign_sheet.cell_dates import DateOrder
from action_plans.exchange.foreign_sheet.cell_status import ReadStatus, read_status
from action_plans.model.action import Progress


def read(text: str, *, green_closed: bool = False) -> ReadStatus:
    """Read a cell whose dates are day first."""
    return read_status(text, DateOrder.DAY_FIRST, green_closed)


@pytest.mark.parametrize(
    ("cell", "closed_on"),
    [
        ("Complete", None),
        ("COMPLETED", None),
        ("Delivered", None),
        ("Delivered and Complete", None),
        ("Closed", None),
        ("Done", None),
        ("Yes", None),
        ("Y", None),
        ("\u2713", None),
        ("\u2714", None),
        ("100%", None),
        ("TRUE", None),
        ("\u2611", None),
        ("100% complete", None),
        ("Fully met", None),
        ("Signed off", None),
        ("In place", None),
        ("Completed 12/03/2026", date(2026, 3, 12)),
        ("Complete - 12.03.26", date(2026, 3, 12)),
        ("Completed on 12 March 2026", date(2026, 3, 12)),
        ("12/03/2026 - closed", date(2026, 3, 12)),
        ("12/03/2026", date(2026, 3, 12)),
        ("12 March 2026", date(2026, 3, 12)),
        ("Done\n12/03/2026", date(2026, 3, 12)),
    ],
)
def test_closed_is_read(cell: str, closed_on: date | None) -> None:
    """Words for done, a tick, all of it, and a day beside them or alone: closed, on that day, and no more is said."""
    assert read(cell) == ReadStatus(is_closed=True, closed_on=closed_on)


@pytest.mark.parametrize(
    ("cell", "closed_on"),
    [
        ("Signed off 12/03/2026 JB", date(2026, 3, 12)),
        ("12/03/2026 RM", date(2026, 3, 12)),
        ("Completed 12/03/2026, review due 01/06/2026", date(2026, 3, 12)),
        ("Completed. All staff have now been trained", None),
        ("Complete, awaiting sign-off", None),
        ("Complete - evidence outstanding", None),
        ("Completed 01/05/26. Ongoing monitoring.", date(2026, 5, 1)),
        ("Staff have been told. Completed.", None),
    ],
)
def test_closed_with_more_to_say_keeps_it(cell: str, closed_on: date | None) -> None:
    """What stands beside the word for done is kept whole, and a later day beside it is not the day of closing."""
    assert read(cell) == ReadStatus(is_closed=True, closed_on=closed_on, note=cell)


@pytest.mark.parametrize(
    ("cell", "progress"),
    [
        ("Open", None),
        ("No", None),
        ("Incomplete", None),
        ("FALSE", None),
        ("Not complete", None),
        ("In progress", "on-track"),
        ("In Progress", "on-track"),
        ("in-progress", "on-track"),
        ("Ongoing", "on-track"),
        ("On-going", "on-track"),
        ("On track", "on-track"),
        ("On Track to deliver", "on-track"),
        ("Started", "on-track"),
        ("Nearly complete", "on-track"),
        ("Some issues", "at-risk"),
        ("Some issues outstanding", "at-risk"),
        ("Partially complete", "at-risk"),
        ("Partly met", "at-risk"),
        ("At risk", "at-risk"),
        ("On hold", "at-risk"),
        ("Not started", "not-started"),
        ("Not yet started", "not-started"),
        ("To do", "not-started"),
        ("Outstanding", "not-started"),
        ("Delayed", "off-track"),
        ("Overdue", "off-track"),
        ("Not delivered", "off-track"),
        ("Not on track to deliver", "off-track"),
        ("Off track", "off-track"),
        ("Off plan", "off-track"),
        ("Not met", "off-track"),
    ],
)
def test_open_is_read_with_its_progress(cell: str, progress: str | None) -> None:
    """Words for what is not done give an open action and how it goes, where they say so."""
    assert read(cell) == ReadStatus(is_closed=False, progress=progress)


@pytest.mark.parametrize(
    ("cell", "progress"),
    [
        ("75% complete", "on-track"),
        ("90%", "on-track"),
        ("0%", "not-started"),
        ("Achieved in part only", "at-risk"),
        ("Done - ongoing", "on-track"),
        ("To be completed by 31/03/2026", "on-track"),
        ("Will be complete in May", "on-track"),
        ("Almost all done", "on-track"),
        ("Not yet complete", "not-started"),
        ("Hasn't been completed", None),
        ("Not delivered and needs action", "off-track"),
        ("In progress, due 31/03/2026", "on-track"),
        ("In Progress - two sessions left", "on-track"),
        ("Some issues \u2013 narrative disclosure", "at-risk"),
        ("Training complete, audits in progress", "on-track"),
        ("Awaiting delivery of chairs", "not-started"),
        ("Awaiting sign off", "on-track"),
        ("Pending sign-off", "on-track"),
        ("Waiting for sign off, delayed", "off-track"),
        ("Awaiting signoff - not started", "not-started"),
    ],
)
def test_nearly_done_is_not_done(cell: str, progress: str | None) -> None:
    """A word for done behind `not`, `to be`, `75%` or beside what is not done closes nothing, and the text is kept."""
    assert read(cell) == ReadStatus(is_closed=False, progress=progress, note=cell)


@pytest.mark.parametrize(
    ("cell", "green_closed", "expected"),
    [
        ("Green", False, ReadStatus(is_closed=False, progress="on-track", colour="green")),
        ("GREEN", True, ReadStatus(is_closed=True, colour="green")),
        ("G", False, ReadStatus(is_closed=False, progress="on-track", colour="green")),
        ("Amber", True, ReadStatus(is_closed=False, progress="at-risk", colour="amber")),
        ("Yellow", False, ReadStatus(is_closed=False, progress="at-risk", colour="amber")),
        ("Red", False, ReadStatus(is_closed=False, progress="off-track", colour="red")),
        ("R", False, ReadStatus(is_closed=False, progress="off-track", colour="red")),
        ("Blue", False, ReadStatus(is_closed=True, colour="blue")),
        ("Red Off Track", False, ReadStatus(is_closed=False, progress="off-track", colour="red")),
        ("Amber On Track", False, ReadStatus(is_closed=False, progress="on-track", colour="amber")),
        ("Amber \u2013 in progress", False, ReadStatus(is_closed=False, progress="on-track", colour="amber")),
        ("On track - amber", False, ReadStatus(is_closed=False, progress="at-risk", colour="amber")),
        ("Open (amber)", False, ReadStatus(is_closed=False, progress="at-risk", colour="amber")),
        ("Delayed - amber", False, ReadStatus(is_closed=False, progress="off-track", colour="amber")),
        ("Green Complete", False, ReadStatus(is_closed=True, colour="green")),
        ("Green - on track", True, ReadStatus(is_closed=False, progress="on-track", colour="green")),
    ],
)
def test_a_colour_is_read_by_its_word(cell: str, green_closed: bool, expected: ReadStatus) -> None:
    """A colour alone tells how it goes, green as it is said to be meant; words beside it decide before it."""
    assert read(cell, green_closed=green_closed) == expected


def test_a_colour_that_warns_counts_beside_what_is_only_begun() -> None:
    """That a part is done says not how it goes: amber does."""
    cell = "Amber \u2013 part done"
    assert read(cell) == ReadStatus(is_closed=False, progress="at-risk", colour="amber", note=cell)


@pytest.mark.parametrize("cell", ["Risk accepted", "Risk accepted by the board 03/04/2026", "The risk is accepted"])
def test_an_accepted_risk_is_a_note(cell: str) -> None:
    """It is understood, and says neither that the action is open nor that it is closed."""
    assert read(cell) == ReadStatus(note=cell)


@pytest.mark.parametrize(
    "cell",
    [
        "See minutes",
        "Cancelled",
        "Complete?",
        "No longer applicable",
        "Amber/Green",
        "N/A",
        "12/03/2026 review date",
        "All staff were told at the meeting that late entries are not allowed",
        "Redecorated lounge",
        "Greenhouse visited",
        "RM",
        "3",
    ],
)
def test_what_does_not_say_it_is_kept_and_not_understood(cell: str) -> None:
    """Other words, and words for done or late in the middle of a report, decide nothing and are kept."""
    assert read(cell) == ReadStatus(note=cell, is_understood=False)


def test_an_empty_cell_says_nothing() -> None:
    """Nothing is written, so that nothing was not understood."""
    assert read(" \n") == ReadStatus()


def test_every_word_of_the_model_is_read_as_itself() -> None:
    """The words that this program shows for the progress of an action come back as that progress."""
    for progress in Progress:
        for written in (progress.label, progress.value):
            assert read(written) == ReadStatus(is_closed=False, progress=progress.value)


@pytest.mark.parametrize(
    ("fill", "word"),
    [
        ("FFFF0000", "red"),
        ("C00000", "red"),
        ("#FFC7CE", "red"),
        ("FFE06666", "red"),
        ("FFFFC000", "amber"),
        ("FFFFFF00", "amber"),
        ("FFEB9C", "amber"),
        ("ED7D31", "amber"),
        ("FFFCE4D6", "amber"),
        ("FF00B050", "green"),
        ("FF92D050", "green"),
        ("c6efce", "green"),
        ("FFE2EFDA", "green"),
        ("00FF00", "green"),
        ("FF0070C0", "blue"),
        ("FF00B0F0", "blue"),
        ("FFDDEBF7", "blue"),
        ("002060", "blue"),
        ("FFFFFFFF", None),
        ("00000000", None),
        ("FFD9D9D9", None),
        ("F2F2F2", None),
        ("44546A", None),
        ("FF7030A0", None),
        ("", None),
        ("theme", None),
    ],
)
def test_a_fill_is_named_by_its_hue(fill: str, word: str | None) -> None:
    """Full and pastel fills of Excel go by red, amber, green or blue; white, grey, black and purple by none."""
    assert colour_word(fill) == word


@pytest.mark.parametrize(
    "cell",
    [
        "Aim to complete 30/9/26",
        "Survey done 28/5/26, closers ordered",
        "Completed, but failed re-audit 3/7/26",
        "Completed for 3 of 5 units",
        "2 done, 1 left",
        "Closed? check with manager",
        "Completed and then lapsed",
        "Complete except nights",
        "Audit completed, action outstanding",
        "100% complete by Friday",
    ],
)
def test_a_word_for_closed_beside_a_doubt_closes_nothing(cell: str) -> None:
    """Something is left, only meant, or came undone: the words are kept, and whoever made the sheet is asked."""
    read = read_status(cell, DateOrder.DAY_FIRST, green_closed=False)
    assert read.is_closed is not True
    assert read.note == cell


@pytest.mark.parametrize("cell", ["Completed for 5 of 5 units", "Complete, 12 staff trained", "Done. Signed off by RM"])
def test_a_word_for_closed_without_a_doubt_closes(cell: str) -> None:
    """All of it is done."""
    assert read_status(cell, DateOrder.DAY_FIRST, green_closed=False).is_closed
