"""Everything that holds an author's text back: wording, privacy, internal words, approval, all told at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from action_plans.family.guards.approval import approval_problems
from action_plans.family.guards.internal_words import CONTACT, NAME, InternalText
from action_plans.family.guards.marks import MarkFinder
from action_plans.family.guards.private_patterns import PrivatePatterns
from action_plans.family.telling.author_texts import AuthorText, Entry
from action_plans.family.words.folding import Run, plain, runs
from action_plans.family.words.plain_words import Hardness, PlainWords, page_hardness, score
from action_plans.family.words.sentence_splitting import sentences, words
from action_plans.model.family import ENGLISH
from action_plans.model.problem import Code, Problem

FEW_PLACES = 10
"""In a service of so many places or fewer, figures and quoted words can tell who someone is."""

SHARED = 7
"""How many words in a row, in an author's text and in an internal one, ask whether they are meant for families."""


@dataclass(frozen=True)
class Gate:
    """What the guards need to know to look at one service's entries.

    Attributes:
        shared: runs of seven words that authors' texts share with internal ones, each with the internal one.
        marks: finds ids, codes, names and files.
        patterns: finds what looks personal.
        plain_words: knows official words, and what to write instead.
        explained: words whose meaning the service gives.
        names: names that are left out of the reading score.
        today: the day as at which the build is made.
        require_approval: whether an entry that nobody approved is held back.
    """

    shared: Mapping[Run, InternalText]
    marks: MarkFinder
    patterns: PrivatePatterns
    plain_words: PlainWords
    explained: frozenset[str]
    names: frozenset[str]
    today: date
    require_approval: bool

    def problems(self, entry: Entry) -> tuple[Problem, ...]:
        """Return everything that holds an entry back, in the order of the file."""
        return tuple(sorted(self._problems(entry), key=lambda problem: problem.sort_key))

    def shared_words(self, entry: Entry) -> Iterator[tuple[AuthorText, str, InternalText]]:
        """Yield the longest run of words that each text shares with an internal one, with that one."""
        for text in entry.texts:
            shared = [run for run in runs(text.text, SHARED) if run in self.shared]
            if shared and text.shape.is_prose:
                yield text, " ".join(_joined(shared)), self.shared[shared[0]]

    def _problems(self, entry: Entry) -> Iterator[Problem]:
        if self.require_approval:
            yield from approval_problems(entry)
        for field, hint in entry.missing:
            yield Problem(Code.FAMILY_TEXT, f"{entry.name} has no `{field}`.", entry.origin, hint, entry.ref)
        if entry.texts and ENGLISH not in entry.languages:
            message = f"{entry.name} is not written in English throughout."
            yield Problem(
                Code.FAMILY_TEXT, message, entry.origin, "Write every text in English too: `en: …`.", entry.ref
            )
        yield from self._figures_of_few(entry)
        for text in entry.texts:
            yield from _length_problems(entry, text)
            yield from self._mark_problems(entry, text)
            if text.is_written:
                yield from self._private_problems(entry, text)
                yield from self._wording_problems(entry, text)
        english = [text.text for text in entry.texts if text.shape.is_prose and text.language == ENGLISH]
        for hard in page_hardness(score(english, self.names)):
            if hard.holds_back:
                yield Problem(Code.HARD_WORDS, f"{entry.name}: {hard.what}", entry.origin, hard.instead, entry.ref)
        if not self._accepts_shared_words(entry):
            for text, run, internal in self.shared_words(entry):
                message = (
                    f"`{text.field}` of {entry.name} says “{run}”, and so does an internal text at {internal.origin}."
                )
                hint = "Say it in your own words; or accept AP406 for it in the plan, if it is meant for families."
                yield Problem(Code.SHARED_WORDS, message, text.origin, hint, entry.ref)

    def _wording_problems(self, entry: Entry, text: AuthorText) -> Iterator[Problem]:
        if text.language != ENGLISH:
            return
        for hard in self.plain_words.hardness(text.text, self.explained):
            if hard.holds_back:
                message = f"`{text.field}` of {entry.name}: {hard.what}"
                yield Problem(
                    Code.HARD_WORDS, _with_sentence(message, hard), text.at(hard.line), hard.instead, entry.ref
                )

    def _private_problems(self, entry: Entry, text: AuthorText) -> Iterator[Problem]:
        for said in filter(None, (text.text, text.term)):
            for private in self.patterns.find(said):
                message = f"`{text.field}` of {entry.name} holds what looks like {private.what}."
                place = text.at(plain(said).count("\n", 0, private.start))
                yield Problem(Code.PRIVATE, message, place, private.instead, entry.ref)

    def _mark_problems(self, entry: Entry, text: AuthorText) -> Iterator[Problem]:
        if text.text in self.patterns.allowed:
            return
        for said in filter(None, (text.text, text.term)):
            for mark in self.marks.find(said):
                is_private = mark.what in (NAME, CONTACT)
                told = "" if is_private else f" “{mark.mark}”,"
                message = f"`{text.field}` of {entry.name} holds{told} {mark.what}."
                hint = "Say what the person does." if is_private else "Say it in words that families know."
                place = text.at(plain(said).count("\n", 0, mark.start))
                yield Problem(Code.INTERNAL_WORDS, message, place, hint, entry.ref)

    def _figures_of_few(self, entry: Entry) -> Iterator[Problem]:
        places = entry.service.places
        if places is None or places > FEW_PLACES:
            return
        for text in entry.texts:
            if text.field == "measure: text" or text.field.endswith(": said"):
                message = f"`{text.field}` of {entry.name} could tell who someone is: the service has {places} places."
                hint = f"In a service of {FEW_PLACES} places or fewer, leave out figures and people's own words."
                yield Problem(Code.PRIVATE, message, text.origin, hint, entry.ref)

    def _accepts_shared_words(self, entry: Entry) -> bool:
        """Whether the plan says of this entry that the words it shares are meant for families."""
        return any(
            accepted.code.upper() == Code.SHARED_WORDS.value
            and (accepted.item or entry.plan.id).casefold() in _called(entry)
            and (accepted.until is None or accepted.until.last >= self.today)
            for accepted in entry.plan.accepted
        )


