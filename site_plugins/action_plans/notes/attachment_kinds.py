"""The kinds of file that may be published with a note, told by what is in a file as well as by its name."""

import re
from collections.abc import Mapping

from action_plans.notes.office_files import Fault, fault_of_office_file

KINDS: Mapping[str, str] = {
    ".pdf": "PDF",
    ".png": "picture",
    ".jpg": "picture",
    ".jpeg": "picture",
    ".webp": "picture",
    ".gif": "picture",
    ".xlsx": "spreadsheet",
    ".ods": "spreadsheet",
    ".csv": "table of figures",
    ".txt": "text",
    ".docx": "document",
    ".odt": "document",
}
"""The kinds of file that may be published, by the ending of their name, and what a page calls them."""

SAVE_AS = "Save it as PDF, picture (png, jpg, webp, gif), spreadsheet (xlsx, ods, csv) or text (txt, docx, odt)."

PICTURES: Mapping[str, str] = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".gif": "GIF"}
"""What a picture is by the ending of its name."""

_HEAD = 1024
_BEGINS = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "a PNG picture", ".png"),
    (re.compile(rb"\xff\xd8\xff"), "a JPEG picture", ".jpg"),
    (re.compile(rb"GIF8[79]a"), "a GIF picture", ".gif"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "a WebP picture", ".webp"),
    (re.compile(rb"%PDF-"), "a PDF", ".pdf"),
)
_MARKUP = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype|\?xml|html|head|body|svg|script|iframe|object|embed|meta|link)\b",
    re.IGNORECASE | re.DOTALL,
)
_PDF_PROGRAMS = re.compile(rb"/(?:JavaScript|Launch)\b")
_UTF8_MARK = b"\xef\xbb\xbf"


def fault_of_content(ending: str, content: bytes) -> Fault | None:
    """Return why a file of a kind that may be published may not be, by what is in it; nothing where it may.

    `ending` is that of its name, in lower case. Pictures are only told apart here. Cost: linear in its length.
    """
    if KINDS[ending] in ("text", "table of figures"):
        return _fault_of_text(content)
    if ending in (".xlsx", ".ods", ".docx", ".odt"):
        return fault_of_office_file(ending, content)
    return _fault_of_beginning(ending, content)


def runs_something(ending: str, content: bytes) -> bool:
    """Whether a PDF plainly says that it runs a program when it is opened. What is packed inside it is not seen."""
    return ending == ".pdf" and _PDF_PROGRAMS.search(content) is not None


def _fault_of_beginning(ending: str, content: bytes) -> Fault | None:
    wanted = ".jpg" if ending == ".jpeg" else ending
    # Readers accept a PDF that begins somewhere in its first thousand bytes, and some scanners write one.
    if wanted == ".pdf" and b"%PDF-" in content[:_HEAD]:
        return None
    is_really = next(((what, its) for begins, what, its in _BEGINS if begins.match(content)), None)
    if is_really is not None and is_really[1] == wanted:
        return None
    if is_really is not None:
        what, its = is_really
        return (f"is {what}, whatever its name says", f"Let its name end in {its}, and correct it here.")
    if _MARKUP.match(content[:_HEAD]):
        return (f"is called {ending} and holds a web page or a drawing made of words", SAVE_AS)
    if not content:
        return ("is empty", "Copy the file once more.")
    return (f"is called {ending} and is something else, or damaged", "Open it, look at it, and save it again.")


def _fault_of_text(content: bytes) -> Fault | None:
    plain = content.removeprefix(_UTF8_MARK)
    if b"\0" in content or not _is_text(content):
        return ("is no plain text", "Save it as text in UTF-8; what is not text goes by its own ending.")
    if _MARKUP.match(plain[:_HEAD]):
        return ("holds a web page, not plain text", SAVE_AS)
    return None


def _is_text(content: bytes) -> bool:
    for encoding in ("utf-8", "cp1252"):  # what editors and Excel write
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False
