"""`action-plans import`: a whole project, exported, changed, imported; and everything that can be wrong on the way."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from tests.exchange.sheets import saved
from tests.project import Project
from tests.small_plans import NOTE, OAK

MORE = """\
  - id: A2   # kept
    title: Count medicines
    for: F1
    owner: CL
    due: 2026-04-24
    closed_on: 2026-04-20
    updates:
      - {date: 2026-04-02, text: Begun}   # the first
      - {date: 2026-04-16, text: Half way}
  - {id: A3, title: Read the charts, for: [F1], owner: RM, due: 2026-07, depends_on: [A1, A2]}
"""
PLAN = OAK + MORE
DONE_WHEN = "    done_when: Everyone who gives medicines scored 10 of 10 on a whole round\n"
HALF_WAY = "text: Half way}\n"
CLOSED = "    status: closed\n    closed_on: 2026-05-12\n"
OPENED = (
    "      - {date: 2026-05-12, text: Two were missed}\n    status: open\n"
    "    reopened:\n      - {date: 2026-05-12, reason: Two were missed}\n"
)
PATH = "plans/oak.yaml"
Edits = dict[tuple[str, str], object]


def exported(project: Project, plan: str = PLAN) -> bytes:
    """Write a project with one plan, and return its workbook."""
    project.write({PATH: plan, "evidence/e1.md": NOTE})
    done = project.command("export", "--format", "xlsx")
    assert (done.exit_code, done.output) == (0, "oak.xlsx\n"), done.said
    return (project.folder / "oak.xlsx").read_bytes()


def given(project: Project, sheet: bytes, name: str = "back.xlsx") -> str:
    """Put a file beside a project, and return its name."""
    (project.folder / name).write_bytes(sheet)
    return name


def imported(project: Project, edits: Edits, *arguments: str) -> str:
    """Export, change, import; return what was said."""
    done = project.command("import", given(project, saved(exported(project), edits)), *arguments)
    assert done.exit_code == 0, done.said
    return done.output


def test_a_change_is_written_with_its_place_and_can_be_seen_on_the_site(project: Project) -> None:
    """The whole way: exported, changed, imported, built: the new owner stands on the page, the comment in the plan."""
    said = imported(project, {("OAK/A1", "Owner"): "registered manager"})
    assert "OAK/A1 Owner (Actions!F2, plans/oak.yaml:20:12): Clinical lead → Registered manager" in said
    assert project.read(PATH) == PLAN.replace("owner: CL", "owner: RM", 1)
    built = project.build()
    assert built.exit_code == 0, built.said
    assert "Registered manager" in project.read("site/plans/oak/actions/a1/index.html")


@pytest.mark.parametrize(
    ("edits", "old", "new"),
    [
        ({("OAK/A1", "Due"): "01/07/2026"}, "due: 2026-06-24", "due: 2026-07-01"),
        (
            {("OAK/A1", "Revised due"): "1 July 2026", ("OAK/A1", "Reason for new date"): "Leave"},
            "    due: 2026-06-24\n",
            "    due: 2026-06-24\n    revised:\n      - {date: 2026-05-12, due: 2026-07-01, reason: Leave}\n",
        ),
        (
            {("OAK/A2", "Latest update"): "Done: twice"},
            "text: Half way}\n",
            'text: Half way}\n      - {date: 2026-05-12, text: "Done: twice"}\n',
        ),
        (
            {("OAK/A1", "Status"): "Closed"},
            DONE_WHEN,
            DONE_WHEN + CLOSED,
        ),
        ({("OAK/A3", "Closed on"): "2026-05-11"}, "A2]}", "A2], closed_on: 2026-05-11}"),
        (
            {("OAK/A2", "Status"): "Open", ("OAK/A2", "Latest update"): "Two were missed"},
            HALF_WAY,
            HALF_WAY + OPENED,
        ),
        ({("OAK/A3", "Depends on"): "a2"}, "depends_on: [A1, A2]", "depends_on: [A2]"),
        ({("OAK/A3", "Depends on"): None}, ", depends_on: [A1, A2]}", "}"),
        ({("OAK/A1", "Done when"): None}, DONE_WHEN, ""),
        ({("OAK/A3", "Due"): "2026-07-31"}, "", ""),
    ],
)
def test_what_a_cell_means(project: Project, edits: Edits, old: str, new: str) -> None:
    """A date, news, closing, opening again, taking out: each changes its own words of the plan and no others."""
    imported(project, edits)
    if "reopened" in new:
        wanted = PLAN.replace("    closed_on: 2026-04-20\n", "").replace(old, new)
        written = project.read(PATH)
        assert sorted(written.splitlines()) == sorted([*wanted.splitlines(), "    closed_on: 2026-04-20"])
    else:
        assert project.read(PATH) == PLAN.replace(old, new, 1)


def test_a_row_without_reference_is_a_new_action_once(project: Project) -> None:
    """It gets the next id and stands after the others; the same sheet again adds it no second time."""
    rows = [{"Action": "Ring families", "Owner": "CL", "Due": "31.7.26", "Finding": "F1", "Latest update": "Asked"}]
    sheet = given(project, saved(exported(project), {}, rows))
    first, second = project.command("import", sheet), project.command("import", sheet)
    assert (first.exit_code, second.exit_code) == (0, 0), first.said + second.said
    assert project.read(PATH) == PLAN + (
        "  - {id: A4, title: Ring families, for: [F1], owner: CL, due: 2026-07-31, "
        "updates: [{date: 2026-05-12, text: Asked}]}\n"
    )
    assert "in the plan already, as OAK/A4" in second.output


def test_what_both_changed_is_shown_and_left_and_the_rest_is_written(project: Project) -> None:
    """Sheet and plan changed one cell: both are shown, the plan's stays; another cell of the sheet is written."""
    edits: Edits = {("OAK/A1", "Owner"): "RM", ("OAK/A1", "Action"): "Watch them all", ("OAK/A3", "Action"): "Read all"}
    sheet = given(project, saved(exported(project), edits))
    project.write({PATH: PLAN.replace("title: Watch everyone who gives medicines on a real round", "title: Watch ten")})
    done = project.command("import", sheet)
    assert done.exit_code == 0, done.said
    for words in ("in the sheet: Watch them all", "in the plan by now: Watch ten", "Watch everyone who gives"):
        assert words in done.output
    for words in ("title: Watch ten\n", "owner: RM\n", "title: Read all, "):
        assert words in project.read(PATH)


