"""The versions of the files of evidence, with their sums: so that nobody swaps one without a trace."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from action_plans.history.followed import Followed
from action_plans.history.history import Change, History
from action_plans.history.read_history import changed_files
from action_plans.history.stories import FileVersion
from action_plans.history.version_cache import VersionCache
from action_plans.model.evidence import EvidenceNote


@dataclass(frozen=True, slots=True)
class HeldVersion:
    """A version of a file: the commit that made it so, and the SHA-256 of what it held; empty where it was gone."""

    change: Change
    checksum: str


@dataclass(frozen=True, slots=True)
class FileVersions:
    """A file of a note and its versions, newest first; `name` is its path as the note writes it, empty for the note."""

    name: str
    versions: tuple[HeldVersion, ...]


def working_file_differs(history: History, key: str, blob: str) -> bool:
    """Return whether the file at a path in the repository is another than one that git names by its blob.

    It is compared with what was committed last; git itself is asked about the file only where what lies there has
    another sum, as it has where git changes line ends, or keeps large files elsewhere.
    """
    versions = history.recorded.get(key, ())
    if not versions or versions[0].blob != blob:
        return True
    folder = history.root
    for _ in range(history.prefix.count("/")):
        folder = folder / ".."
    try:
        content = Path(folder, key).read_bytes()
    except OSError:
        return True
    if blob in blob_names(content, len(blob)):
        return False
    return bool(changed_files(history.root, key, history))


def blob_names(content: bytes, length: int = 40) -> tuple[str, ...]:
    """Return how git names a file: as it is, and for a text with either kind of line ends.

    `length` is that of the repository's names: 40 for SHA-1, 64 for SHA-256.
    """
    forms = [content]
    if b"\0" not in content:
        plain = content.replace(b"\r\n", b"\n")
        forms += [plain, plain.replace(b"\n", b"\r\n")]
    return tuple(dict.fromkeys(_blob_name(form, length) for form in forms))


def files_of_notes(
    notes: Iterable[EvidenceNote], history: History, followed: Followed, cache: VersionCache
) -> Iterator[tuple[str, tuple[FileVersions, ...]]]:
    """Yield for each note's path the versions of its files, the note itself first. One call of git for unknown sums."""
    found = [(note, tuple(_files(note, history, followed))) for note in notes]
    blobs = {version.blob for _, files in found for _, several in files for version in several if version.blob}
    for blob, content in history.each_blob(sorted(blob for blob in blobs if cache.sum_of(blob) is None)):
        cache.put_sum(blob, hashlib.sha256(content).hexdigest())
    cache.save()
    for note, files in found:
        yield (
            note.path,
            tuple(
                FileVersions(name, tuple(_held(version, cache) for version in reversed(several)))
                for name, several in files
            ),
        )


def _files(note: EvidenceNote, history: History, followed: Followed) -> Iterator[tuple[str, tuple[FileVersion, ...]]]:
    folder = note.path.rpartition("/")[0]
    for name in ("", *(one.file for one in note.attachments)):
        story = followed.files.get(history.key(f"{folder}/{name}" if name else note.path))
        yield name, tuple(story.versions) if story is not None else ()


def _held(version: FileVersion, cache: VersionCache) -> HeldVersion:
    total = (cache.sum_of(version.blob) or "") if version.blob is not None else ""
    return HeldVersion(Change.of(version.commit), total)


def _blob_name(content: bytes, length: int) -> str:
    total = hashlib.sha1(usedforsecurity=False) if length == 40 else hashlib.sha256()  # noqa: PLR2004 -- git's two
    total.update(b"blob %d\0" % len(content))
    total.update(content)
    return total.hexdigest()
