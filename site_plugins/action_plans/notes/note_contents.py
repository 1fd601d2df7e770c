"""What the files of the evidence notes hold: accounts and attachments, read once, for checking and for pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from action_plans.model.evidence import EvidenceNote
from action_plans.model.problem import Problem
from action_plans.model.reference import NOTES
from action_plans.notes.accounts import Account, account_of, is_plainly_sound
from action_plans.notes.attachments import MOST_BYTES, Attached, attached_to
from action_plans.tracing.trace import Trace


@dataclass(frozen=True)
class NoteContent:
    """What a note publishes: its attachments, and its account, which is made when it is first asked for.

    `account` is nothing where the note is kept on request.
    """

    note: EvidenceNote
    attached: tuple[Attached, ...]
    notes: Mapping[str, EvidenceNote] = field(repr=False)
    """Every note, by its path."""
    unread: frozenset[str] = frozenset()
    """The paths of notes that cannot be read."""

    @cached_property
    def account(self) -> Account | None:
        """The account as a page shows it, with what is wrong in it."""
        return None if self.note.on_request else account_of(self.note, self.attached, self.notes, self.unread)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the account. It is only parsed where something might be."""
        if self.note.on_request or is_plainly_sound(self.note, self.attached, self.notes) or self.account is None:
            return ()
        return self.account.problems


@dataclass(frozen=True, slots=True)
class Notes:
    """The content of every note by its path, and every problem in it, in the order of notes and lines."""

    contents: Mapping[str, NoteContent]
    problems: tuple[Problem, ...]

    def of_part(self, notes: Iterable[EvidenceNote]) -> "Notes":
        """Return the content of some of the notes alone: in their accounts, links to the others lead nowhere."""
        by_path = {note.path: note for note in notes}
        return Notes({path: replace(self.contents[path], notes=by_path) for path in by_path}, self.problems)


def read_notes(trace: Trace, root: Path, most_bytes: int = MOST_BYTES, unread: frozenset[str] = frozenset()) -> Notes:
    """Read the attachments of every note, and say what is wrong in them and in the accounts. Writes nothing.

    `root` is the project's folder; an attachment of more than `most_bytes` is refused; `unread` are the paths of notes
    that cannot be read, to which a link is no mistake. Cost: linear in what the notes
    hold; accounts without a doubtful sign are parsed only once a page shows them.
    """
    by_path = {note.path: note for note in trace.portfolio.notes}
    contents: dict[str, NoteContent] = {}
    problems: list[Problem] = []
    for note in trace.portfolio.notes:
        attached, faults = attached_to(note, root, most_bytes)
        content = NoteContent(note, attached, by_path, unread)
        contents[note.path] = content
        problems += [*faults, *content.problems]
    return Notes(contents, tuple(problems))


def notes_with_pages(trace: Trace) -> tuple[EvidenceNote, ...]:
    """Return the notes that have a page: of two with one id, an error of its own, only the first."""
    nodes = trace.references.nodes
    return tuple(
        note
        for note in trace.portfolio.notes
        if (node := nodes.get(f"{NOTES}/{note.id}")) is not None and node.record is note
    )
