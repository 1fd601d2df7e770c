"""Reading a framework from a file: those that are shipped, and a project's own in `plans/frameworks/ID.yaml`."""

import json
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from typing import Annotated, Self, TypeVar

from pydantic import AfterValidator, BeforeValidator, StringConstraints, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from action_plans.frameworks.framework import Framework, KeyQuestion, Statement
from action_plans.frameworks.framework_faults import FrameworkFault, FrameworkFileError, fault_of
from action_plans.frameworks.matching import comparable
from action_plans.model.record import Record, Text, slug

_Entries = TypeVar("_Entries", bound=Sequence[object])


def _as_entry(written: object) -> object:
    """Take a bare title where an entry is meant."""
    return {"title": written} if isinstance(written, str) else written


def _not_empty(entries: _Entries) -> _Entries:
    """Refuse an empty list; asked last, so that a list of wrong entries is not called empty besides."""
    if not entries:
        raise PydanticCustomError("no_entries", "there must be at least one entry")
    return entries


_Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class StatementEntry(Record):
    """A statement as a framework file has it; its title alone may stand for it."""

    title: Text
    """Its name as it is published."""
    slug: _Slug | None = None
    """Its short name; made from the title where none is given."""


class KeyQuestionEntry(Record):
    """A key question as a framework file has it, with what stands under it."""

    title: Text
    """Its name, such as Safe."""
    slug: _Slug | None = None
    """Its short name; made from the title where none is given."""
    statements: Annotated[tuple[Annotated[StatementEntry, BeforeValidator(_as_entry)], ...], AfterValidator(_not_empty)]
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
    key_questions: Annotated[tuple[KeyQuestionEntry, ...], AfterValidator(_not_empty)]
    """Its key questions, in published order."""

    @model_validator(mode="after")
    def _names_differ(self) -> Self:
        _refuse_twins("key questions", self.key_questions)
        _refuse_twins("statements", list(chain.from_iterable(one.statements for one in self.key_questions)))
        return self

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
            key_questions=tuple(KeyQuestion(_slug_of(one), one.title) for one in self.key_questions),
            statements=tuple(
                Statement(identifier, _slug_of(one), one.title, _slug_of(question))
                for question in self.key_questions
                for one in question.statements
            ),
        )


def load_framework_file(
    source: Path | bytes,
    *,
    identifier: str | None = None,
    parse: Callable[[bytes], object] = json.loads,
) -> Framework:
    """Return the framework that a file holds.

    Args:
        source: the file, or what it holds.
        identifier: the framework's id; by default the file's name without its ending.
        parse: makes plain data of what the file holds. JSON by default: reading hands in its own for YAML.

    Raises:
        FrameworkFileError: the file is missing or cannot be used; it says everything that is wrong with it.
    """
    if identifier is None:
        identifier = source.stem if isinstance(source, Path) else "framework"
    if slug(identifier) != identifier:
        hint = f"Rename the file so that the name without its ending is {slug(identifier) or 'my-framework'}."
        fault = FrameworkFault((), f"A framework cannot be called “{identifier}”.", hint)
        raise FrameworkFileError(identifier, [fault])
    try:
        written = parse(source.read_bytes() if isinstance(source, Path) else source)
    except (OSError, ValueError) as error:
        raise FrameworkFileError(identifier, [FrameworkFault((), f"It cannot be read: {_reason(error)}.")]) from error
    return framework_from(written, identifier)


def framework_from(written: object, identifier: str) -> Framework:
    """Return the framework that plain data describes: mappings, lists and text, as YAML and JSON give them.

    Raises:
        FrameworkFileError: the data is no framework; it says everything that is wrong with it.
    """
    try:
        return FrameworkFile.model_validate(written).framework(identifier)
    except ValidationError as error:
        raise FrameworkFileError(identifier, [fault_of(one) for one in error.errors()]) from error


def _refuse_twins(what: str, entries: Sequence[StatementEntry | KeyQuestionEntry]) -> None:
    seen: dict[str, str] = {}
    for entry in entries:
        for words in dict.fromkeys((comparable(entry.title), comparable(_slug_of(entry)))):
            if words in seen:
                message = f"two {what} have the same name: “{seen[words]}” and “{entry.title}”. Take one of them away."
                raise ValueError(message)
        seen |= {comparable(entry.title): entry.title, comparable(_slug_of(entry)): entry.title}


def _slug_of(entry: StatementEntry | KeyQuestionEntry) -> str:
    return entry.slug or slug(entry.title)


def _reason(error: Exception) -> str:
    return error.strerror or "the file is missing" if isinstance(error, OSError) else str(error).rstrip(".")
