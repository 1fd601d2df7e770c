"""Verifying a pack: what was changed, added or removed is named, and nothing that is handed over makes it fall over."""

import hashlib
import io
import stat
import warnings
import zipfile
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from action_plans.pack import opened_pack
from action_plans.pack.manifest import SUMS, About, PackedFrom
from action_plans.pack.verify import verify
from action_plans.pack.zip_writing import write_pack
from tests.pack.packs import files_of, packed, rewritten, two_services
from tests.project import Project

FILES = {
    "index.html": b"<h1>Start</h1>",
    "plans/oak/index.html": b"Plan " * 500,
    "evidence/e1/photo.png": b"\x89PNG" * 90,
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A small pack."""
    about = About("Pack", "Test", None, date(2026, 5, 12), PackedFrom("ab" * 20))
    place = tmp_path / "pack.zip"
    write_pack(place, {path: partial(bytes, content) for path, content in FILES.items()}, about)
    return place


def test_the_command_names_what_was_altered(project: Project) -> None:
    """On a pack as made it ends with 0; where a byte was changed, a file added and one removed it names each."""
    made = packed(two_services(project))
    page = files_of(made)["plans/oak/actions/a10/index.html"]
    altered = rewritten(
        made,
        {
            "plans/oak/actions/a10/index.html": page.replace(b"2026", b"2027", 1),
            "evidence/oak/new.pdf": b"%PDF",
            "evidence/oak/count-sheets/sheets.csv": None,
        },
    )
    good, bad = project.command("verify", made.name), project.command("verify", altered.name)

    assert (good.exit_code, bad.exit_code) == (0, 1), good.said + bad.said
    assert "changed: plans/oak/actions/a10/index.html\n" in bad.output
    assert "added: evidence/oak/new.pdf\n" in bad.output
    assert "removed: evidence/oak/count-sheets/sheets.csv\n" in bad.output


def test_the_command_refuses_what_is_not_there(project: Project) -> None:
    """No such file ends with 2; a text file ends with 1 and a sentence."""
    project.write({"letter.zip": "Dear all"})
    absent, foreign = project.command("verify", "none.zip"), project.command("verify", "letter.zip")

    assert (absent.exit_code, foreign.exit_code) == (2, 1)
    assert "This is no zip" in foreign.output
    assert "Traceback" not in absent.said + foreign.said


def test_an_unpacked_folder_is_verified_too(pack: Path) -> None:
    """A folder is intact as unpacked, what Windows leaves there apart; changed, added and linked files are named."""
    folder = pack.parent / "unpacked"
    with zipfile.ZipFile(pack) as held:
        held.extractall(folder)
    (folder / "Thumbs.db").write_bytes(b"")

    assert verify(folder).is_intact

    (folder / "index.html").write_bytes(b"<h1>Stare</h1>")
    (folder / "more.txt").write_bytes(b"")
    (folder / "link").symlink_to("/etc")
    found = verify(folder)

    assert (found.changed, found.added, found.removed) == (("index.html",), ("more.txt",), ())
    assert found.faults == ("link is a link or something else than a file.",)


def test_packing_the_same_files_again_changes_nothing(pack: Path) -> None:
    """A zip made anew by another program from the same files is intact: what counts is what the files hold."""
    assert verify(rewritten(pack, {})).is_intact


def test_only_the_number_tells_that_the_sums_were_rewritten(pack: Path) -> None:
    """Whoever changes a file and the list of sums with it is found out by the number, however it is written."""
    number = str(verify(pack).number)
    text = files_of(pack)[SUMS]
    old, new = (hashlib.sha256(content).hexdigest().encode() for content in (FILES["index.html"], b"<h1>Other</h1>"))
    forged = rewritten(pack, {"index.html": b"<h1>Other</h1>", SUMS: text.replace(old, new)})

    assert verify(forged).is_intact
    assert not verify(forged, number).is_intact
    assert "not the number you were given" in verify(forged, number).as_text()
    assert verify(pack, f"{number[:32]} {number[32:].upper()}").is_intact


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "holds no MANIFEST.sha256"),
        (b"", "This pack is not as it was packed"),
        (b"no sum  index.html\n", "Line 1 of MANIFEST.sha256"),
        (b"\xff\xfe", "is not text"),
        (("0" * 64 + "  a\n").encode() * 2, "a second time"),
    ],
)
def test_a_list_of_sums_that_was_spoilt_is_said(pack: Path, text: bytes | None, said: str) -> None:
    """Without its list of sums, or with one that is none, a pack is not intact, and the words say why."""
    found = verify(rewritten(pack, {SUMS: text}))

    assert not found.is_intact
    assert said in found.as_text()


def test_a_foreign_zip_is_no_pack(tmp_path: Path) -> None:
    """A zip of something else is said to be no pack; one that has a pack in a folder, which folder."""
    with zipfile.ZipFile(tmp_path / "foreign.zip", "w") as held:
        held.writestr("letter.txt", "Dear all")
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as held:
        held.writestr("pack/MANIFEST.sha256", "")

    assert "This is no inspection pack" in verify(tmp_path / "foreign.zip").as_text()
    assert "the folder pack/" in verify(tmp_path / "outer.zip").as_text()


def test_a_truncated_zip_is_damaged_wherever_it_ends(pack: Path) -> None:
    """Cut short after any number of bytes, a pack is not intact and never makes the command fall over."""
    whole = pack.read_bytes()

    for length in range(0, len(whole), 7):
        pack.write_bytes(whole[:length])
        assert not verify(pack).is_intact, length


def test_no_changed_byte_makes_it_fall_over(pack: Path) -> None:
    """Each byte changed alone yields an answer, and one within a file's content is always found."""
    whole = pack.read_bytes()
    inside = whole.index(b"\x89PNG\x89PNG")

    for place in range(0, len(whole), 3):
        spoilt = bytearray(whole)
        spoilt[place] ^= 0xFF
        pack.write_bytes(spoilt)
        found = verify(pack)
        if inside <= place < inside + len(FILES["evidence/e1/photo.png"]):
            assert found.changed == ("evidence/e1/photo.png",), place


def test_what_no_pack_holds_is_named(pack: Path) -> None:
    """Twins, paths that lead out, links and other ways of pressing are faults, each with its name."""
    link = zipfile.ZipInfo("link.html")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with warnings.catch_warnings(), zipfile.ZipFile(pack, "a") as held:
        warnings.simplefilter("ignore", UserWarning)  # zipfile itself warns of a twin
        held.writestr("index.html", b"Another")
        held.writestr("../out.html", b"")
        held.writestr("/etc/passwd", b"")
        held.writestr("C:\\out.html", b"")
        held.writestr("PLANS/oak/index.html", b"")
        held.writestr(link, "/etc/passwd")
        held.writestr("pressed.html", b"a" * 99, zipfile.ZIP_BZIP2)
    found = verify(pack)

    assert not found.is_intact
    for name in ("../out.html", "/etc/passwd", "C:\\", "link.html", "pressed.html", "PLANS/oak/index.html"):
        assert any(fault.startswith(name) for fault in found.faults), (name, found.faults)
    assert sum(fault == "index.html is in the zip 2 times." for fault in found.faults) == 2


def test_an_encrypted_file_is_named(pack: Path) -> None:
    """A file that is marked as encrypted is a fault, and is not tried."""
    whole = bytearray(pack.read_bytes())
    directory = whole.index(b"PK\x01\x02")
    whole[directory + 8] |= 1
    pack.write_bytes(whole)

    assert any("is encrypted" in fault for fault in verify(pack).faults)


def test_a_zip_that_would_fill_the_disk_is_given_up(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More files, more bytes or a longer list than any pack has are said, before they are read to the end."""
    monkeypatch.setattr(opened_pack, "MOST_FILES", 3)
    assert "5 files" in verify(pack).as_text()
    monkeypatch.undo()

    bomb = pack.with_name("bomb.zip")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as held:
        held.writestr(SUMS, b"0" * 60_000_000)
    assert "longer than that of any inspection pack" in verify(bomb).as_text()

    monkeypatch.setattr(opened_pack, "_MOST_DIRECTORY", 100)
    assert "list of its files" in verify(pack).as_text()


def test_a_pack_that_unpacks_to_too_much_is_not_intact(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the most that a pack can hold, nothing more is read, and the words say so."""
    monkeypatch.setattr(opened_pack, "MOST_BYTES", 2_000)

    assert not verify(pack).is_intact
    assert "would unpack to more" in verify(pack).as_text()


def test_names_cannot_move_the_cursor(pack: Path) -> None:
    """A name with a control character is printed so that it does nothing to the terminal."""
    with zipfile.ZipFile(pack, "a") as held:
        held.writestr("bad\x1b[2J.html", b"")

    said = io.StringIO(verify(pack).as_text()).read()
    assert "\x1b" not in said
    assert "bad" in said
