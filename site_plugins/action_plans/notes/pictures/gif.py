"""GIF without what a program wrote beside the picture. The picture's own data is copied as it is.

Source: Graphics Interchange Format, version 89a (CompuServe, 1990).
"""

from collections.abc import Iterator

from action_plans.notes.pictures.broken import BrokenPictureError, byte_at

_HEAD = 13
_TABLE = 0x80
_IMAGE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_REPEATS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")


def gif_without_notes(content: bytes) -> bytes:
    """Return a GIF file with its pictures and how they move, and nothing else.

    Cost: linear in its length. Raises BrokenPictureError where it is no GIF or is cut short.
    """
    if content[:6] not in (b"GIF87a", b"GIF89a"):
        raise BrokenPictureError("is no GIF picture")
    return b"".join(_kept(content))


def _kept(content: bytes) -> Iterator[bytes]:
    at = _HEAD + _table(byte_at(content, 10))
    yield content[:at]
    while True:
        start, kind = at, byte_at(content, at)
        if kind == _END:  # what follows is no part of the picture
            yield content[at : at + 1]
            return
        if kind == _IMAGE:
            at = _end_of_blocks(content, at + 11 + _table(byte_at(content, at + 9)))
            yield content[start:at]
        elif kind == _EXTENSION:
            at = _end_of_blocks(content, at + 2)
            what = byte_at(content, start + 1)
            if what == _CONTROL or (what == _APPLICATION and content.startswith(_REPEATS, start + 2)):
                yield content[start:at]
        else:
            raise BrokenPictureError("is damaged")


def _table(flags: int) -> int:
    """Return the length of the table of colours that follows flags."""
    return 3 << (1 + (flags & 7)) if flags & _TABLE else 0


def _end_of_blocks(content: bytes, at: int) -> int:
    while length := byte_at(content, at):
        at += 1 + length
    return at + 1
