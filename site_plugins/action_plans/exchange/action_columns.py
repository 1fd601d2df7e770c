"""The columns of a plan's actions in a spreadsheet: what stands in each cell, and which of them can come back."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from action_plans.model.action import Action
from action_plans.model.action_parts import Revision, Update
from action_plans.model.record import Choice, Record
from action_plans.model.reflection import Field, field_names
from action_plans.model.when import When
from action_plans.tracing.people import People
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction

Cell = str | When
"""What stands in a cell: words, a date, or nothing, which is the empty text."""


class Holds(Enum):
    """What the cells of a column hold."""

    TEXT = auto()
    DATE = auto()
    CHOICE = auto()
    ROLE = auto()
    REFERENCES = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, how wide it is in characters, and the field that its cells come from.

    `record` is the kind of record whose `field` it is: an action, or the newest of several inside it. Both are None
    where a cell is computed: such cells are grey, and ignored when a sheet comes back.
    """

    name: str
    width: int
    record: type[Record] | None = None
    field: str = ""

    @property
    def can_be_edited(self) -> bool:
        """Whether what a person writes there comes back into the plan."""
        return self.record is not None

    @property
    def about(self) -> Field:
        """The field, as the model knows it."""
        assert self.record is not None  # noqa: S101 -- only columns that can be edited are asked
        return field_names(self.record)[self.field]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The words of the closed list that may stand there."""
        return tuple(word for choice in self.about.choices for word in choice) if self.can_be_edited else ()

    @property
    def holds(self) -> Holds:
        """What its cells hold, by the type of its field."""
        if not self.can_be_edited:
            return Holds.TEXT
        about = self.about
        if about.cites is not None:
            return Holds.REFERENCES
        if about.role is not None:
            return Holds.ROLE
        if about.choices:
            return Holds.CHOICE
        return Holds.DATE if about.takes == _A_DATE else Holds.TEXT


REFERENCE = "Reference"
FINDING, ACTION, OWNER, DUE = "Finding", "Action", "Owner", "Due"
REVISED_DUE, REASON = "Revised due", "Reason for new date"
STATUS, PROGRESS, DONE_WHEN, DEPENDS_ON = "Status", "Progress", "Done when", "Depends on"
CLOSED_ON, DIFFERENT_NOW, LATEST_UPDATE = "Closed on", "What is different now", "Latest update"
EVIDENCE, STATE, PROOF = "Evidence", "State", "Proof"

COLUMNS = (
    Column(REFERENCE, 11),
    Column(FINDING, 9, Action, "for"),
    Column("What was found", 28),
    Column("Regulation", 15),
    Column(ACTION, 34, Action, "title"),
    Column(OWNER, 18, Action, "owner"),
    Column(DUE, 13, Action, "due"),
    Column(REVISED_DUE, 13, Revision, "due"),
    Column(REASON, 22, Revision, "reason"),
    Column(STATUS, 9, Action, "status"),
    Column(PROGRESS, 12, Action, "progress"),
    Column(DONE_WHEN, 32, Action, "done_when"),
    Column(DEPENDS_ON, 11, Action, "depends_on"),
    Column(EVIDENCE, 26),
    Column(CLOSED_ON, 13, Action, "closed_on"),
    Column(DIFFERENT_NOW, 32, Action, "different_now"),
    Column(LATEST_UPDATE, 32, Update, "text"),
    Column(STATE, 13),
    Column(PROOF, 26),
)
"""The columns of the sheets Actions and Closed, in order."""

EDITABLE = tuple(column for column in COLUMNS if column.can_be_edited)
"""Those whose cells come back."""

_A_DATE = field_names(Action)["due"].takes


def cells_of(trace: Trace, action: TracedAction) -> dict[str, Cell]:
    """Return every cell of an action's row, by the name of its column."""
    record, people = action.record, trace.people[action.plan.id]
    moved, news = record.newest_revision, record.newest_update(trace.today)
    findings = [trace.findings[ref] for ref in action.findings if ref in trace.findings]
    laws = dict.fromkeys(one.regulations_in_words for one in findings if one.regulations_in_words)
    holders: Mapping[type[Record], Record | None] = {Action: record, Revision: moved, Update: news}
    computed = {
        REFERENCE: str(action.ref),
        "What was found": ", ".join(one.record.title for one in findings),
        "Regulation": ", ".join(laws),
        EVIDENCE: ", ".join(proof.record.title for proof in action.proofs),
        STATE: action.label,
        PROOF: _proof(action, people),
    }
    return {column.name: computed.get(column.name, "") or _cell(column, holders, people) for column in COLUMNS}


def owner_words(people: People, code: str) -> str:
    """Return what a role is called; with its code where another role is called the same."""
    title = people.title(code)
    several = Counter(role.title.casefold() for role in people.roles.values())
    return f"{title} ({code})" if several[title.casefold()] > 1 else title


def _cell(column: Column, holders: Mapping[type[Record], Record | None], people: People) -> Cell:
    holder = holders[column.record] if column.record is not None else None
    value: Any = getattr(holder, column.about.attribute) if holder is not None else None
    if value is None:
        return ""
    match column.holds:
        case Holds.REFERENCES:
            return ", ".join(value)
        case Holds.ROLE:
            return owner_words(people, value)
        case Holds.CHOICE:
            return str(value.label)
        case Holds.DATE:
            return When(value.first, value.last)
        case _:
            return str(value)


def _proof(action: TracedAction, people: People) -> str:
    """Return the newest proof: what it is, when, what it says, and who says so."""
    newest = action.newest_proof
    if newest is None:
        return ""
    what = newest.proof.record.title if newest.proof is not None else "Check of practice"
    by = f" ({people.title(newest.by)})" if newest.by else ""
    return f"{what}, {newest.words}{by}".replace("\N{NO-BREAK SPACE}", " ")
