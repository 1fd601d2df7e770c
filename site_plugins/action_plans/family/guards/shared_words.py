"""Seven words that stand in an author's text and in an internal one: are they meant for families?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from action_plans.family.guards.internal_words import InternalText
from action_plans.family.guards.printed import PrintedPage, PrintedText
from action_plans.family.words.folding import Run, runs

SHARED = 7
"""How many words in a row ask whether they are meant for families."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The words that a text shares with an internal one."""

    text: PrintedText
    words: str
    internal: InternalText


def shared_in(texts: Iterable[PrintedText], known: Mapping[Run, InternalText]) -> Iterator[Shared]:
    """Yield the first run of words, as long as it goes, that each text shares with an internal one."""
    for text in texts if known else ():
        shared = [run for run in runs(text.text, SHARED) if run in known]
        if shared and not text.written.shape.is_fact:
            yield Shared(text, _as_printed(text.text, _joined(shared)), known[shared[0]])


def shared_over_seams(page: PrintedPage, known: Mapping[Run, InternalText]) -> Iterator[Shared]:
    """Yield runs that go over from one text to the next, with the text in which the first of them begins."""
    if not known:
        return
    alone = {run for text in page.texts for run in runs(text.text, SHARED)}
    for run in runs(page.text, SHARED):
        if run in known and run not in alone:
            found = _in_a_row(run).search(page.text)
            seam = page.seam_in(*found.span()) if found is not None else None
            text = seam[0] if seam is not None else page.texts[0]
            yield Shared(text, found[0] if found is not None else " ".join(run), known[run])
            return


def _as_printed(text: str, run: Iterable[str]) -> str:
    """Return a run of folded words as they stand in a folded text."""
    found = _in_a_row(run).search(text)
    return found[0] if found is not None else " ".join(run)


def _in_a_row(run: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"[\W_]+".join(map(re.escape, run)), re.IGNORECASE)


def _joined(shared: list[Run]) -> list[str]:
    """Return the words of the first of the runs that overlap."""
    joined = list(shared[0])
    for before, after in pairwise(shared):
        if before[1:] != after[:-1]:
            break
        joined.append(after[-1])
    return joined
