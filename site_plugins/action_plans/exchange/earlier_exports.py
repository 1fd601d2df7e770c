"""What a sheet may have held that does not say so: the earlier version of the plan whose export it is most like."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from action_plans.exchange.action_columns import EDITABLE, cells_of
from action_plans.exchange.cell_reading import is_untouched, plain_words
from action_plans.exchange.foreign_sheet.cell_dates import DateOrder
from action_plans.exchange.returned_sheet import Before, Returned, ReturnedCell, in_full
from action_plans.exchange.sheet_merging import COLUMN
from action_plans.exchange.workbook_writing import exported_words
from action_plans.history.earlier_plans import earlier_versions
from action_plans.model.plan import Plan
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace as traced


@dataclass(frozen=True, slots=True)
class Likeness:
    """The version of a plan that a sheet was probably exported from, and the ones before it, as cells."""

    before: Before
    older: tuple[Before, ...]

    def is_older(self, ref: str, column: str, value: str) -> bool:
        """Whether a cell holds what the plan said once: nobody need have written that into the sheet."""
        return any(cells.get(ref, {}).get(column) == value for cells in self.older)


def cells_by_row(now: Trace, plan: Plan) -> Before:
    """Return what the cells of a plan's export hold, as words."""
    names = [column.name for column in EDITABLE]
    return {
        action.ref.casefold(): {
            name: plain_words(exported_words(cell)) for name, cell in cells_of(now, action).items() if name in names
        }
        for action in now.actions_of(plan)
    }


def most_like(now: Trace, plan: Plan, sheet: Returned, root: Path, dates: DateOrder) -> Likeness | None:
    """Return the version in git, or the plan as it stands, that a sheet differs from in the fewest cells.

    `dates` is in which order the sheet has them. None where git knows no version, or where most cells differ from all.
    """
    versions = list(_versions(now, plan, root))
    if not versions:
        return None
    versions.insert(0, cells_by_row(now, plan))
    counted = [_different(sheet, plan, cells, dates) for cells in versions]
    best = min(range(len(versions)), key=lambda number: (counted[number], number))
    cells = sum(len(row.cells) for row in sheet.rows if row.reference)
    if counted[best] * 2 > cells:
        return None
    return Likeness(versions[best], tuple(versions[best + 1 :]))


def _versions(now: Trace, plan: Plan, root: Path) -> Iterator[Before]:
    """Yield what each committed version of a plan would export, the newest first."""
    alone = traced(replace(now.portfolio, plans=(plan,)), now.today)
    for version in earlier_versions(alone, root, {plan.id}):
        yield cells_by_row(version, version.portfolio.plans[0])


def _different(sheet: Returned, plan: Plan, cells: Before, dates: DateOrder) -> int:
    """Return how many cells of a sheet differ from a version; of a row that it did not have, all do."""
    return sum(
        _differs(name, cell, cells.get(in_full(row.reference, plan.id)), dates)
        for row in sheet.rows
        if row.reference
        for name, cell in row.cells.items()
    )


def _differs(name: str, cell: ReturnedCell, before: Mapping[str, str] | None, dates: DateOrder) -> bool:
    return before is None or not is_untouched(COLUMN[name], cell.value, before.get(name, ""), dates)