def test_a_dry_run_shows_the_lines_and_writes_nothing(project: Project) -> None:
    """The lines that would change are shown with their file, and the plan stays."""
    said = imported(project, {("OAK/A1", "Owner"): "RM"}, "--dry-run")
    assert "-    owner: CL\n+    owner: RM\n" in said
    assert project.read(PATH) == PLAN


def test_order_of_rows_and_columns_and_names_of_sheets_do_not_matter(project: Project) -> None:
    """Columns moved, added and deleted, rows turned round, sheets renamed: the changed cell is found all the same."""
    book = load_workbook(BytesIO(exported(project)))
    tab = book["Actions"]
    rows = [list(row) for row in tab.iter_rows(values_only=True)]
    tab.delete_rows(1, len(rows))
    rows[1][4] = "Watch ten rounds"
    for row in (rows[0], *reversed(rows[1:])):
        kept = [one for number, one in enumerate(row) if number != 11]
        tab.append(["mine" if row is rows[0] else "x", *reversed(kept)])
    tab.title, book["Closed"].title, book["_exported"].title = "To do", "Done", "Hidden one"
    made = BytesIO()
    book.save(made)
    done = project.command("import", given(project, made.getvalue()))
    assert done.exit_code == 0, done.said
    assert project.read(PATH) == PLAN.replace("Watch everyone who gives medicines on a real round", "Watch ten rounds")
    assert "no columns of ours: mine (To do!A1)." in done.output
    assert "Not in the sheet, so left as they are: Done when (To do)." in done.output


