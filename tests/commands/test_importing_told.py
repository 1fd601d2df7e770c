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


def test_what_was_written_into_a_grey_cell_is_told(project: Project) -> None:
    """It does not come back, and an import that has nothing to write says so; an unchanged sheet says nothing of it."""
    sheet = exported(project)
    edits = {("OAK/A1", "Evidence"): "Audit of June, 19 of 20", ("OAK/A3", "State"): "Closed"}
    done = project.command("import", given(project, saved(sheet, edits)))
    assert done.exit_code == 0, done.said
    assert done.output.startswith("Nothing to write.\n")
    assert (
        "Actions!N2: Evidence is made by the program and does not come back: “Audit of June, 19 of 20” was not taken. "
        "Write it as a note: action-plans new evidence.\n"
    ) in done.output
    assert "State is made by the program and does not come back: “Closed” was not taken. Write it under" in done.output
    assert "does not come back" not in project.command("import", given(project, saved(sheet, {}))).output


def test_evidence_of_a_new_row_is_told(project: Project) -> None:
    """The action is written, and the report says that its evidence was not."""
    rows = [{"Action": "Ring families", "Owner": "CL", "Due": "31.7.26", "Evidence": "Photos in the office"}]
    done = project.command("import", given(project, saved(exported(project), {}, rows)))
    assert "(new, Actions!A4)" in done.output
    assert "Actions!N4: Evidence is made by the program and does not come back: “Photos in the office”" in done.output


def test_a_new_row_that_is_in_the_plan_already_is_compared_with_it(project: Project) -> None:
    """What was changed in it since is shown beside what the plan says, and left."""
    row = {"Action": "Ring families", "Owner": "CL", "Due": "31.7.26", "Latest update": "Asked"}
    sheet = exported(project)
    assert project.command("import", given(project, saved(sheet, {}, [row]))).exit_code == 0
    written = project.read(PATH)
    changed = {**row, "Due": "31.8.26", "Progress": "At risk"}
    done = project.command("import", given(project, saved(sheet, {}, [changed])))
    assert done.exit_code == 0, done.said
    assert "in the plan already, as OAK/A4" in done.output
    assert (
        "  OAK/A4 Due (Actions!G4)\n    in the sheet: 2026-08-31\n    in the plan by now: 2026-07-31\n"
    ) in done.output
    assert (
        "  OAK/A4 Progress (Actions!K4)\n    in the sheet: At risk\n    in the plan by now: (empty)\n"
    ) in done.output
    assert "OAK/A4 Owner" not in done.output
    assert project.read(PATH) == written
