"""Attachments: only what a note lists, of kinds that do no harm, from beside the note."""

import hashlib
import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from action_plans.notes.note_contents import read_notes
from tests import small_plans
from tests.notes.picture_files import noted_picture, plain_picture
from tests.project import Project
from tests.staff.edition import PLAN, Made, made_of

NOTE = "---\nid: E1\ntitle: Count sheets\ndate: 2026-04-01\nsupports: OAK/A1\nattachments:\n"


def with_attachment(project: Project, written: str) -> Project:
    """Write a plan, and a note on line 7 of which one attachment is listed."""
    return project.write(
        {"plans/oak.yaml": PLAN, "evidence/counts/e1.md": f"{NOTE}  - {{file: {written}}}\n---\nText.\n"}
    )


def put(project: Project, path: str, content: bytes = b"1,2\n") -> None:
    """Put a file into the project."""
    place = project.folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


def made_with_file(project: Project, name: str, content: bytes) -> Made:
    """Make the edition of a note that lists one file, which holds `content`."""
    put(with_attachment(project, f"'{name}'"), f"evidence/counts/{name}", content)
    return made_of(project)


def packed(**parts: str) -> bytes:
    """Return a zip file of parts by their names, in which `__` stands for a slash and `_` for a full stop."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/").replace("_", ".")), text)
    return held.getvalue()


def office(kind: str, **more: str) -> bytes:
    """Return a Word document or an Excel workbook with these parts besides its own."""
    main = {"docx": "word__document_xml", "xlsx": "xl__workbook_xml"}[kind]
    held = packed(**{main: "<x/>", **more})
    with BytesIO(held) as file:
        with zipfile.ZipFile(file, "a") as archive:
            archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), "<Types/>")
        return file.getvalue()


SHEET = "application/vnd.oasis.opendocument.spreadsheet"
TEXT = "application/vnd.oasis.opendocument.text"
WEB_PAGE = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
DRAWING = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7\n%%EOF\n"),
        ("scanned.pdf", b"\0\0 scanner\n%PDF-1.4\n%%EOF\n"),
        ("a.png", plain_picture("PNG")),
        ("a.JPG", plain_picture("JPEG")),
        ("a.jpeg", plain_picture("JPEG")),
        ("a.webp", plain_picture("WEBP")),
        ("a.gif", plain_picture("GIF")),
        ("a.docx", office("docx")),
        ("a.xlsx", office("xlsx")),
        ("a.ods", packed(mimetype=SHEET, content_xml="<x/>")),
        ("a.odt", packed(mimetype=TEXT, content_xml="<x/>")),
        ("a.csv", "name;sum\nCafé;1\n".encode("cp1252")),
        ("a.txt", "\ufeffBoth times: < 5 °C".encode()),
        ("empty.csv", b""),
    ],
)  # fmt: skip
def test_each_kind_is_published_as_it_is(project: Project, name: str, content: bytes) -> None:
    """Every kind that may be published is, byte for byte, with its own sum and no other."""
    made = made_with_file(project, name, content)
    assert made.note_codes == []
    published = made.assets[f"evidence/counts/e1/{name.lower()}"].content
    assert isinstance(published, Path)
    assert published.read_bytes() == content
    assert made.pages["evidence/counts/e1/"].html.count("SHA-256") == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.png", WEB_PAGE, "web page"),
        ("a.jpg", DRAWING, "web page or a drawing"),
        ("a.gif", b"<!-- GIF89a --><svg/>", "web page or a drawing"),
        ("a.pdf", WEB_PAGE, "web page"),
        ("a.txt", WEB_PAGE, "web page"),
        ("a.csv", b"\xef\xbb\xbf\n <script>alert(1)</script>", "web page"),
        ("a.png", plain_picture("JPEG"), "is a JPEG picture"),
        ("a.jpg", b"%PDF-1.7", "is a PDF"),
        ("a.png", b"", "is empty"),
        ("a.png", b"MZ\x90\x00", "something else"),
        ("a.txt", b"MZ\x90\x00", "no plain text"),
        ("a.csv", "Unicode text".encode("utf-16"), "no plain text"),
        ("a.txt", b"\x81\x8d", "no plain text"),
        ("a.docx", b"PK\x03\x04 cut short", "something else"),
        ("a.docx", office("xlsx"), "something else"),
        ("a.xlsx", packed(readme_txt="no workbook"), "something else"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0 old or locked", "password"),
        ("a.odt", packed(mimetype=SHEET), "something else"),
        ("a.docx", office("docx", word__vbaProject_bin="x"), "macros"),
        ("a.xlsx", office("xlsx", xl__macrosheets__sheet1_xml="x"), "macros"),
        ("a.ods", packed(mimetype=SHEET, Basic__Standard__Module1_xml="x"), "macros"),
    ],
)  # fmt: skip
def test_what_a_file_holds_counts_more_than_its_name(project: Project, name: str, content: bytes, said: str) -> None:
    """A file that is not what its name says, or could run something, is an error at its line with what to do."""
    made = made_with_file(project, name, content)
    (problem,) = made.note_problems
    assert (problem.code.value, problem.origin.line) == ("AP115", 7)
    assert said in problem.message
    assert problem.hint
    assert not [path for path in made.assets if path.startswith("evidence/")]


@pytest.mark.parametrize(("name", "kind"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.webp", "WEBP"), ("a.gif", "GIF")])
def test_a_broken_picture_is_an_error_at_its_line(project: Project, name: str, kind: str) -> None:
    """A picture that is cut short is told with the line that lists it, and is not published."""
    made = made_with_file(project, name, plain_picture(kind)[:-9])
    (problem,) = made.note_problems
    assert (problem.code.value, problem.origin.line) == ("AP100", 7)
    assert not [path for path in made.assets if path.startswith("evidence/")]


def test_a_pdf_that_runs_something_is_published_with_a_warning(project: Project) -> None:
    """A PDF that says that it holds a program is named; one with a form alone is not."""
    made = made_with_file(project, "a.pdf", b"%PDF-1.7\n<</S /JavaScript /JS (app.alert(1))>>\n%%EOF")
    assert made.note_codes == ["AP210"]
    assert "evidence/counts/e1/a.pdf" in made.assets
    assert made_with_file(project, "a.pdf", b"%PDF-1.7\n<</AcroForm 3 0 R>>\n%%EOF").note_codes == []


def test_a_picture_is_published_without_place_and_device(project: Project) -> None:
    """The published picture has the sum that the page shows, and the original's sum stands beside it."""
    noted = noted_picture("JPEG")
    made = made_with_file(project, "door.jpg", noted)
    published = made.assets["evidence/counts/e1/door.jpg"].content
    assert isinstance(published, bytes)
    assert b"PhoneMaker" in noted
    assert b"PhoneMaker" not in published
    said = made.said("evidence/counts/e1/")
    assert f"SHA-256 {hashlib.sha256(published).hexdigest()}" in said
    assert hashlib.sha256(noted).hexdigest() in said.split("the original")[1]


