"""`action-plans was FILE`: which evidence a file is or was, from when to when, and what stands there today."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from action_plans.history.commits import Commit
from action_plans.history.file_versions import blob_names
from action_plans.history.provenance import Past, read_past
from action_plans.history.stories import FileStory
from action_plans.history.version_values import WHOLE
from action_plans.history.versions import is_note
from action_plans.model.reference import Ref
from action_plans.model.when import day_in_words
from action_plans.notes.attachment_kinds import PICTURES
from action_plans.notes.pictures.broken import BrokenPictureError, HugePictureError
from action_plans.notes.pictures.clean_picture import clean_picture
from action_plans.past import asking
from action_plans.pipeline import examine
from action_plans.project.settings import Settings
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class Stood:
    """How long a file stood at its place: the commit that put it there, and the one that ended that; none if none did.

    `first` is None where it was there before the first version that is read.
    """

    first: Commit | None
    end: Commit | None = None
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A file of evidence that is, or was, the one asked about.

    Attributes:
        path: where it lies, or lay last, in the project.
        note: the reference of the note that it is, or that it is attached to.
        is_note: whether it is the note itself.
        stood: the times at which it stood there, oldest first.
        today: what stands there today, in words.
        as_published: whether it is the file as we publish it, a picture without what was written beside it.
    """

    path: str
    note: str
    is_note: bool
    stood: tuple[Stood, ...]
    today: str
    as_published: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a file by its `name`; `reason` is why git cannot tell, empty where it can."""

    name: str
    matches: tuple[Match, ...]
    reason: str = ""

    @property
    def is_known(self) -> bool:
        """Whether the file is evidence, and git tells since when."""
        return bool(self.matches) and not self.reason

    def as_text(self) -> str:
        """Return it for people."""
        if not self.matches:
            where = "lies here" if self.reason else "stands or stood here"
            return f"{self.name} is no evidence that {where}.{_why(self)}\n"
        lines = []
        for match in self.matches:
            what = "the note" if match.is_note else "an attachment of"
            form = ", as it is published" if match.as_published else ""
            lines.append(f"{self.name} is {what} {match.note}{form}: {match.path}")
            lines += [f"  {_in_words(stood)}" for stood in match.stood]
            lines.append(f"  {match.today}")
        return "\n".join(lines) + (f"\n{self.reason}\n" if self.reason else "\n")


def was(settings: Settings, file: Path) -> Found:
    """Return which evidence a file is or was: compared with every version on the main line, and with what lies there.

    Bytes are compared as they were committed, those of texts whatever their line ends, or as a picture is published.

    Raises:
        OSError: the file cannot be read.
    """
    if not file.is_file():
        raise IsADirectoryError(21, "is not a file", str(file))
    given = file.read_bytes()
    past = read_past(settings.root, asking(settings))
    trace = examine(settings).trace
    places = _places(trace, past)
    found = [*_matches(settings, past, places, given, None)]
    if not found and past.followed is not None:
        found = [*_matches(settings, past, places, given, _alike(past, places, given))]
    return Found(file.name, tuple(found), past.history.reason)


def _why(found: Found) -> str:
    return f" {found.reason}" if found.reason else ""


def _places(trace: Trace, past: Past) -> dict[str, str]:
    """Return the path in the repository of every note and attachment that is or was, with the reference of its note."""
    found: dict[str, str] = {}
    for note in trace.portfolio.notes:
        own = past.history.key(note.path)
        found[own] = note.ref
        folder = PurePosixPath(own).parent
        found |= {str(folder / one.file): note.ref for one in note.attachments}
    for path, story in past.followed.files.items() if past.followed is not None else ():
        if is_note(path):
            for version in story.versions:
                said = past.versions.read(version.blob, version.path)
                values = said.items.get(WHOLE, {})
                ref = found.get(path) or Ref.to_note(said.id or PurePosixPath(path).stem)
                if "supports" in values:
                    found.setdefault(path, ref)
                    folder = PurePosixPath(version.path).parent
                    for one in values.get("attachments", ()):
                        found.setdefault(str(folder / str(one["file"])), ref)
    return found


def _matches(
    settings: Settings, past: Past, places: dict[str, str], given: bytes, alike: dict[str, bool] | None
) -> Iterator[Match]:
    """Yield every place at which the file stands or stood.

    `alike` are the blobs that are it in another form, and whether that is the published one; without them it is sought
    by its name in git.
    """
    files = past.followed.files if past.followed is not None else {}
    stories = {version.path: story for story in files.values() for version in story.versions}
    seen: set[int] = set()
    for key, ref in sorted(places.items()):
        story = files.get(key) or stories.get(key) or FileStory()
        if story.versions and id(story) in seen:
            continue
        seen.add(id(story))
        now = story.versions[-1].path if story.versions else key
        names = frozenset(alike) if alike is not None else _names(story, given)
        stood = tuple(_stood(story, names))
        lying = _lying(settings.root, past, now)
        is_there = lying is not None and _is_same(given, lying, now)
        if stood or is_there:
            published = alike is not None and any(alike[one.blob or ""] for one in story.versions if one.blob in alike)
            shown = published or (is_there and lying is not None and not _is_text_or_same(given, lying))
            yield Match(_path(past, now), ref, is_note(now), stood, _today(lying, is_there, stood, past), shown)


def _names(story: FileStory, given: bytes) -> frozenset[str]:
    blobs = [version.blob for version in story.versions if version.blob] + ([story.before] if story.before else [])
    return frozenset(blob_names(given, len(blobs[0]))) if blobs else frozenset()


def _stood(story: FileStory, names: frozenset[str]) -> Iterator[Stood]:
    """Yield each time during which one of these was what the file held."""
    is_there, first = story.before in names, None
    for version in story.versions:
        if version.blob in names and not is_there:
            is_there, first = True, version.commit
        elif is_there and version.blob not in names:
            yield Stood(first, version.commit, is_gone=version.blob is None)
            is_there = False
    if is_there:
        yield Stood(first)


def _alike(past: Past, places: dict[str, str], given: bytes) -> dict[str, bool]:
    """Return the blobs that are the file with other line ends, or as it is published; each is read, one at a time."""
    assert past.followed is not None  # noqa: S101 -- asked only where git knows something
    stories = [story for path, story in past.followed.files.items() if path in places]
    paths = {version.blob: version.path for story in stories for version in story.versions if version.blob}
    return {
        blob: not _is_text_or_same(given, content)
        for blob, content in past.history.each_blob(sorted(paths))
        if _is_same(given, content, paths[blob])
    }


def _is_same(given: bytes, content: bytes, path: str) -> bool:
    """Whether a file is another, line ends apart for a text, or that one as it is published."""
    return _is_text_or_same(given, content) or given == _published(content, path)


def _is_text_or_same(given: bytes, content: bytes) -> bool:
    if given == content:
        return True
    return b"\0" not in given and b"\0" not in content and _with_plain_ends(given) == _with_plain_ends(content)


def _with_plain_ends(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _published(content: bytes, path: str) -> bytes | None:
    kind = PICTURES.get(PurePosixPath(path).suffix.lower())
    if kind is None:
        return None
    try:
        return clean_picture(content, kind)
    except (BrokenPictureError, HugePictureError):
        return None


def _lying(root: Path, past: Past, key: str) -> bytes | None:
    """Return what lies at a path in the repository today; None where there is no file."""
    file = root / _path(past, key)
    try:
        return file.read_bytes() if file.is_file() and not file.is_symlink() else None
    except OSError:
        return None


def _path(past: Past, key: str) -> str:
    """Return the path in the project of a path in the repository."""
    prefix = past.history.prefix
    return key.removeprefix(prefix) if key.startswith(prefix) else f"{'../' * prefix.count('/')}{key}"


def _today(lying: bytes | None, is_there: bool, stood: tuple[Stood, ...], past: Past) -> str:
    if is_there:
        is_new = not stood and past.followed is not None  # else git was not read, and nobody knows
        return "It stands there today." + (" It is in no version yet." if is_new else "")
    return "Nothing stands there today." if lying is None else "Another file stands there today."


def _in_words(stood: Stood) -> str:
    start = "from before the first version that is read"
    if stood.first is not None:
        start = f"from {_day(stood.first)}"
    if stood.end is None:
        return f"It stands there {start} on."
    word = "taken away" if stood.is_gone else "replaced"
    return f"It stood there {start} to {_day(stood.end)}, when it was {word}."


def _day(commit: Commit) -> str:
    doubt = ", a doubtful day: a clock was wrong" if commit.is_doubtful else ""
    return f"{day_in_words(commit.day)} (version {commit.name[:7]}{doubt})"
