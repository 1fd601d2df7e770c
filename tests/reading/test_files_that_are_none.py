"""Files that are no plan, merges that are not finished, and what systems leave: said once, first, and by name."""

import os
from datetime import date
from pathlib import Path

import pytest

from action_plans.model.problem import Code, Problem, Severity
from action_plans.pipeline import examine
from action_plans.project.options import Options
from action_plans.project.settings import Settings
from action_plans.reading.portfolio_reader import read_portfolio
from tests.project import DEFAULTS, Project
from tests.small_plans import NOTE, OAK

OWNER = "    owner: CL"
MERGE = "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n"


def problems_of(project: Project) -> tuple[Problem, ...]:
    """Return every problem of a project."""
    return examine(Settings(project.folder, Options(), date(2026, 5, 12))).problems


def errors_of(project: Project) -> list[str]:
    """Return each error as `path:line CODE`."""
    return [
        f"{one.origin.path}:{one.origin.line} {one.code.value}"
        for one in problems_of(project)
        if one.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04\x14\x00word/document.xml", "a Word, Excel or other packed file (zip)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "a Word, Excel or Outlook file of the older kind"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"{\\rtf1\\ansi Plan}", "a document in rich text (RTF)"),
        (b"\x89PNG\r\n\x1a\n\x00", "a picture (PNG)"),
        (b"  <!DOCTYPE html><html></html>", "a web page (HTML) or XML"),
    ],
)
def test_a_document_that_is_called_a_plan_is_told_what_it_is(project: Project, data: bytes, what: str) -> None:
    """One problem, without a line that means nothing in it."""
    project.write({**DEFAULTS, "plans/oak.yaml": OAK})
    (project.folder / "plans" / "elm.yaml").write_bytes(data)
    (problem,) = [one for one in problems_of(project) if one.severity is Severity.ERROR]
    assert (problem.code, problem.origin.path) == (Code.UNREADABLE, "plans/elm.yaml")
    assert problem.message == f"the file is {what}, whatever its name says: not a text that can be read."


@pytest.mark.parametrize(
    ("path", "text", "lines"),
    [
        (
            "plans/oak.yaml",
            OAK.replace("    owner: CL\n", MERGE.format("    owner: CL", "    owner: RM")),
            "20, 22 and 24",
        ),
        ("plans/oak.yaml", OAK + "<<<<<<< HEAD\n", "23"),
        ("plans/oak.yaml", OAK + "=======\n", "23"),
        ("plans/oak.yaml", OAK + "||||||| 1234567\n", "23"),
        ("plans/services/elm.yaml", "name: Elm\n" + MERGE.format("places: 3", "places: 4"), "2, 4 and 6"),
        ("plans/provider.yaml", "name: Elm\n" + MERGE.format("note: a", "note: b"), "2, 4 and 6"),
        ("evidence/OAK/e1.md", NOTE.replace("by: CL\n", MERGE.format("by: CL", "by: RM")), "7, 9 and 11"),
        ("evidence/OAK/e1.md", NOTE + MERGE.format("One.", "Two."), "10, 12 and 14"),
    ],
)
def test_an_unfinished_merge_is_one_error(project: Project, path: str, text: str, lines: str) -> None:
    """In plans, services and notes alike: every line with a mark is named, and nothing else of the file is blamed."""
    project.write({**DEFAULTS, "plans/oak.yaml": OAK, "evidence/OAK/e1.md": NOTE})
    (project.folder / path).parent.mkdir(parents=True, exist_ok=True)
    (project.folder / path).write_text(text, encoding="utf-8")
    (problem,) = [one for one in problems_of(project) if one.severity is Severity.ERROR]
    assert (problem.code, problem.origin.path) == (Code.UNFINISHED_MERGE, path)
    assert problem.message.endswith(f"stand on line{'s' if ' ' in lines else ''} {lines}.")


def test_a_heading_underlined_in_a_note_is_no_merge(project: Project) -> None:
    """Seven = below a line are a heading in Markdown."""
    project.write({**DEFAULTS, "plans/oak.yaml": OAK, "evidence/OAK/e1.md": NOTE + "\nRounds\n=======\n"})
    assert errors_of(project) == []


def test_one_stray_mark_makes_one_error_and_no_other_file_is_blamed(project: Project) -> None:
    """Notes that cite the plan by short and by full references, another plan and its roles: all of them stay quiet."""
    notes = {
        f"evidence/OAK/n{number}.md": NOTE.replace("id: E1", f"id: N{number}").replace("OAK/A1", "[A1, OAK/F1]")
        for number in range(20)
    }
    elm = OAK.replace("id: OAK", "id: ELM").replace("for: F1", "for: [F1, OAK/F1]")
    project.write({**DEFAULTS, "plans/oak.yaml": "<<<<<<< HEAD\n" + OAK, "plans/elm.yaml": elm, **notes})
    assert errors_of(project) == ["plans/oak.yaml:1 AP120"]


