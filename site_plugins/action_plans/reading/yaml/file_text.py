"""The text of a file: UTF-8, of a sensible size, without characters that no page can show."""

import re
from pathlib import Path
from stat import S_ISREG

from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.reading.yaml.foreign_files import foreign_fault

LARGEST = 2_000_000
"""The largest file that is read, in bytes; a plan of 400 actions is a tenth of it."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that are no text: they cannot be shown, and XML and YAML both refuse them."""

_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_SAVE = 'Save it as UTF-8: in most editors under "Save as", "Encoding".'
_BREAKS_OF_OLD = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})


def read_file(file: Path, path: str) -> bytes | Problem:
    """Return the bytes of `file`, or the problem that keeps them from being read; `path` is how people know it."""
    try:
        about = file.stat()
        if not S_ISREG(about.st_mode):  # a device or a pipe would be read for ever
            hint = "Put an ordinary file in its place."
            return Problem(Code.UNREADABLE, "this is no ordinary file.", Origin(path), hint)
        if about.st_size > LARGEST:
            return _too_large(path)
        return file.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return Problem(
            Code.UNREADABLE,
            f"the file cannot be read: {reason}.",
            Origin(path),
            "Check that it exists and that you may open it.",
        )


def decode(data: bytes, path: str) -> str | Problem:
    """Return the text of a file with one kind of line end, or what is wrong with its bytes."""
    if len(data) > LARGEST:
        return _too_large(path)
    if (fault := foreign_fault(data)) is not None:
        return fault.at(Code.UNREADABLE, Origin(path))
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return Problem(Code.UNREADABLE, f"the file is saved as {name}.", Origin(path), _SAVE)
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, path)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text if text.isascii() else text.translate(_BREAKS_OF_OLD)
    if found := CONTROL.search(text):
        return _control(text, found.start(), path)
    return text


def _too_large(path: str) -> Problem:
    return Problem(
        Code.UNREADABLE,
        f"the file is larger than {LARGEST // 1_000_000} MB and is not read.",
        Origin(path),
        "A plan or note of this size is a slip, or should be several files.",
    )


def _not_utf8(data: bytes, start: int, path: str) -> Problem:
    begin = data.rfind(b"\n", 0, start) + 1
    place = Origin(path, data.count(b"\n", 0, start) + 1, len(data[begin:start].decode("utf-8")) + 1)
    meant = bytes([data[start]]).decode("cp1252", errors="replace")
    return Problem(Code.UNREADABLE, f"the file is not UTF-8 from here on (perhaps a '{meant}' is meant).", place, _SAVE)


def _control(text: str, start: int, path: str) -> Problem:
    place = Origin(path, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    if text[start] == "\0":
        return Problem(Code.UNREADABLE, "the file holds NUL bytes, which no text has.", place, _SAVE)
    hint = "Delete it; it may have come with text pasted from elsewhere."
    message = f"an invisible control character stands here (U+{ord(text[start]):04X})."
    return Problem(Code.UNREADABLE, message, place, hint)
