"""A sheet that was exported comes back: what a person changed in it, and nothing else, is written into the plan."""

from pathlib import Path
from random import Random

import pytest

from action_plans.exchange.action_columns import (
    CLOSED_ON,
    EDITABLE,
    LATEST_UPDATE,
    PROGRESS,
    REASON,
    REVISED_DUE,
    STATUS,
    Column,
)
from action_plans.exchange.sheet_changes import SIDE_EFFECTS
from action_plans.exchange.spreadsheet_rows import CellValue
from action_plans.exchange.workbook_writing import workbook
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from tests.exchange.sheets import cells, every_plan, plan_of, saved, some_edit, taken_over, traced

PLANS = [pytest.param(*found, id=found[2].id) for found in every_plan()]
Edits = dict[tuple[str, str], tuple[CellValue, str]]
"""What was written into a cell, by reference and column, and what the plan says then."""

ALONE = (REASON, STATUS, CLOSED_ON)
"""Columns whose edits mean something together with another cell: tests of their own below."""


def choices(random: Random, edits: int, columns: list[Column], plan: Plan) -> list[tuple[str, Column]]:
    """Return some cells of different actions; no progress of one that is stopped, which would be refused."""
    actions = random.sample(plan.actions, min(edits, len(plan.actions)))
    open_to_all = [column for column in columns if column.name != PROGRESS]
    return [
        (f"{plan.id}/{action.id}", random.choice(open_to_all if action.stopped is not None else columns))
        for action in actions
    ]


@pytest.mark.parametrize(("project", "portfolio", "plan"), PLANS)
def test_an_unchanged_sheet_changes_not_one_byte(
    project: Path, portfolio: Portfolio, plan: Plan, tmp_path: Path
) -> None:
    """Exported, opened by another program, saved and taken back: the plan is the same file."""
    now, text = traced(portfolio, plan), (project / plan.path).read_bytes()
    after, found = taken_over(now, plan, saved(workbook(now, plan), {}), tmp_path, text)
    assert after == text
    assert (found.edits, found.conflicts, found.wrong, found.gone) == ((), (), (), ())


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("project", "portfolio", "plan"), PLANS)
def test_an_edit_comes_back_as_that_edit_and_nothing_else(
    project: Path, portfolio: Portfolio, plan: Plan, seed: int, tmp_path: Path
) -> None:
    """Whatever is written into cells of any plan: exported again, these cells say it, and all others what they said."""
    random = Random(f"{plan.id}{seed}")  # noqa: S311 -- the same edits on every machine
    now, text = traced(portfolio, plan), (project / plan.path).read_bytes()
    before = wanted = cells(now, plan)
    wanted = {ref: dict(row) for ref, row in before.items()}
    edits = {}
    columns = [column for column in EDITABLE if column.name not in ALONE]
    for ref, column in choices(random, 5, columns, plan):
        written = some_edit(random, now, plan, column, before[ref][column.name])
        if written is not None:
            edits[ref, column.name] = written[0]
            wanted[ref][column.name] = written[1]
            if column.name == REVISED_DUE:
                wanted[ref][REASON] = ""
    after, found = taken_over(now, plan, saved(workbook(now, plan), edits), tmp_path, text)
    assert (found.wrong, found.conflicts) == ((), ())
    then = plan_of(after, plan.path)
    assert cells(traced(portfolio, then), then) == wanted


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(("project", "portfolio", "plan"), PLANS)
def test_an_edit_touches_only_its_own_lines(
    project: Path, portfolio: Portfolio, plan: Plan, seed: int, tmp_path: Path
) -> None:
    """Every line stays that does not belong to the action that was changed, with its comments and its end."""
    random = Random(f"lines{plan.id}{seed}")  # noqa: S311 -- the same edits on every machine
    now, text = traced(portfolio, plan), (project / plan.path).read_bytes().replace(b"\n", b"\r\n")
    action = random.choice(plan.actions)
    starts = sorted([one.origin.line for one in plan.actions] + [len(text.splitlines()) + 1])
    following = next(line for line in starts if line > action.origin.line)
    sheet = saved(workbook(now, plan), {(f"{plan.id}/{action.id}", "Done when"): "Seen on ten rounds"})
    after, _ = taken_over(now, plan, sheet, tmp_path, text)
    lines, old = after.splitlines(keepends=True), text.splitlines(keepends=True)
    assert lines[: action.origin.line - 1] == old[: action.origin.line - 1]
    assert lines[len(lines) - (len(old) - following) - 1 :] == old[following - 1 :]
    assert after.count(b"\n") == after.count(b"\r\n")


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("project", "portfolio", "plan"), PLANS)
def test_edits_in_the_sheet_and_in_the_plan_are_merged_or_shown(
    project: Path, portfolio: Portfolio, plan: Plan, seed: int, tmp_path: Path
) -> None:
    """What the plan says by now stays unless the sheet alone changed it; where both did it stays too, and is shown."""
    random = Random(f"both{plan.id}{seed}")  # noqa: S311 -- the same edits on every machine
    now, text = traced(portfolio, plan), (project / plan.path).read_bytes()
    columns = [column for column in EDITABLE if column.name not in (*ALONE, REVISED_DUE, LATEST_UPDATE)]
    sheet: Edits = {}
    elsewhere: Edits = {}
    for place, edits in ((sheet, 6), (elsewhere, 6)):
        for ref, chosen in choices(random, edits, columns, plan):
            written = some_edit(random, now, plan, chosen, cells(now, plan)[ref][chosen.name])
            if written is not None:
                place[ref, chosen.name] = written
    shared, ours = random.choice(plan.actions), f"{plan.id}/"
    sheet[f"{ours}{shared.id}", "Done when"] = ("As the sheet has it", "As the sheet has it")
    elsewhere[f"{ours}{shared.id}", "Done when"] = ("As the plan has it", "As the plan has it")
    exported = workbook(now, plan)
    other = saved(exported, {key: value[0] for key, value in elsewhere.items()})
    moved, _ = taken_over(now, plan, other, tmp_path, text)
    meanwhile = plan_of(moved, plan.path)
    by_then = traced(portfolio, meanwhile)

    mine = saved(exported, {key: value[0] for key, value in sheet.items()})
    after, found = taken_over(by_then, meanwhile, mine, tmp_path, moved)
    disputed = {key for key in sheet.keys() & elsewhere.keys() if sheet[key][1] != elsewhere[key][1]}
    wanted = cells(by_then, meanwhile)
    for (ref, column), value in sheet.items():
        if (ref, column) not in disputed:
            wanted[ref][column] = value[1]
    then = plan_of(after, plan.path)
    assert {(conflict.ref, conflict.cell.column) for conflict in found.conflicts} == disputed
    assert cells(traced(portfolio, then), then) == wanted


def test_what_an_edit_brings_with_it_is_said() -> None:
    """A cell that changes another of its row is in the list of those that do: closing, and a new date."""
    assert set(SIDE_EFFECTS) == {STATUS, CLOSED_ON, REVISED_DUE}
