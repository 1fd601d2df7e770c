"""Pictures as cameras and programs write them: small, with a pattern, and with all that should not be published."""

from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo

SECRETS = (b"51 deg", b"PhoneMaker", b"Quality Lead", b"xmpmeta", b"a comment", b"THUMBNAIL", b"after the end")
"""What the notes of `noted_picture` say, and what follows its end."""

_MAKER, _ORIENTATION, _ARTIST, _PLACE = 0x010F, 0x0112, 0x013B, 0x8825
_XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
_MODES = {"GIF": "P"}  # a table of colours


def plain_picture(kind: str, size: tuple[int, int] = (12, 8)) -> bytes:
    """Return a picture with nothing beside it."""
    held = BytesIO()
    _pattern(kind, size).save(held, kind)
    return held.getvalue()


def noted_picture(kind: str, orientation: int = 6) -> bytes:
    """Return a picture with place, device, author, comment and more beside it, and words after its end."""
    held = BytesIO()
    picture, exif = _pattern(kind, (12, 8)), _exif(orientation)
    if kind == "JPEG":
        picture.save(held, kind, exif=exif, comment=b"a comment", xmp=_XMP, icc_profile=b"\0" * 128)
    elif kind == "PNG":
        words = PngInfo()
        words.add_text("Comment", "a comment")
        words.add_itxt("XML:com.adobe.xmp", _XMP.decode(), zip=False)
        picture.save(held, kind, exif=exif, pnginfo=words)
    elif kind == "WEBP":
        picture.save(held, kind, lossless=True, exif=exif, xmp=_XMP)
    else:
        picture.save(held, kind, comment=b"a comment")
    return held.getvalue() + b"after the end"


def dots(content: bytes) -> bytes:
    """Return every dot of a picture as it is stored."""
    with Image.open(BytesIO(content)) as picture:
        return picture.convert("RGBA").tobytes()


def which_way_up(content: bytes) -> int:
    """Return which way up a picture is to be shown: 1 as it is stored, 2 to 8 turned or mirrored."""
    with Image.open(BytesIO(content)) as picture:
        return int(picture.getexif().get(_ORIENTATION, 1))


def _pattern(kind: str, size: tuple[int, int]) -> Image.Image:
    picture = Image.new("RGB", size, (240, 240, 240))
    for column in range(0, size[0], 2):
        picture.putpixel((column, column % size[1]), (column * 20 % 256, 60, 90))
    return picture.convert(_MODES.get(kind, "RGB"))


def _exif(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[_MAKER], exif[_ORIENTATION], exif[_ARTIST] = "PhoneMaker", orientation, "Quality Lead"
    exif.get_ifd(_PLACE)[0x1D] = "51 deg THUMBNAIL"
    return exif
