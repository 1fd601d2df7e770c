"""The zip itself is verified: what one program could read otherwise than another is named, with a number or without."""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from action_plans.pack.contents import Contents
from action_plans.pack.manifest import About, PackedFrom
from action_plans.pack.verify import verify
from action_plans.pack.zip_writing import write_pack
from tests.pack.forged_zips import DAY, File, Head, zip_of
from tests.pack.packs import files_of

START = b"<h1>Start</h1>"
FORGED = b"<h1>Other</h1>"


@pytest.fixture(scope="module")
def genuine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small pack of three files and what every pack has."""
    about = About("Pack", "Test", None, date(2026, 5, 12), PackedFrom("ab" * 20))
    place = tmp_path_factory.mktemp("pack") / "pack.zip"
    files = {"index.html": START, "plans/a/index.html": b"A plan", "z.png": b"\x89PNG"}
    write_pack(place, Contents({path: partial(bytes, content) for path, content in files.items()}, {}), about)
    return place


@pytest.fixture(scope="module")
def files(genuine: Path) -> list[File]:
    """Its files, to be written by hand."""
    return [File(path.encode(), content) for path, content in files_of(genuine).items()]


def test_the_layout_is_the_plainest_there_is(genuine: Path, files: list[File]) -> None:
    """A pack is its files one after the other from the first byte, the list of them and the end, and no other byte."""
    assert genuine.read_bytes() == zip_of(files)
    assert [file.name for file in files] == [
        b"index.html",
        b"plans/a/index.html",
        b"z.png",
        b"manifest.json",
        b"MANIFEST.sha256",
    ]
    assert verify(genuine).is_intact


def test_any_one_byte_changed_added_or_removed_is_noticed(genuine: Path, tmp_path: Path) -> None:
    """Wherever in the zip one byte is another, is missing or is one too many, the pack is not intact."""
    whole = genuine.read_bytes()
    place = tmp_path / "altered.zip"
    missed = []
    for altered in _altered(whole):
        with place.open("r+b" if place.exists() else "wb") as stream:  # written over: emptying it first is what is slow
            stream.write(altered)
            stream.truncate()
        if verify(place).is_intact:
            missed.append(altered)

    assert missed == []


def _altered(whole: bytes) -> Iterator[bytes]:
    """Yield the bytes with each one changed, then with each missing, then with one more before each and at the end."""
    for at, byte in enumerate(whole):
        yield whole[:at] + bytes([byte ^ 1 << at % 8]) + whole[at + 1 :]
    for at in range(len(whole)):
        yield whole[:at] + whole[at + 1 :]
    for at in range(len(whole) + 1):
        yield whole[:at] + bytes([at * 7 % 256]) + whole[at:]


def _deflated(content: bytes) -> bytes:
    press = zlib.compressobj(wbits=-15)
    return press.compress(content) + press.flush()


def _pressed(file: File) -> File:
    crc, size = zlib.crc32(file.content), len(file.content)
    return file.but(content=_deflated(file.content)).both(method=8, crc=crc, size=size)


def _followed(file: File) -> File:
    sums = zlib.crc32(file.content).to_bytes(4, "little") + len(file.content).to_bytes(4, "little") * 2
    local = Head(flags=8, crc=0, pressed=0, size=0)
    return file.but(local=local, listed=Head(flags=8), after=b"PK\x07\x08" + sums)


def _first(change: Callable[[File], File]) -> Callable[[Sequence[File]], bytes]:
    return lambda files: zip_of([change(files[0]), *files[1:]])


def _zip64_end(files: Sequence[File]) -> bytes:
    """Return a zip with a second, longer end before its end, which names another list of files."""
    forged = zip_of([File(b"index.html", FORGED), *files[1:]])
    locator = b"PK\x06\x07" + bytes(4) + (10).to_bytes(8, "little") + (1).to_bytes(4, "little")
    return zip_of(files, before_end=forged[-200:] + locator)


OTHER = zip_of([File(b"index.html", FORGED)])
FORGERIES: dict[str, tuple[Callable[[Sequence[File]], bytes], str]] = {
    "another zip in front": (lambda files: OTHER + zip_of(files), "stands in the zip that is no file of a pack"),
    "another zip in front, places put right": (
        lambda files: zip_of(files, front=OTHER), "stands in the zip that is no file of a pack",
    ),
    "words in front": (lambda files: b"Dear all" + zip_of(files), "does not begin with the first file"),
    "words in front, places put right": (lambda files: zip_of(files, front=b"#!"), "does not begin with the first"),
    "a pack in front of the pack": (lambda files: zip_of(files) * 2, "After its end something else follows"),
    "a byte after the end": (lambda files: zip_of(files) + b"\n", "something else follows: 1 byte."),
    "a zip after the end": (lambda files: zip_of(files) + OTHER, "After its end something else follows"),
    "much after the end": (lambda files: zip_of(files) + bytes(70_000), "something else follows: 70,000 bytes."),
    "bytes between two files": (
        lambda files: zip_of([files[0], files[1].but(before=b"gap"), *files[2:]]), "stands in the zip that is no file",
    ),
    "bytes before the list": (lambda files: zip_of(files, between=b"gap"), "list of its files does not follow"),
    "bytes before the end": (lambda files: zip_of(files, before_end=b"gap"), "does not end as packing ends it"),
    "another end of 64 bits": (_zip64_end, "does not end as packing ends it"),
    "a comment on the zip": (
        lambda files: zip_of(files)[:-2] + b"\3\0Hi!", "does not end as packing ends it",
    ),
    "a comment on a file": (_first(lambda file: file.but(comment=b"Hi")), "list of its files does not say"),
    "a field more at the file": (_first(lambda file: file.but(local=Head(extra=b"\1\0\0\0"))), "more is told of it"),
    "a field more in the list": (_first(lambda file: file.but(listed=Head(extra=b"\1\0\0\0"))), "does not say"),
    "a length that follows": (_first(_followed), "index.html is not in the zip as packing writes it: its length"),
    "encrypted": (_first(lambda file: file.both(flags=1)), "it is encrypted"),
    "encrypted in the list alone": (_first(lambda file: file.but(listed=Head(flags=1))), "does not say"),
    "another flag": (_first(lambda file: file.both(flags=0x800)), "its head was changed"),
    "compressed": (_first(_pressed), "it is compressed"),
    "compressed in the list alone": (_first(lambda file: file.but(listed=Head(method=8))), "does not say"),
    "another name at the file": (_first(lambda file: file.but(local=Head(name=b"index.htm"))), "does not say"),
    "another name in the list": (_first(lambda file: file.but(listed=Head(name=b"index.htm"))), "does not say"),
    "another length in the list": (_first(lambda file: file.but(listed=Head(size=3, pressed=3))), "does not say"),
    "another time": (_first(lambda file: file.both(time=1)), "its head was changed"),
    "another day": (_first(lambda file: file.both(day=DAY + 1)), "bears another day"),
    "another day on all": (
        lambda files: zip_of([file.both(day=DAY + 1) for file in files]), "do not bear the day that manifest.json says",
    ),
    "no day of the calendar": (lambda files: zip_of([file.both(day=0) for file in files]), "its head was changed"),
    "a link": (_first(lambda file: file.but(outside=0o120777 << 16)), "does not say"),
    "a program": (_first(lambda file: file.but(outside=0o100755 << 16)), "does not say"),
    "hidden": (_first(lambda file: file.but(outside=0o100644 << 16 | 2)), "does not say"),
    "made by another system": (_first(lambda file: file.but(made_by=20)), "does not say"),
    "said to be text": (_first(lambda file: file.but(inside=1)), "does not say"),
    "a newer format": (_first(lambda file: file.both(version=45)), "its head was changed"),
    "not in the list of the zip": (_first(lambda file: file.but(is_listed=False)), "list of its files does not say"),
    "a file more": (lambda files: zip_of([files[0], File(b"more.html", FORGED), *files[1:]]), "added: more.html"),
    "a file more, not in the list of the zip": (
        lambda files: zip_of([files[0], File(b"more.html", FORGED, is_listed=False), *files[1:]]), "does not say",
    ),
    "a file more at the end": (lambda files: zip_of([*files, File(b"zz.html", FORGED)]), "not in its place"),
    "a file twice": (lambda files: zip_of([File(b"index.html", FORGED), *files]), "index.html is in the zip 2 times"),
    "a file in other capitals": (
        lambda files: zip_of([File(b"INDEX.html", FORGED), *files]), "added: INDEX.html",
    ),
    "a folder": (lambda files: zip_of([files[0], File(b"plans/", b""), *files[1:]]), "'plans/' is no path of a pack"),
    "a path in another form": (
        lambda files: zip_of([File("index\u0301.html".encode(), b"").both(flags=0x800), *files]), "no path of a pack",
    ),
    "a file without a name": (
        lambda files: zip_of([files[0].both(name=b""), *files[1:]]), "'' is no path of a pack",
    ),
    "a path that climbs": (lambda files: zip_of([File(b"../index.html", FORGED), *files]), "no path of a pack"),
    "a path with a byte that ends it": (
        lambda files: zip_of([files[0].but(name=b"index.html\0.png"), *files[1:]]), "no path of a pack",
    ),
    "files in another order": (lambda files: zip_of([files[1], files[0], *files[2:]]), "not in its place"),
    "a file less": (lambda files: zip_of(files[1:]), "removed: index.html"),
    "no description": (lambda files: zip_of([*files[:3], files[4]]), "removed: manifest.json"),
    "fewer disks than it says": (
        lambda files: zip_of(files)[:-18] + b"\1" + zip_of(files)[-17:], "does not end as packing ends it",
    ),
}  # fmt: skip


@pytest.mark.parametrize("forgery", FORGERIES)
def test_what_is_wrong_with_the_zip_is_named(genuine: Path, files: list[File], tmp_path: Path, forgery: str) -> None:
    """Whatever was done to a zip, its files left alone or not, it is not intact, number or not, and words say why."""
    number = hashlib.sha256(files[-1].content).hexdigest()
    assert verify(genuine, number).is_intact
    make, said = FORGERIES[forgery]
    place = tmp_path / "forged.zip"
    place.write_bytes(make(files))
    for found in (verify(place), verify(place, number)):
        assert not found.is_intact
        assert said in found.as_text(), found.as_text()


def test_a_pack_zipped_again_can_be_taken_out(genuine: Path, files: list[File], tmp_path: Path) -> None:
    """Of a zip made again by another program the files are said to be right, and what to do with it."""
    place = tmp_path / "again.zip"
    place.write_bytes(zip_of([_pressed(file) for file in files]))
    said = verify(place).as_text()

    assert "All 4 files are as the pack's own list of sums says, but this zip is not as it was packed." in said
    assert "take everything out" in said
    assert verify(place).number == verify(genuine).number


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda held: held["files"]["index.html"].update(sha256="0" * 64), "do not list the same files and sums"),
        (lambda held: held["files"].update({"more.html": {"sha256": "0" * 64, "size": 1}}), "do not list the same"),
        (lambda held: held["files"].update({"index.html": 1}), "does not describe an inspection pack"),
        (lambda held: held.update(schema="other/1"), "does not describe an inspection pack"),
        (lambda held: held.update(as_of="2026-05-13"), "do not bear the day"),
        (lambda held: held.update(as_of=20260512), "does not describe an inspection pack"),
    ],
)
def test_both_lists_of_the_files_agree(
    files: list[File], tmp_path: Path, change: Callable[[dict[str, object]], None], said: str
) -> None:
    """A description that was changed, and its sum with it, is found out: it no longer says what the others say."""
    held = json.loads(files[3].content)
    change(held)
    forged = json.dumps(held).encode()
    old, new = (hashlib.sha256(content).hexdigest().encode() for content in (files[3].content, forged))
    sums = files[4].content.replace(old, new)
    place = tmp_path / "forged.zip"
    place.write_bytes(zip_of([*files[:3], files[3].but(content=forged), files[4].but(content=sums)]))

    assert said in verify(place).as_text()
    assert not verify(place).is_intact
