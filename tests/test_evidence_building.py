"""`mkdocs build` with bad evidence: told with its line, and nothing is published; with good evidence: what is."""

import hashlib
from pathlib import Path

import pytest

from tests.notes.picture_files import SECRETS, dots, noted_picture, plain_picture
from tests.project import MKDOCS_YML, Project, Run
from tests.small_plans import NOTE, OAK

LISTING = NOTE.replace("by: CL\n", "by: CL\nattachments:\n  - file: {}\n")
"""A note on line 9 of which one file is listed."""
LAST_GOOD = {"site/index.html": "the last good staff edition", "site-family/index.html": "the last good family edition"}


def refused(project: Project, note: str) -> Run:
    """Build a plan with a note where good sites are, see that both stay, and return what was said on one line."""
    project.write({"plans/oak.yaml": OAK, "evidence/e1.md": note, **LAST_GOOD})
    built = project.build(strict=False)
    assert built.exit_code == 1, built.said
    assert "Traceback" not in built.said
    assert [path.name for path in project.site.rglob("*")] == ["index.html"]
    assert project.read("site/index.html") == LAST_GOOD["site/index.html"]
    assert project.read("site-family/index.html") == LAST_GOOD["site-family/index.html"]
    return Run(built.exit_code, " ".join(built.output.split()), " ".join(built.errors.split()))


def put(project: Project, path: str, content: bytes) -> None:
    """Put a file into the project."""
    place = project.folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


def test_a_missing_attachment_stops_the_build(project: Project) -> None:
    """A file that a note lists and that is not there is an error at the line that lists it."""
    said = refused(project, LISTING.format("scores.pdf")).said
    assert "evidence/e1.md:9:11: error AP119 The attachment scores.pdf does not exist." in said


@pytest.mark.parametrize("written", ["../plans/oak.yaml", "/etc/hostname.txt", "../rota.pdf"])
def test_a_path_outside_stops_the_build(project: Project, written: str) -> None:
    """What does not lie beside its note is never published, whether it is there or not."""
    put(project, "rota.pdf", b"%PDF-1.7\n")
    assert "evidence/e1.md:9:11: error AP115" in refused(project, LISTING.format(written)).said


def test_a_symbolic_link_stops_the_build(project: Project, tmp_path: Path) -> None:
    """A link to a file elsewhere is not followed, though the file could be published."""
    put(project, "evidence/README.md", b"No note.\n")
    (tmp_path / "rota.pdf").write_bytes(b"%PDF-1.7\n")
    (project.folder / "evidence/scan.pdf").symlink_to(tmp_path / "rota.pdf")
    assert "evidence/e1.md:9:11: error AP115" in refused(project, LISTING.format("scan.pdf")).said


def test_a_file_of_200_megabytes_stops_the_build(project: Project) -> None:
    """A huge file is an error that names its size and the limit."""
    put(project, "evidence/scan.pdf", b"%PDF-1.7\n")
    with (project.folder / "evidence/scan.pdf").open("r+b") as file:
        file.truncate(200_000_000)
    said = refused(project, LISTING.format("scan.pdf")).said
    assert "evidence/e1.md:9:11: error AP115 The attachment scan.pdf has 200.0 MB, which is too much." in said
    assert "smaller than 20.0 MB" in said


def test_the_limit_is_an_option(project: Project) -> None:
    """With `attachments_limit` a project says how large a file may be, in MB."""
    limited = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    attachments_limit: 1")
    put(project, "evidence/scan.pdf", b"%PDF-1.7\n" + b"\0" * 1_000_000)
    project.write({"plans/oak.yaml": OAK, "evidence/e1.md": LISTING.format("scan.pdf")})
    assert project.build().exit_code == 0
    assert "AP115" in project.write({"mkdocs.yml": limited}).build().said


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("page.html", b"<p>Words</p>", "AP115"),
        ("drawing.svg", b"<svg/>", "AP115"),
        ("photo.png", b"<!doctype html><script>alert(1)</script>", "AP115"),
        ("photo.jpg", plain_picture("JPEG")[:-20], "AP100"),
        ("list.xlsx", b"PK\x03\x04", "AP115"),
        ("list.csv", b"a\0b", "AP115"),
    ],
)
def test_a_file_that_is_not_safe_stops_the_build(project: Project, name: str, content: bytes, code: str) -> None:
    """What could run, is not what it is called, or is broken, is an error at its line."""
    put(project, f"evidence/{name}", content)
    assert f"evidence/e1.md:9:11: error {code}" in refused(project, LISTING.format(name)).said


def test_a_note_on_nothing_known_stops_the_build(project: Project) -> None:
    """A note that supports an item that does not exist is an error at its line, with what was perhaps meant."""
    said = refused(project, NOTE.replace("OAK/A1", "OAK/A11")).said
    assert "evidence/e1.md:5:11: error AP104" in said
    assert "A1" in said


def test_a_sum_is_no_field_that_anybody_writes(project: Project) -> None:
    """Sums are computed: one that is written is an unknown field at its line, not something that could be wrong."""
    note = LISTING.format("scores.csv\n    sha256: 0123abcd")
    put(project, "evidence/scores.csv", b"1,2\n")
    assert "evidence/e1.md:10:5: error AP105" in refused(project, note).said


def test_a_regulation_that_does_not_exist_stops_the_build(project: Project) -> None:
    """A finding that cites no regulation there is, is an error at its line."""
    project.write({"plans/oak.yaml": OAK.replace("Regulation 12(2)(g)", "Regulation 99"), **LAST_GOOD})
    built = project.build(strict=False)
    assert built.exit_code == 1
    assert "plans/oak.yaml:14:18: error AP111" in " ".join(built.said.split())
    assert "Traceback" not in built.said
    assert project.read("site/index.html") == LAST_GOOD["site/index.html"]


def test_published_files_are_what_their_sums_say(project: Project) -> None:
    """A clean file is published byte for byte, a picture without place and device; each with the sum that is shown."""
    noted, table = noted_picture("JPEG"), b"Week;Count\n1;14\n"
    put(project, "evidence/door.jpg", noted)
    put(project, "evidence/counts.csv", table)
    project.write({"plans/oak.yaml": OAK, "evidence/e1.md": LISTING.format("door.jpg\n  - file: counts.csv")})

    built = project.build()

    assert built.exit_code == 0, built.said
    door, counts = ((project.site / "evidence/e1" / name).read_bytes() for name in ("door.jpg", "counts.csv"))
    page = project.read("site/evidence/e1/index.html")
    assert counts == table
    assert dots(door) == dots(noted)
    assert [secret for secret in SECRETS if secret in door] == []
    for content in (door, noted, counts):
        assert hashlib.sha256(content).hexdigest() in page
