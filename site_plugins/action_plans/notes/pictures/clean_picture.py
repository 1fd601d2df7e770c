"""A picture as it is published: without place, device, author, thumbnails and comments, dot for dot the same.

Nothing is coded anew: what a picture is made of is copied, and what is written beside it is left out. Pillow looks
whether it can be shown at all.
"""

import warnings
from collections.abc import Callable, Mapping
from io import BytesIO

from action_plans.notes.pictures.broken import BrokenPictureError, HugePictureError
from action_plans.notes.pictures.gif import gif_without_notes
from action_plans.notes.pictures.jpeg import jpeg_without_notes
from action_plans.notes.pictures.png import png_without_notes
from action_plans.notes.pictures.webp import webp_without_notes

MOST_DOTS = 89_000_000
"""How many dots a picture may have: more than a page of A4 scanned at 900 to the inch."""

_SMALL = (64, 64)


def clean_picture(content: bytes, kind: str) -> bytes:
    """Return a picture without what is written beside it; the same bytes where there is nothing.

    `kind` is JPEG, PNG, WEBP or GIF. Cost: linear in its length; a GIF, and a WebP, are decoded as well.
    Raises BrokenPictureError where it cannot be shown, HugePictureError where it has more than MOST_DOTS.
    """
    cleaned = _WITHOUT_NOTES[kind](content)
    _look_at(cleaned, kind)
    return content if cleaned == content else cleaned


_WITHOUT_NOTES: Mapping[str, Callable[[bytes], bytes]] = {
    "JPEG": jpeg_without_notes,
    "PNG": png_without_notes,
    "WEBP": webp_without_notes,
    "GIF": gif_without_notes,
}


def _look_at(content: bytes, kind: str) -> None:
    from PIL import Image  # noqa: PLC0415 -- few projects hold pictures, and every command would wait for it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow remarks on in passing stops nothing
        try:
            with Image.open(BytesIO(content), formats=[kind]) as picture:
                is_huge = picture.width * picture.height > MOST_DOTS
                if kind == "PNG":
                    picture.verify()  # the sums of all its parts
                elif not is_huge:
                    picture.draft("RGB", _SMALL)  # a JPEG is decoded at an eighth of its size
                    picture.load()
        except Image.DecompressionBombError:
            raise HugePictureError from None
        except Exception:  # noqa: BLE001 -- Pillow raises almost anything for a damaged picture
            raise BrokenPictureError("is damaged") from None
    if is_huge:
        raise HugePictureError
