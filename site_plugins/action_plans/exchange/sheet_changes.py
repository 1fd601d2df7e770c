"""What a changed cell means for a plan: a field, a new date with its reason, news, closing, opening again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

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
from action_plans.tracing.as_of import action_as_of
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
    """Cells were changed to what cannot be written into a plan: the place of each, and why, in a sentence."""

    cells: tuple[tuple[str, str], ...]

    @classmethod
    def at(cls, place: str, why: str) -> "CannotChangeError":
        """Return what is wrong with one cell."""
        return cls(((place, why),))


def plan_changes(trace: Trace, plan: Plan, edits: Iterable[RowEdit]) -> list[Change]:
    """Return the changes of a plan that the edits of a sheet mean.

    Raises:
        CannotChangeError: some of them mean none; all of those are named.
    """
    indexes = {f"{plan.id}/{action.id}".casefold(): index for index, action in enumerate(plan.actions)}
    ids = free_ids([item.ref.id for item in plan.items()], [action.id for action in plan.actions], "A")
    made: list[Change] = []
    wrong: list[tuple[str, str]] = []
    for edit in edits:
        for part in _parts(trace, plan, edit, indexes, ids):
            try:
                made += part()
            except CannotChangeError as error:
                wrong += error.cells
    if wrong:
        raise CannotChangeError(tuple(wrong))
    return made


def _parts(
    trace: Trace, plan: Plan, edit: RowEdit, indexes: Mapping[str, int], ids: Iterator[str]
) -> list[Callable[[], list[Change]]]:
    """Return what makes the changes of a row, each part by itself: one that cannot be made hides no other."""
    if edit.ref is None:
        return [lambda: [AddItem((), "actions", _new_action(trace, plan, edit, next(ids)))]]
    index = indexes[edit.ref.casefold()]
    return _RowChanges(trace, plan, plan.actions[index], ("actions", index), edit.cells).parts()


_IS_STOPPED = (
    "the action is stopped, and a sheet cannot say that it goes on. Take its stopped out of the plan, and import "
    "the sheet again."
)


class _RowChanges:
    """What the changed cells of one action mean."""

    def __init__(self, trace: Trace, plan: Plan, action: Action, steps: Steps, cells: Mapping[str, CellEdit]) -> None:
        self._trace, self._plan, self._steps, self._cells = trace, plan, steps, cells
        self._written, self._action = action, action_as_of(action, trace.today)
        self._today = trace.today.isoformat()

    def parts(self) -> list[Callable[[], list[Change]]]:
        """Return what makes the changes, each part by itself."""
        fields = [partial(self._in_list, self._field, self._cells[name]) for name in _PLAIN if name in self._cells]
        return [*fields, *(partial(self._all, part) for part in (self._new_date, self._closing, self._news))]

    @staticmethod
    def _in_list(make: Callable[[CellEdit], Change], cell: CellEdit) -> list[Change]:
        return [make(cell)]

    @staticmethod
    def _all(part: Callable[[], Iterator[Change]]) -> list[Change]:
        return list(part())

    def _field(self, cell: CellEdit) -> Change:
        if cell.column == PROGRESS:
            self._goes_on(cell)
        if not cell.after and cell.column in _REQUIRED:
            raise CannotChangeError.at(cell.place, f"{cell.column} cannot be empty: every action has one.")
        field = COLUMN[cell.column].field
        return SetField(self._steps, field, _value(self._trace, self._plan, cell) if cell.after else None)

    def _goes_on(self, cell: CellEdit) -> None:
        """Refuse a word for how an action goes where it is stopped: the plan would say both."""
        if cell.after and self._action.stopped is not None:
            raise CannotChangeError.at(cell.place, _IS_STOPPED)

    def _new_date(self) -> Iterator[Change]:
        due, reason = self._cells.get(REVISED_DUE), self._cells.get(REASON)
        if due is not None and due.after:
            item: dict[str, Value] = {"date": self._today, "due": due.after}
            if reason is not None and reason.after:
                item["reason"] = reason.after
            yield AddItem(self._steps, "revised", item)
        elif due is not None:
            if reason is not None and reason.after:
                raise CannotChangeError.at(reason.place, "a reason needs a new date. Write it in Revised due.")
            yield self._without_newest("revised", len(self._written.revised), due)
        elif reason is not None:
            newest = self._action.newest_revision
            if newest is None:
                raise CannotChangeError.at(reason.place, "a reason needs a new date. Write it in Revised due.")
            index = next(number for number, one in enumerate(self._written.revised) if one is newest)
            yield SetField((*self._steps, "revised", index), "reason", reason.after or None)

    def _closing(self) -> Iterator[Change]:
        status, day = self._cells.get(STATUS), self._cells.get(CLOSED_ON)
        meant = Status.of(status.after) if status is not None else None
        if status is not None:
            self._goes_on(status)
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
            yield self._without_newest("updates", len(self._written.updates), news)

    def _without_newest(self, field: str, count: int, cell: CellEdit) -> Change:
        if count != 1:
            why = (
                f"the plan has several entries there, and the newest would be lost. Take it out of {field} in the plan."
            )
            raise CannotChangeError.at(cell.place, why)
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
        raise CannotChangeError.at(cells[REASON].place, "a reason needs a new date. Write it in Revised due.")
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
