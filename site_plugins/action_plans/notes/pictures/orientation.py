"""Which way up a picture is to be shown: the one thing in a camera's notes that belongs to the picture itself."""

import struct

_TAG = 0x0112
_SHORT = 3
_TURNED = range(2, 9)


def turned_only(exif: bytes) -> bytes:
    """Return camera's notes (TIFF, with or without `Exif` before it) that say which way up, and nothing else.

    Empty where the picture is not turned, or where the notes cannot be read.
    """
    from PIL import Image  # noqa: PLC0415 -- few projects hold pictures, and every command would wait for it

    notes = Image.Exif()
    try:
        notes.load(exif)
        turned = notes.get(_TAG)
    except Exception:  # noqa: BLE001 -- whatever stops Pillow from reading notes that will be thrown away
        return b""
    if turned not in _TURNED:
        return b""
    entry = struct.pack(">HHIHH", _TAG, _SHORT, 1, turned, 0)
    return b"MM\x00*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
