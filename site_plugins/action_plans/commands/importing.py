"""`action-plans import`: a sheet that was exported comes back, and what was changed in it is written into the plan."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

from action_plans.commands.chosen_plan import chosen_plan
from action_plans.commands.errors_first import refuse_errors, refuse_new_errors
from action_plans.commands.import_report import Imported
from action_plans.exchange.action_columns import cells_of
from action_plans.exchange.earlier_exports import cells_by_row, most_like
from action_plans.exchange.file_replacing import replace_file
from action_plans.exchange.plan_writing import with_changes
from action_plans.exchange.returned_sheet import Before, Returned, returned
from action_plans.exchange.sheet_changes import SIDE_EFFECTS, CannotChangeError, plan_changes
from action_plans.exchange.sheet_merging import COLUMN, Conflict, Merged, RowEdit, merged
from action_plans.exchange.spreadsheet_reading import read_spreadsheet
from action_plans.exchange.workbook_writing import exported_words
from action_plans.model.errors import ActionPlansError
from action_plans.model.plan import Plan
from action_plans.model.reference import Ref
from action_plans.pipeline import Examined, examine
from action_plans.project.settings import Settings
from action_plans.tracing.trace import Trace


class RefusedError(ActionPlansError):
    """Nothing was written; the text says for each cell why."""

    def __init__(self, why: tuple[str, ...]) -> None:
        super().__init__(why)
        self.why = why

    def __str__(self) -> str:
        return "\n".join([*self.why, "Nothing was written."])


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan as it would be: its path, its bytes now and then, and the project with it."""

    path: str
    before: bytes
    after: bytes
    examined: Examined

    def lines(self) -> Iterator[str]:
        """Yield the lines that would change, as a difference of two files."""
        old, new = (data.decode("utf-8-sig").splitlines() for data in (self.before, self.after))
        yield from unified_diff(old, new, self.path, self.path, n=0, lineterm="")


def import_sheet(settings: Settings, file: Path, plan: str | None = None, *, dry_run: bool = False) -> Imported:
    """Write what was changed in a sheet into its plan, in place; with `dry_run` only say what would change.

    Raises:
        SpreadsheetError: the file cannot be read.
        RefusedError: something in it cannot be taken over; nothing is written.
        ErrorsFirstError: the plan has errors, or would have.
        NotWrittenError: the plan's layout cannot be edited.
        WhichPlanError: the plan that is named is not there.
    """
    book = read_spreadsheet(file)
    sheet = returned(book)
    examined = examine(settings)
    chosen = _plan_of(examined, sheet, plan, file)
    assert sheet is not None  # noqa: S101 -- there is no plan without
    refuse_errors(examined, chosen.path)
    found = _merged(examined.trace, chosen, sheet, settings.root)
    if found.wrong:
        raise RefusedError(found.wrong)
    told = Imported(examined, chosen, sheet, found, dry_run=dry_run)
    if not found.edits:
        return told
    draft = _draft(settings, examined, chosen, found.edits)
    if not dry_run:
        replace_file(settings.root / draft.path, draft.before, draft.after)
    return replace(told, after=draft.examined, lines=tuple(draft.lines()) if dry_run else ())


def _plan_of(examined: Examined, sheet: Returned | None, written: str | None, file: Path) -> Plan:
    """Return the plan that a sheet is of."""
    portfolio = examined.trace.portfolio
    references = [row.reference for row in sheet.rows if "/" in row.reference] if sheet is not None else []
    known = {plan.id.casefold() for plan in portfolio.plans}
    named = [Ref(one).plan for one in references if Ref(one).plan.casefold() in known]
    of = sheet.plan if sheet is not None and sheet.plan else next(iter(named), None)
    if sheet is None or of is None:
        why = (
            f"{file.name} has no table with a column Reference in which references of a plan here stand, such as "
            "OAK/A7. Export the plan, change that sheet, and import it: action-plans export --format xlsx"
        )
        raise RefusedError((why,))
    if written is not None and written.casefold() != of.casefold():
        raise RefusedError((f"{file.name} is a sheet of plan {of}, and --plan names {written}.",))
    _refuse_unread(examined, of)
    return chosen_plan(portfolio, of)


