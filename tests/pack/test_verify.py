"""Verifying a pack: what was changed, added or removed is named, and nothing that is handed over makes it fall over."""

import hashlib
import os
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from action_plans.pack import opened_folder
from action_plans.pack.contents import Contents
from action_plans.pack.manifest import SUMS, About, PackedFrom
from action_plans.pack.verify import verify
from action_plans.pack.zip_writing import write_pack
from tests.pack.forged_zips import File, zip_of
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
    place = tmp_path / "pack.zip"
    _write(place, FILES)
    return place


def _write(place: Path, files: Mapping[str, bytes]) -> None:
    about = About("Pack", "Test", None, date(2026, 5, 12), PackedFrom("ab" * 20))
    write_pack(place, Contents({path: partial(bytes, content) for path, content in files.items()}, {}), about)


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


@pytest.fixture
def folder(pack: Path) -> Path:
    """The same pack, taken out of its zip."""
    place = pack.parent / "unpacked"
    with zipfile.ZipFile(pack) as held:
        held.extractall(place)
    return place


def test_an_unpacked_folder_is_verified_too(pack: Path, folder: Path) -> None:
    """A folder is intact as taken out, what Windows leaves there apart; changed, added and linked files are named."""
    (folder / "Thumbs.db").write_bytes(b"")

    assert verify(folder, verify(pack).number).is_intact

    (folder / "index.html").write_bytes(b"<h1>Stare</h1>")
    (folder / "more.txt").write_bytes(b"")
    (folder / "link").symlink_to("/etc")
    found = verify(folder)

    assert (found.changed, found.added, found.removed) == (("index.html",), ("more.txt",), ())
    assert found.faults == ("link is a link or something else than a file.",)


def _other_capitals(folder: Path) -> None:
    (folder / "index.html").rename(folder / "Index.html")


def _link_in_its_place(folder: Path) -> None:
    (folder / "index.html").rename(folder.parent / "index.html")
    (folder / "index.html").symlink_to(folder.parent / "index.html")


def _linked_folder(folder: Path) -> None:
    (folder / "plans").rename(folder.parent / "plans")
    (folder / "plans").symlink_to(folder.parent / "plans")


def _folder_in_its_place(folder: Path) -> None:
    (folder / "index.html").unlink()
    (folder / "index.html").mkdir()


def _pipe_in_its_place(folder: Path) -> None:
    (folder / "index.html").unlink()
    os.mkfifo(folder / "index.html")


def _description_without_its_sum(folder: Path) -> None:
    forged = b"<h1>Other</h1>"
    old, new = (hashlib.sha256(content).hexdigest() for content in (FILES["index.html"], forged))
    (folder / "index.html").write_bytes(forged)
    (folder / SUMS).write_text((folder / SUMS).read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_other_capitals, "added: Index.html\nremoved: index.html"),
        (_link_in_its_place, "index.html is a link or something else than a file.\nremoved: index.html"),
        (_linked_folder, "plans is a link or something else than a file.\nremoved: plans/oak/index.html"),
        (_folder_in_its_place, "index.html/ is a folder with no file of a pack in it.\nremoved: index.html"),
        (_pipe_in_its_place, "index.html is a link or something else than a file.\nremoved: index.html"),
        (_description_without_its_sum, "manifest.json and MANIFEST.sha256 do not list the same files and sums."),
        (lambda folder: (folder / "ind\u0435x.html").write_bytes(b""), r"'ind\u0435x.html' has a path that no file"),
        (lambda folder: (folder / "e\u0301.html").write_bytes(b""), r"'e\u0301.html' has a path that no file"),
        (lambda folder: (folder / "bad\x1b[2J.html").write_bytes(b""), r"'bad\x1b[2J.html' has a path that no file"),
        (lambda folder: (folder / "desktop.ini").write_bytes(b""), "added: desktop.ini"),
        (lambda folder: (folder / "loop").symlink_to("."), "loop is a link"),
        (lambda folder: (folder / "empty").mkdir(), "empty/ is a folder with no file of a pack in it."),
    ],
)
def test_what_was_done_to_a_folder_is_named(folder: Path, change: Callable[[Path], object], said: str) -> None:
    """Other capitals, links, pipes, folders in a file's place, names that look alike: each is said, none followed."""
    change(folder)
    found = verify(folder)

    assert not found.is_intact
    assert said in found.as_text(), found.as_text()


