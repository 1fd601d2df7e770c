"""What `action-plans family-check` says: what is hard to read or looks private, text by text, and a score per page."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from action_plans.family.guards.gate import Gate
from action_plans.family.own_theme import theme_in_use
from action_plans.family.telling.author_texts import Entry
from action_plans.family.telling.release import topic_title
from action_plans.family.words.hardness import Hardness
from action_plans.family.words.plain_words import page_hardness, score
from action_plans.model.family import ENGLISH
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.project.options import FamilyOptions
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark on an author's text: where, in which sentence, about which word, and what to write instead."""

    path: str
    line: int
    field: str
    what: str
    instead: str
    sentence: str
    word: str
    holds_back: bool


@dataclass(frozen=True, slots=True)
class PageReport:
    """The remarks on one entry, and how its page reads. `mean` and `grade` are None where too little is written."""

    ref: str
    title: str
    publish: bool
    words: int
    sentences: int
    mean: float | None
    grade: float | None
    remarks: tuple[Remark, ...]

    @property
    def is_held_back(self) -> bool:
        """Whether something holds it back, approval apart."""
        return any(remark.holds_back for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class FamilyReport:
    """The report on every entry, published or not, and what is to be said of the project's own theme."""

    pages: tuple[PageReport, ...]
    theme: tuple[Problem, ...] = ()

    def as_text(self) -> str:
        """Return the report for people, each remark with its file and line."""
        lines = [*map(str, self.theme), *(line for page in self.pages for line in _lines(page))]
        return "".join(f"{line}\n" for line in lines)

    def as_json(self) -> str:
        """Return the report for programs."""
        pages = [{**asdict(page), "held_back": page.is_held_back} for page in self.pages]
        theme = [{"code": each.code.value, "message": each.message, "hint": each.hint, "path": each.origin.path,
                  "line": each.origin.line} for each in self.theme]  # fmt: skip
        return json.dumps({"pages": pages, "theme": theme}, ensure_ascii=False, indent=2) + "\n"


def family_report(
    trace: Trace, templates: Sequence[Path], options: FamilyOptions | None = None, refused: Sequence[str] = ()
) -> FamilyReport:
    """Return what there is to say of every text for families, whether it is asked to be published or not.

    `refused` are the names that must never appear.
    """
    chosen, gates = theme_in_use(trace, templates, options or FamilyOptions(), refused)
    written = (entry for entry in gates.entries if entry.texts or entry.publish)
    return FamilyReport(tuple(_page(entry, gates.of(entry.service)) for entry in written), chosen.problems)


def _page(entry: Entry, gate: Gate) -> PageReport:
    english = [text.text for text in entry.texts if text.shape.is_prose and text.language == ENGLISH]
    page = score(english, gate.names)
    remarks = sorted(
        (*_remarks(entry, gate), *_page_remarks(entry, page_hardness(page))),
        key=lambda remark: (remark.path, remark.line, remark.field, remark.what),
    )
    return PageReport(
        entry.ref, topic_title(entry), entry.publish, page.words, page.sentences, page.mean, page.grade, tuple(remarks)
    )


def _remarks(entry: Entry, gate: Gate) -> Iterator[Remark]:
    judged = gate.judge(entry)
    answered = [problem.message for problem in judged.problems if problem.accepted is not None]
    for text in entry.texts:
        for hard in (
            gate.plain_words.hardness(text.text, gate.explained) if text.language == ENGLISH and text.is_written else ()
        ):
            place = text.at(hard.line)
            is_answered = any(hard.what in said and hard.sentence in said for said in answered)
            yield _remark(place, text.field, replace(hard, holds_back=hard.holds_back and not is_answered))
    for problem in judged.problems:
        if problem.code not in (Code.NOT_APPROVED, Code.HARD_WORDS) and problem.accepted is None:
            place, holds = problem.origin, problem in judged.held
            yield Remark(place.path, place.line, "", problem.message, problem.hint, "", "", holds_back=holds)


def _page_remarks(entry: Entry, found: Sequence[Hardness]) -> Iterator[Remark]:
    yield from (_remark(entry.origin, "", hard) for hard in found)


def _remark(place: Origin, field: str, hard: Hardness) -> Remark:
    return Remark(
        place.path, place.line, field, hard.what, hard.instead, hard.sentence, hard.word, holds_back=hard.holds_back
    )


def _lines(page: PageReport) -> Iterator[str]:
    name = f"{page.ref} {page.title}".strip()
    kept = "held back" if page.is_held_back else "nothing holds it back, approval apart"
    grade = f", {page.mean:g} words a sentence, index {page.grade:g}" if page.grade is not None else ""
    yield f"{name}: {page.words} words{grade}; {kept}"
    for remark in page.remarks:
        weight = "holds back" if remark.holds_back else "try"
        field = f"`{remark.field}`: " if remark.field else ""
        yield f"  {remark.path}:{remark.line}: {weight}: {field}{remark.what} {remark.instead}".rstrip()
        if remark.sentence:
            yield f"      “{remark.sentence}”"