_LEAST_WORDS = 2


def _length_problems(entry: Entry, text: AuthorText) -> Iterator[Problem]:
    def problem(what: str, hint: str) -> Problem:
        return Problem(Code.FAMILY_TEXT, f"`{text.field}` of {entry.name} {what}", text.origin, hint, entry.ref)

    if len(text.text) > text.shape.longest:
        yield problem(f"has {len(text.text)} characters.", f"Keep to {text.shape.longest}.")
    if not text.shape.is_prose:
        return
    if len(words(text.text)) < _LEAST_WORDS:
        yield problem("says too little.", "Write a sentence, or leave the field out.")
    count = len(sentences(text.text))
    if text.most_sentences is not None and count > text.most_sentences:
        most = "one sentence" if text.most_sentences == 1 else f"{text.most_sentences} sentences"
        yield problem(f"has {count} sentences.", f"Keep to {most}.")
    says_we = text.field.startswith("action") and text.field.endswith("text") and text.language == ENGLISH
    if says_we and words(text.text)[:1] != ("We",):
        yield problem("does not start with “We”.", "Say what you do: “We look at …”, “We will buy …”.")


def _called(entry: Entry) -> tuple[str, ...]:
    """Return how the plan may write the entry's reference, folded."""
    folded = entry.ref.casefold()
    return (folded, folded.split("/", 1)[-1])


def _joined(shared: list[tuple[str, ...]]) -> list[str]:
    """Return the words of the first of the runs that overlap."""
    joined = list(shared[0])
    for before, after in pairwise(shared):
        if before[1:] != after[:-1]:
            break
        joined.append(after[-1])
    return joined


def _with_sentence(message: str, hard: Hardness) -> str:
    return f"{message} In: “{hard.sentence}”"