def test_only_the_number_tells_that_all_sums_were_made_anew(pack: Path) -> None:
    """Whoever changes a file and makes every sum anew is found out by the number, however it is written."""
    number = str(verify(pack).number)
    forged = pack.with_name("forged.zip")
    _write(forged, {**FILES, "index.html": b"<h1>Other</h1>"})

    assert verify(forged).is_intact
    assert not verify(forged, number).is_intact
    assert "not the number you were given" in verify(forged, number).as_text()
    assert verify(pack, f"{number[:32]} {number[32:].upper()}").is_intact
    assert not verify(pack, "").is_intact


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "holds no MANIFEST.sha256"),
        (b"", "is not complete"),
        (("0" * 64 + "  index.html").encode(), "is not complete"),
        (("0" * 64 + "  index.html\r\n").encode(), "Line 1 of MANIFEST.sha256"),
        (("0" * 64 + "  b\n" + "0" * 64 + "  a\n").encode(), "is not in the order"),
        (("0" * 64 + "  bad\x1b[2J.html\n").encode(), "Line 1 of MANIFEST.sha256"),
        (("0" * 64 + "  ../a\n").encode(), "Line 1 of MANIFEST.sha256"),
        (b"no sum  index.html\n", "Line 1 of MANIFEST.sha256"),
        (b"\xff\xfe\n", "Line 1 of MANIFEST.sha256"),
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


def test_no_device_is_read(project: Project) -> None:
    """A device without end and a pipe without a writer are answered at once, with 1 and a sentence."""
    os.mkfifo(project.folder / "pipe")
    for name in ("/dev/zero", "pipe"):
        done = project.command("verify", name)

        assert (done.exit_code, done.output) == (
            1,
            "It is neither a file nor a folder: name the zip, or the folder it was taken out to.\n",
        )


@pytest.mark.parametrize("begins", [b"", b"PK\x03\x04"])
def test_a_file_of_200_gigabytes_is_given_up(tmp_path: Path, begins: bytes) -> None:
    """A huge file is not read to its end, whether it looks like a zip or not."""
    place = tmp_path / "huge.zip"
    place.write_bytes(begins)
    os.truncate(place, 200_000_000_000)

    assert verify(place).as_text().startswith("It is longer than any inspection pack.")


def test_a_folder_with_a_file_of_200_gigabytes_is_given_up(folder: Path) -> None:
    """In a folder, too, nothing is read that is longer than any pack."""
    os.truncate(folder / "index.html", 200_000_000_000)

    assert verify(folder).as_text() == "Its files are longer than those of any inspection pack.\n"


def test_a_zip_that_would_fill_the_disk_is_given_up(pack: Path) -> None:
    """A zip whose files are a thousand times as long as itself is read no further than a pack can be long."""
    bomb = pack.with_name("bomb.zip")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as held:
        held.writestr("index.html", bytes(50_000_000))
        held.writestr(SUMS, f"{'0' * 64}  index.html\n")

    assert verify(bomb).as_text() == "Its files are longer than those of any inspection pack.\n"


def test_a_list_of_sums_without_end_is_given_up(pack: Path) -> None:
    """A list of sums that is longer than that of any pack is not held in memory."""
    with zipfile.ZipFile(pack, "w") as held:
        held.writestr(SUMS, b"0" * 40_000_000)

    assert "MANIFEST.sha256 is longer than that of any inspection pack." in verify(pack).as_text()


def test_a_zip_of_too_many_files_is_given_up(tmp_path: Path) -> None:
    """More files than any pack has, in a zip or in its own list, are said before they are looked at."""
    place = tmp_path / "many.zip"
    place.write_bytes(zip_of([File(f"{number:06}".encode(), b"") for number in range(70_000)]))
    assert "It holds 70,000 files, which is more than any" in verify(place).as_text()

    place.write_bytes(zip_of([File(b"a", b"").but(comment=bytes(65_535))] * 300))
    assert "The list of its files is longer than that of any inspection pack." in verify(place).as_text()


def test_a_folder_that_is_no_pack_is_one_sentence(tmp_path: Path) -> None:
    """Of a folder that holds no pack nothing else is told, whatever is in it."""
    (tmp_path / "link").symlink_to("/etc")
    assert verify(tmp_path).as_text() == (
        "This is no inspection pack, or its list of sums was removed: it holds no MANIFEST.sha256.\n"
    )

    (tmp_path / SUMS).symlink_to("/etc/hostname")
    assert verify(tmp_path).as_text().startswith("MANIFEST.sha256 is a link or something else than a file.\n")


def test_of_very_many_files_the_first_are_named(folder: Path) -> None:
    """Nobody reads a thousand lines: the first two hundred of a kind are told, and how many more there are."""
    for number in range(250):
        (folder / f"{number:03}.txt").write_bytes(b"")
    said = verify(folder).as_text()

    assert "added: 199.txt\nand 50 more like that\n" in said


def test_a_folder_of_too_many_files_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that holds more than any pack is not walked through to its end."""
    monkeypatch.setattr(opened_folder, "_MOST_ENTRIES", 5)
    for number in range(9):
        (tmp_path / str(number)).mkdir()

    assert "It holds more than" in verify(tmp_path).as_text()
