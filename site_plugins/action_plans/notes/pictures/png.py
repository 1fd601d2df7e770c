"""PNG without what a program wrote beside the picture. The picture's own data is copied as it is.

Source: Portable Network Graphics, third edition (W3C, 2025), 4.7 and 11.
"""

import zlib
from collections.abc import Iterator

from action_plans.notes.pictures.broken import BrokenPictureError
from action_plans.notes.pictures.orientation import turned_only

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_AROUND = 12  # length, name and sum of a chunk
_OF_THE_PICTURE = frozenset({
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI",
    b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
})  # fmt: skip


def png_without_notes(content: bytes) -> bytes:
    """Return a PNG file with its picture, its colours and which way up it is, and nothing else.

    Cost: linear in its length. Raises BrokenPictureError where it is no PNG, is damaged or cut short.
    """
    if not content.startswith(_SIGNATURE):
        raise BrokenPictureError("is no PNG picture")
    return b"".join((_SIGNATURE, *_kept(content)))


def _kept(content: bytes) -> Iterator[bytes]:
    at = len(_SIGNATURE)
    while True:
        end = at + _AROUND + int.from_bytes(content[at : at + 4], "big")
        if len(content) < end:
            raise BrokenPictureError("is cut short")
        name, held = content[at + 4 : at + 8], content[at + 8 : end - 4]
        if zlib.crc32(content[at + 4 : end - 4]) != int.from_bytes(content[end - 4 : end], "big"):
            raise BrokenPictureError("is damaged")
        if name in _OF_THE_PICTURE:
            yield content[at:end]
        elif name == b"eXIf":
            turned = turned_only(held)
            if turned:
                yield content[at:end] if turned == held else _chunk(name, turned)
        if name == b"IEND":  # what follows is no part of the picture, and may be an uncropped one
            return
        at = end


def _chunk(name: bytes, held: bytes) -> bytes:
    return len(held).to_bytes(4, "big") + name + held + zlib.crc32(name + held).to_bytes(4, "big")
