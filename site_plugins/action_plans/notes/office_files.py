"""Documents and spreadsheets: whether a file is what its name says, and whether it could run something.

Sources: ECMA-376, part 2 (packages); OpenDocument 1.3, part 2.
"""

import zipfile
from collections.abc import Mapping
from io import BytesIO

_MOST_UNPACKED = 1_000_000_000
_OLE = b"\xd0\xcf\x11\xe0"
_PROGRAMS = ("/vbaproject.bin", "/macrosheets/", "/activex/", "/vbadata.xml")
_PROGRAM_FOLDERS = ("basic/", "scripts/")
_MACROS = b"macroEnabled"
_TYPES = "[Content_Types].xml"
_MIME = "mimetype"
_MOST_OF_A_LIST = 1_000_000

_INSIDE: Mapping[str, str] = {".xlsx": "xl/workbook", ".docx": "word/document"}
_OPEN_DOCUMENT: Mapping[str, bytes] = {
    ".ods": b"application/vnd.oasis.opendocument.spreadsheet",
    ".odt": b"application/vnd.oasis.opendocument.text",
}

Fault = tuple[str, str]
"""What is wrong, in the middle of a line, and what to do."""


def fault_of_office_file(ending: str, content: bytes) -> Fault | None:
    """Return why a document or spreadsheet may not be published, by what is in it; `ending` is that of its name.

    Nothing in it is unpacked but its list of contents. Cost: linear in the number of its parts.
    """
    if content.startswith(_OLE):
        return ("is protected by a password, or of an older kind", f"Save it again as {ending[1:]}, without password.")
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            return _fault(ending, parts)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return _unlike(ending)


def _fault(ending: str, parts: zipfile.ZipFile) -> Fault | None:
    names = [name.replace("\\", "/").casefold() for name in parts.namelist()]
    if not _is_what_it_says(ending, parts, names):
        return _unlike(ending)
    if _can_run(parts, names):
        return ("holds macros", f"Save it without macros, as {ending[1:]} or PDF.")
    if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
        return ("would be far larger once it is opened", "Save the part of it that matters as PDF.")
    return None


def _is_what_it_says(ending: str, parts: zipfile.ZipFile, names: list[str]) -> bool:
    if ending in _OPEN_DOCUMENT:
        return _MIME in names and _beginning(parts, _MIME).strip() == _OPEN_DOCUMENT[ending]
    return _TYPES.casefold() in names and any(name.startswith(_INSIDE[ending]) for name in names)


def _can_run(parts: zipfile.ZipFile, names: list[str]) -> bool:
    if any(program in f"/{name}" for name in names for program in _PROGRAMS):
        return True
    if _MIME in names:
        return any(name.startswith(_PROGRAM_FOLDERS) for name in names)
    return _TYPES in parts.namelist() and _MACROS in _beginning(parts, _TYPES)


def _beginning(parts: zipfile.ZipFile, name: str) -> bytes:
    with parts.open(name) as part:
        return part.read(_MOST_OF_A_LIST)


def _unlike(ending: str) -> Fault:
    return (f"is called {ending} and is something else, or damaged", "Open it where it was made, and save it again.")
