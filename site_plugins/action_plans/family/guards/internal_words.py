"""What is internal: every text, id, code, name and file of the portfolio that was not written for families."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property, partial
from pathlib import PurePosixPath
from typing import NamedTuple

from action_plans.family.words.folding import Run, sentences, words
from action_plans.model.origin import Origin
from action_plans.model.people import Role, Roles
from action_plans.model.plan_parts import Accepted
from action_plans.model.record import Choice, Record
from action_plans.model.when import When
from action_plans.tracing.trace import Trace

NAME = "a person's name"
CONTACT = "how a role is reached"
REFERENCE = "a reference of the plan"
CODE = "the code of a role"
FILE = "the name of a file"
STEM = "the name of a file without its ending"
"""Looked for in addresses, classes and names of files alone: in a sentence it may be any words."""


class InternalText(NamedTuple):
    """A text that families must not read. `is_title` tells a short one that stands for a thing.

    A portfolio has tens of thousands and few are ever named, so `place` tells where one stands only when asked.
    """

    text: str
    place: Callable[[], Origin]
    is_title: bool = False

    @property
    def origin(self) -> Origin:
        """Where it stands."""
        return self.place()


class InternalWords:
    """Everything internal of a portfolio, collected when it is asked for. Cost: linear in the words written."""

    def __init__(self, trace: Trace) -> None:
        """Take the trace."""
        self._trace = trace

    def texts(self) -> Iterator[tuple[InternalText, ...]]:
        """Yield every text, those of each plan, service and note together, which none keeps: they are many."""
        return (tuple(_texts_of(record)) for record in self._records)

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """Ids, codes, personal names and file names, each with what it is."""
        marks: dict[str, str] = {}
        for record in self._records:
            marks.update(_marks_of(record))
            if record.origins.path:
                marks.update(_marks_of_file(record.origins.path))
        for service in self._trace.services.values():
            marks.pop(service.id, None)
        return marks

    @cached_property
    def people(self) -> tuple[tuple[str, str], ...]:
        """Everybody who is named in a role, each with how the role is reached, or nothing.

        A role without a name is reached at an address of the service, which may be that for families too.
        """
        portfolio = self._trace.portfolio
        several = [plan.roles for plan in portfolio.plans] + [service.roles for service in portfolio.services]
        several += [portfolio.provider.roles] if portfolio.provider is not None else []
        roles = (role for each in several for role in each.values())
        return tuple(dict.fromkeys((role.name, role.contact or "") for role in roles if role.name))

    @property
    def _records(self) -> Iterator[Record]:
        portfolio = self._trace.portfolio
        yield from (*portfolio.plans, *portfolio.services, *portfolio.notes)
        if portfolio.provider is not None:
            yield portfolio.provider


def holding(texts: Iterable[Sequence[InternalText]], wanted: AbstractSet[Run]) -> dict[Run, InternalText]:
    """Return which of the wanted runs of words stand in internal texts, each with the first that holds it.

    Runs shorter than four words count only where they are a whole title. Texts come in groups: those of a group in
    which no run stands are never told apart. Cost: one pass over the texts.
    """
    if not wanted:
        return {}
    short = {run for run in wanted if len(run) < TELLING}
    long = _Long(wanted - short)
    found: dict[Run, InternalText] = {}
    for group in texts:
        for internal in group if short else ():
            if internal.is_title and (title := words(internal.text)) in short:
                found.setdefault(title, internal)
        if any(long.runs_in(_PARTED.join([internal.text for internal in group]))):
            for internal in group:
                for run in long.runs_in(internal.text):
                    found.setdefault(run, internal)
    return found


class _Long:
    """Runs of four words and more."""

    def __init__(self, wanted: AbstractSet[Run]) -> None:
        self._wanted = wanted
        self._lengths = sorted({len(run) for run in wanted})
        self._openings = {self._opening(run) for run in wanted}

    def runs_in(self, text: str) -> Iterator[Run]:
        """Yield those that stand in a text, in order. Most texts hold no opening of any, and are not gone through."""
        if not self._wanted or self._openings.isdisjoint(self._starts(words(text))):
            return
        for sentence in sentences(text):
            for start, opening in enumerate(self._starts(sentence)):
                if opening in self._openings:
                    for length in self._lengths:
                        run = sentence[start : start + length]
                        if run in self._wanted:
                            yield run

    def _opening(self, run: Run) -> Run:
        return run[: self._lengths[0]]

    def _starts(self, said: Run) -> Iterator[Run]:
        """Yield as many words as the shortest run has, from each word on."""
        return zip(*(said[start:] for start in range(self._lengths[0])), strict=False)


TELLING = 4
"""How many words in a row tell that a text is internal."""
_PARTED = " . "
"""Ends the sentence of one text before the next begins."""


def is_ordinary_word(mark: str) -> bool:
    """Whether an id or code is written like any word, such as a note called `meeting`: it cannot be told from one."""
    return mark.isalpha() and mark.islower()


def is_title_of_person(word: str) -> bool:
    """Whether a word stands before a name and is none of it, such as Mrs."""
    return word.rstrip(".").casefold() in _TITLES_OF_PEOPLE


_TITLES_OF_PEOPLE = frozenset({"mr", "mrs", "ms", "miss", "dr", "sister", "nurse", "matron"})
_SHORTEST_NAME = 3


def _texts_of(record: Record) -> Iterator[InternalText]:
    """Yield every text of a record and of those it holds, but for what is written for families, and quoted from it."""
    values = record.__dict__
    for field, name in _fields_with_texts(type(record)):
        value = values[field]
        kind = type(value)
        if kind is str:
            yield InternalText(value, partial(record.at, name), name == "title")
        elif value and kind not in _WITHOUT_TEXT:
            yield from _leaves(value, record, name)


@cache
def _fields_with_texts(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a kind of record that may hold internal texts, each with its name in a file."""
    left_out = {"family", "origins"} | ({"words"} if issubclass(kind, Accepted) else set())
    return tuple((field, info.alias or field) for field, info in kind.model_fields.items() if field not in left_out)