def test_a_link_to_a_note_that_cannot_be_read_is_no_error(project: Project) -> None:
    """Nor is a reference to it."""
    first = NOTE + "See [the other](other.md#rounds).\n"
    plan = OAK + "feedback: {date: 2026-04-30, from: Families, said: More rounds, changed: evidence/other}\n"
    files = {"evidence/OAK/e1.md": first, "evidence/OAK/other.md": NOTE.replace("id: E1", "id: [")}
    project.write({**DEFAULTS, "plans/oak.yaml": plan, **files})
    assert {line.split(":")[0] for line in errors_of(project)} == {"evidence/OAK/other.md"}


def test_a_plan_whose_id_is_in_the_merge_is_not_missed_either(project: Project) -> None:
    """Two ids are none: whatever may stand in the file is not called missing."""
    text = OAK.replace("id: OAK\n", MERGE.format("id: OAK", "id: OAK2"), 1)
    project.write({**DEFAULTS, "plans/oak.yaml": text, "evidence/OAK/e1.md": NOTE})
    assert errors_of(project) == ["plans/oak.yaml:1 AP120"]


def test_what_cannot_be_read_comes_first(project: Project) -> None:
    """Before files of earlier names, since what they lack may follow from it."""
    broken = OAK.replace("id: OAK", "id: ALPHA").replace("owner: CL", "owner: XX")
    project.write({**DEFAULTS, "plans/a.yaml": broken, "plans/z.yaml": 'title: "never closed\n'})
    assert errors_of(project) == ["plans/z.yaml:1 AP101", "plans/a.yaml:20 AP110"]


def test_what_systems_and_office_leave_is_passed_over(project: Project) -> None:
    """Nobody meant these files: no warning, in neither folder."""
    left = ["desktop.ini", "Thumbs.db", ".DS_Store", "~$plan.xlsx", "~$oak.yaml", ".~lock.oak.yaml#", "sub/Thumbs.db"]
    files = {f"{folder}/{name}": "left" for folder in ("plans", "evidence") for name in left}
    project.write({**DEFAULTS, "plans/oak.yaml": OAK, **files})
    assert read_portfolio(project.folder).problems == ()


def test_notes_end_in_md_or_markdown_in_any_letters(project: Project) -> None:
    """`.MD` and `.markdown` are read; README is no note, in any letters; `.yml` is a plan."""
    note = NOTE.replace("id: E1\n", "")
    files = {"evidence/a.MD": note, "evidence/b.markdown": note, "evidence/README.md": "x", "evidence/c/readme.MD": "x"}
    project.write({**DEFAULTS, "plans/oak.yml": OAK, **files})
    reading = read_portfolio(project.folder)
    assert [one.path for one in reading.portfolio.notes] == ["evidence/a.MD", "evidence/b.markdown"]
    assert [one.path for one in reading.portfolio.plans] == ["plans/oak.yml"]
    assert reading.problems == ()


