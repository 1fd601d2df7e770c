"""Counts, in sentences: of things, never of people. They add up, and each state that has any is named."""

from collections import Counter
from collections.abc import Iterable, Iterator

from action_plans.family.telling.told_states import FamilyState
from action_plans.family.words.theme_words import ThemeWords


def found_sentences(found: int, told: int, held_back: int, left_out: str, words: ThemeWords) -> Iterator[str]:
    """Yield how many things CQC found, and how many of them are told here; `held_back` wait for their words."""
    if not found:
        return
    yield words.things("cqc_found", found)
    if told == found:
        yield words.things("cqc_told_all", found)
        return
    if not told:
        yield words.things("cqc_told_none", found)
        yield left_out or words.say("left_out_none")
        return
    yield words.say("cqc_told", count=told)
    if held_back or not left_out:
        yield words.say("left_out_unsaid")


def progress_sentences(states: Iterable[FamilyState], words: ThemeWords) -> Iterator[str]:
    """Yield how many things families were told of, then how many of them are in each state."""
    counts = Counter(states)
    total = counts.total()
    if not total:
        yield words.say("said_none")
        return
    yield words.things("said_count", total)
    for state in _ORDER:
        if counts[state]:
            name = f"{state.replace('-', '_')}_{'all' if counts[state] == total else 'count'}"
            yield words.things(name, counts[state])


_ORDER = (
    FamilyState.DONE,
    FamilyState.CHECKING,
    FamilyState.NOT_WORKED,
    FamilyState.LATE,
    FamilyState.WORKING,
    FamilyState.WAITING,
    FamilyState.CHANGED,
)
"""What is done comes first, since "we said we would do" asks for it."""