def _refuse_unread(examined: Examined, plan: str) -> None:
    """Refuse to go on where the plan cannot be found and files have errors: it may stand in one of them."""
    if not any(one.id.casefold() == plan.casefold() for one in examined.trace.portfolio.plans):
        refuse_errors(examined)


def _merged(trace: Trace, plan: Plan, sheet: Returned, root: Path) -> Merged:
    if sheet.before is not None:
        return merged(trace, plan, sheet, sheet.before)
    likeness = most_like(trace, plan, sheet, root)
    if likeness is None:
        return _without_before(trace, plan, sheet)
    found = merged(trace, plan, sheet, likeness.before)
    edits: list[RowEdit] = []
    doubtful: list[Conflict] = []
    for row in found.edits:
        old = [
            name
            for name, cell in row.cells.items()
            if row.ref is not None and likeness.is_older(row.ref.casefold(), name, cell.after)
        ]
        doubtful += [Conflict(row.ref, row.cells[name], row.cells[name].before) for name in old if row.ref is not None]
        kept = {name: cell for name, cell in row.cells.items() if name not in old}
        if kept:
            edits.append(replace(row, cells=kept))
    return replace(found, edits=tuple(edits), doubtful=tuple(doubtful))


def _without_before(trace: Trace, plan: Plan, sheet: Returned) -> Merged:
    """Show every difference of a sheet of which nobody knows what it held, and take over none."""
    now: Before = cells_by_row(trace, plan)
    found = merged(trace, plan, sheet, now)
    if not found.edits or found.wrong:
        return found
    different = [
        f"{cell.place}: {row.ref or 'a new action'}, {cell.column}: the sheet says {_shown(cell.after)}, "
        f"the plan {_shown(cell.before)}."
        for row in found.edits
        for cell in row.cells.values()
    ]
    why = (
        "The sheet does not say what it held when it was exported (its hidden sheet is gone, or it is a CSV), and git "
        "knows no version of the plan that it is like: so nobody can tell what was changed in it. Export the plan as "
        "xlsx, and make these changes there:"
    )
    return replace(found, wrong=(why, *different))


def _shown(words: str) -> str:
    return f"“{' '.join(words.split())}”" if words else "nothing"


def _draft(settings: Settings, examined: Examined, plan: Plan, edits: tuple[RowEdit, ...]) -> Draft:
    """Return the plan with the edits, read and checked as if it were written."""
    try:
        changes = plan_changes(examined.trace, plan, edits)
    except CannotChangeError as error:
        raise RefusedError((f"{error.place}: {error.why}",)) from None
    before = (settings.root / plan.path).read_bytes()
    after = with_changes(before, changes, plan.path)
    then = examine(settings, instead={plan.path: after})
    places = {row.ref.casefold(): row.place for row in edits if row.ref is not None}
    refuse_new_errors(examined, then, places)
    _comes_back(examined.trace, plan, then.trace, edits)
    return Draft(plan.path, before, after, then)


def _comes_back(now: Trace, plan: Plan, then: Trace, edits: tuple[RowEdit, ...]) -> None:
    """Make sure that the plan then says what the sheet says, and of all else what it said.

    Raises:
        RefusedError: it would say something else.
    """
    by_ref = {row.ref.casefold(): row for row in edits if row.ref is not None}
    wrong = []
    for action in now.actions_of(plan):
        row = by_ref.get(action.ref.casefold())
        old, new = (
            {name: exported_words(cell) for name, cell in cells_of(trace, trace.actions[action.ref]).items()}
            for trace in (now, then)
        )
        asked = row.cells if row is not None else {}
        free = {other for name in asked for other in SIDE_EFFECTS.get(name, ())} - set(asked)
        for name in COLUMN:
            wanted = asked[name].after if name in asked else old[name]
            if name not in free and new[name] != wanted:
                place = asked[name].place if name in asked else (row.place if row is not None else action.ref)
                wrong.append(
                    f"{place}: {name} of {action.ref} would be {_shown(new[name])} then, not {_shown(wanted)}. "
                    "Change it in the plan by hand."
                )
    if wrong:
        raise RefusedError(tuple(wrong))
