"""Sheets of other people become plans: what a careful person expects of each, and nothing of a sheet is lost."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook

from action_plans.commands.importing_foreign import Asked
from action_plans.commands.project_settings import project_settings
from action_plans.exchange.foreign_sheet.found_items import Topic
from action_plans.exchange.spreadsheet_error import SpreadsheetError
from action_plans.model.problem import Severity
from action_plans.pipeline import examine
from tests.exchange import sheet_shapes as shapes
from tests.exchange.bad_sheets import BAD_SHEETS, BadSheet
from tests.exchange.foreign_sheets import SHEETS, ForeignSheet
from tests.exchange.taking_in import TakenIn, a_project, mutated, taken_in

QUESTIONS = {
    "title-and-legend": 0,
    "two-header-rows": 0,
    "row-eleven-column-b": 2,
    "merged-findings": 1,
    "several-in-a-cell": 1,
    "rag-by-colour": 1,
    "dates-in-many-forms": 3,
    "month-first": 0,
    "initials-and-names": 2,
    "totals-and-formulas": 1,
    "long-empty-tail": 0,
    "semicolons": 1,
    "several-sheets": 1,
    "special-measures": 5,
}
"""How many cells each report asks about."""

Take = Callable[[ForeignSheet], TakenIn]


@pytest.fixture(scope="module")
def take(tmp_path_factory: pytest.TempPathFactory) -> Take:
    """Return what takes a sheet in, once for all tests."""
    known: dict[str, TakenIn] = {}

    def taken(sheet: ForeignSheet) -> TakenIn:
        if sheet.name not in known:
            folder = a_project(tmp_path_factory.mktemp(sheet.name))
            known[sheet.name] = taken_in(folder, sheet.build(folder))
        return known[sheet.name]

    return taken


every_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)


@every_sheet
def test_what_comes_in_is_what_a_careful_person_counts(sheet: ForeignSheet, take: Take) -> None:
    """Findings, actions, dates, what is closed and since when, how the open ones go: as counted by hand."""
    came = take(sheet)
    actions = came.several("actions")
    assert (len(came.several("findings")), len(actions)) == (sheet.findings, sheet.actions)
    days = [action["due"] for action in actions]
    assert [due for due, told in zip(days, sheet.dues, strict=True) if told] == [
        told.isoformat() for told in sheet.dues if told
    ]
    closed = tuple(number for number, action in enumerate(actions, 1) if action.get("status") == "closed")
    assert closed == sheet.closed
    assert {number: action["closed_on"] for number, action in enumerate(actions, 1) if "closed_on" in action} == {
        number: day.isoformat() for number, day in sheet.closed_on
    }
    assert {number: one["progress"] for number, one in enumerate(actions, 1) if "progress" in one} == dict(
        sheet.progress
    )


@every_sheet
def test_roles_are_named_and_people_are_not(sheet: ForeignSheet, take: Take) -> None:
    """Owners are roles by their titles; a person's name stands in no plan, and is asked about."""
    came = take(sheet)
    titles = {str(title).casefold() for title in came.data["roles"].values()}
    assert {title.casefold() for title in sheet.roles} <= titles
    assert {str(action["owner"]) for action in came.several("actions")} <= set(came.data["roles"])
    assert [name for name in sheet.people if name in came.text] == []


@every_sheet
def test_the_report_names_what_is_to_be_looked_at(sheet: ForeignSheet, take: Take) -> None:
    """What a careful person would ask is asked, and what no field takes is in `extra` or a note."""
    came = take(sheet)
    report = came.report.casefold()
    assert [text for text in sheet.asks if text.casefold() not in report] == []
    items = [came.data, *came.several("findings"), *came.several("actions")]
    kept = " ".join(f"{item.get('extra', '')} {item.get('note', '')}" for item in items).casefold()
    assert [text for text in sheet.kept if text.casefold() not in kept] == []
    assert len(came.asked()) == QUESTIONS[sheet.name]


@every_sheet
def test_nothing_of_a_sheet_is_lost(sheet: ForeignSheet, take: Take) -> None:
    """Every cell's words stand in the plan or in the report."""
    assert take(sheet).lost() == []


@every_sheet
def test_the_plan_has_no_errors_and_says_what_it_was_made_from(sheet: ForeignSheet, take: Take) -> None:
    """A check finds no error in it; its first line names the file."""
    came = take(sheet)
    settings = project_settings(came.path.parents[1] / "mkdocs.yml")
    assert examine(settings).problems_of(Severity.ERROR) == ()
    assert came.text.startswith(f"# Made from {came.file.name} by action-plans import.")


