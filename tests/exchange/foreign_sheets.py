"""Action plans as services keep them in spreadsheets, and what a careful person would make of each.

What is expected was counted by hand, before anything read the sheets.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.exchange import sheet_shapes as shapes


@dataclass(frozen=True, slots=True)
class ForeignSheet:
    """A sheet of somebody, and what a careful person would expect of taking it in.

    Attributes:
        build: writes the file into a folder and returns it.
        findings: how many findings.
        actions: how many actions.
        dues: the due date of each action, in the order of the sheet; None where the sheet has none.
        closed: which actions are closed, counted from 1.
        closed_on: the days of closing that the sheet gives, by the action's number.
        progress: how open actions go, by their number, where the sheet says so.
        roles: titles of the roles that own actions, without regard to case.
        people: names that stand in the sheet and must stand in no plan unasked.
        asks: what a report must name, each a text of the sheet or the place of a cell.
        kept: texts that no field of the model takes, and that must stand in `extra` or `note`.
    """

    build: Callable[[Path], Path]
    findings: int
    actions: int
    dues: tuple[date | None, ...]
    closed: tuple[int, ...] = ()
    closed_on: tuple[tuple[int, date], ...] = ()
    progress: tuple[tuple[int, str], ...] = ()
    roles: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the sheet is called in a test's name."""
        return self.build.__name__.replace("_", "-")


def on(days: str) -> tuple[date | None, ...]:
    """Return the days of 2026 that are written as `5-29`, month first, apart by blanks; none for a `0`."""
    parts = (day.partition("-") for day in days.split())
    return tuple(date(2026, int(month), int(day)) if dash else None for month, dash, day in parts)


def stand(words: str) -> tuple[tuple[int, str], ...]:
    """Return how actions go, written as `3:at-risk`, apart by blanks."""
    return tuple((int(number), word) for number, _, word in (one.partition(":") for one in words.split()))


SHEETS = (
    ForeignSheet(
        shapes.title_and_legend,
        findings=3,
        actions=4,
        dues=on("4-10 4-10 4-30 5-31"),
        closed=(1, 2),
        closed_on=((1, date(2026, 4, 12)), (2, date(2026, 4, 12))),
        progress=stand("3:at-risk 4:off-track"),
        roles=("Registered manager", "Shift leaders", "Nominated individual"),
    ),
    ForeignSheet(
        shapes.two_header_rows,
        findings=3,
        actions=3,
        dues=on("6-5 5-1 7-31"),
        progress=stand("1:on-track 2:at-risk 3:off-track"),
        roles=("Maintenance", "Chef", "Night lead"),
        asks=("Green",),
        kept=("Green", "Amber", "Red", "Chart agreed"),
    ),
    ForeignSheet(
        shapes.row_eleven_column_b,
        findings=4,
        actions=4,
        dues=on("9-30 8-31 12-18 10-30"),
        closed=(1, 2),
        progress=stand("3:on-track 4:off-track"),
        roles=("Ward manager", "Team leader", "Communications lead"),
        asks=("Blue",),
        kept=("M1", "S2"),
    ),
    ForeignSheet(
        shapes.merged_findings,
        findings=2,
        actions=5,
        dues=on("5-4 5-18 6-1 5-29 6-26"),
        closed=(1,),
        progress=stand("2:on-track 3:not-started"),
        roles=("Clinical lead", "Registered manager"),
    ),
    ForeignSheet(
        shapes.several_in_a_cell,
        findings=4,
        actions=8,
        dues=on("6-30 6-30 7-31 7-31 7-31 5-15 5-15 6-1"),
        closed=(6, 7),
        progress=stand("1:on-track 2:on-track 3:not-started 4:not-started 5:not-started"),
        roles=("Registered manager", "Deputy manager", "Maintenance", "Chef"),
        asks=("01/06/2026",),
    ),
    ForeignSheet(
        shapes.rag_by_colour,
        findings=7,
        actions=7,
        dues=on("5-29 6-12 4-24 3-27 5-8 5-15 5-22"),
        closed=(4,),
        progress=stand("1:on-track 2:at-risk 3:off-track 5:on-track 6:at-risk 7:off-track"),
        roles=(
            *("Deputy manager", "Clinical lead", "Housekeeping", "Registered manager", "Activities lead"),
            *("Maintenance", "Senior carers"),
        ),
        asks=("green",),
        kept=("green", "amber", "red", "blue"),
    ),
    ForeignSheet(
        shapes.dates_in_many_forms,
        findings=12,
        actions=12,
        dues=on("5-4 5-14 5-31 6-5 6-12 6-19 6-30 7-31 0 0 0 7-31"),
        roles=("Manager",),
        asks=("5.6.26", "Immediate", "Ongoing", "31/06/2026"),
        kept=("Immediate", "Ongoing", "31/06/2026"),
    ),
    ForeignSheet(
        shapes.month_first,
        findings=3,
        actions=3,
        dues=on("4-24 5-6 6-30"),
        roles=("Maintenance", "Senior carers"),
        asks=("05/06/2026",),
    ),
    ForeignSheet(
        shapes.initials_and_names,
        findings=6,
        actions=6,
        dues=on("5-1 5-15 5-8 5-22 5-29 6-5"),
        roles=("Registered manager", "clinical lead", "Housekeeping"),
        people=("Joanna", "Wzorowa", "Agnieszka", "Testowa", "Olusegun"),
        asks=("C8", "C9", "XQ"),
    ),
    ForeignSheet(
        shapes.totals_and_formulas,
        findings=4,
        actions=4,
        dues=on("5-1 5-8 5-15 5-22"),
        closed=(1,),
        roles=("Maintenance",),
        asks=("hidden",),
        kept=("1", "4"),
    ),
    ForeignSheet(
        shapes.long_empty_tail,
        findings=2,
        actions=2,
        dues=on("6-1 5-1"),
        progress=stand("1:on-track 2:on-track"),
        roles=("Maintenance",),
        asks=("Green",),
        kept=("Green", "Ordered"),
    ),
    ForeignSheet(
        shapes.semicolons,
        findings=3,
        actions=3,
        dues=on("5-31 5-15 5-1"),
        closed=(2, 3),
        closed_on=((3, date(2026, 4, 28)),),
        progress=stand("1:on-track"),
        roles=("Activities co-ordinator", "Administrator", "Registered manager"),
        asks=("01/05/2026",),
        kept=("1", "3"),
    ),
    ForeignSheet(
        shapes.several_sheets,
        findings=2,
        actions=2,
        dues=on("5-31 5-15"),
        closed=(2,),
        progress=stand("1:on-track"),
        roles=("Maintenance", "All staff"),
        asks=("Cover", "Lists", "Chart"),
    ),
    ForeignSheet(
        shapes.special_measures,
        findings=4,
        actions=4,
        dues=on("3-31 6-30 5-31 4-30"),
        closed=(1,),
        progress=stand("2:on-track 3:at-risk 4:off-track"),
        kept=("Regional team", "Partner trust"),
    ),
)
"""All of them. Of those without a day of closing the report asks for it, whatever else it asks."""