_WITHOUT_TEXT = frozenset((bool, int, float, When))
"""Kinds of values that hold no text, and are most of what a record holds."""


def _leaves(value: object, record: Record, name: str) -> Iterator[InternalText]:
    if isinstance(value, str):
        if not isinstance(value, Choice):
            yield InternalText(value, partial(record.at, name), name == "title")
    elif isinstance(value, Record):
        yield from _texts_of(value)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _leaves(each, record, name)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _leaves(each, record, name)


def _marks_of(record: Record) -> Iterator[tuple[str, str]]:
    """Yield ids, role codes, names and files of a record and of those it holds, each with what it is."""
    values = record.__dict__
    for name in _fields_with_marks(type(record)):
        value = values[name]
        if not value or type(value) in _WITHOUT_TEXT:
            continue
        if name == "roles":
            yield from _marks_of_roles(value)
        elif name in ("id", "organisational_objectives"):
            yield from ((each, REFERENCE) for each in ((value,) if name == "id" else value))
        elif name == "file":
            yield from _marks_of_file(value)
        else:
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, Record):
                    yield from _marks_of(each)


@cache
def _fields_with_marks(kind: type[Record]) -> tuple[str, ...]:
    return tuple(field for field in kind.model_fields if field not in ("family", "origins"))


def _marks_of_file(path: str) -> Iterator[tuple[str, str]]:
    file = PurePosixPath(path.replace("\\", "/"))
    yield from ((file.stem, STEM), (file.name, FILE))


def _marks_of_roles(roles: Roles) -> Iterator[tuple[str, str]]:
    for code, role in roles.items():
        if any(character.isalpha() for character in code):
            yield code, CODE
        yield from _marks_of_role(role)


def _marks_of_role(role: Role) -> Iterator[tuple[str, str]]:
    if role.contact:
        yield role.contact, CONTACT
    if role.name:
        yield role.name, NAME
        for part in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", role.name):  # noqa: RUF001 -- people type both apostrophes
            if len(part) >= _SHORTEST_NAME and not is_title_of_person(part):
                yield part, NAME