@every_sheet
def test_the_same_sheet_again_changes_not_one_byte(sheet: ForeignSheet, take: Take) -> None:
    """Neither plan nor map changes, and the report says that there is nothing to write."""
    came = take(sheet)
    map_file = came.file.with_name(f"{came.file.name}.map.yaml")
    before = came.path.read_bytes(), map_file.read_bytes()
    again = taken_in(came.path.parents[1], came.file)
    assert (came.path.read_bytes(), map_file.read_bytes()) == before
    assert again.report.startswith("Nothing to write: ")


@pytest.mark.parametrize("sheet", BAD_SHEETS, ids=lambda sheet: sheet.name)
def test_a_bad_file_is_refused_in_a_sentence_or_taken_in_with_it_said(sheet: BadSheet, tmp_path: Path) -> None:
    """What cannot be read is refused, and nothing is written; macros, a second table, errors of formulas are said."""
    folder = a_project(tmp_path)
    file = sheet.build(folder)
    if sheet.actions:
        came = taken_in(folder, file)
        assert (len(came.several("actions")), sheet.says in came.report) == (sheet.actions, True)
        return
    with pytest.raises(SpreadsheetError, match=sheet.says) as refused:
        taken_in(folder, file)
    assert "\n" not in str(refused.value)
    assert [path.name for path in sorted(folder.rglob("*.yaml"))] == []


def test_a_formula_that_came_to_an_error_where_the_action_stands_refuses_the_sheet(tmp_path: Path) -> None:
    """Nobody knows what is to be done: the cell is named, and nothing is written."""
    folder = a_project(tmp_path)
    (folder / "a.csv").write_text("Finding,Action,Owner,Due\nStairs,#REF!,Maintenance,1 May 2026\n", encoding="utf-8")
    with pytest.raises(SpreadsheetError, match="the formula in B2 came to an error, #REF!"):
        taken_in(folder, folder / "a.csv")
    assert not list((folder / "plans").iterdir())


SHAPES = (
    *(shapes.title_and_legend, shapes.two_header_rows, shapes.row_eleven_column_b, shapes.merged_findings),
    *(shapes.several_in_a_cell, shapes.rag_by_colour, shapes.initials_and_names, shapes.several_sheets),
)


@pytest.mark.parametrize("seed", range(16))
def test_whatever_stands_in_cells_a_sheet_is_taken_in_or_refused(seed: int, tmp_path: Path) -> None:
    """Any words in any cell: no fault of ours, no error in the plan, nothing lost; again, not one byte changes."""
    folder = a_project(tmp_path)
    file = SHAPES[seed % len(SHAPES)](folder)
    mutated(file, Random(seed))  # noqa: S311 -- the same for every run
    came = taken_in_or_refused(folder, file)
    if came is None:
        return
    assert came.lost() == []
    before = came.path.read_bytes()
    taken_in(folder, file)
    assert came.path.read_bytes() == before


def taken_in_or_refused(folder: Path, file: Path) -> TakenIn | None:
    """Import a file; return None where it is refused for one of the reasons that people are told."""
    try:
        return taken_in(folder, file)
    except SpreadsheetError as error:
        if re.search("no table|came to an error|was not saved", error.why):
            return None
        raise


def rows_of(folder: Path, *rows: str) -> Path:
    """Write a CSV with a usual header, and return it."""
    file = folder / "home.csv"
    file.write_text("\n".join(["No,Finding,Action,Owner,Due,Status,Comments", *rows, ""]), encoding="utf-8")
    return file


