"""What an import says of each cell: of a new row, of a sheet that comes again, and of all that is wrong at once."""

from tests.commands.test_importing import PATH, PLAN, exported, given
from tests.commands.test_importing_foreign import SHEET
from tests.exchange.sheets import saved
from tests.project import DEFAULTS, Project


def test_each_cell_of_a_new_row_is_said(project: Project) -> None:
    """A new action is told cell by cell, as a changed one is."""
    rows = [{"Action": "Ring families", "Owner": "CL", "Due": "31.7.26"}]
    done = project.command("import", given(project, saved(exported(project), {}, rows)))
    assert done.exit_code == 0, done.said
    for line in (
        "OAK/A4 (new, Actions!A4)",
        "    Action (Actions!E4): Ring families\n",
        "(Actions!F4): Clinical lead\n",
    ):
        assert line in done.output
    assert "    Due (Actions!G4): 2026-07-31\n" in done.output


def test_all_that_is_wrong_is_said_in_one_run(project: Project) -> None:
    """Three cells emptied that cannot be, a date that is none, a reason without a date: each is named."""
    edits = {
        **{("OAK/A1", name): None for name in ("Action", "Owner", "Due")},
        ("OAK/A3", "Due"): "soon",
        ("OAK/A3", "Reason for new date"): "Leave",
    }
    done = project.command("import", given(project, saved(exported(project), edits)))
    assert done.exit_code == 1
    places = ("Actions!E2", "Actions!F2", "Actions!G2", "Actions!G3", "Actions!I3")
    assert [place for place in places if f"{place}: " not in done.errors] == []
    assert project.read(PATH) == PLAN


def test_a_sheet_imported_again_says_which_lines_changed(project: Project) -> None:
    """Not only how many: the lines of the plan, as a dry run shows them."""
    (project.folder / "plans").mkdir()
    project.write({**DEFAULTS, "home.csv": SHEET})
    project.command("import", "home.csv")
    project.write({"home.csv": SHEET.replace("31/3/2026", "30/4/2026")})
    done = project.command("import", "home.csv")
    assert done.exit_code == 0, done.said
    assert "one change:\n" in done.output
    assert "  -    due: 2026-03-31\n  +    due: 2026-04-30\n" in done.output
