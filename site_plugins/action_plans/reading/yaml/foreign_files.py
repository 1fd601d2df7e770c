"""Files that are no text, told by how they begin: what they are, and what to do instead."""

from action_plans.model.fault import Fault

_COPY = "Copy its words into a text file that ends in .yaml, written as a plan; or take it out of the folder."

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a Word, Excel or other packed file (zip)"),
    (b"PK\x05\x06", "an empty packed file (zip)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word, Excel or Outlook file of the older kind"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a document in rich text (RTF)"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a packed file (gzip)"),
    (b"SQLite format 3\x00", "a database"),
    (b"Salted__", "an encrypted file"),
)
_PAGES = (b"<!doctype html", b"<html", b"<?xml")


def foreign_fault(data: bytes) -> Fault | None:
    """Return what is wrong where the bytes of a file are those of another kind of document; None for text."""
    what = next((what for beginning, what in _BEGINNINGS if data.startswith(beginning)), None)
    if what is None and data[:64].lstrip().lower().startswith(_PAGES):
        what = "a web page (HTML) or XML"
    if what is None:
        return None
    return Fault(f"the file is {what}, whatever its name says: not a text that can be read.", _COPY)
