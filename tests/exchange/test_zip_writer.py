"""The one writer of zips: the same files and day give the same bytes, which every program reads alike."""

import io
import zipfile
from datetime import date

import pytest

from action_plans.exchange import zip_writer
from action_plans.exchange.zip_writer import TooLargeForZipError, ZipWriter, zipped_again

DAY = date(2026, 5, 12)


def written(*files: tuple[str, bytes], day: date = DAY) -> bytes:
    """Return a zip of some files."""
    stream = io.BytesIO()
    writer = ZipWriter(stream, day)
    for path, content in files:
        writer.add(path, [content[:2], content[2:]])
    writer.close()
    return stream.getvalue()


def made_by_a_library(clock: tuple[int, int, int, int, int, int], level: int) -> bytes:
    """Return a zip as a library makes one: pressed, with the time of day in it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as held:
        for name, content in (("[Content_Types].xml", b"<Types/>" * 50), ("xl/workbook.xml", b"<w/>"), ("a.xml", b"")):
            held.writestr(zipfile.ZipInfo(name, clock), content)
    return stream.getvalue()


def test_another_reader_finds_everything() -> None:
    """Files come in the order given, as they are, dated the first moment of the day, and their sums are right."""
    with zipfile.ZipFile(io.BytesIO(written(("b.txt", b"Hello"), ("a/é.txt", b""), ("a.txt", b"x" * 9)))) as held:
        entries = held.infolist()
        assert held.testzip() is None
        assert held.read("b.txt") == b"Hello"
    assert [entry.filename for entry in entries] == ["b.txt", "a/é.txt", "a.txt"]
    assert {entry.date_time for entry in entries} == {(2026, 5, 12, 0, 0, 0)}
    assert {(entry.compress_type, entry.extra, entry.comment) for entry in entries} == {(zipfile.ZIP_STORED, b"", b"")}


def test_every_byte_is_fixed() -> None:
    """What stands in a zip of one file is known, byte by byte, from the published description of the format."""
    assert written(("a", b"hi")).hex(" ") == (
        "50 4b 03 04 14 00 00 00 00 00 00 00 ac 5c ac 2a 93 d8 02 00 00 00 02 00 00 00 01 00 00 00 61 68 69 "
        "50 4b 01 02 14 03 14 00 00 00 00 00 00 00 ac 5c ac 2a 93 d8 02 00 00 00 02 00 00 00 01 00 00 00 00 00 00 00 "
        "00 00 00 00 a4 81 00 00 00 00 61 "
        "50 4b 05 06 00 00 00 00 01 00 01 00 2f 00 00 00 21 00 00 00 00 00"
    )


@pytest.mark.parametrize(("day", "told"), [(date(1, 1, 1), (1980, 1, 1)), (date(9999, 12, 31), (2107, 12, 31))])
def test_a_day_that_no_zip_can_tell_becomes_the_nearest(day: date, told: tuple[int, int, int]) -> None:
    """Whatever the day as at, a zip is written."""
    with zipfile.ZipFile(io.BytesIO(written(("a", b""), day=day))) as held:
        assert held.infolist()[0].date_time[:3] == told


def test_what_a_library_made_becomes_the_same_bytes_whenever_it_was_made() -> None:
    """Two files that differ only in clock and compression become one, in the library's order, with a part replaced."""
    one = zipped_again(made_by_a_library((2026, 1, 1, 8, 0, 0), 1), DAY, {"xl/workbook.xml": b"<new/>"})
    two = zipped_again(made_by_a_library((2027, 9, 9, 9, 9, 8), 9), DAY, {"xl/workbook.xml": b"<new/>"})

    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as held:
        assert held.namelist() == ["[Content_Types].xml", "xl/workbook.xml", "a.xml"]
        assert held.read("xl/workbook.xml") == b"<new/>"
        assert held.read("[Content_Types].xml") == b"<Types/>" * 50


def test_only_what_is_there_can_be_replaced() -> None:
    """A part that the zip does not hold is a slip of the program, and is not passed over."""
    with pytest.raises(KeyError, match="docProps"):
        zipped_again(made_by_a_library((2026, 1, 1, 8, 0, 0), 1), DAY, {"docProps/core.xml": b""})


def test_no_file_is_in_it_twice() -> None:
    """A second file of the same path is refused, so that none is lost."""
    with pytest.raises(ValueError, match="in the zip already"):
        written(("a", b"1"), ("a", b"2"))


def test_what_does_not_fit_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """More files, or more bytes, than such a zip holds are an error with the limit in words."""
    monkeypatch.setattr(zip_writer, "MOST_ENTRIES", 1)
    with pytest.raises(TooLargeForZipError, match="at most 1 files"):
        written(("a", b""), ("b", b""))
    monkeypatch.undo()
    monkeypatch.setattr(zip_writer, "MOST_BYTES", 100)
    with pytest.raises(TooLargeForZipError, match="4 GB"):
        written(("a", bytes(80)))
    with pytest.raises(TooLargeForZipError, match="4 GB"):
        written(("a", bytes(20)))
