"""What CQC's form is made of: one record, from which both the page and the Word file are made."""

from dataclasses import dataclass

from action_plans.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Cited:
    """A finding or an action as the form names it: its reference (`OAK/A1`), as it is shown (`A1`), and its title."""

    ref: str
    shown: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Something said: about what (nothing for all of it), `words` of ours, then `text`, people's own Markdown."""

    about: tuple[Cited, ...] = ()
    words: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What is said of one action: a cell for each column of the table but the first, which names it."""

    action: Cited
    text: str
    cells: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Actions, one a row; `columns` has the heading of the first column too."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the form: lines, and a table where it is answered action by action. Without either it is blank."""

    title: str
    lines: tuple[Line, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class FormPage:
    """The form for one regulation: its head, the questions, and who completed it. A fact without words is blank."""

    anchor: str
    title: str
    head: tuple[tuple[str, str], ...]
    questions: tuple[Question, ...]
    completed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is to be written: of what, if that has a reference, and beside which line."""

    about: Cited | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Missing:
    """What the form asks and the plan does not say: in words, the field to write, what goes there, and each place."""

    words: str
    field: str
    holds: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A plan's report on actions: a page for each regulation that is not met, and what is missing in all of them."""

    pages: tuple[FormPage, ...]
    missing: tuple[Missing, ...]

    @property
    def left(self) -> int:
        """How many places of the plan are still to be written."""
        return sum(len(one.places) for one in self.missing)
