"""What somebody changed in a sheet, told from what the plan says by now: taken over, already so, or in dispute."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from action_plans.exchange.action_columns import (
    ACTION,
    DUE,
    EDITABLE,
    OWNER,
    REASON,
    REVISED_DUE,
    Column,
    cells_of,
)
from action_plans.exchange.cell_reading import NotUnderstoodError, is_untouched, plain_words, read_cell
from action_plans.exchange.foreign_sheet.cell_dates import DateOrder
from action_plans.exchange.grey_cells import written_into_grey
from action_plans.exchange.returned_sheet import Before, Returned, ReturnedRow, in_full
from action_plans.exchange.safe_cells import CUT, fitting
from action_plans.exchange.workbook_writing import exported_words
from action_plans.model.plan import Plan
from action_plans.model.reference import Ref
from action_plans.model.when import read_when
from action_plans.tracing.trace import Trace

COLUMN: Mapping[str, Column] = {column.name: column for column in EDITABLE}
"""The columns that can be edited, by name."""

_NEEDED = (ACTION, OWNER, DUE)


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell that somebody changed: what it held, and what it holds now, as words; dates as a plan has them."""

    column: str
    before: str
    after: str
    place: str


@dataclass(frozen=True, slots=True)
class RowEdit:
    """What somebody changed of one action; `ref` is None where the row is a new one."""

    ref: Ref | None
    place: str
    cells: Mapping[str, CellEdit]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that was changed in the sheet and, since it was exported, in the plan: to another value."""

    ref: Ref
    cell: CellEdit
    now: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What becomes of a sheet.

    `wrong` says what cannot be taken over, with its place: nothing is written then. `gone` are actions whose row was
    taken out, `told` says which rows were left out and why. `doubtful` are
    cells that hold what the plan said once, where nobody knows what the sheet held.
    """

    edits: tuple[RowEdit, ...]
    conflicts: tuple[Conflict, ...]
    wrong: tuple[str, ...]
    gone: tuple[Ref, ...]
    told: tuple[str, ...]
    doubtful: tuple[Conflict, ...] = ()


def merged(trace: Trace, plan: Plan, sheet: Returned, before: Before, dates: DateOrder = DateOrder.DAY_FIRST) -> Merged:
    """Compare a sheet, whose `dates` are in that order, with what it held `before` and with the plan. Cost: linear."""
    return _Merging(trace, plan, before, dates).merged(sheet)


