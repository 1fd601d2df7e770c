"""What is internal: every text, id, code, name and file of the portfolio that was not written for families."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from action_plans.model.origin import Origin
from action_plans.model.people import Role, Roles
from action_plans.model.record import Choice, Record
from action_plans.tracing.trace import Trace

Run = tuple[str, ...]
"""Words that stand one after the other, folded."""


@dataclass(frozen=True, slots=True)
class InternalText:
    """A text that families must not read, and where it stands."""

    text: str
    origin: Origin


@dataclass(frozen=True)
class InternalWords:
    """Everything internal of a portfolio.

    Attributes:
        texts: every text.
        marks: ids, codes, personal names and file names, each with what it is.
    """

    texts: tuple[InternalText, ...]
    marks: Mapping[str, str] = field(default_factory=dict)

    def runs(self, length: int) -> frozenset[Run]:
        """Return every run of that many words."""
        return frozenset(run for internal in self.texts for run in runs(internal.text, length))

    @cached_property
    def sevens(self) -> Mapping[Run, InternalText]:
        """Every run of seven words, with the first text that holds it."""
        found: dict[Run, InternalText] = {}
        for internal in self.texts:
            for run in runs(internal.text, 7):
                found.setdefault(run, internal)
        return found

    def holding(self, run: Run) -> InternalText | None:
        """Return the first text that holds a run of words."""
        return next((text for text in self.texts if run in set(runs(text.text, len(run)))), None)


def internal_words(trace: Trace) -> InternalWords:
    """Collect everything internal. Cost: linear in the words written."""
    portfolio = trace.portfolio
    provider = (portfolio.provider,) if portfolio.provider is not None else ()
    marks: dict[str, str] = {}
    texts: list[InternalText] = []
    for record in (*portfolio.plans, *portfolio.services, *portfolio.notes, *provider):
        texts.extend(_texts_of(record))
        marks.update(_marks_of(record))
        if record.origins.path:
            marks[PurePosixPath(record.origins.path).name] = "the name of a file"
    for service in trace.services.values():
        marks.pop(service.id, None)
    return InternalWords(tuple(texts), marks)


def runs(text: str, length: int) -> Iterator[Run]:
    """Yield every run of `length` words of a text, folded; none goes over the end of a sentence."""
    for sentence in _SENTENCE_END.split(text):
        found = _WORD.findall(sentence.casefold().replace("’", "'"))  # noqa: RUF001 -- people type both apostrophes
        for start in range(len(found) - length + 1):
            yield tuple(found[start : start + length])


def is_ordinary_word(mark: str) -> bool:
    """Whether an id or code is written like any word, such as a note called `meeting`: it cannot be told from one."""
    return mark.isalpha() and mark.islower()


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?;:](?=\s|$)|\n\s*\n")
_SHORTEST_NAME = 3
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sister", "nurse", "matron"})


def _texts_of(record: Record) -> Iterator[InternalText]:
    """Yield every text of a record and of those it holds, but for what is written for families."""
    for name, info in type(record).model_fields.items():
        if name in ("family", "origins"):
            continue
        written = info.alias or name
        yield from _leaves(getattr(record, name), record, written)


def _leaves(value: object, record: Record, name: str) -> Iterator[InternalText]:
    if isinstance(value, Record):
        yield from _texts_of(value)
    elif isinstance(value, str):
        if not isinstance(value, Choice):
            yield InternalText(value, record.at(name))
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _leaves(each, record, name)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _leaves(each, record, name)


def _marks_of(record: Record) -> Iterator[tuple[str, str]]:
    """Yield ids, role codes, names and files of a record and of those it holds, each with what it is."""
    for name in type(record).model_fields:
        if name in ("family", "origins"):
            continue
        value = getattr(record, name)
        if name == "roles":
            yield from _marks_of_roles(value)
        elif name in ("id", "organisational_objectives") and value:
            yield from ((each, "a reference of the plan") for each in ((value,) if name == "id" else value))
        elif name == "file":
            yield PurePosixPath(value.replace("\\", "/")).name, "the name of a file"
        else:
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, Record):
                    yield from _marks_of(each)


def _marks_of_roles(roles: Roles) -> Iterator[tuple[str, str]]:
    for code, role in roles.items():
        if any(character.isalpha() for character in code):
            yield code, "the code of a role"
        yield from _marks_of_role(role)


def _marks_of_role(role: Role) -> Iterator[tuple[str, str]]:
    if role.contact:
        yield role.contact, "how a role is reached"
    if role.name:
        yield role.name, "a person's name"
        for part in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", role.name):  # noqa: RUF001 -- people type both apostrophes
            if len(part) >= _SHORTEST_NAME and part.casefold() not in _TITLES:
                yield part, "a person's name"
