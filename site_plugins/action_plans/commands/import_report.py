"""What `action-plans import` says: what was taken over, what was left and why, what to look at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from action_plans.commands.errors_first import new_warnings
from action_plans.english.wording import counted, listed
from action_plans.exchange.returned_sheet import Returned
from action_plans.exchange.sheet_merging import COLUMN, Conflict, Merged, RowEdit
from action_plans.model.action import Action
from action_plans.model.plan import Plan
from action_plans.model.printable import printable
from action_plans.pipeline import Examined

_LONGEST = 100


@dataclass(frozen=True)
class Imported:
    """What became of a sheet. `after` is the project as it is then, where anything was written or would be."""

    before: Examined
    plan: Plan
    sheet: Returned
    merged: Merged
    dry_run: bool = False
    after: Examined | None = None
    lines: tuple[str, ...] = field(default=())

    def as_text(self) -> str:
        """Return the report, a line each."""
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield from self.sheet.ignored
        if self.sheet.unknown:
            yield f"Not looked at, since they are no columns of ours: {listed(map(printable, self.sheet.unknown))}."
        if self.sheet.missing:
            yield f"Not in the sheet, so left as they are: {listed(self.sheet.missing)}."
        yield from self._written()
        if self.merged.conflicts:
            yield "Changed in the sheet and, since it was exported, in the plan; left as the plan has it:"
            for conflict in self.merged.conflicts:
                yield from _dispute(conflict)
        if self.merged.doubtful:
            yield "The plan said this once, so it may be old rather than new; left as the plan has it:"
            for conflict in self.merged.doubtful:
                yield from _dispute(conflict)
        if self.merged.gone:
            yield f"Not in the sheet any more, and not deleted: {listed(self.merged.gone)}."
        yield from self.merged.told
        if self.after is not None:
            yield from map(str, new_warnings(self.before, self.after))

    def _written(self) -> Iterator[str]:
        edits = self.merged.edits
        if not edits:
            yield "Nothing to write."
            return
        cells = counted(sum(len(row.cells) for row in edits), "cell")
        yield f"{'Would be written' if self.dry_run else 'Written'} into {self.plan.path}: {cells}."
        for row in edits:
            yield from self._row(row)
        yield from map(printable, self.lines)

    def _row(self, row: RowEdit) -> Iterator[str]:
        action = self._action(row)
        name = f"{self.plan.id}/{action.id}" if action is not None else "A new action"
        if row.ref is None:
            where = f", {action.origin}" if action is not None else ""
            yield f"  {name} (new, {row.place}){where}"
            for cell in row.cells.values():
                yield f"    {cell.column} ({cell.place}): {_shown(cell.after)}"
            return
        for cell in row.cells.values():
            field_name = COLUMN[cell.column].field
            where = f", {action.at(field_name)}" if action is not None and field_name in action.origins.values else ""
            yield f"  {name} {cell.column} ({cell.place}{where}): {_shown(cell.before)} → {_shown(cell.after)}"

    def _action(self, row: RowEdit) -> Action | None:
        """Return the action of a row as the plan has it then."""
        return self._then.get(row.ref.short.casefold() if row.ref is not None else row.place)

    @cached_property
    def _then(self) -> dict[str, Action]:
        """The actions as the plan has them then: by their ids, folded, and new ones by the places of their rows."""
        if self.after is None:
            return {}
        then = next(plan for plan in self.after.trace.portfolio.plans if plan.path == self.plan.path)
        new = [row.place for row in self.merged.edits if row.ref is None]
        added = dict(zip(new, then.actions[len(self.plan.actions) :], strict=True))
        return {**{action.id.casefold(): action for action in then.actions}, **added}


def _dispute(conflict: Conflict) -> Iterator[str]:
    cell = conflict.cell
    yield f"  {conflict.ref} {cell.column} ({cell.place})"
    yield f"    in the sheet: {_shown(cell.after)}"
    yield f"    in the plan by now: {_shown(conflict.now)}"
    yield f"    when it was exported: {_shown(cell.before)}"


def _shown(words: str) -> str:
    """Return words on one line, without their end where they are long; what holds nothing is said."""
    line = printable(" ".join(words.split()))
    if not line:
        return "(empty)"
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3]}..."
