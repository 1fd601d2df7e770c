"""JPEG without what a camera or a program wrote beside the picture. The picture's own data is copied as it is.

Source: ITU-T T.81, annex B (markers); JFIF 1.02; ICC.1 annex B.4; Exif 2.32, 4.5.4.
"""

import re
from collections.abc import Iterator

from action_plans.notes.pictures.broken import BrokenPictureError, byte_at
from action_plans.notes.pictures.orientation import turned_only

_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_APPS = range(0xE0, 0xF0)
_BARE = frozenset((0x01, *range(0xD0, 0xD8)))  # markers without a length
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # within a picture's data only what this leaves out follows FF
_JFIF, _EXIF, _ICC, _ADOBE = b"JFIF\0", b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe"
_JFIF_LENGTH, _ADOBE_LENGTH = 14, 12


def jpeg_without_notes(content: bytes) -> bytes:
    """Return a JPEG file with its picture, its colours and which way up it is, and nothing else.

    Cost: linear in its length. Raises BrokenPictureError where it is no JPEG or is cut short.
    """
    if content[:2] != b"\xff\xd8":
        raise BrokenPictureError("is no JPEG picture")
    return b"".join((b"\xff\xd8", *_kept(content)))


def _kept(content: bytes) -> Iterator[bytes]:
    at = 2
    while True:
        start = at
        if content[at : at + 1] != b"\xff":
            raise BrokenPictureError("is damaged")
        while content[at : at + 1] == b"\xff":  # any number of them may stand before a marker
            at += 1
        marker, at = byte_at(content, at), at + 1
        if marker == _END:  # what follows is no part of the picture
            yield content[start:at]
            return
        if marker not in _BARE:
            length = (byte_at(content, at) << 8) + byte_at(content, at + 1)
            segment, at = content[at + 2 : at + length], at + length
            if length < 2 or at > len(content):  # noqa: PLR2004 -- the length counts its own two bytes
                raise BrokenPictureError("is damaged")
            if marker in _APPS or marker == _COMMENT:
                yield from _of_application(marker, segment, content[start:at])
                continue
        if marker == _SCAN:
            at = _end_of_scan(content, at)
        yield content[start:at]


def _of_application(marker: int, segment: bytes, whole: bytes) -> Iterator[bytes]:
    """Yield what of an application's segment belongs to the picture: its shape, colours and which way up it is."""
    app = marker - _APPS.start
    if app == 0 and segment.startswith(_JFIF) and len(segment) >= _JFIF_LENGTH:
        plain = segment[: _JFIF_LENGTH - 2] + b"\0\0"  # a thumbnail of no width and height
        yield whole if segment == plain else _segment(marker, plain)
    elif app == 1 and segment.startswith(_EXIF):
        turned = turned_only(segment)
        if turned:
            yield whole if segment == _EXIF + turned else _segment(marker, _EXIF + turned)
    elif app == 2 and segment.startswith(_ICC):  # noqa: PLR2004 -- APP2
        yield whole
    elif app == 14 and segment.startswith(_ADOBE):  # noqa: PLR2004 -- APP14: how colours are coded
        yield whole if len(segment) == _ADOBE_LENGTH else _segment(marker, segment[:_ADOBE_LENGTH])


def _segment(marker: int, segment: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(segment) + 2).to_bytes(2, "big") + segment


def _end_of_scan(content: bytes, at: int) -> int:
    """Return where the next marker begins after the picture's data."""
    found = _MARKER.search(content, at)
    if found is None:
        raise BrokenPictureError("is cut short")
    return found.start()