FIRST = "1,Doors,Oil the hinges,Maintenance,1 May 2026,Open,"
SECOND = "2,Lights,Change the bulbs,Maintenance,8 May 2026,Open,"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A project with a sheet of two rows, taken in."""
    folder = a_project(tmp_path)
    taken_in(folder, rows_of(folder, FIRST, SECOND))
    return folder


def plan_of(folder: Path) -> Path:
    """Return the plan of that sheet."""
    return folder / "plans" / "HOME.yaml"


def test_what_changed_in_the_sheet_is_written_and_what_people_added_stays(home: Path) -> None:
    """A new date and a new row come in, a comment and an update that people wrote stay, and nothing is doubled."""
    text = plan_of(home).read_text(encoding="utf-8")
    own = text.replace("title: Oil the hinges\n", "title: Oil the hinges   # on the stairs too\n").replace(
        "    due: 2026-05-08\n", "    due: 2026-05-08\n    updates:\n      - {date: 2026-05-02, text: Bulbs are here}\n"
    )
    plan_of(home).write_text(own, encoding="utf-8")
    changed = FIRST.replace("1 May", "4 June")
    came = taken_in(
        home, rows_of(home, changed, SECOND.replace("Open", "Done"), "3,Floors,Mend it,Maintenance,1 July 2026,,")
    )
    written = came.text
    assert "title: Oil the hinges   # on the stairs too\n    owner: MAI\n    due: 2026-06-04\n" in written
    assert "text: Bulbs are here}" in written
    assert [action["id"] for action in came.several("actions")] == ["A1", "A2", "A3"]
    assert [finding["id"] for finding in came.several("findings")] == ["F1", "F2", "F3"]
    assert came.several("actions")[1]["status"] == "closed"
    assert came.report.startswith("Changed: plans/HOME.yaml from home.csv: three findings and three actions (1 closed)")


def test_what_both_changed_is_shown_and_left(home: Path) -> None:
    """The plan's date stays where sheet and plan have a new one; both are shown."""
    plan_of(home).write_text(plan_of(home).read_text("utf-8").replace("2026-05-01", "2026-05-20"), encoding="utf-8")
    came = taken_in(home, rows_of(home, FIRST.replace("1 May", "4 June"), SECOND))
    assert came.several("actions")[0]["due"] == "2026-05-20"
    assert "A1 due: the sheet says “2026-06-04”, the plan “2026-05-20”." in came.report


def test_a_cell_that_nobody_touched_never_undoes_what_the_plan_says(home: Path) -> None:
    """The plan's own words stay, whatever an old sheet says, and a title that was put right is known again."""
    text = plan_of(home).read_text("utf-8").replace("title: Oil the hinges", "title: Oil every hinge")
    plan_of(home).write_text(text.replace("2026-05-01", "2026-05-20"), encoding="utf-8")
    before = plan_of(home).read_bytes()
    taken_in(home, rows_of(home, FIRST, SECOND))
    assert plan_of(home).read_bytes() == before


def test_rows_in_another_order_and_a_row_that_is_gone(home: Path) -> None:
    """Order says nothing; what is gone from the sheet is named, and not deleted."""
    before = plan_of(home).read_bytes()
    taken_in(home, rows_of(home, SECOND, FIRST))
    assert plan_of(home).read_bytes() == before
    came = taken_in(home, rows_of(home, SECOND))
    assert plan_of(home).read_bytes() == before
    assert "A1: Oil the hinges" in came.report


def test_new_words_of_an_action_are_known_by_its_number(home: Path) -> None:
    """Where the number is the same, other words are the same action, put better."""
    came = taken_in(home, rows_of(home, FIRST.replace("Oil the hinges", "Oil all hinges twice a year"), SECOND))
    assert [action["title"] for action in came.several("actions")] == [
        "Oil all hinges twice a year",
        "Change the bulbs",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1,Doors,Train staff,Maintenance,1 May 2026,Open,", "2,Lights,Train staff,Chef,8 May 2026,Open,"),
        ("1,Doors,Train staff,Maintenance,1 May 2026,Open,", "1,Doors,Train staff,Chef,8 May 2026,Open,"),
    ],
)
def test_actions_with_the_same_words_stay_apart(first: str, second: str, tmp_path: Path) -> None:
    """Two rows are two actions, under two findings or one, and stay so the second time."""
    folder = a_project(tmp_path)
    taken_in(folder, rows_of(folder, first, second))
    came = taken_in(folder, rows_of(folder, first, second.replace("8 May", "9 May")))
    assert [(one["owner"], one["due"]) for one in came.several("actions")] == [
        ("MAI", "2026-05-01"),
        ("CHEF", "2026-05-09"),
    ]


def test_an_owner_that_was_a_person_becomes_a_role_by_the_map(tmp_path: Path) -> None:
    """The map asks who a person is; with the answer in it the plan names the role, and the map keeps its comments."""
    folder = a_project(tmp_path)
    file = rows_of(folder, FIRST.replace("Maintenance", "Joanna Wzorowa"), SECOND)
    came = taken_in(folder, file)
    assert came.several("actions")[0]["owner"] == "TBN1"
    assert came.asked() == taken_in(folder, file).asked()
    map_file = folder / "home.csv.map.yaml"
    answered = map_file.read_text("utf-8").replace("Role to be named 1", "Deputy manager   # since March")
    map_file.write_text(answered, encoding="utf-8")
    came = taken_in(folder, file)
    assert came.data["roles"][came.several("actions")[0]["owner"]] == "Deputy manager"
    assert "# since March" in map_file.read_text("utf-8")
    assert "Joanna" not in came.text


