"""Everything that holds an author's text back: wording, privacy, internal words, approval, all told at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from action_plans.family.guards.addresses import AddressGuard
from action_plans.family.guards.answers import NOT_FREED, Answer, answers_in, is_answered_in_vain
from action_plans.family.guards.approval import approval_problems, first_source, remarks_on_approval
from action_plans.family.guards.figures_told import wrong_figures
from action_plans.family.guards.internal_words import InternalText
from action_plans.family.guards.lengths import wrong_lengths
from action_plans.family.guards.looking import Hit, Looking
from action_plans.family.guards.marks import MarkFinder
from action_plans.family.guards.owed import broken_promises, silent_plan
from action_plans.family.guards.printed import printed_texts
from action_plans.family.guards.privacy.private_words import PrivateWords
from action_plans.family.guards.shared_words import shared_in
from action_plans.family.guards.signs import signs_typed
from action_plans.family.telling.author_texts import AuthorText, Entry
from action_plans.family.telling.entries import SERVICE_NAME
from action_plans.family.telling.release import Judged
from action_plans.family.words.folding import Run
from action_plans.family.words.plain_words import PlainWords, page_hardness, score
from action_plans.model.family import ENGLISH
from action_plans.model.problem import Code, Problem
from action_plans.model.source import SourceKind
from action_plans.tracing.sources import is_published


@dataclass(frozen=True)
class Gate:
    """What the guards need to know to look at one service's entries.

    Attributes:
        shared: runs of seven words that authors' texts share with internal ones, each with the internal one.
        marks: finds ids, codes, names and files.
        addresses: finds the same in addresses, and refused names.
        patterns: finds what tells on somebody.
        plain_words: knows official words, and what to write instead.
        explained: words whose meaning the service gives.
        names: names that are left out of the reading score.
        today: the day as at which the build is made.
        require_approval: whether an entry that nobody approved is held back.
    """

    shared: Mapping[Run, InternalText]
    marks: MarkFinder
    addresses: AddressGuard
    patterns: PrivateWords
    plain_words: PlainWords
    explained: frozenset[str]
    names: frozenset[str]
    today: date
    require_approval: bool

    def judge(self, entry: Entry) -> Judged:
        """Return what there is to say of an entry, what of it holds it back, and which facts are left out.

        A hit that the plan answers is said as answered, and holds nothing back.
        """
        looking = Looking(
            entry, self.marks, self.addresses, self.patterns, self.plain_words, self.explained, self.shared
        )
        answers = tuple(answer for answer in answers_in(entry) if not _is_over(answer, self.today))
        wrong: dict[str, None] = {}
        said: list[Problem] = []
        held: list[Problem] = []
        for hit in looking.hits():
            problem = _answered(hit, answers)
            said.append(problem)
            is_fact = hit.text is not None and hit.text.shape.is_fact
            if problem.accepted is None and hit.text is not None and (is_fact or hit.text.field == SERVICE_NAME):
                wrong[hit.text.field] = None
            if problem.accepted is None and not is_fact:
                held.append(problem)
        names = (text for text in entry.texts if text.field == SERVICE_NAME)
        if any([*wrong_lengths(entry, name)] for name in names):
            wrong[SERVICE_NAME] = None
        for problem in self._unanswerable(entry):
            told = _in_vain(problem) if is_answered_in_vain(entry, problem.code) else problem
            said.append(told)
            held.append(told)
        said += [*remarks_on_approval(entry, self.today), *wrong_figures(entry), *signs_typed(entry)]
        said += broken_promises(entry, self.today)
        return Judged(
            entry,
            tuple(sorted(dict.fromkeys(said), key=lambda problem: problem.sort_key)),
            tuple(sorted(dict.fromkeys(held), key=lambda problem: problem.sort_key)),
            frozenset(wrong),
        )

    def shared_words(self, entry: Entry) -> Iterator[tuple[AuthorText, str, InternalText]]:
        """Yield the longest run of words that each text shares with an internal one, with that one."""
        yield from (
            (each.text.written, each.words, each.internal) for each in shared_in(printed_texts(entry), self.shared)
        )

    def _unanswerable(self, entry: Entry) -> Iterator[Problem]:
        """Yield what holds an entry back and reads for no meaning: it has to be written, shortened or approved."""
        if self.require_approval:
            yield from approval_problems(entry)
        yield from silent_plan(entry)
        yield from _waits_for_report(entry, self.today)
        for field, hint in entry.missing:
            yield Problem(Code.FAMILY_TEXT, f"{entry.name} has no `{field}`.", entry.origin, hint, entry.item)
        if not entry.is_written_in(ENGLISH):
            message = f"{entry.name} is not written in English throughout."
            yield Problem(
                Code.FAMILY_TEXT, message, entry.origin, "Write every text in English too: `en: …`.", entry.item
            )
        for text in entry.prose:
            yield from wrong_lengths(entry, text)
        english = [text.text for text in entry.texts if text.shape.is_prose and text.language == ENGLISH]
        for hard in page_hardness(score(english, self.names)):
            if hard.holds_back:
                yield Problem(Code.HARD_WORDS, f"{entry.name}: {hard.what}", entry.origin, hard.instead, entry.item)


def _answered(hit: Hit, answers: tuple[Answer, ...]) -> Problem:
    """Return the problem of a hit: accepted where the plan answers it, and said so where it answers in vain."""
    covering = [
        answer
        for answer in answers
        if answer.code is hit.problem.code and answer.covers(hit.within, hit.start, hit.end)
    ]
    if not covering:
        return hit.problem
    if hit.is_certain:
        return _in_vain(hit.problem)
    return replace(hit.problem, accepted=covering[0].because)


def _in_vain(problem: Problem) -> Problem:
    return replace(problem, hint=f"{problem.hint} {NOT_FREED}".strip())


def _is_over(answer: Answer, today: date) -> bool:
    until = answer.accepted.until
    return until is not None and until.last < today


def _waits_for_report(entry: Entry, today: date) -> Iterator[Problem]:
    """Yield that a topic waits: what an assessment or inspection found is told once its report is published."""
    source = first_source(entry)
    if source is None or source.kind not in (SourceKind.ASSESSMENT, SourceKind.INSPECTION):
        return
    if not is_published(source, today):
        when = f"is published on {source.published}" if source.published else "is not published yet"
        message = f"{entry.name} waits: the report {source.id} {when}."
        hint = f"Nothing to do but wait; when it is out, write `published` in the source {source.id}."
        yield Problem(Code.WAITS_FOR_REPORT, message, entry.origin, hint, entry.item)
