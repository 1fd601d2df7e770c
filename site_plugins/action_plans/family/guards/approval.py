"""Guard 4: a role has read these very words, beside what they are about, and said that families may read them.

The fingerprint binds what is printed to its reference. It is the SHA-256 of a JSON list of `[field, language, text]`,
written by `json.dumps` without blanks and with `ensure_ascii` off, as UTF-8, each text in Unicode form NFC with every
run of white space as one blank. First comes `["ref", "", "oak/f1"]`, in small letters; then every text that needs an
approval, in the order of `entries`; then what else decides what is printed; then the words that the plan's `accepted`
frees in the entry. Facts, dates, states and `publish` are no part of it.

`seen` is the same sum over what staff wrote beside it: nothing in it changes because a day passes.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from action_plans.family.guards.answers import answers_in
from action_plans.family.guards.figures_told import outdated_figures
from action_plans.family.telling.author_texts import Entry, EntryKind, Shape
from action_plans.model.family import Approved
from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.source import Source
from action_plans.model.when import When, day_in_words
from action_plans.tracing.people import People
from action_plans.tracing.results import Outcome, results
from action_plans.tracing.sources import last_looked
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class WordChange:
    """A run of words that stayed (`same`), went (`removed`) or came (`added`)."""

    kind: str
    words: str


def fingerprint(entry: Entry) -> str:
    """Return the sum of everything of an entry that decides what is printed: 64 hexadecimal digits."""
    return _sum(
        (
            ("ref", "", entry.ref.casefold()),
            *((text.field, text.language, text.text) for text in entry.prose),
            *entry.decides,
            *(("accepted", answer.code.value, answer.words) for answer in answers_in(entry)),
        )
    )


def seen(entry: Entry) -> str:
    """Return the sum of what staff wrote beside an entry; empty for a service, beside which nothing stands.

    For a topic: the finding's title, text and what keeps people safe, and of each action its title, whether it is open,
    closed or stopped, and whether its newest result fails. For a plan: its title and summary, and of each source when
    it was published and the rating.
    """
    if entry.kind is EntryKind.SERVICE:
        return ""
    beside = _beside_topic(entry) if entry.finding is not None else _beside_plan(entry.plan)
    return _sum((("ref", "", entry.ref.casefold()), *beside))


def is_approved(entry: Entry) -> bool:
    """Whether a role approved these very words of this very entry; with nothing to approve, always."""
    if not entry.prose:
        return True
    return entry.approved is not None and entry.approved.fingerprint == fingerprint(entry)


def is_of_old_form(entry: Entry) -> bool:
    """Whether an approval that does not count has no `seen`: earlier versions wrote none, and summed other things."""
    approved = entry.approved
    if approved is None or approved.fingerprint is None or is_approved(entry):
        return False
    return isinstance(approved, Approved) and approved.seen is None


def approval_problems(entry: Entry) -> Iterator[Problem]:
    """Yield the problem that holds an entry back which nobody approved as it stands."""
    if is_approved(entry):
        return
    approved = entry.approved
    hint = f"Run `action-plans approve {entry.plan.id}`, read the words, and paste the block that it prints."
    if approved is None:
        message = f"{entry.name} waits for approval."
    elif approved.fingerprint is None:
        message = f"the approval of {entry.name} has no fingerprint, so it approves nothing."
    elif is_of_old_form(entry):
        message = (
            f"the approval of {entry.name} is of an earlier form, which counts no longer, or its words have changed."
        )
    else:
        day = day_in_words(approved.date.first)
        message = f"{entry.name} has changed since it was approved on {day}, or was approved for something else."
    yield Problem(Code.NOT_APPROVED, message, _origin(entry), hint, entry.item)


def remarks_on_approval(entry: Entry, today: date) -> Iterator[Problem]:
    """Yield what a reader should know of an approval that counts: it was read beside other facts, or on no such day."""
    approved = entry.approved
    if approved is None or not entry.prose or not is_approved(entry):
        return
    if isinstance(approved, Approved) and approved.seen is not None and approved.seen != seen(entry):
        message = f"{entry.name}: approved words may no longer be true. What they are about has changed since."
        hint = f"Read them again beside the plan: `action-plans approve {entry.plan.id}`. They stay online meanwhile."
        yield Problem(Code.MAY_BE_UNTRUE, message, _origin(entry), hint, entry.item)
    yield from outdated_figures(entry)
    if approved.date.first > today:
        message = f"The approval of {entry.name} is dated {approved.date}, which has not come."
        yield Problem(Code.APPROVAL_DATE, message, _origin(entry), "Write the day on which it was read.", entry.item)
    received = _received(entry)
    if received is not None and approved.date.last < received.first:
        message = f"The approval of {entry.name} is dated {approved.date}, before its source came on {received}."
        yield Problem(Code.APPROVAL_DATE, message, _origin(entry), "Write the day on which it was read.", entry.item)


def word_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return word by word how `old` became `new`: what went stands before what came in its place.

    A text that is too long to be published is not compared word by word, which takes the square of its length.
    """
    before, after = old.split(), new.split()
    if max(len(old), len(new)) > _LONGEST:
        whole = (("same", before),) if before == after else (("removed", before), ("added", after))
        return tuple(WordChange(kind, " ".join(words)) for kind, words in whole if words)
    changes: list[WordChange] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            changes.append(WordChange("same", " ".join(before[start:end])))
            continue
        if start < end:
            changes.append(WordChange("removed", " ".join(before[start:end])))
        if new_start < new_end:
            changes.append(WordChange("added", " ".join(after[new_start:new_end])))
    return tuple(changes)


