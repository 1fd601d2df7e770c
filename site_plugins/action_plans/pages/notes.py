"""What the files of the evidence notes hold: accounts and attachments, read once, for checking and for pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from action_plans.model.evidence import EvidenceNote
from action_plans.model.problem import Problem
from action_plans.pages.accounts import Account, account_of
from action_plans.pages.attachments import Attached, attached_to
from action_plans.tracing.references import NOTES
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class NoteContent:
    """What a note publishes: its account, nothing where it is kept on request, and its attachments."""

    account: Account | None
    attached: tuple[Attached, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The content of every note by its path, and every problem in it, in the order of notes and lines."""

    contents: Mapping[str, NoteContent]
    problems: tuple[Problem, ...]


def read_notes(trace: Trace, root: Path) -> Notes:
    """Read the account and the attachments of every note. `root` is the project's folder.

    Cost: linear in what the notes hold; attachments are read in pieces and never kept.
    """
    by_path = {note.path: note for note in trace.portfolio.notes}
    contents: dict[str, NoteContent] = {}
    problems: list[Problem] = []
    for note in trace.portfolio.notes:
        attached, faults = attached_to(note, root)
        account = None if note.on_request else account_of(note, attached, by_path)
        contents[note.path] = NoteContent(account, attached)
        problems += [*faults, *(account.problems if account is not None else ())]
    return Notes(contents, tuple(problems))


def notes_with_pages(trace: Trace) -> tuple[EvidenceNote, ...]:
    """Return the notes that have a page: of two with one id, an error of its own, only the first."""
    nodes = trace.references.nodes
    return tuple(
        note
        for note in trace.portfolio.notes
        if (node := nodes.get(f"{NOTES}/{note.id}")) is not None and node.record is note
    )


def note_problems(trace: Trace, root: Path) -> tuple[Problem, ...]:
    """Return what is wrong in the accounts and attachments of the notes. Writes nothing."""
    return read_notes(trace, root).problems
