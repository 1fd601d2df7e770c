"""`action-plans import`: a sheet that was exported comes back, and what was changed in it is written into the plan.

Any other sheet becomes a plan: `importing_foreign`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

from action_plans.commands.chosen_plan import chosen_plan
from action_plans.commands.errors_first import refuse_errors, refuse_new_errors
from action_plans.commands.foreign_report import ForeignImported
from action_plans.commands.import_report import Imported
from action_plans.commands.importing_foreign import Asked, import_foreign
from action_plans.english.wording import listed
from action_plans.exchange.action_columns import cells_of
from action_plans.exchange.earlier_exports import cells_by_row, most_like
from action_plans.exchange.file_replacing import replace_file
from action_plans.exchange.foreign_sheet.cell_dates import DateOrder
from action_plans.exchange.plan_changes import Change
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

_REFERENCE = "Only that column says which action a row is. Put it back under this name, or export the plan again."


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


def import_sheet(settings: Settings, file: Path, asked: Asked) -> Imported | ForeignImported:
    """Write what was changed in a sheet into its plan, in place; of a sheet that was not exported make a plan.

    Raises:
        SpreadsheetError: the file cannot be read.
        RefusedError: something in it cannot be taken over; nothing is written.
        ErrorsFirstError: the plan has errors, or would have.
        NotWrittenError: the plan's layout cannot be edited.
        WhichPlanError: the plan that is named is not there.
        MapError, NotImportedError: see `import_foreign`.
    """
    book = read_spreadsheet(file)
    sheet = returned(book)
    if sheet is not None and sheet.lost:
        raise RefusedError(tuple(f"{place}: Reference is missing. {_REFERENCE}" for place in sheet.lost))
    examined = examine(settings)
    of = _plan_named(examined, sheet)
    if sheet is None or of is None:
        return import_foreign(settings, examined, file, book, asked)
    if asked.plan is not None and asked.plan.casefold() != of.casefold():
        raise RefusedError((f"{file.name} is a sheet of plan {of}, and --plan names {asked.plan}.",))
    _refuse_what_does_not_apply(file.name, of, asked)
    _refuse_unread(examined, of)
    chosen = chosen_plan(examined.trace.portfolio, of)
    refuse_errors(examined, chosen.path)
    dates = DateOrder(asked.dates) if asked.dates else DateOrder.DAY_FIRST
    found = _merged(examined.trace, chosen, sheet, settings.root, dates)
    changes = _changes(examined.trace, chosen, found)
    told = Imported(examined, chosen, sheet, found, dry_run=asked.dry_run)
    if not found.edits:
        return told
    draft = _draft(settings, examined, chosen, found.edits, changes)
    if not asked.dry_run:
        replace_file(settings.root / draft.path, draft.before, draft.after)
    return replace(told, after=draft.examined, lines=tuple(draft.lines()) if asked.dry_run else ())


def _plan_named(examined: Examined, sheet: Returned | None) -> str | None:
    """Return the plan that a sheet says it is of, or whose references stand in it; None where it is of none here."""
    if sheet is None:
        return None
    known = {plan.id.casefold() for plan in examined.trace.portfolio.plans}
    references = [row.reference for row in sheet.rows if "/" in row.reference]
    named = [Ref(one).plan for one in references if Ref(one).plan.casefold() in known]
    return sheet.plan or next(iter(named), None)


def _refuse_what_does_not_apply(name: str, plan: str, asked: Asked) -> None:
    """Refuse options that are for sheets of others: what is asked for and cannot be done is not passed over."""
    given = {"--service": asked.service, "--map": asked.map_file, "--green": asked.green}
    named = [option for option, value in given.items() if value is not None]
    if named:
        does = "does" if len(named) == 1 else "do"
        why = f"{name} was exported from plan {plan}, so that {listed(named)} {does} not apply. Leave it out."
        raise RefusedError((why,))


def _refuse_unread(examined: Examined, plan: str) -> None:
    """Refuse to go on where the plan cannot be found and files have errors: it may stand in one of them."""
    if not any(one.id.casefold() == plan.casefold() for one in examined.trace.portfolio.plans):
        refuse_errors(examined)


def _merged(trace: Trace, plan: Plan, sheet: Returned, root: Path, dates: DateOrder) -> Merged:
    if sheet.before is not None:
        return merged(trace, plan, sheet, sheet.before, dates)
    likeness = most_like(trace, plan, sheet, root, dates)
    if likeness is None:
        return _without_before(trace, plan, sheet, dates)
    found = merged(trace, plan, sheet, likeness.before, dates)
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


def _without_before(trace: Trace, plan: Plan, sheet: Returned, dates: DateOrder) -> Merged:
    """Show every difference of a sheet of which nobody knows what it held, and take over none."""
    now: Before = cells_by_row(trace, plan)
    found = merged(trace, plan, sheet, now, dates)
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


def _changes(trace: Trace, plan: Plan, found: Merged) -> list[Change]:
    """Return the changes that a sheet means.

    Raises:
        RefusedError: some cells mean none; all of them are named, whatever is wrong with each.
    """
    changes: list[Change] = []
    wrong = list(found.wrong)
    try:
        changes = plan_changes(trace, plan, found.edits)
    except CannotChangeError as error:
        wrong += [f"{place}: {why}" for place, why in error.cells]
    if wrong:
        raise RefusedError(tuple(wrong))
    return changes


def _draft(
    settings: Settings, examined: Examined, plan: Plan, edits: tuple[RowEdit, ...], changes: Sequence[Change]
) -> Draft:
    """Return the plan with the edits, read and checked as if it were written."""
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
