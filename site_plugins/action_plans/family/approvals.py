"""What `action-plans approve` shows: what each role has to read, what changed, and the block to paste."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from action_plans.family.guards.approval import WordChange, fingerprint, is_approved, word_changes
from action_plans.family.guards.gate import Gate
from action_plans.family.guards.gates import Gates
from action_plans.family.telling.author_texts import Entry, entries
from action_plans.family.telling.release import topic_title
from action_plans.family.words.plain_words import PlainWords
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
    """

    field: str
    language: str
    text: str
    changes: tuple[WordChange, ...]
    shared: str = ""
    shared_with: Origin | None = None
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """One entry to approve.

    Attributes:
        ref: `OAK`, or `OAK/F1` for a topic.
        title: a topic's title; empty for a plan.
        publish: whether it is asked to be published.
        approved: whether a role approved these very words.
        waits: whether it is to be published and has to be approved first.
        fingerprint: the sum of the words as they stand.
        internal: what the finding says in the staff edition, to read beside the words for families.
        texts: every text; all of it is new where nothing approved is known.
        problems: what else holds it back.
        origin: where the entry stands.
        block: the lines to paste below `family:`.
        fixed: sentences of the theme that stand on every page, with what is said for a plan; none with a topic.
    """

    ref: str
    title: str
    publish: bool
    approved: bool
    waits: bool
    fingerprint: str
    internal: tuple[str, ...]
    texts: tuple[TextToRead, ...]
    problems: tuple[Problem, ...]
    origin: Origin
    block: str
    fixed: tuple[str, ...] = ()


def approvals(
    trace: Trace,
    templates: Sequence[Path],
    options: FamilyOptions | None = None,
    *,
    by: str | None = None,
    earlier: Iterable[Trace] = (),
    refused: Sequence[str] = (),
) -> tuple[Approval, ...]:
    """Return every entry with its fingerprint now, whether it is approved, and the block to paste.

    Args:
        trace: everything that was read; its `today` is the day of the approval.
        templates: folders of the family theme, the project's own first.
        options: what the project chose.
        by: the code of the role that approves, for the block; by default who leads the plan.
        earlier: earlier versions of the same files, newest first; the one that was approved is looked for in them.
            Read no further than needed. Without them, the whole text counts as new.
        refused: names that must never appear.
    """
    theme = read_theme_words(templates)
    gates = Gates(trace, theme.values(), PlainWords(templates), options or FamilyOptions(), refused)
    found = tuple(entries(trace))
    before = _approved_before(found, earlier)
    fixed = tuple(theme[ENGLISH].say(name) for name in ("danger", "no_harm", "talk_to_cqc"))
    read = (_approval(entry, gates.of(entry.service), before.get(entry.ref), trace, by) for entry in found)
    return tuple(one if "/" in one.ref else replace(one, fixed=fixed) for one in read)


def approval_block(by: str, day: str, sum_of_words: str) -> str:
    """Return the lines to paste below `family:`."""
    return f"approved:\n  by: {by}\n  date: {day}\n  fingerprint: {sum_of_words}\n"


def _approval(entry: Entry, gate: Gate, before: Entry | None, trace: Trace, by: str | None) -> Approval:
    beside = dict(_beside(entry))
    role = by or entry.plan.lead or next(iter(trace.people[entry.plan.id].roles), "RM")
    old = {(text.field, text.language): text.text for text in before.texts} if before is not None else {}
    shared = {id(text): (run, internal.origin) for text, run, internal in gate.shared_words(entry)}
    texts = tuple(
        TextToRead(
            text.field,
            text.language,
            text.text,
            word_changes(old.get((text.field, text.language), ""), text.text),
            shared=shared.get(id(text), ("", None))[0],
            shared_with=shared.get(id(text), ("", None))[1],
            beside=beside.get(text.field, ""),
        )
        for text in entry.texts
    )
    gone = set(old) - {(text.field, text.language) for text in entry.texts}
    taken_out = tuple(
        TextToRead(field, language, "", word_changes(old[field, language], "")) for field, language in sorted(gone)
    )
    now = fingerprint(entry.texts)
    return Approval(
        ref=entry.ref,
        title=topic_title(entry),
        publish=entry.publish,
        approved=is_approved(entry),
        waits=entry.publish and gate.require_approval and not is_approved(entry),
        fingerprint=now,
        internal=tuple(_internal(entry)),
        texts=(*texts, *taken_out),
        problems=tuple(problem for problem in gate.problems(entry) if problem.code is not Code.NOT_APPROVED),
        origin=entry.origin,
        block=approval_block(role, trace.today.isoformat(), now),
    )


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
        moved = [change.reason for change in action.record.revised if change.reason]
        stopped = [action.record.stopped.because] if action.record.stopped and action.record.stopped.because else []
        reasons = [*stopped, *moved[-1:]]
        if reasons:
            yield f"action {number}: reason", reasons[0]


def _approved_before(found: Sequence[Entry], earlier: Iterable[Trace]) -> dict[str, Entry]:
    """Return for each entry the version whose words were approved: the one now, or one of the earlier ones."""
    wanted = {}
    before = {}
    for entry in found:
        if is_approved(entry):
            before[entry.ref] = entry
        elif entry.approved is not None and entry.approved.fingerprint is not None:
            wanted[entry.ref] = entry.approved.fingerprint
    for trace in earlier if wanted else ():
        for entry in entries(trace):
            if entry.ref in wanted and fingerprint(entry.texts) == wanted[entry.ref]:
                before[entry.ref] = entry
                del wanted[entry.ref]
        if not wanted:
            break
    return before
