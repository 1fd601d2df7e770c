"""When each thing of a site was recorded and last changed, and what changed since it was checked: one pass over git."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from action_plans.history.checked_days import checked_items
from action_plans.history.file_chains import FileChains
from action_plans.history.git import NO_REPOSITORY, NOT_INSTALLED
from action_plans.history.history import History
from action_plans.history.item_changes import UNKNOWN, FileChanges, ItemHistory, file_changes
from action_plans.history.meaning import changed_meaning
from action_plans.history.read_history import read_history
from action_plans.history.version_cache import VersionCache
from action_plans.history.version_values import VersionValues, values_of_note, values_of_plan
from action_plans.history.versions import Versions
from action_plans.model.evidence import EvidenceNote
from action_plans.model.plan import Plan
from action_plans.model.reference import NOTES, Ref
from action_plans.tracing.trace import Trace

WITHOUT_GIT = "This site was built without git: no dates of change are shown."


@dataclass(frozen=True)
class Provenance:
    """When each plan, each item of one, and each note was recorded and last changed. Nobody's name is read.

    Attributes:
        sentence: why no date is known, for people; empty where dates are known.
        commit: the newest commit; None where there is none.
        histories: the history of each thing by its reference, as the trace writes it.
        changes: by reference and day, which fields of meaning are not as they were at the end of that day, as pages
            call them. What did not change, and what git does not know of that day, is not among them.
    """

    sentence: str = WITHOUT_GIT
    commit: str | None = None
    histories: Mapping[str, ItemHistory] = field(default_factory=dict, repr=False)
    changes: Mapping[tuple[str, date], tuple[str, ...]] = field(default_factory=dict, repr=False)

    def of(self, ref: str) -> ItemHistory:
        """Return the history of a thing by its reference; one that knows nothing where nothing is known."""
        return self.histories.get(ref, UNKNOWN)

    def changed_since(self, ref: str, day: date | None) -> tuple[str, ...]:
        """Return which fields of meaning of an action or finding changed since it was checked on a day."""
        return self.changes.get((ref, day), ()) if day is not None else ()


def read_provenance(
    trace: Trace,
    root: Path,
    folders: Sequence[str],
    *,
    keeps: bool = True,
    broken: AbstractSet[str] = frozenset(),
    authors: bool = False,
) -> Provenance:
    """Return what git knows of everything in a trace.

    Args:
        trace: the plans and notes of today.
        root: the project's folder.
        folders: where plans and notes lie, relative to it.
        keeps: whether what was read of earlier versions is kept for the next build.
        authors: whether to say who made each change, by name.
        broken: the paths of files that could not be read whole today.

    Cost: three calls of git and one for what is not kept, however many files there are; linear in versions and items.
    """
    history = read_history(root, folders, authors=authors)
    files: tuple[Plan | EvidenceNote, ...] = (*trace.portfolio.plans, *trace.portfolio.notes)
    if not history.available:
        sentence = WITHOUT_GIT if history.reason in (NO_REPOSITORY, NOT_INSTALLED) else history.reason
        return Provenance(sentence, history.commit, dict(_only_uncommitted(trace, history)))
    versions = Versions(history, VersionCache(root, keeps=keeps))
    chains = FileChains(history)
    versions.fetch(_needed(history, chains, files, broken))
    asked = _asked(trace)
    histories: dict[str, ItemHistory] = {}
    changes: dict[tuple[str, date], tuple[str, ...]] = {}
    for file in files:
        now = _values(file) if file.path not in broken else None
        chain = chains.chain(history.key(file.path), versions.read)
        uncommitted = history.is_uncommitted(file.path)
        found = file_changes(chain, versions.read, now, asked.get(file.path, {}), uncommitted=uncommitted)
        histories |= _by_reference(trace, file, found)
        if isinstance(file, Plan) and now is not None:
            changes |= _changes(file, found, now)
    return Provenance("", history.commit, histories, changes)


def _needed(
    history: History, chains: FileChains, files: Sequence[Plan | EvidenceNote], broken: AbstractSet[str]
) -> Iterator[str]:
    """Yield the blobs to read: all but the newest of a file that lies there as it was committed."""
    as_committed = {
        history.key(file.path) for file in files if file.path not in broken and not history.is_uncommitted(file.path)
    }
    for path in chains.reachable(history.key(file.path) for file in files):
        yield from chains.needed(path, newest=path not in as_committed)


def _asked(trace: Trace) -> Mapping[str, Mapping[date, list[str]]]:
    """Return for each plan's path the days of checks, with the ids in lower case of what was checked."""
    found: dict[str, dict[date, list[str]]] = defaultdict(lambda: defaultdict(list))
    for ref, day in dict.fromkeys(checked_items(trace)):
        node = trace.node(ref)
        if node.plan is not None:
            found[node.plan.path][day].append(node.short.casefold())
    return found


def _values(file: Plan | EvidenceNote) -> VersionValues:
    return values_of_plan(file) if isinstance(file, Plan) else values_of_note(file)


def _by_reference(trace: Trace, file: Plan | EvidenceNote, found: FileChanges) -> Iterator[tuple[str, ItemHistory]]:
    if isinstance(file, EvidenceNote):
        yield f"{NOTES}/{file.id}", found.whole
        return
    yield file.id, found.whole
    for item, known in found.items.items():
        node = trace.references.find(item, file)
        if node is not None:
            yield node.ref, known


def _changes(plan: Plan, found: FileChanges, now: VersionValues) -> Iterator[tuple[tuple[str, date], tuple[str, ...]]]:
    for (item, day), before in found.said.items():
        if item in now.items and (fields := changed_meaning(before, now.items[item], plan.id)):
            yield (Ref.to(plan.id, str(now.items[item]["id"])), day), fields


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
