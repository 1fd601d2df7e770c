"""Pictures are published without what is written beside them, and otherwise as they are."""

import struct
import zlib

import pytest

from action_plans.notes.pictures.broken import BrokenPictureError, HugePictureError
from action_plans.notes.pictures.clean_picture import clean_picture
from tests.notes.picture_files import SECRETS, dots, noted_picture, plain_picture, which_way_up

KINDS = ("JPEG", "PNG", "WEBP", "GIF")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_left_of_what_is_written_beside_a_picture(kind: str) -> None:
    """Place, device, author, comments, and what follows the picture's end, are gone; each was there before."""
    noted = noted_picture(kind)
    there = [secret for secret in SECRETS if secret in noted]

    cleaned = clean_picture(noted, kind)

    assert len(there) >= (2 if kind == "GIF" else 5)
    assert [secret for secret in SECRETS if secret in cleaned] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_picture_itself_is_dot_for_dot_the_same(kind: str) -> None:
    """Taking out the notes changes no dot, and what was turned still is."""
    noted = noted_picture(kind, orientation=6)

    cleaned = clean_picture(noted, kind)

    assert dots(cleaned) == dots(noted)
    assert which_way_up(cleaned) == which_way_up(noted) == (1 if kind == "GIF" else 6)


@pytest.mark.parametrize("kind", KINDS)
def test_a_clean_picture_stays_byte_for_byte(kind: str) -> None:
    """A picture with nothing beside it is published as it is, and so is one that was cleaned before."""
    plain, cleaned = plain_picture(kind), clean_picture(noted_picture(kind), kind)

    assert clean_picture(plain, kind) is plain
    assert clean_picture(cleaned, kind) is cleaned


def test_the_colours_of_a_jpeg_stay() -> None:
    """The table of colours is part of the picture."""
    assert b"ICC_PROFILE" in clean_picture(noted_picture("JPEG"), "JPEG")


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_that_is_cut_short_is_broken(kind: str) -> None:
    """A picture of which the end is missing is not published, wherever it is cut."""
    plain = plain_picture(kind)
    for length in range(2, len(plain) - 1, 7):
        with pytest.raises(BrokenPictureError):
            clean_picture(plain[:length], kind)


@pytest.mark.parametrize("kind", KINDS)
def test_what_only_begins_like_a_picture_is_broken(kind: str) -> None:
    """The first bytes of a picture with a web page after them are no picture."""
    with pytest.raises(BrokenPictureError):
        clean_picture(plain_picture(kind)[:12] + b"<script>alert(1)</script>" * 20, kind)


def test_a_changed_byte_in_a_png_is_seen() -> None:
    """The sums inside a PNG are looked at."""
    plain = bytearray(plain_picture("PNG"))
    plain[plain.index(b"IDAT") + 6] ^= 1
    with pytest.raises(BrokenPictureError):
        clean_picture(bytes(plain), "PNG")


@pytest.mark.parametrize("side", [9_500, 30_000], ids=["too many", "far too many"])
def test_a_picture_of_too_many_dots_is_refused_unseen(side: int) -> None:
    """A small file that would fill the memory of whoever opens it is refused by the size that it names."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held)) for name, held in parts
    )
    with pytest.raises(HugePictureError):
        clean_picture(b"\x89PNG\r\n\x1a\n" + b"".join(chunks), "PNG")
