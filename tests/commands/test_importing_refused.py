"""Exported sheets in which something is wrong that could pass for nothing: it is said, and nothing is written."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from tests.commands.test_importing import PATH, PLAN, csv_of, exported, given
from tests.exchange.sheets import saved
from tests.project import Project

STOPPED = '    stopped: {date: 2026-05-01, by: RM, because: "The ward is closed"}\n'
"""Behind the fields of the first action."""


@pytest.mark.parametrize("how", ["deleted", "renamed"])
def test_a_sheet_without_references_is_refused(project: Project, how: str) -> None:
    """The hidden sheet says that it is ours: edits in it are not lost, and no second plan is made of it."""
    book = load_workbook(BytesIO(saved(exported(project), {("OAK/A1", "Owner"): "RM"})))
    _without_references(book, how)
    _is_refused(project, book, "Actions!A1: Reference is missing.")


def test_a_csv_of_ours_without_references_is_refused(project: Project) -> None:
    """Without the hidden sheet the names of the columns say that it is ours."""
    exported(project)
    sheet = given(project, csv_of(project).replace("Reference", "Line", 1).encode(), "back.csv")
    done = project.command("import", sheet)
    assert (done.exit_code, "A1: Reference is missing." in done.errors) == (1, True), done.said
    assert [path.name for path in (project.folder / "plans").glob("*.yaml")] == ["oak.yaml"]


def test_one_sheet_without_references_is_enough(project: Project) -> None:
    """The rows of another sheet that has them are not taken for all there is."""
    book = load_workbook(BytesIO(saved(exported(project), {("OAK/A1", "Owner"): "RM"})))
    book["Actions"].delete_cols(1)
    _is_refused(project, book, "Actions!A1: Reference is missing.")


@pytest.mark.parametrize(("column", "word"), [("Status", "Open"), ("Progress", "On track"), ("Status", "Closed")])
def test_a_stopped_action_is_not_set_going_by_a_cell(project: Project, column: str, word: str) -> None:
    """Open beside stopped would say two things; the cell is named, and what to do."""
    sheet = exported(project, PLAN.replace("    done_when:", f"{STOPPED}    done_when:", 1))
    before = project.read(PATH)
    done = project.command("import", given(project, saved(sheet, {("OAK/A1", column): word})))
    assert (done.exit_code, "the action is stopped" in done.errors) == (1, True), done.said
    assert f"Closed!{'J' if column == 'Status' else 'K'}" in done.errors
    assert project.read(PATH) == before


def _without_references(book: Workbook, how: str) -> None:
    for name in ("Actions", "Closed"):
        if how == "deleted":
            book[name].delete_cols(1)
        else:
            book[name]["A1"] = "Ref"


def _is_refused(project: Project, book: Workbook, said: str) -> None:
    made = BytesIO()
    book.save(made)
    done = project.command("import", given(project, made.getvalue()))
    assert (done.exit_code, said in done.errors, "Nothing was written." in done.errors) == (1, True, True), done.said
    assert project.read(PATH) == PLAN
    assert [path.name for path in (project.folder / "plans").glob("*.yaml")] == ["oak.yaml"]