def test_nothing_of_a_note_on_request_is_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of a note on request are looked for, and never opened."""
    project.write({"plans/oak.yaml": PLAN})
    text = f"{NOTE}  - {{file: a.pdf}}\nconfidentiality: on-request\n---\nText.\n"
    put(project, "evidence/counts/a.pdf", b"not a PDF")
    put(project, "evidence/counts/e1.md", text.encode())
    monkeypatch.setattr("action_plans.notes.attachments.fault_of_content", None)
    assert made_of(project).note_codes == []


def test_a_listed_file_is_published_beside_the_page(project: Project) -> None:
    """A file that a note lists is published under the note's address, by a name that is safe in one, with its sum."""
    with_attachment(project, "Zähl bögen_April.CSV")
    put(project, "evidence/counts/Zähl bögen_April.CSV", b"a,b\n1,2\n")
    made = made_of(project)
    assert made.note_codes == []
    assert made.assets["evidence/counts/e1/zahl-bogen-april.csv"].content == (
        project.folder / "evidence/counts/Zähl bögen_April.CSV"
    )
    page = made.pages["evidence/counts/e1/"].html
    assert 'href="zahl-bogen-april.csv"' in page
    assert hashlib.sha256(b"a,b\n1,2\n").hexdigest() in page


def test_a_file_that_no_note_lists_is_not_published(project: Project) -> None:
    """A file does not become public merely by lying beside a note."""
    with_attachment(project, "one.csv")
    put(project, "evidence/counts/one.csv")
    put(project, "evidence/counts/private.pdf")
    assert [path for path in made_of(project).assets if path.startswith("evidence/")] == ["evidence/counts/e1/one.csv"]


@pytest.mark.parametrize(
    "written",
    ["../../rota.pdf", "/etc/passwd.txt", "deeper/../../../rota.pdf", "C:/rota.pdf", "\\\\server\\rota.pdf",
     "page.html", "drawing.svg", "macro.xlsm", "run.js", "no-ending", "folder.pdf"],
)  # fmt: skip
def test_what_is_not_safe_is_refused_at_its_line(project: Project, written: str) -> None:
    """A path that leaves the folder, and a kind that could hold a program, are errors at the attachment's line."""
    with_attachment(project, f"'{written}'")
    (project.folder / "evidence/counts/folder.pdf").mkdir(parents=True)
    for path in ("rota.pdf", "evidence/rota.pdf", "evidence/counts/page.html", "evidence/counts/drawing.svg"):
        put(project, path)
    made = made_of(project)
    (problem,) = made.note_problems
    assert (problem.code.value, problem.origin.path, problem.origin.line) == ("AP115", "evidence/counts/e1.md", 7)
    assert not [path for path in made.assets if path.startswith("evidence/")]


