"""The way out of a false alarm: words that a plan says are meant for families, in one entry, and no others.

What reads for meaning can be answered so: hard words, what looks private, internal words, shared words. A code, an id,
a name of the staff or from the list of names to refuse, and a number with a valid check digit cannot.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from action_plans.family.telling.author_texts import Entry, EntryKind
from action_plans.family.words.folding import any_phrase, fold
from action_plans.model.origin import Origin
from action_plans.model.plan_parts import Accepted
from action_plans.model.problem import Code

NOT_FREED = "An answer in `accepted` cannot free this."
"""What a hint says of words that a plan answers in vain."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Words that a plan says are meant for families: for which problem, and why."""

    code: Code
    words: str
    because: str
    origin: Origin
    pattern: re.Pattern[str]
    accepted: Accepted

    def covers(self, text: str, start: int, end: int) -> bool:
        """Whether a place of a folded text lies inside these words."""
        return any(found.start() <= start and end <= found.end() for found in self.pattern.finditer(text))


def answers_in(entry: Entry) -> Iterator[Answer]:
    """Yield the answers of an entry's plan that are about it and whose words stand in it, in the order written."""
    whole = " ".join(fold(text.printed).strip() for text in entry.texts)
    for accepted in entry.plan.accepted:
        code = _CODES.get(accepted.code.upper())
        if code is None or not code.is_answered_by_words or accepted.words is None or not _is_about(accepted, entry):
            continue
        pattern = any_phrase([accepted.words])
        if pattern is not None and pattern.search(whole):
            words = fold(accepted.words).strip()
            yield Answer(code, words, accepted.because, accepted.at("words"), pattern, accepted)


def is_answered_in_vain(entry: Entry, code: Code) -> bool:
    """Whether a plan answers, for an entry, a problem that no answer can put online."""
    return code.holds_back and any(
        accepted.code.upper() == code.value and _is_about(accepted, entry) for accepted in entry.plan.accepted
    )


def _is_about(accepted: Accepted, entry: Entry) -> bool:
    """Whether an answer is about an entry: a topic by its reference, the plan and its service by the plan's or none."""
    called = (accepted.item or entry.plan.id).casefold()
    if entry.kind is EntryKind.TOPIC:
        folded = entry.ref.casefold()
        return called in (folded, folded.partition("/")[2])
    return called == entry.plan.id.casefold()


_CODES = {code.value: code for code in Code}
