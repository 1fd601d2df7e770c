"""What a changed cell means for a plan: a field, a new date with its reason, news, closing, opening again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from action_plans.exchange.action_columns import (
    ACTION,
    CLOSED_ON,
    DEPENDS_ON,
    DIFFERENT_NOW,
    DONE_WHEN,
    DUE,
    FINDING,
    LATEST_UPDATE,
    OWNER,
    PROGRESS,
    REASON,
    REVISED_DUE,
    STATUS,
)
from action_plans.exchange.cell_reading import references_in, role_code
from action_plans.exchange.free_ids import free_ids
from action_plans.exchange.plan_changes import AddItem, Change, SetField
from action_plans.exchange.plan_layout import Steps
from action_plans.exchange.sheet_merging import COLUMN, CellEdit, RowEdit
from action_plans.exchange.yaml_words import Value
from action_plans.model.action import Action, Status
from action_plans.model.plan import Plan
from action_plans.tracing.trace import Trace

_REQUIRED = (ACTION, OWNER, DUE)
_PLAIN = (FINDING, ACTION, OWNER, DUE, PROGRESS, DONE_WHEN, DEPENDS_ON, DIFFERENT_NOW)
SIDE_EFFECTS: Mapping[str, tuple[str, ...]] = {
    STATUS: (CLOSED_ON,),
    CLOSED_ON: (STATUS,),
    REVISED_DUE: (REASON,),
}
"""Cells of the same row that say something else, too, once a cell was taken over."""


@dataclass(eq=False)
class CannotChangeError(Exception):
    """A cell was changed to what cannot be written into a plan: `place` and why, in a sentence."""

    place: str
    why: str


def plan_changes(trace: Trace, plan: Plan, edits: Iterable[RowEdit]) -> list[Change]:
    """Return the changes of a plan that the edits of a sheet mean.

    Raises:
        CannotChangeError: one of them means none.
    """
    indexes = {f"{plan.id}/{action.id}".casefold(): index for index, action in enumerate(plan.actions)}
    ids = free_ids([item.ref.id for item in plan.items()], [action.id for action in plan.actions], "A")
    made: list[Change] = []
    for edit in edits:
        if edit.ref is None:
            made.append(AddItem((), "actions", _new_action(trace, plan, edit, next(ids))))
        else:
            index = indexes[edit.ref.casefold()]
            made += _RowChanges(trace, plan, plan.actions[index], ("actions", index), edit.cells).all()
    return made


_IS_STOPPED = (
    "the action is stopped, and a sheet cannot say that it goes on. Take its stopped out of the plan, and import "
    "the sheet again."
)


class _RowChanges:
    """What the changed cells of one action mean."""

    def __init__(self, trace: Trace, plan: Plan, action: Action, steps: Steps, cells: Mapping[str, CellEdit]) -> None:
        self._trace, self._plan, self._action, self._steps, self._cells = trace, plan, action, steps, cells
        self._today = trace.today.isoformat()

    def all(self) -> Iterator[Change]:
        for name in (STATUS, PROGRESS) if self._action.stopped is not None else ():
            if name in self._cells and self._cells[name].after:
                raise CannotChangeError(self._cells[name].place, _IS_STOPPED)
        for name in _PLAIN:
            if name in self._cells:
                yield self._field(self._cells[name])
        yield from self._new_date()
        yield from self._closing()
        yield from self._news()

    def _field(self, cell: CellEdit) -> Change:
        if not cell.after and cell.column in _REQUIRED:
            raise CannotChangeError(cell.place, f"{cell.column} cannot be empty: every action has one.")
        field = COLUMN[cell.column].field
        return SetField(self._steps, field, _value(self._trace, self._plan, cell) if cell.after else None)

    def _new_date(self) -> Iterator[Change]:
        due, reason = self._cells.get(REVISED_DUE), self._cells.get(REASON)
        if due is not None and due.after:
            item: dict[str, Value] = {"date": self._today, "due": due.after}
            if reason is not None and reason.after:
                item["reason"] = reason.after
            yield AddItem(self._steps, "revised", item)
        elif due is not None:
            if reason is not None and reason.after:
                raise CannotChangeError(reason.place, "a reason needs a new date. Write it in Revised due.")
            yield self._without_newest("revised", len(self._action.revised), due)
        elif reason is not None:
            newest = self._action.newest_revision
            if newest is None:
                raise CannotChangeError(reason.place, "a reason needs a new date. Write it in Revised due.")
            index = next(number for number, one in enumerate(self._action.revised) if one is newest)
            yield SetField((*self._steps, "revised", index), "reason", reason.after or None)

    def _closing(self) -> Iterator[Change]:
        status, day = self._cells.get(STATUS), self._cells.get(CLOSED_ON)
        meant = Status.of(status.after) if status is not None else None
        if status is not None:
            yield SetField(self._steps, "status", meant.value if meant is not None else None)
        elif day is not None and day.after and self._action.status is Status.OPEN:
            yield SetField(self._steps, "status", Status.CLOSED.value)
        if day is not None and (day.after or meant is not Status.CLOSED):
            yield SetField(self._steps, "closed_on", day.after or None)
        elif meant is Status.CLOSED and not self._action.is_closed:
            yield SetField(self._steps, "closed_on", self._today)
        if meant is Status.OPEN and self._action.is_closed:
            news = self._cells.get(LATEST_UPDATE)
            why: dict[str, Value] = {"reason": news.after} if news is not None and news.after else {}
            yield AddItem(self._steps, "reopened", {"date": self._today, **why})

    def _news(self) -> Iterator[Change]:
        news = self._cells.get(LATEST_UPDATE)
        if news is not None and news.after:
            yield AddItem(self._steps, "updates", {"date": self._today, "text": news.after})
        elif news is not None:
            yield self._without_newest("updates", len(self._action.updates), news)

    def _without_newest(self, field: str, count: int, cell: CellEdit) -> Change:
        if count != 1:
            why = (
                f"the plan has several entries there, and the newest would be lost. Take it out of {field} in the plan."
            )
            raise CannotChangeError(cell.place, why)
        return SetField(self._steps, field, None)


def _new_action(trace: Trace, plan: Plan, edit: RowEdit, number: str) -> dict[str, Value]:
    """Return the fields of an action that somebody wrote into an empty row."""
    cells, today = edit.cells, trace.today.isoformat()
    item: dict[str, Value] = {"id": number}
    for name in (ACTION, FINDING, OWNER, DUE, PROGRESS, DONE_WHEN, DEPENDS_ON, DIFFERENT_NOW):
        if name in cells:
            item[COLUMN[name].field] = _value(trace, plan, cells[name])
    if REVISED_DUE in cells:
        reason: dict[str, Value] = {"reason": cells[REASON].after} if REASON in cells else {}
        item["revised"] = [{"date": today, "due": cells[REVISED_DUE].after, **reason}]
    elif REASON in cells:
        raise CannotChangeError(cells[REASON].place, "a reason needs a new date. Write it in Revised due.")
    if STATUS in cells:
        item["status"] = (Status.of(cells[STATUS].after) or Status.OPEN).value
    if CLOSED_ON in cells:
        item["closed_on"] = cells[CLOSED_ON].after
    elif item.get("status") == Status.CLOSED.value:
        item["closed_on"] = today
    if LATEST_UPDATE in cells:
        item["updates"] = [{"date": today, "text": cells[LATEST_UPDATE].after}]
    return item


def _value(trace: Trace, plan: Plan, cell: CellEdit) -> Value:
    column = COLUMN[cell.column]
    if cell.column in (FINDING, DEPENDS_ON):
        return references_in(cell.after)
    if cell.column == OWNER:
        return role_code(trace, plan, cell.after)
    if column.choices:
        return next(one.value for one in column.choices if one.label == cell.after)
    return cell.after