def test_green_and_dates_are_as_asked(tmp_path: Path) -> None:
    """`--green closed` closes what is green, `--dates month-first` reads days so; both are kept in the map."""
    folder = a_project(tmp_path)
    file = rows_of(folder, FIRST.replace("1 May 2026,Open", "03/04/2026,Green"), SECOND)
    came = taken_in(folder, file, Asked(dates="month-first", green="closed", plan="ELM", service="Elm Court"))
    action = came.several("actions")[0]
    assert (action["due"], action["status"]) == ("2026-03-04", "closed")
    assert (came.data["id"], came.data["service"], came.path.name) == ("ELM", "Elm Court", "ELM.yaml")
    said = (folder / "home.csv.map.yaml").read_text("utf-8")
    assert "dates: month-first\n" in said
    assert "green: closed\n" in said


def test_hidden_rows_are_read_and_named(tmp_path: Path) -> None:
    """A filter hides rows: they come in, and the report says so."""
    folder = a_project(tmp_path)
    came = taken_in(folder, shapes.totals_and_formulas(folder))
    hidden = [remark for remark in came.told.sheet.context.remarks if remark.topic is Topic.HIDDEN]
    assert [remark.words.split(":")[0] for remark in hidden] == ["row 3", "row 4"]


def test_a_whole_text_where_an_owner_should_stand_is_taken_in_twice(tmp_path: Path) -> None:
    """A text of 1,500 letters is no owner: the map names its beginning, is read again, and nothing changes."""
    folder = a_project(tmp_path)
    file = rows_of(folder, FIRST.replace("Maintenance", "somebody will see to it " * 60), SECOND)
    before = taken_in(folder, file).path.read_bytes()
    assert taken_in(folder, file).path.read_bytes() == before


def test_letters_codes_and_a_key_below_the_table_are_understood(tmp_path: Path) -> None:
    """G is what the key below says, H is high, S1 is of Safe; a day of completion closes what a colour left open."""
    folder = a_project(tmp_path)
    (folder / "rose.csv").write_text(
        "KLOE,Issue,Action,Owner,Due,Priority,RAG,Date completed\n"
        "S1,Fridge,Log it daily,RM,1 May 2026,H,A,2 April 2026\n"
        "W2,Audits,Make a schedule,RM,1 May 2026,Med,G,\n"
        "\n"
        "Key: G = complete; A = in progress\n",
        encoding="utf-8",
    )
    came = taken_in(folder, folder / "rose.csv")
    assert [finding["key_questions"] for finding in came.several("findings")] == ["safe", "well-led"]
    assert [action["priority"] for action in came.several("actions")] == ["high", "medium"]
    assert [action.get("closed_on", action["status"]) for action in came.several("actions")] == ["2026-04-02", "closed"]
    assert came.lost() == []


def test_sections_tables_and_sheets_are_told_apart(tmp_path: Path) -> None:
    """A heading over the table cites a regulation for what follows; tables below each other and beside are read."""
    folder = a_project(tmp_path)
    book = Workbook()
    tab = book.active
    assert tab is not None
    rows = (
        ("Must do actions",),
        ("Finding", "Action", "Lead", "Deadline", None, None, "Options"),
        ("Regulation 12: Safe care and treatment",),
        ("Ligature risks", "Survey all wards", "Director of nursing", date(2026, 3, 31), None, None, "Yes"),
        (),
        ("Issue", "What we will do", "Who", "When"),
        ("Garden", "Mow", "All staff", date(2026, 6, 1)),
    )
    for row in rows:
        tab.append(row)
    tab.merge_cells("A3:D3")
    other = book.create_sheet("Well-led")
    other.append(["Recommendation", "Action", "Owner", "Due date"])
    other.append(["Board minutes", "Publish", "Company secretary", "2026-07-01"])
    book.save(folder / "trust.xlsx")
    came = taken_in(folder, folder / "trust.xlsx")
    assert [finding["title"] for finding in came.several("findings")] == ["Ligature risks", "Garden", "Board minutes"]
    assert came.several("findings")[0]["regulations"] == "Regulation 12: Safe care and treatment"
    assert "regulations" not in came.several("findings")[1]
    assert [action["title"] for action in came.several("actions")] == ["Survey all wards", "Mow", "Publish"]
    assert "tables:\n  - sheet: Sheet\n" in (folder / "trust.xlsx.map.yaml").read_text("utf-8")
    assert came.lost() == []
