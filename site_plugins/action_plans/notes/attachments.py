"""Files that a note publishes with itself: only those that it lists, of kinds that can do no harm, from beside it."""

import hashlib
import posixpath
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from action_plans.model.evidence import Attachment, EvidenceNote
from action_plans.model.problem import Code, Problem
from action_plans.model.reference import NOTES
from action_plans.notes.attachment_kinds import KINDS, PICTURES, SAVE_AS, fault_of_content, runs_something
from action_plans.notes.pictures.broken import BrokenPictureError, HugePictureError
from action_plans.notes.pictures.clean_picture import clean_picture
from action_plans.tracing.addresses import attachment_address

MOST_BYTES = 20_000_000
"""How large an attachment may be, unless the project says otherwise."""


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment that is published: `written` in the note, published as `name` beside the note's page.

    `content` is the file to copy, or for a picture from which something was taken out, its bytes. `size` is the length
    in bytes, `checksum` the SHA-256 in hexadecimal of what is published; `original_checksum` that of the file itself
    where it is another. `kind` is what a page calls it.
    """

    written: str
    name: str
    title: str
    content: bytes | Path
    kind: str
    size: int
    checksum: str
    original_checksum: str = ""

    @property
    def is_picture(self) -> bool:
        """Whether a page may show it as a picture."""
        return self.kind == "picture"

    @property
    def size_in_words(self) -> str:
        """Its length as people say it: `84 KB`, `1.2 MB`."""
        return size_in_words(self.size)


def attached_to(
    note: EvidenceNote, root: Path, most_bytes: int = MOST_BYTES
) -> tuple[tuple[Attached, ...], tuple[Problem, ...]]:
    """Return the files that a note publishes, and what is wrong with those that it lists and may not.

    `root` is the project's folder; a file of more than `most_bytes` is refused unread. Of a note on request nothing is
    published or read, and no message names its files. Cost: linear in the files; one at a time is in memory, and after
    it only pictures from which something was taken out.
    """
    found: list[Attached] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    folder = root / PurePosixPath(note.path).parent
    for attachment in note.attachments:
        fault = _fault(attachment.file, folder, most_bytes)
        if fault is None and not note.on_request:
            name = _free(posixpath.basename(attachment_address(note, attachment.file)), taken)
            read = _read(attachment, folder / attachment.file, name)
            if isinstance(read, _Read):
                found.append(read.attached)
                fault = _RUNS if read.runs_something else None
            else:
                fault = read
        if fault is not None:
            problems.append(_problem(note, attachment, *fault))
    return tuple(found), tuple(problems)


def size_in_words(size: int) -> str:
    """Return a length in bytes as people say it: `84 KB`, `1.2 MB`."""
    if size < 1000:  # noqa: PLR2004 -- a thousand bytes are a kilobyte
        return f"{size} bytes"
    if size < 999_500:  # noqa: PLR2004 -- from here on it would be rounded to 1000 KB
        return f"{round(size / 1000)} KB"
    return f"{size / 1_000_000:.1f} MB"


Fault = tuple[Code, str, str]
"""What is wrong with a file: the code, the end of the sentence, and what to do instead."""

_AGAIN = "Open it, look at it, and save it again."
_UNREAD: Fault = (Code.UNREADABLE, "cannot be read", "Look at who may read it, and whether a program holds it.")
_HUGE: Fault = (Code.UNSAFE_PATH, "has too many dots to be shown", "Make the picture smaller and save it again.")
_RUNS: Fault = (
    Code.ATTACHMENT_RUNS,
    "holds a program that a reader may run",
    "Print it to a new PDF and list that one.",
)


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that may be published, and whether it could run something."""

    attached: Attached
    runs_something: bool


def _fault(written: str, folder: Path, most_bytes: int) -> Fault | None:
    if not _is_beside(written):
        hint = "Move the file into the note's folder and write its name."
        return (Code.UNSAFE_PATH, "does not lie beside the note", hint)
    if (folder / written).suffix.lower() not in KINDS:
        return (Code.UNSAFE_PATH, "is of a kind that is not published", SAVE_AS)
    return _fault_of_file(folder, written, most_bytes)


def _fault_of_file(folder: Path, written: str, most_bytes: int) -> Fault | None:
    try:
        is_linked = any(step.is_symlink() for step in _steps(folder, written))
        status = (folder / written).stat()
    except (OSError, ValueError):
        hint = "Put the file beside the note, or correct its name: capitals count."
        return (Code.MISSING_FILE, "does not exist", hint)
    if is_linked:
        return (Code.UNSAFE_PATH, "is a link to another place", "Put a copy of the file there instead of the link.")
    if not stat.S_ISREG(status.st_mode):
        return (Code.UNSAFE_PATH, "is not a file", "List each file by its own name.")
    if status.st_size > most_bytes:
        hint = f"Make it smaller than {size_in_words(most_bytes)}, or keep it elsewhere and say where in `kept`."
        return (Code.UNSAFE_PATH, f"has {size_in_words(status.st_size)}, which is too much", hint)
    return None


def _is_beside(written: str) -> bool:
    """Whether a path stays in the note's folder, on every system on which somebody may read it."""
    parts = written.split("/")
    outside = PurePosixPath(written).is_absolute() or PureWindowsPath(written).anchor or "\\" in written
    return not outside and all(part not in ("", "..") and part.isprintable() for part in parts)


def _steps(folder: Path, written: str) -> Iterator[Path]:
    """Yield the file, and every folder between the note's folder and it."""
    for part in written.split("/"):
        folder /= part
        yield folder


def _read(attachment: Attachment, file: Path, name: str) -> _Read | Fault:
    ending = file.suffix.lower()
    try:
        content = file.read_bytes()
    except OSError:
        return _UNREAD
    fault = fault_of_content(ending, content)
    if fault is not None:
        return (Code.UNSAFE_PATH, *fault)
    try:
        shown = clean_picture(content, PICTURES[ending]) if ending in PICTURES else content
    except BrokenPictureError as error:
        return (Code.UNREADABLE, str(error), _AGAIN)
    except HugePictureError:
        return _HUGE
    own, is_as_it_was = hashlib.sha256(content).hexdigest(), shown is content
    attached = Attached(
        written=attachment.file,
        name=name,
        title=attachment.title or file.name,
        content=file if is_as_it_was else shown,
        kind=KINDS[ending],
        size=len(shown),
        checksum=own if is_as_it_was else hashlib.sha256(shown).hexdigest(),
        original_checksum="" if is_as_it_was else own,
    )
    return _Read(attached, runs_something(ending, content))


def _free(name: str, taken: set[str]) -> str:
    stem, dot, ending = name.rpartition(".")
    free, number = name, 2
    while free in taken:
        free, number = f"{stem}-{number}{dot}{ending}", number + 1
    taken.add(free)
    return free


def _problem(note: EvidenceNote, attachment: Attachment, code: Code, words: str, hint: str) -> Problem:
    name = "An attachment of this note" if note.on_request else f"The attachment {attachment.file}"
    return Problem(code, f"{name} {words}.", attachment.at("file"), hint, item=f"{NOTES}/{note.id}")