def first_source(entry: Entry) -> Source | None:
    """Return the source that a topic was found by; None where none is named, or for what is no topic."""
    return entry.finding.found_by if entry.finding is not None else None


_LONGEST = 2 * max(shape.longest for shape in Shape)


def _received(entry: Entry) -> When | None:
    """Return when the source of a topic came to the service, else when the service was looked at."""
    source = first_source(entry)
    return None if source is None else source.received or last_looked(source)


def _beside_topic(entry: Entry) -> Iterator[tuple[str, str, str]]:
    if entry.finding is None:
        return
    record = entry.finding.record
    for field, text in (("title", record.title), ("text", record.text), ("keeping_safe", record.keeping_safe)):
        yield field, "", text or ""
    for action in entry.all_actions:
        name = action.ref.casefold()
        yield f"{name}: title", "", action.record.title
        yield f"{name}: state", "", _written_state(action)
        yield f"{name}: newest result fails", "", "yes" if _fails(action) else "no"


def _beside_plan(plan: Plan) -> Iterator[tuple[str, str, str]]:
    yield "title", "", plan.title
    yield "summary", "", plan.summary or ""
    for source in plan.sources:
        overall = source.ratings.overall if source.ratings is not None else None
        yield f"{source.id.casefold()}: published", "", source.published.iso if source.published else ""
        yield f"{source.id.casefold()}: overall", "", overall.value if overall else ""


def _written_state(action: TracedAction) -> str:
    if action.written.stopped is not None:
        return "stopped"
    return "closed" if action.written.is_closed else "open"


def _fails(action: TracedAction) -> bool:
    """Whether the newest result that is written fails, whatever day it is: no evidence lapses, no day is too early."""
    started = action.record.started
    proofs = [
        proof
        for proof in action.proofs
        if proof.record.date is not None and (started is None or proof.record.date.last >= started.first)
    ]
    newest = results(action.record, proofs, People({}, frozenset()), date.max)
    return bool(newest) and newest[0].outcome is Outcome.FAILS


def _origin(entry: Entry) -> Origin:
    approved = entry.approved
    return approved.origin if approved is not None and approved.origin.path else entry.origin


def _sum(lines: Iterable[tuple[str, str, str]]) -> str:
    canonical = [[field, language, _canonical(text)] for field, language, text in lines]
    written = json.dumps(canonical, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _canonical(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