def test_a_row_that_is_gone_is_named_and_nothing_is_deleted(project: Project) -> None:
    """A deleted row deletes no action."""
    book = load_workbook(BytesIO(exported(project)))
    book["Actions"].delete_rows(2)
    made = BytesIO()
    book.save(made)
    done = project.command("import", given(project, made.getvalue()))
    assert (done.exit_code, "not deleted: OAK/A1" in done.output) == (0, True), done.said
    assert project.read(PATH) == PLAN


MOVED = PLAN.replace(
    "due: 2026-06-24\n", "due: 2026-06-24\n    revised: [{date: 2026-05-02, due: 2026-07-01, reason: Leave}]\n"
)


def test_a_footer_a_line_through_a_row_and_a_comment_are_told(project: Project) -> None:
    """They change nothing, and refuse nothing; so does a new date that is the old one."""
    book = load_workbook(BytesIO(exported(project)))
    tab = book["Actions"]
    tab.append(["Signed by the manager 24/11/2026"])
    tab.append(["Total"])
    tab["E2"].font = Font(strike=True)
    tab["E3"].comment = Comment("Ask the pharmacist", "")
    tab["H3"] = tab["G3"].value
    made = BytesIO()
    book.save(made)
    done = project.command("import", given(project, made.getvalue()))
    assert (done.exit_code, project.read(PATH)) == (0, PLAN), done.said
    for words in (
        "Actions!A4: “Signed by the manager 24/11/2026” is no reference of an action, so its row was left out.",
        "Actions!A5: “Total” is no reference of an action, so its row was left out.",
        "Actions!A2: OAK/A1 is struck through, and that changes nothing.",
        "Actions!E3: a comment, “Ask the pharmacist”, cannot be taken over.",
        "Actions!H3: this is the day in Due already, so it is no move and was left out.",
    ):
        assert words in done.output


def test_a_new_date_is_taken_out_with_its_reason_only(project: Project) -> None:
    """A reason that nobody touched is not lost without a word; with its own cell emptied both go."""
    book = exported(project, MOVED)
    done = project.command("import", given(project, saved(book, {("OAK/A1", "Revised due"): None})))
    assert "Actions!H2: Revised due is empty, and its reason still stands in Actions!I2." in done.errors
    assert (done.exit_code, project.read(PATH)) == (1, MOVED)
    edits: Edits = {("OAK/A1", "Revised due"): None, ("OAK/A1", "Reason for new date"): None}
    done = project.command("import", given(project, saved(book, edits)))
    assert (done.exit_code, project.read(PATH)) == (0, PLAN), done.said


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ({("OAK/A1", "Owner"): "Head cook"}, "Actions!F2: “Head cook” is no role of the plan"),
        ({("OAK/A1", "Finding"): "F9"}, "Actions!B2: “F9” is no finding or objective of the plan. Did you mean F1?"),
        ({("OAK/A1", "Due"): "soon"}, "Actions!G2: “soon” is no date."),
        ({("OAK/A1", "Due"): "31/02/2026"}, "Actions!G2: “31/02/2026” is no date."),
        ({("OAK/A1", "Action"): None}, "Actions!E2: Action cannot be empty"),
        ({("OAK/A1", "Progress"): "Fine"}, "Actions!K2: “Fine” is none of its words. Write Not started"),
        ({("OAK/A1", "Reason for new date"): "Leave"}, "Actions!I2: a reason needs a new date."),
        ({("OAK/A2", "Latest update"): None}, "Closed!Q2: the plan has several entries there"),
        ({("OAK/A1", "Reference"): "OAK/A3"}, "OAK/A3 stands at Actions!A2 already"),
        ({("OAK/A1", "Reference"): "OAK/A77"}, "Actions!A2: there is no action OAK/A77 in the plan."),
        ({("OAK/A1", "Reference"): "ELM/A1"}, "Actions!A2: ELM/A1 is of another plan than OAK."),
        ({("OAK/A1", "Depends on"): "A1"}, "AP109"),
    ],
)
def test_a_cell_that_is_wrong_refuses_all(project: Project, edits: Edits, said: str) -> None:
    """The cell is named, nothing is written, though another cell is right."""
    sheet = given(project, saved(exported(project), {**edits, ("OAK/A3", "Action"): "Changed as well"}))
    done = project.command("import", sheet)
    assert done.exit_code == 1
    assert said in done.errors
    assert "Traceback" not in done.said
    assert project.read(PATH) == PLAN