@pytest.mark.parametrize("deep", [False, True], ids=["the file", "its folder"])
def test_a_link_to_another_place_is_refused(project: Project, tmp_path: Path, *, deep: bool) -> None:
    """A symbolic link is never followed, be it the file itself or a folder on the way to it."""
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "rota.pdf").write_bytes(b"names")
    with_attachment(project, "linked/rota.pdf" if deep else "rota.pdf")
    place = project.folder / "evidence/counts"
    link, there = ("linked", "secret") if deep else ("rota.pdf", "secret/rota.pdf")
    (place / link).symlink_to(tmp_path / there)
    assert made_of(project).note_codes == ["AP115"]


def test_a_missing_file_is_an_error_at_its_line(project: Project) -> None:
    """A file that a note lists and that is not there is told with the line that lists it."""
    with_attachment(project, "scores.pdf")
    (problem,) = made_of(project).note_problems
    assert str(problem).startswith("evidence/counts/e1.md:7:12: error AP119 The attachment scores.pdf does not exist.")


def test_a_name_that_no_system_takes_is_a_missing_file(project: Project) -> None:
    """A name of 300 letters is answered like any other that is not there."""
    with_attachment(project, f"{'x' * 300}.pdf")
    assert made_of(project).note_codes == ["AP119"]


def test_a_dangling_link_is_an_error(project: Project) -> None:
    """A link to nothing is refused or missing, and never a failure of the program."""
    with_attachment(project, "gone.pdf")
    (project.folder / "evidence/counts/gone.pdf").symlink_to("nowhere.pdf")
    assert made_of(project).note_codes == ["AP119"]


def test_a_file_over_twenty_megabytes_is_refused_unread(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of more than 20 MB is an error that says how large it is and how large it may be; nobody reads it."""
    with_attachment(project, "scan.pdf")
    with (project.folder / "evidence/counts/scan.pdf").open("wb") as file:
        file.truncate(200_000_000)
    monkeypatch.setattr("action_plans.notes.attachments._read", None)  # reading would fail
    (problem,) = made_of(project).note_problems
    assert problem.code.value == "AP115"
    assert "200.0 MB" in problem.message
    assert "20.0 MB" in problem.hint


def test_how_large_a_file_may_be_is_the_projects_choice(project: Project) -> None:
    """A file is measured against the limit that is given."""
    put(with_attachment(project, "counts.csv"), "evidence/counts/counts.csv", b"1,2\n" * 10)
    made = made_of(project)
    assert read_notes(made.trace, project.folder, most_bytes=40).problems == ()
    assert [one.code.value for one in read_notes(made.trace, project.folder, most_bytes=39).problems] == ["AP115"]


def test_two_files_never_share_an_address(project: Project) -> None:
    """Files whose safe names are the same are published under two."""
    with_attachment(project, "A b.csv}\n  - {file: a-b.csv")
    put(project, "evidence/counts/A b.csv")
    put(project, "evidence/counts/a-b.csv")
    assert {path for path in made_of(project).assets if path.startswith("evidence/")} == {
        "evidence/counts/e1/a-b.csv",
        "evidence/counts/e1/a-b-2.csv",
    }


def test_pipes_devices_and_circles_of_links_are_answered_at_once(project: Project) -> None:
    """As attachments and as notes they are problems with their place; none is waited for or ends in a traceback."""
    attached = "attachments: [{file: pipe.csv}, {file: zero.png}, {file: loop.pdf}, {file: folder.txt}]"
    project.write({"plans/oak.yaml": small_plans.OAK, "evidence/e1.md": small_plans.NOTE.replace("by: CL", attached)})
    evidence = project.folder / "evidence"
    os.mkfifo(evidence / "pipe.csv")
    os.mkfifo(evidence / "pipe.md")
    for name, target in (
        ("zero.png", "/dev/zero"),
        ("zero.md", "/dev/zero"),
        ("loop.pdf", "loop.pdf"),
        ("a.md", "a.md"),
    ):
        (evidence / name).symlink_to(target)
    (evidence / "folder.txt").mkdir()
    checked = project.check()
    assert checked.exit_code == 1
    assert "Traceback" not in checked.said
    for said in (
        "AP115 The attachment pipe.csv is not a file",
        "AP115 The attachment zero.png is a link",
        "AP119 The attachment loop.pdf does not exist",
        "AP115 The attachment folder.txt is not a file",
        "evidence/pipe.md:1:1: warning AP207",
        "evidence/zero.md:1:1: error AP115",
        "evidence/a.md:1:1: error AP100",
    ):
        assert said in checked.output
