"""`action-plans export` and the files beside a plan's page: complete, safe, the same for the same plan."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from action_plans.exchange.action_columns import COLUMNS, PROGRESS, STATUS
from action_plans.exchange.plan_exports import DOWNLOADS, EXPORTS
from action_plans.exchange.safe_cells import CUT, MOST, fitting, for_csv, from_csv
from action_plans.model.action import Progress, Status
from tests.builders import a_closed_action, a_finding, a_line, a_note, a_plan, an_action, traced
from tests.project import Project
from tests.small_plans import NOTE, OAK

KEPT_BACK = "Words kept until somebody asks"
HOSTILE = ("=1+1", "+44 1632 960000", "-5", "@SUM(A1)", "'=quoted", "''@twice", "'plain")


def test_the_sheets_are_those_that_people_know() -> None:
    """Open and closed actions, findings, measures, how to use it, and a hidden sheet of what was exported."""
    plan = a_plan(
        actions=[
            an_action(due="2026-07"),
            a_closed_action(id="A2", status="closed"),
            an_action(id="A3", progress="at-risk"),
        ],
        measures=[
            {"id": "M1", "title": "Doses", "readings": [{"date": "2026-04-01", "value": "92.5", "n": 37, "of": 40}]}
        ],
    )
    book: Any = load_workbook(BytesIO(EXPORTS["xlsx"](traced(plan), plan)))
    assert book.sheetnames == ["Actions", "Closed", "Findings", "Measures", "How to use this", "_exported"]
    assert [tab.title for tab in book.worksheets if tab.sheet_state != "visible"] == ["_exported"]
    tab = book["Actions"]
    assert [cell.value for cell in tab[1]] == [column.name for column in COLUMNS]
    assert [row[0].value for row in tab.iter_rows(min_row=2)] == ["OAK/A1", "OAK/A3"]
    assert (tab["G2"].value.date().isoformat(), tab["G2"].number_format) == ("2026-07-31", "mmmm yyyy")
    assert (tab["G3"].number_format, tab["K3"].value) == ("d mmm yyyy", "At risk")
    assert (tab.freeze_panes, tab.auto_filter.ref, tab.print_title_rows) == ("B2", "A1:S3", "$1:$1")
    assert (tab.page_setup.orientation, int(tab.page_setup.paperSize)) == ("landscape", 9)
    assert [cell.value for cell in book["Measures"][2]][3:7] == [book["Measures"]["D2"].value, 92.5, 37, 40]
    lists = {str(one.sqref).split(":")[0]: one.formula1 for one in tab.data_validations.dataValidation}
    numbers = {column.name: column.choices for column in COLUMNS}
    assert lists["J2"] == f'"{",".join(word.label for word in Status)}"'
    assert lists["K2"] == f'"{",".join(word.label for word in Progress)}"'
    assert numbers[STATUS] == tuple(Status)
    assert numbers[PROGRESS] == tuple(Progress)


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_become_a_formula(words: str) -> None:
    """In the workbook they are text; in CSV an apostrophe stands before them, and comes off again."""
    plan = a_plan(actions=[an_action(title=words, done_when=words)], findings=[a_finding(title=words)])
    book = load_workbook(BytesIO(EXPORTS["xlsx"](traced(plan), plan)))
    for tab, cell in (("Actions", "E2"), ("Actions", "L2"), ("Findings", "B2"), ("_exported", "C3")):
        assert (book[tab][cell].value, book[tab][cell].data_type) == (words, "s")
    row = list(csv.reader(StringIO(EXPORTS["csv"](traced(plan), plan).decode("utf-8-sig"))))[1]
    assert row[4][0] not in "=+-@"
    assert from_csv(row[4]) == words == from_csv(for_csv(words))


def test_words_too_long_for_a_cell_are_cut_and_say_so() -> None:
    """Excel refuses more: the cell ends with where the rest is."""
    assert fitting("a" * MOST) == "a" * MOST
    cut = fitting("\U0001f600" * MOST)
    assert (len(cut.encode("utf-16-le")) // 2 <= MOST, cut.endswith(CUT)) == (True, True)


@pytest.mark.parametrize("form", sorted(EXPORTS))
def test_nothing_that_is_kept_on_request_is_in_any_form(form: str) -> None:
    """Of such evidence there is its title, its date and its check, in each form."""
    said = dict.fromkeys(("sample", "result", "kept", "note", "period"), KEPT_BACK)
    line = a_line("2026-05-01", confidentiality="on-request", title="A letter", review_due="2026-06-01", **said)
    note = a_note(confidentiality="on-request", body=KEPT_BACK, attachments=[{"file": "secret.pdf"}], result=KEPT_BACK)
    plan = a_plan(actions=[a_closed_action(evidence=[line])])
    now = traced(plan, notes=[note])
    made = EXPORTS[form](now, plan)
    held = b"".join(map(ZipFile(BytesIO(made)).read, ZipFile(BytesIO(made)).namelist())) if form == "xlsx" else made
    assert KEPT_BACK.encode() not in held
    assert b"secret.pdf" not in held
    assert b"look at evidence again" not in held


def test_json_holds_every_field_and_what_follows(project: Project) -> None:
    """The schema, the day, the plan under its own names, and its nodes of the trail."""
    project.write({"plans/oak.yaml": OAK, "evidence/e1.md": NOTE})
    held = json.loads(project.command("export", "--format", "json", "-o", "-").output)
    assert list(held) == ["schema", "as_of", "plan", "computed"]
    assert (held["schema"], held["as_of"]) == ("action-plans/plan/1", "2026-05-12")
    assert held["plan"]["actions"][0]["for"] == ["F1"]
    assert held["plan"]["actions"][0]["due"] == "2026-06-24"
    assert held["plan"]["findings"][0]["kind"] == "breach"
    assert project.build().exit_code == 0
    nodes = json.loads(project.read("site/trail.json"))["nodes"]
    assert held["computed"] == [node for node in nodes if node["ref"].startswith("OAK")]


def test_the_calendar_has_whole_days_without_alarms() -> None:
    """Each day has a name that stays, the count of its moves, and the day as at; what is done is not in it."""
    moved = [{"date": "2026-05-01", "due": "2026-08"}]
    reached = {"id": "MS2", "title": "Met", "due": "2026-01-01", "reached_on": "2026-01-01"}
    plan = a_plan(
        actions=[an_action(id="A7", revised=moved, checker="DM", check_due="2026-09-01"), a_closed_action(id="A8")],
        milestones=[{"id": "MS1", "title": "Safe", "due": "2026-06-30"}, reached],
        sources=[{"id": "S1", "kind": "requirement-notice", "title": "Notice", "response_due": "2026-06-01"}],
        communications=[{"audience": "Families", "message": "News", "due": "2026-06-02"}],
    )
    made = EXPORTS["ics"](traced(plan, notes=[a_note(supports="OAK/A8", review_due="2026-07-01")]), plan)
    events: list[Any] = list(Calendar.from_ical(made).walk("VEVENT"))
    found = {str(event["uid"]): (event["dtstart"].dt.isoformat(), event["sequence"]) for event in events}
    assert found == {
        "oak-a7-due@oakfield-house.action-plans": ("2026-08-31", 1),
        "oak-a7-check@oakfield-house.action-plans": ("2026-09-01", 0),
        "oak-ms1-due@oakfield-house.action-plans": ("2026-06-30", 0),
        "oak-evidence-e1-review@oakfield-house.action-plans": ("2026-07-01", 0),
        "oak-source-s1-response@oakfield-house.action-plans": ("2026-06-01", 0),
        "oak-communication-1-due@oakfield-house.action-plans": ("2026-06-02", 0),
    }
    assert made.count(b"TRANSP:TRANSPARENT") == made.count(b"DTSTAMP:20260512T000000Z") == len(events)
    assert b"VALARM" not in made
    assert b"http" not in made


@pytest.mark.xdist_group("seeds")  # one process starts what starts commands under each seed
@pytest.mark.parametrize("form", sorted(EXPORTS))
def test_the_same_plan_gives_the_same_bytes(project: Project, form: str) -> None:
    """Whatever the order in which Python hashes, on whichever day it runs."""
    project.write({"plans/oak.yaml": OAK, "evidence/e1.md": NOTE})
    made = []
    for seed in ("1", "2"):
        name = f"{seed}.{form}"
        done = project.command("export", "--format", form, "-o", name, environment={"PYTHONHASHSEED": seed})
        assert done.exit_code == 0, done.said
        made.append((project.folder / name).read_bytes())
    assert made[0] == made[1]
    if form == "xlsx":
        with ZipFile(BytesIO(made[0])) as packed:
            assert {one.date_time[:3] for one in packed.infolist()} == {(2026, 5, 12)}
            assert b"2026-05-12T00:00:00Z" in packed.read("docProps/core.xml")


def test_the_same_files_lie_beside_the_plans_page(project: Project) -> None:
    """What the command writes is what the page links to, byte for byte, and in the pack as well."""
    project.write({"plans/oak.yaml": OAK, "evidence/e1.md": NOTE})
    assert project.build().exit_code == 0
    page = project.read("site/plans/oak/index.html")
    for form in DOWNLOADS:
        assert project.command("export", "--format", form, "-o", f"mine.{form}").exit_code == 0
        content = (project.folder / f"mine.{form}").read_bytes()
        assert (project.site / f"plans/oak/plan.{form}").read_bytes() == content
        assert f"plan.{form}" in page
    assert project.command("pack", "-o", "pack.zip").exit_code == 0
    with ZipFile(project.folder / "pack.zip") as packed:
        held = [name for name in packed.namelist() if name.endswith(tuple(f"plan.{form}" for form in DOWNLOADS))]
    assert len(held) == len(DOWNLOADS)


def test_what_is_there_is_replaced_only_where_it_is_named(project: Project) -> None:
    """Without -o an existing file stays; with it, it is replaced; and a plan with errors is told so."""
    project.write({"plans/oak.yaml": OAK, "oak.csv": "mine"})
    done = project.command("export", "--format", "csv")
    assert (done.exit_code, project.read("oak.csv")) == (1, "mine"), done.said
    assert project.command("export", "--format", "csv", "-o", "oak.csv").exit_code == 0
    assert project.read("oak.csv") != "mine"
    assert project.command("export", "--format", "csv", "--plan", "ELM").exit_code == 2
    project.write({"plans/oak.yaml": OAK + "onwer: RM\n"})
    done = project.command("export", "--format", "csv", "-o", "-")
    assert (done.exit_code, "AP105" in done.errors) == (1, True), done.said
    assert not list(Path(project.folder).glob(".*.part"))


@pytest.mark.parametrize(
    ("name", "is_written"), [("out.xlsx", False), ("out.XLS", False), ("out.csv", True), ("out.txt", True)]
)
def test_a_file_is_not_called_after_another_form(project: Project, name: str, *, is_written: bool) -> None:
    """Excel does not open CSV that is called .xlsx: nothing is written, and both ways out are named."""
    project.write({"plans/oak.yaml": OAK})
    ran = project.command("export", "--format", "csv", "-o", name)
    assert (project.folder / name).exists() == is_written, ran.said
    assert ran.exit_code == (0 if is_written else 2)
    assert ("Write -o out.csv" in ran.said) != is_written