def test_other_texts_in_the_evidence_folder_are_named(project: Project) -> None:
    """A text that no note lists looks like proof and is none; a plan there is told where plans lie."""
    listing = NOTE.replace("by: CL\n", "by: CL\nattachments: [{file: counts.csv}]\n")
    files = {
        "evidence/OAK/e1.md": listing,
        "evidence/OAK/counts.csv": "day,count\n",
        "evidence/OAK/minutes.txt": "Said in June",
        "evidence/OAK/other.csv": "day,count\n",
        "evidence/OAK/elm.yaml": OAK,
    }
    project.write({**DEFAULTS, "plans/oak.yaml": OAK, **files})
    (project.folder / "evidence" / "OAK" / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10")
    said = {one.origin.path: (one.code, one.message) for one in read_portfolio(project.folder).problems}
    assert said == {
        "evidence/OAK/elm.yaml": (Code.IGNORED_FILE, "this looks like a plan, and is not read here."),
        "evidence/OAK/minutes.txt": (Code.IGNORED_FILE, "this file is not read, and no note lists it."),
        "evidence/OAK/other.csv": (Code.IGNORED_FILE, "this file is not read, and no note lists it."),
    }


def test_a_text_is_not_named_while_a_note_that_may_list_it_cannot_be_read(project: Project) -> None:
    """The note's own error is enough."""
    project.write(
        {**DEFAULTS, "plans/oak.yaml": OAK, "evidence/e1.md": "---\ntitle: [\n---\n", "evidence/a.csv": "a,b\n"}
    )
    assert {one.origin.path for one in read_portfolio(project.folder).problems} == {"evidence/e1.md"}


def test_links_in_a_circle_pipes_and_devices_are_a_problem_each(tmp_path: Path) -> None:
    """Neither a traceback nor a wait without end, in plans, services, frameworks and evidence alike."""
    for folder in ("plans/services", "plans/frameworks", "evidence"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "plans" / "oak.yaml").write_text(OAK)
    for name in ("plans/x.yaml", "plans/services/x.yaml", "plans/frameworks/x.yaml", "evidence/x.md", "evidence/x.txt"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "plans" / "a.yaml").symlink_to("b.yaml")
    (tmp_path / "plans" / "b.yaml").symlink_to("a.yaml")
    (tmp_path / "evidence" / "self.md").symlink_to("self.md")
    (tmp_path / "evidence" / "zero.md").symlink_to("/dev/zero")
    said = [f"{one.origin.path} {one.code.value}" for one in read_portfolio(tmp_path).problems]
    assert sorted(said) == [
        "evidence/self.md AP100", "evidence/x.md AP207", "evidence/x.txt AP207", "evidence/zero.md AP115",
        "plans/a.yaml AP100", "plans/b.yaml AP100", "plans/frameworks/x.yaml AP207", "plans/services/x.yaml AP207",
        "plans/x.yaml AP207",
    ]  # fmt: skip


@pytest.mark.parametrize("folder", ["plans", "evidence"])
def test_a_folder_that_may_not_be_opened_is_a_problem(
    tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named, and the other folder is read."""
    for each in ("plans/locked", "evidence/locked"):
        (tmp_path / each).mkdir(parents=True)
    (tmp_path / "plans" / "oak.yaml").write_text(OAK)
    opened = os.scandir

    def scandir(path: Path) -> object:
        if Path(path) == tmp_path / folder / "locked":
            raise PermissionError(13, "Permission denied")
        return opened(path)

    monkeypatch.setattr(os, "scandir", scandir)
    reading = read_portfolio(tmp_path)
    assert [f"{one.origin.path} {one.code.value}" for one in reading.problems] == [f"{folder}/locked AP100"]
    assert len(reading.portfolio.plans) == 1


@pytest.mark.parametrize("name", ["x" * 5_000, "a\0b"])
def test_a_folder_with_a_name_that_none_can_have_is_not_there(tmp_path: Path, name: str) -> None:
    """What the options name is answered as any folder that is missing."""
    codes = [one.code for one in read_portfolio(tmp_path, plans_dir=name, evidence_dir=name).problems]
    assert codes == [Code.NOTHING_TO_READ, Code.NOTHING_TO_READ]


def test_evidence_in_a_folder_that_is_not_there_is_not_lost_without_a_word(tmp_path: Path) -> None:
    """Its name has a slip, or other letters than the folder's; the usual folder need not be there."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "oak.yaml").write_text(OAK)
    assert read_portfolio(tmp_path).problems == ()
    (problem,) = read_portfolio(tmp_path, evidence_dir="evidense").problems
    assert (problem.code, problem.origin.path) == (Code.NOTHING_TO_READ, "evidense")
    assert problem.message == "there is no folder evidense with evidence."
    (tmp_path / "Evidence").mkdir()
    (problem,) = read_portfolio(tmp_path).problems
    assert problem.message == "there is no folder evidence, but one called Evidence, which is not read."
    assert problem.hint == "Call the folder evidence, or write its name in evidence_dir as it is: Evidence."
    assert read_portfolio(tmp_path, evidence_dir="Evidence").problems == ()


def test_evidence_that_is_no_folder_is_a_problem(tmp_path: Path) -> None:
    """A file, or a link to itself, in the folder's place."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "oak.yaml").write_text(OAK)
    (tmp_path / "evidence").write_text("x")
    (problem,) = read_portfolio(tmp_path).problems
    assert (problem.code, problem.message) == (Code.UNREADABLE, "this is no folder with evidence.")


def test_a_name_with_a_line_break_forges_no_line(tmp_path: Path) -> None:
    """What a file's name holds is written out, so that a line of a report stays a line."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "oak.yaml").write_text(OAK)
    (tmp_path / "plans" / "a\nplans: error\x1b[31m.txt").write_text("x")
    (problem,) = read_portfolio(tmp_path).problems
    assert str(problem).startswith("plans/a\\nplans: error\\x1b[31m.txt:1:1: error AP115")
