"""When each thing of a site was recorded and last changed, and what changed since it was checked: one pass over git."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import UTC, date, tzinfo
from pathlib import Path

from action_plans.history.commits import Commit
from action_plans.history.file_versions import FileVersions, working_file_differs
from action_plans.history.followed import Followed
from action_plans.history.git import NO_REPOSITORY, NOT_INSTALLED
from action_plans.history.history import Change, History
from action_plans.history.item_history import UNKNOWN, ItemHistory
from action_plans.history.moves import Key
from action_plans.history.read_history import read_history
from action_plans.history.recorded_entries import remembered
from action_plans.history.since_check import Comparing
from action_plans.history.stories import FileStory, Story
from action_plans.history.version_cache import VersionCache
from action_plans.history.version_values import Values, lines_of_plan, values_of_note
from action_plans.history.versions import Versions, is_note, is_plan
from action_plans.model.evidence import EvidenceNote
from action_plans.model.plan import Plan
from action_plans.model.reference import NOTES
from action_plans.model.when import When
from action_plans.tracing.trace import Trace

WITHOUT_GIT = "This site was built without git: no dates of change are shown."
ELSEWHERE = (
    "These files lie in a repository of their own inside this one (a submodule), whose history is not read here: no "
    "dates of change are shown."
)


@dataclass(frozen=True, slots=True)
class Asking:
    """How git is asked about a project.

    Attributes:
        folders: where plans and notes lie, relative to the project.
        zone: where the day of a commit is counted.
        authors: whether to say who made each change, by name; by default nobody's name is read.
        since: the day before which nothing is read; None for everything.
        looks_at_files: whether to ask git which files are not committed: a call more.
        keeps: whether what was read of earlier versions is kept for the next time.
    """

    folders: tuple[str, ...]
    zone: tzinfo = UTC
    authors: bool = False
    since: date | None = None
    looks_at_files: bool = True
    keeps: bool = True


@dataclass(frozen=True)
class Provenance:
    """When each plan, each item of one, and each note was recorded and last changed.

    Attributes:
        sentence: why no date is known, for people; empty where dates are known.
        commit: the newest commit; None where there is none.
        since: the day before which nothing was read.
        histories: the history of each thing by its reference, as the trace writes it.
        changes: by reference and day of a check, which fields of meaning are not as they were when that check was first
            written down, as pages call them. What git does not know of is not among them.
        evidence_changes: the same for evidence, by its reference: its fields and files.
        check_changes: the same for checks, by reference of the action and the check's place in it, from 0: its fields.
        written: which commit first held an entry, by reference, field and day in ISO form.
        files: the versions of each note's files, by the note's path; empty where they were not asked for.
        commits: the names of all commits that are known; empty where none is.
    """

    sentence: str = WITHOUT_GIT
    commit: str | None = None
    since: date | None = None
    histories: Mapping[str, ItemHistory] = field(default_factory=dict, repr=False)
    changes: Mapping[tuple[str, date], tuple[str, ...]] = field(default_factory=dict, repr=False)
    evidence_changes: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    check_changes: Mapping[tuple[str, int], tuple[str, ...]] = field(default_factory=dict, repr=False)
    written: Mapping[tuple[str, str, str], Change] = field(default_factory=dict, repr=False)
    files: Mapping[str, tuple[FileVersions, ...]] = field(default_factory=dict, repr=False)
    commits: frozenset[str] = field(default=frozenset(), repr=False)

    def of(self, ref: str) -> ItemHistory:
        """Return the history of a thing by its reference; one that knows nothing where nothing is known."""
        return self.histories.get(ref, UNKNOWN)

    def changed_since(self, ref: str, day: date | None) -> tuple[str, ...]:
        """Return which fields of meaning of an action or finding changed since it was checked on a day."""
        return self.changes.get((ref, day), ()) if day is not None else ()

    def evidence_changed(self, ref: str) -> tuple[str, ...]:
        """Return which fields and files of a piece of evidence changed since it was checked."""
        return self.evidence_changes.get(ref, ())

    def check_changed(self, ref: str, place: int) -> tuple[str, ...]:
        """Return which fields of a check of an action are not as they were first written down; `place` is from 0."""
        return self.check_changes.get((ref, place), ())

    def written_down(self, ref: str, name: str, when: When) -> Change | None:
        """Return the commit that first held the entry of a day in a field of a thing, such as a reading."""
        return self.written.get((ref, name, when.iso))


@dataclass(frozen=True)
class Past:
    """What git knows of a project, followed through all versions: what pages of history are made from.

    `followed` is None where git knows nothing; `history.reason` then says why.
    """

    history: History
    versions: Versions
    followed: Followed | None = None

    def story_of(self, path: str) -> FileStory | None:
        """Return the story of a file by its path in the project; None where no version holds it."""
        return self.followed.files.get(self.history.key(path)) if self.followed is not None else None


def read_past(root: Path, asking: Asking) -> Past:
    """Read what git knows of a project. Two calls of git, or one, and one for what the cache does not hold.

    Cost: linear in versions; an item whose text is that of a version before is not read again.
    """
    history = read_history(
        root,
        asking.folders,
        authors=asking.authors,
        zone=asking.zone,
        since=asking.since,
        looks_at_files=asking.looks_at_files,
    )
    cache = VersionCache(root if history.available else None, keeps=asking.keeps)
    versions = Versions(history, cache)
    if not history.available:
        return Past(history, versions)
    reads = {
        one.path: True
        for commit in history.lines.known.values()
        for one in commit.files
        if is_plan(one.path) or is_note(one.path)
    }
    versions.fetch(
        (one.path, blob)
        for commit in history.lines.newest_first()
        for one in commit.files
        if reads.get(one.path)
        for blob in (one.after, one.before)
        if blob is not None
    )
    past = Past(history, versions, Followed(history.lines, versions, reads))
    versions.keep()
    return past


def provenance_of(
    trace: Trace, past: Past, *, broken: AbstractSet[str] = frozenset(), since: date | None = None
) -> Provenance:
    """Return what git knows of everything in a trace.

    `broken` are the paths of files that could not be read whole today; `since` is the day before which nothing was
    read.
    """
    history, followed = past.history, past.followed
    if followed is None:
        sentence = WITHOUT_GIT if history.reason in (NO_REPOSITORY, NOT_INSTALLED) else history.reason
        return Provenance(sentence, history.commit, None, dict(_only_uncommitted(trace, history)))
    files: tuple[Plan | EvidenceNote, ...] = (*trace.portfolio.plans, *trace.portfolio.notes)
    now = {
        (history.key(file.path), item): said
        for file in files
        if file.path not in broken
        for item, said in _values(file).items()
    }
    compared = Comparing(trace, history, followed, now, lambda key, blob: working_file_differs(history, key, blob))
    since_check = compared.result()
    histories: dict[str, ItemHistory] = {}
    written: dict[tuple[str, str, str], Change] = {}
    for ref, key in _places(trace, compared):
        story = followed.items.get(key)
        histories[ref] = _item(story, key, followed, now)
        if story is not None:
            written |= {(ref, *entry): Change.of(one) for entry, one in story.written.items() if one is not None}
    for plan in trace.portfolio.plans:
        histories[plan.id] = _whole(followed.files.get(history.key(plan.path)), history, plan.path)
    for note in trace.portfolio.notes:
        ref = f"{NOTES}/{note.id}"
        if ref in histories and history.is_uncommitted(note.path):
            known = histories[ref]
            histories[ref] = replace(known, uncommitted=True)
    elsewhere = bool(files) and all(history.is_elsewhere(file.path) for file in files)
    return Provenance(
        sentence=ELSEWHERE if elsewhere else "",
        commit=history.commit,
        since=since if history.cut is not None else None,
        histories=histories,
        changes=since_check.items,
        evidence_changes=since_check.evidence,
        check_changes=since_check.checks,
        written=written,
        commits=frozenset(history.lines.known),
    )


def _values(file: Plan | EvidenceNote) -> Mapping[str, Values]:
    if isinstance(file, EvidenceNote):
        return values_of_note(file).items
    return {item: remembered(said, line) for item, (said, line) in lines_of_plan(file).items()}


def _places(trace: Trace, compared: Comparing) -> Iterator[tuple[str, Key]]:
    """Yield every item and note with its place."""
    for ref in trace.references.nodes:
        key = compared.key(ref)
        if key is not None:
            yield ref, key


def _item(story: Story | None, key: Key, followed: Followed, now: Mapping[Key, Values]) -> ItemHistory:
    said, held = now.get(key), followed.now.get(key[0], {}).get(key[1])
    is_new = key in now and said != held
    if story is None:
        return ItemHistory(uncommitted=is_new)
    is_older = story.first is None and not story.was_unread
    return ItemHistory(_change(story.first), _change(story.last), is_new, is_older, story.was_unread)


def _whole(story: FileStory | None, history: History, path: str) -> ItemHistory:
    uncommitted = history.is_uncommitted(path)
    if story is None:
        return ItemHistory(uncommitted=uncommitted)
    return ItemHistory(_change(story.first), _change(story.last), uncommitted, is_older=story.first is None)


def _change(commit: Commit | None) -> Change | None:
    return Change.of(commit) if commit is not None else None


def _only_uncommitted(trace: Trace, history: History) -> Iterator[tuple[str, ItemHistory]]:
    """Yield what is in no commit, where no date is known."""
    for plan in trace.portfolio.plans:
        if history.is_uncommitted(plan.path):
            yield plan.id, ItemHistory(uncommitted=True)
            if history.commit is None:
                yield from (
                    (ref, ItemHistory(uncommitted=True))
                    for ref, node in trace.references.nodes.items()
                    if node.plan is plan
                )
    for note in trace.portfolio.notes:
        if history.is_uncommitted(note.path):
            yield f"{NOTES}/{note.id}", ItemHistory(uncommitted=True)
