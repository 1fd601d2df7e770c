"""What `action-plans approve` shows: what each role has to read, what changed, and the block to paste."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from action_plans.family.approved_before import Earlier, approved_before
from action_plans.family.guards.answers import answers_in
from action_plans.family.guards.approval import (
    WordChange,
    fingerprint,
    is_approved,
    is_of_old_form,
    remarks_on_approval,
    seen,
    word_changes,
)
from action_plans.family.guards.gate import Gate
from action_plans.family.guards.gates import Gates
from action_plans.family.guards.owed import broken_promises
from action_plans.family.guards.privacy.read_twice import to_read_twice
from action_plans.family.guards.signs import signs_typed
from action_plans.family.own_theme import ChosenTheme, theme_in_use
from action_plans.family.telling.author_texts import Entry, EntryKind
from action_plans.family.telling.release import Judged, topic_title
from action_plans.family.words.theme_words import read_theme_words
from action_plans.model.family import ENGLISH
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.project.options import FamilyOptions
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class TextToRead:
    """One text to read before approving.

    Attributes:
        field: its name.
        language: the code of its language.
        text: the words; empty where they were taken out since the last approval.
        changes: how they became what they are, word by word, since the last approval that is known.
        shared: the words that stand in an internal text too, and `shared_with` where.
        beside: what the staff edition says in the same place; empty where it has no such place.
        twice: the sentences that speak of one person, of which nobody but the reader can tell whether others know who
            it is; none where an approval is not asked for or given already.
    """

    field: str
    language: str
    text: str
    changes: tuple[WordChange, ...]
    shared: str = ""
    shared_with: Origin | None = None
    beside: str = ""
    twice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Approval:
    """One entry to approve.

    Attributes:
        ref: `OAK`, `services/oakfield`, or `OAK/F1` for a topic.
        kind: what it is about.
        plan: the id of its plan; for a service the first that speaks to families.
        path: the file that its approval is written in.
        title: a topic's title, a service's name; empty for a plan.
        publish: whether it is asked to be published.
        approved: whether a role approved these very words.
        waits: whether it is to be published and has to be approved first.
        is_of_old_form: whether it has an approval of an earlier form, which counts no longer.
        fingerprint: the sum of the words as they stand, and of what they are about.
        seen: the sum of what staff wrote beside it; empty for a service.
        internal: what the finding says in the staff edition, to read beside the words for families.
        texts: every text that needs an approval; all of it is new where nothing approved is known.
        facts: what is printed without one: fields and words.
        answered: words that the plan's `accepted` frees in it, each with the code and the reason.
        problems: what else holds it back.
        left_out: facts that are left out alone.
        remarks: what to know of an approval that counts, and of signs that families would see as they are typed.
        origin: where the entry stands.
        block: the lines to paste below `family:`.
        fixed: sentences of the theme that stand on every page, with what is said for a plan; none with a topic.
    """

    ref: str
    kind: EntryKind
    plan: str
    path: str
    title: str
    publish: bool
    approved: bool
    waits: bool
    is_of_old_form: bool
    fingerprint: str
    seen: str
    internal: tuple[str, ...]
    texts: tuple[TextToRead, ...]
    facts: tuple[tuple[str, str], ...]
    answered: tuple[tuple[str, str, str], ...]
    problems: tuple[Problem, ...]
    left_out: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    origin: Origin
    block: str
    fixed: tuple[str, ...] = ()

    @property
    def is_topic(self) -> bool:
        """Whether it is a topic."""
        return self.kind is EntryKind.TOPIC


def approvals(
    trace: Trace,
    templates: Sequence[Path],
    options: FamilyOptions | None = None,
    *,
    by: str | None = None,
    earlier: Earlier | None = None,
    refused: Sequence[str] = (),
    in_use: tuple[ChosenTheme, Gates] | None = None,
) -> tuple[Approval, ...]:
    """Return every entry with its fingerprint now, whether it is approved, and the block to paste.

    Args:
        trace: everything that was read; its `today` is the day of the approval.
        templates: folders of the family theme, the project's own first.
        options: what the project chose.
        by: the code of the role that approves, for the block; by default who leads the plan.
        earlier: returns earlier versions of some plans and services, newest first; those that were approved are looked
            for in them. Read no further than needed. Without them, the whole text counts as new.
        refused: names that must never appear.
        in_use: the theme and the guards of the edition that was built of all this, where one was: they have looked.
    """
    chosen, gates = in_use or theme_in_use(trace, templates, options or FamilyOptions(), refused)
    theme = read_theme_words(chosen.folders)
    before = approved_before(gates.entries, earlier)
    fixed = tuple(theme[ENGLISH].say(name) for name in ("danger", "no_harm", "talk_to_cqc"))
    return tuple(_approval(entry, gates, before.get(entry.ref), trace, by, fixed) for entry in gates.entries)


def approval_block(by: str, day: str, sum_of_words: str, sum_beside: str) -> str:
    """Return the lines to paste below `family:`."""
    beside = f"  seen: {sum_beside}\n" if sum_beside else ""
    return f"approved:\n  by: {by}\n  date: {day}\n  fingerprint: {sum_of_words}\n{beside}"


def _approval(
    entry: Entry, gates: Gates, before: Entry | None, trace: Trace, by: str | None, fixed: tuple[str, ...]
) -> Approval:
    judged, gate = gates.judged(entry), gates.of(entry.service)
    role = by or entry.plan.lead or next(iter(trace.people[entry.plan.id].roles), "RM")
    now, beside = fingerprint(entry), seen(entry)
    waits = entry.publish and gate.require_approval and not is_approved(entry)
    return Approval(
        ref=entry.ref,
        kind=entry.kind,
        plan=entry.plan.id,
        path=entry.service.origin.path or entry.plan.path if entry.kind is EntryKind.SERVICE else entry.plan.path,
        title=entry.service.name if entry.kind is EntryKind.SERVICE else topic_title(entry),
        publish=entry.publish,
        approved=is_approved(entry),
        waits=waits,
        is_of_old_form=is_of_old_form(entry),
        fingerprint=now,
        seen=beside,
        internal=tuple(_internal(entry)),
        texts=tuple(_texts(entry, before, gate)),
        facts=tuple((text.field, " ".join(text.text.split())) for text in entry.facts),
        answered=tuple((answer.code.value, answer.words, answer.because) for answer in answers_in(entry)),
        problems=tuple(problem for problem in judged.held if problem.code is not Code.NOT_APPROVED),
        left_out=tuple(_left_out(judged)),
        remarks=(
            *remarks_on_approval(entry, trace.today),
            *signs_typed(entry),
            *broken_promises(entry, trace.today),
        ),
        origin=entry.origin,
        block=approval_block(role, trace.today.isoformat(), now, beside),
        fixed=fixed if entry.kind is EntryKind.PLAN else (),
    )


def _texts(entry: Entry, before: Entry | None, gate: Gate) -> Iterator[TextToRead]:
    """Yield every text that needs an approval, and those that were taken out since the last one."""
    is_asked_for = gate.require_approval and not is_approved(entry)
    beside = dict(_beside(entry))
    old = {(text.field, text.language): text.text for text in before.prose} if before is not None else {}
    shared = {id(text): (run, internal.origin) for text, run, internal in gate.shared_words(entry)}
    for text in entry.prose:
        words, place = shared.get(id(text), ("", None))
        changes = word_changes(old.get((text.field, text.language), ""), text.text)
        said, twice = (
            beside.get(text.field, ""),
            tuple(to_read_twice(text.text)) if is_asked_for and text.language == ENGLISH else (),
        )
        yield TextToRead(text.field, text.language, text.text, changes, words, place, said, twice)
    gone = set(old) - {(text.field, text.language) for text in entry.prose}
    for field, language in sorted(gone):
        yield TextToRead(field, language, "", word_changes(old[field, language], ""))


def _left_out(judged: Judged) -> Iterator[Problem]:
    """Yield what is left out alone: neither held back with the entry nor answered."""
    held = set(judged.held)
    for problem in judged.problems:
        is_told = problem in held or problem.accepted is not None
        if not is_told and problem.code not in _REMARKS:
            yield problem


_REMARKS = (Code.MAY_BE_UNTRUE, Code.APPROVAL_DATE, Code.FAMILY_TEXT, Code.UPDATE_PASSED, Code.NO_REASON)


def _internal(entry: Entry) -> Iterator[str]:
    if entry.finding is None:
        return
    record = entry.finding.record
    yield from (text for text in (record.title, record.text, record.keeping_safe) if text)
    yield from (action.record.title for action in entry.actions)


def _beside(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield what the staff edition says in the place of each field."""
    if entry.finding is None:
        return
    record = entry.finding.record
    pairs = (("title", record.title), ("found", record.text), ("why", record.people_affected))
    yield from ((field, text) for field, text in (*pairs, ("keeping_safe", record.keeping_safe)) if text)
    for number, action in enumerate(entry.actions, 1):
        yield f"action {number}: text", action.record.title
        written = action.written
        moved = [change.reason for change in written.revised if change.reason]
        stopped = [written.stopped.because] if written.stopped and written.stopped.because else []
        reasons = [*stopped, *moved[-1:]]
        if reasons:
            yield f"action {number}: reason", reasons[0]
