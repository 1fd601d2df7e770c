"""What all cells of a sheet are read by, and where what is said of them is gathered."""

from dataclasses import dataclass, field
from datetime import date

from action_plans.exchange.foreign_sheet.cell_dates import DateOrder
from action_plans.exchange.foreign_sheet.found_items import Remark, Topic, one_line
from action_plans.exchange.foreign_sheet.owner_roles import OwnerRoles


@dataclass(slots=True)
class Context:
    """What cells are read by, and what was said of them.

    Attributes:
        day: the report's or sheet's day: what stands where a date is needed and none is given.
        saved: up to when the sheet can tell what was done.
        order: how `03/04/2026` is read; None where each column shows it.
        green_closed: whether green means closed.
        roles: who was named.
        words: what words of a column were taken for, by the column's name and the words.
        in_two_ways: dates that can be read in two ways, with their places, by the column and the order that was taken.
        guessed: dates whose year or end is not written, with their places and the day that was taken, by the column.
        comments: which comments were taken, by their sheets, rows and columns.
        come_again: numbers that come again with other words, with their places, by the column.
        saw_colour: whether a cell said by a colour how an action stands.
    """

    day: date
    saved: date
    order: DateOrder | None
    green_closed: bool
    roles: OwnerRoles
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    saw_colour: bool = False
    _said: dict[Remark, None] = field(default_factory=dict)
    in_two_ways: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    guessed: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    come_again: dict[str, dict[str, str]] = field(default_factory=dict)
    comments: set[tuple[str, int, int]] = field(default_factory=set)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is to be said of cells, in the order in which it came up."""
        return tuple(self._said)

    def say(self, topic: Topic, place: str, words: str) -> None:
        """Keep a remark on a cell, once."""
        self._said.setdefault(Remark(topic, place, words))

    def aside(self) -> "Context":
        """Return one by which cells are read the same, and of which nothing is told: to try how a row reads."""
        roles = OwnerRoles(self.roles.legend, self.roles.known, dict(self.roles.owners))
        return Context(self.day, self.saved, self.order, self.green_closed, roles)

    def took(self, column: str, text: str, meant: str) -> None:
        """Keep what words were taken for."""
        self.words.setdefault(column, {}).setdefault(one_line(text), meant)

    def sum_up(self, green: str) -> None:
        """Say once what concerns many cells: numbers that come again, dates that can be read in two ways, green."""
        for column, cells in self.come_again.items():
            shown = ", ".join(f"{number} ({place})" for place, number in cells.items())
            told = "comes again with other words, so each is a finding of its own:"
            self.say(Topic.TAKEN, "", f"{column}: a number {told} {shown}.")
        for (column, order), cells in self.in_two_ways.items():
            shown = ", ".join(f"“{one_line(text)}” ({place})" for place, text in cells.items())
            other = next(one for one in DateOrder if one != order)
            self.say(Topic.TAKEN, "", f"{column}: read {order}: {shown}. Else: --dates {other}.")
        for column, days in self.guessed.items():
            shown = ", ".join(f"“{one_line(text)}” as {day} ({place})" for place, (text, day) in days.items())
            self.say(Topic.TAKEN, "", f"{column}: the day is not written in full, and was taken: {shown}.")
        if self.saw_colour:
            other_green = "on-track" if green == "closed" else "closed"
            told = f"Green was taken as {green.replace('-', ' ')}: colours mean different things."
            self.say(Topic.TAKEN, "", f"{told} Else: --green {other_green}.")
