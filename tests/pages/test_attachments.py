"""Attachments: only what a note lists, of kinds that do no harm, from beside the note."""

import hashlib
from pathlib import Path

import pytest

from tests.pages.edition import PLAN, made_of
from tests.project import Project

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


def test_a_file_over_twenty_megabytes_is_refused(project: Project) -> None:
    """A file of more than 20 MB is an error that says how large it is."""
    with_attachment(project, "scan.pdf")
    with (project.folder / "evidence/counts/scan.pdf").open("wb") as file:
        file.truncate(20_000_001)
    (problem,) = made_of(project).note_problems
    assert problem.code.value == "AP115"
    assert "20.0 MB" in problem.message


def test_two_files_never_share_an_address(project: Project) -> None:
    """Files whose safe names are the same are published under two."""
    with_attachment(project, "A b.csv}\n  - {file: a-b.csv")
    put(project, "evidence/counts/A b.csv")
    put(project, "evidence/counts/a-b.csv")
    assert {path for path in made_of(project).assets if path.startswith("evidence/")} == {
        "evidence/counts/e1/a-b.csv",
        "evidence/counts/e1/a-b-2.csv",
    }
