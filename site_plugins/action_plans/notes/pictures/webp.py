"""WebP without what a camera or a program wrote beside the picture. The picture's own data is copied as it is.

Source: WebP Container Specification (RFC 9649, 2.7).
"""

from collections.abc import Iterator

from action_plans.notes.pictures.broken import BrokenPictureError
from action_plans.notes.pictures.orientation import turned_only

_OF_THE_PICTURE = frozenset((b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_FRAME_HEAD = 16
_EXIF_FLAG, _XMP_FLAG = 0x08, 0x04


def webp_without_notes(content: bytes) -> bytes:
    """Return a WebP file with its picture, its colours and which way up it is, and nothing else.

    Cost: linear in its length. Raises BrokenPictureError where it is no WebP or is cut short.
    """
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise BrokenPictureError("is no WebP picture")
    end = 8 + int.from_bytes(content[4:8], "little")
    if end > len(content):
        raise BrokenPictureError("is cut short")
    kept = list(_kept(content[12:end]))
    flags = _EXIF_FLAG if any(name == b"EXIF" for name, _ in kept) else 0
    body = b"".join(_chunk(name, _flagged(held, flags) if name == b"VP8X" else held) for name, held in kept)
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def _kept(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    for name, held in _chunks(content):
        if name == b"ANMF":
            inside = b"".join(_chunk(*one) for one in _chunks(held[_FRAME_HEAD:]) if one[0] in _OF_THE_PICTURE)
            yield name, held[:_FRAME_HEAD] + inside
        elif name in _OF_THE_PICTURE or (name == b"VP8X" and held):
            yield name, held
        elif name == b"EXIF":
            turned = turned_only(held)
            if turned:
                yield name, turned


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(content):
        name, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if at + 8 + length > len(content):
            raise BrokenPictureError("is damaged")
        yield name, content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _chunk(name: bytes, held: bytes) -> bytes:
    return name + len(held).to_bytes(4, "little") + held + b"\0" * (len(held) % 2)


def _flagged(held: bytes, flags: int) -> bytes:
    """Return what the file's head says it holds, less notes that are no longer there."""
    return bytes((held[0] & ~(_EXIF_FLAG | _XMP_FLAG) | flags,)) + held[1:]