def test_a_new_row_without_what_it_needs_is_refused(project: Project) -> None:
    """The row is named, with what is missing."""
    done = project.command("import", given(project, saved(exported(project), {}, [{"Action": "Ring families"}])))
    assert (done.exit_code, "Actions, row 4: a new action needs Owner, Due." in done.errors) == (1, True), done.said


def zipped(**files: str) -> bytes:
    """Return a zip of some files, their names with `__` for a slash."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name.replace("__", "/"), text)
    return made.getvalue()


def with_file(sheet: bytes, path: str, text: str | Callable[[str], str]) -> bytes:
    """Return a workbook in which one file is another, or one more."""
    made = BytesIO()
    with ZipFile(BytesIO(sheet)) as held, ZipFile(made, "w", ZIP_DEFLATED) as packed:
        for name in held.namelist():
            content = held.read(name).decode()
            packed.writestr(name, text(content) if name == path and callable(text) else content)
        if path not in held.namelist() and isinstance(text, str):
            packed.writestr(path, text)
    return made.getvalue()


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (lambda sheet: sheet[: len(sheet) // 2], "it is damaged"),
        (lambda sheet: sheet.replace(b"<sheetData>", b"<sheetBata>"), "it is damaged"),
        (lambda _: b"", "no table"),
        (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "it has a password"),
        (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "it is an old .xls"),
        (lambda _: b"%PDF-1.7\n", "it is no spreadsheet"),
        (lambda _: bytes(range(256)), "it is no spreadsheet"),
        (lambda _: zipped(word__document="x"), "it is no spreadsheet"),
        (lambda _: zipped(mimetype="x", **{"content.xml": "x"}), "it is saved for LibreOffice"),
        (
            lambda _: zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "save it as Excel 2007-365 (.xlsx)",
        ),
        (lambda sheet: with_file(sheet, "xl/sharedStrings.xml", lambda text: ENTITIES + text), "it declares entities"),
        (lambda sheet: with_file(sheet, "xl/big.bin", "0" * 50_000_001), "it holds more than 50 MB"),
        (lambda _: b"Area,Lead,Deadline\nNights,RM,1 May\n", "no table"),
        (lambda _: b'Reference,Action\n"OAK/A1,never closed', "a quotation mark in it is never closed"),
        (lambda _: b"Reference,Action,Owner\n" + b"OAK/A1,x,y\n" * 200_001, "it has more than 200,000 rows"),
    ],
)
def test_a_file_that_cannot_be_taken_is_said_in_a_sentence(
    project: Project, file: Callable[[bytes], bytes], said: str
) -> None:
    """Damaged, locked, hostile, too large or something else: one sentence, exit 1, nothing written."""
    done = project.command("import", given(project, file(exported(project)), "from-her.xlsx"))
    assert done.exit_code == 1
    assert said in done.errors
    assert "Traceback" not in done.said
    assert project.read(PATH) == PLAN


def test_macros_and_links_to_other_files_are_ignored_and_said(project: Project) -> None:
    """What could run or reach elsewhere is not looked at; the rest is."""
    sheet = saved(exported(project), {("OAK/A1", "Owner"): "RM"})
    sheet = with_file(with_file(sheet, "xl/vbaProject.bin", "x"), "xl/externalLinks/externalLink1.xml", "<x/>")
    done = project.command("import", given(project, sheet, "back.xlsm"))
    assert done.exit_code == 0, done.said
    assert "Its macros were ignored." in done.output
    assert "links to other files" in done.output
    assert "owner: RM\n" in project.read(PATH)


def test_a_formula_whose_result_was_not_saved_is_no_empty_cell(project: Project) -> None:
    """A program may save a formula without what it comes to: that must not empty the field."""
    book = load_workbook(BytesIO(exported(project)))
    book["Actions"]["L2"] = '="x"&"y"'
    made = BytesIO()
    book.save(made)
    done = project.command("import", given(project, made.getvalue()))
    assert (done.exit_code, "the formula in Actions!L2" in done.errors) == (1, True), done.said


@pytest.mark.parametrize("bad", ["  owner: &anchor RM\n", "\tnote: a tab\n", "findings2: x\n"])
def test_a_plan_that_has_errors_is_put_right_first(project: Project, bad: str) -> None:
    """Anchors, tabs, unknown fields: the plan's own error is shown, and nothing is written."""
    sheet = given(project, saved(exported(project), {("OAK/A1", "Owner"): "RM"}))
    project.write({PATH: PLAN + bad})
    done = project.command("import", sheet)
    assert (done.exit_code, PATH in done.errors) == (1, True), done.said
    assert project.read(PATH) == PLAN + bad