class _Merging:
    def __init__(self, trace: Trace, plan: Plan, before: Before, dates: DateOrder) -> None:
        self._trace, self._plan, self._before, self._dates = trace, plan, before, dates
        self._actions = {action.ref.casefold(): action for action in trace.actions_of(plan)}
        self._added = {
            plain_words(action.record.title): action.ref for ref, action in self._actions.items() if ref not in before
        }
        self._conflicts: list[Conflict] = []
        self._wrong: list[str] = []
        self._told: list[str] = []

    def merged(self, sheet: Returned) -> Merged:
        edits: list[RowEdit] = []
        places: dict[str, str] = {}
        for row in sheet.rows:
            if not row.reference:
                edits += self._new(row)
                continue
            ref = in_full(row.reference, self._plan.id)
            if ref in places:
                self._wrong.append(
                    f"{row.place}: {row.reference} stands at {places[ref]} already. Keep one of the rows."
                )
                continue
            places[ref] = row.place
            edits += self._known(ref, row)
        gone = [action for ref, action in self._actions.items() if ref in self._before and ref not in places]
        return Merged(
            tuple(edits),
            tuple(self._conflicts),
            tuple(self._wrong),
            tuple(Ref(action.ref) for action in gone),
            tuple(self._told),
        )

    def _known(self, ref: str, row: ReturnedRow) -> Iterator[RowEdit]:
        action, before = self._actions.get(ref), self._before.get(ref)
        if before is None:
            is_alone = action is None and all(one.value is None for one in (*row.cells.values(), *row.grey.values()))
            told = f"{row.place}: “{row.reference}” is no reference of an action, so its row was left out."
            (self._told if is_alone else self._wrong).append(told if is_alone else self._unknown(ref, row))
            return
        touched = [
            name
            for name, cell in row.cells.items()
            if not is_untouched(COLUMN[name], cell.value, before.get(name, ""), self._dates)
        ]
        if action is None:
            if touched:
                self._told.append(f"{row.place}: {row.reference} is no longer in the plan, so its row was left out.")
            return
        held = cells_of(self._trace, action)
        self._told += written_into_grey(row, held)
        now = {name: fitting(exported_words(cell)) for name, cell in held.items()}
        cells: dict[str, CellEdit] = {}
        for name in touched:
            edit = self._edit(row, name, before.get(name, ""))
            if edit is None or edit.after in (edit.before, now[name]):
                continue
            if now[name] != edit.before:
                self._conflicts.append(Conflict(Ref(action.ref), edit, now[name]))
            elif edit.before.endswith(CUT):
                self._wrong.append(
                    f"{edit.place}: the text is too long for a cell, so it was cut. Change it in the plan."
                )
            else:
                cells[name] = edit
        self._look_at_new_date(row, cells, now[DUE], now[REVISED_DUE])
        if cells:
            yield RowEdit(Ref(action.ref), row.place, cells)

    def _new(self, row: ReturnedRow) -> Iterator[RowEdit]:
        cells = {name: edit for name in row.cells if (edit := self._edit(row, name, "")) is not None and edit.after}
        held = [name for name, cell in row.cells.items() if cell.value is not None]
        if not held:
            return
        missing = [name for name in _NEEDED if name not in held]
        if missing:
            number = row.place.rpartition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            where = f"{row.place.rpartition('!')[0]}, row {number}".removeprefix(", ")
            self._wrong.append(
                f"{where}: a new action needs {', '.join(missing)}. Write that, or the reference of the action meant."
            )
            return
        twin = self._added_since(cells.get(ACTION))
        if twin is not None:
            self._told.append(f"{row.place}: this action is in the plan already, as {twin}, so its row was left out.")
            said = cells_of(self._trace, self._actions[twin.casefold()])
            self._told += written_into_grey(row, said)
            now = {name: fitting(exported_words(said[name])) for name in cells}
            differ = (name for name, edit in cells.items() if edit.after != now[name])
            self._conflicts += [Conflict(Ref(twin), cells[name], now[name]) for name in differ]
        else:
            self._told += written_into_grey(row, {})
            self._look_at_new_date(row, cells, "", "")
            yield RowEdit(None, row.place, cells)

    def _look_at_new_date(self, row: ReturnedRow, cells: dict[str, CellEdit], due: str, revised: str) -> None:
        """Take a new date out of the edits that is no move; refuse to take one out whose reason still stands.

        `due` and `revised` are what the plan says now.
        """
        edit, reason = cells.get(REVISED_DUE), row.cells.get(REASON)
        if edit is None:
            return
        if not edit.after and REASON not in cells and reason is not None and reason.value is not None:
            why = f"{REVISED_DUE} is empty, and its reason still stands in {reason.place}."
            self._wrong.append(f"{edit.place}: {why} Empty that as well to take the move out, or write its date again.")
        day = cells[DUE].after if DUE in cells else due
        if edit.after and day and not revised and read_when(edit.after).last == read_when(day).last:
            del cells[REVISED_DUE]
            self._told.append(f"{edit.place}: this is the day in {DUE} already, so it is no move and was left out.")

    def _added_since(self, title: CellEdit | None) -> str | None:
        """Return the action that came into the plan since the sheet was exported and is called the same."""
        return self._added.get(title.after) if title is not None else None

    def _edit(self, row: ReturnedRow, name: str, before: str) -> CellEdit | None:
        cell = row.cells[name]
        try:
            after = exported_words(read_cell(self._trace, self._plan, COLUMN[name], cell.value, self._dates))
        except NotUnderstoodError as error:
            self._wrong.append(f"{cell.place}: {error}")
            return None
        return CellEdit(name, before, after, cell.place)

    def _unknown(self, ref: str, row: ReturnedRow) -> str:
        own = Ref(ref).plan == self._plan.id.casefold()
        if not own:
            return f"{row.place}: {row.reference} is of another plan than {self._plan.id}. Import its own sheet."
        if ref in self._actions:
            return f"{row.place}: {row.reference} was not in the sheet when it was exported. Export it again."
        return f"{row.place}: there is no action {row.reference} in the plan. Leave the cell empty for a new action."
