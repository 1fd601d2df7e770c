"""Guard 4: a role has read these very words and said that families may read them.

The fingerprint is the SHA-256 of the authors' texts alone. Canonical form: a JSON list of one list
`[field, language, text]` for each text, in the fixed order of `author_texts`, text in Unicode form NFC with every run
of white space as one blank, written by `json.dumps` without blanks and with `ensure_ascii` off, as UTF-8. So dates,
`publish`, ids and the order of the file's own fields change nothing; any word does.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from action_plans.family.telling.author_texts import AuthorText, Entry
from action_plans.model.problem import Code, Problem
from action_plans.model.when import day_in_words


@dataclass(frozen=True, slots=True)
class WordChange:
    """A run of words that stayed (`same`), went (`removed`) or came (`added`)."""

    kind: str
    words: str


def fingerprint(texts: Iterable[AuthorText]) -> str:
    """Return the sum of the authors' texts: 64 hexadecimal digits."""
    canonical = [[text.field, text.language, _canonical(text.text)] for text in texts]
    written = json.dumps(canonical, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def is_approved(entry: Entry) -> bool:
    """Whether a role approved these very words."""
    approved = entry.approved
    return approved is not None and approved.fingerprint == fingerprint(entry.texts)


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
    else:
        day = day_in_words(approved.date.first)
        message = f"{entry.name} has changed since it was approved on {day}."
    origin = approved.origin if approved is not None and approved.origin.path else entry.origin
    yield Problem(Code.NOT_APPROVED, message, origin, hint, entry.ref)


def word_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return word by word how `old` became `new`: what went stands before what came in its place."""
    before, after = old.split(), new.split()
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


def _canonical(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
