"""The versions of a note's files, so that anybody can tell whether one was replaced, and when."""

from dataclasses import dataclass

from action_plans.english.wording import day
from action_plans.history.file_versions import FileVersions, HeldVersion
from action_plans.model.evidence import EvidenceNote
from action_plans.staff.context import Here


@dataclass(frozen=True, slots=True)
class FileVersionRow:
    """A version of a file: since when, which version of everything made it so, its sum or what else is to be said."""

    since: str
    version: str
    checksum: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class FileHistory:
    """A file and its versions, the newest first."""

    name: str
    rows: tuple[FileVersionRow, ...]


def file_history(here: Here, note: EvidenceNote) -> tuple[FileHistory, ...]:
    """Return the versions of a note and of its attachments; of one on request days alone, and its files unnamed."""
    files = here.context.provenance.files.get(note.path, ())
    return tuple(
        FileHistory(_name(one, note, number), tuple(_row(version, note) for version in one.versions))
        for number, one in enumerate(files)
        if one.versions
    )


def _name(one: FileVersions, note: EvidenceNote, number: int) -> str:
    if not one.name:
        return "The note itself"
    return one.name if not note.on_request else f"Attachment {number}"


def _row(version: HeldVersion, note: EvidenceNote) -> FileVersionRow:
    said = "" if version.checksum else "Taken away"
    doubt = " (a doubtful day: a clock was wrong)" if version.change.is_doubtful else ""
    if note.on_request:
        return FileVersionRow(f"{day(version.change.date)}{doubt}", "", "", said)
    return FileVersionRow(f"{day(version.change.date)}{doubt}", version.change.short, version.checksum, said)
