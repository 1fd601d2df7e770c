"""A framework as it is written in a file: those that are shipped, and a project's own in `plans/frameworks/ID.yaml`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from action_plans.frameworks.framework import Framework, FrameworkQuestion, Statement
from action_plans.frameworks.matching import comparable
from action_plans.model.fault import Fault
from action_plans.model.markers import Takes
from action_plans.model.origin import Origin
from action_plans.model.record import Many, Record, Text, slug, title_alone

_Entries = TypeVar("_Entries", bound=Sequence[object])


def _not_empty(entries: _Entries) -> _Entries:
    """Refuse an empty list; asked last, so that a list of wrong entries is not called empty besides."""
    if not entries:
        raise PydanticCustomError("too_short", "there must be at least one entry")
    return entries


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"), Takes("a short name", "short names")]
"""Lower case letters, digits and hyphens: `learning-culture`."""


class StatementEntry(Record):
    """A statement as a framework file has it; its title alone may stand for it."""

    title: Text
    """Its name as it is published."""
    slug: Slug | None = None
    """Its short name; made from the title where none is given."""


class KeyQuestionEntry(Record):
    """A key question as a framework file has it, with what stands under it."""

    title: Text
    """Its name, such as Safe."""
    slug: Slug | None = None
    """Its short name; made from the title where none is given."""
    statements: Annotated[Many[Annotated[StatementEntry, BeforeValidator(title_alone)]], AfterValidator(_not_empty)]
    """Everything that stands under it, in published order."""


class FrameworkFile(Record):
    """A framework as it is written in a file. Its id is the file's name."""

    title: Text
    """The framework's name."""
    version: Text = ""
    """Which version it is, in words."""
    draft: bool = False
    """Whether it is a draft."""
    source: Text
    """Where its names were read, in words."""
    read_on: Text = ""
    """The day on which they were read."""
    unverified: Text = ""
    """What was not checked against the source, in words."""
    key_questions: Annotated[Many[KeyQuestionEntry], AfterValidator(_not_empty)]
    """Its key questions, in published order."""

    def framework(self, identifier: str) -> Framework:
        """Return what the file says as a framework of this id."""
        return Framework(
            id=identifier,
            title=self.title,
            version=self.version,
            draft=self.draft,
            source=self.source,
            read_on=self.read_on,
            unverified=self.unverified,
            key_questions=tuple(FrameworkQuestion(_slug_of(one), one.title) for one in self.key_questions),
            statements=tuple(
                Statement(identifier, _slug_of(one), one.title, _slug_of(question))
                for question in self.key_questions
                for one in question.statements
            ),
        )

    def twins(self) -> Iterator[tuple[Fault, Origin]]:
        """Yield each key question and statement that could be taken for an earlier one, and where it stands.

        Titles or short names that differ only in case or punctuation would make a citation unclear.
        """
        questions = [_Placed(one, self.at("key_questions", n)) for n, one in enumerate(self.key_questions)]
        statements = (
            [_Placed(one, question.at("statements", number)) for number, one in enumerate(question.statements)]
            for question in self.key_questions
        )
        yield from _twins("key questions", questions)
        yield from _twins("statements", list(chain.from_iterable(statements)))


def name_fault(identifier: str) -> Fault | None:
    """Return why a framework cannot be called so: its name could not stand before a slash."""
    if slug(identifier) == identifier:
        return None
    hint = f"Rename the file so that the name without its ending is {slug(identifier) or 'my-framework'}."
    return Fault(f"a framework cannot be called “{identifier}”.", hint)


@dataclass(frozen=True, slots=True)
class _Placed:
    """An entry, and where it stands: a bare title knows that from its list alone."""

    entry: StatementEntry | KeyQuestionEntry
    origin: Origin


def _twins(what: str, placed: Sequence[_Placed]) -> Iterator[tuple[Fault, Origin]]:
    seen: dict[str, str] = {}
    for one in placed:
        names = dict.fromkeys((comparable(one.entry.title), comparable(_slug_of(one.entry))))
        if (first := next((seen[name] for name in names if name in seen), None)) is not None:
            message = f"two {what} have the same name: “{first}” and “{one.entry.title}”."
            yield Fault(message, "Take one of them away, or give it a title that says what is different."), one.origin
        for name in names:
            seen.setdefault(name, one.entry.title)


def _slug_of(entry: StatementEntry | KeyQuestionEntry) -> str:
    return entry.slug or slug(entry.title)