def csv_of(project: Project) -> str:
    """Return a plan's export as CSV."""
    return project.command("export", "--format", "csv", "-o", "-").output


def test_csv_comes_back_against_the_version_it_is_like(project: Project) -> None:
    """What only the sheet changed is written; what the plan changed since stays."""
    exported(project)
    project.commit(date="2026-04-01T12:00:00Z")
    text = csv_of(project).replace("Read the charts", "Read each chart")
    project.write({PATH: PLAN.replace("owner: CL\n    due: 2026-06-24", "owner: RM\n    due: 2026-06-24")})
    project.commit(date="2026-05-01T12:00:00Z")
    done = project.command("import", given(project, text.encode(), "back.csv"))
    assert done.exit_code == 0, done.said
    written = project.read(PATH)
    assert "title: Read each chart" in written
    assert "owner: RM\n    due: 2026-06-24" in written


def test_csv_without_git_shows_every_difference_and_writes_none(project: Project) -> None:
    """Nobody can tell what was changed, so nothing is."""
    exported(project)
    text = csv_of(project).replace("Read the charts", "Read each chart")
    done = project.command("import", given(project, text.encode(), "back.csv"))
    assert (done.exit_code, "the sheet says “Read each chart”, the plan “Read the charts”" in done.errors) == (1, True)
    assert project.read(PATH) == PLAN
    assert project.command("import", given(project, csv_of(project).encode(), "same.csv")).exit_code == 0


def test_a_sheet_of_another_project_is_not_mixed_up(project: Project) -> None:
    """A workbook of a plan that is not here is refused, and so is one that --plan does not name."""
    sheet = given(project, exported(project))
    assert "--plan names ELM" in project.command("import", sheet, "--plan", "ELM").errors
    project.write({PATH: PLAN.replace("id: OAK", "id: ELM", 1), "evidence/e1.md": NOTE.replace("OAK", "ELM")})
    done = project.command("import", sheet)
    assert (done.exit_code, "There is no plan OAK" in done.errors) == (2, True), done.said


def test_an_empty_workbook_is_no_sheet_of_ours(project: Project) -> None:
    """A workbook without a table is said to have none."""
    exported(project)
    made = BytesIO()
    Workbook().save(made)
    assert "no table with a column Reference" in project.command("import", given(project, made.getvalue())).errors


def test_a_file_that_is_not_there_is_wrong_use(project: Project, tmp_path: Path) -> None:
    """Exit 2, as for every argument that cannot be."""
    exported(project)
    assert project.command("import", str(tmp_path / "gone.xlsx")).exit_code == 2
